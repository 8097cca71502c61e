import { AppError } from '../../../shared/errors.ts';

/** A single row longer than this is no row but a quotation mark or a line end that went missing. */
const recordLimit = 16 * 1024 * 1024;

const quote = 34;
const lineFeed = 10;
const carriageReturn = 13;

/** Splits text that comes in pieces into records and cells. */
interface RecordSplitter {
  /**
   * The records that are complete by now, blank lines among them (as one empty cell), so that the n-th record ever
   * returned is row n.
   * @param isLast no further text follows
   * @throws AppError `fileDamaged` with its row for a quotation mark that is never closed
   */
  push(text: string, isLast: boolean): string[][];
}

const splitOnWhitespace = (line: string): string[] => {
  const trimmed = line.trim();
  return trimmed === '' ? [''] : trimmed.split(/\s+/);
};

const createLineSplitter = (file: string): RecordSplitter => {
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
  };
};

/**
 * Splits delimited text as spreadsheet programs do (RFC 4180, read generously): a cell is quoted when it begins with
 * `"`; inside, `""` is one quotation mark and everything else stands for itself; text after the closing mark is kept;
 * a mark inside an unquoted cell is an ordinary character. CRLF, LF and CR each end a row, also mixed in one file.
 * Written by hand because papaparse takes one line end a file, and reads a stray quotation mark anew with every piece.
 * Time O(characters).
 * @param delimiter one character, or `whitespace` for aligned columns, which know no quoting
 */
export const createRecordSplitter = (delimiter: string, file: string): RecordSplitter => {
  if (delimiter === 'whitespace') return createLineSplitter(file);
  const separator = delimiter.charCodeAt(0);
  let rest = '';
  let rows = 0;

  const findCellEnd = (text: string, from: number): number => {
    let at = from;
    for (; at < text.length; at++) {
      const code = text.charCodeAt(at);
      if (code === separator || code === lineFeed || code === carriageReturn) break;
    }
    return at;
  };

  const push = (text: string, isLast: boolean): string[][] => {
    const all = rest + text;
    const end = all.length;
    const records: string[][] = [];
    let begin = 0;
    let cells: string[] = [];
    let at = 0;
    let isOpenQuote = false;
    while (at < end || cells.length > 0) {
      let cell: string;
      if (all.charCodeAt(at) === quote) {
        cell = '';
        let from = at + 1;
        let close = all.indexOf('"', from);
        while (close >= 0 && all.charCodeAt(close + 1) === quote) {
          cell += all.slice(from, close + 1);
          from = close + 2;
          close = all.indexOf('"', from);
        }
        // The mark at the very end may be the first of two.
        if (close < 0 || (close + 1 === end && !isLast)) {
          isOpenQuote = close < 0;
          break;
        }
        at = findCellEnd(all, close + 1);
        cell += all.slice(from, close) + all.slice(close + 1, at);
      } else {
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
      cells = [];
      begin = at;
    }
    rest = begin < end ? all.slice(begin) : '';
    rows += records.length;
    const damage = (reason: string) => new AppError('fileDamaged', { file, row: rows + 1, reason });
    if (isOpenQuote && (isLast || rest.length > recordLimit))
      throw damage('a quotation mark is opened there and never closed');
    if (rest.length > recordLimit) throw damage('the row never ends');
    return records;
  };
  return { push };
};
