import type { ChartSegment } from '../../charts/chart-segment.ts';
import { selectRows, useSelection } from '../../client/selection.ts';

/** Adds customers to what is selected; selected segments become their customers first. O(n) */
export const addRows = (rows: Uint32Array, labels: Int32Array, segments: readonly ChartSegment[]): void => {
  const { rows: before, segmentIds } = useSelection.getState();
  const chosen = new Uint8Array(labels.length);
  for (const row of rows) chosen[row] = 1;
  if (before !== null) for (const row of before) chosen[row] = 1;
  if (segmentIds.length > 0) {
    const own = new Set(segments.filter(({ id }) => segmentIds.includes(id)).map(({ label }) => label));
    for (let row = 0; row < labels.length; row += 1) if (own.has(labels[row]!)) chosen[row] = 1;
  }
  let total = 0;
  for (let row = 0; row < chosen.length; row += 1) total += chosen[row]!;
  const all = new Uint32Array(total);
  let at = 0;
  for (let row = 0; row < chosen.length; row += 1) {
    if (chosen[row] === 0) continue;
    all[at] = row;
    at += 1;
  }
  selectRows(all);
};
