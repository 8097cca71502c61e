import { contingencyOf } from './contingency.ts';

const pairs = (n: number): number => (n * (n - 1)) / 2;

/**
 * Agreement of two groupings of the same rows, whatever their labels: 1 the same, about 0 by chance, below 0 worse than
 * chance (Hubert & Arabie 1985, formula 5). Any integers serve as labels. O(rows + parts of one × parts of the other).
 * @throws RangeError where the lengths differ
 */
export const adjustedRandIndex = (one: ArrayLike<number>, other: ArrayLike<number>): number => {
  const { rows, table, ofOnes, ofOthers } = contingencyOf(one, other);
  const together = (counts: Float64Array): number => counts.reduce((sum, n) => sum + pairs(n), 0);
  const all = pairs(rows);
  if (all === 0) return 1;
  const inA = together(ofOnes);
  const inB = together(ofOthers);
  const expected = (inA * inB) / all;
  const greatest = (inA + inB) / 2;
  // Both put everything in one part, or every row in its own: nothing to correct for chance, and the same.
  return greatest === expected ? 1 : (together(table) - expected) / (greatest - expected);
};
