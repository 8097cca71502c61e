import { divergingColor } from '../../../shared/picture/diverging.ts';
import type { DrawnTree } from './drawn-tree.ts';
import { plotWidth, type TreeFrame, xOf } from './tree-frame.ts';
import { endOf, type TreeShape } from './tree-shape.ts';

/** Sums of a fact's effects along the tree, a fact each. */
export type FactSums = readonly Float64Array[];

/** The mean effect of a branch on a fact. */
export const meanEffect = (shape: TreeShape, sums: Float64Array, node: number): number =>
  (sums[endOf(shape, node)]! - sums[shape.start[node]!]!) / shape.size[node]!;

/**
 * The rows of facts under the leaves. Where several leaves share a pixel they share their mean, weighted by customers.
 * O(facts × leaves).
 */
export const paintFacts = (
  context: CanvasRenderingContext2D,
  shape: TreeShape,
  drawn: DrawnTree,
  frame: TreeFrame,
  facts: FactSums,
): void => {
  context.clearRect(0, 0, frame.width, frame.height);
  const { leaves } = drawn;
  const each = plotWidth(frame) / leaves.length;
  const together = Math.max(1, Math.ceil(1 / each));
  const gap = each >= 5 ? 1 : 0;
  facts.forEach((sums, row) => {
    const top = frame.factsTop + row * frame.rowHeight + 1;
    for (let leaf = 0; leaf < leaves.length; leaf += together) {
      const last = Math.min(leaves.length, leaf + together) - 1;
      const [from, to] = [shape.start[leaves[leaf]!]!, endOf(shape, leaves[last]!)];
      context.fillStyle = divergingColor((sums[to]! - sums[from]!) / (to - from));
      const left = xOf(frame, leaf);
      // Neighbours overlap a little, so that no ground shines through between them.
      context.fillRect(left, top, xOf(frame, last + 1) - left - gap + (gap === 0 ? 0.5 : 0), frame.rowHeight - 2);
    }
  });
};
