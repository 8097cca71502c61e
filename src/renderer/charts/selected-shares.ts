import { useMemo } from 'react';
import { noSegmentId, type Segmentation } from '../../shared/model/segmentation.ts';
import { useColumn } from '../client/queries.ts';
import { useSelection } from '../client/selection.ts';

/** How much of each segment is selected, where single customers are; by segment id, 0 to 1. */
export interface SelectedShares {
  readonly customers: ReadonlyMap<number, number>;
  /** Of what the segment brings; null where that is not known. */
  readonly revenue: ReadonlyMap<number, number> | null;
}

/** O(customers). */
export const sharesOf = (
  { segments }: Pick<Segmentation, 'segments'>,
  rows: Uint32Array,
  labels: Int32Array,
  spent: Float64Array | null,
): SelectedShares => {
  const idOf = new Map(segments.map(({ id, label }) => [label, id]));
  const count = () => new Map<number, number>();
  const [all, chosen, money, chosenMoney] = [count(), count(), count(), count()];
  const add = (sums: Map<number, number>, id: number, by: number) => sums.set(id, (sums.get(id) ?? 0) + by);
  const note = (people: Map<number, number>, spending: Map<number, number>, row: number) => {
    const id = idOf.get(labels[row]!) ?? noSegmentId;
    add(people, id, 1);
    if (spent !== null) add(spending, id, spent[row]! || 0);
  };
  for (let row = 0; row < labels.length; row += 1) note(all, money, row);
  for (const row of rows) if (row < labels.length) note(chosen, chosenMoney, row);
  const shares = (parts: ReadonlyMap<number, number>, wholes: ReadonlyMap<number, number>) =>
    new Map(
      [...parts].map(([id, part]) => {
        const whole = wholes.get(id) ?? 0;
        return [id, whole > 0 ? Math.max(0, Math.min(1, part / whole)) : 0];
      }),
    );
  return { customers: shares(chosen, all), revenue: spent === null ? null : shares(chosenMoney, money) };
};

/** One selection is counted once, however many pictures show it. */
const known = new WeakMap<
  Uint32Array,
  { readonly labels: Int32Array; readonly spent: Float64Array | null; readonly shares: SelectedShares }
>();

/** Null where no single customers are selected. */
const useSelectedShares = (segmentation: Segmentation): SelectedShares | null => {
  const rows = useSelection((selection) => selection.rows);
  const labels = useColumn(rows === null ? null : ({ of: 'labels', segmentationId: segmentation.id } as const)).data;
  const hasSpent = segmentation.features.some(({ key }) => key === 'totalSpent');
  const spent = useColumn(
    rows === null || !hasSpent
      ? null
      : ({ of: 'features', snapshotId: segmentation.snapshotId, feature: 'totalSpent' } as const),
  ).data;
  return useMemo(() => {
    if (rows === null || labels === undefined || (hasSpent && spent === undefined)) return null;
    const money = spent ?? null;
    const before = known.get(rows);
    if (before !== undefined && before.labels === labels && before.spent === money) return before.shares;
    const shares = sharesOf(segmentation, rows, labels, money);
    known.set(rows, { labels, spent: money, shares });
    return shares;
  }, [segmentation, rows, labels, spent, hasSpent]);
};

/** What a picture of segments shows as selected: whole segments, or those that have some of the selected customers. */
export const useShownSegments = (
  segmentation: Segmentation,
): { readonly selected: readonly number[]; readonly shares: SelectedShares | null } => {
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const shares = useSelectedShares(segmentation);
  return useMemo(
    () => ({ selected: shares === null ? segmentIds : [...shares.customers.keys()], shares }),
    [segmentIds, shares],
  );
};
