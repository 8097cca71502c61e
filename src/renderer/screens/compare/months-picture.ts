import type { Month, Months } from '../../../shared/model/comparison.ts';
import { message } from '../../../shared/model/message.ts';
import type { NumberRef } from '../../../shared/model/number-origin.ts';
import { noSegmentColor } from '../../../shared/picture/in-no-segment.ts';
import { segmentColor } from '../../../shared/picture/segment-colors.ts';
import type { FlowPictureLink, FlowPictureNode } from '../../charts/flow-frame.ts';
import { format, locale, t, tell } from '../../client/words.ts';

/** “Oct 2023”; the day besides where a month is not over, or has two columns. */
export const monthName = ({ asOf }: Pick<Month, 'asOf'>): string =>
  new Intl.DateTimeFormat(locale, { month: 'short', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${asOf}T00:00:00Z`),
  );

/** A band from one month to the next, by its place. */
export interface StepFlow {
  readonly step: number;
  readonly code: number;
}

export const stepKey = ({ step, code }: StepFlow): string => `${step}:${code}`;
export const stepOfKey = (key: string): StepFlow => {
  const [step, code] = key.split(':').map(Number) as [number, number];
  return { step, code };
};

export const monthColumns = ({
  months,
  segments,
}: Pick<Months, 'months' | 'segments'>): { key: string; heading: string; nodes: FlowPictureNode[] }[] =>
  months.map((month) => ({
    key: String(month.key),
    heading: monthName(month),
    nodes: [
      ...segments.flatMap(({ id, name, color }): FlowPictureNode[] => {
        const size = month.segments.find((one) => one.id === id)?.size ?? 0;
        if (size === 0) return [];
        return [
          {
            id: String(id),
            size,
            name: tell(name),
            note: t('compare.picture.customers', { customers: size }),
            color: segmentColor(color),
          },
        ];
      }),
      ...(month.inNone > 0
        ? [
            {
              id: 'none',
              size: month.inNone,
              name: t('trust.none'),
              note: t('compare.picture.customers', { customers: month.inNone }),
              color: noSegmentColor,
            },
          ]
        : []),
    ],
  }));

/** Bands between months; who came and who left is told beside them. */
export const monthLinks = (
  { steps, segments, months }: Months,
  shareOf: (flow: StepFlow) => number | null,
): FlowPictureLink[] => {
  const named = new Map(segments.map(({ id, name }) => [id, tell(name)]));
  const nameOf = (place: Months['steps'][number][number]['from']) =>
    typeof place === 'number' ? named.get(place)! : null;
  return steps.flatMap((moves, step) =>
    moves
      .filter(({ from, to }) => from !== 'absent' && to !== 'absent')
      .map(({ from, to, customers, code }) => {
        const color = segments.find(({ id }) => id === from)?.color;
        const stayed = from === to;
        const values = { customers, from: nameOf(from), to: nameOf(to) };
        const kind =
          from === 'none'
            ? to === 'none'
              ? 'none'
              : 'placed'
            : to === 'none'
              ? 'unplaced'
              : stayed
                ? 'stayed'
                : 'moved';
        return {
          key: stepKey({ step, code }),
          column: step,
          from: String(from),
          to: String(to),
          size: customers,
          label: `${monthName(months[step + 1]!)}: ${tell(message(`compare.flow.${kind}`, values))}`,
          stayed,
          color: color === undefined ? noSegmentColor : segmentColor(color),
          selected: shareOf({ step, code }),
        };
      }),
  );
};

/** The segment that grew most, where one did. */
export const monthsTitle = ({ months, segments }: Months): string => {
  const [first, last] = [months[0]!, months.at(-1)!];
  const grown = segments
    .map(({ id, name }) => {
      const sizeIn = (month: Month) => month.segments.find((one) => one.id === id)?.size ?? 0;
      return { name, by: sizeIn(last) - sizeIn(first) };
    })
    .sort((a, b) => b.by - a.by)[0];
  if (grown === undefined || grown.by <= 0)
    return t('compare.months.title', { months: months.length, from: first.asOf, to: last.asOf });
  return t('compare.months.title.grew', { from: first.asOf, to: last.asOf, name: tell(grown.name), by: grown.by });
};

const inMonth = ({ key }: Month, figure: 'customers' | 'revenue'): NumberRef => ({
  of: 'month',
  key,
  segmentId: null,
  figure,
});

/** Null where there was no such segment then: nought is no number of it. */
export const segmentInMonth = (
  { key, segments }: Month,
  segmentId: number,
  figure: 'customers' | 'revenue',
): NumberRef | null => (segments.some(({ id }) => id === segmentId) ? { of: 'month', key, segmentId, figure } : null);

/** Who came and who left, of the step to a month; null of the first one, which nobody came to. */
export const sinceMonthBefore = (months: readonly Month[], at: number, which: 'arrived' | 'left'): NumberRef | null =>
  at === 0
    ? null
    : {
        of: 'comparison',
        a: months[at - 1]!.key,
        b: months[at]!.key,
        figure: which === 'arrived' ? 'onlyB' : 'onlyA',
      };

export const monthsTable = ({ months, segments }: Months) => {
  const hasMoney = months.some(({ revenue }) => revenue !== null);
  return {
    caption: t('compare.months.sizes'),
    head: [
      t('compare.months.month'),
      ...segments.map(({ name }) => tell(name)),
      t('compare.months.all'),
      t('compare.months.new'),
      t('compare.months.left'),
      ...(hasMoney ? [t('compare.months.revenue')] : []),
    ],
    refs: months.map((month, at) => [
      null,
      ...segments.map(({ id }) => segmentInMonth(month, id, 'customers')),
      inMonth(month, 'customers'),
      ...(['arrived', 'left'] as const).map((which) => sinceMonthBefore(months, at, which)),
      ...(hasMoney ? [inMonth(month, 'revenue')] : []),
    ]),
    rows: months.map((month) => [
      month.rebuilt ? `${format.day(month.asOf)} (${t('compare.months.rebuilt')})` : format.day(month.asOf),
      ...segments.map(({ id }) => format.number(month.segments.find((one) => one.id === id)?.size ?? 0)),
      format.number(month.customers),
      format.number(month.arrived),
      format.number(month.left),
      ...(hasMoney ? [month.revenue === null ? '' : format.money(Math.round(month.revenue))] : []),
    ]),
  };
};
