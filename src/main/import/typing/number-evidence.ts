import { detached } from '../detached.ts';
import { formatOfStyle, type NumberStyle } from './number-format.ts';
import {
  allWays,
  hasLeadingZero,
  isCommaWay,
  type NumberWay,
  numberWay,
  plainDecimals,
  scanNumber,
} from './scan-number.ts';

const mostDecimals = 15;
/** Article numbers (EAN, UPC), cards, accounts … have as many; amounts and quantities do not. */
const nameDigits = 12;

/** What the numbers of a column look like, counted over all its cells. */
export interface NumberEvidence {
  /** Cells by the ways under which they read. */
  readonly byWays: Uint32Array;
  /** Cells by digits after the last dot, and after the last comma; of these, those that end in zero. */
  readonly decimals: { readonly dot: Uint32Array; readonly comma: Uint32Array };
  readonly endInZero: { dot: number; comma: number };
  /** Of these, those with one zero and no more behind the mark, such as `2.0`. */
  readonly pointZero: { dot: number; comma: number };
  readonly groups: Map<string, number>;
  readonly prefixes: Map<string, number>;
  readonly suffixes: Map<string, number>;
  readonly negatives: Map<string, number>;
  cells: number;
  leadingZero: number;
  /** Thousand and more, nothing between the thousands. */
  ungrouped: number;
  withExponent: number;
  /** Like `4.01E+12`: what spreadsheet programs make of long numbers. */
  readonly shortened: { cells: number; example: string };
  /** Whole numbers of so many digits that they name something; digits behind a plus, as many as a telephone has. */
  longDigits: number;
  plusDigits: number;
  /** The first that says which mark stands before decimals. */
  readonly proof: { dot: string; comma: string };
  /** Between 20000 and 69999: days as Excel counts them, 1954 to 2091. */
  serialLike: number;
}

export const createNumberEvidence = (): NumberEvidence => ({
  byWays: new Uint32Array(allWays + 1),
  decimals: { dot: new Uint32Array(mostDecimals + 1), comma: new Uint32Array(mostDecimals + 1) },
  endInZero: { dot: 0, comma: 0 },
  pointZero: { dot: 0, comma: 0 },
  groups: new Map(),
  prefixes: new Map(),
  suffixes: new Map(),
  negatives: new Map(),
  cells: 0,
  leadingZero: 0,
  ungrouped: 0,
  withExponent: 0,
  shortened: { cells: 0, example: '' },
  longDigits: 0,
  plusDigits: 0,
  proof: { dot: '', comma: '' },
  serialLike: 0,
});

const count = (counts: Map<string, number>, key: string, cells: number): void => {
  counts.set(key, (counts.get(key) ?? 0) + cells);
};

const { plain, comma, commaDot, dotComma, spaceComma, apostropheDot, spaceDot } = numberWay;
const dotted = plain | commaDot | apostropheDot | spaceDot;
const commaWays = comma | dotComma | spaceComma;

/** Digits before the decimals. */
const addDigits = (evidence: NumberEvidence, digits: number, cells: number): void => {
  if (digits > 3) evidence.ungrouped += cells;
};

