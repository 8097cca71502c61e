import type { UseQueryResult } from '@tanstack/react-query';
import type { AppError } from '../../shared/errors.ts';
import type { OwnSegment, Who } from '../../shared/model/own-segment.ts';
import { api, fetchColumn } from './api.ts';
import { notifyError } from './notify.ts';
import { change, command } from './project.ts';
import { useProjectQuery } from './queries.ts';
import { selectRows, useSelection } from './selection.ts';
import { toAppError } from './to-app-error.ts';

/** Segments of one’s own, oldest first. */
export const useOwnSegments = (): UseQueryResult<OwnSegment[], AppError> =>
  useProjectQuery(['selection.list'], (signal) => api.selection.list(undefined, { signal }));

/** Which selected rows are a segment of one’s own: those were never picked one by one. */
const ownRows = new WeakMap<Uint32Array, number>();

/** The segment of one’s own that is selected; null where none is, or others are. */
export const useSelectedOwn = (): number | null =>
  useSelection(({ rows }) => (rows === null ? null : (ownRows.get(rows) ?? null)));

/** Selects the customers of a segment of one’s own in every picture and table. */
export const selectOwnSegment = async (ownId: number, segmentationId: number): Promise<void> => {
  try {
    selectRows(await fetchColumn({ of: 'own', ownId, segmentationId }));
    const { rows } = useSelection.getState();
    if (rows !== null) ownRows.set(rows, ownId);
  } catch (error) {
    notifyError(toAppError(error));
  }
};

/** Who is selected, as the services are told; null where nobody is. */
export const useWhoIsSelected = (segmentationId: number | null): Who | null => {
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const rows = useSelection((selection) => selection.rows);
  const ownId = useSelectedOwn();
  if (segmentationId === null) return null;
  if (ownId !== null) return { segmentationId, ownId };
  if (rows !== null) return { segmentationId, rows: [...rows] };
  return segmentIds.length > 0 ? { segmentationId, segmentIds: [...segmentIds] } : null;
};

/** Keeps who is selected under a name; its id, null where that failed, which is said. */
export const saveOwnSegment = async (name: string, color: number | undefined, who: Who): Promise<number | null> =>
  (await change(() => api.selection.save({ name, ...(color === undefined ? {} : { color }), ...who })))?.id ?? null;

export const renameOwnSegment = (id: number, name: string) => command(() => api.selection.rename({ id, name }));
export const recolourOwnSegment = (id: number, color: number) => command(() => api.selection.recolour({ id, color }));
export const removeOwnSegment = (id: number) => command(() => api.selection.remove({ id }));
