import { type Arena, arenaBytes, withArena } from '../kernels/arena.ts';
import type { Machine } from '../kernels/machine.ts';
import { sixteens } from '../kernels/sixteens.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { rowMajor } from '../rows.ts';
import { axesOf, type LeadingCoordinates, leadingCoordinates } from './leading-coordinates.ts';
import type { LooseMerges } from './order-merges.ts';
import { approachedBytes } from './single-piece.ts';

/** Slots of a piece, where there are enough for the crew to be worth waking; a multiple of 16. */
const pieceSlots = 8192;
const crewFrom = 32_768;
/** Slots that are looked at between two looks at the cancel flag: a fraction of a millisecond. */
const looksAtOnce = 100_000;

const placeAll = (arena: Arena, rows: number, columns: number) => ({
  points: arena.f64(rows * columns),
  leading: arena.f32(sixteens(rows) * axesOf(columns)),
  limits: arena.f32(sixteens(rows)),
  mins: arena.f32(sixteens(rows) / 16),
  nearest: arena.f64(rows),
  neighbour: arena.f64(rows),
  rowOf: arena.i32(rows),
  found: arena.f64((Math.ceil(rows / pieceSlots) * approachedBytes) / 8),
  reached: arena.i32(rows),
  origins: arena.i32(rows),
  squares: arena.f64(rows),
});
type Places = ReturnType<typeof placeAll>;

const bytesOf = (rows: number, columns: number): number =>
  arenaBytes(
    ...[rows * columns * 8, sixteens(rows) * axesOf(columns) * 4, sixteens(rows) * 4, sixteens(rows) / 4],
    ...[rows * 8, rows * 8, rows * 4, Math.ceil(rows / pieceSlots) * approachedBytes, rows * 4, rows * 4, rows * 8],
  );

const start = (matrix: Matrix, { along }: LeadingCoordinates, places: Places): void => {
  const { rows, columns } = matrix;
  const axes = axesOf(columns);
  const { points, leading, limits, mins, nearest, neighbour, rowOf } = places;
  points.view.set(rowMajor(matrix));
  leading.view.fill(0);
  for (let axis = 0; axis < axes; axis += 1)
    for (let row = 0; row < rows; row += 1) leading.view[axis * sixteens(rows) + row] = along[row * axes + axis]!;
  limits.view.fill(Number.POSITIVE_INFINITY).fill(Number.NaN, rows);
  mins.view.fill(Number.POSITIVE_INFINITY);
  nearest.view.fill(Number.POSITIVE_INFINITY);
  neighbour.view.fill(0);
  for (let row = 0; row < rows; row += 1) rowOf.view[row] = row;
};

const growSpanningTree = (
  machine: Machine,
  arena: Arena,
  matrix: Matrix,
  known: LeadingCoordinates,
  progress: Progress,
): LooseMerges => {
  const { rows, columns } = matrix;
  const places = placeAll(arena, rows, columns);
  const { points, leading, limits, mins, nearest, neighbour, rowOf, found, reached, origins, squares } = places;
  start(matrix, known, places);
  const kernels = machine.kernels('single', arena.memory);
  const coordinates = [leading.at, axesOf(columns), sixteens(rows) * 4, limits.at, mins.at];
  const rest = [points.at, columns, rowOf.at, nearest.at, neighbour.at];
  const edges = [reached.at, origins.at, squares.at];
  let count = rows;
  let gone = 0;
  let next = 0;
  for (let edge = 0; edge < rows - 1; progress.report((edge + 1) / rows)) {
    throwIfCancelled(progress);
    const end = sixteens(count);
    const numbers = [...coordinates, known.slack, ...rest, next];
    let steps = 1;
    if (end < crewFrom) {
      steps = Math.min(rows - 1 - edge, Math.ceil(count / 8), Math.ceil(looksAtOnce / end));
      next = kernels.growSteps!(...numbers, end, found.at, ...edges, edge, steps);
    } else {
      kernels.leave!(limits.at, mins.at, next);
      const pieces = Math.ceil(end / pieceSlots);
      machine.run('approachPiece', arena.memory, pieces, [end, pieceSlots, found.at, ...numbers], progress);
      let least = Number.POSITIVE_INFINITY;
      for (let piece = 0; piece < pieces; piece += 1)
        if (found.view[piece * 2]! < least) {
          least = found.view[piece * 2]!;
          next = found.view[piece * 2 + 1]!;
        }
      kernels.keepEdge!(rowOf.at, neighbour.at, next, ...edges, edge, least);
    }
    edge += steps;
    gone += steps;
    if (gone * 8 > count && edge < rows - 1) {
      const row = rowOf.view[next]!;
      count = kernels.closeSlots!(...coordinates, ...rest, count);
      gone = 0;
      next = rowOf.view.subarray(0, count).indexOf(row);
    }
  }
  const one = new Int32Array(rows - 1);
  const other = new Int32Array(rows - 1);
  for (let edge = 0; edge < rows - 1; edge += 1) {
    one[edge] = Math.min(reached.view[edge]!, origins.view[edge]!);
    other[edge] = Math.max(reached.view[edge]!, origins.view[edge]!);
  }
  return { one, other, heights: Float64Array.from(squares.view.subarray(0, rows - 1), Math.sqrt) };
};

/**
 * `mergesBySingle` on the machine's kernels and threads; null where the machine has not the memory.
 * @throws AppError `cancelled`
 */
export const singleByKernels = (machine: Machine, matrix: Matrix, progress: Progress): LooseMerges | null => {
  const known = leadingCoordinates(machine, matrix, axesOf(matrix.columns), {
    report: () => {},
    cancelled: () => progress.cancelled(),
  });
  return (
    known &&
    withArena(machine, bytesOf(matrix.rows, matrix.columns), (arena) =>
      growSpanningTree(machine, arena, matrix, known, progress),
    )
  );
};
