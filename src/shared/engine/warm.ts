import { matrixFromRows } from './matrix.ts';
import { fitMethod } from './methods/fit-method.ts';
import { silent } from './progress.ts';
import { createRandom } from './random.ts';
import { silhouette } from './validate/silhouette.ts';

const rows = 1024;

/** Does a little of everything, so that code is compiled and the crew is up before somebody waits for it. Some 50 ms. */
export const warmEngine = (): void => {
  const random = createRandom(1);
  const matrix = matrixFromRows(Array.from({ length: rows }, () => [random(), random(), random()]));
  const [fit] = fitMethod({ matrix, method: 'kmeans', ks: [4], seed: 1 }, silent);
  // Given starts go another way.
  const init = matrixFromRows(Array.from({ length: 4 }, () => [random(), random(), random()]));
  for (let run = 0; run < 3; run += 1)
    fitMethod({ matrix, method: 'kmeans', ks: [4], seed: 1, init, tolerance: 0 }, silent);
  fitMethod({ matrix, method: 'ward', ks: [4], seed: 1 }, silent);
  silhouette({ matrix, labels: fit!.labels }, silent);
};
