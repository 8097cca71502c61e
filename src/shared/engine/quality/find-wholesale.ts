import { fencesOf } from './fences.ts';

/** Orders a one-off buyer has at most. */
const mostOrders = 2;
/** As standard deviations of a normal sample of logarithms: beyond what any shop's usual spread explains. */
const distance = 5;
/** Pieces that are many, if not beyond everybody's: with far too much money they tell a lorry load from a dear sofa. */
const manyPieces = 2;

/** The values that are above zero; the cut-off needs no other. */
const positive = (values: Float64Array): Float64Array => values.filter((value) => value > 0);

const logFence = (values: Float64Array, deviations: number): number => {
  const fences = fencesOf(positive(values).map(Math.log), deviations);
  return fences?.above == null ? Number.POSITIVE_INFINITY : Math.exp(fences.above);
};

/**
 * Customers with one or two orders far beyond everybody's: most likely a shop that bought once to sell on. Far: pieces an
 * order above the median by five robust standard deviations of the logarithm (median and MAD), or money that far and
 * pieces by two; money alone where no pieces are known.
 * @param orders, money, pieces by customer; customers without an order are passed over
 * @returns indices, ascending
 */
export const findWholesale = (orders: Int32Array, money: Float64Array, pieces: Float64Array): number[] => {
  const per = (sums: Float64Array): Float64Array => sums.map((sum, i) => (orders[i]! > 0 ? sum / orders[i]! : 0));
  const moneyPer = per(money);
  const piecesPer = per(pieces);
  const moneyFence = logFence(moneyPer, distance);
  const piecesFence = logFence(piecesPer, distance);
  const many = pieces.some((sum) => sum > 0) ? logFence(piecesPer, manyPieces) : 0;
  const found: number[] = [];
  orders.forEach((count, i) => {
    const isFar = piecesPer[i]! > piecesFence || (moneyPer[i]! > moneyFence && piecesPer[i]! >= many);
    if (count >= 1 && count <= mostOrders && isFar) found.push(i);
  });
  return found;
};
