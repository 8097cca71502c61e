import { useEffect } from 'react';
import { create } from 'zustand';
import { insideAll, type Stretch } from '../../../shared/picture/lines.ts';
import { clearSelection, selectRows, useSelection } from '../../client/selection.ts';
import type { FactAxis } from './use-line-axes.ts';

interface Marked {
  readonly snapshotId: number | null;
  readonly by: Readonly<Record<string, Stretch>>;
  /** The selection that the marks made; any other one lets go of them. */
  readonly rows: Uint32Array | null;
}

const nothing: Marked = { snapshotId: null, by: {}, rows: null };
const useMarked = create<Marked>(() => nothing);

/** Marks many moves make within a frame: the last one counts. */
let asked = 0;

/** What is marked along axes: whoever lies in all marks is selected everywhere. */
export const useStretches = (snapshotId: number, axes: readonly FactAxis[]) => {
  const marked = useMarked();
  const by = marked.snapshotId === snapshotId ? marked.by : nothing.by;
  useEffect(
    () =>
      useSelection.subscribe(({ rows }) => {
        const { rows: mine } = useMarked.getState();
        if (mine !== null && rows !== mine) useMarked.setState(nothing);
      }),
    [],
  );
  const select = () => {
    const now = useMarked.getState();
    const rows = insideAll(
      axes,
      axes.map(({ feature }) => now.by[feature.key] ?? null),
    );
    if (rows === null || rows.length === 0) {
      useMarked.setState({ rows: null });
      clearSelection();
      return;
    }
    // Known as ours before anybody hears of it.
    useMarked.setState({ rows });
    selectRows(rows);
  };
  return {
    stretches: axes.map(({ feature }) => by[feature.key] ?? null),
    mark: (key: string, stretch: Stretch | null): void => {
      const { [key]: _, ...others } = by;
      const next = stretch === null ? others : { ...others, [key]: stretch };
      useMarked.setState({ snapshotId, by: next });
      cancelAnimationFrame(asked);
      asked = requestAnimationFrame(select);
    },
  };
};
