import type { ColumnType } from '../../../shared/model/column.ts';
import { isYesNoName, readingOfBooleans } from './boolean-words.ts';
import type { ColumnEvidence } from './column-evidence.ts';
import { readingOfDates } from './date-evidence.ts';
import { serialFormat } from './date-format.ts';
import { isMissing } from './missing-words.ts';
import { readingOf } from './number-evidence.ts';

/** What the name of a column and the other columns of its file say about it. */
export interface TypeHints {
  /** The heading as words, see `headerWords`. */
  readonly words: string;
  /** Its name says that it is a day, or a number; fewer of its cells need to agree. */
  readonly expects: 'date' | 'number' | null;
  /** Other columns write decimals with a comma, with a dot, or do not say. */
  readonly decimalComma: boolean | null;
  /** Other columns write the day first, the month first, or do not say. */
  readonly dayFirst: boolean | null;
}

export interface TypeReading {
  readonly type: ColumnType;
  readonly format: string | null;
  readonly missing: number;
  readonly odd: number;
  /** Nothing in the file decides between two readings. */
  readonly doubt: 'dayOrMonth' | 'thousandsOrDecimals' | null;
}

const fitShare = 0.98;
const expectedShare = 0.8;
/** A single slip in a short table is a slip. */
const slipCells = 20;
const leadingZeroShare = 0.01;
const mostCategories = 200;
const cellsPerCategory = 4;

/** Numbers in columns of these names are counted with by nobody: codes on packages, places, telephones. */
const isCodeName = (words: string): boolean =>
  /\b(ean|gtin|upc|isbn|barcode|strichcode|zip|zipcode|postal|post ?code|plz|postleitzahl|code postal|(tele)?phone|telefon|telefono|fax|iban|tracking)( (code|number|no|nr|nummer|id))?$/.test(
    words,
  );

const filledOf = ({ cells, empty, missingWords }: ColumnEvidence): number => cells - empty - missingWords;

const withoutMissing = (values: ReadonlyMap<string, number>): ReadonlyMap<string, number> =>
  new Map([...values].filter(([text]) => !isMissing(text)));

const isFewValues = (evidence: ColumnEvidence): boolean =>
  evidence.values !== null &&
  evidence.distinct > 0 &&
  evidence.distinct <= mostCategories &&
  evidence.distinct * cellsPerCategory <= evidence.cells - evidence.empty;

/** Reads a column as one type, however well it fits. */
export const readAs = (evidence: ColumnEvidence, type: ColumnType, hints: TypeHints): TypeReading => {
  const filled = filledOf(evidence);
  const missing = evidence.empty + evidence.missingWords;
  const plain = { missing, doubt: null } as const;
  switch (type) {
    case 'integer':
    case 'decimal': {
      if (evidence.numbers.cells === 0) return { ...plain, type, format: null, odd: filled };
      const { fits, format, isWhole, isDoubtful } = readingOf(evidence.numbers, hints.decimalComma);
      const doubt = isDoubtful ? 'thousandsOrDecimals' : null;
      return { type: isWhole ? type : 'decimal', format, missing, odd: filled - fits, doubt };
    }
    case 'date':
    case 'timestamp': {
      const { dates, numbers } = evidence;
      if (numbers.serialLike > dates.cells) {
        const isWhole = readingOf(numbers, false).isWhole;
        return {
          ...plain,
          type: isWhole ? 'date' : 'timestamp',
          format: serialFormat,
          odd: filled - numbers.serialLike,
        };
      }
      if (dates.cells === 0) return { ...plain, type, format: null, odd: filled };
      const { fits, format, hasTime, isDoubtful } = readingOfDates(dates, hints.dayFirst);
      const doubt = isDoubtful ? 'dayOrMonth' : null;
      return { type: hasTime ? 'timestamp' : 'date', format, missing, odd: filled - fits, doubt };
    }
    case 'boolean': {
      const reading = evidence.values && readingOfBooleans(withoutMissing(evidence.values), true);
      return { ...plain, type, format: reading?.format ?? null, odd: filled - (reading?.fits ?? 0) };
    }
    default:
      return { type, format: null, missing: evidence.empty, odd: 0, doubt: null };
  }
};

export const readAsText = (evidence: ColumnEvidence, hints: TypeHints): TypeReading =>
  readAs(evidence, isFewValues(evidence) ? 'category' : 'text', hints);

/** Decides the type of a column from all of its cells. */
export const decideType = (evidence: ColumnEvidence, hints: TypeHints): TypeReading => {
  const filled = filledOf(evidence);
  const text = readAsText(evidence, hints);
  if (filled === 0) return text;
  const fits = (reading: TypeReading, isExpected: boolean): boolean =>
    reading.odd <= filled * (1 - (isExpected ? expectedShare : fitShare)) + 1e-9 ||
    (reading.odd === 1 && filled >= slipCells);
  const { dates, numbers } = evidence;
  const expectsDate = hints.expects === 'date';
  const isCompact = dates.compact * 2 > dates.cells;
  if (dates.cells > 0 && (!isCompact || expectsDate || (dates.compact === filled && filled > 2))) {
    const reading = readAs(evidence, 'date', hints);
    if (fits(reading, expectsDate)) return reading;
  }
  if (expectsDate && numbers.serialLike > 0) {
    const reading = readAs(evidence, 'date', hints);
    if (fits(reading, false)) return reading;
  }
  if (evidence.values && evidence.values.size < 16) {
    const reading = readingOfBooleans(withoutMissing(evidence.values), isYesNoName(hints.words));
    const odd = filled - (reading?.fits ?? 0);
    if (reading && fits({ ...text, odd }, false))
      return { ...text, type: 'boolean', format: reading.format, missing: evidence.empty + evidence.missingWords, odd };
  }
  if (numbers.cells > 0) {
    const reading = readAs(evidence, 'integer', hints);
    const isCode =
      numbers.leadingZero > numbers.cells * leadingZeroShare ||
      Math.max(numbers.longDigits, numbers.plusDigits) * 2 > numbers.cells ||
      isCodeName(hints.words);
    if (!isCode && fits(reading, hints.expects === 'number')) return reading;
  }
  return text;
};
