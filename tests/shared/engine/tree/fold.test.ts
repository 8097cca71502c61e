import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { partsAt } from '../../../../src/shared/engine/tree/cut.ts';
import { foldTree } from '../../../../src/shared/engine/tree/fold.ts';
import { leafOrder } from '../../../../src/shared/engine/tree/leaf-order.ts';
import { differentRows } from '../../../../src/shared/engine/tree/tree.ts';
import { coarseRows, treeOf } from './trees.ts';

describe('foldTree', () => {
  it('stands leaves in drawing order and keeps every customer', () => {
    fc.assert(
      fc.property(coarseRows, fc.integer({ min: 1, max: 50 }), (rows, leaves) => {
        const tree = treeOf(rows);
        const folded = foldTree(tree, leaves);
        const count = Math.min(leaves, rows.length);
        expect(folded.leafSizes).toHaveLength(count);
        expect(folded.merges).toHaveLength(count - 1);
        const drawn = Array.from(leafOrder(tree), (row) => folded.leafOfRow[row]!);
        expect(drawn).toEqual([...drawn].sort((a, b) => a - b));
        const sizes = new Int32Array(count);
        for (const leaf of folded.leafOfRow) sizes[leaf]! += 1;
        expect(folded.leafSizes).toEqual(sizes);
      }),
    );
  });

  it('says at which height each number of branches hangs, down to where no two rows differ', () => {
    fc.assert(
      fc.property(coarseRows, fc.integer({ min: 1, max: 50 }), (rows, leaves) => {
        const tree = treeOf(rows);
        const { cutHeights } = foldTree(tree, leaves);
        expect(cutHeights).toHaveLength(Math.min(leaves, differentRows(tree)));
        // Right at its greatest height a cut may already have fewer branches; just below it has at least k.
        cutHeights.forEach((height, i) => {
          expect(partsAt(tree, height * (1 - 1e-9))).toBeGreaterThanOrEqual(i + 1);
        });
        expect([...cutHeights]).toEqual([...cutHeights].sort((a, b) => b - a));
      }),
    );
  });

  it('folds the sketch: two near pairs and one far off', () => {
    const { merges, leafOfRow, leafSizes, leafHeights, cutHeights } = foldTree(
      treeOf([[0], [1], [10], [11.5], [50]]),
      3,
    );
    expect([...leafOfRow]).toEqual([0, 0, 1, 1, 2]);
    expect([...leafSizes]).toEqual([2, 2, 1]);
    expect([...leafHeights]).toEqual([1, 1.5, 0]);
    expect(merges.map(({ left, right, size }) => [left, right, size])).toEqual([
      [-1, -2, 4],
      [0, -3, 5],
    ]);
    expect(cutHeights).toEqual([merges[1]!.height * 1.1, merges[1]!.height, merges[0]!.height]);
  });
});
