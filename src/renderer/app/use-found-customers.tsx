import { useDebouncedValue } from '@mantine/hooks';
import type { SpotlightActionData } from '@mantine/spotlight';
import { IconUser } from '@tabler/icons-react';
import { api } from '../client/api.ts';
import { openCustomer } from '../client/navigation.ts';
import { useProject } from '../client/project.ts';
import { useProjectQuery, useSegmentation } from '../client/queries.ts';
import { tell } from '../client/words.ts';
import { SegmentTile } from '../components/SegmentTile.tsx';
import { customerName } from '../screens/customers/portrait-words.ts';

const waitMs = 200;
const most = 5;
/** Nobody is called longer; services take no more letters. */
const longest = 200;

/** The first customers of whom the number, name or e-mail has what is typed: of just that, never of what was typed before. */
export const useFoundCustomers = (
  typed: string,
): { readonly actions: SpotlightActionData[]; readonly isLooking: boolean } => {
  const hasCustomers = useProject()?.totals != null;
  const segmentation = useSegmentation().data ?? null;
  const ofRun = segmentation === null ? {} : { segmentationId: segmentation.id };
  const search = typed.trim();
  const [settled] = useDebouncedValue(search, waitMs);
  const isAsked = hasCustomers && search !== '' && search.length <= longest;
  const isSettled = settled === search;
  const { data, error } = useProjectQuery(
    ['customers.page', 'finder', settled, segmentation?.id],
    (signal) => api.customers.page({ ...ofRun, search: settled, columns: [], offset: 0, limit: most }, { signal }),
    { enabled: isAsked && isSettled, keep: false },
  );
  if (!isAsked) return { actions: [], isLooking: false };
  if (!isSettled || data === undefined) return { actions: [], isLooking: error === null || !isSettled };
  return {
    isLooking: false,
    actions: data.rows.map((customer) => {
      const segment = segmentation?.segments.find(({ id }) => id === customer.segmentId);
      const told = [
        customer.name === null ? null : customer.key,
        customer.email,
        segment === undefined ? null : tell(segment.name),
      ];
      return {
        id: `customer-${customer.id}`,
        label: customerName(customer),
        description: told.filter((part) => part !== null).join(' · '),
        leftSection:
          segment === undefined ? (
            <IconUser size={18} stroke={1.7} aria-hidden />
          ) : (
            <SegmentTile color={segment.color} size={16} />
          ),
        onClick: () => openCustomer(customer.id),
      };
    }),
  };
};
