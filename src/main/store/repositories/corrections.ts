import { type CellTest, type QualityFix, qualityFixSchema } from '../../../shared/model/quality.ts';
import { asideBit, replacedBit } from '../../../shared/model/source.ts';
import type { Sqlite, SqlValue } from '../sqlite.ts';
import { quoteName, rowSpans } from './source-rows.ts';
import type { StoredSource } from './sources.ts';

/** A fix of the cells or rows of one source. */
export type SourceFix = Exclude<QualityFix, { kind: 'rule' }>;

/** The “column” of a row's `_aside`. */
const asideColumn = -1;

/** Rows a statement, so that none runs for more than a few dozen milliseconds. */
const rowsAtOnce = 20_000;

/** SQL for the cells that a test means, with its values in order. An empty test means no cell. */
export const conditionOf = (sqlColumn: string, test: CellTest): { sql: string; values: SqlValue[] } => {
  const name = quoteName(sqlColumn);
  const parts: string[] = [];
  const values: SqlValue[] = [];
  if (test.below !== undefined) {
    parts.push(`${name} < ?`);
    values.push(test.below);
  }
  if (test.above !== undefined) {
    parts.push(`${name} > ?`);
    values.push(test.above);
  }
  if (test.values !== undefined && test.values.length > 0) {
    parts.push(`${name} IN (${test.values.map(() => '?').join(',')})`);
    values.push(...test.values);
  }
  return { sql: parts.length === 0 ? '0' : `(${parts.join(' OR ')})`, values };
};

/** Which cells a fix means. */
const testOf = (fix: SourceFix): CellTest =>
  fix.kind === 'merge' ? { values: fix.groups.flatMap(({ from }) => from) } : fix.cells;

/** What a cell is to hold, as SQL with its values. */
const afterOf = (fix: SourceFix, name: string): { sql: string; values: SqlValue[] } => {
  if (fix.kind === 'setAside') return { sql: `_aside | ${asideBit.byHand}`, values: [] };
  if (fix.kind === 'setMissing') return { sql: 'NULL', values: [] };
  const pairs = fix.groups.flatMap(({ from, to }) => from.map((one) => [one, to] as const));
  return { sql: `CASE ${name} ${pairs.map(() => 'WHEN ? THEN ?').join(' ')} ELSE ${name} END`, values: pairs.flat() };
};

/** Notes a fix whose corrections follow. */
export const addFix = (db: Sqlite, fix: SourceFix): number =>
  Number(
    db.prepare('INSERT INTO fix (source_id, what) VALUES (?, ?)').run(fix.sourceId, JSON.stringify(fix))
      .lastInsertRowid,
  );

/**
 * Corrects the rows of one range and keeps what stood there.
 * @returns how many cells or rows were corrected
 */
export const correctRange = (
  db: Sqlite,
  { table, sqlColumns, columns }: StoredSource,
  fix: SourceFix,
  fixId: number,
  from: number,
  to: number,
): number => {
  const at = columns.findIndex(({ name }) => name === fix.column);
  const { sql, values } = conditionOf(sqlColumns[at]!, testOf(fix));
  const isAside = fix.kind === 'setAside';
  const cell = isAside ? '_aside' : quoteName(sqlColumns[at]!);
  const { sql: after, values: given } = afterOf(fix, cell);
  const where = `_row BETWEEN ? AND ? AND _aside & ${replacedBit} = 0 AND ${sql}${isAside ? ` AND _aside & ${asideBit.byHand} = 0` : ''}`;
  db.prepare(
    `INSERT INTO source_correction SELECT ?, _row, ?, ?, ${cell}, ${after} FROM ${quoteName(table)} WHERE ${where}`,
  ).run(fix.sourceId, isAside ? asideColumn : at, fixId, ...given, from, to, ...values);
  return db
    .prepare(`UPDATE ${quoteName(table)} SET ${cell} = ${after} WHERE ${where}`)
    .run(...given, from, to, ...values).changes;
};

interface FixRecord {
  source_id: number;
  what: string;
  table_name: string;
  sql_columns: string;
  columns: string;
}

