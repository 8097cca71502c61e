import { IconUser } from '@tabler/icons-react';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { api } from '../../client/api.ts';
import { featurePhrase } from '../../client/feature-text.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { selectSegments } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { SegmentTile } from '../../components/SegmentTile.tsx';
import classes from './CustomerStoryView.module.css';
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
  const { customer, why, orders } = story.data;
  const segment = segmentation?.segments.find(({ id }) => id === customer.segmentId);
  return (
    <div className={classes.story}>
      <div>
        <h2 className={classes.title}>{customer.name ?? t('customers.one', { key: customer.key })}</h2>
        <p className={classes.who}>
          {[customer.name === null ? null : customer.key, customer.email].filter((part) => part !== null).join(' · ')}
        </p>
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
      {segmentation && why && <WhyHere why={why} customer={customer} segmentation={segmentation} />}
      {segmentation && (
        <dl className={classes.facts}>
          {segmentation.features.map((feature, at) => (
            <div key={feature.key} className={classes.fact}>
              <dt>{tell(feature.name)}</dt>
              <dd>{featurePhrase(feature, customer.values[at] ?? null)}</dd>
            </div>
          ))}
        </dl>
      )}
      {orders.length === 0 ? (
        <p className={classes.who}>{t('customers.story.noOrders')}</p>
      ) : (
        <section>
          <h3 className={classes.heading}>{t('customers.story.orders', { count: orders.length })}</h3>
          <ul className={classes.orders}>
            {orders.map(({ order, day, lines, amount }) => (
              <li key={order} className={classes.order}>
                <span className={classes.day}>{format.day(day)}</span>
                <span className={classes.amount}>{format.money(amount)}</span>
                <span className={classes.detail}>
                  {order === day ? '' : `${order} · `}
                  {t('customers.story.lines', { lines })}
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  );
};
