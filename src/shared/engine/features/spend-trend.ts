/**
 * What was spent in the second half of the time from the first day to `asOf`, less what was spent in the first half, as
 * a part of both: −1 (nothing lately) to 1. The middle day itself counts to the first half, where the first order always
 * is. NaN where there is no time or no money.
 * @param days and `micros` by order
 */
export const spendTrend = (days: Int32Array, micros: Float64Array, asOf: number): number => {
  let first = asOf;
  for (const day of days) if (day < first) first = day;
  const middle = first + (asOf - first) / 2;
  let earlier = 0;
  let recent = 0;
  days.forEach((day, i) => {
    if (day > middle) recent += micros[i]!;
    else earlier += micros[i]!;
  });
  return asOf > first && earlier + recent > 0 ? (recent - earlier) / (recent + earlier) : Number.NaN;
};
