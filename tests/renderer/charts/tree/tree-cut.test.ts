import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  bandOf,
  type Cut,
  cutOfLabels,
  cutWithin,
  divideBranch,
  isStraight,
  joinBranch,
  partsBelow,
  partsWithin,
  straightCut,
  undoneBy,
} from '../../../../src/renderer/charts/tree/tree-cut.ts';
import {
  canDivide,
  childrenOf,
  endOf,
  heightOf,
  isMerge,
  isWithin,
  rootOf,
  sumsAlong,
  type TreeShape,
  topMerges,
} from '../../../../src/renderer/charts/tree/tree-shape.ts';
import { cutBranches, cutTree } from '../../../../src/shared/engine/tree/cut.ts';
import { leafOrder } from '../../../../src/shared/engine/tree/leaf-order.ts';
import { differentRows } from '../../../../src/shared/engine/tree/tree.ts';
import { treeOf } from '../../../shared/engine/tree/trees.ts';
import { shapeOf, someRows } from './grown.ts';

/** Which customers stand together, whatever the labels are called. */
const partsOf = (labels: ArrayLike<number>): string[] => {
  const rows = new Map<number, number[]>();
  for (let row = 0; row < labels.length; row += 1) rows.set(labels[row]!, [...(rows.get(labels[row]!) ?? []), row]);
  return [...rows.values()].map(String).sort();
};
const partsOfCut = ({ order, start, size }: TreeShape, cut: Cut): string[] =>
  cut.map((node) => String([...order.subarray(start[node]!, start[node]! + size[node]!)].sort((a, b) => a - b))).sort();

/** Every customer once, left to right. */
const covers = (shape: TreeShape, cut: Cut): boolean => {
  let place = 0;
  for (const node of cut) {
    if (shape.start[node] !== place) return false;
    place = endOf(shape, node);
  }
  return place === shape.customers;
};

/** A tree and a cut of it that somebody made by dividing and joining here and there. */
const handMade = fc
  .tuple(someRows, fc.array(fc.tuple(fc.boolean(), fc.nat()), { maxLength: 12 }))
  .map(([rows, steps]) => {
    const tree = treeOf(rows);
    const shape = shapeOf(tree);
    let cut: Cut = [rootOf(shape)];
    for (const [divide, pick] of steps) {
      const node = cut[pick % cut.length]!;
      if (divide) cut = divideBranch(shape, cut, node);
      else if (shape.parent[node] !== -1) cut = joinBranch(shape, cut, shape.parent[node]!);
    }
    return { tree, shape, cut };
  });

describe('the tree as it is drawn', () => {
  it('stands customers as the engine orders them, every branch side by side', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const tree = treeOf(rows);
        const shape = shapeOf(tree);
        expect(shape.order).toEqual(leafOrder(tree));
        for (let node = shape.customers; node <= rootOf(shape); node += 1) {
          const [left, right] = childrenOf(shape, node);
          expect(shape.start[left]).toBe(shape.start[node]);
          expect(endOf(shape, left)).toBe(shape.start[right]);
          expect(endOf(shape, right)).toBe(endOf(shape, node));
          expect([shape.parent[left], shape.parent[right]]).toEqual([node, node]);
        }
        const sums = sumsAlong(
          shape,
          rows.map(([x]) => x),
        );
        for (const node of [rootOf(shape), shape.customers])
          expect(sums[endOf(shape, node)]! - sums[shape.start[node]!]!).toBe(
            [...shape.order.subarray(shape.start[node]!, endOf(shape, node))].reduce(
              (sum, row) => sum + rows[row]![0],
              0,
            ),
          );
      }),
    );
  });
});

