export interface CategoryCoder {
  add(cell: string): void;
  /** One number a cell, by the order in which categories first come, of `before` first; −1 for missing. */
  codes(before: readonly string[]): Int32Array;
}

/**
 * Numbers the categories of one column.
 * @param isMissing whether a cell, without the spaces around it, says nothing
 */
export const createCategoryCoder = (isMissing: (text: string) => boolean): CategoryCoder => {
  const known = new Map<string, number>();
  const codes: number[] = [];
  return {
    add: (cell) => {
      const text = cell.trim();
      const code = isMissing(text) ? -1 : (known.get(text) ?? known.size);
      if (code === known.size) known.set(text, code);
      codes.push(code);
    },
    codes: (before) => {
      if (before.length === 0) return Int32Array.from(codes);
      const inOrder = createCategoryCoder(isMissing);
      for (const cell of [...before, ...known.keys()]) inOrder.add(cell);
      const numbers = inOrder.codes([]);
      const renamed = numbers.subarray(before.length);
      const all = new Int32Array(before.length + codes.length);
      all.set(numbers.subarray(0, before.length));
      for (let i = 0; i < codes.length; i += 1) all[before.length + i] = codes[i]! < 0 ? -1 : renamed[codes[i]!]!;
      return all;
    },
  };
};
