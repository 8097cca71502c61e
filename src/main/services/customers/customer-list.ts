import { setImmediate } from 'node:timers/promises';
import { certaintyOf } from '../../../shared/engine/explain/sureness.ts';
import { AppError } from '../../../shared/errors.ts';
import type { CustomerView } from '../../../shared/model/customer-view.ts';
import { message } from '../../../shared/model/message.ts';
import type { Cell } from '../../../shared/table/csv-line.ts';
import { say } from '../../../shared/words/say.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { ExportTable } from '../export-rows.ts';
import { createRecentPieces } from '../rows/recent-pieces.ts';
import type { JobContext } from '../services.ts';
import type { ShownCustomers } from '../shown-customers.ts';
import { arrangeCustomers } from './arrange-customers.ts';
import { customerColumns } from './customer-columns.ts';

/** Milliseconds of work before others have their turn. */
const sliceMs = 12;

/** Work to its end, with room for a cancel in between. */
const finished = async <Result>(work: Generator<number, Result>, job: Pick<JobContext, 'signal'>): Promise<Result> => {
  for (;;) {
    const until = performance.now() + sliceMs;
    do {
      const step = work.next();
      if (step.done) return step.value;
    } while (performance.now() < until);
    await setImmediate();
    if (job.signal.aborted) throw new AppError('cancelled');
  }
};

export interface CustomerListOptions {
  readonly view: CustomerView;
  /** What its table shows: `key`, `name`, `email`, `segment`, `sureness`, or a fact's key. */
  readonly columns: readonly { readonly id: string; readonly header: string }[];
  readonly locale: string | undefined;
}

/**
 * Customers as a table shows them, on their way into a file.
 * @throws AppError `notFound` for a column that is not there, `cancelled`
 */
export const customerList = async (
  db: Sqlite,
  { table, segmentation }: ShownCustomers,
  { view, columns, locale }: CustomerListOptions,
  job: Pick<JobContext, 'signal'>,
): Promise<ExportTable> => {
  const pieces = createRecentPieces(Number.POSITIVE_INFINITY);
  const wanted = { snapshot: table.snapshot, segmentation, view };
  const arrangement = await finished(arrangeCustomers(db, wanted, pieces), job);
  const all = customerColumns(db, wanted, pieces);
  const names = new Map(segmentation?.segments.map(({ id, name }) => [id, say(name, locale)]));
  const none = say(message('trust.none'), locale);
  const cells: ((row: number) => Cell)[] = [];
  for (const { id } of columns) {
    if (id === 'key' || id === 'name' || id === 'email') {
      const texts = (await finished(all.texts(), job))[id];
      cells.push((row) => texts?.[row] ?? null);
    } else if (id === 'segment') cells.push((row) => names.get(all.segmentIdOf(row) ?? 0) ?? none);
    else {
      const values = await finished(all.numbers(id), job);
      cells.push((row) => {
        const value = values[row]!;
        if (Number.isNaN(value)) return null;
        return id === 'sureness' ? say(message(`customers.sureness.${certaintyOf(value)}`), locale) : value;
      });
    }
  }
  function* rows(): Generator<Cell[]> {
    for (let offset = 0; offset < arrangement.total; offset += 1_000)
      for (const row of arrangement.page(offset, 1_000)) yield cells.map((cell) => cell(row));
  }
  return { header: columns.map(({ header }) => header), rows: rows() };
};
