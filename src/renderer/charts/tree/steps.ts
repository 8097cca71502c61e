import { type DrawnTree, leafWidthsTo } from './drawn-tree.ts';
import type { Cut } from './tree-cut.ts';
import { endOf, heightOf, type TreeShape } from './tree-shape.ts';

/** A piece of the cut line over one branch, in leaf widths. */
export interface Step {
  readonly from: number;
  readonly to: number;
  readonly height: number;
}

/** Where a line passes that cuts every branch at a height of its own: halfway between it and the merge above. */
export const stepsOf = (shape: TreeShape, drawn: DrawnTree, cut: Cut, greatest: number): Step[] =>
  cut
    .filter((node) => endOf(shape, node) > drawn.start && shape.start[node]! < drawn.end)
    .map((node) => {
      const above = shape.parent[node]!;
      const high = Math.min(greatest, above === -1 ? greatest : heightOf(shape, above));
      return {
        from: leafWidthsTo(shape, drawn, shape.start[node]!),
        to: leafWidthsTo(shape, drawn, endOf(shape, node)),
        height: (Math.min(high, heightOf(shape, node)) + high) / 2,
      };
    });