/** @returns whether a number was seen */
export const addNumber = (evidence: NumberEvidence, text: string, cells: number): boolean => {
  const places = plainDecimals(text);
  if (places >= 0) {
    evidence.cells += cells;
    if (hasLeadingZero(text)) evidence.leadingZero += cells;
    const sign = text.charCodeAt(0) === 45 ? 1 : 0;
    if (sign === 1) count(evidence.negatives, 'minus', cells);
    const digits = text.length - sign - (places === 0 ? 0 : places + 1);
    addDigits(evidence, digits, cells);
    if (digits === 5 && text.charCodeAt(0) >= 50 && text.charCodeAt(0) <= 54) evidence.serialLike += cells;
    evidence.decimals.dot[Math.min(places, mostDecimals)]! += cells;
    if (places === 0) {
      evidence.byWays[allWays]! += cells;
      evidence.decimals.comma[0]! += cells;
      if (digits >= nameDigits) evidence.longDigits += cells;
      return true;
    }
    if (text.charCodeAt(text.length - 1) === 48) {
      evidence.endInZero.dot += cells;
      if (places === 1) evidence.pointZero.dot += cells;
    }
    const isGroupLike = places === 3 && digits <= 3 && text.charCodeAt(sign) !== 48;
    evidence.byWays[isGroupLike ? dotted | dotComma : dotted]! += cells;
    if (!isGroupLike && evidence.proof.dot === '') evidence.proof.dot = detached(text);
    if (isGroupLike) {
      count(evidence.groups, '.', cells);
      evidence.decimals.comma[0]! += cells;
    }
    return true;
  }
  const scanned = scanNumber(text);
  if (!scanned) return false;
  const { body, group } = scanned;
  evidence.cells += cells;
  evidence.byWays[scanned.ways]! += cells;
  if (hasLeadingZero(body)) evidence.leadingZero += cells;
  if (group !== '') count(evidence.groups, group, cells);
  for (const mark of ['dot', 'comma'] as const) {
    const at = body.lastIndexOf(mark === 'dot' ? '.' : ',');
    const digits = at < 0 ? 0 : body.length - at - 1;
    evidence.decimals[mark][Math.min(digits, mostDecimals)]! += cells;
    if (digits > 0 && body.endsWith('0')) evidence.endInZero[mark] += cells;
    if (digits === 1 && body.endsWith('0')) evidence.pointZero[mark] += cells;
  }
  if (group === '') addDigits(evidence, body.search(/[.,]|$/), cells);
  if (scanned.exponent !== '') {
    evidence.withExponent += cells;
    if (/^E\+1[1-9]$/.test(scanned.exponent)) {
      if (evidence.shortened.cells === 0) evidence.shortened.example = detached(text);
      evidence.shortened.cells += cells;
    }
  } else if (text.startsWith('+') && /^\d{7,}$/.test(body)) evidence.plusDigits += cells;
  if (/[.,]\d/.test(body)) {
    const isDot = (scanned.ways & commaWays) === 0;
    const side = isDot ? 'dot' : (scanned.ways & ~commaWays) === 0 ? 'comma' : null;
    if (side !== null && evidence.proof[side] === '') evidence.proof[side] = detached(text);
  }
  if (scanned.prefix !== '') count(evidence.prefixes, scanned.prefix, cells);
  if (scanned.suffix !== '') count(evidence.suffixes, scanned.suffix, cells);
  if (scanned.negative) count(evidence.negatives, scanned.negative, cells);
  return true;
};

/** In this order where several ways fit alike. */
const ways: readonly NumberWay[] = [plain, commaDot, comma, dotComma, spaceComma, apostropheDot, spaceDot];

export interface NumberReading {
  readonly way: NumberWay;
  /** Cells that are numbers under it. */
  readonly fits: number;
  readonly isWhole: boolean;
  readonly format: string | null;
  /** Another way reads all of them just as well, as other numbers, and nothing in the column decides. */
  readonly isDoubtful: boolean;
}

const fitsOf = (evidence: NumberEvidence, way: NumberWay): number => {
  let fits = 0;
  for (let mask = 1; mask <= allWays; mask += 1) if ((mask & way) !== 0) fits += evidence.byWays[mask]!;
  return fits;
};

const mostOften = (counts: ReadonlyMap<string, number>): string =>
  [...counts].reduce<[string, number]>((best, one) => (one[1] > best[1] ? one : best), ['', 0])[0];

const groupMarks: Readonly<Record<NumberWay, string>> = {
  [plain]: '',
  [comma]: '',
  [commaDot]: ',',
  [dotComma]: '.',
  [spaceComma]: ' \u00a0\u202f\u2009',
  [apostropheDot]: "'’",
  [spaceDot]: ' \u00a0\u202f\u2009',
};

