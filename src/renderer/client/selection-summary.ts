import { noSegmentId, type Segmentation } from '../../shared/model/segmentation.ts';
import { inNoSegment } from '../../shared/picture/in-no-segment.ts';
import { useColumn, useSegmentation } from './queries.ts';
import { type Selection, useSelection } from './selection.ts';

export interface SelectionSummary {
  readonly customers: number;
  /** Null where there is no revenue to share. */
  readonly revenueShare: number | null;
}

/** What is selected, in one line; null where nothing is. `spent` is total spent by snapshot row, where it is known. */
export const summarise = (
  { segmentIds, rows }: Pick<Selection, 'segmentIds' | 'rows'>,
  segmentation: Segmentation | null,
  spent: Float64Array | null,
): SelectionSummary | null => {
  if (segmentation === null) return null;
  if (rows !== null) {
    const all = segmentation.revenue;
    if (spent === null || all === null || all === 0) return { customers: rows.length, revenueShare: null };
    return { customers: rows.length, revenueShare: rows.reduce((sum, row) => sum + (spent[row] || 0), 0) / all };
  }
  const nobodys = segmentIds.includes(noSegmentId) ? inNoSegment(segmentation) : null;
  const chosen = [
    ...segmentation.segments.filter((segment) => segmentIds.includes(segment.id)),
    ...(nobodys === null ? [] : [nobodys]),
  ];
  if (chosen.length === 0) return null;
  const shares = chosen.map((segment) => segment.revenueShare);
  return {
    customers: chosen.reduce((sum, segment) => sum + segment.size, 0),
    revenueShare: shares.some((share) => share === null)
      ? null
      : shares.reduce<number>((sum, share) => sum + share!, 0),
  };
};

export const useSelectionSummary = (): SelectionSummary | null => {
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const rows = useSelection((selection) => selection.rows);
  const segmentation = useSegmentation().data ?? null;
  const hasSpent = segmentation?.features.some((feature) => feature.key === 'totalSpent') ?? false;
  const spent = useColumn(
    rows !== null && hasSpent && segmentation !== null
      ? ({ of: 'features', snapshotId: segmentation.snapshotId, feature: 'totalSpent' } as const)
      : null,
  ).data;
  return summarise({ segmentIds, rows }, segmentation, spent ?? null);
};
