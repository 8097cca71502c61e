import { describe, expect, it } from 'vitest';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { adjustedRandIndex } from '../../../../src/shared/engine/validate/adjusted-rand-index.ts';
import { pointMatrix, points } from '../../../reference/points.ts';
import { clusterMatrix } from '../../../support/cluster-matrix.ts';

const matrix = pointMatrix(90, 2, 3);
const truth = Array.from({ length: 90 }, (_, i) => i % 3);
const base = { matrix, k: 'auto', scale: 'none', seed: 1 } as const;

describe('fitMethod', () => {
  it.each(['kmeans', 'ward'] as const)('finds the three clouds by itself: %s', (method) => {
    const { k, labels, heights } = clusterMatrix({ ...base, method }, silent);
    expect(k).toBe(3);
    expect(adjustedRandIndex(labels, truth)).toBe(1);
    if (method === 'kmeans') expect(heights).toBeNull();
    else {
      expect(heights).toHaveLength(10);
      expect(heights).toEqual([...heights!].sort((a, b) => b - a));
    }
  });

  it('takes distances in z-scores where asked; a constant column then counts for nothing', () => {
    const wide = matrixFromRows(points(90, 2, 3).map(([a, b]) => [a! * 1000, b!, 7]));
    const { scaled, labels } = clusterMatrix({ ...base, matrix: wide, method: 'kmeans', scale: 'zscore' }, silent);
    expect(adjustedRandIndex(labels, truth)).toBe(1);
    expect(scaled.columns).toBe(3);
    expect([...scaled.data.subarray(180)]).toEqual(Array<number>(90).fill(0));
    expect(clusterMatrix({ ...base, method: 'kmeans' }, silent).scaled).toBe(matrix);
  });

  it('labels each row by the start that its part began at, whatever the sizes', () => {
    const far = matrixFromRows([[0], [1], [10], [11], [12], [30]]);
    const init = matrixFromRows([[31], [0], [11]]);
    const { labels } = clusterMatrix({ ...base, matrix: far, method: 'kmeans', k: 3, init }, silent);
    expect([...labels]).toEqual([1, 1, 2, 2, 2, 0]);
  });

  it.each(['kmeans', 'ward'] as const)('says so where numbers are too large to take distances of: %s', (method) => {
    const huge = matrixFromRows([
      [1e200, 2],
      [-1e200, 3],
      [3e200, 4],
      [5, 6],
    ]);
    expect(() => clusterMatrix({ ...base, matrix: huge, method, k: 2 }, silent)).toThrowError(
      expect.objectContaining({ code: 'badInput' }) as Error,
    );
    const scored = clusterMatrix({ ...base, matrix: huge, method, scale: 'zscore', k: 2 }, silent);
    const small = matrixFromRows([
      [1, 2],
      [-1, 3],
      [3, 4],
      [0, 6],
    ]);
    expect(scored.inertia).toBeCloseTo(
      clusterMatrix({ ...base, matrix: small, method, scale: 'zscore', k: 2 }, silent).inertia,
      9,
    );
    const large = matrixFromRows([[1e140], [2e140], [9e140], [10e140]]);
    const { labels, inertia } = clusterMatrix({ ...base, matrix: large, method, k: 2 }, silent);
    expect(inertia / 1e280).toBeCloseTo(1, 9);
    expect(adjustedRandIndex(labels, [0, 0, 1, 1])).toBe(1);
  });

  it.each([
    [
      [
        [0, 0],
        [1, 1],
      ],
      3,
    ],
    [
      [
        [0, 0],
        [1, 1],
      ],
      'auto',
    ],
    [[[0], [1], [2]], 3],
  ] as [number[][], 3 | 'auto'][])('refuses starts %j for k = %s', (starts, k) => {
    expect(() => clusterMatrix({ ...base, method: 'kmeans', k, init: matrixFromRows(starts) }, silent)).toThrowError(
      expect.objectContaining({ code: 'badInput' }) as Error,
    );
  });

  it.each(['kmeans', 'ward'] as const)('refuses more parts than there are different rows: %s', (method) => {
    const few = matrixFromRows([
      [1, 2],
      [1, 2],
      [1, 2],
      [3, 4],
    ]);
    expect(() => clusterMatrix({ ...base, matrix: few, method, k: 3 }, silent)).toThrowError(
      expect.objectContaining({ code: 'tooManySegments', details: { k: 3, customers: 2 } }) as Error,
    );
    expect(clusterMatrix({ ...base, matrix: few, method, k: 'auto' }, silent).k).toBe(2);
  });
});
