import { type Arena, arenaBytes, withArena } from '../kernels/arena.ts';
import type { Machine } from '../kernels/machine.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import type { LooseMerges } from './order-merges.ts';
import { approachedBytes } from './single-piece.ts';

/** Slots of a piece, where there are enough for the crew to be worth waking; a multiple of 4. */
const pieceSlots = 4096;
const crewFrom = 8192;
/** Numbers left free between columns: a power of two from one to the next, they would fight for the same cache lines. */
const apart = 40;

const fours = (count: number): number => Math.ceil(count / 4) * 4;

const placeAll = (arena: Arena, rows: number, columns: number) => {
  const step = fours(rows) + apart;
  return {
    step,
    points: arena.f64(step * columns),
    joined: arena.f64(columns),
    nearest: arena.f64(fours(rows)),
    neighbour: arena.f64(fours(rows)),
    found: arena.f64((Math.ceil(rows / pieceSlots) * approachedBytes) / 8),
  };
};
type Places = ReturnType<typeof placeAll>;

/** Which row stands in each slot; slots rise with their rows. */
interface Slots {
  count: number;
  gone: number;
  readonly rowOf: Int32Array;
}

/** Fills up to a multiple of 4 with slots that are gone. */
const fillUp = ({ points, nearest }: Places, count: number): void => {
  for (let slot = count; slot < fours(count); slot += 1) {
    points.view[slot] = Number.NaN;
    nearest.view[slot] = Number.POSITIVE_INFINITY;
  }
};

/** Closes up to the slots that are not gone. */
const close = (places: Places, slots: Slots, columns: number): void => {
  const { points, step, nearest, neighbour } = places;
  const kept = new Int32Array(slots.count - slots.gone);
  let count = 0;
  for (let slot = 0; slot < slots.count; slot += 1)
    if (!Number.isNaN(points.view[slot]!)) {
      kept[count] = slot;
      count += 1;
    }
  for (let j = 0; j < columns; j += 1) {
    const column = points.view.subarray(j * step, j * step + slots.count);
    for (let slot = 0; slot < count; slot += 1) column[slot] = column[kept[slot]!]!;
  }
  for (let slot = 0; slot < count; slot += 1) {
    const before = kept[slot]!;
    nearest.view[slot] = nearest.view[before]!;
    neighbour.view[slot] = neighbour.view[before]!;
    slots.rowOf[slot] = slots.rowOf[before]!;
  }
  slots.count = count;
  slots.gone = 0;
  fillUp(places, count);
};

const growTree = (machine: Machine, arena: Arena, matrix: Matrix, progress: Progress): LooseMerges => {
  const { rows, columns, data } = matrix;
  const places = placeAll(arena, rows, columns);
  const { points, step, joined, nearest, neighbour, found } = places;
  for (let j = 0; j < columns; j += 1) points.view.set(data.subarray(j * rows, (j + 1) * rows), j * step);
  nearest.view.fill(Number.POSITIVE_INFINITY);
  neighbour.view.fill(0);
  fillUp(places, rows);
  const slots: Slots = { count: rows, gone: 0, rowOf: Int32Array.from({ length: rows }, (_, row) => row) };
  const one = new Int32Array(rows - 1);
  const other = new Int32Array(rows - 1);
  const heights = new Float64Array(rows - 1);
  const kernels = machine.kernels('single', arena.memory);
  let next = 0;
  for (let edge = 0; edge < rows - 1; edge += 1) {
    throwIfCancelled(progress);
    const row = slots.rowOf[next]!;
    for (let j = 0; j < columns; j += 1) joined.view[j] = points.view[j * step + next]!;
    points.view[next] = Number.NaN;
    nearest.view[next] = Number.POSITIVE_INFINITY;
    slots.gone += 1;
    if (slots.gone * 8 > slots.count) close(places, slots, columns);
    const end = fours(slots.count);
    const numbers = [points.at, columns, step * 8, joined.at, row, nearest.at, neighbour.at];
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
  const { rows, columns } = matrix;
  const padded = fours(rows);
  const sizes = [(padded + apart) * columns * 8, columns * 8, padded * 8, padded * 8];
  const bytes = arenaBytes(...sizes, Math.ceil(rows / pieceSlots) * approachedBytes);
  return withArena(machine, bytes, (arena) => growTree(machine, arena, matrix, progress));
};
