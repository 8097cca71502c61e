import { startTransition, useEffect, useState } from 'react';
import { create } from 'zustand';

/** One of the segments that a cut of the tree would give. */
export interface PreviewSegment {
  /** Its branch in the tree. */
  readonly node: number;
  /** Its number in the labels; a branch keeps it as long as it stands. */
  readonly label: number;
  readonly size: number;
  /** Null where the project has no orders. */
  readonly revenue: number | null;
  /** Index into the colour sequence. */
  readonly color: number;
  /** The segment in use that it would go on as; null for a new one. */
  readonly segmentId: number | null;
  /** Whether it has exactly that segment's customers. */
  readonly same: boolean;
}

/** What a cut would mean for everybody, before it is used. */
export interface CutPreview {
  readonly treeId: number;
  readonly snapshotId: number;
  /** Left to right in the tree. */
  readonly segments: readonly PreviewSegment[];
  /** By snapshot row: the `label` of its segment. */
  readonly labels: Uint8Array;
  /** Whether these are the segments in use. */
  readonly inUse: boolean;
  /** The line is being moved: more is to come. */
  readonly moving: boolean;
}

/** The cut of the tree that is being looked at, for every picture that wants to follow it; null where none is. */
export const useCutPreview = create<{ readonly preview: CutPreview | null }>(() => ({ preview: null }));

export const showCut = (preview: CutPreview | null): void => useCutPreview.setState({ preview });

/** The line comes first: whatever follows it does so as often as this while it moves. */
const followMs = 32;

/**
 * The cut for what may come a moment after the line and the colours of the branches: at once where the line rests, the
 * latest every so often while it moves, and then between the frames of the drag.
 */
export const useFollowedCut = (): CutPreview | null => {
  const [shown, setShown] = useState(() => useCutPreview.getState().preview);
  useEffect(() => {
    let timer: ReturnType<typeof setTimeout> | undefined;
    const stop = useCutPreview.subscribe(({ preview }) => {
      if (preview?.moving === true) {
        timer ??= setTimeout(() => {
          timer = undefined;
          startTransition(() => setShown(useCutPreview.getState().preview));
        }, followMs);
        return;
      }
      clearTimeout(timer);
      timer = undefined;
      setShown(preview);
    });
    setShown(useCutPreview.getState().preview);
    return () => {
      stop();
      clearTimeout(timer);
    };
  }, []);
  return shown;
};
