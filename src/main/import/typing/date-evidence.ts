import { alternative, serialFormat } from './date-format.ts';
import { type DateOrder, dateOrder, ownOrder, type ScannedDate } from './scan-date.ts';

/** One way in which dates of a column are written. */
interface DateShape {
  readonly first: ScannedDate;
  cells: number;
  /** Of the three numbers and the hour: written with one digit, with a zero before it. */
  readonly short: boolean[];
  readonly zero: boolean[];
  /** Languages and lengths of month names that explain all of them so far. */
  monthWays: readonly string[];
}

/** What the dates of a column look like, counted over all its cells. */
export interface DateEvidence {
  readonly shapes: Map<string, DateShape>;
  /** Cells by the orders under which they are a day. */
  readonly byOrders: Uint32Array;
  /** Cells that are two different days under two orders. */
  doubtful: number;
  /** Values of the first and the second number of doubtful dates, as bits. */
  firstSeen: number;
  secondSeen: number;
  withTime: number;
  compact: number;
  cells: number;
  example: string;
  /** The first whose first or second number can only be the day. */
  readonly proof: { dayFirst: string; monthFirst: string };
}

export const createDateEvidence = (): DateEvidence => ({
  shapes: new Map(),
  byOrders: new Uint32Array(8),
  doubtful: 0,
  firstSeen: 0,
  secondSeen: 0,
  withTime: 0,
  compact: 0,
  cells: 0,
  example: '',
  proof: { dayFirst: '', monthFirst: '' },
});

/** More ways than this in one column are chaos; what comes later is read but not written. */
const mostShapes = 64;

const keyOf = ({ widths, separators, named, isCompact, time }: ScannedDate): string => {
  if (isCompact) return '8';
  const kind = (width: number) => (width === 4 ? 'y' : width === 0 ? 'N' : 'n');
  const year = named !== null || widths[0] === 4 || widths[2] === 4 ? 'l' : 's';
  const kinds = kind(widths[0]) + separators[0] + kind(widths[1]) + separators[1] + kind(widths[2]);
  return `${year}${kinds}${widths[2] === 4 ? '4' : ''}${time?.pattern ?? ''}`;
};

export const addDate = (evidence: DateEvidence, scanned: ScannedDate, text: string, cells: number): void => {
  evidence.cells += cells;
  evidence.byOrders[scanned.orders]! += cells;
  if (scanned.time) evidence.withTime += cells;
  if (scanned.isCompact) evidence.compact += cells;
  const [a, b] = scanned.values;
  const both = dateOrder.dayFirst | dateOrder.monthFirst;
  if ((scanned.orders & both) === both && scanned.widths[0] !== 4 && scanned.named === null && a !== b) {
    if (evidence.doubtful === 0) evidence.example = ` ${text}`.slice(1);
    evidence.doubtful += cells;
    evidence.firstSeen |= 1 << a;
    evidence.secondSeen |= 1 << b;
  }
  const order = scanned.orders & both;
  if ((order === dateOrder.dayFirst || order === dateOrder.monthFirst) && scanned.named === null) {
    const side = order === dateOrder.dayFirst ? 'dayFirst' : 'monthFirst';
    if (evidence.proof[side] === '') evidence.proof[side] = ` ${text}`.slice(1);
  }
  const key = keyOf(scanned);
  let shape = evidence.shapes.get(key);
  if (!shape) {
    if (evidence.shapes.size >= mostShapes) return;
    shape = {
      first: scanned,
      cells: 0,
      short: [false, false, false, false],
      zero: [false, false, false, false],
      monthWays: scanned.named?.ways ?? [],
    };
    evidence.shapes.set(key, shape);
  }
  shape.cells += cells;
  for (let i = 0; i < 3; i += 1) {
    if (scanned.widths[i] === 1) shape.short[i] = true;
    if (scanned.zeros[i]) shape.zero[i] = true;
  }
  if (scanned.time?.hourWidth === 1) shape.short[3] = true;
  if (scanned.time?.hourZero) shape.zero[3] = true;
  const { named } = scanned;
  if (named) {
    const narrowed = shape.monthWays.filter((way) => named.ways.includes(way));
    if (narrowed.length > 0) shape.monthWays = narrowed;
  }
};

/** The pattern of one shape; see `writeDate`. */
const patternOf = (shape: DateShape, order: DateOrder): string => {
  const { first } = shape;
  if (first.isCompact) return 'yyyyMMdd';
  const own = ownOrder(first, order);
  const twice = (i: number, letter: string) => (shape.short[i] && !shape.zero[i] ? letter : letter + letter);
  const [language, length] = (shape.monthWays[0] ?? 'en MMM').split(' ') as [string, string];
  const year = (i: number) => (first.widths[i] === 4 ? 'yyyy' : 'yy');
  const month = (i: number) => (first.widths[i] === 0 ? length : twice(i, 'M'));
  const parts =
    own === dateOrder.yearFirst
      ? [year(0), month(1), twice(2, 'd')]
      : own === dateOrder.dayFirst
        ? [twice(0, 'd'), month(1), year(2)]
        : [month(0), twice(1, 'd'), year(2)];
  const [one, two] = first.separators.map((text) => text.replace('de', "'de'")) as [string, string];
  const hour = shape.short[3] && !shape.zero[3] ? 'h' : 'hh';
  const time = first.time?.pattern ?? '';
  const timed = time.replace('H', /am/i.test(time) ? hour : hour.toUpperCase());
  return `${parts[0]}${one}${parts[1]}${two}${parts[2]}${timed}${language === 'en' ? '' : ` (${language})`}`;
};

