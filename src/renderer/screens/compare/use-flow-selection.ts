import { useMemo } from 'react';
import type { SideKey } from '../../../shared/model/comparison.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { useColumn } from '../../client/queries.ts';
import { clearSelection, selectRows, useSelection } from '../../client/selection.ts';

export interface FlowSelection {
  /** How much of the flow of a code is selected; null where nothing is. */
  shareOf(code: number): number | null;
  /** Rows of a flow among the customers in use. */
  rowsOf(code: number): readonly number[];
  /** Selects the customers of a flow everywhere; of one that is gone there is nobody to select. */
  select(code: number): void;
}

/** Ties flows between two segmentations to the one selection of all screens. */
export const useFlowSelection = (segmentation: Segmentation, a: SideKey | null, b: SideKey | null): FlowSelection => {
  const codes = useColumn(
    a === null || b === null ? null : ({ of: 'flow', snapshotId: segmentation.snapshotId, a, b } as const),
  ).data;
  const labels = useColumn({ of: 'labels', segmentationId: segmentation.id } as const).data;
  const rows = useSelection((selection) => selection.rows);
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const shares = useMemo(() => {
    if (codes === undefined || (rows === null && segmentIds.length === 0)) return null;
    const all = new Map<number, number>();
    const chosen = new Map<number, number>();
    for (const code of codes) all.set(code, (all.get(code) ?? 0) + 1);
    const note = (row: number) => {
      const code = codes[row];
      if (code !== undefined) chosen.set(code, (chosen.get(code) ?? 0) + 1);
    };
    if (rows !== null) rows.forEach(note);
    else {
      const places = new Map(segmentation.segments.map(({ label, id }) => [label, id]));
      labels?.forEach((label, row) => {
        if (segmentIds.includes(places.get(label) ?? -1)) note(row);
      });
    }
    return { all, chosen };
  }, [codes, labels, rows, segmentIds, segmentation]);
  return useMemo(() => {
    const rowsOf = (code: number): number[] => {
      const found: number[] = [];
      codes?.forEach((own, row) => {
        if (own === code) found.push(row);
      });
      return found;
    };
    return {
      rowsOf,
      shareOf: (code) =>
        shares === null ? null : (shares.chosen.get(code) ?? 0) / Math.max(1, shares.all.get(code) ?? 0),
      select: (code) => {
        const found = rowsOf(code);
        if (found.length > 0) selectRows(found);
        else clearSelection();
      },
    };
  }, [codes, shares]);
};
