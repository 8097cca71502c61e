import { type DrawnTree, leafWidthsTo } from './drawn-tree.ts';
import { plotWidth, type TreeFrame, xOf, yOf } from './tree-frame.ts';
import { endOf, heightOf, type TreeShape } from './tree-shape.ts';

/** A branch below the cut in its colour. */
export interface PaintedBranch {
  readonly node: number;
  readonly color: string;
}

/** Widths of the lines: the more room a join has, the stronger it is drawn. */
const widths = [0.4, 0.8, 1.2, 1.6] as const;
const strongest = 1.6;

/** All joins in one colour. Drawn once for a branch and a size; a cut only colours it. O(leaves). */
export const paintJoins = (
  context: CanvasRenderingContext2D,
  drawn: DrawnTree,
  frame: TreeFrame,
  color: string,
): void => {
  context.clearRect(0, 0, frame.width, frame.height);
  context.strokeStyle = color;
  const each = plotWidth(frame) / frame.leaves;
  const widthOf = ({ left, right }: DrawnTree['merges'][number]): number =>
    widths.findLast((width) => width <= (right - left) * each * 0.45) ?? widths[0];
  for (const width of widths) {
    context.lineWidth = width;
    context.beginPath();
    for (const merge of drawn.merges) {
      if (widthOf(merge) !== width) continue;
      const { left, right, leftBottom, rightBottom, height } = merge;
      const y = yOf(frame, height);
      context.moveTo(xOf(frame, left), yOf(frame, leftBottom));
      context.lineTo(xOf(frame, left), y);
      context.lineTo(xOf(frame, right), y);
      context.lineTo(xOf(frame, right), yOf(frame, rightBottom));
    }
    context.stroke();
  }
  if (drawn.merges.length > 0) return;
  context.beginPath();
  context.moveTo(xOf(frame, 0.5), yOf(frame, 0));
  context.lineTo(xOf(frame, 0.5), yOf(frame, frame.greatest));
  context.stroke();
};

/** Which customers are selected, as sums along the tree. */
export type Marks = Int32Array;

/** Leaves that stand beside each other with no selected customer, in leaf widths. */
const dimRuns = (shape: TreeShape, drawn: DrawnTree, marks: Marks): [number, number][] => {
  const runs: [number, number][] = [];
  drawn.leaves.forEach((node, leaf) => {
    if (marks[endOf(shape, node)]! > marks[shape.start[node]!]!) return;
    const last = runs.at(-1);
    if (last?.[1] === leaf) last[1] = leaf + 1;
    else runs.push([leaf, leaf + 1]);
  });
  return runs;
};

/**
 * The drawn joins with every branch below the cut in its colour: a branch stands alone over its leaves, so colouring it is
 * filling a box where there is something drawn. O(branches).
 */
export const paintCut = (
  context: CanvasRenderingContext2D,
  joins: HTMLCanvasElement,
  shape: TreeShape,
  drawn: DrawnTree,
  frame: TreeFrame,
  branches: readonly PaintedBranch[],
): void => {
  context.globalCompositeOperation = 'copy';
  context.drawImage(joins, 0, 0, frame.width, frame.height);
  context.globalCompositeOperation = 'source-atop';
  for (const { node, color } of branches) {
    if (endOf(shape, node) <= drawn.start || shape.start[node]! >= drawn.end) continue;
    const left = xOf(frame, leafWidthsTo(shape, drawn, shape.start[node]!));
    const right = xOf(frame, leafWidthsTo(shape, drawn, endOf(shape, node)));
    const top = yOf(frame, Math.min(frame.greatest, heightOf(shape, node))) - strongest;
    context.fillStyle = color;
    context.fillRect(left, top, right - left, frame.floor + 1 - top);
  }
  context.globalCompositeOperation = 'source-over';
};

/** Dims what is not selected, and marks under the leaves how much of each is. O(leaves). */
export const paintMarks = (
  context: CanvasRenderingContext2D,
  shape: TreeShape,
  drawn: DrawnTree,
  frame: TreeFrame,
  marks: Marks,
  colors: { readonly ground: string; readonly ink: string },
): void => {
  context.globalCompositeOperation = 'source-atop';
  context.fillStyle = colors.ground;
  context.globalAlpha = 0.78;
  for (const [from, to] of dimRuns(shape, drawn, marks))
    context.fillRect(xOf(frame, from), frame.top - 4, xOf(frame, to) - xOf(frame, from), frame.floor - frame.top + 6);
  context.globalCompositeOperation = 'source-over';
  context.fillStyle = colors.ink;
  drawn.leaves.forEach((node, leaf) => {
    const share = (marks[endOf(shape, node)]! - marks[shape.start[node]!]!) / shape.size[node]!;
    if (share === 0) return;
    context.globalAlpha = 0.25 + 0.75 * share;
    const left = xOf(frame, leaf);
    context.fillRect(left, frame.floor + 3, Math.max(1, xOf(frame, leaf + 1) - left - 0.5), 3);
  });
  context.globalAlpha = 1;
};
