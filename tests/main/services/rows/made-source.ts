import { addImport } from '../../../../src/main/store/repositories/imports.ts';
import { raiseRevision } from '../../../../src/main/store/repositories/meta.ts';
import {
  createRowWriter,
  createSourceTable,
  indexSourceTable,
  safeColumnNames,
} from '../../../../src/main/store/repositories/source-rows.ts';
import { addSource, finishSource } from '../../../../src/main/store/repositories/sources.ts';
import { inTransaction, type Sqlite } from '../../../../src/main/store/sqlite.ts';
import type { Column } from '../../../../src/shared/model/column.ts';

/** A cell as it is kept: its value, or the text of one that does not fit its type. */
export type MadeCell = string | number | null | { readonly odd: string };

export interface MadeTable {
  readonly types: readonly Column['type'][];
  readonly roles?: readonly Column['role'][];
  readonly rows: readonly (readonly MadeCell[])[];
  /** Row numbers in the file, ascending. */
  readonly numbers: readonly number[];
  readonly aside: readonly number[];
}

/** Stores a table as an import does; its columns are called a, b, c … */
export const storeTable = (db: Sqlite, { types, roles, rows, numbers, aside }: MadeTable): number => {
  const columns = types.map(
    (type, at): Column => ({
      name: String.fromCharCode(97 + at),
      type,
      role: roles?.[at] ?? 'none',
      format: null,
      missing: 0,
      odd: 0,
      examples: [],
      distinct: 0,
      choices: [],
    }),
  );
  const sqlColumns = safeColumnNames(columns.map(({ name }) => name));
  return inTransaction(db, () => {
    const importId = addImport(db, '2026-01-01T00:00:00Z', {});
    const { id, table } = addSource(db, {
      ...{ importId, name: 'made', file: 'made.csv', sheet: null, kind: 'events', encoding: 'utf-8', delimiter: ',' },
      ...{ headerRow: 1, columns, sqlColumns },
    });
    createSourceTable(db, table, columns, sqlColumns);
    createRowWriter(db, id, table, columns.length).write(
      {
        rowNumbers: Uint32Array.from(numbers),
        columns: columns.map((_, at) => (row: number) => {
          const cell = rows[row]![at]!;
          return typeof cell === 'object' ? null : cell;
        }),
        originals: rows.flatMap((cells, row) =>
          cells.flatMap((cell, at) =>
            cell !== null && typeof cell === 'object' ? [[row, at, cell.odd] as const] : [],
          ),
        ),
        aside: Uint32Array.from(aside),
        day: () => null,
        amount: () => null,
      },
      rows.map(() => null),
      rows.map(() => null),
    );
    finishSource(db, id, rows.length, 0);
    indexSourceTable(db, table);
    raiseRevision(db);
    return id;
  });
};
