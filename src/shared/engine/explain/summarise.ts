/** Mean and median of the values that are there; null where none is. NaN is missing. */
export interface Summary {
  readonly mean: number | null;
  readonly median: number | null;
}

/** The middle of sorted values, the mean of the two middle ones where their number is even. */
export const medianOfSorted = (sorted: Float64Array): number | null => {
  const middle = sorted.length >> 1;
  if (sorted.length === 0) return null;
  return sorted.length % 2 === 1 ? sorted[middle]! : sorted[middle - 1]! / 2 + sorted[middle]! / 2;
};

/** O(n log n). */
export const summarise = (values: Float64Array): Summary => {
  const sorted = values.filter((value) => !Number.isNaN(value)).sort();
  const { length } = sorted;
  return {
    mean: length === 0 ? null : sorted.reduce((sum, value) => sum + value / length, 0),
    median: medianOfSorted(sorted),
  };
};

/** Values of the given rows. */
export const pick = (values: Float64Array, rows: Int32Array): Float64Array =>
  Float64Array.from(rows, (row) => values[row]!);

/** Share of sorted values below, half of the equal ones counted in: 0 for the least, 1 for the greatest. O(log n). */
export const rankIn = (sorted: Float64Array, value: number): number => {
  const countUntil = (counts: (there: number) => boolean): number => {
    let from = 0;
    let to = sorted.length;
    while (from < to) {
      const middle = (from + to) >> 1;
      if (counts(sorted[middle]!)) from = middle + 1;
      else to = middle;
    }
    return from;
  };
  const below = countUntil((there) => there < value);
  const notAbove = countUntil((there) => there <= value);
  return sorted.length === 0 ? 0.5 : (below + notAbove) / 2 / sorted.length;
};
