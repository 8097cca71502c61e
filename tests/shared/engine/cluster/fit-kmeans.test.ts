import { describe, expect, it } from 'vitest';
import { checkDifferentRows, fitFrom, fitKmeans } from '../../../../src/shared/engine/cluster/fit-kmeans.ts';
import { pointsOf } from '../../../../src/shared/engine/cluster/points.ts';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { inertiaOf } from '../../../../src/shared/engine/validate/score-parts.ts';
import { points } from '../../../reference/points.ts';
import { clusterMatrix } from '../../../support/cluster-matrix.ts';
import { onThreads } from '../../../support/machine.ts';

const rows = points(240, 3, 4);
const matrix = matrixFromRows(rows);

describe.each([0, 2])('k-means on %i threads of kernels', (threads) => {
  it('counts a row as often as its weight says', async () => {
    const random = createRandom(6);
    const weights = Float64Array.from(rows, () => Math.floor(random() * 4));
    const copies = matrixFromRows(rows.flatMap((row, i) => Array.from({ length: weights[i]! }, () => row)));
    const init = matrixFromRows([rows[1]!, rows[5]!, rows[9]!, rows[12]!]);
    await onThreads(threads, () => {
      const weighted = fitFrom(pointsOf(matrix, silent, weights), init, 0, silent);
      const copied = fitFrom(pointsOf(copies), init, 0, silent);
      expect(weighted.iterations).toBe(copied.iterations);
      expect(Math.abs(weighted.inertia / copied.inertia - 1)).toBeLessThan(1e-12);
      const labels = [...weighted.labels].flatMap((label, i) => Array.from({ length: weights[i]! }, () => label));
      expect(labels).toEqual([...copied.labels]);
    });
  });

  it('gives each label its centroid, the mean of its rows', async () => {
    const { labels, centroids, inertia } = await onThreads(threads, () => fitKmeans(pointsOf(matrix), 3, 1, 0, silent));
    for (let label = 0; label < 3; label += 1)
      for (let j = 0; j < 3; j += 1) {
        const values = rows.filter((_, i) => labels[i] === label).map((row) => row[j]!);
        const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
        expect(centroids.data[j * 3 + label]).toBeCloseTo(mean, 12);
      }
    expect(inertia).toBeCloseTo(inertiaOf(matrix, labels, 3), 9);
  });

  it('gives permuted rows the same parts', async () => {
    const order = rows.map((_, i) => (i * 77) % rows.length);
    const permuted = matrixFromRows(order.map((row) => rows[row]!));
    const init = matrixFromRows([rows[0]!, rows[1]!, rows[2]!, rows[3]!]);
    await onThreads(threads, () => {
      const one = fitFrom(pointsOf(matrix), init, 0, silent);
      const other = fitFrom(pointsOf(permuted), init, 0, silent);
      expect([...other.labels]).toEqual(order.map((row) => one.labels[row]));
      expect(other.inertia).toBeCloseTo(one.inertia, 9);
    });
  });

  it('finds a part for every row where k is as many', async () => {
    const few = matrixFromRows(rows.slice(0, 30));
    const { inertia, labels } = await onThreads(threads, () => fitKmeans(pointsOf(few), 30, 1, 0, silent));
    expect(inertia).toBe(0);
    expect(new Set(labels).size).toBe(30);
  });

  it.each([Number.NaN, Number.POSITIVE_INFINITY])('refuses %d, with its row and column', async (value) => {
    const wrong = matrixFromRows(rows.map((row, i) => (i === 200 ? [row[0]!, value, row[2]!] : row)));
    const asked = { matrix: wrong, method: 'kmeans', k: 3, scale: 'none', seed: 1 } as const;
    await onThreads(threads, () => {
      expect(() => clusterMatrix(asked, silent)).toThrowError(
        expect.objectContaining({
          code: 'badInput',
          details: expect.objectContaining({ row: 201, column: 2 }) as object,
        }) as Error,
      );
    });
  });

  it('stays at the best of its starts, more of which never do worse', async () => {
    await onThreads(threads, () => {
      const inertias = [1, 3, 10].map((starts) => fitKmeans(pointsOf(matrix), 9, 2, 0, silent, starts).inertia);
      expect(inertias).toEqual([...inertias].sort((a, b) => b - a));
    });
  });
});

describe('what k-means refuses', () => {
  it.each([
    [[1, 1], 'there are 2 weights for 240 rows'],
    [rows.map((_, i) => (i === 7 ? -1 : 1)), 'the weight of row 8 is -1'],
    [rows.map((_, i) => (i === 7 ? Number.NaN : 1)), 'the weight of row 8 is NaN'],
    [rows.map(() => 0), 'all weights are 0'],
  ])('weights %#', (weights, problem) => {
    expect(() => pointsOf(matrix, silent, Float64Array.from(weights))).toThrowError(
      expect.objectContaining({ code: 'badInput', details: { method: 'k-means', problem } }) as Error,
    );
  });

  it('more parts than there are different rows that weigh anything', () => {
    const weights = Float64Array.from(rows, (_, i) => (i < 4 ? 1 : 0));
    expect(() => {
      checkDifferentRows(matrix, 5, weights);
    }).toThrowError(expect.objectContaining({ code: 'tooManySegments', details: { k: 5, customers: 4 } }) as Error);
    checkDifferentRows(matrix, 4, weights);
  });
});
