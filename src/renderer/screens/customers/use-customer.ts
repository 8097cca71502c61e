import { useMemo } from 'react';
import type { CustomerPlace } from '../../../shared/model/customer.ts';
import { api } from '../../client/api.ts';
import { askedView, useCustomersView, viewKey } from '../../client/customers-view.ts';
import { useProject } from '../../client/project.ts';
import { useProjectQuery, useSegmentation } from '../../client/queries.ts';

/** Where a customer stands, and whether that is among those whom the table shows. */
export interface ShownPlace extends CustomerPlace {
  /** Whose it is: that of the one before stands in until it is known. */
  readonly of: number;
  readonly isInTable: boolean;
}

/** All that a customer's page tells, with who stands before and after in the table's order. */
export const useCustomer = (customerId: number) => {
  const project = useProject();
  const segmentation = useSegmentation().data ?? null;
  const segmentationId = segmentation?.id;
  const view = useCustomersView(`${project?.path} ${segmentationId ?? 0}`);
  const ofRun = segmentationId === undefined ? {} : { segmentationId };
  const story = useProjectQuery(['customers.story', 'id', customerId, segmentationId], (signal) =>
    api.customers.story({ customerId, ...ofRun }, { signal }),
  );
  // Of a customer that was put together with another the page tells of that one.
  const row = story.isPlaceholderData ? undefined : story.data?.customer.row;
  const portrait = useProjectQuery(
    ['customers.portrait', row, segmentationId],
    (signal) => api.customers.portrait({ row: row!, ...ofRun }, { signal }),
    { enabled: row !== undefined },
  );
  const wanted = useMemo(() => askedView(view, segmentationId), [view, segmentationId]);
  const place = useProjectQuery(
    ['customers.place', customerId, viewKey(view), row, segmentationId],
    async (signal): Promise<ShownPlace> => {
      const found = await api.customers.place({ ...wanted, row: row! }, { signal });
      if (found.index !== null) return { ...found, of: customerId, isInTable: true };
      // Whom the table does not show just now stands among everybody, in the same order.
      const { sort } = wanted;
      const all = await api.customers.place({ ...ofRun, ...(sort ? { sort } : {}), row: row! }, { signal });
      return { ...all, of: customerId, isInTable: false };
    },
    { enabled: row !== undefined },
  );
  return { segmentation, story, portrait: portrait.data, place: place.data };
};
