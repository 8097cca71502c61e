import { columnOf, createMatrix, type Matrix } from '../matrix.ts';

/** How far each value may be moved down and up; 0 where it stands alone. Both rows × columns. */
export interface Dither {
  readonly down: Matrix;
  readonly up: Matrix;
}

/** A gap wider than this many of the one on the other side is a hole, not the next step of a scale. */
const widestStep = 1.5;

interface Value {
  readonly at: number;
  readonly count: number;
}

const valuesOf = (column: Float64Array): Value[] => {
  const values: { at: number; count: number }[] = [];
  for (const at of column.slice().sort()) {
    const last = values[values.length - 1];
    if (last?.at === at) last.count += 1;
    else values.push({ at, count: 1 });
  }
  return values;
};

/** Half-way to the neighbours, but no farther than a little beyond the nearer one's half. */
const reach = (values: readonly Value[], index: number): [down: number, up: number] => {
  const { at } = values[index]!;
  const below = index > 0 ? at - values[index - 1]!.at : Number.POSITIVE_INFINITY;
  const above = index < values.length - 1 ? values[index + 1]!.at - at : Number.POSITIVE_INFINITY;
  const least = Math.min(below, above);
  const half = (gap: number): number =>
    (gap === Number.POSITIVE_INFINITY ? least : Math.min(gap, widestStep * least)) / 2;
  return [half(below), half(above)];
};

/**
 * Counts, ratings and yes/no columns pile many rows on few values, and each pile looks like a lump of its own. A value
 * that several rows share may therefore lie anywhere up to half-way to its neighbours: then a histogram's bars touch,
 * and only a hole between bars is a hole. Null where no column has such values. O(rows × columns log rows).
 */
export const ditherOf = (matrix: Matrix): Dither | null => {
  const dither = { down: createMatrix(matrix.rows, matrix.columns), up: createMatrix(matrix.rows, matrix.columns) };
  let any = false;
  for (let j = 0; j < matrix.columns; j += 1) {
    const column = columnOf(matrix, j);
    const values = valuesOf(column);
    if (values.length === column.length) continue;
    any = true;
    const indexOf = new Map(values.map(({ at }, index) => [at, index]));
    const down = columnOf(dither.down, j);
    const up = columnOf(dither.up, j);
    column.forEach((at, i) => {
      const index = indexOf.get(at)!;
      if (values[index]!.count > 1) [down[i], up[i]] = reach(values, index);
    });
  }
  return any ? dither : null;
};
