import { VisuallyHidden } from '@mantine/core';
import { type KeyboardEvent, useId, useRef } from 'react';
import type { CustomerRow } from '../../../shared/model/customer.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { nextPlace } from '../../charts/next-place.ts';
import { SharesStrip } from '../../charts/SharesStrip.tsx';
import { word } from '../../charts/words.ts';
import { api } from '../../client/api.ts';
import { useProjectQuery } from '../../client/queries.ts';
import { t, tell } from '../../client/words.ts';
import classes from './cards.module.css';
import { NoSegmentCard } from './NoSegmentCard.tsx';
import { SegmentCard } from './SegmentCard.tsx';

/** Named on each card. */
const named = 2;

/** Who is most like all the others of each segment, by label: one question for all cards. */
const useTypical = ({ id, explanation }: Segmentation): ReadonlyMap<number, readonly CustomerRow[]> => {
  const asked = (explanation?.segments ?? []).map(({ label, typical }) => ({ label, rows: typical.slice(0, named) }));
  const rows = asked.flatMap((one) => one.rows);
  const { data } = useProjectQuery(
    ['customers.page', id, 'typical', rows],
    (signal) => api.customers.page({ segmentationId: id, rows, offset: 0, limit: rows.length }, { signal }),
    { enabled: rows.length > 0 },
  );
  const byRow = new Map(data?.rows.map((customer) => [customer.row, customer]));
  return new Map(asked.map((one) => [one.label, one.rows.flatMap((row) => byRow.get(row) ?? [])]));
};

/** Arrow keys go from card to card as they lie on the screen. */
const useCardKeys = () => {
  const body = useRef<HTMLTableSectionElement>(null);
  const onKeyDown = (event: KeyboardEvent) => {
    const from = event.target;
    if (!(from instanceof HTMLElement) || !from.matches('[data-segment-name]')) return;
    const names = [...(body.current?.querySelectorAll<HTMLElement>('[data-segment-name]') ?? [])];
    const places = names.map((one) => one.closest('tr')!.getBoundingClientRect());
    const target = nextPlace(event.key, places, names.indexOf(from));
    if (target === null) return;
    event.preventDefault();
    names[target]?.focus();
    names[target]?.closest('tr')?.scrollIntoView({ block: 'nearest' });
  };
  return { body, onKeyDown };
};

/** Every segment on a card of its own: who they are, what they bring, what to do, and where to go from there. */
export const SegmentCards = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { segments } = segmentation;
  const hasRevenue = segments.some(({ revenueShare }) => revenueShare !== null);
  const names = segments.map(({ id, name }) => ({ id, name: tell(name) }));
  const most = Math.max(...segments.flatMap(({ share, revenueShare }) => [share, revenueShare ?? 0]), 0.01);
  const typical = useTypical(segmentation);
  const { body, onKeyDown } = useCardKeys();
  const hint = useId();
  const head = [
    word('segments.column.why'),
    word('segments.column.customers'),
    word('segments.column.shareOfCustomers'),
    ...(hasRevenue ? [word('segments.column.shareOfRevenue'), word('segments.column.revenue')] : []),
    word('one.apart'),
    t('segmentScreen.card.whatToDo'),
    t('segmentScreen.card.typical'),
    t('segmentScreen.card.next'),
  ];
  return (
    <>
      {segments.length > 1 && <SharesStrip segmentation={segmentation} />}
      <VisuallyHidden id={hint}>{t('segmentScreen.keys')}</VisuallyHidden>
      <table className={classes.cards} aria-label={word('segments.list')} aria-describedby={hint}>
        <thead className={classes.columns}>
          <tr>
            <th scope="col" colSpan={2}>
              {word('segments.column.segment')}
            </th>
            {head.map((one) => (
              <th key={one} scope="col">
                {one}
              </th>
            ))}
          </tr>
        </thead>
        <tbody ref={body} className={classes.grid} onKeyDown={onKeyDown}>
          {segments.map((segment) => (
            <SegmentCard
              key={segment.id}
              segment={segment}
              segmentation={segmentation}
              hasRevenue={hasRevenue}
              most={most}
              typical={typical.get(segment.label) ?? []}
              taken={names.filter(({ id }) => id !== segment.id).map(({ name }) => name)}
            />
          ))}
          <NoSegmentCard segmentation={segmentation} columns={head.length} />
        </tbody>
      </table>
    </>
  );
};
