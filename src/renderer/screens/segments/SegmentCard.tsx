import { VisuallyHidden } from '@mantine/core';
import { IconBulb } from '@tabler/icons-react';
import type { CustomerRow } from '../../../shared/model/customer.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import type { Segment, Segmentation } from '../../../shared/model/segmentation.ts';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import { whyNumbers } from '../../../shared/picture/why-numbers.ts';
import { NextSteps } from '../../charts/NextSteps.tsx';
import { OwnNameNote } from '../../charts/OwnNameNote.tsx';
import { StabilityBadge } from '../../charts/StabilityBadge.tsx';
import { useShownSegments } from '../../charts/selected-shares.ts';
import { typicalText } from '../../charts/typical-text.ts';
import { word } from '../../charts/words.ts';
import { openCustomer } from '../../client/navigation.ts';
import { hoverSegment, toggleSegment, useSelection } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { FrozenMark } from '../../components/FrozenMark.tsx';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import { NumbersIn } from '../../components/NumbersIn.tsx';
import classes from './cards.module.css';
import { RecolourButton } from './RecolourButton.tsx';
import { SegmentActions } from './SegmentActions.tsx';
import { SegmentName } from './SegmentName.tsx';

/** Differences of this many standard deviations and more stand at the end of their line. */
const fullEffect = 2;
const shownFacts = 3;

/** The facts that set a segment apart most, each on a line with everybody in its middle. */
const Apart = ({ segment, segmentation }: { readonly segment: Segment; readonly segmentation: Segmentation }) => {
  const cells = segment.profile
    .filter(({ level }) => level !== 'same')
    .sort((a, b) => Math.abs(b.effect) - Math.abs(a.effect))
    .slice(0, shownFacts);
  if (cells.length === 0) return <p className={classes.muted}>{t('segmentScreen.card.average')}</p>;
  return (
    <ul className={classes.facts}>
      {cells.map((cell) => {
        const feature = segmentation.features.find(({ key }) => key === cell.feature);
        if (feature === undefined) return null;
        const { value, all, figure } = typicalText(cell, feature, segmentation);
        const at = Math.max(-1, Math.min(1, cell.effect / fullEffect)) * 50;
        return (
          <li
            key={cell.feature}
            className={classes.fact}
            title={t('segmentScreen.card.fact', {
              name: tell(feature.name),
              word: word(`level.${cell.level}`),
              value,
              all,
            })}
          >
            <span className={classes.factName}>{tell(feature.name)}</span>
            <span className={classes.factValue}>
              <NumberOrigin of={{ of: 'segmentFeature', segmentId: segment.id, feature: cell.feature, figure }}>
                {value}
              </NumberOrigin>
              <VisuallyHidden>
                {t('segmentScreen.card.against', { word: word(`level.${cell.level}`), all })}
              </VisuallyHidden>
            </span>
            <span className={classes.line} aria-hidden>
              <span
                className={classes.reach}
                style={{
                  left: `${at < 0 ? 50 + at : 50}%`,
                  width: `${Math.abs(at)}%`,
                  background: segmentColor(segment.color),
                }}
              />
              <span className={classes.dot} style={{ left: `${50 + at}%`, background: segmentColor(segment.color) }} />
            </span>
          </li>
        );
      })}
    </ul>
  );
};

const Bar = ({ share, most, color }: { readonly share: number; readonly most: number; readonly color: string }) => (
  <span className={classes.track} aria-hidden>
    <span className={classes.bar} style={{ width: `${(share / most) * 100}%`, background: color }} />
  </span>
);

const Typical = ({ customers }: { readonly customers: readonly CustomerRow[] }) => (
  <p className={classes.people}>
    {customers.map(({ id, row, name, key }) => (
      <button
        key={row}
        type="button"
        className={classes.person}
        dir="auto"
        onClick={(event) => {
          event.stopPropagation();
          openCustomer(id);
        }}
      >
        {name ?? word('map.customer', { key })}
      </button>
    ))}
  </p>
);

interface SegmentCardProps {
  readonly segment: Segment;
  readonly segmentation: Segmentation;
  readonly taken: readonly string[];
  readonly hasRevenue: boolean;
  /** The greatest share of any segment: where bars end. */
  readonly most: number;
  readonly typical: readonly CustomerRow[];
}