export interface DateReading {
  readonly order: DateOrder;
  /** Cells that are days under it. */
  readonly fits: number;
  readonly format: string;
  readonly hasTime: boolean;
  /** Day and month could be swapped in every single cell. */
  readonly isDoubtful: boolean;
}

const bitsOf = (mask: number): number => {
  let bits = 0;
  for (let rest = mask; rest !== 0; rest &= rest - 1) bits += 1;
  return bits;
};

const fitsOf = (evidence: DateEvidence, order: DateOrder): number =>
  evidence.byOrders.reduce((sum, cells, orders) => ((orders & order) === 0 ? sum : sum + cells), 0);

/** Days vary more than months do; where that says nothing, as the separator suggests. */
const likelierOrder = (evidence: DateEvidence, dayFirst: boolean | null): DateOrder => {
  const first = bitsOf(evidence.firstSeen);
  const second = bitsOf(evidence.secondSeen);
  if (dayFirst !== null) return dayFirst ? dateOrder.dayFirst : dateOrder.monthFirst;
  if (first >= second * 2) return dateOrder.dayFirst;
  if (second >= first * 2) return dateOrder.monthFirst;
  const slashed = evidence.example.includes('/');
  return slashed && !/^0/.test(evidence.example) && /^\d\//.test(evidence.example)
    ? dateOrder.monthFirst
    : dateOrder.dayFirst;
};

/** Which order a format of ours has; of two patterns, the second decides. */
export const orderOfFormat = (format: string | null): DateOrder => {
  if (format === null || format === serialFormat) return dateOrder.yearFirst;
  const pattern = format.slice(format.lastIndexOf(alternative) + 1).replace(/'[^']*'/g, '');
  const [year, month, day] = [pattern.indexOf('y'), pattern.indexOf('M'), pattern.indexOf('d')];
  if (year < day) return dateOrder.yearFirst;
  return month < day ? dateOrder.monthFirst : dateOrder.dayFirst;
};

/** Reads a column's dates in one order, however well it fits; how they are written follows from them. */
export const readingInOrder = (evidence: DateEvidence, order: DateOrder): Omit<DateReading, 'isDoubtful'> => {
  const shapes = [...evidence.shapes.values()].sort((one, other) => other.cells - one.cells);
  const main = patternOf(shapes[0]!, order);
  // Years first in most cells leave open what the others mean, so a second pattern says it.
  const other = shapes.find(({ first }) => ownOrder(first, order) === order);
  const isMixed =
    other && orderOfFormat(main) !== order && fitsOf(evidence, orderOfFormat(main)) < fitsOf(evidence, order);
  const format = isMixed ? main + alternative + patternOf(other, order) : main;
  const own = orderOfFormat(format);
  return { order: own, fits: fitsOf(evidence, own), format, hasTime: evidence.withTime > 0 };
};

/** Orders under which equally many cells are days, no fewer than under any other, and not the same days; else none. */
export const equalOrders = (evidence: DateEvidence): DateOrder[] => {
  const { dayFirst, monthFirst, yearFirst } = dateOrder;
  const [dmy, mdy, ymd] = [fitsOf(evidence, dayFirst), fitsOf(evidence, monthFirst), fitsOf(evidence, yearFirst)];
  const best = Math.max(dmy, mdy, ymd);
  const isShort = ({ first: { named, widths } }: DateShape) => named === null && widths[0] === 2 && widths[2] === 2;
  const orders: DateOrder[] = [];
  if (dmy === best) orders.push(dayFirst);
  if (mdy === best && (dmy < best || evidence.doubtful > 0)) orders.push(monthFirst);
  if (ymd === best && [...evidence.shapes.values()].some(isShort)) orders.push(yearFirst);
  return orders.length > 1 ? orders : [];
};

/**
 * Decides which number of a column's dates is the day, from all of them.
 * @param dayFirst what the other columns of the file say; null where they say nothing
 */
export const readingOfDates = (evidence: DateEvidence, dayFirst: boolean | null): DateReading => {
  const dmy = fitsOf(evidence, dateOrder.dayFirst);
  const mdy = fitsOf(evidence, dateOrder.monthFirst);
  const ymd = fitsOf(evidence, dateOrder.yearFirst);
  let order: DateOrder = dmy >= mdy ? dateOrder.dayFirst : dateOrder.monthFirst;
  const isTie = dmy === mdy && evidence.doubtful > 0;
  if (ymd > Math.max(dmy, mdy)) order = dateOrder.yearFirst;
  else if (isTie) order = likelierOrder(evidence, dayFirst);
  return {
    ...readingInOrder(evidence, order),
    // Nobody who writes dots puts the month first.
    isDoubtful: isTie && ymd <= dmy && dayFirst === null && !evidence.example.includes('.'),
  };
};
