/** How the days on which somebody ordered lie apart. */
export interface Gaps {
  /** Days between two of them, on average; NaN below two days. */
  readonly mean: number;
  /** Standard deviation (n − 1) over mean: 0 like clockwork, about 1 by chance; NaN below three days. */
  readonly variation: number;
}

/** Gaps between the different days among `days`, which are sorted here. O(n log n). */
export const interpurchaseGaps = (days: Int32Array): Gaps => {
  days.sort();
  let count = 0;
  let mean = 0;
  let squares = 0;
  for (let i = 1; i < days.length; i += 1) {
    const gap = days[i]! - days[i - 1]!;
    if (gap === 0) continue;
    // Welford (1962): one pass without cancellation.
    count += 1;
    const off = gap - mean;
    mean += off / count;
    squares += off * (gap - mean);
  }
  if (count === 0) return { mean: Number.NaN, variation: Number.NaN };
  const variation = count === 1 ? Number.NaN : Math.sqrt(squares / (count - 1)) / mean;
  return { mean: (days[days.length - 1]! - days[0]!) / count, variation };
};
