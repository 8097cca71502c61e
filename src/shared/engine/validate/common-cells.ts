/** Rows that several labellings all keep together. */
export interface Cells {
  /** The labellings, by their places in the list given. */
  readonly ways: readonly number[];
  readonly count: number;
  /** Which cell each row is in. */
  readonly cellOf: Int32Array;
  /** `labelOf[cell * ways.length + i]` = the label that the cell's rows have in labelling `ways[i]`. */
  readonly labelOf: Int32Array;
}

/** A table of cells × parts may have this many places. */
const mostPlaces = 4_000_000;

/** Cells of the next labelling within those so far; null where there would be more than `most`. */
const refine = (cellOf: Int32Array, count: number, labels: Int32Array, parts: number, most: number) => {
  if (count > 1 && count * parts > mostPlaces) return null;
  const numbers = new Int32Array(count * parts).fill(-1);
  const refined = new Int32Array(cellOf.length);
  let found = 0;
  for (let row = 0; row < refined.length; row += 1) {
    const key = cellOf[row]! * parts + labels[row]!;
    if (numbers[key] === -1) {
      if (found === most) return null;
      numbers[key] = found;
      found += 1;
    }
    refined[row] = numbers[key]!;
  }
  return { cellOf: refined, count: found };
};

const partsOf = (labels: Int32Array): number => labels.reduce((most, label) => Math.max(most, label + 1), 0);

/**
 * Gathers labellings of the same rows into as few groups as have few common cells (at most one for `rowsPerCell` rows),
 * so that what holds for a cell need be worked out once for all labellings of its group. Cells are numbered by their
 * first rows. O(rows × labellings).
 */
export const commonCells = (labellings: readonly Int32Array[], rowsPerCell: number): Cells[] => {
  const groups: { ways: number[]; cellOf: Int32Array; count: number }[] = [];
  labellings.forEach((labels, way) => {
    const parts = partsOf(labels);
    const most = Math.ceil(labels.length / rowsPerCell);
    for (const group of groups) {
      const refined = refine(group.cellOf, group.count, labels, parts, most);
      if (refined === null) continue;
      group.ways.push(way);
      Object.assign(group, refined);
      return;
    }
    groups.push({ ways: [way], ...refine(new Int32Array(labels.length), 1, labels, parts, parts)! });
  });
  return groups.map(({ ways, cellOf, count }) => {
    const labelOf = new Int32Array(count * ways.length);
    cellOf.forEach((cell, row) => {
      ways.forEach((way, i) => {
        labelOf[cell * ways.length + i] = labellings[way]![row]!;
      });
    });
    return { ways, count, cellOf, labelOf };
  });
};
