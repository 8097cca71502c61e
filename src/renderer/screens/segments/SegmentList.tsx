import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import type { Message } from '../../../shared/model/message.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import type { Segment, Segmentation } from '../../../shared/model/segmentation.ts';
import { noSegmentId } from '../../../shared/model/segmentation.ts';
import { inNoSegment, noSegmentColor } from '../../../shared/picture/in-no-segment.ts';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import { whyNumbers } from '../../../shared/picture/why-numbers.ts';
import { StabilityBadge } from '../../charts/StabilityBadge.tsx';
import { useShownSegments } from '../../charts/selected-shares.ts';
import { word } from '../../charts/words.ts';
import { hoverSegment, toggleSegment, useSelection } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { FrozenMark } from '../../components/FrozenMark.tsx';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import { NumbersIn } from '../../components/NumbersIn.tsx';
import { NoSegmentTile } from '../../components/SegmentTile.tsx';
import { RecolourButton } from './RecolourButton.tsx';
import { SegmentActions } from './SegmentActions.tsx';
import { SegmentName } from './SegmentName.tsx';
import classes from './segments.module.css';

const Share = ({ share, color, of }: { share: number; color: string; of: NumberRef }) => (
  <span className={classes.share}>
    <span className={classes.track} aria-hidden>
      <span className={classes.bar} style={{ width: `${share * 100}%`, background: color }} />
    </span>
    <span className={classes.percent}>
      <NumberOrigin of={of}>{format.share(share)}</NumberOrigin>
    </span>
  </span>
);

const ofSegment = (segmentId: number, figure: 'size' | 'share' | 'revenueShare'): NumberRef => ({
  of: 'segment',
  segmentId,
  figure,
});

/** The share of all revenue has a column of its own here. */
const withoutShare = ({ key, values }: Message): Message => ({ key, values: { ...values, share: null } });

interface RowProps {
  readonly segment: Segment;
  readonly taken: readonly string[];
  readonly hasRevenue: boolean;
  readonly segmentation: Segmentation;
}

interface SelectableRowProps {
  readonly id: number;
  readonly segmentation: Segmentation;
  readonly children: ReactNode;
}

/** A row that stands for what a click selects; the name in it is the button. */
const SelectableRow = ({ id, segmentation, children }: SelectableRowProps) => {
  const selected = useSelection(({ segmentIds }) => segmentIds.includes(id));
  const { selected: touched } = useShownSegments(segmentation);
  const dimmed = touched.length > 0 && !touched.includes(id);
  return (
    // A click anywhere on the row does the same as the name for those who point.
    <tr
      className={classes.row}
      data-selected={selected}
      data-dimmed={dimmed}
      onClick={(event) => toggleSegment(id, event.ctrlKey || event.metaKey || event.shiftKey)}
      onPointerEnter={() => hoverSegment(id)}
      onPointerLeave={() => hoverSegment(null)}
    >
      {children}
    </tr>
  );
};

const Row = ({ segment, taken, hasRevenue, segmentation }: RowProps) => {
  const { id, color, size, share, revenueShare } = segment;
  const selected = useSelection(({ segmentIds }) => segmentIds.includes(id));
  return (
    <SelectableRow id={id} segmentation={segmentation}>
      <td className={classes.tileCell}>
        <RecolourButton segment={segment} />
      </td>
      <th scope="row" className={classes.nameColumn}>
        <SegmentName id={id} name={tell(segment.name)} selected={selected} taken={taken}>
          <SegmentActions segment={segment} segmentation={segmentation} />
        </SegmentName>
        <StabilityBadge segmentation={segmentation} label={segment.label} />
        <FrozenMark frozen={segment.frozen} />
      </th>
      <td className={classes.why}>
        <NumbersIn numbers={whyNumbers(segment, segmentation.id, format)}>
          {tell(hasRevenue ? withoutShare(segment.why) : segment.why)}
        </NumbersIn>
      </td>
      <td className={classes.number}>
        <NumberOrigin of={ofSegment(id, 'size')}>{format.number(size)}</NumberOrigin>
      </td>
      <td className={classes.spare}>
        <Share share={share} color={segmentColor(color)} of={ofSegment(id, 'share')} />
      </td>
      {hasRevenue && (
        <td>
          <Share share={revenueShare ?? 0} color={segmentColor(color)} of={ofSegment(id, 'revenueShare')} />
        </td>
      )}
    </SelectableRow>
  );
};

/** Customers in no segment, at the end and without a colour; nothing where everybody is in one. */
const NobodysRow = ({ segmentation, hasRevenue }: { segmentation: Segmentation; hasRevenue: boolean }) => {
  const rest = inNoSegment(segmentation);
  const selected = useSelection(({ segmentIds }) => segmentIds.includes(noSegmentId));
  if (rest === null) return null;
  return (
    <SelectableRow id={noSegmentId} segmentation={segmentation}>
      <td className={classes.tileCell}>
        <span className={classes.tileButton}>
          <NoSegmentTile size={13} />
        </span>
      </td>
      <th scope="row" className={classes.nameColumn}>
        <UnstyledButton
          aria-pressed={selected}
          className={classes.nobody ?? ''}
          onClick={(event) => {
            event.stopPropagation();
            toggleSegment(noSegmentId, event.ctrlKey || event.metaKey || event.shiftKey);
          }}
        >
          {t('trust.none')}
        </UnstyledButton>
      </th>
      <td className={classes.why}>{t('trust.none.why')}</td>
      <td className={classes.number}>
        <NumberOrigin of={ofSegment(noSegmentId, 'size')}>{format.number(rest.size)}</NumberOrigin>
      </td>
      <td className={classes.spare}>
        <Share share={rest.share} color={noSegmentColor} of={ofSegment(noSegmentId, 'share')} />
      </td>
      {hasRevenue && (
        <td>
          <Share share={rest.revenueShare ?? 0} color={noSegmentColor} of={ofSegment(noSegmentId, 'revenueShare')} />
        </td>
      )}
    </SelectableRow>
  );
};

/** Every segment in a row: who they are, how many, how much of everything. */
export const SegmentList = ({ segmentation }: { readonly segmentation: Segmentation }) => {
  const { segments } = segmentation;
  const hasRevenue = segments.some(({ revenueShare }) => revenueShare !== null);
  const longNames = segments.some(({ name }) => tell(name).length > 22);
  const names = segments.map(({ id, name }) => ({ id, name: tell(name) }));
  return (
    <div className={classes.card}>
      <table className={classes.table} data-long-names={longNames} aria-label={word('segments.list')}>
        <thead>
          <tr>
            <th scope="col" colSpan={2} className={classes.nameColumn}>
              {word('segments.column.segment')}
            </th>
            <th scope="col">{word('segments.column.why')}</th>
            <th scope="col" className={classes.number}>
              {word('segments.column.customers')}
            </th>
            <th scope="col" className={classes.spare}>
              {word('segments.column.shareOfCustomers')}
            </th>
            {hasRevenue && <th scope="col">{word('segments.column.shareOfRevenue')}</th>}
          </tr>
        </thead>
        <tbody>
          {segments.map((segment) => (
            <Row
              key={segment.id}
              segment={segment}
              hasRevenue={hasRevenue}
              segmentation={segmentation}
              taken={names.filter(({ id }) => id !== segment.id).map(({ name }) => name)}
            />
          ))}
          <NobodysRow segmentation={segmentation} hasRevenue={hasRevenue} />
        </tbody>
      </table>
    </div>
  );
};
