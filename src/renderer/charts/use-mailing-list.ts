import type { Segment } from '../../shared/model/segmentation.ts';
import { api } from '../client/api.ts';
import { exportTable } from '../client/exports.ts';
import { useProjectQuery } from '../client/queries.ts';
import { tell } from '../client/words.ts';

/** Whether the files name or address anybody; null while that is not known. */
export const useHasContacts = (): boolean | null => {
  const { data } = useProjectQuery(['source.list'], (signal) => api.source.list(undefined, { signal }));
  return data?.some(({ columns }) => columns.some(({ role }) => role === 'name' || role === 'email')) ?? null;
};

/** Writes the names and addresses of one segment's customers, as the file has them. */
export const saveMailingList = (segmentationId: number, { id, name }: Pick<Segment, 'id' | 'name'>) =>
  exportTable(tell(name), { what: 'mailingList', format: 'csv', segmentationId, segmentIds: [id] });
