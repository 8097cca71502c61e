import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type Matrix, matrixFromRows, rowsOf } from '../../../../src/shared/engine/matrix.ts';
import { type KmedoidsInput, kmedoids } from '../../../../src/shared/engine/medoids/kmedoids.ts';
import { gower, type MixedTable } from '../../../../src/shared/engine/mixed/gower.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { countDifferentRows } from '../../../../src/shared/engine/rows.ts';
import { adjustedRandIndex } from '../../../../src/shared/engine/validate/adjusted-rand-index.ts';
import { pointMatrix, points } from '../../../reference/points.ts';
import { onThreads } from '../../../support/machine.ts';

/** Small whole numbers: ties and equal rows abound. */
const coarse = fc
  .tuple(fc.integer({ min: 1, max: 3 }), fc.integer({ min: 1, max: 25 }))
  .chain(([columns, rows]) =>
    fc.array(fc.array(fc.integer({ min: -6, max: 6 }), { minLength: columns, maxLength: columns }), {
      minLength: rows,
      maxLength: rows,
    }),
  )
  .map(matrixFromRows);

/** A table with missing values. */
const tableOf = (rows: number, seed: number): MixedTable => {
  const random = createRandom(seed);
  const code = (most: number) =>
    Int32Array.from({ length: rows }, () => (random() < 0.1 ? -1 : Math.floor(random() * most)));
  return {
    numeric: matrixFromRows(
      Array.from({ length: rows }, () => [random() * 7, random() < 0.2 ? Number.NaN : Math.floor(random() * 5)]),
    ),
    categories: [code(3), code(4)],
    weights: [1, 0.5, 2, 1],
  };
};

type Between = (one: number, other: number) => number;

const euclidean = (matrix: Matrix): Between => {
  const rows = rowsOf(matrix);
  return (one, other) => Math.hypot(...rows[one]!.map((value, j) => value - rows[other]![j]!));
};
const given =
  (condensed: Float64Array, rows: number): Between =>
  (one, other) => {
    const [low, high] = [Math.min(one, other), Math.max(one, other)];
    return low === high ? 0 : condensed[(low * (2 * rows - low - 1)) / 2 + high - low - 1]!;
  };
const deviationOf = (between: Between, rows: number, medoids: readonly number[]): number => {
  let sum = 0;
  for (let row = 0; row < rows; row += 1) sum += Math.min(...medoids.map((medoid) => between(row, medoid)));
  return sum;
};

const expectOptimal = (input: KmedoidsInput, between: Between, rows: number): void => {
  const { k, medoids, labels, totalDeviation } = kmedoids(input, silent);
  const deviation = deviationOf(between, rows, [...medoids]);
  expect(totalDeviation).toBeCloseTo(deviation, 8);
  expect(new Set(medoids).size).toBe(k);
  labels.forEach((label, row) => {
    const own = between(row, medoids[label]!);
    expect(own).toBeCloseTo(Math.min(...[...medoids].map((medoid) => between(row, medoid))), 9);
  });
  const sizes = Array.from({ length: k }, (_, c) => labels.filter((label) => label === c).length);
  expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
  // No single swap is better.
  for (let row = 0; row < rows; row += 1)
    for (let c = 0; c < k; c += 1) {
      const swapped = [...medoids];
      swapped[c] = row;
      expect(deviationOf(between, rows, swapped)).toBeGreaterThan(deviation - 1e-9);
    }
};

