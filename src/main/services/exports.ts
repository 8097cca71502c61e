import { randomUUID } from 'node:crypto';
import { mkdir, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { AppError } from '../../shared/errors.ts';
import type { FileHandle } from '../../shared/model/job.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { writeCsv } from './export/write-csv.ts';
import { writeXlsx } from './export/write-xlsx.ts';
import { writeOriginalRows } from './export-original.ts';
import { writeReport } from './export-report.ts';
import { type Cell, type ExportTable, mailingTable, segmentTable } from './export-rows.ts';
import { featureTable } from './features/feature-table.ts';
import { projectName } from './project-info.ts';
import { segmentedCustomers } from './segmented-customers.ts';
import type { JobContext, ServicePaths, WriterServices } from './services.ts';
import { breathe, type Session } from './session.ts';

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
} as const;

/** What the file is called, after the project. */
const titles = {
  segments: 'segments',
  customers: 'customers',
  mailingList: 'mailing list',
  exact: 'original',
} as const;

/** Passes rows on while nobody cancels. */
function* watched(rows: Iterable<Cell[]>, job: JobContext): Generator<Cell[]> {
  for (const row of rows) {
    if (job.signal.aborted) throw new AppError('cancelled');
    yield row;
  }
}

const tableFor = (db: Sqlite, { what, segmentationId, segmentIds }: TableInput): ExportTable => {
  const { segmentation, table } = segmentedCustomers(db, segmentationId);
  const absent = segmentIds?.find((wanted) => !segmentation.segments.some(({ id }) => id === wanted));
  if (absent !== undefined) throw new AppError('notFound', { what: 'segment', id: absent });
  if (what === 'mailingList') return mailingTable(db, table, segmentIds);
  const features =
    what === 'customers'
      ? table.snapshot.features.map(({ key }) => key)
      : segmentation.preparation.map(({ feature }) => feature);
  return segmentTable({ db, table, segmentation, segmentIds, features });
};

export const createExportServices = ({ session, paths, now }: ExportDependencies) => {
  const files = new Map<string, { path: string; name: string; mime: string }>();

  /** Writes into the private folder; a file that was not finished is removed. */
  const produce = async (
    title: string,
    extension: keyof typeof mimes,
    write: (path: string) => Promise<unknown>,
  ): Promise<FileHandle> => {
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
        const handle = await produce(titles[input.what], input.format, async (path) => {
          if (input.what === 'exact') return writeOriginalRows(db, input.sourceId, path, job);
          const { header, rows } = tableFor(db, input);
          const lines = watched(rows, job);
          return input.format === 'csv' ? writeCsv(path, header, lines) : writeXlsx(path, 'Segments', header, lines);
        });
        job.progress('writing', 1);
        return handle;
      }),
    features: ({ snapshotId, format }, job) =>
      session.exclusive('export.features', async () => {
        job.progress('writing', 0);
        await breathe(job);
        const { header, rows } = featureTable(session.db, snapshotId);
        const lines = watched(rows, job);
        const handle = await produce('features', format, (path) =>
          format === 'csv' ? writeCsv(path, header, lines) : writeXlsx(path, 'Features', header, lines),
        );
        job.progress('writing', 1);
        return handle;
      }),
    report: ({ segmentationId, withCustomers }, job) =>
      session.exclusive('export.report', async () => {
        const { db } = session;
        job.progress('writing', 0);
        await breathe(job);
        const handle = await produce('report', 'html', (path) =>
          writeReport(db, { segmentationId, withCustomers, at: now() }, path),
        );
        job.progress('writing', 1);
        return handle;
      }),
  };
  return { services, file: async (id: string) => files.get(id) ?? null };
};
