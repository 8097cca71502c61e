import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bandOf,
  branchEffects,
  branchesBelow,
  cutBranches,
  drawMerges,
  mostBranches,
  ranksBySize,
  restingHeight,
} from '../../../src/renderer/charts/tree-geometry.ts';
import type { TreeView } from '../../../src/shared/model/tree.ts';

/** ((a b) (c (d e))) with the joins at 1, 2, 4 and 10. */
const small: TreeView = {
  id: 1,
  snapshotId: 1,
  customers: 31,
  merges: [
    { left: -4, right: -5, height: 1, size: 24 },
    { left: -1, right: -2, height: 2, size: 3 },
    { left: -3, right: 0, height: 4, size: 28 },
    { left: 1, right: 2, height: 10, size: 31 },
  ],
  leaves: [1, 2, 4, 8, 16].map((size, i) => ({ size, height: 0, effects: [i, -1] })),
  features: ['orders', 'totalSpent'],
  cutHeights: [11, 10, 4, 2, 1],
  suggestedK: 3,
};

/** A random tree: neighbouring nodes join in a random order at rising heights. */
const trees = fc
  .tuple(
    fc.integer({ min: 2, max: 40 }),
    fc.array(fc.nat(), { minLength: 40, maxLength: 40 }),
    fc.array(fc.double({ min: 0.01, max: 5, noNaN: true }), { minLength: 40, maxLength: 40 }),
  )
  .map(([count, picks, gains]): TreeView => {
    const leaves = Array.from({ length: count }, (_, i) => ({ size: 1 + (picks[i]! % 90), height: 0, effects: [] }));
    let open = leaves.map((leaf, i) => ({ id: -1 - i, size: leaf.size }));
    let height = 0;
    const merges: TreeView['merges'] = [];
    while (open.length > 1) {
      const at = picks[merges.length]! % (open.length - 1);
      const [left, right] = [open[at]!, open[at + 1]!];
      height += gains[merges.length]!;
      merges.push({ left: left.id, right: right.id, height, size: left.size + right.size });
      open = [...open.slice(0, at), { id: merges.length - 1, size: left.size + right.size }, ...open.slice(at + 2)];
    }
    const customers = leaves.reduce((sum, { size }) => sum + size, 0);
    return {
      id: 1,
      snapshotId: 1,
      customers,
      merges,
      leaves,
      features: [],
      cutHeights: leaves.map(() => 0),
      suggestedK: 2,
    };
  });

describe('cutting a folded tree', () => {
  it('hangs the branches of the sketch below the line', () => {
    expect(cutBranches(small, 1).map(({ first, last, size }) => [first, last, size])).toEqual([[0, 4, 31]]);
    expect(cutBranches(small, 3).map(({ first, last, size }) => [first, last, size])).toEqual([
      [0, 1, 3],
      [2, 2, 4],
      [3, 4, 24],
    ]);
    expect(cutBranches(small, 3).map(({ merges }) => merges)).toEqual([[1], [], [0]]);
    expect(cutBranches(small, 5)).toHaveLength(5);
  });

  it('covers every leaf once, whatever the tree and the number of branches', () => {
    fc.assert(
      fc.property(trees, fc.nat(), (tree, pick) => {
        const k = 1 + (pick % mostBranches(tree));
        const branches = cutBranches(tree, k);
        expect(branches).toHaveLength(k);
        expect(
          branches.flatMap(({ first, last }) => Array.from({ length: last - first + 1 }, (_, i) => first + i)),
        ).toEqual(tree.leaves.map((_, i) => i));
        expect(branches.reduce((sum, { size }) => sum + size, 0)).toBe(tree.customers);
        const joins = branches.flatMap(({ merges }) => merges);
        expect(new Set(joins).size).toBe(tree.merges.length - (k - 1));
      }),
    );
  });

  it('counts as many branches below the resting line as were asked for', () => {
    fc.assert(
      fc.property(trees, fc.nat(), (tree, pick) => {
        const k = 1 + (pick % mostBranches(tree));
        expect(branchesBelow(tree, restingHeight(tree, k))).toBe(k);
        const { low, high } = bandOf(tree, k);
        expect(low).toBeLessThan(high);
      }),
    );
  });

  it('never asks for more branches than it can draw', () => {
    expect(branchesBelow(small, 0)).toBe(5);
    expect(branchesBelow({ ...small, cutHeights: [11, 10, 4] }, 0)).toBe(3);
    expect(branchesBelow(small, 99)).toBe(1);
  });

  it('draws a join midway over its branches, from their tops', () => {
    expect(drawMerges(small)[2]).toEqual({ left: 2, right: 3.5, leftBottom: 0, rightBottom: 1, height: 4 });
    expect(drawMerges(small)[3]).toEqual({ left: 0.5, right: 2.75, leftBottom: 2, rightBottom: 4, height: 10 });
  });

  it('gives the largest branch the first colour, and weighs effects by customers', () => {
    const branches = cutBranches(small, 3);
    expect(ranksBySize(branches)).toEqual([2, 1, 0]);
    expect(branchEffects(small, branches[2]!)).toEqual([(3 * 8 + 4 * 16) / 24, -1]);
  });

  it('stands a tree of one leaf', () => {
    const one: TreeView = { ...small, customers: 1, merges: [], leaves: [small.leaves[0]!], cutHeights: [1] };
    expect(cutBranches(one, 1)).toEqual([{ first: 0, last: 0, size: 1, merges: [] }]);
    expect(mostBranches(one)).toBe(1);
  });
});
