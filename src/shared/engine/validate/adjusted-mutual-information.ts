import { type Contingency, contingencyOf } from './contingency.ts';

const entropyOf = (counts: Float64Array, rows: number): number =>
  counts.reduce((sum, count) => (count === 0 ? sum : sum - (count / rows) * Math.log(count / rows)), 0);

const mutualInformation = ({ table, ofOnes, ofOthers, others, rows }: Contingency): number =>
  table.reduce((sum, count, at) => {
    if (count === 0) return sum;
    const apart = ofOnes[Math.floor(at / others)]! * ofOthers[at % others]!;
    return sum + (count / rows) * Math.log((rows * count) / apart);
  }, 0);

/** ln n! for 0 to n. */
const logFactorials = (n: number): Float64Array => {
  const logs = new Float64Array(n + 1);
  for (let i = 2; i <= n; i += 1) logs[i] = logs[i - 1]! + Math.log(i);
  return logs;
};

/**
 * Beyond so many times the root of the smaller part, what two parts share by chance is less likely than e^−72 (Hoeffding
 * 1963 for draws without replacement).
 */
const reach = 6;

/** Mean mutual information of two groupings with parts of these sizes, drawn by lot (Vinh, Epps & Bailey 2010, formula 24a). */
const expectedInformation = ({ ofOnes, ofOthers, rows }: Contingency): number => {
  const logs = logFactorials(rows);
  let sum = 0;
  for (const a of ofOnes) {
    for (const b of ofOthers) {
      const mean = (a * b) / rows;
      const away = reach * Math.sqrt(Math.min(a, b)) + 1;
      const from = Math.max(1, a + b - rows, Math.floor(mean - away));
      const to = Math.min(a, b, Math.ceil(mean + away));
      const fixed = logs[a]! + logs[b]! + logs[rows - a]! + logs[rows - b]! - logs[rows]!;
      for (let n = from; n <= to; n += 1) {
        const chance = fixed - logs[n]! - logs[a - n]! - logs[b - n]! - logs[rows - a - b + n]!;
        sum += (n / rows) * Math.log((rows * n) / (a * b)) * Math.exp(chance);
      }
    }
  }
  return sum;
};

/**
 * Agreement of two groupings of the same rows by what one tells of the other, chance taken off: 1 the same, about 0 by
 * chance (Vinh, Epps & Bailey 2010, with the arithmetic mean of both entropies, as in scikit-learn). Any integers serve
 * as labels. O(rows + parts of one × parts of the other × √rows).
 * @throws RangeError where the lengths differ
 */
export const adjustedMutualInformation = (one: ArrayLike<number>, other: ArrayLike<number>): number => {
  const counted = contingencyOf(one, other);
  const { rows, ones, others, table, ofOnes, ofOthers } = counted;
  // Both put everything in one part, or part for part the same: there is nothing to take off.
  const shared = table.reduce((sum, count) => (count > 0 ? sum + 1 : sum), 0);
  if (rows === 0 || (ones === others && shared === ones)) return 1;
  const expected = expectedInformation(counted);
  const greatest = (entropyOf(ofOnes, rows) + entropyOf(ofOthers, rows)) / 2;
  const room = greatest - expected;
  const safe = room < 0 ? Math.min(room, -Number.EPSILON) : Math.max(room, Number.EPSILON);
  return (mutualInformation(counted) - expected) / safe;
};
