import { Button } from '@mantine/core';
import { IconMail, IconUsers } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import type { NumberRef } from '../../shared/model/number-origin.ts';
import { noSegmentId, type Segment, type Segmentation } from '../../shared/model/segmentation.ts';

import { whyNumbers } from '../../shared/picture/why-numbers.ts';

import { useHasContacts } from '../client/has-contacts.ts';

import { goTo } from '../client/navigation.ts';
import { useOwnSegments, useSelectedOwn } from '../client/own-segments.ts';
import { useSelection } from '../client/selection.ts';
import { useSelectionSummary } from '../client/selection-summary.ts';
import { format, tell } from '../client/words.ts';
import { FrozenMark } from '../components/FrozenMark.tsx';
import { MethodDetails } from '../components/MethodDetails.tsx';
import { NumberOrigin } from '../components/NumberOrigin.tsx';
import { NumbersIn } from '../components/NumbersIn.tsx';
import { OwnSegmentPicks } from '../components/OwnSegmentPicks.tsx';
import { Panel } from '../components/Panel.tsx';
import { SegmentTile } from '../components/SegmentTile.tsx';
import { CustomerCard } from './CustomerCard.tsx';
import { ExplanationMethod } from './ExplanationMethod.tsx';
import { HowMany } from './HowMany.tsx';
import classes from './inspector.module.css';
import { MethodText } from './MethodText.tsx';
import { NearestSegment } from './NearestSegment.tsx';
import { NextSteps } from './NextSteps.tsx';
import { NoSegment } from './NoSegment.tsx';
import { OwnNameNote } from './OwnNameNote.tsx';
import { SegmentMethod } from './SegmentMethod.tsx';
import { SegmentRule } from './SegmentRule.tsx';
import { SeveralSegments } from './SeveralSegments.tsx';
import { SinceLastTime } from './SinceLastTime.tsx';
import { Repeatable } from './StabilityBadge.tsx';
import { TrustMethod } from './TrustMethod.tsx';
import { TypicalCustomers } from './TypicalCustomers.tsx';
import { typicalText } from './typical-text.ts';
import { saveMailingList } from './use-mailing-list.ts';
import { word } from './words.ts';

const WhatToDo = ({ segment, segmentation }: { segment: Segment; segmentation: Segmentation }) => {
  const hasContacts = useHasContacts();
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
          onClick={() => saveMailingList(segmentation.id, segment)}
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
          const { value, all, figure } = typicalText(cell, feature, segmentation);
          const of = (which: 'mean' | 'median' | 'effect'): NumberRef => ({
            of: 'segmentFeature',
            segmentId: segment.id,
            feature: key,
            figure: which,
          });
          return (
            <div key={key} className={classes.row}>
              <dt>
                <span className={classes.rowName}>{tell(feature.name)}</span>
                <span className={classes.rowNote}>
                  <NumbersIn
                    numbers={[
                      [value, of(figure)],
                      [all, { of: 'everyone', feature: key, figure }],
                    ]}
                  >
                    {word('one.apart.typical', { value, all })}
                  </NumbersIn>
                </span>
              </dt>
              <dd>
                <NumberOrigin of={of('effect')}>{word(`level.${level}`)}</NumberOrigin>
              </dd>
            </div>
          );
        })}
      </dl>
    </Panel>
  );
};

