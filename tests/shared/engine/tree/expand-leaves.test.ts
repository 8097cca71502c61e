import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatrix } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { cutTree, labelRows } from '../../../../src/shared/engine/tree/cut.ts';
import { expandLeaves } from '../../../../src/shared/engine/tree/expand-leaves.ts';
import { foldTree } from '../../../../src/shared/engine/tree/fold.ts';
import { growMicroTree } from '../../../../src/shared/engine/tree/micro-tree.ts';
import { differentRows, sizeOf } from '../../../../src/shared/engine/tree/tree.ts';

const microOf = (rows: number, seed: number) => {
  const random = createRandom(seed);
  const matrix = createMatrix(rows, 3);
  for (let i = 0; i < matrix.data.length; i += 1) matrix.data[i] = random() * (1 + (i % 4));
  return growMicroTree({ matrix, seed, leaves: 25, sampled: 90 }, silent);
};

describe('a tree over leaves of several rows, as one over the rows', () => {
  it('is cut into the same parts, and parts no leaf', () => {
    fc.assert(
      fc.property(fc.integer({ min: 30, max: 300 }), fc.integer({ min: 1, max: 99 }), (rows, seed) => {
        const micro = microOf(rows, seed);
        const tree = expandLeaves(micro);
        expect(tree.rows).toBe(rows);
        expect(differentRows(tree)).toBe(micro.tree.rows);
        for (let k = 1; k <= Math.min(12, micro.tree.rows); k += 1)
          expect(cutTree({ tree, k })).toEqual(labelRows(micro, cutTree({ tree: micro.tree, k })));
        expect(() => cutTree({ tree, k: micro.tree.rows + 1 })).toThrow();
      }),
      { numRuns: 30 },
    );
  });

  it('keeps to the convention: children before their merge, the lower id left, sizes that add up', () => {
    const tree = expandLeaves(microOf(200, 7));
    for (let merge = 0; merge < tree.rows - 1; merge += 1) {
      const [left, right] = [tree.left[merge]!, tree.right[merge]!];
      expect(left).toBeLessThan(right);
      expect(right).toBeLessThan(tree.rows + merge);
      expect(tree.sizes[merge]).toBe(sizeOf(tree, left) + sizeOf(tree, right));
      if (merge > 0) expect(tree.heights[merge]).toBeGreaterThanOrEqual(tree.heights[merge - 1]!);
    }
    expect(foldTree(tree, 10).leafSizes.reduce((sum, size) => sum + size, 0)).toBe(200);
  });
});