describe('kmedoids', () => {
  it('ends where no swap is better, by euclidean distance', () => {
    fc.assert(
      fc.property(coarse, fc.nat(), fc.nat(), (matrix, pick, seed) => {
        const k = 1 + (pick % Math.min(5, countDifferentRows(matrix, 5)));
        expectOptimal({ data: { matrix }, k, seed, restarts: 1 }, euclidean(matrix), matrix.rows);
      }),
      { numRuns: 80 },
    );
  });

  it('and so by Gower’s dissimilarity, on the fly as given', () => {
    for (const [rows, k] of [
      [9, 2],
      [24, 4],
      [25, 1],
      [31, 5],
    ] as const) {
      const table = tableOf(rows, rows);
      const condensed = gower(table, silent);
      expectOptimal({ data: { table }, k, seed: 3 }, given(condensed, rows), rows);
      expectOptimal({ data: { rows, condensed }, k, seed: 3 }, given(condensed, rows), rows);
      const one = kmedoids({ data: { table }, k, seed: 3 }, silent);
      const other = kmedoids({ data: { rows, condensed }, k, seed: 3 }, silent);
      expect(one).toEqual(other);
    }
  });

  it('finds the best of all choices in small data', () => {
    const matrix = pointMatrix(18, 2, 9);
    const between = euclidean(matrix);
    const choose = (from: number, k: number): number[][] =>
      k === 0
        ? [[]]
        : Array.from({ length: 18 - from }, (_, i) => from + i).flatMap((row) =>
            choose(row + 1, k - 1).map((rest) => [row, ...rest]),
          );
    for (const k of [1, 2, 3, 4]) {
      const best = Math.min(...choose(0, k).map((medoids) => deviationOf(between, 18, medoids)));
      const { totalDeviation } = kmedoids({ data: { matrix }, k, seed: 1, restarts: 10 }, silent);
      expect(totalDeviation).toBeCloseTo(best, 9);
    }
  });

  it('takes samples of many rows and states what that may cost', () => {
    const matrix = pointMatrix(2000, 2, 5);
    const exact = kmedoids({ data: { matrix }, k: 3, seed: 1 }, silent);
    expect(exact.sampled).toBeNull();
    const base = { data: { matrix }, k: 3, seed: 1, mostExactRows: 1999, sampleSize: 400 } as const;
    const { sampled, totalDeviation, labels } = kmedoids(base, silent);
    expect(sampled).toMatchObject({ rows: 400, samples: 5 });
    expect(totalDeviation).toBeGreaterThanOrEqual(exact.totalDeviation - 1e-6);
    expect(totalDeviation).toBeLessThan(exact.totalDeviation * 1.02);
    expect(sampled!.loss).toBeLessThan(0.1);
    expect(
      adjustedRandIndex(
        labels,
        Array.from({ length: 2000 }, (_, i) => i % 3),
      ),
    ).toBe(1);
    // Few rows that differ are in every sample.
    const few = matrixFromRows(Array.from({ length: 2000 }, (_, i) => [i === 7 ? 5 : i === 1999 ? 9 : 0]));
    expect(kmedoids({ ...base, data: { matrix: few } }, silent).totalDeviation).toBe(0);
  });

  it('takes a part for each row, one column, a constant column, and numbers of any size', () => {
    const labels = (rows: number[][], k: number) =>
      kmedoids({ data: { matrix: matrixFromRows(rows) }, k, seed: 1 }, silent).labels;
    expect([...labels([[0], [10], [20], [30]], 4)].sort()).toEqual([0, 1, 2, 3]);
    const truth = Array.from({ length: 60 }, (_, i) => i % 3);
    for (const change of [(value: number) => value * 1e-140, (value: number) => value * 1e140 + 3e140]) {
      const rows = points(60, 2, 3).map((row) => [...row.map(change), 7]);
      expect(adjustedRandIndex(labels(rows, 3), truth)).toBe(1);
    }
    const rows = points(60, 2, 4);
    const turned = labels([...rows].reverse(), 3);
    expect(adjustedRandIndex([...turned].reverse(), labels(rows, 3))).toBe(1);
  });

  const refused = (code: string) => expect.objectContaining({ code }) as Error;

  it('says why where it cannot', () => {
    const matrix = matrixFromRows([[1], [1], [2]]);
    expect(() => kmedoids({ data: { matrix }, k: 3, seed: 1 }, silent)).toThrowError(refused('tooManySegments'));
    const condensed = Float64Array.of(0, 1, 1);
    expect(() => kmedoids({ data: { rows: 3, condensed }, k: 3, seed: 1 }, silent)).toThrowError(
      refused('tooManySegments'),
    );
    for (const [rows, values] of [
      [4, condensed],
      [3, Float64Array.of(0, -1, 1)],
      [3, Float64Array.of(0, Number.NaN, 1)],
    ] as const)
      expect(() => kmedoids({ data: { rows, condensed: values }, k: 2, seed: 1 }, silent)).toThrowError(
        refused('badInput'),
      );
    const huge = matrixFromRows([[1e200], [2], [3]]);
    expect(() => kmedoids({ data: { matrix: huge }, k: 2, seed: 1 }, silent)).toThrowError(refused('badInput'));
    const cancelled = { report: () => {}, cancelled: () => true };
    expect(() => kmedoids({ data: { matrix }, k: 2, seed: 1 }, cancelled)).toThrowError(refused('cancelled'));
  });

  it('refuses what is no number, with its row and column', () => {
    const matrix = matrixFromRows([
      [1, 2],
      [3, Number.NaN],
      [5, 6],
    ]);
    expect(() => kmedoids({ data: { matrix }, k: 2, seed: 1 }, silent)).toThrowError(
      expect.objectContaining({ code: 'badInput', details: expect.objectContaining({ row: 2, column: 2 }) }) as Error,
    );
  });

  it('gives the same on any number of threads as in plain TypeScript, and tells how far it is', async () => {
    const table = tableOf(201, 5);
    const condensed = gower(tableOf(60, 2), silent);
    const all = () => [
      kmedoids({ data: { matrix: pointMatrix(701, 5, 2) }, k: 7, seed: 4 }, silent),
      kmedoids({ data: { matrix: pointMatrix(1, 2, 2) }, k: 1, seed: 4 }, silent),
      kmedoids({ data: { table }, k: 4, seed: 4 }, silent),
      kmedoids({ data: { rows: 60, condensed }, k: 3, seed: 4 }, silent),
    ];
    const plain = await onThreads(0, all);
    for (const threads of [1, 2, 3]) expect(await onThreads(threads, all)).toEqual(plain);
    const reports: number[] = [];
    const progress = { report: (fraction: number) => reports.push(fraction), cancelled: () => false };
    kmedoids({ data: { matrix: pointMatrix(300, 2, 2) }, k: 4, seed: 1 }, progress);
    expect(reports).toEqual([...reports].sort((a, b) => a - b));
    expect(reports.at(-1)).toBeCloseTo(1, 9);
  });
});