const Figures = ({ segment }: { segment: Segment }) => {
  const { id: segmentId, size, share, revenue, revenueShare } = segment;
  type Figure = Extract<NumberRef, { of: 'segment' }>['figure'];
  const open = (figure: Figure, text: string) => (
    <NumberOrigin of={{ of: 'segment', segmentId, figure }}>{text}</NumberOrigin>
  );
  const ofAll = (figure: Figure, part: number) => open(figure, word('one.ofAll', { share: part }));
  const rows: [name: string, value: ReactNode, note: ReactNode][] = [
    [word('one.size'), open('size', format.number(size)), ofAll('share', share)],
  ];
  if (revenue !== null)
    rows.push(
      [
        word('one.revenue'),
        open('revenue', format.money(revenue)),
        revenueShare === null ? null : ofAll('revenueShare', revenueShare),
      ],
      [word('one.perCustomer'), open('revenuePerCustomer', format.money(revenue / Math.max(1, size))), null],
    );
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

interface OneSegmentProps {
  readonly segment: Segment;
  readonly segmentation: Segmentation;
  readonly actions: ReactNode;
}

const OneSegment = ({ segment, segmentation, actions }: OneSegmentProps) => (
  <>
    <div className={classes.top}>
      <h2 className={classes.name}>
        <SegmentTile color={segment.color} size={13} />
        <span className={classes.nameText} dir="auto">
          {tell(segment.name)}
        </span>
      </h2>
      {actions}
    </div>
    <FrozenMark frozen={segment.frozen} />
    <OwnNameNote segment={segment} segmentation={segmentation} className={classes.muted} />
    <p className={classes.text}>
      <NumbersIn numbers={whyNumbers(segment, segmentation.id, format)}>{tell(segment.why)}</NumbersIn>
    </p>
    <NextSteps segment={segment} segmentationId={segmentation.id} withMail={false} />
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

const PickedCustomers = () => {
  const summary = useSelectionSummary();
  const rows = useSelection(({ rows: picked }) => picked);
  const ownId = useSelectedOwn();
  const own = useOwnSegments().data?.find(({ id }) => id === ownId);
  if (rows === null) return null;
  return (
    <>
      <h2 className={classes.name} dir="auto">
        {own === undefined ? word('map.picked', { customers: rows.length }) : own.name}
      </h2>
      {own !== undefined && <p className={classes.muted}>{word('map.picked', { customers: rows.length })}</p>}
      {summary?.revenueShare != null && (
        <p className={classes.muted}>{word('one.ofRevenue', { share: summary.revenueShare })}</p>
      )}
      <Button variant="default" leftSection={<IconUsers size={16} stroke={1.6} />} onClick={() => goTo('customers')}>
        {word('one.showCustomers')}
      </Button>
    </>
  );
};

interface SegmentInspectorProps {
  readonly segmentation: Segmentation;
  /** What can be done with a segment, where the screen offers it. */
  readonly actions?: (segment: Segment) => ReactNode;
}

/** What the column at the right tells on every picture: the selected segment, the picked customers, or what to do. */
export const SegmentInspector = ({ segmentation, actions }: SegmentInspectorProps) => {
  const { segmentIds, rows, customerRow } = useSelection();
  const selected = segmentation.segments.filter(({ id }) => segmentIds.includes(id));
  const [first] = selected;
  return (
    <div className={classes.stack}>
      {customerRow !== null && rows !== null && rows.length === 1 ? (
        <CustomerCard row={customerRow} segmentation={segmentation} />
      ) : rows !== null ? (
        <>
          <PickedCustomers />
          <OwnSegmentPicks segmentationId={segmentation.id} />
        </>
      ) : segmentIds.includes(noSegmentId) && first === undefined ? (
        <NoSegment segmentation={segmentation} />
      ) : first === undefined ? (
        <>
          <p className={classes.muted}>{word('segments.nobody')}</p>
          <HowMany segmentation={segmentation} />
          <OwnSegmentPicks segmentationId={segmentation.id} />
          <SinceLastTime key={segmentation.id} segmentationId={segmentation.id} />
        </>
      ) : selected.length > 1 ? (
        <SeveralSegments segments={selected} segmentation={segmentation} />
      ) : (
        <OneSegment segment={first} segmentation={segmentation} actions={actions?.(first)} />
      )}
      <MethodDetails>
        {selected.length === 1 && first?.silhouette != null && (
          <p className={classes.muted}>
            {word('method.segmentSilhouette')}:{' '}
            <NumberOrigin of={{ of: 'segment', segmentId: first.id, figure: 'silhouette' }}>
              {format.number(first.silhouette, 3)}
            </NumberOrigin>
          </p>
        )}
        <MethodText segmentation={segmentation} />
        <SegmentMethod segmentation={segmentation} />
        <TrustMethod segmentation={segmentation} />
        <ExplanationMethod segmentation={segmentation} segment={selected.length === 1 ? first! : null} />
      </MethodDetails>
    </div>
  );
};
