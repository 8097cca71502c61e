import type { Segment } from '../../shared/model/segmentation.ts';
import { exportTable } from '../client/exports.ts';
import { tell } from '../client/words.ts';

/** Writes the names and addresses of one segment's customers, as the file has them. */
export const saveMailingList = (segmentationId: number, { id, name }: Pick<Segment, 'id' | 'name'>) =>
  exportTable(tell(name), { what: 'mailingList', format: 'csv', segmentationId, segmentIds: [id] });
