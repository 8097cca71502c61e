import { arenaBytes } from '../kernels/arena.ts';
import { type PlainKernels, withMachine } from '../kernels/plain-machine.ts';
import { columnOf } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { assignPiece, assignPieceRows } from './assign-piece.ts';
import type { MixedRows } from './mixed-rows.ts';
import type { Prototypes } from './prototypes.ts';

/** `kernels/assembly/prototypes.ts` in TypeScript, with the same bytes. */
const plainAssign: PlainKernels = ({ buffer }) => {
  const f64 = new Float64Array(buffer);
  const i32 = new Int32Array(buffer);
  return {
    assignRows: (...all) => {
      const [values, rows, columns, kinds, prototypes, k, gamma, from, to, labels, distances] = all as number[];
      const width = columns! + kinds!;
      for (let row = from!; row < to!; row += 1) {
        let least = Number.POSITIVE_INFINITY;
        let nearest = 0;
        for (let c = 0, b = prototypes! / 8; c < k!; c += 1, b += width) {
          let square = 0;
          let a = values! / 8 + row;
          for (let j = 0; j < columns!; j += 1, a += rows!) {
            const off = f64[a]! - f64[b + j]!;
            square += off * off;
          }
          let others = 0;
          for (let j = columns!; j < width; j += 1, a += rows!) if (f64[a] !== f64[b + j]) others += 1;
          const distance = square + gamma! * others;
          if (distance < least) {
            least = distance;
            nearest = c;
          }
        }
        i32[labels! / 4 + row] = nearest;
        f64[distances! / 8 + row] = least;
      }
      return 0;
    },
  };
};

/** Each row's nearest prototype and the distance to it; of equally near ones the lowest. */
export type Assign = (prototypes: Prototypes, progress: Progress) => { labels: Int32Array; distances: Float64Array };

/**
 * Runs `use` with an assignment of all rows to k prototypes, spread over the threads. O(rows × k × columns) a call.
 * @throws AppError `cancelled`
 */
export const withAssign = <Result>(
  mixed: MixedRows,
  k: number,
  gamma: number,
  progress: Progress,
  use: (assign: Assign) => Result,
): Result => {
  const { rows, columns, kinds, numeric, levels } = mixed;
  const width = columns + kinds;
  const bytes = arenaBytes(rows * width * 8, k * width * 8, rows * 4, rows * 8);
  return withMachine(bytes, { assignPiece }, plainAssign, (machine, arena) => {
    const values = arena.f64(rows * width);
    const placed = arena.f64(k * width);
    const labels = arena.i32(rows);
    const distances = arena.f64(rows);
    for (let j = 0; j < columns; j += 1) {
      throwIfCancelled(progress);
      values.view.set(columnOf(numeric, j), j * rows);
    }
    for (let c = 0; c < kinds; c += 1) {
      throwIfCancelled(progress);
      for (let row = 0; row < rows; row += 1) values.view[(columns + c) * rows + row] = levels[row * kinds + c]!;
    }
    throwIfCancelled(progress);
    return use(({ means, modes }, own) => {
      for (let c = 0; c < k; c += 1) {
        placed.view.set(means.subarray(c * columns, (c + 1) * columns), c * width);
        placed.view.set(modes.subarray(c * kinds, (c + 1) * kinds), c * width + columns);
      }
      const given = [values.at, rows, columns, kinds, placed.at, k, gamma, labels.at, distances.at];
      machine.run('assignPiece', arena.memory, Math.ceil(rows / assignPieceRows), given, own);
      return { labels: new Int32Array(labels.view), distances: new Float64Array(distances.view) };
    });
  });
};
