const pairs = (n: number): number => (n * (n - 1)) / 2;

const numbered = (labels: ArrayLike<number>): { codes: Int32Array; count: number } => {
  const codeOf = new Map<number, number>();
  const codes = Int32Array.from(labels, (label) => {
    const code = codeOf.get(label) ?? codeOf.size;
    codeOf.set(label, code);
    return code;
  });
  return { codes, count: codeOf.size };
};

/**
 * Agreement of two groupings of the same rows, whatever their labels: 1 the same, about 0 by chance, below 0 worse than
 * chance (Hubert & Arabie 1985, formula 5). Any integers serve as labels. O(rows + parts of one × parts of the other).
 * @throws RangeError where the lengths differ
 */
export const adjustedRandIndex = (one: ArrayLike<number>, other: ArrayLike<number>): number => {
  if (one.length !== other.length) throw new RangeError(`${one.length} labels against ${other.length}`);
  const a = numbered(one);
  const b = numbered(other);
  const table = new Float64Array(a.count * b.count);
  const ofA = new Float64Array(a.count);
  const ofB = new Float64Array(b.count);
  a.codes.forEach((code, row) => {
    const match = b.codes[row]!;
    table[code * b.count + match]! += 1;
    ofA[code]! += 1;
    ofB[match]! += 1;
  });
  const together = (counts: Float64Array): number => counts.reduce((sum, n) => sum + pairs(n), 0);
  const all = pairs(one.length);
  if (all === 0) return 1;
  const inA = together(ofA);
  const inB = together(ofB);
  const expected = (inA * inB) / all;
  const greatest = (inA + inB) / 2;
  // Both put everything in one part, or every row in its own: nothing to correct for chance, and the same.
  return greatest === expected ? 1 : (together(table) - expected) / (greatest - expected);
};
