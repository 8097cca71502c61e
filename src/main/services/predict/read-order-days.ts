import { type OrderDays, orderDaysOf } from '../../../shared/engine/predict/order-days.ts';
import { AppError } from '../../../shared/errors.ts';
import { activeMask, keptReasons } from '../../store/repositories/rules.ts';
import { listSources } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { linesByCustomer, readLines } from '../features/read-lines.ts';
import type { JobContext } from '../services.ts';

/** Every customer's days with an order, and what was spent on each. */
export interface KnownOrders {
  readonly customerIds: Int32Array;
  readonly orders: OrderDays;
  /** Days since 1970. */
  readonly lastDay: number;
}

/**
 * Reads the counted order lines of all customers who are not taken out. O(lines).
 * @throws AppError noOrders where the project has none, cancelled
 */
export const readOrderDays = async (
  db: Sqlite,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<KnownOrders> => {
  const sources = listSources(db).filter(({ kind }) => kind === 'orderLines' || kind === 'orders');
  const read = await readLines(
    db,
    sources,
    { mask: activeMask(keptReasons(db)), until: null, numbers: [], levels: [] },
    job,
    onProgress,
  );
  if (read.lastDay === null) throw new AppError('noOrders', {});
  const lines = await linesByCustomer(read, read.customerIds, job);
  return { customerIds: read.customerIds, orders: orderDaysOf(lines), lastDay: read.lastDay };
};
