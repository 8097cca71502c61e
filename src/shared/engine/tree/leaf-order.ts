import { drawnChildren, type Tree } from './tree.ts';

/**
 * The rows from left to right as the tree is drawn without crossings, the larger branch first at every merge.
 * O(rows) time and memory.
 */
export const leafOrder = (tree: Tree): Int32Array => {
  const { rows } = tree;
  const order = new Int32Array(rows);
  const waiting = [2 * rows - 2];
  let at = 0;
  for (let node = waiting.pop(); node !== undefined; node = waiting.pop()) {
    if (node < rows) {
      order[at] = node;
      at += 1;
    } else {
      const [first, second] = drawnChildren(tree, node - rows);
      waiting.push(second, first);
    }
  }
  return order;
};
