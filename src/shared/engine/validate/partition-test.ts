import { sweepKmeans } from '../cluster/fit-kmeans.ts';
import { pointsOf } from '../cluster/points.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, part } from '../progress.ts';
import { createRandom } from '../random.ts';
import { pickRows, sampleRows } from '../sample.ts';
import { copulaNull, ellipticalNull, type NullModel } from './null-samples.ts';
import { studentTail } from './student-tail.ts';

export interface PartitionTest {
  readonly pValue: number;
  /** The number of parts that beats the null model most. */
  readonly k: number;
  /** By how much of its logarithm the inertia with that many is less than the null model's. */
  readonly gap: number;
}

const ks = [2, 3, 5, 8];
const draws = 24;
const rowsAtMost = 600;
const leastRows = 20;
/** So many draws as low as the rows for every k, and the rest need not be made (Besag & Clifford 1991). */
const enoughAsLow = 3;
/** A null model that holds this well need not be held against another. */
const holdsFrom = 0.05;
const kmeansTolerance = 1e-3;
const restarts = 3;

const logInertias = (matrix: Matrix, tried: readonly number[], seed: number, progress: Progress): number[] =>
  sweepKmeans(pointsOf(matrix), tried, seed, kmeansTolerance, { ...progress, report: () => {} }, restarts).map(
    ({ inertia }) => Math.log(inertia),
  );

const against = (model: NullModel, tried: readonly number[], seed: number, progress: Progress): PartitionTest => {
  const found = logInertias(model.seen, tried, seed, progress);
  const drawn: number[][] = [];
  const asLow = tried.map(() => 0);
  for (let draw = 0; draw < draws; draw += 1) {
    const inertias = logInertias(model.draw(), tried, seed, progress);
    drawn.push(inertias);
    inertias.forEach((value, i) => {
      if (value <= found[i]!) asLow[i]! += 1;
    });
    progress.report((draw + 1) / draws);
    if (asLow.every((count) => count >= enoughAsLow)) break;
  }
  const count = drawn.length;
  const tests = tried.map((k, i): PartitionTest => {
    const values = drawn.map((one) => one[i]!);
    const mean = values.reduce((sum, value) => sum + value / count, 0);
    const variance = values.reduce((sum, value) => sum + (value - mean) ** 2 / (count - 1), 0);
    const gap = mean - found[i]!;
    // The chance that one more draw lies as low, where the draws are normal.
    const t = gap / Math.sqrt(variance * (1 + 1 / count));
    const chance = count < draws ? asLow[i]! / count : t > 0 ? studentTail(t, count - 1) : 1;
    return { k, gap, pValue: Math.min(1, tried.length * chance) };
  });
  return tests.reduce((best, one) => (one.pValue < best.pValue ? one : best));
};

/**
 * Does k-means part the rows better than it parts rows without structure? The inertia with 2, 3, 5 and 8 parts, of at
 * most 600 rows, against up to 24 draws from a null model: a Gaussian copula, and where that is rejected an elliptical one too;
 * the greater p-value counts, for one that holds is enough. Sees parts that overlap, in which the valley test sees
 * none. After SigClust (Liu et al. 2008) and UNPaC (Helgeson, Vock & Bair 2021).
 * @param sample from `workingSample`
 * @throws AppError `cancelled`
 */
export const partitionTest = (sample: Matrix, seed: number, progress: Progress): PartitionTest => {
  const rows = Math.min(sample.rows, rowsAtMost);
  const tried = ks.filter((k) => 4 * k <= rows);
  if (sample.columns === 0 || rows < leastRows) return { pValue: 1, k: 1, gap: 0 };
  const looked = rows < sample.rows ? pickRows(sample, sampleRows(sample.rows, rows, seed)) : sample;
  const random = createRandom(seed);
  const copula = against(copulaNull(looked, random), tried, seed, part(progress, 0, 0.5));
  if (copula.pValue > holdsFrom) return copula;
  const elliptical = against(ellipticalNull(looked, random), tried, seed, part(progress, 0.5, 1));
  return elliptical.pValue > copula.pValue ? elliptical : copula;
};
