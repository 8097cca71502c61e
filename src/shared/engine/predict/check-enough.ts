import { AppError } from '../../errors.ts';

/** With fewer, what is fitted says more of chance than of the shop. */
const leastCustomers = 100;
const leastRepeatBuyers = 20;

const repeatBuyersOf = (frequency: Float64Array): number => frequency.reduce((count, x) => count + (x > 0 ? 1 : 0), 0);

/** Whether there is enough to fit anything. */
export const isEnough = (frequency: Float64Array): boolean =>
  frequency.length >= leastCustomers && repeatBuyersOf(frequency) >= leastRepeatBuyers;

/**
 * Refuses to fit too little, and says what would be enough.
 * @throws AppError tooFewToPredict
 */
export const checkEnough = (frequency: Float64Array): void => {
  if (isEnough(frequency)) return;
  const repeatBuyers = repeatBuyersOf(frequency);
  throw new AppError('tooFewToPredict', {
    customers: frequency.length,
    neededCustomers: leastCustomers,
    repeatBuyers,
    neededRepeatBuyers: leastRepeatBuyers,
  });
};
