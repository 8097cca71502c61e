import { create } from 'zustand';

/**
 * What is selected: one selection for all screens. Either whole segments, or single customers picked in a picture or a
 * table; choosing one lets go of the other.
 */
export interface Selection {
  readonly segmentIds: readonly number[];
  /** Snapshot rows, ascending; null where no customers were picked. */
  readonly rows: Uint32Array | null;
  /** The customer the inspector tells of. */
  readonly customerRow: number | null;
  readonly hoveredSegmentId: number | null;
}

const nothing: Selection = { segmentIds: [], rows: null, customerRow: null, hoveredSegmentId: null };

export const useSelection = create<Selection>(() => nothing);
const set = useSelection.setState;

export const clearSelection = (): void => set(nothing);

export const selectSegments = (segmentIds: readonly number[]): void =>
  set({ segmentIds: [...new Set(segmentIds)], rows: null, customerRow: null });

/** Selects one segment, or lets go of it when it was the only one; `add` (Ctrl, Shift) keeps the others. */
export const toggleSegment = (id: number, add = false): void => {
  const { segmentIds } = useSelection.getState();
  const has = segmentIds.includes(id);
  if (add) selectSegments(has ? segmentIds.filter((one) => one !== id) : [...segmentIds, id]);
  else selectSegments(has && segmentIds.length === 1 ? [] : [id]);
};

const isAscending = (rows: Uint32Array): boolean => rows.every((row, i) => i === 0 || rows[i - 1]! < row);

/** Selects customers by snapshot row, in any order; an empty selection is none. */
export const selectRows = (rows: Iterable<number>): void => {
  const sorted = rows instanceof Uint32Array && isAscending(rows) ? rows : Uint32Array.from(new Set(rows)).sort();
  set({
    rows: sorted.length > 0 ? sorted : null,
    segmentIds: [],
    customerRow: sorted.length === 1 ? sorted[0]! : null,
  });
};

/** Shows one customer in the inspector and leaves the selection as it is. */
export const showCustomer = (customerRow: number | null): void => set({ customerRow });

export const hoverSegment = (hoveredSegmentId: number | null): void => {
  if (useSelection.getState().hoveredSegmentId !== hoveredSegmentId) set({ hoveredSegmentId });
};

export const hasSelection = ({ segmentIds, rows }: Selection): boolean => segmentIds.length > 0 || rows !== null;
