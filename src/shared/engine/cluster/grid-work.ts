import { checkSums } from '../check-numbers.ts';
import type { Arena } from '../kernels/arena.ts';
import type { Machine } from '../kernels/machine.ts';
import { viewsOf } from '../kernels/views.ts';
import { sharedNumbers } from '../matrix.ts';
import type { Progress } from '../progress.ts';
import { addDrift } from './add-drift.ts';
import { centroidsOnGrid, type Grid } from './grid.ts';
import { gridWord, placeGrid } from './grid-plan.ts';
import { piecesOf, sumWidth } from './kmeans-plan.ts';
import type { LloydWork } from './kmeans-work.ts';
import type { Points } from './points.ts';
import { meanVarianceOf } from './screen.ts';
import { sumsOfTotals } from './sums-of-totals.ts';

/** Where more of the rows than this cannot be decided on the grid, floats do better. */
const mostUndecided = 0.05;
/** Share of the whole that an inertia needs for a difference of sums to be as good as a sum of its own. */
const leastShare = 0.02;

/**
 * k-means' passes from given starts by kernels, for rows that all weigh 1. They stand in memory as whole numbers on a
 * grid, a sixth of what doubles and floats take; what these cannot decide within their error bound, and what moves from
 * one part to another, is read in doubles from the matrix itself. Otherwise as `kernelWork` does it. The first assignment
 * is done here, while the rows are taken in; null where the grid turns out too coarse for them.
 * @throws AppError `badInput` where a value is no number, or too large to square; `cancelled`
 */
export const gridWork = (
  machine: Machine,
  arena: Arena,
  { matrix, rows, columns }: Points,
  grid: Grid,
  starts: Float64Array,
  progress: Progress,
): LloydWork | null => {
  const { memory } = arena;
  const { buffer } = memory;
  const k = starts.length / columns;
  const plan = placeGrid(arena, rows, columns, k, machine.threads);
  const at = plan.byteOffset;
  const pairSlacksAt = plan[gridWord.pairSlacks]!;
  const pieces = piecesOf(rows);
  const width = sumWidth(columns);
  const { shared, from } = sharedNumbers(matrix);
  const data = matrix.data;
  const { ints } = viewsOf(buffer);
  const doubles = (word: number, count: number) => new Float64Array(buffer, plan[word]!, count);
  const placed = doubles(gridWord.centroids, k * columns);
  const totals = doubles(gridWord.totals, k * width * 2);
  const labels = new Uint16Array(buffer, plan[gridWord.labels]!, rows);
  const { reduceDelta } = machine.kernels('kmeans-grid', memory);
  let drift = new Float64Array(k);

  const run = (job: string): void => {
    machine.run(job, memory, pieces, [at, from], progress, shared);
  };
  const place = (centroids: Float64Array): void => {
    placed.set(centroids);
    const { values, halves, slack, pairSlacks, blur, unit } = centroidsOnGrid(grid, centroids);
    new Int16Array(buffer, plan[gridWord.gridCentroids]!, values.length).set(values);
    new Int32Array(buffer, plan[gridWord.halves]!, k).set(halves);
    plan[gridWord.pairSlacks] = pairSlacks === null ? 0 : pairSlacksAt;
    if (pairSlacks !== null) new Float32Array(buffer, pairSlacksAt, k * k).set(pairSlacks);
    new Float32Array(buffer, at + gridWord.slack * 4, 4).set([slack, blur, unit, Math.sqrt(columns) * 1.0001]);
    // Whole steps, rounded up: margins are whole, so that nothing is lost by it twice.
    new Uint16Array(buffer, plan[gridWord.drifts]!, k).set(drift.map((way) => Math.min(65_535, Math.ceil(way))));
  };
  const pass = (job: string): number => {
    run(job);
    let changed = 0;
    for (let piece = 0; piece < pieces; piece += 1) {
      const delta = plan[gridWord.deltas]! + piece * plan[gridWord.deltaStep]!;
      changed += ints[delta >> 2]!;
      reduceDelta!(at, delta, plan[gridWord.totals]!);
    }
    return changed;
  };
  const momentsOf = (): Float64Array => {
    const parts = doubles(gridWord.moments, pieces * columns * 4);
    const moments = new Float64Array(3 * columns);
    for (let j = 0; j < columns; j += 1) {
      let most = 0;
      let least = 0;
      for (let piece = 0; piece < pieces; piece += 1) {
        const moment = piece * columns * 4 + j;
        moments[j]! += parts[moment]!;
        moments[columns + j]! += parts[moment + columns]!;
        most = Math.max(most, parts[moment + 2 * columns]!);
        least = Math.min(least, parts[moment + 3 * columns]!);
      }
      const center = grid.centers[j]!;
      moments[2 * columns + j] = Math.max(Math.abs(center + most), Math.abs(center + least));
    }
    checkSums(matrix, moments.subarray(0, 2 * columns), moments.subarray(2 * columns), 'Clustering');
    return moments;
  };

  doubles(gridWord.centers, columns).set(grid.centers);
  new Float64Array(buffer, at + gridWord.scale * 4, 2).set([grid.scale, grid.reach]);
  totals.fill(0);
  plan[gridWord.first] = 1;
  place(starts);
  pass('gridIntakePiece');
  plan[gridWord.first] = 0;
  const moments = momentsOf();
  const undecided = new Int32Array(buffer, plan[gridWord.undecided]!, pieces).reduce((sum, one) => sum + one, 0);
  if (undecided > rows * mostUndecided) return null;
  const squares = moments.subarray(columns, 2 * columns).reduce((sum, one) => sum + one, 0);
  const center = Math.sqrt(grid.centers.reduce((sum, one) => sum + one * one, 0));
  let fresh = true;

  /** Σ|x|² − 2 Σ c·S + Σ n |c|², all from the centers; not a number where rounding would show. */
  const inertiaBySums = (centroids: Float64Array): number => {
    let inertia = squares;
    for (let c = 0; c < k; c += 1) {
      const sums = c * 2 * width;
      const count = totals[sums + columns]!;
      for (let j = 0; j < columns; j += 1) {
        const off = centroids[c * columns + j]! - grid.centers[j]!;
        const sum = totals[sums + j]! - count * grid.centers[j]! + totals[sums + width + j]!;
        inertia += off * (count * off - 2 * sum);
      }
    }
    const isSafe =
      squares > 1e-200 && inertia > leastShare * squares && Math.sqrt(rows * squares) * center < 100 * inertia;
    return isSafe ? inertia : Number.NaN;
  };

  return {
    rows,
    columns,
    weights: null,
    labels,
    meanVariance: meanVarianceOf(rows, columns, moments),
    readRow: (row, into) => {
      for (let j = 0; j < columns; j += 1) into[j] = data[j * rows + row]!;
    },
    begin: () => {
      drift = new Float64Array(k);
    },
    assign: (centroids) => {
      if (fresh) {
        fresh = false;
        // What was done while the rows were taken in.
        return rows;
      }
      // In steps of the grid.
      addDrift(drift, placed, centroids, columns, grid.scale);
      place(centroids);
      return pass('gridAssignPiece');
    },
    sums: () => sumsOfTotals(totals, k, columns, width),
    inertia: (centroids) => {
      const bySums = inertiaBySums(centroids);
      if (!Number.isNaN(bySums)) return bySums;
      placed.set(centroids);
      run('gridInertiaPiece');
      return doubles(gridWord.inertias, pieces).reduce((sum, one) => sum + one, 0);
    },
  };
};
