import { AppError } from '../../../shared/errors.ts';
import { mostColumns } from '../../../shared/model/source.ts';

/** A place in the records of a table: a value with a column of its own, an object with places of its own, or both. */
export interface JsonField {
  /** Keys from the record on, joined by dots. */
  readonly path: string;
  readonly fields: Map<string, JsonField>;
  /** −1 where no value has been seen. */
  column: number;
  /** Records listed here. */
  listed: JsonTable | null;
}

/** Records of one list, found so far: columns in the order in which they first come. */
export interface JsonTable {
  /** Null for records that stand in no named list. */
  readonly name: string | null;
  /** Its records stand within those of another table. */
  readonly isListed: boolean;
  readonly root: JsonField;
  readonly columns: string[];
  /** Tables of what its records list. */
  readonly listed: JsonTable[];
  rows: number;
}

const newField = (path: string): JsonField => ({ path, fields: new Map(), column: -1, listed: null });

export const newTable = (name: string | null, isListed = false): JsonTable => ({
  name,
  isListed,
  root: newField(''),
  columns: [],
  listed: [],
  rows: 0,
});

/** @throws AppError `fileTooWide`, for objects whose keys are data have no end of them */
export const fieldOf = (parent: JsonField, key: string, file: string): JsonField => {
  const known = parent.fields.get(key);
  if (known) return known;
  if (parent.fields.size > mostColumns)
    throw new AppError('fileTooWide', { file, columns: parent.fields.size + 1, limit: mostColumns });
  const field = newField(parent.path === '' ? key : `${parent.path}.${key}`);
  parent.fields.set(key, field);
  return field;
};

/** @throws AppError `fileTooWide` */
export const columnOf = (table: JsonTable, field: JsonField, file: string): number => {
  if (field.column >= 0) return field.column;
  if (table.columns.length >= mostColumns)
    throw new AppError('fileTooWide', { file, columns: table.columns.length + 1, limit: mostColumns });
  field.column = table.columns.push(field.path) - 1;
  return field.column;
};

export const listedAt = (table: JsonTable, field: JsonField): JsonTable => {
  if (field.listed) return field.listed;
  field.listed = newTable(field.path, true);
  table.listed.push(field.listed);
  return field.listed;
};
