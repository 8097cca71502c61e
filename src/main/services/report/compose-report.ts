import { message } from '../../../shared/model/message.ts';
import { type ReportComposition, reportCompositionSchema, templateOf } from '../../../shared/model/report.ts';
import { reportComposition } from '../../store/repositories/report.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { makeChange } from '../changes.ts';
import { projectInfo } from '../project-info.ts';
import type { WriterServices } from '../services.ts';
import type { Session } from '../session.ts';

/** What the project's report is made of, and whether somebody put it together. */
export const composedReport = (db: Sqlite): { composition: ReportComposition; isOwn: boolean } => {
  const own = reportComposition(db);
  return { composition: own ?? templateOf('owner'), isOwn: own !== null };
};

export const createReportServices = (session: Session, now: () => Date): WriterServices['report'] => ({
  compose: (input) =>
    session.exclusive('report.compose', () => {
      const { db } = session;
      const composition = reportCompositionSchema.parse(input.composition);
      const before = reportComposition(db);
      if (JSON.stringify(composition) === JSON.stringify(before ?? templateOf('owner'))) return projectInfo(db);
      makeChange(db, now(), message('journal.report'), [{ kind: 'report', before, after: composition }]);
      return projectInfo(db);
    }),
});
