import type { Column } from '../../../shared/model/column.ts';
import type { ColumnSpread } from '../../../shared/model/column-spread.ts';
import { axisOf } from '../../../shared/picture/spread.ts';
import type { HistogramBar } from '../../charts/HistogramPicture.tsx';
import { isYearColumn } from '../../client/feature-text.ts';
import { format, t } from '../../client/words.ts';
import type { CellFilter } from '../../components/row-filters.ts';

export type Range = NonNullable<ColumnSpread['range']>;

const dayOf = (value: number): string => new Date(Math.round(value) * 86_400_000).toISOString().slice(0, 10);

/** A value of a column as people write it. */
export const numberText = (column: Pick<Column, 'name'>, { isDays }: Pick<Range, 'isDays'>, value: number): string => {
  if (isDays) return format.day(dayOf(value));
  return isYearColumn(column.name) && Number.isInteger(value) ? String(value) : format.number(value);
};

/** One of the most frequent values as people write it. */
export const valueText = (column: Pick<Column, 'name' | 'type'>, { range }: ColumnSpread, text: string): string => {
  if (column.type === 'boolean') return t(text === '0' ? 'rows.no' : 'rows.yes');
  if (range === null) return text;
  return range.isDays ? format.day(text) : numberText(column, range, Number(text));
};

/** The axis as it is drawn: whole numbers and days are as wide as they last. */
export const drawnAxis = ({ axis, low, high, bars }: Range): Pick<Range, 'axis' | 'low' | 'high'> => {
  const isWhole = bars.every(({ from, to }) => Number.isInteger(from) && Number.isInteger(to));
  return isWhole ? { axis, low: low - 0.5, high: high + 0.5 } : { axis, low, high };
};

/** Where the bars of a column stand, 0 to 1. */
export const placedBars = (range: Range): HistogramBar[] => {
  const axis = drawnAxis(range);
  const place = axisOf(axis);
  const half = axis.low === range.low ? 0 : 0.5;
  const within = (at: number) => Math.max(0, Math.min(1, at));
  return range.bars.map(({ from, to, rows }, i) => {
    const left = i === 0 ? 0 : within(place(from - half));
    const right = i === range.bars.length - 1 ? 1 : within(place(to + half));
    return { from, to, count: rows, left, width: Math.max(0, right - left) };
  });
};

/** The rows of a bar; null where there are none. */
export const barFilter = (column: string, { isDays, bars }: Range, at: number): CellFilter | null => {
  const { least, most } = bars[at]!;
  if (least === null || most === null) return null;
  return isDays
    ? { test: 'days', column, first: dayOf(least), last: dayOf(most) }
    : { test: 'between', column, least, most };
};

/** Texts longer than this are told apart by nobody, and no filter takes them. */
const longestText = 200;

/** The rows that have a value; null where it is too long to be asked for. */
export const valueFilter = (column: string, { range }: ColumnSpread, text: string): CellFilter | null => {
  if (range?.isDays === true) return { test: 'days', column, first: text, last: text };
  return text.length > longestText || text.trim() === '' ? null : { test: 'equals', column, text };
};

export const isSameFilter = (one: CellFilter | undefined, other: CellFilter | null): boolean =>
  one !== undefined && other !== null && JSON.stringify(one) === JSON.stringify(other);
