import { describe, expect, it } from 'vitest';
import { fitFrom, fitKmeans, type KmeansFit, sweepKmeans } from '../../../../src/shared/engine/cluster/fit-kmeans.ts';
import { pointsOf } from '../../../../src/shared/engine/cluster/points.ts';
import { createMatrix, type Matrix } from '../../../../src/shared/engine/matrix.ts';
import { type Progress, silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom, type Random } from '../../../../src/shared/engine/random.ts';
import { countDifferentRows } from '../../../../src/shared/engine/rows.ts';
import { onThreads } from '../../../support/machine.ts';

/** Five round clouds, some of them one in the other. */
const clouds = (rows: number, columns: number, random: Random): Matrix => {
  const centers = Array.from({ length: 5 }, () => Array.from({ length: columns }, () => random() * 6));
  const matrix = createMatrix(rows, columns);
  for (let i = 0; i < rows; i += 1) {
    const center = centers[Math.floor(random() * 5)]!;
    for (let j = 0; j < columns; j += 1) matrix.data[j * rows + i] = center[j]! + random() + random() + random() - 1.5;
  }
  return matrix;
};

type Bend = (value: number, row: number, column: number) => number;
const kinds: [string, Bend][] = [
  ['clouds', (value) => value],
  ['whole numbers with many equal rows and ties', (value) => Math.round(value)],
  ['huge numbers', (value) => value * 1e150],
  ['tiny numbers', (value) => value * 1e-150],
  ['a constant column', (value, _, column) => (column === 0 ? 7 : value)],
  ['numbers far from 0', (value) => value + 1e9],
  ['one row out of all proportion', (value, row) => (row === 3 ? value * 1e12 : value)],
  ['columns of most unlike sizes', (value, _, column) => value * (column === 0 ? 1e12 : 1e-12)],
  ['hardly any row unlike the others', (value, row) => (row % 50 === 1 ? value * 1e-30 : 5e-29)],
];

const startsFrom = ({ rows, columns, data }: Matrix, k: number, random: Random): Matrix => {
  const init = createMatrix(k, columns);
  for (let c = 0; c < k; c += 1)
    for (let j = 0; j < columns; j += 1) init.data[j * k + c] = data[j * rows + Math.floor(random() * rows)]!;
  return init;
};

const expectSame = (found: readonly KmeansFit[], plain: readonly KmeansFit[]): void => {
  found.forEach((fit, i) => {
    const { labels, iterations, inertia, centroids } = plain[i]!;
    expect(fit.iterations).toBe(iterations);
    expect(fit.labels).toEqual(labels);
    expect(Math.abs(fit.inertia - inertia)).toBeLessThanOrEqual(1e-12 * inertia);
    const size = centroids.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
    fit.centroids.data.forEach((value, at) => {
      expect(Math.abs(value - centroids.data[at]!)).toBeLessThanOrEqual(1e-13 * size);
    });
  });
};

describe('k-means by kernels is k-means in plain TypeScript', () => {
  it.each(kinds)('over %s', async (_, bend) => {
    const random = createRandom(11);
    const shapes = [
      { rows: 400, columns: 2, k: 7, tolerance: 0 },
      { rows: 1500, columns: 5, k: 20, tolerance: 1e-4 },
      { rows: 60, columns: 1, k: 60, tolerance: 0 },
      { rows: 300, columns: 9, k: 1, tolerance: 1e-4 },
      { rows: 2500, columns: 33, k: 4, tolerance: 1e-4 },
    ];
    for (const { rows, columns, k: most, tolerance } of shapes) {
      const matrix = clouds(rows, columns, random);
      for (let at = 0; at < matrix.data.length; at += 1)
        matrix.data[at] = bend(matrix.data[at]!, at % rows, Math.floor(at / rows));
      const k = countDifferentRows(matrix, most);
      const init = startsFrom(matrix, k, random);
      const run = () => [
        fitKmeans(pointsOf(matrix), k, 5, tolerance, silent, 2),
        fitFrom(pointsOf(matrix), init, tolerance, silent),
      ];
      const plain = await onThreads(0, run);
      for (const threads of [1, 2]) expectSame(await onThreads(threads, run), plain);
    }
  });

  it('with weights, some of them 0', async () => {
    const random = createRandom(3);
    const matrix = clouds(1500, 3, random);
    const weights = Float64Array.from({ length: 1500 }, () => (random() < 0.3 ? 0 : random() * 5));
    const init = startsFrom(matrix, 6, random);
    const run = () => [
      fitKmeans(pointsOf(matrix, silent, weights), 6, 5, 0, silent, 3),
      fitFrom(pointsOf(matrix, silent, weights), init, 0, silent),
    ];
    const plain = await onThreads(0, run);
    for (const threads of [1, 2]) expectSame(await onThreads(threads, run), plain);
  });

  it('byte for byte on any number of threads, one fit or a sweep', { timeout: 60_000 }, async () => {
    const matrix = clouds(40_000, 4, createRandom(8));
    const run = () => [
      ...sweepKmeans(pointsOf(matrix), [2, 5, 17], 4, 1e-4, silent, 3),
      fitKmeans(pointsOf(matrix), 5, 4, 1e-4, silent, 3),
      fitKmeans(pointsOf(matrix), 5, 4, 1e-4, silent, 1),
    ];
    const one = await onThreads(1, run);
    expect(one[3]).toEqual(one[1]);
    for (const threads of [2, 4]) expect(await onThreads(threads, run)).toEqual(one);
  });

  it('ends within 200 ms of a cancel, wherever it comes', { timeout: 60_000 }, async () => {
    const matrix = clouds(300_000, 12, createRandom(2));
    const init = startsFrom(matrix, 8, createRandom(1));
    const jobs = [
      (progress: Progress) => fitFrom(pointsOf(matrix), init, 0, progress),
      (progress: Progress) => sweepKmeans(pointsOf(matrix), [6, 12], 1, 0, progress, 4),
    ];
    await onThreads(2, () => {
      for (const job of jobs) {
        const began = performance.now();
        let looked = began;
        let longest = 0;
        const cancelled = () => {
          const now = performance.now();
          longest = Math.max(longest, now - looked);
          looked = now;
          return now - began > 60;
        };
        expect(() => job({ report: () => {}, cancelled })).toThrowError(
          expect.objectContaining({ code: 'cancelled' }) as Error,
        );
        expect(longest).toBeLessThan(150);
        expect(performance.now() - looked).toBeLessThan(150);
      }
    });
  });

  it('in no more memory after a hundred runs than after ten', { timeout: 60_000 }, async () => {
    const matrix = clouds(20_000, 6, createRandom(2));
    await onThreads(2, () => {
      const megabytes: number[] = [];
      for (let run = 0; run < 100; run += 1) {
        fitKmeans(pointsOf(matrix), 4, run, 1e-2, silent, 1);
        megabytes.push(process.memoryUsage.rss() / 1_048_576);
      }
      expect(megabytes[99]! - megabytes[9]!).toBeLessThan(60);
    });
  });
});
