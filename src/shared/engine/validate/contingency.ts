/** How many rows two groupings of the same rows have in common, part by part. */
export interface Contingency {
  readonly rows: number;
  /** How many parts either has. */
  readonly ones: number;
  readonly others: number;
  /** `table[one * others + other]`, parts in the order in which they come. */
  readonly table: Float64Array;
  readonly ofOnes: Float64Array;
  readonly ofOthers: Float64Array;
}

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
 * The contingency table of two groupings. Any integers serve as labels. O(rows + parts of one × parts of the other).
 * @throws RangeError where the lengths differ
 */
export const contingencyOf = (one: ArrayLike<number>, other: ArrayLike<number>): Contingency => {
  if (one.length !== other.length) throw new RangeError(`${one.length} labels against ${other.length}`);
  const a = numbered(one);
  const b = numbered(other);
  const table = new Float64Array(a.count * b.count);
  const ofOnes = new Float64Array(a.count);
  const ofOthers = new Float64Array(b.count);
  a.codes.forEach((code, row) => {
    const match = b.codes[row]!;
    table[code * b.count + match]! += 1;
    ofOnes[code]! += 1;
    ofOthers[match]! += 1;
  });
  return { rows: one.length, ones: a.count, others: b.count, table, ofOnes, ofOthers };
};
