import { ActionIcon, Button, Tooltip } from '@mantine/core';
import { IconArrowLeft, IconCheck, IconChevronDown, IconChevronUp, IconCopy, IconUserOff } from '@tabler/icons-react';
import { useEffect, useRef } from 'react';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import { copyTexts } from '../../client/clipboard.ts';
import { hasRow, markRows, selectedRows, withoutRows, withRows } from '../../client/mark-rows.ts';
import { leaveCustomer, turnToCustomer } from '../../client/navigation.ts';
import { selectSegments, useSelection } from '../../client/selection.ts';
import { t, tell } from '../../client/words.ts';
import { EmptyState } from '../../components/EmptyState.tsx';
import { ErrorPanel } from '../../components/ErrorPanel.tsx';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import { Panel } from '../../components/Panel.tsx';
import { Screen } from '../../components/Screen.tsx';
import { SegmentTile } from '../../components/SegmentTile.tsx';
import classes from './CustomerPage.module.css';
import { CustomerRecords } from './CustomerRecords.tsx';
import { customerText } from './customer-text.ts';
import { FactStrips } from './FactStrips.tsx';
import { OrderList } from './OrderList.tsx';
import { OrderTimeline } from './OrderTimeline.tsx';
import { customerName, unusualFacts, unusualText } from './portrait-words.ts';
import { type ShownPlace, useCustomer } from './use-customer.ts';
import { WhyHere } from './WhyHere.tsx';

const icon = { size: 16, stroke: 1.7, 'aria-hidden': true } as const;

/** What opens over the page has the keys. */
const overlays = '[role="menu"], [role="dialog"], [role="listbox"]';
const isFree = (event: KeyboardEvent): boolean => {
  if (event.defaultPrevented || event.ctrlKey || event.metaKey || event.altKey) return false;
  const { target } = event;
  if (target instanceof HTMLElement && target.matches('input, textarea, select, [contenteditable="true"]'))
    return false;
  return ![...document.querySelectorAll(overlays)].some((one) => one.getClientRects().length > 0);
};

/** J and K go from one to the next, Escape back. */
const usePageKeys = (customerId: number, place: ShownPlace | undefined): void => {
  /** Steps that were asked for before it was known where they lead, forwards above 0. */
  const waiting = useRef(0);
  /** Whom the address names, or will in a moment. */
  const target = useRef(customerId);
  useEffect(() => {
    target.current = customerId;
  }, [customerId]);
  useEffect(() => {
    const isKnown = place !== undefined && place.of === customerId;
    const step = (by: 1 | -1) => {
      const to = by > 0 ? place?.next : place?.previous;
      if (!isKnown || target.current !== customerId) waiting.current += by;
      else if (to == null) waiting.current = 0;
      else {
        target.current = to.id;
        turnToCustomer(to.id);
      }
    };
    if (isKnown && waiting.current !== 0) {
      const by = waiting.current > 0 ? 1 : -1;
      waiting.current -= by;
      step(by);
    }
    const onKey = (event: KeyboardEvent) => {
      if (!isFree(event)) return;
      if (event.key === 'Escape') leaveCustomer();
      else if (event.key.toUpperCase() === 'J') step(1);
      else if (event.key.toUpperCase() === 'K') step(-1);
    };
    window.addEventListener('keydown', onKey);
    return () => window.removeEventListener('keydown', onKey);
  }, [customerId, place]);
};

interface CustomerPageProps {
  readonly customerId: number;
  /** Told where the customer stands in the table; null where it is not in it. */
  readonly onPlace: (index: number | null) => void;
}

