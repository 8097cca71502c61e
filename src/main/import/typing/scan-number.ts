/** Ways of writing numbers, as bits: which mark stands between thousands and which before decimals. */
export const numberWay = {
  /** 1234.56 */
  plain: 1,
  /** 1234,56 */
  comma: 2,
  /** 1,234.56 */
  commaDot: 4,
  /** 1.234,56 */
  dotComma: 8,
  /** 1 234,56 */
  spaceComma: 16,
  /** 1'234.56 */
  apostropheDot: 32,
  /** 1 234.56 */
  spaceDot: 64,
} as const;
export type NumberWay = (typeof numberWay)[keyof typeof numberWay];

const { plain, comma, commaDot, dotComma, spaceComma, apostropheDot, spaceDot } = numberWay;
export const allWays = 127;
const dotWays = plain | commaDot | apostropheDot | spaceDot;
const commaWays = comma | dotComma | spaceComma;

export const isCommaWay = (way: NumberWay): boolean => (way & commaWays) !== 0;

/** What a cell that is a number looks like. */
export interface ScannedNumber {
  /** Ways under which it reads; `1,234` reads under several, as different numbers. */
  readonly ways: number;
  readonly isNegative: boolean;
  readonly negative: 'minus' | 'parentheses' | 'trailing' | null;
  readonly prefix: string;
  readonly suffix: string;
  /** Digits with their marks. */
  readonly body: string;
  readonly exponent: string;
  /** The mark between its thousands where only grouping explains it, or may explain it. */
  readonly group: string;
}

/** More digits before the decimals than a number can keep apart. */
const mostDigits = 15;
const longestNumber = 40;

/**
 * The quick way for what nearly all cells are: digits, perhaps a minus, perhaps a dot and decimals.
 * @returns decimals (0 for whole numbers), or −1 where it is anything else
 */
export const plainDecimals = (text: string): number => {
  const { length } = text;
  let i = text.charCodeAt(0) === 45 ? 1 : 0;
  const start = i;
  let point = -1;
  for (; i < length; i += 1) {
    const code = text.charCodeAt(i);
    if (code >= 48 && code <= 57) continue;
    if (code !== 46 || point >= 0 || i === start) return -1;
    point = i;
  }
  if (length === start || point === length - 1 || length > longestNumber) return -1;
  if ((point < 0 ? length : point) - start > mostDigits) return -1;
  if (point < 0) return 0;
  return length - 1 - point;
};

/** A digit after a first zero: a code, not a quantity. */
export const hasLeadingZero = (text: string): boolean => {
  const at = text.charCodeAt(0) === 45 ? 1 : 0;
  if (text.charCodeAt(at) !== 48) return false;
  const next = text.charCodeAt(at + 1);
  return next >= 48 && next <= 57;
};

const currencies =
  'EUR|USD|GBP|CHF|SEK|NOK|DKK|PLN|CZK|HUF|RON|TRY|RUB|JPY|CNY|INR|AUD|CAD|NZD|BRL|MXN|ZAR|CLP|ARS|COP|kr\\.?|zł|Kč|Ft|Fr\\.?|SFr\\.?|R\\$|A\\$|C\\$|US\\$|[€$£¥₹₽₺₩₴]';
const space = '[ \\u00a0\\u202f\\u2009]';
const pattern = new RegExp(
  `^\\s*(\\(?)${space}?([-+\\u2212]?)(${space}?(?:(?:${currencies})${space}?)?)([-+\\u2212]?)` +
    `(\\d[\\d.,'’ \\u00a0\\u202f\\u2009]*\\d|\\d|[.,]\\d+)([eE][-+]?\\d{1,3})?(-?)(${space}?(?:%|${currencies})?)(\\)?)\\s*$`,
);

