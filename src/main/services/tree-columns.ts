import type { TreePart } from '../../shared/api/routes.ts';
import { momentsOf } from '../../shared/engine/prepare/moments.ts';
import { drawnChildren } from '../../shared/engine/tree/tree.ts';
import { snapshotColumn } from '../store/repositories/snapshots.ts';
import { mergesOf, type StoredTree, treeById } from '../store/repositories/trees.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { preparedColumn } from './prepared-column.ts';

/** One side of every merge, or its height: the tree whole, for whoever draws it. Null where there is no such tree. O(rows). */
export const treeColumn = (db: Sqlite, treeId: number, part: TreePart): Int32Array | Float64Array | null => {
  const tree = mergesOf(db, treeId);
  if (tree === null) return null;
  if (part === 'heights') return tree.heights;
  const side = part === 'left' ? 0 : 1;
  return tree.left.map((_, merge) => drawnChildren(tree, merge)[side]);
};

/** How far every customer is from everybody's mean in one feature, in standard deviations, on the scale that a tree grew on. */
export const effectsOf = (db: Sqlite, tree: StoredTree, feature: string): Float64Array | null => {
  const preparation = tree.preparation.find((one) => one.feature === feature && one.used);
  const raw = snapshotColumn(db, tree.snapshotId, feature);
  if (preparation === undefined || raw === null) return null;
  const prepared = preparedColumn(raw, preparation);
  const { mean, deviation } = momentsOf(prepared);
  return prepared.map((value) => (value - mean) / deviation);
};

export const effectsColumn = (db: Sqlite, treeId: number, feature: string): Float64Array | null => {
  const tree = treeById(db, treeId);
  return tree && effectsOf(db, tree, feature);
};
