import { fencesOf } from './fences.ts';

/** Orders a one-off buyer has at most. */
const mostOrders = 2;
/** As standard deviations of a normal sample of logarithms: beyond what any shop's usual spread explains. */
const distance = 5;

/** The values that are above zero; the cut-off needs no other. */
const positive = (values: Float64Array): Float64Array => values.filter((value) => value > 0);

const logFence = (values: Float64Array): number => {
  const fences = fencesOf(positive(values).map(Math.log), distance);
  return fences?.above == null ? Number.POSITIVE_INFINITY : Math.exp(fences.above);
};

/**
 * Customers with one or two orders whose money or pieces an order are far beyond everybody's: most likely a shop that
 * bought once to sell on. Far: above the median by five robust standard deviations of the logarithm (median and MAD).
 * @param orders, money, pieces by customer; customers without an order are passed over
 * @returns indices, ascending
 */
export const findWholesale = (orders: Int32Array, money: Float64Array, pieces: Float64Array): number[] => {
  const per = (sums: Float64Array): Float64Array => sums.map((sum, i) => (orders[i]! > 0 ? sum / orders[i]! : 0));
  const moneyPer = per(money);
  const piecesPer = per(pieces);
  const moneyFence = logFence(moneyPer);
  const piecesFence = logFence(piecesPer);
  const found: number[] = [];
  orders.forEach((count, i) => {
    if (count >= 1 && count <= mostOrders && (moneyPer[i]! > moneyFence || piecesPer[i]! > piecesFence)) found.push(i);
  });
  return found;
};
