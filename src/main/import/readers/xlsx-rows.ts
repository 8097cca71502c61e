import { AppError } from '../../../shared/errors.ts';
import type { SampleRow } from './find-header.ts';
import { localName, type XmlEvent } from './read-xml.ts';
import { type DateStyle, writeSerial } from './xlsx-dates.ts';
import { unescapeText } from './xlsx-strings.ts';

interface CellContext {
  readonly file: string;
  readonly strings: readonly string[];
  readonly styles: readonly DateStyle[];
  readonly is1904: boolean;
}

/** Columns of a sheet at most (ECMA-376: XFD). */
const columnLimit = 16_384;

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

const writeCell = (text: string, type: string, style: DateStyle, row: number, context: CellContext): string => {
  if (text === '') return '';
  switch (type) {
    case 's': {
      const string = context.strings[Number(text)];
      if (string === undefined)
        throw new AppError('fileDamaged', { file: context.file, row, reason: 'a cell refers to text that is missing' });
      return string;
    }
    case 'str':
    case 'inlineStr':
      return unescapeText(text);
    case 'b':
      return text === '1' || text === 'true' ? 'true' : 'false';
    case 'e':
      return text;
    case 'd':
      return writeIsoDate(text);
    default: {
      const value = Number(text);
      if (!Number.isFinite(value)) return text;
      return style === null ? String(value) : writeSerial(value, style, context.is1904);
    }
  }
};

/**
 * Turns the events of a sheet's XML into rows; formulas give the result that the file keeps. Rows without cells are left
 * out. Cells and rows that do not say where they stand follow the one before.
 */
export const createRowReader = (context: CellContext): ((events: readonly XmlEvent[]) => SampleRow[]) => {
  let row = 0;
  let cells: string[] = [];
  let column = -1;
  let type = 'n';
  let style: DateStyle = null;
  let text = '';
  let isText = false;
  let isAid = false;

  const open = (name: string, attributes: Readonly<Record<string, string>>): void => {
    switch (name) {
      case 'row':
        row = attributes.r === undefined ? row + 1 : Number(attributes.r);
        cells = [];
        column = -1;
        break;
      case 'c': {
        const at = columnOf(attributes.r);
        column = at < 0 ? column + 1 : at;
        if (column >= columnLimit || !Number.isInteger(row))
          throw new AppError('fileDamaged', { file: context.file, reason: 'a cell stands outside the sheet' });
        type = attributes.t ?? 'n';
        style =
          attributes.s === undefined ? (context.styles[0] ?? null) : (context.styles[Number(attributes.s)] ?? null);
        text = '';
        break;
      }
      case 'v':
      case 't':
        isText = true;
        break;
      case 'rPh':
        isAid = true;
        break;
    }
  };

  const close = (name: string, found: SampleRow[]): void => {
    switch (name) {
      case 'v':
      case 't':
        isText = false;
        break;
      case 'rPh':
        isAid = false;
        break;
      case 'c': {
        const cell = writeCell(text, type, style, row, context);
        if (cell === '') break;
        while (cells.length < column) cells.push('');
        cells[column] = cell;
        break;
      }
      case 'row':
        if (cells.length > 0) found.push({ number: row, cells });
        break;
    }
  };

  return (events) => {
    const found: SampleRow[] = [];
    for (const { eventType, value } of events)
      if (eventType === 'text') {
        if (isText && !isAid) text += value;
      } else if (eventType === 'opentag') open(localName(value.name), value.attributes);
      else close(localName(value.name), found);
    return found;
  };
};
