import { listSources } from '../store/repositories/sources.ts';
import { redoNext, undoLast } from './changes.ts';
import { ensureSnapshot } from './features.ts';
import { projectInfo } from './project-info.ts';
import type { WriterServices } from './services.ts';
import type { Session } from './session.ts';

export const createJournalServices = (session: Session): WriterServices['journal'] => {
  const step = (job: string, move: typeof undoLast) => () =>
    session.exclusive(job, async () => {
      const { db } = session;
      move(db);
      if (listSources(db).length > 0) await ensureSnapshot(db, { signal: new AbortController().signal });
      return projectInfo(db);
    });
  return { undo: step('journal.undo', undoLast), redo: step('journal.redo', redoNext) };
};
