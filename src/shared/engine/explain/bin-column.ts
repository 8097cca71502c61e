import { type Progress, throwIfCancelled } from '../progress.ts';

/** A column's values in at most 1,024 ordered bins, and what lies in each. */
export interface BinnedColumn {
  /** Bin of each row. */
  readonly codes: Uint16Array;
  readonly bins: number;
  /** Least and greatest value of each bin. */
  readonly low: Float64Array;
  readonly high: Float64Array;
}

export const binsAtMost = 1024;
/** So many values, evenly spread over the rows, say where the quantiles lie. */
const looked = 1 << 16;
/** Rows between two polls. */
const block = 1 << 15;

/** The values at which bins begin, rising: every distinct value where there are few, else quantiles. */
const startsOf = (values: Float64Array): Float64Array => {
  const step = Math.max(1, values.length / looked);
  const sorted = new Float64Array(Math.min(values.length, looked));
  for (let i = 0; i < sorted.length; i += 1) sorted[i] = values[Math.floor(i * step)]!;
  sorted.sort();
  const distinct = sorted.filter((value, i) => i === 0 || value !== sorted[i - 1]);
  if (distinct.length <= binsAtMost) return distinct;
  const quantiles = Float64Array.from(
    { length: binsAtMost },
    (_, i) => sorted[Math.floor((i * sorted.length) / binsAtMost)]!,
  );
  return quantiles.filter((value, i) => i === 0 || value !== quantiles[i - 1]);
};

/**
 * Bins for finding splits: exact up to 1,024 distinct values (in up to 65,536 rows), quantiles of an even choice of
 * rows beyond. No NaN. O(rows × log bins).
 * @throws AppError `cancelled`
 */
export const binColumn = (values: Float64Array, progress: Progress): BinnedColumn => {
  const starts = startsOf(values);
  const bins = starts.length;
  const codes = new Uint16Array(values.length);
  const low = new Float64Array(bins).fill(Number.POSITIVE_INFINITY);
  const high = new Float64Array(bins).fill(Number.NEGATIVE_INFINITY);
  for (let row = 0; row < values.length; row += 1) {
    if (row % block === 0) throwIfCancelled(progress);
    const value = values[row]!;
    let from = 0;
    let to = bins - 1;
    while (from < to) {
      const middle = (from + to + 1) >> 1;
      if (starts[middle]! <= value) from = middle;
      else to = middle - 1;
    }
    codes[row] = from;
    if (value < low[from]!) low[from] = value;
    if (value > high[from]!) high[from] = value;
  }
  return { codes, bins, low, high };
};
