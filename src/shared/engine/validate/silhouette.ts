import { machineInUse } from '../kernels/machine.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { rowMajor } from '../rows.ts';
import { silhouettesByTiles } from './silhouette-by-tiles.ts';
import { type Silhouette, silhouetteOfSums } from './silhouette-of-sums.ts';

export type { Silhouette } from './silhouette-of-sums.ts';

/** One way of putting the rows into parts, with what is known of it so far. */
interface Grouping {
  readonly labels: Int32Array;
  readonly sizes: Float64Array;
  /** `sums[part * rows + row]` = the sum of the distances from a row to a part. */
  readonly sums: Float64Array;
  /** The same for the row at hand, to those after it. */
  readonly ahead: Float64Array;
}

/** Pairs of rows between two looks at the cancel flag: a few milliseconds. */
const pairsPerBlock = 200_000;

/** Fewer rows are done before a kernel's tables are laid out. */
const kernelsFrom = 64;

const groupingOf = (labels: Int32Array): Grouping => {
  let parts = 0;
  for (const label of labels) parts = Math.max(parts, label + 1);
  const sizes = new Float64Array(parts);
  for (const label of labels) sizes[label]! += 1;
  return { labels, sizes, sums: new Float64Array(parts * labels.length), ahead: new Float64Array(parts) };
};

/** Distances from one row to all after it, at their places in `distances`. */
const measure = (points: Float64Array, columns: number, row: number, distances: Float64Array): void => {
  const start = row * columns;
  for (let to = row + 1, b = start + columns; to < distances.length; to += 1) {
    let square = 0;
    for (let j = 0; j < columns; j += 1, b += 1) {
      const difference = points[start + j]! - points[b]!;
      square += difference * difference;
    }
    distances[to] = Math.sqrt(square);
  }
};

/** Adds each distance to both of its ends. */
const gather = ({ labels, sums, ahead }: Grouping, row: number, distances: Float64Array): void => {
  const rows = labels.length;
  const own = labels[row]! * rows;
  ahead.fill(0);
  for (let to = row + 1; to < rows; to += 1) {
    const distance = distances[to]!;
    ahead[labels[to]!]! += distance;
    sums[own + to]! += distance;
  }
  for (let c = 0; c < ahead.length; c += 1) sums[c * rows + row]! += ahead[c]!;
};

/** `silhouettesOf` in plain TypeScript, row by row. */
export const silhouettesByRows = (
  matrix: Matrix,
  labellings: readonly Int32Array[],
  progress: Progress,
): Silhouette[] => {
  const { rows, columns } = matrix;
  const points = rowMajor(matrix);
  const groupings = labellings.map(groupingOf);
  const distances = new Float64Array(rows);
  let sincePoll = 0;
  for (let row = 0; row < rows; row += 1) {
    measure(points, columns, row, distances);
    for (const grouping of groupings) gather(grouping, row, distances);
    sincePoll += (rows - row) * (1 + groupings.length);
    if (sincePoll > pairsPerBlock) {
      throwIfCancelled(progress);
      const done = (row + 1) / rows;
      progress.report(done * (2 - done));
      sincePoll = 0;
    }
  }
  return groupings.map((grouping) => silhouetteOfSums({ ...grouping, stride: rows }));
};

/**
 * How much nearer each row is to its own part than to the next, by euclidean distance: (b − a) / max(a, b), a the
 * mean distance to the others of its part, b the least mean distance to another part (Rousseeuw 1987). Exact, for
 * several groupings of the same rows at once, since the distances are most of the work. Labels are 0 and up.
 * O(rows² × (columns + groupings)) time, O(rows × parts) memory. Any number of
 * threads gives the same bytes; a sum's order, and so its last digit, depends on which groupings are asked for together.
 * @throws AppError `cancelled`
 */
export const silhouettesOf = (matrix: Matrix, labellings: readonly Int32Array[], progress: Progress): Silhouette[] => {
  const machine = matrix.rows < kernelsFrom ? null : machineInUse();
  return (
    (machine && silhouettesByTiles(machine, matrix, labellings, progress)) ??
    silhouettesByRows(matrix, labellings, progress)
  );
};

export interface SilhouetteInput {
  readonly matrix: Matrix;
  /** One label a row, 0 and up. */
  readonly labels: Int32Array;
}

/** `silhouettesOf` for one grouping. */
export const silhouette = ({ matrix, labels }: SilhouetteInput, progress: Progress): Silhouette =>
  silhouettesOf(matrix, [labels], progress)[0]!;
