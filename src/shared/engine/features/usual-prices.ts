import { medianOf } from '../prepare/median.ts';
import { groupRows } from './group-rows.ts';

/** The median price of each product over these lines, by its code; NaN where no line has one. O(lines) expected. */
export const usualPrices = (products: Int32Array, prices: Float64Array, count: number): Float64Array => {
  const { offsets, rows } = groupRows(products, count);
  return Float64Array.from({ length: count }, (_, product) => {
    const own = Float64Array.from(rows.subarray(offsets[product]!, offsets[product + 1]!), (row) => prices[row]!);
    return own.every(Number.isNaN) ? Number.NaN : medianOf(own);
  });
};
