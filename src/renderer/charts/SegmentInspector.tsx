import { Button } from '@mantine/core';
import { IconMail, IconUsers } from '@tabler/icons-react';
import { noSegmentId, type Segment, type Segmentation } from '../../shared/model/segmentation.ts';
import { api } from '../client/api.ts';
import { exportTable } from '../client/exports.ts';
import { goTo } from '../client/navigation.ts';
import { useProjectQuery } from '../client/queries.ts';
import { useSelection } from '../client/selection.ts';
import { useSelectionSummary } from '../client/selection-summary.ts';
import { format, tell } from '../client/words.ts';
import { MethodDetails } from '../components/MethodDetails.tsx';
import { Panel } from '../components/Panel.tsx';
import { SegmentTile } from '../components/SegmentTile.tsx';
import { CustomerCard } from './CustomerCard.tsx';
import { ExplanationMethod } from './ExplanationMethod.tsx';
import { HowMany } from './HowMany.tsx';
import classes from './inspector.module.css';
import { NearestSegment } from './NearestSegment.tsx';
import { NoSegment } from './NoSegment.tsx';
import { SegmentMethod } from './SegmentMethod.tsx';
import { SegmentRule } from './SegmentRule.tsx';
import { SinceLastTime } from './SinceLastTime.tsx';
import { Repeatable } from './StabilityBadge.tsx';
import { TrustMethod } from './TrustMethod.tsx';
import { TypicalCustomers } from './TypicalCustomers.tsx';
import { typicalText } from './typical-text.ts';
import { word } from './words.ts';

/** Whether the files name or address anybody; null while that is not known. */
const useHasContacts = (): boolean | null => {
  const { data } = useProjectQuery(['source.list'], (signal) => api.source.list(undefined, { signal }));
  return data?.some(({ columns }) => columns.some(({ role }) => role === 'name' || role === 'email')) ?? null;
};

const WhatToDo = ({ segment, segmentation }: { segment: Segment; segmentation: Segmentation }) => {
  const hasContacts = useHasContacts();
  const name = tell(segment.name);
  return (
    <Panel heading={word('one.whatToDo')}>
      <p className={classes.text}>{tell(segment.action)}</p>
      {hasContacts === false ? (
        <p className={classes.muted}>{word('one.noMailingList')}</p>
      ) : (
        <Button
          className={classes.button ?? ''}
          variant="default"
          leftSection={<IconMail size={16} stroke={1.6} />}
          onClick={() =>
            exportTable(name, {
              what: 'mailingList',
              format: 'csv',
              segmentationId: segmentation.id,
              segmentIds: [segment.id],
            })
          }
        >
          {word('one.mailingList', { customers: segment.size })}
        </Button>
      )}
    </Panel>
  );
};

