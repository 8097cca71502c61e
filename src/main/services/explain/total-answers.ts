import { snapshotColumn, snapshotCustomers } from '../../store/repositories/snapshots.ts';
import { listSources } from '../../store/repositories/sources.ts';
import { epochDay } from '../aggregate-orders.ts';
import { figuresOfProject } from './customer-figures.ts';
import { sumOf } from './run-figures.ts';
import { type Answer, input, type RefOf, type Setting } from './setting.ts';

/** A total of the project, from the rows of its files where they still say it. */
export const ofTotal = ({ db, snapshot, isCurrent }: Setting, { figure, segmentationId }: RefOf<'total'>): Answer => {
  const { totals } = snapshot;
  const units = {
    ...({ customers: 'customers', orders: 'orders', orderLines: 'orderLines', revenue: 'money' } as const),
    ...({ firstDay: 'day', lastDay: 'day' } as const),
  };
  const kept = totals[figure];
  const value = typeof kept === 'string' ? epochDay(kept) : kept;
  const ids = snapshotCustomers(db, snapshot.id);
  const orders = listSources(db).find(({ kind }) => kind === 'orderLines' || kind === 'orders');
  const isOfRows = figure !== 'customers' && orders !== undefined;
  const base = {
    value,
    unit: units[figure],
    customers: ids.length,
    countable: isCurrent,
    under: isOfRows
      ? { what: 'rows' as const, sourceId: orders.id, aside: 'none' as const }
      : { what: 'everybody' as const },
  };
  const counted = isCurrent && totals.orders !== null ? figuresOfProject(db) : null;
  if (counted !== null) return { ...base, recount: value === null ? null : counted[figure], recountedFrom: 'rows' };
  const spent = figure === 'revenue' ? snapshotColumn(db, snapshot.id, 'totalSpent') : null;
  return {
    ...base,
    recount: figure === 'customers' ? ids.length : spent === null ? null : sumOf(spent),
    recountedFrom: 'facts',
    inputs:
      figure === 'customers'
        ? []
        : [input('customers', ids.length, 'customers', { of: 'total', figure: 'customers', segmentationId })],
  };
};
