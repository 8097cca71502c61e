import { AppError } from '../../../shared/errors.ts';
import type { SampleRow } from './find-header.ts';
import type { Attributes, XmlHandler } from './scan-xml.ts';

/** A row that stands as often as it is counted. */
interface OdsRow extends SampleRow {
  readonly count: number;
}

/** What one table of a spreadsheet gives: its name first, then its rows. */
export interface OdsPiece {
  readonly table: number;
  readonly name: string;
  readonly isHidden: boolean;
  readonly rows: OdsRow[];
}

/** Cells and rows of a table at most, as LibreOffice counts them. */
const columnLimit = 16_384;
const rowLimit = 1_048_576;
/** Cells that are written once and stand many times: more than any honest file has, little enough to be read soon. */
const repeatLimit = 50_000_000;

/** Spaces in a row, as many as a cell of Excel has characters. */
const longestGap = 32_767;

const twoDigits = (value: number): string => String(value).padStart(2, '0');

/** `PT08H30M05S` as this program writes times of day and hours that go past 24; what is no such duration as it is. */
const writeDuration = (text: string): string => {
  const parts = /^(-?)P(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?(?:(\d+(?:[.,]\d+)?)S)?)?$/.exec(text);
  if (!parts) return text;
  const [, sign, days = '0', hours = '0', minutes = '0', seconds = '0'] = parts;
  const all = Math.round(
    Number(days) * 86_400 + Number(hours) * 3600 + Number(minutes) * 60 + Number(seconds.replace(',', '.')),
  );
  return `${sign}${twoDigits(Math.floor(all / 3600))}:${twoDigits(Math.floor(all / 60) % 60)}:${twoDigits(all % 60)}`;
};

/** `2023-01-05T10:00:00.000` as this program writes dates: to the second, days alone without a time. */
const writeDate = (text: string): string =>
  text
    .replace('T', ' ')
    .replace(/\.\d+(?=Z?$)|Z$/g, '')
    .replace(/ 00:00:00$/, '');

const writeNumber = (text: string): string => {
  const value = Number(text);
  return text.trim() !== '' && Number.isFinite(value) ? String(value) : text;
};

/** Spaces that XML writers put between lines count as one; those that count are written as elements. */
const collapse = (text: string): string => text.replace(/[ \t\r\n]+/g, ' ');

/** Stand for spaces that count, until those that do not are gone; XML can hold no such characters. */
const mark = { space: '\u0001', tab: '\u0002', newLine: '\u0003' };
const undoMarks = (text: string): string =>
  text.replaceAll(mark.space, ' ').replaceAll(mark.tab, '\t').replaceAll(mark.newLine, '\n');

/** What hangs on cells and tables but is not their text: remarks, drawings, former states, reading aids. */
const asides: ReadonlySet<string> = new Set([
  'annotation',
  'shapes',
  'frame',
  'custom-shape',
  'tracked-changes',
  'ruby-text',
]);

interface Cell {
  readonly type: string;
  readonly value: string;
  readonly count: number;
  /** `=SUM(A1:A3)`; empty where there is none. */
  readonly formula: string;
}

interface OdsReader {
  readonly handler: XmlHandler;
  /** Rows that are complete, by table; starts anew. */
  take(): OdsPiece[];
}

/**
 * Turns the contents of an OpenDocument spreadsheet (ODF 1.3, part 3, 9) into the rows of its tables; formulas give the
 * result that the file keeps, and themselves where nobody has calculated them. Rows without cells are left out, cells and rows that are written once and counted stand as
 * often as they are counted.
 * @throws AppError `fileDamaged`
 */