/** All that is known of a segment on one card; a row of the table of cards. */
export const SegmentCard = ({ segment, segmentation, taken, hasRevenue, most, typical }: SegmentCardProps) => {
  const { id, color, size, share, revenue, revenueShare } = segment;
  const selected = useSelection(({ segmentIds }) => segmentIds.includes(id));
  const { selected: touched } = useShownSegments(segmentation);
  const dimmed = touched.length > 0 && !touched.includes(id);
  const hovered = useSelection(({ hoveredSegmentId }) => hoveredSegmentId === id);
  const { key, values } = segment.why;
  type Figure = Extract<NumberRef, { of: 'segment' }>['figure'];
  const of = (figure: Figure): NumberRef => ({ of: 'segment', segmentId: id, figure });
  return (
    // A click anywhere on the card does the same as the name for those who point.
    <tr
      className={classes.card}
      data-selected={selected}
      data-dimmed={dimmed}
      data-hovered={hovered}
      onClick={(event) => toggleSegment(id, event.ctrlKey || event.metaKey || event.shiftKey)}
      onPointerEnter={() => hoverSegment(id)}
      onPointerLeave={() => hoverSegment(null)}
    >
      <td className={classes.tile}>
        <RecolourButton segment={segment} />
      </td>
      <th scope="row" className={classes.head}>
        <SegmentName id={id} name={tell(segment.name)} selected={selected} taken={taken}>
          <SegmentActions segment={segment} segmentation={segmentation} />
        </SegmentName>
        <span className={classes.badges}>
          <StabilityBadge segmentation={segmentation} label={segment.label} />
          <FrozenMark frozen={segment.frozen} />
        </span>
      </th>
      <td className={classes.why}>
        <NumbersIn numbers={whyNumbers(segment, segmentation.id, format)}>
          {tell({ key, values: { ...values, share: null } })}
        </NumbersIn>
        <OwnNameNote segment={segment} segmentation={segmentation} className={classes.muted} />
      </td>
      <td className={classes.size}>
        <strong className={classes.figure}>
          <NumberOrigin of={of('size')}>{format.number(size)}</NumberOrigin>
        </strong>{' '}
        <span className={classes.unit}>{t('segmentScreen.card.customers', { customers: size })}</span>
      </td>
      <td className={classes.share}>
        <Bar share={share} most={most} color={segmentColor(color)} />
        <span className={classes.note}>
          <NumbersIn numbers={[[format.share(share), of('share')]]}>
            {t('segmentScreen.card.ofCustomers', { share })}
          </NumbersIn>
        </span>
      </td>
      {hasRevenue && (
        <>
          <td className={classes.revenueShare}>
            <strong className={classes.figure}>
              <NumberOrigin of={of('revenueShare')}>{format.share(revenueShare ?? 0)}</NumberOrigin>
            </strong>{' '}
            <span className={classes.unit}>{t('segmentScreen.card.revenue')}</span>
          </td>
          <td className={classes.revenue}>
            <Bar share={revenueShare ?? 0} most={most} color={segmentColor(color)} />
            <span className={classes.note}>
              <NumbersIn numbers={[[format.money(revenue ?? 0), of('revenue')]]}>
                {t('segmentScreen.card.money', { money: revenue ?? 0 })}
              </NumbersIn>
            </span>
          </td>
        </>
      )}
      <td className={classes.apart}>
        <p className={classes.heading}>
          {word('one.apart')}
          {segment.profile.some(({ level }) => level !== 'same') && (
            <span className={classes.everybody} aria-hidden>
              {t('segmentScreen.card.everybody')}
            </span>
          )}
        </p>
        <Apart segment={segment} segmentation={segmentation} />
      </td>
      <td className={classes.action}>
        <IconBulb size={16} stroke={1.7} aria-hidden />
        <span>{tell(segment.action)}</span>
      </td>
      <td className={classes.typical}>
        {typical.length > 0 && (
          <>
            <p className={classes.heading}>{t('segmentScreen.card.typical')}</p>
            <Typical customers={typical} />
          </>
        )}
      </td>
      <td className={classes.next}>
        <NextSteps segment={segment} segmentationId={segmentation.id} />
      </td>
    </tr>
  );
};
