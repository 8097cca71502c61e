import type { KeyboardEvent } from 'react';
import { toggleSegment } from '../client/selection.ts';

/** Enter or space together with Ctrl, ⌘ or Shift adds a segment to the selection: by themselves those keys click nothing. */
export const addByKey = (event: KeyboardEvent, segmentId: number): void => {
  const adds = event.ctrlKey || event.metaKey || event.shiftKey;
  if (!adds || (event.key !== 'Enter' && event.key !== ' ')) return;
  event.preventDefault();
  event.stopPropagation();
  toggleSegment(segmentId, true);
};
