import fc from 'fast-check';
import { type TreeShape, treeShape } from '../../../../src/renderer/charts/tree/tree-shape.ts';
import { drawnChildren, type Tree } from '../../../../src/shared/engine/tree/tree.ts';

/** Rows of which many are equal, two at least. */
export const someRows = fc.array(fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: 0, max: 9 })), {
  minLength: 2,
  maxLength: 60,
});

/** A tree of the engine as the picture gets it. */
export const shapeOf = (tree: Tree): TreeShape => {
  const side = (which: 0 | 1) => tree.left.map((_, merge) => drawnChildren(tree, merge)[which]);
  return treeShape(tree.rows, { left: side(0), right: side(1), heights: tree.heights });
};
