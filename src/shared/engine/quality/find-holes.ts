/** How days follow each other in a table. */
export interface DayGaps {
  readonly lastDay: number;
  /** Days from one day with rows to the next, as 95 of 100 have it at most. */
  readonly usual: number;
  /** Stretches without a row that are far longer: first and last day without one. */
  readonly holes: readonly { readonly from: number; readonly to: number }[];
}

/** Holidays leave gaps, too. */
const shortestHole = 21;
const longer = 5;

/**
 * Which stretches without any row stand out.
 * @param days distinct days with rows, since 1970, ascending
 */
export const findHoles = (days: Int32Array): DayGaps | null => {
  if (days.length < 10) return null;
  const gaps = Int32Array.from(days.subarray(1), (day, i) => day - days[i]!);
  const sorted = gaps.slice().sort();
  const usual = sorted[Math.floor(0.95 * (sorted.length - 1))]!;
  const holes: { from: number; to: number }[] = [];
  gaps.forEach((gap, i) => {
    if (gap > Math.max(shortestHole, longer * usual)) holes.push({ from: days[i]! + 1, to: days[i + 1]! - 1 });
  });
  return { lastDay: days.at(-1)!, usual, holes };
};
