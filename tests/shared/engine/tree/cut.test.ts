import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../../src/shared/engine/labels.ts';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { cutTree } from '../../../../src/shared/engine/tree/cut.ts';
import { scoreCuts, sweptCuts } from '../../../../src/shared/engine/tree/score-cuts.ts';
import { differentRows } from '../../../../src/shared/engine/tree/tree.ts';
import { coarseRows, treeOf } from './trees.ts';

describe('cutTree', () => {
  it('makes k parts, the largest first, each cut splitting one part of the last', () => {
    fc.assert(
      fc.property(coarseRows, (rows) => {
        const tree = treeOf(rows);
        let before: Int32Array | null = null;
        for (let k = 1; k <= differentRows(tree); k += 1) {
          const labels = cutTree({ tree, k });
          const sizes = [...sizesOf(labels, k)];
          expect(Math.min(...sizes)).toBeGreaterThan(0);
          expect(sizes).toEqual([...sizes].sort((a, b) => b - a));
          expect(sizes.reduce((sum, size) => sum + size, 0)).toBe(rows.length);
          const last: Int32Array = before ?? labels;
          const pairs = new Set(Array.from(labels, (label, row) => `${label} of ${last[row]}`));
          expect(pairs.size).toBe(k);
          before = labels;
        }
      }),
    );
  });

  it('does not part equal rows', () => {
    const tree = treeOf([
      [1, 1],
      [2, 2],
      [1, 1],
      [1, 1],
    ]);
    expect([...cutTree({ tree, k: 2 })]).toEqual([0, 1, 0, 0]);
    expect(() => cutTree({ tree, k: 3 })).toThrowError(
      expect.objectContaining({ code: 'tooManySegments', details: { k: 3, customers: 2 } }) as Error,
    );
  });
});

describe('scoreCuts', () => {
  it('says of each cut how many parts it has, how even, and how far apart', () => {
    const rows = [
      [0, 0],
      [0, 1],
      [1, 0],
      [9, 9],
      [9, 8],
    ];
    const tree = treeOf(rows);
    expect(sweptCuts(tree)).toEqual([2, 3, 4]);
    const [two, three] = scoreCuts({ tree, matrix: matrixFromRows(rows), ks: [2, 3], seed: 1 }, silent);
    expect(two).toMatchObject({ score: { k: 2, smallestShare: 0.4, largestShare: 0.6 } });
    expect([...two!.labels]).toEqual([0, 0, 0, 1, 1]);
    expect(two!.score.inertia).toBeCloseTo(4 / 3 + 1 / 2, 12);
    expect(two!.score.silhouette).toBeGreaterThan(three!.score.silhouette!);
    expect(two!.silhouettes).toHaveLength(5);
  });
});
