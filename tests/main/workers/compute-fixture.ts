import { kmeans } from 'ml-kmeans';
import { serveTasks } from '../../../src/main/workers/serve-tasks.ts';
import { type Progress, throwIfCancelled } from '../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../src/shared/engine/random.ts';

/** A compute thread that behaves in every way a task can: politely, deafly, and badly. */
const polite = ({ ms }: { ms: number }, progress: Progress): string => {
  const start = performance.now();
  for (let now = start; now - start < ms; now = performance.now()) {
    throwIfCancelled(progress);
    progress.report((now - start) / ms);
  }
  return 'done';
};

/** Foreign code that never looks at the flag: minutes of k-means. */
const deaf = ({ rows }: { rows: number }): number => {
  const random = createRandom(1);
  const data = Array.from({ length: rows }, () => Array.from({ length: 12 }, random));
  return kmeans(data, 30, { maxIterations: 1e6, tolerance: 0, seed: 1 }).iterations;
};

serveTasks({
  polite,
  deaf,
  double: (value: number) => value * 2,
  sum: (data: Float64Array) => data.reduce((sum, one) => sum + one, 0),
  fail: () => {
    throw new TypeError('a bug');
  },
  uncloneable: () => () => 1,
  exit: () => process.exit(3),
  late: () => {
    setTimeout(() => {
      throw new Error('thrown when nobody waited');
      // After the answer was heard, also on a busy machine.
    }, 50);
    return 'fine';
  },
});
