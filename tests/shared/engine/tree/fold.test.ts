import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { branchesBelow, cutBranches } from '../../../../src/renderer/charts/tree-geometry.ts';
import { cutTree } from '../../../../src/shared/engine/tree/cut.ts';
import { foldTree } from '../../../../src/shared/engine/tree/fold.ts';
import { leafOrder } from '../../../../src/shared/engine/tree/leaf-order.ts';
import { differentRows } from '../../../../src/shared/engine/tree/tree.ts';
import type { TreeView } from '../../../../src/shared/model/tree.ts';
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

  it('is drawn and cut by the picture as the engine cuts the whole tree', () => {
    fc.assert(
      fc.property(coarseRows, fc.integer({ min: 1, max: 50 }), (rows, leaves) => {
        const tree = treeOf(rows);
        const folded = foldTree(tree, leaves);
        const view: TreeView = {
          id: 1,
          snapshotId: 1,
          customers: rows.length,
          merges: folded.merges,
          leaves: Array.from(folded.leafSizes, (size, i) => ({ size, height: folded.leafHeights[i]!, effects: [] })),
          features: [],
          cutHeights: folded.cutHeights,
          suggestedK: 1,
        };
        expect(folded.cutHeights).toHaveLength(Math.min(leaves, differentRows(tree)));
        folded.cutHeights.forEach((height, i) => {
          const k = i + 1;
          const sizes = cutBranches(view, k).map(({ size }) => size);
          const labels = cutTree({ tree, k });
          const wanted = Array.from({ length: k }, (_, c) => labels.filter((label) => label === c).length);
          expect(sizes.sort((a, b) => b - a)).toEqual(wanted);
          // Right at its greatest height a cut may already have fewer branches; just below it has at least k.
          expect(branchesBelow(view, height * (1 - 1e-9))).toBeGreaterThanOrEqual(k);
        });
        expect([...folded.cutHeights]).toEqual([...folded.cutHeights].sort((a, b) => b - a));
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
