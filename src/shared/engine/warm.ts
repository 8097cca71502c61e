import { withArena } from './kernels/arena.ts';
import { machineInUse } from './kernels/machine.ts';
import { createMatrix, matrixFromRows } from './matrix.ts';
import { fitMethod } from './methods/fit-method.ts';
import { silent } from './progress.ts';
import { createRandom } from './random.ts';
import { silhouette } from './validate/silhouette.ts';

const rows = 1024;

let isWarm = false;

/**
 * Does a little of everything, so that code is compiled and the crew is up before somebody waits for it. Some 50 ms, once
 * a thread.
 */
export const warmEngine = (): void => {
  if (isWarm) return;
  isWarm = true;
  const random = createRandom(1);
  const matrix = matrixFromRows(Array.from({ length: rows }, () => [random(), random(), random()]));
  const [fit] = fitMethod({ matrix, method: 'kmeans', ks: [4], seed: 1 }, silent);
  fitMethod({ matrix, method: 'ward', ks: [4], seed: 1 }, silent);
  silhouette({ matrix, labels: fit!.labels }, silent);
};

/** What k-means over a million rows of a dozen columns takes; the system hands pages out slowly. */
const readyBytes = 32 * 1_048_576;

/**
 * Makes ready for large matrices too, and for given starts, which go a way of their own: memory that is there, and code
 * used often enough for the compiler to take it up, also for more than the processor's cache holds. For who measures:
 * some 250 ms and 50 MB, which a shop need not spend.
 */
export const warmWhole = (_: null): void => {
  warmEngine();
  const machine = machineInUse();
  if (machine) withArena(machine, readyBytes, (arena) => arena.u8(readyBytes - 4096).view.fill(0));
  const random = createRandom(2);
  const init = matrixFromRows(Array.from({ length: 8 }, () => Array.from({ length: 12 }, random)));
  for (const [times, tolerance] of [
    [16, 0],
    [16, 0],
    [176, 1e-3],
  ] as const) {
    const matrix = createMatrix(times * rows, 12);
    for (let i = 0; i < matrix.data.length; i += 1) matrix.data[i] = random();
    fitMethod({ matrix, method: 'kmeans', ks: [8], seed: 1, init, tolerance }, silent);
  }
};
