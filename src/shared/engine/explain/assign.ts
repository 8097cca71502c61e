/** Whom to pair with whom, and at what price. */
export interface PairCosts {
  readonly rows: number;
  readonly columns: number;
  /** `costs[row * columns + column]`; infinite where the two must not be paired. Finite costs may be negative. */
  readonly costs: ArrayLike<number>;
  /** Cost of leaving a row alone. */
  readonly alone: number;
}

/**
 * The pairing of rows with columns, each at most once, of the least total cost, rows left alone counted in: for naming
 * segments and for matching those of two runs. Exact: shortest augmenting paths with potentials (Kuhn 1955, Munkres
 * 1957; in the form of Jonker & Volgenant 1987), each row having a column of its own for being left alone. The same
 * input gives the same answer. O(rows² × (rows + columns)).
 * @returns the column of each row, −1 for one left alone
 */
export const assignPairs = ({ rows, columns, costs, alone }: PairCosts): Int32Array => {
  const all = columns + rows;
  const costOf = (row: number, column: number): number =>
    column < columns ? costs[row * columns + column]! : column - columns === row ? alone : Number.POSITIVE_INFINITY;
  const rowPrice = new Float64Array(rows);
  const columnPrice = new Float64Array(all);
  const rowOf = new Int32Array(all).fill(-1);
  for (let start = 0; start < rows; start += 1) {
    const slack = new Float64Array(all).fill(Number.POSITIVE_INFINITY);
    const cameFrom = new Int32Array(all).fill(-1);
    const visited = new Uint8Array(all);
    let row = start;
    let last = -1;
    for (;;) {
      let next = -1;
      for (let column = 0; column < all; column += 1) {
        if (visited[column]) continue;
        const reduced = costOf(row, column) - rowPrice[row]! - columnPrice[column]!;
        if (reduced < slack[column]!) {
          slack[column] = reduced;
          cameFrom[column] = last;
        }
        if (next < 0 || slack[column]! < slack[next]!) next = column;
      }
      // Finite always: every row on the path may be left alone.
      const step = slack[next]!;
      rowPrice[start]! += step;
      for (let column = 0; column < all; column += 1) {
        if (visited[column]) {
          rowPrice[rowOf[column]!]! += step;
          columnPrice[column]! -= step;
        } else slack[column]! -= step;
      }
      visited[next] = 1;
      last = next;
      if (rowOf[next]! < 0) break;
      row = rowOf[next]!;
    }
    while (last >= 0) {
      const before = cameFrom[last]!;
      rowOf[last] = before < 0 ? start : rowOf[before]!;
      last = before;
    }
  }
  const paired = new Int32Array(rows).fill(-1);
  for (let column = 0; column < columns; column += 1) if (rowOf[column]! >= 0) paired[rowOf[column]!] = column;
  return paired;
};
