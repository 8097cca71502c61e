import { type ReportComposition, reportCompositionSchema } from '../../../shared/model/report.ts';
import type { Sqlite } from '../sqlite.ts';

/** What the project's report is made of; null until somebody puts one together. */
export const reportComposition = (db: Sqlite): ReportComposition | null => {
  const kept = db.prepare<{ composition: string }>('SELECT composition FROM report').get();
  return kept === undefined ? null : reportCompositionSchema.parse(JSON.parse(kept.composition));
};

export const setReportComposition = (db: Sqlite, composition: ReportComposition | null): void => {
  if (composition === null) db.exec('DELETE FROM report');
  else
    db.prepare(
      'INSERT INTO report VALUES (1, ?) ON CONFLICT (id) DO UPDATE SET composition = excluded.composition',
    ).run(JSON.stringify(composition));
};
