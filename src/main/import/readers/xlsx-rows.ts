import { AppError } from '../../../shared/errors.ts';
import type { SampleRow } from './find-header.ts';
import type { Attributes, XmlHandler } from './scan-xml.ts';
import type { TextTable } from './text-table.ts';
import { type DateStyle, writeSerial } from './xlsx-dates.ts';
import { unescapeText } from './xlsx-strings.ts';

interface CellContext {
  readonly file: string;
  readonly strings: TextTable;
  readonly styles: readonly DateStyle[];
  readonly is1904: boolean;
}

/** Columns of a sheet at most (ECMA-376: XFD). Rows end at 1,048,576, but what has more is read all the same. */
const columnLimit = 16_384;
const rowLimit = 2 ** 31;
/** Texts of dates that are remembered: the days of many years. */
const keptDates = 65_536;

/** 0-based column of a reference such as `AB12`; −1 where there is none. */
const columnOf = (reference: string | undefined): number => {
  let column = 0;
  for (let i = 0; reference !== undefined && i < reference.length; i++) {
    const code = reference.charCodeAt(i) & 0xdf;
    if (code < 65 || code > 90) break;
    column = column * 26 + code - 64;
  }
  return column - 1;
};

/** `2023-01-05T00:00:00.000Z` as this program writes dates. */
const writeIsoDate = (text: string): string =>
  text
    .replace('T', ' ')
    .replace(/(\.\d+)?Z?$/, '')
    .replace(/ 00:00:00$/, '');

/** A number that stands as JavaScript prints it. */
const isAsPrinted = (text: string): boolean =>
  text.length <= 15 && /^-?(?:[1-9]\d*|(?:0|[1-9]\d*)\.\d{0,5}[1-9])$|^0$/.test(text);

/** A text of its own: one that was cut out of a piece of the file would keep the whole piece in memory. */
const ownText = (text: string): string => (text.length < 13 ? text : Buffer.from(text).toString());

/** Writes a cell of a sheet as its row is written. */
type CellWriter = (text: string, type: string, style: DateStyle, row: number) => string;

const createCellWriter = ({ file, strings, is1904 }: CellContext): CellWriter => {
  const dates = new Map<string, string>();
  const writeDate = (text: string, value: number, style: Exclude<DateStyle, null>): string => {
    const key = style + text;
    const known = dates.get(key);
    if (known !== undefined) return known;
    const date = writeSerial(value, style, is1904);
    if (dates.size < keptDates) dates.set(ownText(key), date);
    return date;
  };
  return (text, type, style, row) => {
    if (text === '') return '';
    switch (type) {
      case 's': {
        const string = strings.at(Number(text));
        if (string === undefined)
          throw new AppError('fileDamaged', { file, row, reason: 'a cell refers to text that is missing' });
        return string;
      }
      case 'str':
      case 'inlineStr':
        return ownText(unescapeText(text));
      case 'b':
        return text === '1' || text === 'true' ? 'true' : 'false';
      case 'e':
        return ownText(text);
      case 'd':
        return ownText(writeIsoDate(text));
      default: {
        if (style === null && isAsPrinted(text)) return ownText(text);
        const value = Number(text);
        if (!Number.isFinite(value)) return ownText(text);
        return style === null ? String(value) : writeDate(text, value, style);
      }
    }
  };
};

interface RowReader {
  readonly handler: XmlHandler;
  /** The rows that are complete; starts anew. */
  take(): SampleRow[];
}

/**
 * Turns a sheet's XML into rows; formulas give the result that the file keeps, and where it keeps none, for nobody has
 * calculated them yet, themselves. Rows without cells are left out. Cells and rows that do not say where they stand
 * follow the one before.
 * @throws AppError `fileDamaged`
 */
export const createRowReader = (context: CellContext): RowReader => {
  const { file, styles } = context;
  const writeCell = createCellWriter(context);
  let found: SampleRow[] = [];
  let inData = false;
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let type = 'n';
  let style: DateStyle = null;
  let text = '';
  /** Null where the cell has none. */
  let formula: string | null = null;
  let isFormula = false;
  let isAid = false;

  const openRow = (attribute: Attributes): void => {
    const at = attribute('r');
    const next = at === undefined ? row + 1 : Number(at);
    if (!(Number.isInteger(next) && next > 0 && next < rowLimit))
      throw new AppError('fileDamaged', { file, reason: 'a cell stands outside the sheet' });
    if (next <= row) throw new AppError('fileDamaged', { file, row: next, reason: 'its rows are out of order' });
    row = next;
    cells = [];
    column = -1;
  };

  const openCell = (attribute: Attributes): void => {
    const at = columnOf(attribute('r'));
    column = at < 0 ? column + 1 : at;
    if (column >= columnLimit)
      throw new AppError('fileDamaged', { file, row, reason: 'a cell stands outside the sheet' });
    type = attribute('t') ?? 'n';
    style = styles[Number(attribute('s') ?? 0)] ?? null;
    text = '';
    formula = null;
  };

  const closeCell = (): void => {
    const isOpen = formula !== null && text === '' && type !== 'str' && type !== 'inlineStr';
    const cell = isOpen ? ownText(`=${formula}`) : writeCell(text, type, style, row);
    if (cell === '') return;
    while (cells.length < column) cells.push('');
    cells[column] = cell;
  };

  const handler = {
    wantsText: false,
    open: (name: string, attribute: Attributes) => {
      if (name === 'sheetData') inData = true;
      if (!inData) return;
      switch (name) {
        case 'row':
          openRow(attribute);
          break;
        case 'c':
          openCell(attribute);
          break;
        case 'v':
        case 't':
          handler.wantsText = !isAid;
          break;
        case 'f':
          formula = '';
          isFormula = true;
          handler.wantsText = true;
          break;
        case 'rPh':
          isAid = true;
          break;
      }
    },
    close: (name: string) => {
      if (!inData) return;
      switch (name) {
        case 'c':
          closeCell();
          break;
        case 'v':
        case 't':
          handler.wantsText = false;
          break;
        case 'row':
          if (cells.length > 0) found.push({ number: row, cells });
          break;
        case 'f':
          isFormula = false;
          handler.wantsText = false;
          break;
        case 'rPh':
          isAid = false;
          break;
        case 'sheetData':
          inData = false;
          break;
      }
    },
    text: (piece: string) => {
      if (isFormula) formula += piece;
      else text = text === '' ? piece : text + piece;
    },
  };
  return {
    handler,
    take: () => {
      const rows = found;
      found = [];
      return rows;
    },
  };
};
