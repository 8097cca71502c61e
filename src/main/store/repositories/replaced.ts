import { replacedBit } from '../../../shared/model/source.ts';
import { bytesOf, int32Of } from '../blobs.ts';
import type { Sqlite } from '../sqlite.ts';
import { recountInSteps } from './corrections.ts';
import { quoteName } from './source-rows.ts';

/** Rows a statement, so that none runs for more than a few dozen milliseconds. */
const rowsAtOnce = 20_000;

/** Notes which rows of a source another one of an import takes the place of: pairs of first and last row. */
export const addReplacement = (
  db: Sqlite,
  importId: number,
  bySourceId: number,
  sourceId: number,
  rows: number,
  ranges: Int32Array,
): void => {
  db.prepare('INSERT INTO replacement VALUES (?, ?, ?, ?, ?)').run(
    importId,
    sourceId,
    bySourceId,
    rows,
    bytesOf(ranges),
  );
};

interface Record {
  source_id: number;
  table_name: string;
  kind: string;
  ranges: Uint8Array;
}

/**
 * Marks what an import replaced, or takes the marks away again, and counts those sources' lines anew. Between two ranges
 * and after every stretch of rows the caller may breathe. O(rows of those sources).
 */
export function* setReplaced(db: Sqlite, importId: number, isReplaced: boolean): Generator<void> {
  const records = db
    .prepare<Record>(
      `SELECT r.source_id, s.table_name, s.kind, r.ranges FROM replacement r JOIN source s ON s.id = r.source_id
       WHERE r.import_id = ? ORDER BY r.source_id, r.by_source_id`,
    )
    .all(importId);
  for (const { source_id, table_name, kind, ranges } of records) {
    const update = db.prepare(
      `UPDATE ${quoteName(table_name)} SET _aside = _aside ${isReplaced ? `| ${replacedBit}` : `& ~${replacedBit}`}
       WHERE _row BETWEEN ? AND ?`,
    );
    const pairs = int32Of(ranges);
    let written = 0;
    for (let at = 0; at < pairs.length; at += 2) {
      const last = pairs[at + 1]!;
      for (let from = pairs[at]!; from <= last; from += rowsAtOnce) {
        written += update.run(from, Math.min(last, from + rowsAtOnce - 1)).changes;
        if (written < rowsAtOnce / 4) continue;
        written = 0;
        yield;
      }
    }
    yield* recountInSteps(db, source_id, table_name);
    // As an import leaves it: only tables of orders, and those with lines set aside, have counts.
    if (kind !== 'orderLines' && kind !== 'orders')
      db.prepare(
        'DELETE FROM source_aside WHERE source_id = ? AND NOT EXISTS (SELECT 1 FROM source_aside WHERE source_id = ? AND mask <> 0)',
      ).run(source_id, source_id);
    yield;
  }
}

/** How many rows of each source newer imports have taken the place of. */
const replacedRowsOf = (db: Sqlite): Map<number, number> =>
  new Map(
    db
      .prepareRaw<[number, number]>(
        `SELECT r.source_id, sum(r.rows) FROM replacement r JOIN import i ON i.id = r.import_id AND i.undone = 0
         GROUP BY r.source_id`,
      )
      .all(),
  );

/** Sources with as many rows as have not been replaced. */
export const withoutReplaced = <Some extends { readonly id: number; readonly rows: number }>(
  db: Sqlite,
  sources: readonly Some[],
): Some[] => {
  const replaced = replacedRowsOf(db);
  return sources.map((source) => ({ ...source, rows: source.rows - (replaced.get(source.id) ?? 0) }));
};

/**
 * Sources whose every row stands again in a newer one of the same file: read anew, or the same file brought in twice. They
 * are kept for undo, and nobody need see them.
 */
export const standAgain = (db: Sqlite): Set<number> =>
  new Set(
    db
      .prepareRaw<[number]>(
        `SELECT s.id FROM source s
         WHERE s.rows = (
             SELECT sum(r.rows) FROM replacement r JOIN import i ON i.id = r.import_id AND i.undone = 0
             WHERE r.source_id = s.id)
           AND EXISTS (
             SELECT 1 FROM replacement r JOIN import i ON i.id = r.import_id AND i.undone = 0
               JOIN source b ON b.id = r.by_source_id
             WHERE r.source_id = s.id AND b.id <> s.id AND b.file = s.file AND b.sheet IS s.sheet AND b.rows = s.rows)`,
      )
      .all()
      .map(([id]) => id),
  );

/** Sources with how many of their rows have been replaced, where any have. */
export const withReplacedCounts = <Some extends { readonly id: number }>(
  db: Sqlite,
  sources: readonly Some[],
): (Some & { replaced?: number })[] => {
  const counts = replacedRowsOf(db);
  return sources.map((source) => {
    const replaced = counts.get(source.id);
    return replaced === undefined ? source : { ...source, replaced };
  });
};
