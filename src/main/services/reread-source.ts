import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import { message } from '../../shared/model/message.ts';
import type { ImportOutcome } from '../../shared/model/recipe.ts';
import type { Mapping } from '../../shared/model/source.ts';
import { addFix, correctRange, fixesOf, recountInSteps, type SourceFix } from '../store/repositories/corrections.ts';
import { listImports } from '../store/repositories/imports.ts';
import type { Change } from '../store/repositories/journal.ts';
import { rowSpans } from '../store/repositories/source-rows.ts';
import { listSources, type StoredSource } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { writeNumberedRows } from './export-original.ts';
import { importPlanned, type SourceDependencies } from './import-planned.ts';
import type { JobContext, WriterServices } from './services.ts';
import { breathe, spanOf } from './session.ts';

type RereadInput = Parameters<WriterServices['source']['reread']>[0];

const rowsAtOnce = 10_000;
/** Where writing and planning end, as shares of the whole. */
const ends = { written: 0.1, planned: 0.25 };

/** @throws AppError `notFound`, `badInput` */
const chosen = (db: Sqlite, { sourceId, columns }: RereadInput): StoredSource => {
  const source = listSources(db).find(({ id }) => id === sourceId);
  if (source === undefined) throw new AppError('notFound', { what: 'table', id: sourceId });
  for (const { name } of columns)
    if (!source.columns.some((column) => column.name === name))
      throw new AppError('notFound', { what: 'column', id: name });
  return source;
};

/** A column as it is to be read; of another type its format is found anew where nobody says. */
const readAs = (
  { name, type, role, format }: StoredSource['columns'][number],
  asked: RereadInput['columns'][number] | undefined,
): Mapping['columns'][number] => ({
  name,
  type: asked?.type ?? type,
  role: asked?.role ?? role,
  format: asked?.format !== undefined ? asked.format : asked?.type === undefined ? format : null,
});

/**
 * Makes fixes again in the rows that were read anew. One of a column that is read as something else now is left out: what
 * it was about is another thing.
 */
const correctAgain = async (
  db: Sqlite,
  fixes: readonly SourceFix[],
  changed: ReadonlySet<string>,
  source: StoredSource,
  job: JobContext,
): Promise<Change[]> => {
  const made: Change[] = [];
  for (const fix of fixes) {
    if (changed.has(fix.column)) continue;
    const here = { ...fix, sourceId: source.id };
    const id = addFix(db, here);
    for (const { from, to } of rowSpans(db, source.table, rowsAtOnce)) {
      correctRange(db, source, here, id, from, to);
      await breathe(job);
    }
    made.push({ kind: 'fix', id });
  }
  if (made.length > 0) for (const _ of recountInSteps(db, source.id, source.table)) await breathe(job);
  return made;
};

/**
 * Reads columns of a source as something else, from what the project keeps of it: no file is needed. The rows stand
 * anew under their old numbers and take the place of the old ones, customers keep their ids, corrections of other columns
 * are made again, and where there are segments they are brought up to date; one undo takes all of it back. O(cells).
 * @throws AppError `notFound`, `badInput`, `cancelled`; system errors such as ENOSPC
 */
export const rereadSource = (
  dependencies: SourceDependencies,
  input: RereadInput,
  job: JobContext,
): Promise<ImportOutcome> => {
  const { session, importer, paths } = dependencies;
  return session.exclusive('source.reread', async () => {
    const { db } = session;
    const source = chosen(db, input);
    await mkdir(paths.temporary, { recursive: true });
    const folder = await mkdtemp(join(paths.temporary, 'reread-'));
    const path = join(folder, 'table.csv');
    const asked = new Map(input.columns.map((column) => [column.name, column]));
    try {
      const onWritten = spanOf(job, 'reading', 0, ends.written);
      await writeNumberedRows(db, source, path, { ...job, progress: (_, fraction) => onWritten(fraction) });
      return await importPlanned(
        dependencies,
        job,
        async () => {
          const kept = listImports(db)
            .find(({ id }) => id === source.importId)
            ?.recipe.sheets.find(({ file, sheet }) => file === source.file && sheet === source.sheet);
          const sheets = await importer.plan([path], {
            mapping: [
              {
                sheet: null,
                kind: input.kind ?? source.kind,
                ...(kept?.isOrderOnFirstLine === undefined ? {} : { isOrderOnFirstLine: kept.isOrderOnFirstLine }),
                columns: source.columns.map((column) => readAs(column, asked.get(column.name))),
              },
            ],
            isBeside: true,
            signal: job.signal,
            onProgress: spanOf(job, 'reading', ends.written, ends.planned),
          });
          const names = sheets[0]?.columns.map(({ name }) => name).join('\n');
          if (sheets.length !== 1 || names !== source.columns.map(({ name }) => name).join('\n'))
            throw new AppError('badInput', {
              method: 'source.reread',
              problem: 'this table cannot be read again from the project; bring its file in again instead',
            });
          const { name, file, sheet, encoding, delimiter, headerRow } = source;
          return {
            sheets,
            setting: {
              keep: undefined,
              fingerprints: new Map([[path, kept?.fingerprint ?? null]]),
              isReplayed: [true],
              update: true,
              reread: {
                what: message('journal.reread', { file, columns: [...asked.keys()].join('”, “') }),
                sourceId: source.id,
                origin: { name, file, sheet, encoding, delimiter, headerRow },
                correct: (made) => correctAgain(db, fixesOf(db, source.id), new Set(asked.keys()), made, job),
              },
            },
          };
        },
        ({ sources, brought }): ImportOutcome => {
          const { segmentationId = null, moved = null, problem = null } = brought ?? {};
          return { sources, recipes: [null], segmentationId, moved, problem };
        },
      );
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  });
};
