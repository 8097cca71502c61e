import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { FileHandle } from '../../shared/model/job.ts';
import { message } from '../../shared/model/message.ts';
import { calendarDay } from '../../shared/table/calendar-day.ts';
import type { Cell } from '../../shared/table/csv-line.ts';
import { fileName, fileTitle } from '../../shared/table/file-title.ts';
import { say } from '../../shared/words/say.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { chosenRows } from './chosen-customers.ts';
import { sideByKey } from './compare/compared-side.ts';
import { flowTable } from './compare/flow-table.ts';
import { customerList } from './customers/customer-list.ts';
import { shownRows } from './export/shown-rows.ts';
import { writeCsv } from './export/write-csv.ts';
import { writeOriginalRows } from './export-original.ts';
import { type ExportTable, mailingTable, segmentTable } from './export-rows.ts';
import { featureTable } from './features/feature-table.ts';
import { projectName } from './project-info.ts';
import { writeReport } from './report/write-report.ts';
import { segmentedCustomers } from './segmented-customers.ts';
import type { JobContext, ServicePaths, WriterServices } from './services.ts';
import { breathe, type Session } from './session.ts';
import { createShownCustomers } from './shown-customers.ts';

/** Its library is large, and seldom needed: it is read when somebody wants a workbook. */
const writeXlsx = async (...given: Parameters<typeof import('./export/write-xlsx.ts').writeXlsx>): Promise<void> => {
  const { writeXlsx: write } = await import('./export/write-xlsx.ts');
  return write(...given);
};

export interface ExportDependencies {
  readonly session: Session;
  readonly paths: ServicePaths;
  readonly now: () => Date;
}

type TableInput = Parameters<WriterServices['export']['table']>[0];

const mimes = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  html: 'text/html; charset=utf-8',
  pdf: 'application/pdf',
  pptx: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
} as const;

/** Writes a file that the host then hands over; its name is the project's and the title. */
export type ProduceFile = (
  title: string,
  extension: keyof typeof mimes,
  write: (path: string) => Promise<unknown>,
) => Promise<FileHandle>;

/** What a file is called, after the project, and its sheet. */
const word = (key: string, locale: string | undefined): string => say(message(`file.${key}`), locale);

/** The kind of list, and whose it is where it is one segment’s: four lists saved in a row must not be mistaken. */
const titleOf = (db: Sqlite, input: TableInput): string => {
  const { what, segmentIds, rows, ownId, locale } = input;
  const title = word(what, locale);
  if (what === 'exact' || segmentIds?.length !== 1 || rows !== undefined || ownId !== undefined) return title;
  const { segmentation } = segmentedCustomers(db, input.segmentationId);
  const segment = segmentation.segments.find(({ id }) => id === segmentIds[0]);
  return segment === undefined ? title : `${title}, ${fileName(say(segment.name, locale))}`;
};

/** Passes rows on while nobody cancels. */
function* watched(rows: Iterable<Cell[]>, job: JobContext): Generator<Cell[]> {
  for (const row of rows) {
    if (job.signal.aborted) throw new AppError('cancelled');
    yield row;
  }
}

/** Everybody where nobody is chosen. */
const rowsFor = (db: Sqlite, { segmentationId, segmentIds, rows, ownId }: TableInput): Int32Array | null =>
  segmentIds === undefined && rows === undefined && ownId === undefined
    ? null
    : chosenRows(db, { segmentationId, segmentIds, rows, ownId }).rows;

const tableFor = (db: Sqlite, input: TableInput): ExportTable => {
  const { what } = input;
  const { segmentation, table } = segmentedCustomers(db, input.segmentationId);
  const chosen = rowsFor(db, input);
  if (what === 'mailingList') return mailingTable(db, table, chosen);
  const features =
    what === 'customers'
      ? table.snapshot.features.map(({ key }) => key)
      : segmentation.preparation.map(({ feature }) => feature);
  return segmentTable({ db, table, segmentation, chosen, features, locale: input.locale });
};

