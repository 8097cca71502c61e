import type { Column } from '../../../shared/model/column.ts';
import type { QualityExample } from '../../../shared/model/quality.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';

/** Columns by which a person knows a row again. */
const telling: readonly Column['role'][] = [
  'customer',
  'order',
  'date',
  'product',
  'name',
  'email',
  'quantity',
  'amount',
];
const mostCells = 6;

/** The columns that tell what a row is, `at` first; where these are few, others after them. */
export const tellingColumns = ({ columns }: StoredSource, at: number | null, most: number): number[] => {
  const others = columns.flatMap(({ role }, i) => (telling.includes(role) && i !== at ? [i] : []));
  const rest = columns.map((_, i) => i).filter((i) => i !== at && !others.includes(i));
  return [...(at === null ? [] : [at]), ...others, ...rest].slice(0, most);
};

/** A few rows with the cells that tell what they are; a cell that did not fit as it was written. */
export const readExamples = (
  db: Sqlite,
  source: StoredSource,
  rows: readonly number[],
  at: number | null,
): QualityExample[] => {
  const columns = tellingColumns(source, at, mostCells);
  const read = db.prepareRaw<(string | number | null)[]>(
    `SELECT ${columns.map((i) => quoteName(source.sqlColumns[i]!)).join(', ')} FROM ${quoteName(source.table)} WHERE _row = ?`,
  );
  const original = db.prepareRaw<[string]>(
    'SELECT text FROM source_original WHERE source_id = ? AND row = ? AND "column" = ?',
  );
  return rows.map((row) => {
    const values = read.get(row) ?? [];
    return {
      row,
      cells: columns.map((i, j) => ({
        column: source.columns[i]!.name,
        value: values[j] ?? original.get(source.id, row, i)?.[0] ?? null,
      })),
    };
  });
};
