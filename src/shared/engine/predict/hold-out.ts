import type { PurchaseHistories } from './purchase-histories.ts';

/** How far predictions of single customers and of all together were off. */
export interface HoldOutErrors {
  /** Mean absolute error of a customer, in orders. */
  readonly meanAbsolute: number;
  /** Root of the mean squared error. */
  readonly rootMeanSquare: number;
  /** Orders of everybody, as predicted. */
  readonly total: number;
}

/** Errors against what came. O(n). */
export const holdOutErrors = (predicted: Float64Array, came: Float64Array): HoldOutErrors => {
  let [absolute, squared, total] = [0, 0, 0];
  for (let i = 0; i < came.length; i += 1) {
    const off = predicted[i]! - came[i]!;
    absolute += Math.abs(off);
    squared += off * off;
    total += predicted[i]!;
  }
  const n = Math.max(1, came.length);
  return { meanAbsolute: absolute / n, rootMeanSquare: Math.sqrt(squared / n), total };
};

/**
 * What can be said without a model: nobody comes again; everybody comes as often as all together have; each goes on at the
 * own rate so far.
 */
export const baselinesOf = (
  { frequency, observed }: PurchaseHistories,
  horizon: number,
): Readonly<Record<'zero' | 'mean' | 'sameRate', Float64Array>> => {
  const orders = frequency.reduce((sum, x) => sum + x, 0);
  const time = observed.reduce((sum, t) => sum + t, 0);
  const everybodys = time > 0 ? (orders / time) * horizon : 0;
  return {
    zero: new Float64Array(frequency.length),
    mean: new Float64Array(frequency.length).fill(everybodys),
    sameRate: frequency.map((x, i) => (observed[i]! > 0 ? (x / observed[i]!) * horizon : 0)),
  };
};
