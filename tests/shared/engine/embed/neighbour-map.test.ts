import { describe, expect, it } from 'vitest';
import { neighbourMap } from '../../../../src/shared/engine/embed/neighbour-map.ts';
import { type Matrix, matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { nearestByScan } from '../../../../src/shared/engine/neighbours/nearest-by-scan.ts';
import { nearestNeighbours } from '../../../../src/shared/engine/neighbours/nearest-neighbours.ts';
import { standardise } from '../../../../src/shared/engine/prepare/standardise.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { benchPoints } from '../../../support/bench-data.ts';
import { onThreads } from '../../../support/machine.ts';
import { describeRealData } from '../../../support/real-data.ts';

const blobs = (rows: number, columns: number): Matrix => {
  const random = createRandom(3);
  return matrixFromRows(
    Array.from({ length: rows }, (_, i) =>
      Array.from({ length: columns }, (__, j) => (((i % 4) * ((j % 3) + 1)) % 5) + random() + random()),
    ),
  );
};

/** Share of each row's 10 nearest on the map that are among its 10 nearest in the data. */
const kept = (matrix: Matrix, axes: Matrix): number => {
  const before = nearestByScan(matrix, 10, silent).rows;
  const after = nearestByScan(axes, 10, silent).rows;
  let same = 0;
  for (let row = 0; row < matrix.rows; row += 1) {
    const near = new Set(before.subarray(row * 10, row * 10 + 10));
    for (const other of after.subarray(row * 10, row * 10 + 10)) if (near.has(other)) same += 1;
  }
  return same / after.length;
};

describe('nearest neighbours', () => {
  it.each([
    [333, 2, 5],
    [1000, 12, 30],
    [40, 3, 39],
  ])('of %i × %i rows, %i each, are those of a full scan', (rows, columns, k) =>
    onThreads(2, () => {
      const matrix = blobs(rows, columns);
      const found = nearestNeighbours(matrix, k, silent);
      const scanned = nearestByScan(matrix, k, silent);
      expect(found.distances).toEqual(scanned.distances);
      expect(found.rows).toEqual(scanned.rows);
    }),
  );

  it('takes copies and any size of numbers', () =>
    onThreads(1, () => {
      const matrix = matrixFromRows(Array.from({ length: 100 }, (_, i) => [Math.floor(i / 4) * 1e150]));
      const { rows, distances } = nearestNeighbours(matrix, 3, silent);
      expect([...rows.subarray(0, 3)]).toEqual([1, 2, 3]);
      expect([...distances.subarray(0, 3)]).toEqual([0, 0, 0]);
    }));
});

describe('neighbour map', () => {
  it('is the same for any number of threads, and as good as with the forces of all pairs', async () => {
    const matrix = blobs(600, 6);
    const one = await onThreads(1, () => neighbourMap({ matrix }, silent));
    const three = await onThreads(3, () => neighbourMap({ matrix }, silent));
    const plain = await onThreads(0, () => neighbourMap({ matrix }, silent));
    expect(three.axes.data).toEqual(one.axes.data);
    expect(Math.abs(plain.divergence - one.divergence)).toBeLessThan(0.05);
    expect(kept(matrix, one.axes)).toBeGreaterThan(0.5);
  });

  it.each([1, 2, 3, 5, 30])('lays out %i rows', (rows) =>
    onThreads(1, () => {
      const { axes } = neighbourMap({ matrix: blobs(rows, 3) }, silent);
      expect(axes).toMatchObject({ rows, columns: 2 });
      expect([...axes.data].every(Number.isFinite)).toBe(true);
    }),
  );

  it('lays out copies and a column of one value', () =>
    onThreads(2, () => {
      const { axes } = neighbourMap({ matrix: matrixFromRows(Array(200).fill([1, 2])) }, silent);
      expect([...axes.data].every(Number.isFinite)).toBe(true);
    }));

  it('stops when cancelled', () =>
    onThreads(1, () => {
      let looks = 0;
      const cancelled = (): boolean => {
        looks += 1;
        return looks > 50;
      };
      const progress = { report: () => {}, cancelled };
      expect(() => neighbourMap({ matrix: blobs(500, 4) }, progress)).toThrow('cancelled');
    }));
});

describeRealData('neighbour map of published data', () => {
  // scikit-learn 1.2.1: TSNE(2, init='pca', learning_rate='auto', random_state=0).fit(z-scores).kl_divergence_
  it.each([
    ['wine', 0.3758],
    ['hepta', 0.0292],
    ['s1', 0.4758],
  ] as const)('%s diverges no more than scikit-learn’s', (name, theirs) =>
    onThreads(2, () => {
      const { divergence } = neighbourMap({ matrix: standardise(benchPoints(name)) }, silent);
      expect(divergence).toBeLessThan(theirs * 1.01);
    }),
  );
});
