import { AppError } from '../../shared/errors.ts';
import { type Message, message } from '../../shared/model/message.ts';
import { type Source, setAsideReasons } from '../../shared/model/source.ts';
import type { Importer, PlannedSheet } from '../import/types.ts';
import { knownCustomers, storeContacts } from '../store/repositories/customers.ts';
import { addImport } from '../store/repositories/imports.ts';
import type { Change } from '../store/repositories/journal.ts';
import { keptReasons, setRuleOn } from '../store/repositories/rules.ts';
import { indexSourceTable } from '../store/repositories/source-rows.ts';
import { publicSource, sourcesOfImport } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { dropRedo, makeChange, noteChange, ruleMessage } from './changes.ts';
import { ensureSnapshot } from './features.ts';
import { importSheets, recipeOf } from './import-sheets.ts';
import { projectInfo } from './project-info.ts';
import { rememberProject } from './recents.ts';
import type { JobContext, ServicePaths, WriterServices } from './services.ts';
import { breathe, type Session, spanOf } from './session.ts';

export interface SourceDependencies {
  readonly session: Session;
  readonly importer: Importer;
  readonly paths: ServicePaths;
  readonly now: () => Date;
  readonly onData: () => void;
}

type ImportInput = Parameters<WriterServices['source']['import']>[0];

/** Where each part of an import ends, as shares of the whole. */
const ends = { reading: 0.4, storing: 0.85, features: 0.9 };

const whatOf = (sheets: readonly PlannedSheet[]): Message => {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
  const files = new Set(sheets.map((sheet) => sheet.path)).size;
  return files === 1
    ? message('journal.import', { file: sheets[0]!.file, rows })
    : message('journal.importMany', { files, rows });
};

const switchOff = (db: Sqlite, keep: ImportInput['keep']): Change[] =>
  (keep ?? [])
    .filter((reason) => reason !== 'unreadable' && !keptReasons(db).includes(reason))
    .map((reason) => {
      setRuleOn(db, reason, false);
      return { kind: 'rule', reason, before: true, after: false };
    });

/** Everything from the first row to the journal entry, inside one transaction. */
const importAll = async (
  { importer, now }: SourceDependencies,
  db: Sqlite,
  sheets: readonly PlannedSheet[],
  keep: ImportInput['keep'],
  job: JobContext,
): Promise<Source[]> => {
  dropRedo(db);
  const importId = addImport(db, now().toISOString(), recipeOf(sheets, keep));
  const onProgress = spanOf(job, 'storing', ends.reading, ends.storing);
  await importSheets(db, importer, sheets, { importId, known: knownCustomers(db), job, onProgress });
  const changes: Change[] = [{ kind: 'import', id: importId }, ...switchOff(db, keep)];
  await ensureSnapshot(db, job, spanOf(job, 'features', ends.storing, ends.features));
  await breathe(job);
  job.progress('finishing', ends.features);
  const sources = sourcesOfImport(db, importId);
  for (const source of sources) {
    indexSourceTable(db, source.table);
    storeContacts(db, source);
  }
  noteChange(db, now(), whatOf(sheets), changes);
  return sources.map(publicSource);
};

export const createSourceServices = (dependencies: SourceDependencies): WriterServices['source'] => {
  const { session, importer, paths, now, onData } = dependencies;
  return {
    preview: (input, job) =>
      importer.preview(input.paths, { ...input, signal: job.signal, onProgress: spanOf(job, 'reading', 0, 1) }),
    import: (input, job) =>
      session.exclusive('source.import', async () => {
        const { db } = session;
        const sheets = await importer.plan(input.paths, {
          ...input,
          signal: job.signal,
          onProgress: spanOf(job, 'reading', 0, ends.reading),
        });
        await breathe(job);
        db.exec('BEGIN IMMEDIATE');
        try {
          const sources = await importAll(dependencies, db, sheets, input.keep, job);
          db.exec('COMMIT');
          await rememberProject(paths.userData, projectInfo(db), now());
          job.progress('finishing', 1);
          onData();
          return sources;
        } catch (error) {
          if (db.inTransaction) db.exec('ROLLBACK');
          throw error;
        }
      }),
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
