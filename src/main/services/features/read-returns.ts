import { asideBit } from '../../../shared/model/source.ts';
import { lastCustomerId } from '../../store/repositories/customers.ts';
import { quoteName, rowSpans } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite, SqlValue } from '../../store/sqlite.ts';
import { isoDay } from '../aggregate-orders.ts';
import { type JoinPath, joinKey } from '../joins/join-paths.ts';
import { placesOf } from '../joins/join-tables.ts';
import { readKeySet } from '../joins/read-lookup.ts';
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

interface Listed {
  /** The joining column of the lines. */
  readonly sql: string;
  has(key: SqlValue): boolean;
}

/** By source of lines: which of its orders stand in tables of returns. */
const readListed = async (
  db: Sqlite,
  paths: readonly JoinPath[],
  until: number | null,
  job: Pick<JobContext, 'signal'>,
): Promise<Map<number, Listed[]>> => {
  const found = new Map<number, Listed[]>();
  for (const path of paths) {
    const keys = await readKeySet(db, path, until === null ? null : isoDay(until), job);
    const has = (value: SqlValue): boolean => {
      const key = joinKey(path.form, value);
      return key !== null && keys.has(key);
    };
    for (const { source, place } of placesOf(path.lines))
      found.set(source.id, [...(found.get(source.id) ?? []), { sql: quoteName(source.sqlColumns[place]!), has }]);
  }
  return found;
};

/**
 * Returned is what is cancelled or of negative money, whether or not the rules about that are on; bought is the rest that
 * can be read. What other rules set aside is neither. O(lines).
 * @param mask bits of the rules that are on
 * @param paths joins to tables that list what came back: all lines of an order that stands there are returned, and what is
 * booked below zero under its number is that same return
 * @throws AppError `cancelled`
 */
export const readReturns = async (
  db: Sqlite,
  sources: readonly StoredSource[],
  mask: number,
  until: number | null,
  paths: readonly JoinPath[],
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
  const listed = await readListed(db, paths, until, job);
  for (const source of sources) {
    const lists = listed.get(source.id) ?? [];
    const keys = lists.map(({ sql }) => `, ${sql}`).join('');
    const read = db.prepareRaw<[number, 0 | 1, number, number | null, ...SqlValue[]]>(
      `SELECT _customer, ${back}, count(*), sum(abs(round(_amount * 1e6)))${keys} FROM ${quoteName(source.table)}
       WHERE _row BETWEEN ? AND ? AND _customer IS NOT NULL AND _day IS NOT NULL AND _aside & ${mask & ~odd} = 0
       AND (_aside & ${odd} = 0 OR ${back})
       ${until === null ? '' : `AND _day <= '${isoDay(until)}'`} GROUP BY ${[1, 2, ...lists.map((_, i) => 5 + i)].join(', ')}`,
    );
    for (const { from, to } of rowSpans(db, source.table, rowsAtOnce)) {
      for (const [customer, isBack, count, micros, ...values] of read.all(from, to)) {
        const isListed = lists.some(({ has }, i) => has(values[i]!));
        if (!isBack) {
          sums.boughtLines[customer]! += count;
          sums.boughtMicros[customer]! += micros ?? 0;
        }
        if (isBack ? isListed : !isListed) continue;
        sums.returnedLines[customer]! += count;
        sums.returnedMicros[customer]! += micros ?? 0;
      }
      await breathe(job);
    }
  }
  return sums;
};
