import type { Column } from '../../shared/model/column.ts';
import type { StoredValue } from './types.ts';
import { writeDate } from './typing/date-format.ts';
import { writeNumber } from './typing/number-format.ts';

/** The words for yes and no out of a format such as `Yes/No`. */
export const booleanWords = (format: string | null): readonly [yes: string, no: string] => {
  const at = format?.indexOf('/') ?? -1;
  return format === null || at < 0 ? ['true', 'false'] : [format.slice(0, at), format.slice(at + 1)];
};

/**
 * The text of a stored value in its column's format. Where it is not the very text of the file, the import keeps that
 * text among the originals, so that `original ?? writeCell(value, column)` always gives the file back.
 * @param value as in `TypedBatch.values`; null is an empty cell
 */
export const writeCell = (value: StoredValue, column: Pick<Column, 'type' | 'format'>): string => {
  if (value === null) return '';
  switch (column.type) {
    case 'integer':
    case 'decimal':
      return typeof value === 'number' ? writeNumber(value, column.format) : value;
    case 'date':
    case 'timestamp':
      return typeof value === 'string' ? writeDate(value, column.format) : String(value);
    case 'boolean':
      return booleanWords(column.format)[value === 1 ? 0 : 1];
    default:
      return String(value);
  }
};
