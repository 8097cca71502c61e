import { writeFile } from 'node:fs/promises';
import {
  namesCustomers,
  newCard,
  type ReportComposition,
  type ReportFormat,
  type ReportTemplate,
  templateOf,
} from '../../../shared/model/report.ts';
import { composeReport } from '../../../shared/report/compose.ts';
import { renderHtml } from '../../../shared/report/html/report-page.ts';
import { calendarDay } from '../../../shared/table/calendar-day.ts';
import { knownLocale } from '../../../shared/words/format.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { composedReport } from './compose-report.ts';
import { reportMaterial } from './report-material.ts';

export interface ReportOptions {
  /** The active one where none is given. */
  readonly segmentationId?: number | undefined;
  readonly withCustomers: boolean;
  readonly format: ReportFormat;
  /** The project's own report where absent. */
  readonly template?: ReportTemplate | undefined;
  readonly locale?: string | undefined;
  /** The moment that the report is dated with, on this computer's calendar. */
  readonly at: Date;
}

/** Whoever asks for customers gets them: at the end, where no card of the report lists them. */
const withList = (composition: ReportComposition): ReportComposition => {
  const { cards } = composition;
  if (namesCustomers(composition)) return composition;
  return {
    ...composition,
    cards: [...cards, { ...newCard('customers', cards), kind: 'customers', segmentIds: null, named: true }],
  };
};

/** What a report is written with: the folder of the app's own files, and where its progress goes. */
export interface WritingPlace {
  readonly assets: string;
  readonly job: JobContext;
}

/**
 * Writes a report of one segmentation: gathered, composed, then written in one of the formats. Nobody is named in it
 * unless asked for. The same project, options and day give the same bytes.
 * @throws AppError `notFound` where nothing was segmented yet; `cancelled`
 */
export const writeReport = async (
  db: Sqlite,
  { segmentationId, withCustomers, format, template, locale, at }: ReportOptions,
  path: string,
  { assets, job }: WritingPlace,
): Promise<void> => {
  const own = template === undefined ? composedReport(db).composition : templateOf(template);
  const composition = withCustomers ? withList(own) : own;
  const material = reportMaterial(db, { segmentationId, named: withCustomers ? 'all' : 'nobody' });
  job.progress('writing', 0.2);
  await breathe(job);
  const report = composeReport(composition, material, {
    locale: knownLocale(locale ?? 'en-GB'),
    day: calendarDay(at),
  });
  const options = {
    assets,
    breathe: async (share: number) => {
      job.progress('writing', 0.25 + 0.7 * share);
      await breathe(job);
    },
  };
  await breathe(job);
  if (format === 'html') return writeFile(path, renderHtml(report));
  // The writers' libraries are large: each is read when it is wanted, so that the app is there sooner.
  if (format === 'pdf') return (await import('./pdf/write-pdf.ts')).writePdf(report, path, options);
  if (format === 'xlsx') return (await import('./xlsx/write-workbook.ts')).writeWorkbook(report, path, options);
  return (await import('./pptx/write-pptx.ts')).writePptx(report, path, options);
};
