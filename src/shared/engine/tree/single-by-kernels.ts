import { type Arena, arenaBytes, withArena } from '../kernels/arena.ts';
import { fours } from '../kernels/fours.ts';
import type { Machine } from '../kernels/machine.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { rowMajor } from '../rows.ts';
import { axesOf, type LeadingCoordinates, leadingCoordinates } from './leading-coordinates.ts';
import type { LooseMerges } from './order-merges.ts';
import { approachedBytes } from './single-piece.ts';

/** Slots of a piece, where there are enough for the crew to be worth waking; a multiple of 4. */
const pieceSlots = 8192;
const crewFrom = 32_768;

const placeAll = (arena: Arena, rows: number, columns: number) => ({
  points: arena.f64(rows * columns),
  joined: arena.f64(columns),
  leading: arena.f32(fours(rows) * axesOf(columns)),
  lead: arena.f32(axesOf(columns)),
  limits: arena.f32(fours(rows)),
  nearest: arena.f64(fours(rows)),
  neighbour: arena.f64(fours(rows)),
  found: arena.f64((Math.ceil(rows / pieceSlots) * approachedBytes) / 8),
});
type Places = ReturnType<typeof placeAll>;

const bytesOf = (rows: number, columns: number): number =>
  arenaBytes(
    ...[rows * columns * 8, columns * 8, fours(rows) * axesOf(columns) * 4, axesOf(columns) * 4, fours(rows) * 4],
    ...[fours(rows) * 8, fours(rows) * 8, Math.ceil(rows / pieceSlots) * approachedBytes],
  );

/** Which row stands in each slot; slots rise with their rows. */
interface Slots {
  count: number;
  gone: number;
  readonly rowOf: Int32Array;
}

const start = (matrix: Matrix, { along }: LeadingCoordinates, places: Places): void => {
  const { rows, columns } = matrix;
  const axes = axesOf(columns);
  const { points, leading, limits, nearest, neighbour } = places;
  points.view.set(rowMajor(matrix));
  leading.view.fill(0);
  for (let axis = 0; axis < axes; axis += 1)
    for (let row = 0; row < rows; row += 1) leading.view[axis * fours(rows) + row] = along[row * axes + axis]!;
  limits.view.fill(Number.POSITIVE_INFINITY).fill(Number.NaN, rows);
  nearest.view.fill(Number.POSITIVE_INFINITY);
  neighbour.view.fill(0);
};

/** Closes up to the slots that are not gone. */
const close = (
  { points, leading, limits, nearest, neighbour }: Places,
  slots: Slots,
  { rows, columns }: Matrix,
): void => {
  const axes = axesOf(columns);
  let count = 0;
  for (let slot = 0; slot < slots.count; slot += 1) {
    if (Number.isNaN(limits.view[slot]!)) continue;
    if (slot !== count) {
      points.view.copyWithin(count * columns, slot * columns, (slot + 1) * columns);
      for (let axis = 0; axis < axes; axis += 1) {
        const at = axis * fours(rows);
        leading.view[at + count] = leading.view[at + slot]!;
      }
      limits.view[count] = limits.view[slot]!;
      nearest.view[count] = nearest.view[slot]!;
      neighbour.view[count] = neighbour.view[slot]!;
      slots.rowOf[count] = slots.rowOf[slot]!;
    }
    count += 1;
  }
  limits.view.fill(Number.NaN, count, fours(count));
  slots.count = count;
  slots.gone = 0;
};

const growSpanningTree = (
  machine: Machine,
  arena: Arena,
  matrix: Matrix,
  known: LeadingCoordinates,
  progress: Progress,
): LooseMerges => {
  const { rows, columns } = matrix;
  const axes = axesOf(columns);
  const places = placeAll(arena, rows, columns);
  const { points, joined, leading, lead, limits, nearest, neighbour, found } = places;
  start(matrix, known, places);
  const slots: Slots = { count: rows, gone: 0, rowOf: Int32Array.from({ length: rows }, (_, row) => row) };
  const one = new Int32Array(rows - 1);
  const other = new Int32Array(rows - 1);
  const heights = new Float64Array(rows - 1);
  const kernels = machine.kernels('single', arena.memory);
  let next = 0;
  for (let edge = 0; edge < rows - 1; edge += 1) {
    throwIfCancelled(progress);
    const row = slots.rowOf[next]!;
    for (let j = 0; j < columns; j += 1) joined.view[j] = points.view[next * columns + j]!;
    for (let axis = 0; axis < axes; axis += 1) lead.view[axis] = leading.view[axis * fours(rows) + next]!;
    limits.view[next] = Number.NaN;
    slots.gone += 1;
    if (slots.gone * 8 > slots.count) close(places, slots, matrix);
    const end = fours(slots.count);
    const numbers = [
      ...[leading.at, axes, fours(rows) * 4, limits.at, known.slack, lead.at],
      ...[points.at, columns, joined.at, row, nearest.at, neighbour.at],
    ];
    let pieces = 1;
    if (end < crewFrom) kernels.approach!(...numbers, 0, end, found.at);
    else {
      pieces = Math.ceil(end / pieceSlots);
      machine.run('approachPiece', arena.memory, pieces, [end, pieceSlots, found.at, ...numbers], progress);
    }
    let least = Number.POSITIVE_INFINITY;
    for (let piece = 0; piece < pieces; piece += 1)
      if (found.view[piece * 2]! < least) {
        least = found.view[piece * 2]!;
        next = found.view[piece * 2 + 1]!;
      }
    const reached = slots.rowOf[next]!;
    const from = neighbour.view[next]!;
    one[edge] = Math.min(reached, from);
    other[edge] = Math.max(reached, from);
    heights[edge] = Math.sqrt(least);
    progress.report((edge + 1) / rows);
  }
  return { one, other, heights };
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
