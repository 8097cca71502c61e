import * as z from 'zod';
import { type JoinReport, type JoinSideName, joinReportSchema } from '../../../shared/model/join.ts';
import { bytesOf, int32Of } from '../blobs.ts';
import type { Sqlite } from '../sqlite.ts';

/** What somebody said about a join. */
export const joinChoiceSchema = z.object({ own: z.boolean(), on: z.boolean() });
export type JoinChoice = z.infer<typeof joinChoiceSchema>;

export const joinChoices = (db: Sqlite): Map<string, JoinChoice> =>
  new Map(
    db
      .prepareRaw<[string, number, number]>('SELECT id, own, "on" FROM join_choice ORDER BY id')
      .all()
      .map(([id, own, on]) => [id, { own: own === 1, on: on === 1 }]),
  );

/** Null: nothing was said. */
export const setJoinChoice = (db: Sqlite, id: string, choice: JoinChoice | null): void => {
  if (choice === null) db.prepare('DELETE FROM join_choice WHERE id = ?').run(id);
  else db.prepare('INSERT OR REPLACE INTO join_choice VALUES (?, ?, ?)').run(id, choice.own ? 1 : 0, choice.on ? 1 : 0);
};

/** The last report and the state of the project that it is of; null where none was made yet. */
export const lastJoinReport = (db: Sqlite): { readonly state: string; readonly report: JoinReport } | null => {
  const kept = db.prepare<{ state: string; report: string }>('SELECT state, report FROM join_report').get();
  const report = kept === undefined ? null : joinReportSchema.safeParse(JSON.parse(kept.report));
  return report?.success ? { state: kept!.state, report: report.data } : null;
};

/** Puts a report in the place of the one before; inside the caller's transaction. */
export const replaceJoinReport = (db: Sqlite, state: string, report: JoinReport): void => {
  db.exec('DELETE FROM join_report');
  db.prepare('INSERT INTO join_report VALUES (?, ?)').run(state, JSON.stringify(report));
};

/** Rows of one side that found nothing, by source. */
export type UnmatchedBySource = ReadonlyMap<number, Int32Array>;

export const forgetUnmatched = (db: Sqlite): void => {
  db.exec('DELETE FROM join_unmatched');
};

export const keepUnmatched = (db: Sqlite, joinId: string, side: JoinSideName, rows: UnmatchedBySource): void => {
  db.prepare('DELETE FROM join_unmatched WHERE join_id = ? AND side = ?').run(joinId, side);
  const add = db.prepare('INSERT INTO join_unmatched VALUES (?, ?, ?, ?)');
  for (const [sourceId, numbers] of rows) add.run(joinId, side, sourceId, bytesOf(numbers));
};

export const unmatchedOf = (db: Sqlite, joinId: string, side: JoinSideName): UnmatchedBySource =>
  new Map(
    db
      .prepare<{ source_id: number; rows: Uint8Array }>(
        'SELECT source_id, rows FROM join_unmatched WHERE join_id = ? AND side = ? ORDER BY source_id',
      )
      .all(joinId, side)
      .map(({ source_id, rows }) => [source_id, int32Of(rows)]),
  );
