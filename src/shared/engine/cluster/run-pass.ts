import type { Arena } from '../kernels/arena.ts';
import type { JobPlace, Machine } from '../kernels/machine.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import {
  kmeansAssignPiece,
  kmeansCostPiece,
  kmeansInertiaPiece,
  kmeansPreparePiece,
  kmeansStartPiece,
} from './kmeans-pieces.ts';
import { piecesOf } from './kmeans-plan.ts';

const passes = { kmeansPreparePiece, kmeansAssignPiece, kmeansInertiaPiece, kmeansCostPiece, kmeansStartPiece };
type Pass = keyof typeof passes;

/** Does a pass over all pieces; `after` hears of each piece in order, whoever did it. */
export type RunPass = (
  pass: Pass,
  numbers: readonly number[],
  after?: (piece: number) => void,
  shared?: SharedArrayBuffer,
) => void;

/** Pieces by the crew, all at the same time. */
const byCrew =
  (machine: Machine, memory: JobPlace['memory'], pieces: number, progress: Progress): RunPass =>
  (pass, numbers, after, shared) => {
    machine.run(pass, memory, pieces, numbers, progress, shared);
    if (after) for (let piece = 0; piece < pieces; piece += 1) after(piece);
  };

/** Pieces by this thread alone, one after another: for a crew's member, or where the work is small. */
export const byItself =
  (place: Pick<JobPlace, 'memory' | 'kernels' | 'copy'>, pieces: number, progress: Progress): RunPass =>
  (pass, numbers, after, shared) => {
    const here: JobPlace = {
      memory: place.memory,
      kernels: place.kernels,
      copy: place.copy,
      numbers: Float64Array.from(numbers),
      shared: shared ?? null,
      cancelled: () => progress.cancelled(),
    };
    for (let piece = 0; piece < pieces; piece += 1) {
      passes[pass](piece, here);
      throwIfCancelled(progress);
      after?.(piece);
    }
  };

/** How passes over so many rows are best done: alone where there is one piece only. */
export const passesOver = (machine: Machine, arena: Arena, rows: number, progress: Progress): RunPass => {
  const { memory } = arena;
  const pieces = piecesOf(rows);
  return pieces > 1
    ? byCrew(machine, memory, pieces, progress)
    : byItself({ memory, kernels: (name) => machine.kernels(name, memory), copy: machine.copy }, pieces, progress);
};
