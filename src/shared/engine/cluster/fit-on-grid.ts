import { withArena } from '../kernels/arena.ts';
import type { Machine } from '../kernels/machine.ts';
import type { Progress } from '../progress.ts';
import { gridOf } from './grid.ts';
import { gridBytes } from './grid-plan.ts';
import { gridWork } from './grid-work.ts';
import { asStarted, type KmeansFit } from './kmeans-fit.ts';
import { mostClusters } from './kmeans-plan.ts';
import { lloyd } from './lloyd.ts';
import type { Points } from './points.ts';

/** Fewer are done before a grid is chosen. */
const leastRows = 1024;

/**
 * One k-means run from given starts, row-major, over rows on a grid; null where they do not suit one, and where there is
 * no memory. The same labels and iterations as any other way, and the same centroids but for rounding.
 * @throws AppError `badInput` where a value is no number, or too large to square; `cancelled`
 */
export const fitOnGrid = (
  machine: Machine,
  points: Points,
  starts: Float64Array,
  tolerance: number,
  progress: Progress,
): KmeansFit | null => {
  const { matrix, rows, columns, weights } = points;
  const k = starts.length / columns;
  if (weights !== null || rows < leastRows || k > mostClusters) return null;
  const grid = gridOf(matrix);
  if (grid === null) return null;
  return withArena(machine, gridBytes(rows, columns, k, machine.threads), (arena) => {
    const work = gridWork(machine, arena, points, grid, starts, progress);
    return work && asStarted(work, lloyd(work, starts, tolerance, progress));
  });
};
