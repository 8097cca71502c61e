import { detached } from '../detached.ts';
import { createDistinctCounter, type DistinctCounter } from './count-distinct.ts';
import { addDate, createDateEvidence, type DateEvidence } from './date-evidence.ts';
import { isMissing } from './missing-words.ts';
import { addNumber, createNumberEvidence, type NumberEvidence } from './number-evidence.ts';
import { scanDate } from './scan-date.ts';

/** Up to here different values are kept with their cells; columns with more are no categories. */
const valueLimit = 256;
const exampleLimit = 5;
/** Longer cells are no numbers, dates, addresses or codes; nothing in them is looked for. */
const longestLooked = 254;

/** What all the cells of one column say. */
export interface ColumnEvidence {
  /** Rows that have it, blank ones included. */
  readonly cells: number;
  /** Nothing in them. */
  readonly empty: number;
  /** White space alone, or a word such as `n/a`. */
  readonly missingWords: number;
  readonly numbers: NumberEvidence;
  readonly dates: DateEvidence;
  /** Exact to `distinctLimit`, an estimate above it; blank cells do not count where the values are kept. */
  readonly distinct: number;
  /** All different values with their cells, as written; null where there are too many to keep. */
  readonly values: ReadonlyMap<string, number> | null;
  readonly examples: readonly string[];
  readonly emails: number;
  /** Cells such as `C536379`, such as `536365`, and such as `#1001`. */
  readonly codes: { readonly cancelled: number; readonly digits: number; readonly hash: number };
}

export interface ColumnEvidenceBuilder {
  add(text: string): void;
  /** Rows before the column first had a cell, or that end before it. */
  addEmpty(cells: number): void;
  finish(): ColumnEvidence;
}

const isEmail = (text: string): boolean => {
  const at = text.indexOf('@');
  return at > 0 && text.indexOf('.', at) > at + 1 && !text.includes(' ') && text.length - at > 4;
};

/** O(1) a cell; memory for up to a thousand values. */
export const createColumnEvidence = (): ColumnEvidenceBuilder => {
  const values = new Map<string, { cells: number }>();
  const numbers = createNumberEvidence();
  const dates = createDateEvidence();
  const examples: string[] = [];
  const codes = { cancelled: 0, digits: 0, hash: 0 };
  let many: DistinctCounter | null = null;
  let cells = 0;
  let empty = 0;
  let missingWords = 0;
  let emails = 0;
  let last = '';
  let lastCells = 0;

  const lookForCodes = (text: string, count: number): void => {
    const first = text.charCodeAt(0);
    if (first === 67 || first === 99) {
      if (/^c-?\d+$/i.test(text)) codes.cancelled += count;
    } else if (first === 35) {
      if (/^#\d+$/.test(text)) codes.hash += count;
    } else if (first >= 48 && first <= 57 && /^\d+$/.test(text)) codes.digits += count;
  };

  const look = (text: string, count: number): void => {
    if (isMissing(text)) {
      missingWords += count;
      return;
    }
    if (text.length > longestLooked) return;
    const code = text.charCodeAt(0);
    const trimmed = code <= 32 || text.charCodeAt(text.length - 1) <= 32 ? text.trim() : text;
    lookForCodes(trimmed, count);
    const scanned = scanDate(trimmed);
    if (scanned) addDate(dates, scanned, text, count);
    // Eight digits may be a date or a number.
    if (scanned === null || scanned.isCompact) {
      if (!addNumber(numbers, trimmed, count) && isEmail(trimmed)) emails += count;
    }
  };

  const flush = (): void => {
    if (lastCells === 0) return;
    if (last === '') {
      empty += lastCells;
      return;
    }
    if (many) {
      many.add(last);
      look(last, lastCells);
      return;
    }
    const known = values.get(last);
    if (known) {
      known.cells += lastCells;
      return;
    }
    const own = detached(last);
    values.set(own, { cells: lastCells });
    if (examples.length < exampleLimit && !isMissing(own)) examples.push(own);
    if (values.size <= valueLimit) return;
    many = createDistinctCounter();
    for (const [text, { cells: count }] of values) {
      many.add(text);
      look(text, count);
    }
    values.clear();
  };

  return {
    add: (text) => {
      cells += 1;
      if (text === last) {
        lastCells += 1;
        return;
      }
      flush();
      last = text;
      lastCells = 1;
    },
    addEmpty: (count) => {
      cells += count;
      empty += count;
    },
    finish: () => {
      flush();
      lastCells = 0;
      let blank = 0;
      for (const [text, { cells: count }] of values) {
        look(text, count);
        if (text.trim() === '') blank += 1;
      }
      return {
        cells,
        empty,
        missingWords,
        numbers,
        dates,
        distinct: many ? many.count() : values.size - blank,
        values: many ? null : new Map([...values].map(([text, one]) => [text, one.cells])),
        examples,
        emails,
        codes,
      };
    },
  };
};