/** The facts that differ most, each against everybody's typical value. */
const SetsApart = ({ segment, segmentation }: { segment: Segment; segmentation: Segmentation }) => {
  const cells = segment.profile
    .filter(({ level }) => level !== 'same')
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, 4);
  if (cells.length === 0) return null;
  return (
    <Panel heading={word('one.apart')}>
      <dl className={classes.rows}>
        {cells.map((cell) => {
          const { feature: key, level } = cell;
          const feature = segmentation.features.find((one) => one.key === key);
          if (feature === undefined) return null;
          const { value, all } = typicalText(cell, feature, segmentation);
          return (
            <div key={key} className={classes.row}>
              <dt>
                <span className={classes.rowName}>{tell(feature.name)}</span>
                <span className={classes.rowNote}>{word('one.apart.typical', { value, all })}</span>
              </dt>
              <dd>{word(`level.${level}`)}</dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
};

const Figures = ({ segment }: { segment: Segment }) => {
  const { size, share, revenue, revenueShare } = segment;
  const rows: [string, string, string | null][] = [
    [word('one.size'), format.number(size), word('one.ofAll', { share })],
    ...(revenue === null
      ? []
      : ([
          [
            word('one.revenue'),
            format.money(revenue),
            revenueShare === null ? null : word('one.ofAll', { share: revenueShare }),
          ],
          [word('one.perCustomer'), format.money(revenue / Math.max(1, size)), null],
        ] as [string, string, string | null][])),
  ];
  return (
    <Panel heading={word('one.figures')}>
      <dl className={classes.rows}>
        {rows.map(([name, value, note]) => (
          <div key={name} className={classes.row}>
            <dt>{name}</dt>
            <dd>
              {value}
              {note !== null && <span className={classes.rowNote}>{note}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </Panel>
  );
};

const OneSegment = ({ segment, segmentation }: { segment: Segment; segmentation: Segmentation }) => (
  <>
    <h2 className={classes.name}>
      <SegmentTile color={segment.color} size={13} />
      {tell(segment.name)}
    </h2>
    <p className={classes.text}>{tell(segment.why)}</p>
    <WhatToDo segment={segment} segmentation={segmentation} />
    <SetsApart segment={segment} segmentation={segmentation} />
    <SegmentRule segment={segment} segmentation={segmentation} />
    <Repeatable segmentation={segmentation} label={segment.label} />
    <Figures segment={segment} />
    <NearestSegment segment={segment} segmentation={segmentation} />
    <TypicalCustomers segment={segment} segmentation={segmentation} />
    <SinceLastTime key={`${segmentation.id}:${segment.id}`} segmentationId={segmentation.id} segmentId={segment.id} />
  </>
);

const SeveralSegments = ({ segments }: { segments: readonly Segment[] }) => (
  <Panel heading={word('map.legend')}>
    <dl className={classes.rows}>
      {segments.map(({ id, name, color, size }) => (
        <div key={id} className={classes.row}>
          <dt>
            <SegmentTile color={color} /> {tell(name)}
          </dt>
          <dd>{format.number(size)}</dd>
        </div>
      ))}
    </dl>
  </Panel>
);

const PickedCustomers = () => {
  const summary = useSelectionSummary();
  const rows = useSelection(({ rows: picked }) => picked);
  if (rows === null) return null;
  return (
    <>
      <h2 className={classes.name}>{word('map.picked', { customers: rows.length })}</h2>
      {summary?.revenueShare != null && (
        <p className={classes.muted}>{word('one.ofRevenue', { share: summary.revenueShare })}</p>
      )}
      <Button variant="default" leftSection={<IconUsers size={16} stroke={1.6} />} onClick={() => goTo('customers')}>
        {word('one.showCustomers')}
      </Button>
    </>
  );
};

/** What the column at the right tells on every picture: the selected segment, the picked customers, or what to do. */
export const SegmentInspector = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { segmentIds, rows, customerRow } = useSelection();
  const selected = segmentation.segments.filter(({ id }) => segmentIds.includes(id));
  const [first] = selected;
  return (
    <div className={classes.stack}>
      {customerRow !== null && rows !== null && rows.length === 1 ? (
        <CustomerCard row={customerRow} segmentation={segmentation} />
      ) : rows !== null ? (
        <PickedCustomers />
      ) : segmentIds.includes(noSegmentId) && first === undefined ? (
        <NoSegment segmentation={segmentation} />
      ) : first === undefined ? (
        <>
          <p className={classes.muted}>{word('segments.nobody')}</p>
          <HowMany segmentation={segmentation} />
          <SinceLastTime key={segmentation.id} segmentationId={segmentation.id} />
        </>
      ) : selected.length > 1 ? (
        <SeveralSegments segments={selected} />
      ) : (
        <OneSegment segment={first} segmentation={segmentation} />
      )}
      <MethodDetails>
        {selected.length === 1 && first?.silhouette != null && (
          <p className={classes.muted}>
            {word('method.segmentSilhouette')}: {format.number(first.silhouette, 3)}
          </p>
        )}
        <SegmentMethod segmentation={segmentation} />
        <TrustMethod segmentation={segmentation} />
        <ExplanationMethod segmentation={segmentation} segment={selected.length === 1 ? first! : null} />
      </MethodDetails>
    </div>
  );
};
