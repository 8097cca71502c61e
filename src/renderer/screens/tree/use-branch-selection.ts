import { useMemo, useState } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import type { NamedSegment } from '../../charts/tree/BranchBars.tsx';
import type { Marks } from '../../charts/tree/paint-tree.ts';
import { endOf, type TreeShape } from '../../charts/tree/tree-shape.ts';
import { clearSelection, type Selection, selectRows, selectSegments, useSelection } from '../../client/selection.ts';

interface ChosenBranch {
  readonly node: number;
  /** The selection that choosing it made: with another one it is not chosen any more. */
  readonly selection: Pick<Selection, 'rows' | 'segmentIds'>;
}

const current = (): ChosenBranch['selection'] => {
  const { rows, segmentIds } = useSelection.getState();
  return { rows, segmentIds };
};

/** Who is selected, along the tree: by rows, or by segments in use. Null where nobody is. O(customers). */
const marksOf = (
  { order }: TreeShape,
  labels: Int32Array,
  segmentation: Segmentation,
  { rows, segmentIds }: ChosenBranch['selection'],
): Marks | null => {
  if (rows === null && segmentIds.length === 0) return null;
  const picked = new Set(rows === null ? [] : rows);
  const wanted = new Set(segmentation.segments.filter(({ id }) => segmentIds.includes(id)).map(({ label }) => label));
  const marks = new Int32Array(order.length + 1);
  for (let place = 0; place < order.length; place += 1) {
    const row = order[place]!;
    marks[place + 1] = marks[place]! + (picked.has(row) || (rows === null && wanted.has(labels[row]!)) ? 1 : 0);
  }
  return marks;
};

/** Choosing a branch selects its customers everywhere; a selection made elsewhere is marked under the leaves. */
export const useBranchSelection = (
  shape: TreeShape,
  labels: Int32Array,
  segments: readonly NamedSegment[],
  segmentation: Segmentation,
): {
  readonly chosen: number | null;
  readonly marks: Marks | null;
  readonly choose: (node: number, add: boolean) => void;
} => {
  const [chosen, setChosen] = useState<ChosenBranch | null>(null);
  const rows = useSelection((selection) => selection.rows);
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const stands = chosen !== null && chosen.selection.rows === rows && chosen.selection.segmentIds === segmentIds;
  const marks = useMemo(
    () => marksOf(shape, labels, segmentation, { rows, segmentIds }),
    [shape, labels, segmentation, rows, segmentIds],
  );
  const choose = (node: number, add: boolean) => {
    if (stands && chosen.node === node && !add) {
      clearSelection();
      setChosen(null);
      return;
    }
    const same = segments.find((segment) => segment.node === node && segment.same);
    const before = current();
    if (same?.segmentId != null && (!add || before.rows === null))
      selectSegments(add ? [...before.segmentIds, same.segmentId] : [same.segmentId]);
    else {
      const own = shape.order.subarray(shape.start[node]!, endOf(shape, node));
      const earlier = add && marks !== null ? shape.order.filter((_, place) => marks[place + 1]! > marks[place]!) : [];
      selectRows([...earlier, ...own]);
    }
    setChosen({ node, selection: current() });
  };
  return { chosen: stands ? chosen.node : null, marks, choose };
};