export const createExportServices = ({ session, paths, now }: ExportDependencies) => {
  const files = new Map<string, { path: string; name: string; mime: string }>();

  /** Writes into the private folder; a file that was not finished is removed. */
  const produce: ProduceFile = async (title, extension, write) => {
    const id = randomUUID();
    const path = join(paths.temporary, `${id}.${extension}`);
    const name = `${projectName(session.db.path)} ${title}.${extension}`;
    try {
      await mkdir(paths.temporary, { recursive: true });
      await write(path);
      const { size } = await stat(path);
      files.set(id, { path, name, mime: mimes[extension] });
      return { id, name, mime: mimes[extension], bytes: size };
    } catch (error) {
      await rm(path, { force: true });
      if (error instanceof Error && 'code' in error && error.code === 'ENOSPC')
        throw new AppError('diskFull', { file: name }, error);
      throw error;
    }
  };

  const services: WriterServices['export'] = {
    table: (input, job) =>
      session.exclusive('export.table', async () => {
        const { db } = session;
        job.progress('writing', 0);
        await breathe(job);
        if (input.what === 'exact' && input.format !== 'csv') {
          throw new AppError('badInput', {
            method: 'export.table',
            problem: 'a source is written as it was in CSV only',
          });
        }
        const handle = await produce(titleOf(db, input), input.format, async (path) => {
          if (input.what === 'exact') return writeOriginalRows(db, input.sourceId, path, job);
          const { header, rows } = tableFor(db, input);
          const lines = watched(rows, job);
          return input.format === 'csv'
            ? writeCsv(path, header, lines)
            : writeXlsx(path, word('sheet.segments', input.locale), header, lines);
        });
        job.progress('writing', 1);
        return handle;
      }),
    features: ({ snapshotId, format, locale }, job) =>
      session.exclusive('export.features', async () => {
        job.progress('writing', 0);
        await breathe(job);
        const { header, rows } = featureTable(session.db, snapshotId);
        const lines = watched(rows, job);
        const handle = await produce(word('features', locale), format, (path) =>
          format === 'csv'
            ? writeCsv(path, header, lines)
            : writeXlsx(path, word('sheet.features', locale), header, lines),
        );
        job.progress('writing', 1);
        return handle;
      }),
    rows: ({ format, words, ...order }, job) =>
      session.exclusive('export.rows', async () => {
        job.progress('writing', 0);
        const { header, rows } = await shownRows(session.db, order, words, job);
        const handle = await produce(fileTitle(words.title, calendarDay(now())), format, (path) =>
          format === 'csv' ? writeCsv(path, header, rows) : writeXlsx(path, 'Tessera', header, rows),
        );
        job.progress('writing', 1);
        return handle;
      }),
    // Nothing of the project is read, so it need not wait for other work.
    workbook: async ({ title, header, rows }, job) => {
      job.progress('writing', 0);
      await breathe(job);
      const handle = await produce(fileTitle(title, calendarDay(now())), 'xlsx', (path) =>
        writeXlsx(path, 'Tessera', header, watched(rows, job)),
      );
      job.progress('writing', 1);
      return handle;
    },
    customers: ({ title, columns, format, locale, ...view }, job) =>
      session.exclusive('export.customers', async () => {
        const { db } = session;
        job.progress('writing', 0);
        await breathe(job);
        const shown = createShownCustomers()(db, view.segmentationId);
        if (shown === null) throw new AppError('noCustomers', {});
        const { header, rows } = await customerList(db, shown, { view, columns, locale }, job);
        const lines = watched(rows, job);
        const handle = await produce(fileTitle(title, calendarDay(now())), format, (path) =>
          format === 'csv' ? writeCsv(path, header, lines) : writeXlsx(path, 'Customers', header, lines),
        );
        job.progress('writing', 1);
        return handle;
      }),
    flow: ({ a, b, code, format, locale }, job) =>
      session.exclusive('export.flow', async () => {
        const { db } = session;
        job.progress('writing', 0);
        await breathe(job);
        const { header, rows } = flowTable(db, sideByKey(db, a), sideByKey(db, b), code, locale);
        const lines = watched(rows, job);
        const handle = await produce(word('flow', locale), format, (path) =>
          format === 'csv'
            ? writeCsv(path, header, lines)
            : writeXlsx(path, word('sheet.customers', locale), header, lines),
        );
        job.progress('writing', 1);
        return handle;
      }),
    report: ({ segmentationId, withCustomers, format = 'html', template, locale }, job) =>
      session.exclusive('export.report', async () => {
        const { db } = session;
        job.progress('writing', 0);
        await breathe(job);
        const options = { segmentationId, withCustomers, format, template, locale, at: now() };
        const handle = await produce(word('report', locale), format, (path) =>
          writeReport(db, options, path, { assets: paths.assets, job }),
        );
        job.progress('writing', 1);
        return handle;
      }),
  };
  return { services, produce, file: async (id: string) => files.get(id) ?? null };
};
