import type { Column } from '../../../shared/model/column.ts';
import { columnSchema } from '../../../shared/model/column.ts';
import { sumSetAside } from '../../../shared/model/set-aside.ts';
import { type SetAside, type SetAsideReason, type Source, sourceKindSchema } from '../../../shared/model/source.ts';
import type { Sqlite } from '../sqlite.ts';

/** A source with what only the store needs: its columns' names in SQLite and where its orders' numbers end. */
export interface StoredSource extends Source {
  readonly sqlColumns: readonly string[];
  readonly lastOrder: number;
}

interface SourceRecord {
  id: number;
  import_id: number;
  name: string;
  file: string;
  sheet: string | null;
  kind: string;
  table_name: string;
  encoding: string;
  delimiter: string | null;
  header_row: number;
  rows: number;
  columns: string;
  sql_columns: string;
  last_order: number;
}

const fromRecord = (row: SourceRecord): StoredSource => ({
  id: row.id,
  importId: row.import_id,
  name: row.name,
  file: row.file,
  sheet: row.sheet,
  kind: sourceKindSchema.parse(row.kind),
  table: row.table_name,
  encoding: row.encoding,
  delimiter: row.delimiter,
  headerRow: row.header_row,
  rows: row.rows,
  columns: columnSchema.array().parse(JSON.parse(row.columns)) as Column[],
  sqlColumns: JSON.parse(row.sql_columns) as string[],
  lastOrder: row.last_order,
});

/** What the contract shows of a source. */
export const publicSource = ({ sqlColumns: _, lastOrder: __, ...source }: StoredSource): Source => source;

/** Sources whose import stands, oldest first. */
export const listSources = (db: Sqlite): StoredSource[] =>
  db
    .prepare<SourceRecord>(
      'SELECT s.* FROM source s JOIN import i ON i.id = s.import_id WHERE i.undone = 0 ORDER BY s.id',
    )
    .all()
    .map(fromRecord);

export const sourcesOfImport = (db: Sqlite, importId: number): StoredSource[] =>
  db.prepare<SourceRecord>('SELECT * FROM source WHERE import_id = ? ORDER BY id').all(importId).map(fromRecord);

/** Inserts the record; the id is the next one, which is also in the table's name. */
export const addSource = (
  db: Sqlite,
  source: Omit<StoredSource, 'id' | 'table' | 'rows' | 'lastOrder'>,
): { id: number; table: string } => {
  const { lastInsertRowid } = db
    .prepare(
      `INSERT INTO source (import_id, name, file, sheet, kind, table_name, encoding, delimiter, header_row, rows, columns, sql_columns, last_order)
       VALUES (?, ?, ?, ?, ?, '', ?, ?, ?, 0, ?, ?, 0)`,
    )
    .run(
      source.importId,
      source.name,
      source.file,
      source.sheet,
      source.kind,
      source.encoding,
      source.delimiter,
      source.headerRow,
      JSON.stringify(source.columns),
      JSON.stringify(source.sqlColumns),
    );
  const id = Number(lastInsertRowid);
  const table = `source_${id}`;
  db.prepare('UPDATE source SET table_name = ? WHERE id = ?').run(table, id);
  return { id, table };
};

export const finishSource = (db: Sqlite, id: number, rows: number, lastOrder: number): void => {
  db.prepare('UPDATE source SET rows = ?, last_order = ? WHERE id = ?').run(rows, lastOrder, id);
};

/** Where a source's rows come from, where that is not the file that they were read from. */
export type SourceOrigin = Pick<StoredSource, 'name' | 'file' | 'sheet' | 'encoding' | 'delimiter' | 'headerRow'>;

export const setSourceOrigin = (db: Sqlite, id: number, origin: SourceOrigin): void => {
  db.prepare(
    'UPDATE source SET name = ?, file = ?, sheet = ?, encoding = ?, delimiter = ?, header_row = ? WHERE id = ?',
  ).run(origin.name, origin.file, origin.sheet, origin.encoding, origin.delimiter, origin.headerRow, id);
};

/** Order numbers are counted through the whole project; this is the last one given, undone imports included. */
export const lastOrderNumber = (db: Sqlite): number =>
  db.prepare<{ last: number | null }>('SELECT max(last_order) AS last FROM source').get()?.last ?? 0;

export const addAside = (db: Sqlite, sourceId: number, mask: number, lines: number, money: number): void => {
  db.prepare('INSERT INTO source_aside VALUES (?, ?, ?, ?)').run(sourceId, mask, lines, money);
};

/**
 * One entry a reason, in their order; a switched-off rule counts the lines it would take first were it on.
 * @param sourceId of that source alone; of all where it is left out
 */
export const setAsideOf = (db: Sqlite, kept: readonly SetAsideReason[], sourceId?: number): SetAside[] => {
  const counts = db
    .prepare<{ mask: number; lines: number; money: number }>(
      `SELECT a.mask, sum(a.lines) AS lines, sum(a.money) AS money FROM source_aside a
       JOIN source s ON s.id = a.source_id JOIN import i ON i.id = s.import_id WHERE i.undone = 0 AND a.source_id = coalesce(?, a.source_id)
       GROUP BY a.mask`,
    )
    .all(sourceId ?? null);
  return sumSetAside(counts, kept);
};
