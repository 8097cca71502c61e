import { foldTree } from '../../shared/engine/tree/fold.ts';
import { usualPreparation } from '../../shared/model/preparation.ts';
import type { TreeView } from '../../shared/model/tree.ts';
import { mergesOf, type StoredTree, treeById, treeFor } from '../store/repositories/trees.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { chosenSegmentation } from './segmentation-view.ts';
import { currentSnapshot } from './state.ts';
import { effectsOf } from './tree-columns.ts';

/** The tree that the active segmentation was cut from, or that grew over the same customers and features. */
const treeInView = (db: Sqlite): StoredTree | null => {
  const active = chosenSegmentation(db, undefined);
  if (active !== null) {
    const own = active.treeId === null ? null : treeById(db, active.treeId);
    const features = active.preparation.map(({ feature }) => feature);
    return own ?? treeFor(db, active.snapshotId, features, active.prepareOptions);
  }
  const today = currentSnapshot(db);
  return (
    today &&
    treeFor(
      db,
      today.id,
      today.features.map(({ key }) => key),
      usualPreparation,
    )
  );
};

/** The mean of a customer's effects in each leaf. */
const leafMeans = (effects: Float64Array, leafOfRow: Int32Array, leafSizes: Int32Array): number[] => {
  const sums = new Float64Array(leafSizes.length);
  effects.forEach((effect, row) => {
    sums[leafOfRow[row]!]! += effect;
  });
  return Array.from(sums, (sum, leaf) => sum / leafSizes[leaf]!);
};

const fold = (db: Sqlite, stored: StoredTree, leaves: number): TreeView => {
  const tree = mergesOf(db, stored.id)!;
  const { merges, leafOfRow, leafSizes, leafHeights, cutHeights } = foldTree(tree, leaves);
  const used = stored.preparation.filter((one) => one.used);
  const effects = used.map((one) => leafMeans(effectsOf(db, stored, one.feature)!, leafOfRow, leafSizes));
  return {
    id: stored.id,
    snapshotId: stored.snapshotId,
    customers: tree.rows,
    merges,
    leaves: Array.from(leafSizes, (size, leaf) => ({
      size,
      height: leafHeights[leaf]!,
      effects: effects.map((means) => means[leaf]!),
    })),
    features: used.map(({ feature }) => feature),
    cutHeights,
    suggestedK: stored.choice.k,
  };
};

/** A tree never changes and its id is never given again, so the last view drawn stays right as long as it is asked for. */
const lastViews = new WeakMap<Sqlite, { readonly id: number; readonly leaves: number; readonly view: TreeView }>();

/**
 * The tree of the customers in view, folded to at most `leaves` leaves; features that are the same for everybody are left
 * out. Null where none was grown. O(customers × features) the first time, then at once.
 */
export const treeView = (db: Sqlite, leaves: number): TreeView | null => {
  const stored = treeInView(db);
  if (stored === null) return null;
  const last = lastViews.get(db);
  if (last?.id === stored.id && last.leaves === leaves) return last.view;
  const view = fold(db, stored, leaves);
  lastViews.set(db, { id: stored.id, leaves, view });
  return view;
};
