import { useMemo } from 'react';
import type { AppError } from '../../../shared/errors.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { TreeView } from '../../../shared/model/tree.ts';
import type { FactSums } from '../../charts/tree/paint-facts.ts';
import { sumsAlong, type TreeShape, treeShape } from '../../charts/tree/tree-shape.ts';
import { fetchColumn } from '../../client/api.ts';
import { useColumn, useProjectQuery } from '../../client/queries.ts';

export interface WholeTree {
  readonly shape: TreeShape;
  /** By snapshot row: the segment in use. */
  readonly labels: Int32Array;
  /** What customers spent, as sums along the tree; null where nobody spent anything. */
  readonly revenue: Float64Array | null;
}

/** All of the tree's merges, and what is known of its customers; null while they are on their way. */
export const useTree = (
  { id, customers }: Pick<TreeView, 'id' | 'customers'>,
  segmentation: Segmentation,
): { readonly tree: WholeTree | null; readonly error: AppError | null } => {
  const left = useColumn({ of: 'tree', treeId: id, part: 'left' } as const);
  const right = useColumn({ of: 'tree', treeId: id, part: 'right' } as const);
  const heights = useColumn({ of: 'tree', treeId: id, part: 'heights' } as const);
  const labels = useColumn({ of: 'labels', segmentationId: segmentation.id } as const);
  const hasSpent = segmentation.features.some(({ key }) => key === 'totalSpent');
  const spent = useColumn(
    hasSpent ? ({ of: 'features', snapshotId: segmentation.snapshotId, feature: 'totalSpent' } as const) : null,
  );
  const shape = useMemo(
    () =>
      left.data && right.data && heights.data
        ? treeShape(customers, { left: left.data, right: right.data, heights: heights.data })
        : null,
    [customers, left.data, right.data, heights.data],
  );
  const revenue = useMemo(
    () => (shape !== null && spent.data ? sumsAlong(shape, spent.data) : null),
    [shape, spent.data],
  );
  const isKnown = shape !== null && labels.data !== undefined && (!hasSpent || revenue !== null);
  const tree = useMemo(
    () => (isKnown ? { shape: shape!, labels: labels.data!, revenue } : null),
    [isKnown, shape, labels.data, revenue],
  );
  return { tree, error: left.error ?? right.error ?? heights.error ?? labels.error ?? spent.error };
};

/** The facts of the rows under the tree, as sums along it; null while they are on their way. */
export const useFactSums = (treeId: number, shape: TreeShape, features: readonly string[]): FactSums | null => {
  const { data } = useProjectQuery(
    ['tree.facts', treeId, ...features],
    async (signal) => {
      const sums: Float64Array[] = [];
      // One after the other: a column of many customers is gone before the next one comes.
      for (const feature of features)
        sums.push(sumsAlong(shape, await fetchColumn({ of: 'effects', treeId, feature }, signal)));
      return { treeId, sums };
    },
    { keep: true },
  );
  return data?.treeId === treeId && data.sums.length === features.length ? data.sums : null;
};
