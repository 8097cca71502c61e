import { asideBit } from '../../../shared/model/source.ts';
import { lastCustomerId } from '../../store/repositories/customers.ts';
import { quoteName, rowSpans } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { isoDay } from '../aggregate-orders.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';

/** Lines bought and lines that came back, by customer id; money in millionths, never negative. */
export interface ReturnSums {
  readonly boughtLines: Int32Array;
  readonly returnedLines: Int32Array;
  readonly boughtMicros: Float64Array;
  readonly returnedMicros: Float64Array;
}

const rowsAtOnce = 20_000;

/**
 * Returned is what is cancelled or of negative money, whether or not the rules about that are on; bought is the rest that
 * can be read. What other rules set aside is neither. O(lines).
 * @param mask bits of the rules that are on
 * @throws AppError `cancelled`
 */
export const readReturns = async (
  db: Sqlite,
  sources: readonly StoredSource[],
  mask: number,
  until: number | null,
  job: Pick<JobContext, 'signal'>,
): Promise<ReturnSums> => {
  const last = lastCustomerId(db);
  const sums: ReturnSums = {
    boughtLines: new Int32Array(last + 1),
    returnedLines: new Int32Array(last + 1),
    boughtMicros: new Float64Array(last + 1),
    returnedMicros: new Float64Array(last + 1),
  };
  const odd = asideBit.cancelled | asideBit.notAboveZero | asideBit.unreadable;
  const back = `(_aside & ${asideBit.cancelled} <> 0 OR _amount < 0)`;
  for (const source of sources) {
    const read = db.prepareRaw<[number, 0 | 1, number, number | null]>(
      `SELECT _customer, ${back}, count(*), sum(abs(round(_amount * 1e6))) FROM ${quoteName(source.table)}
       WHERE _row BETWEEN ? AND ? AND _customer IS NOT NULL AND _day IS NOT NULL AND _aside & ${mask & ~odd} = 0
       AND (_aside & ${odd} = 0 OR ${back})
       ${until === null ? '' : `AND _day <= '${isoDay(until)}'`} GROUP BY 1, 2`,
    );
    for (const { from, to } of rowSpans(db, source.table, rowsAtOnce)) {
      for (const [customer, isBack, count, micros] of read.all(from, to)) {
        (isBack ? sums.returnedLines : sums.boughtLines)[customer]! += count;
        (isBack ? sums.returnedMicros : sums.boughtMicros)[customer]! += micros ?? 0;
      }
      await breathe(job);
    }
  }
  return sums;
};
