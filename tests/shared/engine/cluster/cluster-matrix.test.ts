import { describe, expect, it } from 'vitest';
import { clusterMatrix } from '../../../../src/shared/engine/cluster/cluster-matrix.ts';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { adjustedRandIndex } from '../../../../src/shared/engine/validate/adjusted-rand-index.ts';
import { pointMatrix, points } from '../../../reference/points.ts';

const matrix = pointMatrix(90, 2, 3);
const truth = Array.from({ length: 90 }, (_, i) => i % 3);
const base = { matrix, k: 'auto', scale: 'none', seed: 1 } as const;

describe('clusterMatrix', () => {
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
