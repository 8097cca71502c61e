import { type NamedMonth, namedMonths } from './month-names.ts';

/** Which part comes first, as bits. */
export const dateOrder = { dayFirst: 1, monthFirst: 2, yearFirst: 4 } as const;
export type DateOrder = (typeof dateOrder)[keyof typeof dateOrder];
const anyOrder = 7;

/** The time of day behind a date. */
interface ScannedTime {
  readonly hour: number;
  /** `HH:mm:ss` with fractions, in 24 hours. */
  readonly iso: string;
  readonly offset: string;
  /** As a pattern; the hour is `H`. */
  readonly pattern: string;
  readonly hourWidth: number;
  readonly hourZero: boolean;
}

/** A cell that is a date, whichever of its numbers is the day. */
export interface ScannedDate {
  /** Orders under which it is a day that exists. */
  readonly orders: number;
  /** 1 or 2: a number; 4: the year; 0: the name of a month. */
  readonly widths: readonly [number, number, number];
  readonly values: readonly [number, number, number];
  readonly zeros: readonly [boolean, boolean, boolean];
  readonly separators: readonly [string, string];
  readonly named: NamedMonth | null;
  readonly isCompact: boolean;
  readonly time: ScannedTime | null;
}

const isDigit = (code: number): boolean => code >= 48 && code <= 57;
const isLetter = (code: number): boolean => (code >= 65 && code <= 90) || (code >= 97 && code <= 122) || code >= 192;

const daysIn = [31, 29, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31];
const isDay = (year: number, month: number, day: number): boolean =>
  year >= 1500 &&
  year < 3000 &&
  month >= 1 &&
  month <= 12 &&
  day >= 1 &&
  day <= daysIn[month - 1]! &&
  (day < 29 || month !== 2 || (year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0)));

/** Two digits mean 1970 to 2069. */
const fullYear = (value: number, width: number): number =>
  width === 4 ? value : value < 70 ? 2000 + value : 1900 + value;

const pad = (value: number, width = 2): string => String(value).padStart(width, '0');
const timePattern =
  /^( |T|, | - | {2})(\d{1,2}):(\d\d)(?::(\d\d)(?:([.,])(\d{1,9}))?)?( ?)(AM|PM|am|pm|Am|Pm|a\.m\.|p\.m\.)?( ?)(Z|[+-]\d\d:?\d\d)?$/;

const scanTime = (text: string): ScannedTime | null => {
  const parts = timePattern.exec(text);
  if (!parts) return null;
  const [, lead, hourText, minute, second, mark, fraction, beforeHalf, half, beforeOffset, offsetText] = parts;
  let hour = Number(hourText);
  if (Number(minute) > 59 || Number(second ?? 0) > 59 || hour > (half ? 12 : 23) || (half && hour === 0)) return null;
  if (half) hour = (hour % 12) + (/^p/i.test(half) ? 12 : 0);
  const offset = offsetText === undefined || offsetText === 'Z' || offsetText.includes(':') ? offsetText : null;
  let pattern = `${lead}H:mm${second === undefined ? '' : ':ss'}`;
  if (fraction !== undefined) pattern += mark + 'S'.repeat(fraction.length);
  if (half) pattern += beforeHalf + (half.startsWith('a') || half.startsWith('p') ? 'am' : 'AM');
  if (offsetText !== undefined)
    pattern +=
      (half ? beforeOffset : beforeHalf! + beforeOffset!) +
      (offsetText === 'Z' ? 'Z' : offset === null ? '+0000' : '+00:00');
  return {
    hour,
    iso: `${pad(hour)}:${minute}:${second ?? '00'}${fraction === undefined ? '' : `.${fraction}`}`,
    offset: offset === null ? `${offsetText!.slice(0, 3)}:${offsetText!.slice(3)}` : (offset ?? ''),
    pattern,
    hourWidth: hourText!.length,
    hourZero: hourText!.length === 2 && hourText!.startsWith('0'),
  };
};

const ordersOf = (widths: readonly number[], [a, b, c]: readonly [number, number, number]): number => {
  const [first, , last] = widths as [number, number, number];
  let orders = 0;
  if (first === 4) return isDay(a, b, c) ? anyOrder : 0;
  if (last === 1) return 0;
  if (isDay(fullYear(c, last), b, a)) orders |= dateOrder.dayFirst;
  if (isDay(fullYear(c, last), a, b)) orders |= dateOrder.monthFirst;
  if (last === 2 && first === 2 && isDay(fullYear(a, 2), b, c)) orders |= dateOrder.yearFirst;
  return orders;
};

