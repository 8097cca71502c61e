import { AppError } from '../../../shared/errors.ts';

/** A single row longer than this is no row but a quotation mark or a line end that went missing. */
const recordLimit = 16 * 1024 * 1024;

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** Rows of a table that one pair of quotation marks would swallow before the first is taken for a slip. */
const swallowedRows = 200;
const swallowedShare = 0.9;

/** Quotation marks that open a cell and close none; `first` is the row of the first, 0 where there are none. */
export interface StrayQuotes {
  readonly count: number;
  readonly first: number;
}

/** Splits text that comes in pieces into records and cells. */
interface RecordSplitter {
  /**
   * The records that are complete by now, blank lines among them (as one empty cell), so that the n-th record ever
   * returned is row n.
   * @param isLast no further text follows
   * @throws AppError `fileDamaged` with its row for one without end
   */
  push(text: string, isLast: boolean): string[][];
  /** Those met so far. */
  strayQuotes(): StrayQuotes;
}

interface RestingSplitter extends RecordSplitter {
  /** How much text of a row without its end is looked through again with the next piece. */
  openLength(): number;
}

/**
 * Looks through an open row again only when as much has come as was looked through before, so that a row over many
 * pieces takes time by its length and not by its square.
 */
const unhasty = ({ push, strayQuotes, openLength }: RestingSplitter): RecordSplitter => {
  let waiting = '';
  return {
    push: (text, isLast) => {
      waiting += text;
      const open = openLength();
      if (!isLast && waiting.length < open && waiting.length + open <= recordLimit) return [];
      const given = waiting;
      waiting = '';
      return push(given, isLast);
    },
    strayQuotes,
  };
};

const splitOnWhitespace = (line: string): string[] => {
  const trimmed = line.trim();
  return trimmed === '' ? [''] : trimmed.split(/\s+/);
};

const createLineSplitter = (file: string): RestingSplitter => {
  let rest = '';
  let rows = 0;
  return {
    push: (text, isLast) => {
      const all = rest + text;
      // A CR at the very end may be half of a CRLF.
      const usable = !isLast && all.endsWith('\r') ? all.length - 1 : all.length;
      const lines = all.slice(0, usable).split(/\r\n|\n|\r/);
      const open = lines.pop()!;
      rest = open + all.slice(usable);
      if (isLast && open !== '') lines.push(open);
      rows += lines.length;
      if (rest.length > recordLimit)
        throw new AppError('fileDamaged', { file, row: rows + 1, reason: 'the row never ends' });
      return lines.map(splitOnWhitespace);
    },
    strayQuotes: () => ({ count: 0, first: 0 }),
    openLength: () => rest.length,
  };
};

/** Most of these lines have as many delimiters as the rows before: they are rows, not the text of one cell. */
const areRows = (text: string, separator: string, width: number): boolean => {
  if (width < 3) return false;
  const lines = text.split(/\r\n|\n|\r/).slice(1, -1);
  if (lines.length < swallowedRows) return false;
  return lines.filter((line) => line.split(separator).length === width).length >= lines.length * swallowedShare;
};

/**
 * Splits delimited text as spreadsheet programs do (RFC 4180, read generously): a cell is quoted when it begins with
 * `"`; inside, `""` is one quotation mark and everything else stands for itself; text after the closing mark is kept;
 * a mark inside an unquoted cell is an ordinary character. So is one that opens a cell and is never closed, or that would
 * take in the following rows: a slip in one cell must not cost the file. CRLF, LF and CR each end a row, also mixed in
 * one file.
 * Written by hand because papaparse takes one line end a file, and reads a stray quotation mark anew with every piece.
 * Time O(characters).
 * @param delimiter one character, or `whitespace` for aligned columns, which know no quoting
 */
export const createRecordSplitter = (delimiter: string, file: string): RecordSplitter => {
  if (delimiter === 'whitespace') return unhasty(createLineSplitter(file));
  const separator = delimiter.charCodeAt(0);
  let rest = '';
  let rows = 0;
  /** Cells of the row before. */
  let width = 0;
  let strays: StrayQuotes = { count: 0, first: 0 };

  const findCellEnd = (text: string, from: number): number => {
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === separator || code === lineFeed || code === carriageReturn) break;
    }
    return at;
  };

  /** Whether a cell ends at a closing mark: a delimiter, a line end or nothing follows, maybe after spaces. */
  const endsCell = (text: string, from: number): boolean => {
    let at = from;
    while (text.charCodeAt(at) === 32) at++;
    return at >= text.length || at === findCellEnd(text, at);
  };

  /** The quoted cell that begins there and where it ends; null where its mark closes nothing, `open` where text is missing. */
  const readQuoted = (
    text: string,
    at: number,
    begin: number,
    isLast: boolean,
  ): { readonly cell: string; readonly end: number } | 'open' | null => {
    let cell = '';
    let from = at + 1;
    let close = text.indexOf('"', from);
    while (close >= 0 && text.charCodeAt(close + 1) === quote) {
      cell += text.slice(from, close + 1);
      from = close + 2;
      close = text.indexOf('"', from);
    }
    const isTooLong = (close < 0 ? text.length : close) - begin > recordLimit;
    if (isTooLong || (close < 0 && isLast)) return null;
    // The mark at the very end may be the first of two, and what follows it says whether it closes.
    if (close < 0 || (close + 1 === text.length && !isLast)) return 'open';
    const end = findCellEnd(text, close + 1);
    if (end === text.length && !isLast) return 'open';
    cell += text.slice(from, close);
    if ((close - at > swallowedRows || !endsCell(text, close + 1)) && /[\r\n]/.test(cell)) {
      if (!endsCell(text, close + 1) || areRows(cell, delimiter, width)) return null;
    }
    return { cell: cell + text.slice(close + 1, end), end };
  };

  const push = (text: string, isLast: boolean): string[][] => {
    const all = rest + text;
    const end = all.length;
    const records: string[][] = [];
    let begin = 0;
    let cells: string[] = [];
    let straysHere = 0;
    let at = 0;
    while (at < end || cells.length > 0) {
      let cell: string;
      const quoted = all.charCodeAt(at) === quote ? readQuoted(all, at, begin, isLast) : null;
      if (quoted === 'open') break;
      if (quoted) {
        cell = quoted.cell;
        at = quoted.end;
      } else {
        if (all.charCodeAt(at) === quote) straysHere++;
        const cellEnd = findCellEnd(all, at);
        cell = all.slice(at, cellEnd);
        at = cellEnd;
      }
      if (at === end && !isLast) break;
      cells.push(cell);
      const code = all.charCodeAt(at);
      if (code === separator) {
        at++;
        continue;
      }
      if (code === carriageReturn) {
        if (at + 1 === end && !isLast) break;
        at += all.charCodeAt(at + 1) === lineFeed ? 2 : 1;
      } else at++;
      records.push(cells);
      if (straysHere > 0) strays = { count: strays.count + straysHere, first: strays.first || rows + records.length };
      straysHere = 0;
      width = cells.length;
      cells = [];
      begin = at;
    }
    rest = begin < end ? all.slice(begin) : '';
    rows += records.length;
    if (rest.length > recordLimit)
      throw new AppError('fileDamaged', { file, row: rows + 1, reason: 'the row never ends' });
    return records;
  };
  return unhasty({ push, strayQuotes: () => strays, openLength: () => rest.length });
};