/** Numbers are written with the decimals that reproduce most of them. */
const styleOf = (evidence: NumberEvidence, way: NumberWay, fits: number): NumberStyle => {
  const mark = isCommaWay(way) ? 'comma' : 'dot';
  const places = evidence.decimals[mark];
  let fixed = 0;
  for (let n = 1; n <= mostDecimals; n += 1) if (places[n]! > places[fixed]!) fixed = n;
  const asNeeded = evidence.cells - evidence.endInZero[mark];
  const withPoint = asNeeded + evidence.pointZero[mark] - places[0]!;
  const groups = new Map([...evidence.groups].filter(([group]) => groupMarks[way].includes(group)));
  const grouped = [...groups.values()].reduce((sum, one) => sum + one, 0);
  const often = (counts: ReadonlyMap<string, number>) => {
    const text = mostOften(counts);
    return (counts.get(text) ?? 0) * 2 > fits ? text : '';
  };
  const negative = mostOften(evidence.negatives);
  return {
    prefix: often(evidence.prefixes),
    suffix: often(evidence.suffixes),
    group: grouped > evidence.ungrouped ? mostOften(groups) : '',
    decimal: mark === 'comma' ? ',' : '.',
    decimals: places[fixed]! >= Math.max(asNeeded, withPoint) ? fixed : withPoint > asNeeded ? 'point' : null,
    negative: negative === 'parentheses' || negative === 'trailing' ? negative : 'minus',
  };
};

/** Whether one mark with three digits behind it, the only doubtful writing, stands for thousands. */
const isGrouping = (evidence: NumberEvidence, mark: '.' | ',', decimalComma: boolean | null): boolean => {
  const whole = evidence.byWays[allWays]!;
  if (evidence.ungrouped > (mark === '.' && evidence.groups.get('.') ? 0 : whole)) return false;
  if (decimalComma !== null) return (mark === '.') === decimalComma;
  // With three decimals everywhere there would be no number without the mark.
  return mark === ',' || whole > 0;
};

/** Reads a column's numbers in one way, however well it fits. */
export const readingInWay = (evidence: NumberEvidence, way: NumberWay): Omit<NumberReading, 'isDoubtful'> => {
  const fits = fitsOf(evidence, way);
  const style = styleOf(evidence, way, fits);
  const places = evidence.decimals[isCommaWay(way) ? 'comma' : 'dot'];
  const isWhole = places.every((cells, digits) => digits === 0 || cells === 0) && evidence.withExponent === 0;
  return { way, fits, isWhole, format: formatOfStyle(isWhole ? { ...style, decimals: 0 } : style) };
};

/** Thousands and decimals, where a mark with three digits behind it could be either in some cells, or none. */
const rivalWays = (
  evidence: NumberEvidence,
  fits: number,
): readonly [grouped: NumberWay, decimals: NumberWay] | null => {
  const doubtfulDot = evidence.byWays[dotted | dotComma]!;
  const doubtfulComma = evidence.byWays[comma | dotComma | spaceComma | commaDot]!;
  const tie = (one: NumberWay, other: NumberWay) => fitsOf(evidence, one) === fits && fitsOf(evidence, other) === fits;
  if (doubtfulDot > 0 && tie(dotComma, plain)) return [dotComma, plain];
  return doubtfulComma > 0 && tie(comma, commaDot) ? [commaDot, comma] : null;
};

/** No number without the mark says what it means. */
const isOpen = (evidence: NumberEvidence): boolean => evidence.ungrouped === 0 && evidence.byWays[allWays]! === 0;

const mostFits = (evidence: NumberEvidence): number => Math.max(...ways.map((way) => fitsOf(evidence, way)));

/** Ways that read all numbers equally well, as other numbers, where nothing in the column decides; else none. */
export const equalWays = (evidence: NumberEvidence): readonly NumberWay[] =>
  evidence.cells > 0 && isOpen(evidence) ? (rivalWays(evidence, mostFits(evidence)) ?? []) : [];

/**
 * Decides how the numbers of a column are written, from all of them.
 * @param decimalComma what the other columns of the file say; null where they say nothing
 */
export const readingOf = (evidence: NumberEvidence, decimalComma: boolean | null): NumberReading => {
  const fits = mostFits(evidence);
  const rivals = rivalWays(evidence, fits);
  if (!rivals) {
    const way = ways.find((one) => fitsOf(evidence, one) === fits)!;
    return { ...readingInWay(evidence, way), isDoubtful: false };
  }
  const [grouped, decimals] = rivals;
  const way = isGrouping(evidence, grouped === dotComma ? '.' : ',', decimalComma) ? grouped : decimals;
  return { ...readingInWay(evidence, way), isDoubtful: decimalComma === null && isOpen(evidence) };
};