const groupedBy = (whole: string, mark: string): boolean => {
  const parts = whole.split(mark);
  if (parts.length < 2 || parts[0] === '' || parts[0]!.length > 3 || parts[0]!.startsWith('0')) return false;
  return parts.every((part, i) => /^\d+$/.test(part) && (i === 0 || part.length === 3));
};

/** Ways under which digits with marks read, and the mark that groups them. */
const waysOf = (body: string): { ways: number; group: string } => {
  const marks = body.replace(/\d/g, '');
  if (marks === '') return { ways: allWays, group: '' };
  const last = marks.at(-1)!;
  if ((last === '.' || last === ',') && marks.indexOf(last) === marks.length - 1) {
    const at = body.lastIndexOf(last);
    const whole = body.slice(0, at);
    const others = marks.slice(0, -1);
    if (others === '') {
      const maybe = groupedBy(body, last);
      if (last === '.') return { ways: dotWays | (maybe ? dotComma : 0), group: maybe ? '.' : '' };
      return { ways: commaWays | (maybe ? commaDot : 0), group: maybe ? ',' : '' };
    }
    const group = others[0]!;
    if (!groupedBy(whole, group)) return { ways: 0, group: '' };
    if (last === '.') {
      const ways = group === ',' ? commaDot : /['’]/.test(group) ? apostropheDot : group === '.' ? 0 : spaceDot;
      return { ways, group };
    }
    return { ways: group === '.' ? dotComma : /['’,]/.test(group) ? 0 : spaceComma, group };
  }
  const group = marks[0]!;
  if (!groupedBy(body, group)) return { ways: 0, group: '' };
  if (group === ',') return { ways: commaDot, group };
  if (group === '.') return { ways: dotComma, group };
  return { ways: /['’]/.test(group) ? apostropheDot : spaceComma | spaceDot, group };
};

/** Digits up to the last mark, or all of them where there is none. */
const wholeDigits = (body: string): number => body.replace(/[.,]\d+$/, '').replace(/\D/g, '').length;

/** A number with currency, percent, marks between thousands, parentheses, exponent … Null for anything else. */
export const scanNumber = (text: string): ScannedNumber | null => {
  if (text.length > longestNumber) return null;
  const parts = pattern.exec(text);
  if (!parts) return null;
  const [, open, sign1, prefix, sign2, body, exponent = '', trailing, suffix, close] = parts;
  if ((open === '') !== (close === '')) return null;
  const signs = [sign1, sign2, trailing].filter((sign) => sign !== '').length + (open === '' ? 0 : 1);
  if (signs > 1 || wholeDigits(body!) > mostDigits) return null;
  const { ways, group } = waysOf(body!);
  if (ways === 0) return null;
  const isMinus = (sign: string) => sign === '-' || sign === '\u2212';
  const negative = open !== '' ? 'parentheses' : trailing !== '' ? 'trailing' : null;
  const isNegative = negative !== null || isMinus(sign1!) || isMinus(sign2!);
  return {
    ways,
    isNegative,
    negative: negative ?? (isNegative ? 'minus' : null),
    prefix: prefix!,
    suffix: suffix!,
    body: body!,
    exponent,
    group,
  };
};

/** The number a cell stands for under one way of writing; null where it is none. */
export const readNumber = (text: string, way: NumberWay): number | null => {
  const decimals = plainDecimals(text);
  if (decimals === 0) return Number(text);
  if (decimals > 0 && (way & dotWays) !== 0) return Number(text);
  const scanned = scanNumber(text);
  if (!scanned || (scanned.ways & way) === 0) return null;
  const mark = isCommaWay(way) ? ',' : '.';
  const at = scanned.body.lastIndexOf(mark);
  const whole = (at < 0 ? scanned.body : scanned.body.slice(0, at)).replace(/\D/g, '');
  const value = Number(`${whole || '0'}.${at < 0 ? '0' : scanned.body.slice(at + 1)}${scanned.exponent}`);
  return Number.isFinite(value) ? (scanned.isNegative ? -value : value) : null;
};
