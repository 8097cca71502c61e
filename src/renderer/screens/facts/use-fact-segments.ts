import { useMemo } from 'react';
import type { Snapshot } from '../../../shared/model/feature.ts';
import { type SegmentPart, segmentParts } from '../../charts/segment-parts.ts';
import { useColumn, useSegmentation } from '../../client/queries.ts';
import { selectRows, useSelection } from '../../client/selection.ts';

export interface FactSegments {
  readonly parts: readonly SegmentPart[];
  /** By customer of the facts; −1 in no segment, −2 not among those in use. */
  readonly labels: Int32Array;
  /** Whether a customer is selected, by segment or by itself; null where nothing is. */
  readonly isSelected: ((row: number) => boolean) | null;
  /** Selects customers everywhere, by their places among the facts. */
  select(rows: readonly number[]): void;
}

const notInUse = -2;

/**
 * The segments of the customers whose facts are looked at, and which are selected; null where there are none yet. Facts
 * of another day are of other rows: the same customer is looked for.
 */
export const useFactSegments = (snapshot: Pick<Snapshot, 'id'>): FactSegments | null => {
  const segmentation = useSegmentation().data ?? null;
  const known = useColumn(segmentation === null ? null : { of: 'labels', segmentationId: segmentation.id }).data;
  const isSame = segmentation?.snapshotId === snapshot.id;
  const places = useColumn(
    segmentation === null || isSame
      ? null
      : ({ of: 'same', snapshotId: snapshot.id, segmentationId: segmentation.id } as const),
  ).data;
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const rows = useSelection((selection) => selection.rows);
  const labels = useMemo(() => {
    if (known === undefined || isSame) return known;
    return places?.map((place) => (place < 0 ? notInUse : known[place]!));
  }, [known, isSame, places]);
  return useMemo(() => {
    if (segmentation === null || labels === undefined) return null;
    const parts = segmentParts(segmentation);
    const placeOf = isSame ? (row: number) => row : (row: number) => places?.[row] ?? -1;
    const chosen = new Set(parts.filter(({ id }) => segmentIds.includes(id)).map(({ label }) => label));
    const picked = rows === null ? null : new Set(rows);
    const isSelected =
      picked !== null
        ? (row: number) => picked.has(placeOf(row))
        : chosen.size > 0
          ? (row: number) => chosen.has(labels[row]!)
          : null;
    const select = (own: readonly number[]) => selectRows(own.map(placeOf).filter((place) => place >= 0));
    return { parts, labels, isSelected, select };
  }, [segmentation, labels, isSame, places, segmentIds, rows]);
};
