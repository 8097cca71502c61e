import { AppError } from '../../../shared/errors.ts';
import { projectInfo } from '../project-info.ts';
import type { WriterServices } from '../services.ts';
import { breathe, type Session, spanOf } from '../session.ts';
import { applyFix } from './apply-fix.ts';
import { buildReport } from './build-report.ts';
import { previewRule } from './preview-rule.ts';

export interface QualityDependencies {
  readonly session: Session;
  readonly now: () => Date;
  readonly setRule: WriterServices['source']['setRule'];
}

export const createQualityServices = ({ session, now, setRule }: QualityDependencies): WriterServices['quality'] => ({
  report: ({ today }, job) =>
    session.exclusive('quality.report', () =>
      buildReport(
        session.db,
        { now: today ?? now().toISOString().slice(0, 10), today: today ?? null },
        job,
        spanOf(job, 'checking', 0, 1),
      ),
    ),
  preview: ({ reason }, job) =>
    session.exclusive('quality.preview', () => previewRule(session.db, reason, job, spanOf(job, 'checking', 0, 1))),
  fix: async ({ fix }, job) => {
    job.progress('storing', 0);
    await breathe(job);
    if (fix.kind === 'rule') {
      if (fix.reason === 'unreadable')
        throw new AppError('badInput', { method: 'quality.fix', problem: 'this rule is always on' });
      return { rows: 0, project: await setRule({ reason: fix.reason, on: true }) };
    }
    return session.exclusive('quality.fix', async () => {
      const rows = await applyFix(session.db, fix, now(), job);
      return { rows, project: projectInfo(session.db) };
    });
  },
});
