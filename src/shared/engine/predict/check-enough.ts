import { AppError } from '../../errors.ts';

/** With fewer, what is fitted says more of chance than of the shop. */
const leastCustomers = 100;
const leastRepeatBuyers = 20;

/**
 * Refuses to fit too little, and says what would be enough.
 * @throws AppError tooFewToPredict
 */
export const checkEnough = (frequency: Float64Array): void => {
  const repeatBuyers = frequency.reduce((count, x) => count + (x > 0 ? 1 : 0), 0);
  if (frequency.length >= leastCustomers && repeatBuyers >= leastRepeatBuyers) return;
  throw new AppError('tooFewToPredict', {
    customers: frequency.length,
    neededCustomers: leastCustomers,
    repeatBuyers,
    neededRepeatBuyers: leastRepeatBuyers,
  });
};