/** Everything about one customer: who, where and how surely, what is unusual, every order to its rows, and which records. */
export const CustomerPage = ({ customerId, onPlace }: CustomerPageProps) => {
  const { segmentation, story, portrait, place } = useCustomer(customerId);
  const isSelected = useSelection(({ rows, segmentIds }) => {
    const customer = story.data?.customer;
    if (customer === undefined) return false;
    return rows === null ? segmentIds.includes(customer.segmentId ?? -1) : hasRow(rows, customer.row);
  });
  usePageKeys(customerId, place);
  useEffect(() => {
    if (place?.of === customerId) onPlace(place.isInTable ? place.index : null);
  }, [customerId, place, onPlace]);

  const back = (
    <Button variant="default" leftSection={<IconArrowLeft {...icon} />} onClick={leaveCustomer}>
      {t('customers.page.back')}
    </Button>
  );
  if (story.error?.code === 'notFound')
    return (
      <Screen title={t('app.screen.customers')}>
        <EmptyState
          icon={<IconUserOff size={40} stroke={1.3} aria-hidden />}
          title={t('customers.page.gone')}
          action={<Button onClick={leaveCustomer}>{t('customers.page.toTable')}</Button>}
        >
          {t('customers.page.gone.text')}
        </EmptyState>
      </Screen>
    );
  if (story.error)
    return (
      <Screen title={t('app.screen.customers')} actions={back}>
        <ErrorPanel error={story.error} action={<Button onClick={() => story.refetch()}>{t('app.retry')}</Button>} />
      </Screen>
    );
  if (story.data === undefined) return null;
  const { customer, also, why, orders, records } = story.data;
  const segment = segmentation?.segments.find(({ id }) => id === customer.segmentId);
  const features = segmentation?.features ?? [];
  const facts = portrait ?? [];
  const name = customerName(customer);
  const unusual = unusualFacts(facts).flatMap((fact) => {
    const feature = features.find(({ key }) => key === fact.feature);
    return feature === undefined ? [] : [{ key: feature.key, text: unusualText(fact, feature, segment) }];
  });
  const copy = () => {
    const lines = customerText({ story: story.data, features, segment, facts });
    const escaped = (line: string) => line.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
    void copyTexts(
      Promise.resolve({
        plain: lines.join('\n'),
        html: lines.map((line) => `<p>${escaped(line)}</p>`).join(''),
      }),
      t('customers.page.copied', { name }),
    );
  };
  const select = async () => {
    const before = await selectedRows(segmentation);
    const one = Uint32Array.of(customer.row);
    markRows(hasRow(before, customer.row) ? withoutRows(before, one) : withRows(before, one));
  };
  const step = (label: string, to: ShownPlace['next'] | undefined, Icon: typeof IconChevronUp) => (
    <Tooltip label={label}>
      <ActionIcon
        variant="default"
        size={34}
        aria-label={label}
        disabled={to == null}
        onClick={() => to != null && turnToCustomer(to.id)}
      >
        <Icon {...icon} />
      </ActionIcon>
    </Tooltip>
  );
  return (
    <Screen
      title={name}
      subtitle={[
        customer.name === null ? null : customer.key,
        customer.email,
        ...also.map((one) => t('same.also', { name: one })),
      ]
        .filter((part) => part !== null)
        .join(' · ')}
      actions={
        <>
          {place?.index != null && (
            <span className={classes.place}>
              {t(place.isInTable ? 'customers.page.place' : 'customers.page.placeAll', {
                place: place.index + 1,
                total: place.total,
              })}
            </span>
          )}
          <span className={classes.steps}>
            {step(t('customers.page.previous'), place?.previous, IconChevronUp)}
            {step(t('customers.page.next'), place?.next, IconChevronDown)}
          </span>
          <Button variant="default" leftSection={<IconCopy {...icon} />} onClick={copy}>
            {t('customers.page.copy')}
          </Button>
          {back}
        </>
      }
      inspector={
        <div className={classes.side}>
          {segmentation && why && <WhyHere why={why} customer={customer} segmentation={segmentation} />}
          <CustomerRecords records={records} />
        </div>
      }
    >
      <div className={classes.column}>
        <Panel>
          <div className={classes.top}>
            <div className={classes.chips}>
              {segment ? (
                <button type="button" className={classes.segment} onClick={() => selectSegments([segment.id])}>
                  <SegmentTile color={segment.color} />
                  <span dir="auto">{tell(segment.name)}</span>
                </button>
              ) : (
                segmentation && (
                  <span>
                    {t('trust.none')}. {t('trust.none.one')}
                  </span>
                )
              )}
              {why?.certainty != null && (
                <span>
                  {t('customers.sureness')}:{' '}
                  <NumberOrigin of={{ of: 'sureness', row: customer.row }}>
                    {t(`customers.sureness.${why.certainty}`)}
                  </NumberOrigin>
                </span>
              )}
              <Button
                variant="default"
                size="compact-sm"
                aria-pressed={isSelected}
                leftSection={isSelected ? <IconCheck {...icon} /> : undefined}
                onClick={() => void select()}
              >
                {t(isSelected ? 'customers.page.selected' : 'customers.page.select')}
              </Button>
            </div>
            {segment && (
              <section>
                <h2 className={classes.heading}>{t('customers.page.action')}</h2>
                <p className={classes.sentence}>{tell(segment.action)}</p>
              </section>
            )}
            {portrait !== undefined && (
              <section>
                <h2 className={classes.heading}>{t('customers.unusual')}</h2>
                {unusual.length === 0 ? (
                  <p className={classes.sentence}>
                    {t('customers.unusual.none', { segment: segment === undefined ? null : tell(segment.name) })}
                  </p>
                ) : (
                  <ul className={classes.unusual}>
                    {unusual.map(({ key, text }) => (
                      <li key={key}>{text}</li>
                    ))}
                  </ul>
                )}
              </section>
            )}
          </div>
        </Panel>
        {facts.length > 0 && (
          <FactStrips
            title={t('customers.strip.title', { name, segment: segment === undefined ? null : tell(segment.name) })}
            row={customer.row}
            facts={facts}
            features={features}
            segment={segment}
          />
        )}
        <Panel heading={orders.length === 0 ? undefined : t('customers.story.orders', { count: orders.length })}>
          {orders.length === 0 ? (
            <p className={classes.sentence}>{t('customers.story.noOrders')}</p>
          ) : (
            <>
              <OrderTimeline
                key={customer.id}
                orders={orders}
                until={segmentation?.asOf ?? null}
                color={segment === undefined ? 'var(--t-muted)' : segmentColor(segment.color)}
                wide
              />
              <OrderList key={`list ${customer.id}`} customerId={customer.id} row={customer.row} orders={orders} />
            </>
          )}
        </Panel>
      </div>
    </Screen>
  );
};