/** Puts back what stood before a fix, or makes its corrections again. O(rows of the source). */
export const setFixUndone = (db: Sqlite, id: number, undone: boolean): void => {
  const record = db
    .prepare<FixRecord>(
      'SELECT f.source_id, f.what, s.table_name, s.sql_columns, s.columns FROM fix f JOIN source s ON s.id = f.source_id WHERE f.id = ?',
    )
    .get(id)!;
  const fix = qualityFixSchema.parse(JSON.parse(record.what)) as SourceFix;
  const at = (JSON.parse(record.columns) as { name: string }[]).findIndex(({ name }) => name === fix.column);
  const table = quoteName(record.table_name);
  const isAside = fix.kind === 'setAside';
  const column = isAside ? asideColumn : at;
  const name = isAside ? '_aside' : quoteName((JSON.parse(record.sql_columns) as string[])[at]!);
  const kept = `FROM source_correction k WHERE k.source_id = ${record.source_id} AND k."column" = ${column} AND k.fix_id = ${id}`;
  // Of a row's reasons only ours is touched: others may have been found since.
  const value = isAside
    ? undone
      ? `_aside & ~${asideBit.byHand}`
      : `_aside | ${asideBit.byHand}`
    : `(SELECT k.${undone ? 'before' : 'after'} ${kept} AND k.row = ${table}._row)`;
  const update = db.prepare(
    `UPDATE ${table} SET ${name} = ${value} WHERE _row IN (SELECT k.row ${kept} AND k.row BETWEEN ? AND ?)`,
  );
  for (const { from, to } of rowSpans(db, record.table_name, rowsAtOnce)) update.run(from, to);
  db.prepare('UPDATE fix SET undone = ? WHERE id = ?').run(undone ? 1 : 0, id);
  if (isAside) recountAside(db, record.source_id, record.table_name);
};

/** Removes an undone fix for good. */
export const purgeFix = (db: Sqlite, id: number): void => {
  const source = db.prepare<{ source_id: number }>('SELECT source_id FROM fix WHERE id = ?').get(id);
  if (source === undefined) return;
  db.prepare('DELETE FROM source_correction WHERE source_id = ? AND fix_id = ?').run(source.source_id, id);
  db.prepare('DELETE FROM fix WHERE id = ?').run(id);
};

/** Fixes that stand, of sources that stand, oldest first. */
export const standingFixes = (db: Sqlite): number[] =>
  db
    .prepareRaw<[number]>(
      `SELECT f.id FROM fix f JOIN source s ON s.id = f.source_id JOIN import i ON i.id = s.import_id
       WHERE f.undone = 0 AND i.undone = 0 ORDER BY f.id`,
    )
    .all()
    .map(([id]) => id);

/** Fixes of a source that stand, oldest first. */
export const fixesOf = (db: Sqlite, sourceId: number): SourceFix[] =>
  db
    .prepare<{ what: string }>('SELECT what FROM fix WHERE source_id = ? AND undone = 0 ORDER BY id')
    .all(sourceId)
    .map(({ what }) => qualityFixSchema.parse(JSON.parse(what)) as SourceFix);

/** The cells of these rows as the file had them, where somebody corrected them: [row, column, value]. */
export const correctedCells = (
  db: Sqlite,
  sourceId: number,
): ((from: number, to: number) => [row: number, column: number, before: string | number | null][]) => {
  const read = db.prepareRaw<[number, number, string | number | null]>(
    // The first of several fixes of a cell is read last, and knows what the file said.
    `SELECT k.row, k."column", k.before FROM source_correction k JOIN fix f ON f.id = k.fix_id AND f.undone = 0
     WHERE k.source_id = ? AND k.row BETWEEN ? AND ? AND k."column" >= 0 ORDER BY k.row, k."column", k.fix_id DESC`,
  );
  return (from, to) => read.all(sourceId, from, to);
};

/**
 * Counts lines and money under each combination of reasons anew, from the rows. O(rows); stops after each range of them,
 * so that the caller may breathe, and writes at the end.
 */
export function* recountInSteps(db: Sqlite, sourceId: number, table: string): Generator<void> {
  const counts = new Map<number, { lines: number; micros: number }>();
  const read = db.prepareRaw<[number, number, number | null]>(
    `SELECT _aside, count(*), sum(round(_amount * 1e6)) FROM ${quoteName(table)} WHERE _row BETWEEN ? AND ? GROUP BY _aside`,
  );
  for (const { from, to } of rowSpans(db, table, rowsAtOnce)) {
    for (const [mask, lines, micros] of read.all(from, to)) {
      const count = counts.get(mask) ?? { lines: 0, micros: 0 };
      counts.set(mask, { lines: count.lines + lines, micros: count.micros + (micros ?? 0) });
    }
    yield;
  }
  db.prepare('DELETE FROM source_aside WHERE source_id = ?').run(sourceId);
  const add = db.prepare('INSERT INTO source_aside VALUES (?, ?, ?, ?)');
  for (const [mask, { lines, micros }] of counts) add.run(sourceId, mask, lines, micros / 1e6);
}

const recountAside = (db: Sqlite, sourceId: number, table: string): void => {
  for (const _ of recountInSteps(db, sourceId, table));
};
