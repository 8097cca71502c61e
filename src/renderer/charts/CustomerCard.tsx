import { Button } from '@mantine/core';
import { IconUser } from '@tabler/icons-react';
import type { Segmentation } from '../../shared/model/segmentation.ts';
import { api } from '../client/api.ts';
import { openCustomer } from '../client/navigation.ts';
import { useProjectQuery } from '../client/queries.ts';
import { t, tell } from '../client/words.ts';
import { Panel } from '../components/Panel.tsx';
import { NoSegmentTile, SegmentTile } from '../components/SegmentTile.tsx';
import classes from './inspector.module.css';
import { valueText, word } from './words.ts';

/** Who stands in this row of the snapshot; null while that is asked. */
export const useCustomer = (row: number | null, segmentationId: number) =>
  useProjectQuery(
    ['customers.page', segmentationId, row],
    async (signal) => {
      const page = await api.customers.page({ segmentationId, rows: [row!], offset: 0, limit: 1 }, { signal });
      return page.rows[0] ?? null;
    },
    { enabled: row !== null, keep: false },
  ).data ?? null;

/** One customer in the inspector: who it is, its segment, its facts. */
export const CustomerCard = ({ row, segmentation }: { readonly row: number; readonly segmentation: Segmentation }) => {
  const customer = useCustomer(row, segmentation.id);
  if (customer === null) return null;
  const segment = segmentation.segments.find(({ id }) => id === customer.segmentId);
  return (
    <>
      <h2 className={classes.name}>{customer.name ?? word('map.customer', { key: customer.key })}</h2>
      <p className={classes.text}>
        {segment === undefined ? (
          <>
            <NoSegmentTile /> {t('trust.none')}. {t('trust.none.one')}
          </>
        ) : (
          <>
            <SegmentTile color={segment.color} /> {tell(segment.name)}
          </>
        )}
      </p>
      <Panel heading={word('one.figures')}>
        <dl className={classes.rows}>
          {segmentation.features.map((feature, i) => (
            <div key={feature.key} className={classes.row}>
              <dt>{tell(feature.name)}</dt>
              <dd>{valueText(customer.values[i], feature)}</dd>
            </div>
          ))}
        </dl>
      </Panel>
      <Button
        variant="default"
        leftSection={<IconUser size={16} stroke={1.6} />}
        onClick={() => openCustomer(customer.id)}
      >
        {t('customers.open')}
      </Button>
    </>
  );
};