describe('a cut', () => {
  it('that is straight gives the parts that the engine gives', () => {
    fc.assert(
      fc.property(someRows, (rows) => {
        const tree = treeOf(rows);
        const shape = shapeOf(tree);
        for (let k = 1; k <= differentRows(tree); k += 1) {
          const cut = straightCut(shape, k);
          expect(covers(shape, cut)).toBe(true);
          expect(partsOfCut(shape, cut)).toEqual(partsOf(cutTree({ tree, k })));
          expect(isStraight(shape, cut)).toBe(true);
        }
        // Customers that are the same in everything stay together, however many parts are asked for.
        expect(straightCut(shape, 1000)).toHaveLength(differentRows(tree));
      }),
    );
  });

  it('that was made branch by branch gives the parts that the engine gives, and is found again from its labels', () => {
    fc.assert(
      fc.property(handMade, ({ tree, shape, cut }) => {
        expect(covers(shape, cut)).toBe(true);
        const undone = undoneBy(shape, cut);
        expect(undone).toHaveLength(cut.length - 1);
        if (cut.length > 1) {
          const { labels, nodes } = cutBranches(tree, undone);
          expect([...nodes].sort((a, b) => a - b)).toEqual([...cut].sort((a, b) => a - b));
          expect(cutOfLabels(shape, labels)).toEqual(cut);
        }
        const heights = undone.map((node) => heightOf(shape, node));
        const below = Math.max(...cut.map((node) => heightOf(shape, node)));
        // Where a line has room above every branch and below every merge that is undone, it makes this cut.
        if (Math.min(...heights) > below) expect(isStraight(shape, cut)).toBe(true);
        if (Math.min(...heights) < below) expect(isStraight(shape, cut)).toBe(false);
      }),
    );
  });

  it('changes within one branch only', () => {
    fc.assert(
      fc.property(handMade, fc.nat(), fc.integer({ min: 1, max: 9 }), ({ shape, cut }, pick, k) => {
        const branch = shape.customers + (pick % (shape.customers - 1));
        const next = cutWithin(shape, cut, branch, k);
        expect(covers(shape, next)).toBe(true);
        const possible = 1 + topMerges(shape, branch, shape.customers).length;
        expect(partsWithin(shape, next, branch)).toBe(Math.min(k, possible));
        const holder = cut.find((node) => isWithin(shape, branch, node));
        for (const node of cut) if (!isWithin(shape, node, branch) && node !== holder) expect(next).toContain(node);
        if (Math.min(k, possible) > 1) expect(isStraight(shape, next, branch)).toBe(true);
      }),
    );
  });

  it('has a band of heights, and the line in the middle of it counts as many', () => {
    fc.assert(
      fc.property(someRows, fc.nat(), (rows, pick) => {
        const shape = shapeOf(treeOf(rows));
        const branch = shape.customers + (pick % (shape.customers - 1));
        if (!canDivide(shape, branch)) return;
        const top = heightOf(shape, branch) * 1.06;
        const most = 1 + topMerges(shape, branch, 29).length;
        for (let k = 1; k <= most; k += 1) {
          const { low, high } = bandOf(shape, branch, k, top);
          // Two merges at the same height leave no room between them.
          if (high > low) expect(partsBelow(shape, branch, (low + high) / 2, most)).toBe(k);
        }
        expect(partsBelow(shape, branch, 0, most)).toBe(most);
        expect(partsBelow(shape, branch, top, most)).toBe(1);
      }),
    );
  });

  it('is none of this tree where a segment stands in two places, reaches over a branch, or leaves somebody out', () => {
    const shape = shapeOf(treeOf([[0], [1], [10], [11.5], [50]]));
    expect(cutOfLabels(shape, [0, 0, 1, 1, 2])).toHaveLength(3);
    expect(cutOfLabels(shape, [0, 1, 0, 1, 2])).toBeNull();
    expect(cutOfLabels(shape, [0, 1, 1, 1, 2])).toBeNull();
    expect(cutOfLabels(shape, [0, 0, 1, 1, -1])).toBeNull();
    expect(cutOfLabels(shape, [0, 0, 1])).toBeNull();
  });

  it('divides no single customer and no equal ones', () => {
    const shape = shapeOf(treeOf([[0], [0], [5]]));
    const cut = straightCut(shape, 9);
    expect(cut).toHaveLength(2);
    for (const node of cut) expect(divideBranch(shape, cut, node)).toEqual(cut);
    expect(cut.filter((node) => isMerge(shape, node))).toHaveLength(1);
  });
});
