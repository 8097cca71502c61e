import { AppError } from '../../shared/errors.ts';
import { useJobs } from '../client/jobs.ts';
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
  const cancel = () => stop.abort();
  const mine = { title: t('taking.gathering', { title }), stage: null, fraction: 0, cancelling: false, cancel };
  // Few rows are there at once, and another job's place in the status bar is not taken.
  const isShown = total > 2_000 && useJobs.getState().running === null;
  if (isShown) useJobs.setState({ running: mine });
  try {
    const rows: Row[] = [];
    for (;;) {
      const page = await fetchPage(rows.length, most, stop.signal);
      if (stop.signal.aborted) throw new AppError('cancelled');
      rows.push(...page.rows);
      if (page.rows.length === 0 || rows.length >= page.total) return rows;
      const fraction = rows.length / page.total;
      useJobs.setState(({ running }) => (running?.cancel === cancel ? { running: { ...running, fraction } } : {}));
    }
  } finally {
    useJobs.setState(({ running }) => (running?.cancel === cancel ? { running: null } : {}));
  }
};
