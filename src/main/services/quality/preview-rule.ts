import type { RulePreview } from '../../../shared/model/quality.ts';
import { asideBit, type SetAsideReason, setAsideReasons, type Totals } from '../../../shared/model/source.ts';
import { isOrderKind } from '../../import/preview/line-reader.ts';
import { activeMask, keptReasons } from '../../store/repositories/rules.ts';
import { quoteName, rowSpans } from '../../store/repositories/source-rows.ts';
import { listSources, setAsideOf } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { aggregateCustomers } from '../aggregate-customers.ts';
import { aggregateOrders, fromMicros, isoDay } from '../aggregate-orders.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { markRows } from './mark-rows.ts';
import { readExamples } from './read-examples.ts';

const mostExamples = 5;
const rowsAtOnce = 20_000;

/** What would count under these rules, counted as features count it. */
const totalsUnder = async (
  db: Sqlite,
  kept: readonly SetAsideReason[],
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<Totals> => {
  const sources = listSources(db);
  const lines = sources.filter(({ kind }) => isOrderKind(kind));
  if (lines.length === 0) {
    const tables = sources.filter(({ kind }) => kind === 'customers');
    const { customerIds } = await aggregateCustomers(db, tables, job, activeMask(kept));
    return {
      customers: customerIds.length,
      orders: null,
      orderLines: null,
      revenue: null,
      firstDay: null,
      lastDay: null,
    };
  }
  const { customerIds, totals } = await aggregateOrders(db, lines, kept, job, onProgress);
  const hasMoney = lines.some(({ columns }) => columns.some(({ role }) => role === 'amount' || role === 'price'));
  return {
    customers: customerIds.length,
    orders: totals.orders,
    orderLines: totals.lines,
    revenue: hasMoney ? fromMicros(totals.micros) : null,
    firstDay: totals.firstDay === null ? null : isoDay(totals.firstDay),
    lastDay: totals.lastDay === null ? null : isoDay(totals.lastDay),
  };
};

/** The first lines that a rule takes and that no rule before it takes already. */
const examplesOf = async (
  db: Sqlite,
  reason: SetAsideReason,
  mask: number,
  job: Pick<JobContext, 'signal'>,
): Promise<RulePreview['examples']> => {
  for (const source of listSources(db)) {
    const rows: number[] = [];
    const read = db.prepareRaw<[number]>(
      `SELECT _row FROM ${quoteName(source.table)} WHERE _row BETWEEN ? AND ? AND _aside & ${asideBit[reason]} <> 0
       AND _aside & ? = 0 ORDER BY _row LIMIT ?`,
    );
    for (const { from, to } of rowSpans(db, source.table, rowsAtOnce)) {
      if (rows.length >= mostExamples) break;
      rows.push(...read.all(from, to, mask & ~asideBit[reason], mostExamples - rows.length).map(([row]) => row));
      await breathe(job);
    }
    if (rows.length > 0) return readExamples(db, source, rows, null);
  }
  return [];
};

/**
 * What switching a rule over would do: customers, orders, lines and money before and after. Changes nothing that anybody
 * sees; finds the further rules' lines where that was not done yet. O(lines).
 * @throws AppError `cancelled`
 */
export const previewRule = async (
  db: Sqlite,
  reason: SetAsideReason,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<RulePreview> => {
  await markRows(db, job, (fraction) => onProgress(0.5 * fraction));
  const kept = keptReasons(db);
  const on = !kept.includes(reason);
  const over = setAsideReasons.filter((one) => (one === reason ? on : kept.includes(one)));
  const before = await totalsUnder(db, kept, job, (fraction) => onProgress(0.5 + 0.25 * fraction));
  const after = await totalsUnder(db, over, job, (fraction) => onProgress(0.75 + 0.2 * fraction));
  const { lines = 0, money = 0 } = setAsideOf(db, kept).find((one) => one.reason === reason) ?? {};
  const examples = await examplesOf(db, reason, activeMask(kept), job);
  onProgress(1);
  return { reason, on, lines, money, examples, before, after };
};
