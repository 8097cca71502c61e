import { Button } from '@mantine/core';
import { IconFileDescription, IconUser } from '@tabler/icons-react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import { api } from '../../client/api.ts';
import { featurePhrase } from '../../client/feature-text.ts';
import { openCustomer } from '../../client/navigation.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { selectSegments } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import { SegmentTile } from '../../components/SegmentTile.tsx';
import classes from './CustomerStoryView.module.css';
import { OrderTimeline } from './OrderTimeline.tsx';
import { WhyHere } from './WhyHere.tsx';

interface CustomerStoryViewProps {
  /** Snapshot row; null where nobody is chosen. */
  readonly row: number | null;
  readonly segmentation: Segmentation | null;
}

/** One customer: who, which segment and why, the facts, and every order, newest first. */
export const CustomerStoryView = ({ row, segmentation }: CustomerStoryViewProps) => {
  const segmentationId = segmentation?.id;
  const story = useProjectQuery(
    ['customers.story', row, segmentationId],
    (signal) => api.customers.story({ row: row ?? 0, ...(segmentationId ? { segmentationId } : {}) }, { signal }),
    { enabled: row !== null },
  );
  if (row === null) {
    return (
      <EmptyState icon={<IconUser size={32} stroke={1.4} aria-hidden />} title={t('customers.pick')}>
        {t('customers.pick.text')}
      </EmptyState>
    );
  }
  if (story.error) return <ErrorPanel error={story.error} />;
  if (!story.data) return null;
  const { customer, also, why, orders } = story.data;
  const segment = segmentation?.segments.find(({ id }) => id === customer.segmentId);
  return (
    <div className={classes.story}>
      <div>
        <h2 className={classes.title}>{customer.name ?? t('customers.one', { key: customer.key })}</h2>
        <p className={classes.who}>
          {[customer.name === null ? null : customer.key, customer.email].filter((part) => part !== null).join(' · ')}
        </p>
        {also.map((one) => (
          <p key={one} className={classes.who}>
            {t('same.also', { name: one })}
          </p>
        ))}
        {segmentation && !segment && (
          <p className={classes.who}>
            {t('trust.none')}. {t('trust.none.one')}
          </p>
        )}
        {segment && (
          <button type="button" className={classes.segment} onClick={() => selectSegments([segment.id])}>
            <SegmentTile color={segment.color} />
            {tell(segment.name)}
          </button>
        )}
      </div>
      <Button
        variant="default"
        leftSection={<IconFileDescription size={16} stroke={1.6} aria-hidden />}
        onClick={() => openCustomer(customer.id)}
      >
        {t('customers.open')}
      </Button>
      {segmentation && why && <WhyHere why={why} customer={customer} segmentation={segmentation} />}
      {segmentation && (
        <dl className={classes.facts}>
          {segmentation.features.map((feature, at) => (
            <div key={feature.key} className={classes.fact}>
              <dt>{tell(feature.name)}</dt>
              <dd>
                <NumberOrigin of={{ of: 'customer', row: customer.row, feature: feature.key }}>
                  {featurePhrase(feature, customer.values[at] ?? null)}
                </NumberOrigin>
              </dd>
            </div>
          ))}
        </dl>
      )}
      {orders.length === 0 ? (
        <p className={classes.who}>{t('customers.story.noOrders')}</p>
      ) : (
        <section>
          <h3 className={classes.heading}>{t('customers.story.orders', { count: orders.length })}</h3>
          <OrderTimeline
            key={customer.id}
            orders={orders}
            until={segmentation?.asOf ?? null}
            color={segment === undefined ? 'var(--t-muted)' : segmentColor(segment.color)}
          />
          <ul className={classes.orders}>
            {orders.map(({ order, day, lines, amount, sourceId, number }) => (
              <li key={`${sourceId} ${number}`} className={classes.order}>
                <span className={classes.day}>{format.day(day)}</span>
                <span className={classes.amount}>
                  <NumberOrigin of={{ of: 'order', row: customer.row, sourceId, number, figure: 'amount' }}>
                    {format.money(amount)}
                  </NumberOrigin>
                </span>
                <span className={classes.detail}>
                  {order === day ? '' : `${order} · `}
                  <NumberOrigin of={{ of: 'order', row: customer.row, sourceId, number, figure: 'lines' }}>
                    {t('customers.story.lines', { lines })}
                  </NumberOrigin>
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