const scanCompact = (text: string): ScannedDate | null => {
  const values = [Number(text.slice(0, 4)), Number(text.slice(4, 6)), Number(text.slice(6))] as const;
  if (values[0] < 1900 || values[0] > 2099 || !isDay(...values)) return null;
  return {
    orders: anyOrder,
    widths: [4, 2, 2],
    values,
    zeros: [false, true, true],
    separators: ['', ''],
    named: null,
    isCompact: true,
    time: null,
  };
};

/**
 * Takes a cell apart as a date, with a time or without. O(length), no look at other cells: which number is the day is
 * decided by all cells of a column together.
 * @returns null where it is no date under any order
 */
export const scanDate = (text: string): ScannedDate | null => {
  const { length } = text;
  if (length < 6 || length > 48) return null;
  const widths: number[] = [];
  const values: number[] = [];
  const zeros: boolean[] = [];
  const separators: string[] = [];
  let named: NamedMonth | null = null;
  let at = 0;
  for (let part = 0; part < 3; part += 1) {
    const start = at;
    if (isDigit(text.charCodeAt(at))) {
      while (at < length && isDigit(text.charCodeAt(at))) at += 1;
      const width = at - start;
      if (width === 8 && part === 0 && length === 8) return scanCompact(text);
      if (width > 2 && (width !== 4 || part === 1)) return null;
      widths.push(width);
      values.push(Number(text.slice(start, at)));
      zeros.push(width === 2 && text.charCodeAt(start) === 48);
    } else if (part < 2 && named === null && isLetter(text.charCodeAt(at))) {
      while (at < length && isLetter(text.charCodeAt(at))) at += 1;
      named = namedMonths.get(text.slice(start, at).toLowerCase()) ?? null;
      if (!named) return null;
      widths.push(0);
      values.push(named.month);
      zeros.push(false);
    } else return null;
    if (part === 2) break;
    const from = at;
    while (at < length && at - from < 3 && ' -/.,'.includes(text[at]!)) at += 1;
    if (text.startsWith('de ', at) && text[at - 1] === ' ') at += 3;
    if (at === from) return null;
    separators.push(text.slice(from, at));
  }
  const [first, second, third] = values as [number, number, number];
  const triple = [first, second, third] as const;
  let orders = 0;
  if (named === null) {
    if (separators[0] !== separators[1]) return null;
    orders = ordersOf(widths, triple);
  } else if (widths[1] === 0) {
    if (widths[0] === 4) orders = isDay(first, second, third) ? anyOrder : 0;
    else if (widths[2]! > 1) orders = isDay(fullYear(third, widths[2]!), second, first) ? anyOrder : 0;
  } else if (widths[2]! > 1 && widths[1]! < 4) {
    orders = isDay(fullYear(third, widths[2]!), first, second) ? anyOrder : 0;
  }
  if (orders === 0) return null;
  const time = at === length ? null : scanTime(text.slice(at));
  if (at < length && !time) return null;
  return {
    orders,
    widths: widths as [number, number, number],
    values: triple,
    zeros: zeros as [boolean, boolean, boolean],
    separators: separators as [string, string],
    named,
    isCompact: false,
    time,
  };
};

/** Which part is which once the column's order is known: its own where a name or a long year says so. */
export const ownOrder = ({ widths, named }: ScannedDate, order: DateOrder): DateOrder => {
  if (widths[0] === 4) return dateOrder.yearFirst;
  if (named === null) return order;
  return widths[0] === 0 ? dateOrder.monthFirst : dateOrder.dayFirst;
};

/** ISO text of a scanned date; null where it is no day under that order. */
export const isoOfDate = (scanned: ScannedDate, order: DateOrder): string | null => {
  if ((scanned.orders & order) === 0) return null;
  const [a, b, c] = scanned.values;
  const own = ownOrder(scanned, order);
  const [year, month, day] =
    own === dateOrder.yearFirst
      ? [fullYear(a, scanned.widths[0]), b, c]
      : own === dateOrder.dayFirst
        ? [fullYear(c, scanned.widths[2]), b, a]
        : [fullYear(c, scanned.widths[2]), a, b];
  const iso = `${pad(year, 4)}-${pad(month)}-${pad(day)}`;
  return scanned.time === null ? iso : `${iso}T${scanned.time.iso}${scanned.time.offset}`;
};
