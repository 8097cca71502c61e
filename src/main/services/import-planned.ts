import { type Message, message } from '../../shared/model/message.ts';
import type { RecipeChanges } from '../../shared/model/recipe.ts';
import type { SetAsideReason, Source } from '../../shared/model/source.ts';
import type { Importer, PlannedSheet } from '../import/types.ts';
import { knownCustomers, lastCustomerId, storeContacts } from '../store/repositories/customers.ts';
import { addImport } from '../store/repositories/imports.ts';
import type { Change } from '../store/repositories/journal.ts';
import { keptReasons, setRuleOn } from '../store/repositories/rules.ts';
import { indexSourceTable } from '../store/repositories/source-rows.ts';
import {
  publicSource,
  type SourceOrigin,
  type StoredSource,
  setSourceOrigin,
  sourcesOfImport,
} from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { dropRedo, noteChange } from './changes.ts';
import type { Compute } from './compute.ts';
import { ensureSnapshot } from './features.ts';
import { importSheets, recipeOf } from './import-sheets.ts';
import { projectInfo } from './project-info.ts';
import { rememberProject } from './recents.ts';
import { type BroughtUpToDate, bringUpToDate } from './recipes/bring-up-to-date.ts';
import { replaceStanding } from './recipes/replace-standing.ts';
import type { JobContext, ServicePaths } from './services.ts';
import { breathe, partOf, type Session, spanOf } from './session.ts';

export interface SourceDependencies {
  readonly session: Session;
  readonly importer: Importer;
  readonly compute: Compute;
  readonly paths: ServicePaths;
  readonly now: () => Date;
  readonly onData: () => void;
}

/** Where each part of an import ends, as shares of the whole. */
export const ends = { reading: 0.4, storing: 0.85, features: 0.9 };
/** The same where it takes the place of what stands and segments are made again. */
export const endsOfUpdate = { reading: 0.25, storing: 0.45, replacing: 0.6, features: 0.65, segments: 0.95 };

const whatOf = (sheets: readonly PlannedSheet[]): Message => {
  const rows = sheets.reduce((sum, sheet) => sum + sheet.rows, 0);
  const files = new Set(sheets.map((sheet) => sheet.path)).size;
  return files === 1
    ? message('journal.import', { file: sheets[0]!.file, rows })
    : message('journal.importMany', { files, rows });
};

const switchOff = (db: Sqlite, keep: readonly SetAsideReason[] | undefined): Change[] =>
  (keep ?? [])
    .filter((reason) => reason !== 'unreadable' && !keptReasons(db).includes(reason))
    .map((reason) => {
      setRuleOn(db, reason, false);
      return { kind: 'rule', reason, before: true, after: false };
    });

/** What an import is besides its sheets. */
export interface ImportSetting {
  readonly keep: readonly SetAsideReason[] | undefined;
  /** By path. */
  readonly fingerprints: ReadonlyMap<string, string | null>;
  /** By sheet; null where all are added beside what stands. */
  readonly isReplayed: readonly boolean[] | null;
  /** Whether the active segmentation is made again. */
  readonly update: boolean;
  /** Where the rows do not come from a person's files but from the project itself. */
  readonly reread?: Reread;
}

/** A source of the project that is read anew. */
interface Reread {
  readonly what: Message;
  /** Whose rows the new one's take the place of, to the last. */
  readonly sourceId: number;
  readonly origin: SourceOrigin;
  /** Makes again what people corrected. */
  readonly correct: (source: StoredSource) => Promise<readonly Change[]>;
}

/** Says where rows that were read anew come from, and corrects them as they were corrected. */
const settle = async (db: Sqlite, importId: number, { origin, correct }: Reread): Promise<readonly Change[]> => {
  const [made] = sourcesOfImport(db, importId);
  setSourceOrigin(db, made!.id, origin);
  return correct(made!);
};

/** Everything from the first row to the journal entry, inside one transaction. */
const importAll = async (
  { importer, compute, now }: SourceDependencies,
  db: Sqlite,
  sheets: readonly PlannedSheet[],
  { keep, fingerprints, isReplayed, update, reread }: ImportSetting,
  job: JobContext,
): Promise<{ sources: Source[]; changes: (RecipeChanges | null)[]; brought: BroughtUpToDate | null }> => {
  const shares = isReplayed === null ? { ...ends, replacing: ends.storing, segments: ends.features } : endsOfUpdate;
  dropRedo(db);
  const lastCustomer = lastCustomerId(db);
  const importId = addImport(
    db,
    now().toISOString(),
    recipeOf(reread ? sheets.map((sheet) => ({ ...sheet, ...reread.origin })) : sheets, keep, fingerprints),
  );
  const onProgress = spanOf(job, 'storing', shares.reading, shares.storing);
  await importSheets(db, importer, sheets, { importId, known: knownCustomers(db), job, onProgress });
  const corrected = reread ? await settle(db, importId, reread) : [];
  const replaced =
    isReplayed === null
      ? sheets.map(() => null)
      : await replaceStanding(
          db,
          {
            importId,
            isReplayed,
            fingerprints: sheets.map(({ path }) => fingerprints.get(path) ?? null),
            lastCustomer,
            kept: [...new Set([...keptReasons(db), ...(keep ?? [])])],
            wholeSourceId: reread?.sourceId ?? null,
          },
          job,
          spanOf(job, 'storing', shares.storing, shares.replacing),
        );
  const changes: Change[] = [{ kind: 'import', id: importId }, ...corrected, ...switchOff(db, keep)];
  await ensureSnapshot(db, job, spanOf(job, 'features', shares.replacing, shares.features));
  const brought = update
    ? await bringUpToDate(db, compute, now(), partOf(job, shares.features, shares.segments))
    : null;
  await breathe(job);
  job.progress('finishing', shares.segments);
  const sources = sourcesOfImport(db, importId);
  for (const source of sources) {
    indexSourceTable(db, source.table);
    storeContacts(db, source);
  }
  noteChange(db, now(), reread?.what ?? whatOf(sheets), [...changes, ...(brought?.changes ?? [])]);
  return { sources: sources.map(publicSource), changes: replaced, brought };
};

/** Plans, then imports all of it or nothing. */
export const importPlanned = async <Result>(
  dependencies: SourceDependencies,
  job: JobContext,
  plan: (db: Sqlite) => Promise<{ sheets: readonly PlannedSheet[]; setting: ImportSetting }>,
  finish: (done: Awaited<ReturnType<typeof importAll>>) => Result,
): Promise<Result> => {
  const { session, paths, now, onData } = dependencies;
  const { db } = session;
  const { sheets, setting } = await plan(db);
  await breathe(job);
  db.exec('BEGIN IMMEDIATE');
  try {
    const done = await importAll(dependencies, db, sheets, setting, job);
    db.exec('COMMIT');
    await rememberProject(paths.userData, projectInfo(db), now());
    job.progress('finishing', 1);
    onData();
    return finish(done);
  } catch (error) {
    if (db.inTransaction) db.exec('ROLLBACK');
    throw error;
  }
};
