/**
 * Pielou's evenness: Shannon's entropy of the shares as a part of the most that so many kinds allow, 0 (all in one) to 1
 * (all alike); 0 where there is one kind, NaN where there is none. Weights at or below 0 do not count. O(kinds).
 * Pielou (1966), The measurement of diversity in different types of biological collections.
 */
export const evennessOf = (weights: Iterable<number>): number => {
  let sum = 0;
  let kinds = 0;
  let logs = 0;
  for (const weight of weights) {
    if (!(weight > 0)) continue;
    sum += weight;
    kinds += 1;
    logs += weight * Math.log(weight);
  }
  if (kinds === 0) return Number.NaN;
  if (kinds === 1) return 0;
  return Math.min(1, Math.max(0, (Math.log(sum) - logs / sum) / Math.log(kinds)));
};
