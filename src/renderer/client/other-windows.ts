import { useEffect } from 'react';
import { useProject } from './project.ts';
import { hearOfChange, whenChanged } from './queries.ts';
import { type Selection, useSelection } from './selection.ts';

/** What windows on the same project tell each other. */
type Told =
  | { readonly kind: 'changed' }
  | ({ readonly kind: 'selected'; readonly of: string } & Pick<Selection, 'segmentIds' | 'rows' | 'customerRow'>);

/**
 * Keeps this window and the others alike: who is selected in one is selected in all that show the same segmentation, and
 * a change made in one is seen in all at once. Nothing leaves the computer; the browser carries it between our pages.
 */
export const useOtherWindows = (): void => {
  const project = useProject();
  const of = project === null ? null : `${project.path} ${project.activeSegmentationId}`;
  useEffect(() => {
    const channel = new BroadcastChannel('tessera');
    let isHearing = false;
    const tell = (told: Told) => channel.postMessage(told);
    const stopSelection = useSelection.subscribe((now, before) => {
      const { segmentIds, rows, customerRow } = now;
      const isSame = segmentIds === before.segmentIds && rows === before.rows && customerRow === before.customerRow;
      if (!isHearing && !isSame && of !== null) tell({ kind: 'selected', of, segmentIds, rows, customerRow });
    });
    const stopChanges = whenChanged(() => tell({ kind: 'changed' }));
    channel.onmessage = ({ data }: MessageEvent<Told>) => {
      if (data.kind === 'changed') void hearOfChange();
      else if (data.of === of) {
        const { segmentIds, rows, customerRow } = data;
        isHearing = true;
        useSelection.setState({ segmentIds, rows, customerRow });
        isHearing = false;
      }
    };
    return () => {
      stopSelection();
      stopChanges();
      channel.close();
    };
  }, [of]);
};
