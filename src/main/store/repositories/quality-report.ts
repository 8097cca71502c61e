import { type QualityReport, qualityReportSchema } from '../../../shared/model/quality.ts';
import { bytesOf, int32Of } from '../blobs.ts';
import { inTransaction, type Sqlite } from '../sqlite.ts';

/** The rows that a finding is about. */
export interface FindingRows {
  readonly sourceId: number;
  /** Of the source's columns; null where the row as a whole is meant. */
  readonly column: number | null;
  /** Row numbers, as they are to be shown. */
  readonly rows: Int32Array;
}

/** Keeps a report in the place of the one before, with the rows of its findings. */
export const keepReport = (
  db: Sqlite,
  state: string,
  report: QualityReport,
  found: ReadonlyMap<string, FindingRows>,
): void =>
  inTransaction(db, () => {
    db.exec('DELETE FROM quality_report; DELETE FROM finding_rows');
    db.prepare('INSERT INTO quality_report VALUES (?, ?)').run(state, JSON.stringify(report));
    const add = db.prepare('INSERT INTO finding_rows VALUES (?, ?, ?, ?)');
    for (const [id, { sourceId, column, rows }] of found) add.run(id, sourceId, column, bytesOf(rows));
  });

/** The last report and the state of the project that it is of; null where none was made yet. */
export const lastReport = (db: Sqlite): { readonly state: string; readonly report: QualityReport } | null => {
  const kept = db.prepare<{ state: string; report: string }>('SELECT state, report FROM quality_report').get();
  const report = kept === undefined ? null : qualityReportSchema.safeParse(JSON.parse(kept.report));
  return report?.success ? { state: kept!.state, report: report.data } : null;
};

/** Null where the last report has no such finding, or none with rows of its own. */
export const rowsOfFinding = (db: Sqlite, finding: string): FindingRows | null => {
  const kept = db
    .prepare<{ source_id: number; column: number | null; rows: Uint8Array }>(
      'SELECT source_id, "column", rows FROM finding_rows WHERE finding = ?',
    )
    .get(finding);
  return kept === undefined ? null : { sourceId: kept.source_id, column: kept.column, rows: int32Of(kept.rows) };
};