export const createOdsReader = (file: string): OdsReader => {
  let pieces: OdsPiece[] = [];
  const hiddenStyles = new Set<string>();
  let style = '';
  let table = -1;
  let depth = 0;
  let rows: OdsRow[] = [];
  let row = 0;
  let rowCount = 1;
  let cells: string[] = [];
  let column = 0;
  let repeated = 0;
  let cell: Cell | null = null;
  let lines: string[] = [];
  let line: string | null = null;
  /** Elements of `asides` that are open. */
  let aside = 0;

  const damaged = (reason: string) => new AppError('fileDamaged', { file, row: row + 1, reason });
  const countOf = (attribute: Attributes, name: string): number => {
    const text = attribute(name);
    if (text === undefined) return 1;
    const count = Number(text);
    if (!Number.isInteger(count) || count < 1) throw damaged('a cell stands outside the sheet');
    return count;
  };

  const openCell = (attribute: Attributes): void => {
    const type = attribute('value-type') ?? '';
    const value =
      type === 'date'
        ? attribute('date-value')
        : type === 'time'
          ? attribute('time-value')
          : type === 'boolean'
            ? attribute('boolean-value')
            : type === 'string'
              ? attribute('string-value')
              : attribute('value');
    // A prefix says whose language of formulas it is.
    const formula = attribute('formula')?.replace(/^[a-z]+:(?==)/, '') ?? '';
    cell = { type, value: value ?? '', count: countOf(attribute, 'number-columns-repeated'), formula };
    lines = [];
  };

  const writeCell = ({ type, value, formula }: Cell): string => {
    const text = lines.join('\n');
    if (type === '' && text === '') return formula;
    // Programs that know no error cells call them numbers or texts, and show the error.
    if (/^(#(N\/A|REF!|NAME\?|VALUE!|DIV\/0!|NUM!|NULL!)|Err:\d+)$/.test(text)) return text;
    if (value === '') return text;
    switch (type) {
      case 'date':
        return writeDate(value);
      case 'time':
        return writeDuration(value);
      case 'float':
      case 'currency':
      case 'percentage':
        return writeNumber(value);
      default:
        return value;
    }
  };

  const closeCell = (): void => {
    if (!cell) return;
    const { count } = cell;
    const text = writeCell(cell);
    cell = null;
    if (text !== '') {
      if (column + count > columnLimit) throw damaged('a cell stands outside the sheet');
      repeated += count - 1;
      while (cells.length < column) cells.push('');
      for (let i = 0; i < count; i++) cells.push(text);
    }
    column += count;
  };

  const closeRow = (): void => {
    if (cells.length > 0) {
      if (row + rowCount > rowLimit) throw damaged('a cell stands outside the sheet');
      repeated += (rowCount - 1) * cells.length;
      if (repeated > repeatLimit) throw damaged('it holds more than it says');
      rows.push({ number: row + 1, cells, count: rowCount });
    }
    row += rowCount;
  };

  const openTable = (attribute: Attributes): void => {
    table++;
    rows = [];
    row = 0;
    const isHidden = hiddenStyles.has(attribute('style-name') ?? '');
    pieces.push({ table, name: attribute('name') ?? `Sheet${table + 1}`, isHidden, rows });
  };

  /** Inside a table; what tables within cells hold is left out. */
  const openInTable = (name: string, attribute: Attributes): void => {
    switch (name) {
      case 'table-row':
        rowCount = countOf(attribute, 'number-rows-repeated');
        cells = [];
        column = 0;
        break;
      case 'table-cell':
      case 'covered-table-cell':
        openCell(attribute);
        break;
      case 'p':
      case 'h':
        if (cell) line = '';
        break;
      case 's':
        if (line !== null) line += mark.space.repeat(Math.min(countOf(attribute, 'c'), longestGap));
        break;
      case 'tab':
        if (line !== null) line += mark.tab;
        break;
      case 'line-break':
        if (line !== null) line += mark.newLine;
        break;
    }
  };

  const closeInTable = (name: string): void => {
    switch (name) {
      case 'table-row':
        closeRow();
        break;
      case 'table-cell':
      case 'covered-table-cell':
        closeCell();
        break;
      case 'p':
      case 'h':
        if (line !== null) lines.push(undoMarks(collapse(line).replace(/^ | $/g, '')));
        line = null;
        break;
    }
  };

  const handler = {
    wantsText: false,
    open: (name: string, attribute: Attributes) => {
      if (asides.has(name)) aside++;
      else if (aside > 0) return;
      else if (name === 'style') style = attribute('family') === 'table' ? (attribute('name') ?? '') : '';
      else if (name === 'table-properties') {
        if (style !== '' && attribute('display') === 'false') hiddenStyles.add(style);
      } else if (name === 'table') {
        depth++;
        if (depth === 1) openTable(attribute);
      } else if (depth === 1) openInTable(name, attribute);
      handler.wantsText = line !== null && aside === 0 && depth === 1;
    },
    close: (name: string) => {
      if (asides.has(name)) aside--;
      else if (aside > 0) return;
      else if (name === 'table') depth--;
      else if (depth === 1) closeInTable(name);
      handler.wantsText = line !== null && aside === 0 && depth === 1;
    },
    text: (text: string) => {
      line += text;
    },
  };
  return {
    handler,
    take: () => {
      const taken = pieces;
      const last = taken.at(-1);
      rows = [];
      pieces = depth > 0 && last ? [{ ...last, rows }] : [];
      return taken;
    },
  };
};
