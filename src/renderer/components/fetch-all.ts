import { AppError } from '../../shared/errors.ts';
import { showJob, useJobs } from '../client/jobs.ts';
import { t } from '../client/words.ts';
import type { FetchPage } from './use-pages.ts';

/** As many rows a page as any method of the contract gives. */
const most = 500;

/**
 * Every row of a table, page by page, shown in the status bar with a button that cancels it.
 * @throws AppError `cancelled`
 */
export const fetchAll = async <Row>(title: string, fetchPage: FetchPage<Row>, total: number): Promise<Row[]> => {
  const stop = new AbortController();
  // Few rows are there at once, and another job's place in the status bar is not taken.
  const isShown = total > 2_000 && useJobs.getState().running === null;
  const shown = isShown ? showJob(t('taking.gathering', { title }), () => stop.abort()) : null;
  try {
    const rows: Row[] = [];
    for (;;) {
      const page = await fetchPage(rows.length, most, stop.signal);
      if (stop.signal.aborted) throw new AppError('cancelled');
      rows.push(...page.rows);
      if (page.rows.length === 0 || rows.length >= page.total) return rows;
      shown?.update({ fraction: rows.length / page.total });
    }
  } finally {
    shown?.end();
  }
};
