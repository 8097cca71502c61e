import type { Column } from '../../../shared/model/column.ts';
import { detached } from '../detached.ts';
import type { StoredValue } from '../types.ts';
import { writeCell } from '../write-cell.ts';
import { readBoolean } from './boolean-words.ts';
import { orderOfFormat } from './date-evidence.ts';
import { isoOfSerial, serialFormat } from './date-format.ts';
import { isMissing } from './missing-words.ts';
import { wayOfFormat } from './number-way.ts';
import { isoOfDate, scanDate } from './scan-date.ts';
import { numberWay, readNumber } from './scan-number.ts';

/** A cell as it is stored, and whether its text must be kept beside because writing the value gives another. */
export interface ReadCell {
  readonly value: StoredValue;
  readonly keepsText: boolean;
}

/** Different texts remembered in all columns of a table together; more are read again. */
const remembered = 200_000;

const valueReader = ({ type, format }: Pick<Column, 'type' | 'format'>): ((text: string) => StoredValue) => {
  switch (type) {
    case 'integer':
    case 'decimal': {
      const way = wayOfFormat(format);
      return (text) => readNumber(text.trim(), way);
    }
    case 'date':
    case 'timestamp': {
      if (format === serialFormat) {
        return (text) => {
          const serial = readNumber(text.trim(), numberWay.plain);
          return serial !== null && serial >= 20_000 && serial < 70_000 ? isoOfSerial(serial) : null;
        };
      }
      const order = orderOfFormat(format);
      return (text) => {
        const scanned = scanDate(text.trim());
        return scanned ? isoOfDate(scanned, order) : null;
      };
    }
    case 'boolean':
      return (text) => readBoolean(text, format);
    default:
      return (text) => text;
  }
};

const empty: ReadCell = { value: null, keepsText: false };

/**
 * Reads the cells of one column by its type and format. Cells that do not fit, and words such as `n/a`, have no value
 * and keep their text. Texts that come again are looked up.
 * @param columns how many columns of the table share the memory
 */
export const createCellReader = (
  column: Pick<Column, 'type' | 'format'>,
  columns = 1,
): ((text: string) => ReadCell) => {
  const most = Math.max(64, Math.floor(remembered / columns));
  const read = valueReader(column);
  const known = new Map<string, ReadCell>();
  let hits = 0;
  let remembers = true;
  let last = '';
  let lastCell = empty;
  return (text) => {
    if (text === '') return empty;
    if (text === last) return lastCell;
    let cell = remembers ? known.get(text) : undefined;
    if (cell) hits += 1;
    else {
      const value = isMissing(text) ? null : read(text);
      cell = { value, keepsText: writeCell(value, column) !== text };
      if (known.size >= most) {
        // Where hardly anything comes again, looking costs more than it saves.
        remembers = hits > most;
        hits = 0;
        known.clear();
      }
      if (remembers) known.set(detached(text), cell);
    }
    last = text;
    lastCell = cell;
    return cell;
  };
};

export const isTextType = ({ type }: Pick<Column, 'type'>): boolean => type === 'text' || type === 'category';

export const createCellReaders = (columns: readonly Pick<Column, 'type' | 'format'>[]) =>
  columns.map((column) => createCellReader(column, columns.length));
