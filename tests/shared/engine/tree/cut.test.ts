import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../../src/shared/engine/labels.ts';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { cutAtHeight, cutBranches, cutTree, partsAt } from '../../../../src/shared/engine/tree/cut.ts';
import { scoreCuts, sweptCuts } from '../../../../src/shared/engine/tree/score-cuts.ts';
import { differentRows, sizeOf } from '../../../../src/shared/engine/tree/tree.ts';
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

describe('cutAtHeight', () => {
  it('leaves whole what was merged at most there, and never parts equal rows', () => {
    fc.assert(
      fc.property(coarseRows, fc.double({ min: 0, max: 12, noNaN: true }), (rows, height) => {
        const tree = treeOf(rows);
        const k = partsAt(tree, height);
        const labels = cutAtHeight(tree, height);
        expect(labels).toEqual(cutTree({ tree, k }));
        expect(k - 1).toBe(tree.heights.filter((merged) => merged > height).length);
        rows.forEach((row, i) => {
          const first = rows.findIndex((other) => `${other}` === `${row}`);
          expect(labels[i]).toBe(labels[first]);
        });
      }),
    );
  });
});

describe('cutBranches', () => {
  it('undoes chosen merges with all above them, and names the branch of each label', () => {
    fc.assert(
      fc.property(coarseRows, fc.array(fc.nat(), { maxLength: 4 }), (rows, picks) => {
        const tree = treeOf(rows);
        const different = differentRows(tree);
        if (different < 2) return;
        // Merges of height 0 stand first: those from here on part different rows.
        const first = 2 * tree.rows - different;
        const undone = picks.map((pick) => first + (pick % (different - 1)));
        const { labels, nodes } = cutBranches(tree, undone);
        const sizes = sizesOf(labels, nodes.length);
        expect([...sizes]).toEqual([...nodes].map((node) => sizeOf(tree, node)));
        expect(new Set(nodes).size).toBe(nodes.length);
        for (const node of undone) expect([...nodes]).not.toContain(node);
        // Each branch hangs from a merge that is undone.
        const parentOf = new Map<number, number>();
        for (let merge = 0; merge < tree.rows - 1; merge += 1)
          for (const child of [tree.left[merge]!, tree.right[merge]!]) parentOf.set(child, tree.rows + merge);
        const above = new Set<number>();
        for (let node of undone)
          for (let next: number | undefined = node; next !== undefined; next = parentOf.get(node)) {
            above.add(next);
            node = next;
          }
        expect(nodes).toHaveLength(above.size + 1);
        for (const node of nodes) if (above.size > 0) expect(above.has(parentOf.get(node)!)).toBe(true);
      }),
    );
  });

  it('is a cut into k where the topmost are chosen', () => {
    const tree = treeOf([[0], [1], [10], [11.5], [50]]);
    expect(cutBranches(tree, [8, 7]).labels).toEqual(cutTree({ tree, k: 3 }));
    expect(cutBranches(tree, [7]).labels).toEqual(cutTree({ tree, k: 3 }));
    expect(cutBranches(tree, [])).toEqual({ labels: new Int32Array(5), nodes: Int32Array.of(8) });
  });

  it('refuses to part equal rows and what is no merge', () => {
    const tree = treeOf([[1], [1], [2]]);
    expect(() => cutBranches(tree, [3])).toThrowError(
      expect.objectContaining({ code: 'tooManySegments', details: { k: 3, customers: 2 } }) as Error,
    );
    expect(() => cutBranches(tree, [2])).toThrowError(RangeError);
    expect(() => cutBranches(tree, [5])).toThrowError(RangeError);
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
