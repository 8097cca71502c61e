import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { axisTicks } from '../../../../src/renderer/charts/tree/axis-ticks.ts';
import { branchAt, drawTree, leafAt, leafWidthsTo } from '../../../../src/renderer/charts/tree/drawn-tree.ts';
import { meanEffect } from '../../../../src/renderer/charts/tree/paint-facts.ts';
import { stepsOf } from '../../../../src/renderer/charts/tree/steps.ts';
import { straightCut } from '../../../../src/renderer/charts/tree/tree-cut.ts';
import { heightAt, treeFrame, widthsAt, xOf, yOf } from '../../../../src/renderer/charts/tree/tree-frame.ts';
import { endOf, heightOf, isWithin, rootOf, sumsAlong } from '../../../../src/renderer/charts/tree/tree-shape.ts';
import { foldTree } from '../../../../src/shared/engine/tree/fold.ts';
import { differentRows } from '../../../../src/shared/engine/tree/tree.ts';
import { treeOf } from '../../../shared/engine/tree/trees.ts';
import { shapeOf, someRows } from './grown.ts';

describe('a branch as it is drawn', () => {
  it('gathers customers into the leaves that the engine folds the tree to', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 40 }), (rows, most) => {
        const tree = treeOf(rows);
        const shape = shapeOf(tree);
        const drawn = drawTree(shape, rootOf(shape), most);
        const folded = foldTree(tree, Math.min(most, differentRows(tree)));
        expect(drawn.leaves.map((node) => shape.size[node])).toEqual([...folded.leafSizes]);
        expect(drawn.merges.map(({ height }) => height)).toEqual(folded.merges.map(({ height }) => height));
        for (const { node, left, right } of drawn.merges) {
          expect(left).toBeLessThan(right);
          expect(left).toBeGreaterThan(leafWidthsTo(shape, drawn, shape.start[node]!));
          expect(right).toBeLessThan(leafWidthsTo(shape, drawn, endOf(shape, node)));
        }
      }),
    );
  });

  it('stands every place in its leaf, from the left edge to the right one', () => {
    fc.assert(
      fc.property(someRows, fc.integer({ min: 1, max: 20 }), fc.nat(), (rows, most, pick) => {
        const shape = shapeOf(treeOf(rows));
        const branch = shape.customers + (pick % (shape.customers - 1));
        const drawn = drawTree(shape, branch, most);
        expect(leafWidthsTo(shape, drawn, drawn.start)).toBe(0);
        expect(leafWidthsTo(shape, drawn, drawn.end)).toBe(drawn.leaves.length);
        for (let place = drawn.start; place < drawn.end; place += 1) {
          const leaf = drawn.leaves[leafAt(shape, drawn, place)]!;
          expect(place >= shape.start[leaf]! && place < endOf(shape, leaf)).toBe(true);
        }
      }),
    );
  });

  it('is pointed at by what a line at that height would cut off', () => {
    const shape = shapeOf(treeOf([[0], [1], [10], [11.5], [50]]));
    const drawn = drawTree(shape, rootOf(shape), 5);
    for (let k = 1; k <= 5; k += 1) {
      const cut = straightCut(shape, k);
      const low = Math.max(...cut.map((node) => heightOf(shape, node)));
      for (let widths = 0.5; widths < 5; widths += 1) {
        const node = branchAt(shape, drawn, widths, low);
        expect(cut).toContain(node);
        expect(isWithin(shape, drawn.leaves[Math.floor(widths)]!, node)).toBe(true);
      }
    }
  });

  it('has steps over its branches between their own heights and those above', () => {
    const shape = shapeOf(treeOf([[0], [1], [10], [11.5], [50]]));
    const drawn = drawTree(shape, rootOf(shape), 5);
    const cut = straightCut(shape, 3);
    const steps = stepsOf(shape, drawn, cut, 60);
    expect(steps.map(({ from, to }) => [from, to])).toEqual([
      [0, 2],
      [2, 4],
      [4, 5],
    ]);
    steps.forEach(({ height }, i) => {
      expect(height).toBeGreaterThan(heightOf(shape, cut[i]!));
      expect(height).toBeLessThan(heightOf(shape, shape.parent[cut[i]!]!));
    });
  });

  it('says the mean of a fact over any branch', () => {
    const values = [1, 2, 3, 4, 10];
    const shape = shapeOf(treeOf([[0], [1], [10], [11.5], [50]]));
    const sums = sumsAlong(shape, values);
    const means = straightCut(shape, 3).map((node) => meanEffect(shape, sums, node));
    expect(means.sort((a, b) => a - b)).toEqual([1.5, 3.5, 10]);
  });
});

describe('the frame of the picture', () => {
  it('goes from heights and leaves to pixels and back, whatever its size', () => {
    const shape = shapeOf(treeOf([[0], [1], [10], [11.5], [50]]));
    const drawn = drawTree(shape, rootOf(shape), 5);
    for (const [width, height, rows] of [
      [1100, 620, 5],
      [640, 360, 10],
      [640, 300, 0],
    ] as const) {
      const frame = treeFrame(drawn, rows, 22, width, height);
      expect(widthsAt(frame, xOf(frame, 2.5))).toBeCloseTo(2.5, 9);
      expect(heightAt(frame, yOf(frame, drawn.height / 3))).toBeCloseTo(drawn.height / 3, 9);
      expect(heightAt(frame, -50)).toBe(frame.greatest);
      expect(yOf(frame, drawn.height)).toBeGreaterThan(frame.top);
      expect(frame.floor).toBeGreaterThan(frame.top + 80);
    }
  });

  it('has ticks at round numbers', () => {
    expect(axisTicks(118, 6)).toEqual([0, 20, 40, 60, 80, 100]);
    expect(axisTicks(0.34, 4)).toEqual([0, 0.1, 0.2, 0.3]);
    expect(axisTicks(7, 3)).toEqual([0, 5]);
    expect(axisTicks(1, 1)).toEqual([0, 1]);
  });
});
