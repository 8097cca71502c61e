import { AppError } from '../../shared/errors.ts';
import { setAsideReasons } from '../../shared/model/source.ts';
import { keptReasons } from '../store/repositories/rules.ts';
import { makeChange, ruleMessage } from './changes.ts';
import { ensureSnapshot } from './features.ts';
import { ends, importPlanned, type SourceDependencies } from './import-planned.ts';
import { projectInfo } from './project-info.ts';
import { fingerprintsOf } from './recipes/known-files.ts';
import { hasTables } from './recipes/plan-recipes.ts';
import { rereadSource } from './reread-source.ts';
import type { WriterServices } from './services.ts';
import { spanOf } from './session.ts';

export const createSourceServices = (dependencies: SourceDependencies): WriterServices['source'] => {
  const { session, importer, now } = dependencies;
  return {
    look: (input, job) => importer.look(input.paths, { wholeBytes: input.wholeBytes, signal: job.signal }),
    preview: (input, job) =>
      importer.preview(input.paths, { ...input, signal: job.signal, onProgress: spanOf(job, 'reading', 0, 1) }),
    import: (input, job) =>
      session.exclusive('source.import', () =>
        importPlanned(
          dependencies,
          job,
          async () => {
            const sheets = await importer.plan(input.paths, {
              ...input,
              isBeside: hasTables(session.db),
              signal: job.signal,
              onProgress: spanOf(job, 'reading', 0, ends.reading),
            });
            const fingerprints = await fingerprintsOf(sheets);
            return { sheets, setting: { keep: input.keep, fingerprints, isReplayed: null, update: false } };
          },
          ({ sources }) => sources,
        ),
      ),
    reread: (input, job) => rereadSource(dependencies, input, job),
    setRule: ({ reason, on }) =>
      session.exclusive('source.setRule', async () => {
        const { db } = session;
        if (reason === 'unreadable')
          throw new AppError('badInput', { method: 'source.setRule', problem: 'this rule is always on' });
        const kept = keptReasons(db);
        const before = !kept.includes(reason);
        if (before === on) return projectInfo(db);
        // The figures first: whoever looks meanwhile sees the old rule with the old figures, never one without the other.
        const keptThen = setAsideReasons.filter((one) => (one === reason ? !on : kept.includes(one)));
        await ensureSnapshot(db, { signal: new AbortController().signal }, () => {}, keptThen);
        makeChange(db, now(), ruleMessage(reason, on), [{ kind: 'rule', reason, before, after: on }]);
        return projectInfo(db);
      }),
  };
};
