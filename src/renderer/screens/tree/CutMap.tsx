import { useMemo, useRef } from 'react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import { PointCanvas } from '../../charts/points/PointCanvas.tsx';
import { treeWord } from '../../charts/tree/tree-words.ts';
import { useFollowedCut } from '../../client/cut-preview.ts';
import { useColumn } from '../../client/queries.ts';
import { useSelection } from '../../client/selection.ts';
import classes from './tree.module.css';

/** Everybody on the map, in the colours that the cut would give. */
export const CutMap = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const x = useColumn({ of: 'map', segmentationId: segmentation.id, axis: 0 } as const).data;
  const y = useColumn({ of: 'map', segmentationId: segmentation.id, axis: 1 } as const).data;
  const cut = useFollowedCut();
  const box = useRef<HTMLDivElement>(null);
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const rows = useSelection((selection) => selection.rows);
  const lit = useMemo(
    () =>
      segmentIds.length === 0
        ? null
        : (cut?.segments.flatMap((one) => (segmentIds.includes(one.segmentId ?? -1) ? [one.label] : [])) ?? null),
    [segmentIds, cut],
  );
  const colors = useMemo(() => {
    const most = Math.max(-1, ...(cut?.segments.map(({ label }) => label) ?? []));
    const found = Array<string>(most + 1).fill('#888888');
    for (const { label, color } of cut?.segments ?? []) found[label] = segmentColor(color);
    return found;
  }, [cut]);
  const ready = x !== undefined && y !== undefined && cut !== null && cut.labels.length === x.length;
  return (
    <div ref={box} className={classes.map}>
      {ready && (
        <PointCanvas
          x={x}
          y={y}
          labels={cut.labels}
          colors={colors}
          litLabels={lit}
          litRows={rows}
          summary={treeWord('companion.map', { customers: x.length, k: cut.segments.length })}
          onDrawn={() => {
            // For whoever waits for it: which cut the map has come to.
            if (box.current !== null) box.current.dataset.segments = String(cut.segments.length);
          }}
        />
      )}
    </div>
  );
};
