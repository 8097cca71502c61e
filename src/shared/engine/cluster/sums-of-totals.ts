/**
 * Sums and weight of each cluster, `columns + 1` numbers each, from the pairs of doubles that the kernels keep: for each
 * cluster `width` high, then `width` low ones. O(k × columns).
 */
export const sumsOfTotals = (totals: Float64Array, k: number, columns: number, width: number): Float64Array => {
  const sums = new Float64Array(k * (columns + 1));
  for (let c = 0; c < k; c += 1)
    for (let j = 0; j <= columns; j += 1)
      sums[c * (columns + 1) + j] = totals[c * 2 * width + j]! + totals[(c * 2 + 1) * width + j]!;
  return sums;
};
