import type { CustomerStory } from '../../../shared/model/customer.ts';
import { activeMask, keptReasons } from '../../store/repositories/rules.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import { listSources, type StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';

type Story = CustomerStory['orders'][number];

/** The order's number as the file has it, its day where it has none. */
const orderLabel = (source: StoredSource): string => {
  const at = source.columns.findIndex((column) => column.role === 'order');
  return at < 0 ? 'max(_day)' : `CAST(max(${quoteName(source.sqlColumns[at]!)}) AS TEXT)`;
};

/** A customer's orders from its lines that count, newest first. O(its lines) */
export const ordersOf = (db: Sqlite, customer: number): Story[] => {
  const mask = activeMask(keptReasons(db));
  const sources = listSources(db).filter(({ kind }) => kind === 'orderLines' || kind === 'orders');
  const orders = sources.flatMap((source) =>
    db
      .prepare<{ label: string | null; day: string; lines: number; micros: number | null; number: number }>(
        `SELECT ${orderLabel(source)} AS label, max(_day) AS day, count(*) AS lines, sum(round(_amount * 1e6)) AS micros,
         _order AS number
         FROM ${quoteName(source.table)} WHERE _customer = ? AND _aside & ? = 0 AND _day IS NOT NULL GROUP BY _order`,
      )
      .all(customer, mask)
      .map(({ label, day, lines, micros, number }) => ({
        order: label ?? day,
        day,
        lines,
        amount: (micros ?? 0) / 1e6,
        sourceId: source.id,
        number,
      })),
  );
  return orders.sort((a, b) => (a.day < b.day ? 1 : a.day > b.day ? -1 : a.order < b.order ? 1 : -1));
};
