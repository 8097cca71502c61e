import { SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import type { Months } from '../../../shared/model/comparison.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import type { Segmentation } from '../../../shared/model/segmentation.ts';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import { FigureFrame } from '../../charts/FigureFrame.tsx';
import { useShownSegments } from '../../charts/selected-shares.ts';
import { toggleSegment, useSelection } from '../../client/selection.ts';
import { format, t, tell } from '../../client/words.ts';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import { SegmentTile } from '../../components/SegmentTile.tsx';
import classes from './months.module.css';
import { monthName, monthsTable, segmentInMonth, sinceMonthBefore } from './months-picture.ts';

const width = 200;
const height = 54;

interface LineProps {
  readonly values: readonly number[];
  readonly most: number;
  readonly color: string;
  readonly asBars?: boolean;
}

/** A value a month; the same scale in every picture beside it. */
const Line = ({ values, most, color, asBars = false }: LineProps) => {
  const step = values.length < 2 ? width : width / (values.length - 1);
  const y = (value: number) => height - 3 - (value / Math.max(1, most)) * (height - 8);
  const points = values.map((value, at) => `${(at * step).toFixed(1)} ${y(value).toFixed(1)}`);
  const bar = width / values.length;
  return (
    <svg className={classes.line} viewBox={`0 0 ${width} ${height}`} preserveAspectRatio="none" aria-hidden>
      <line x1={0} x2={width} y1={height - 3} y2={height - 3} className={classes.ground} />
      {asBars ? (
        values.map((value, at) => (
          <rect
            // biome-ignore lint/suspicious/noArrayIndexKey: months have no other identity here and never move
            key={at}
            x={at * bar + 1}
            width={Math.max(1, bar - 2)}
            y={y(value)}
            height={height - 3 - y(value)}
            fill={color}
          />
        ))
      ) : (
        <>
          <path d={`M0 ${height - 3}L${points.join('L')}L${width} ${height - 3}Z`} fill={color} fillOpacity={0.16} />
          <path
            d={`M${points.join('L')}`}
            fill="none"
            stroke={color}
            strokeWidth={2}
            vectorEffect="non-scaling-stroke"
          />
        </>
      )}
    </svg>
  );
};

/** A figure at an end of a line; plain where it is nobody's. */
const End = ({ of, children }: { readonly of: NumberRef | null; readonly children: string }) =>
  of === null ? <span>{children}</span> : <NumberOrigin of={of}>{children}</NumberOrigin>;

const measures = ['customers', 'revenue'] as const;

interface SegmentLinesProps {
  readonly found: Months;
  readonly segmentation: Segmentation;
}

/** How each segment went over the months, all on one scale; and who came and who left. */
export const SegmentLines = ({ found, segmentation }: SegmentLinesProps) => {
  const { months, segments } = found;
  const [measure, setMeasure] = useState<(typeof measures)[number]>('customers');
  const hasMoney = months.every(({ revenue }) => revenue !== null);
  const segmentIds = useSelection((selection) => selection.segmentIds);
  const { selected } = useShownSegments(segmentation);
  const valueIn = (month: Months['months'][number], id: number) => {
    const one = month.segments.find((segment) => segment.id === id);
    return (measure === 'customers' ? one?.size : one?.revenue) ?? 0;
  };
  const most = Math.max(1, ...months.flatMap((month) => segments.map(({ id }) => valueIn(month, id))));
  const textOf = (value: number) => (measure === 'customers' ? format.number(value) : format.money(Math.round(value)));
  const [first, last] = [months[0]!, months.at(-1)!];
  const comings = [
    { key: 'arrived' as const, name: t('compare.months.new') },
    { key: 'left' as const, name: t('compare.months.left') },
  ].filter(({ key }) => key === 'arrived' || months.some((month) => month[key] > 0));
  return (
    <FigureFrame
      title={t('compare.months.sizes')}
      table={monthsTable(found)}
      aside={
        hasMoney ? (
          <SegmentedControl
            size="xs"
            aria-label={t('compare.months.measure')}
            value={measure}
            onChange={(value) => setMeasure(value as typeof measure)}
            data={measures.map((value) => ({ value, label: t(`compare.months.measure.${value}`) }))}
          />
        ) : undefined
      }
    >
      <ul className={classes.lines}>
        {segments.map(({ id, name, color }) => {
          const values = months.map((month) => valueIn(month, id));
          const [from, to] = [textOf(values[0]!), textOf(values.at(-1)!)];
          const isChosen = segmentIds.includes(id);
          return (
            <li
              key={id}
              className={classes.segment}
              data-chosen={isChosen}
              data-dim={selected.length > 0 && !selected.includes(id)}
            >
              <button
                type="button"
                className={classes.choose}
                aria-pressed={isChosen}
                onClick={(event) => toggleSegment(id, event.ctrlKey || event.shiftKey)}
                aria-label={t('compare.months.line', {
                  name: tell(name),
                  first: from,
                  last: to,
                  from: first.asOf,
                  to: last.asOf,
                })}
              >
                <span className={classes.head}>
                  <SegmentTile color={color} />
                  <span className={classes.name} dir="auto">
                    {tell(name)}
                  </span>
                </span>
                <Line values={values} most={most} color={segmentColor(color)} />
              </button>
              <span className={classes.ends}>
                <End of={segmentInMonth(first, id, measure)}>{from}</End>
                <strong>
                  <End of={segmentInMonth(last, id, measure)}>{to}</End>
                </strong>
              </span>
            </li>
          );
        })}
        {comings.map(({ key, name }) => {
          const values = months.slice(1).map((month) => month[key]);
          return (
            <li key={key} className={classes.comings}>
              <span className={classes.head}>
                <span className={classes.name}>{name}</span>
              </span>
              <Line values={values} most={Math.max(1, ...values)} color="var(--t-muted)" asBars />
              <span className={classes.ends}>
                <span>
                  {monthName(months[1]!)}: <End of={sinceMonthBefore(months, 1, key)}>{format.number(values[0]!)}</End>
                </span>
                <strong>
                  {monthName(last)}:{' '}
                  <End of={sinceMonthBefore(months, months.length - 1, key)}>{format.number(values.at(-1)!)}</End>
                </strong>
              </span>
            </li>
          );
        })}
      </ul>
    </FigureFrame>
  );
};
