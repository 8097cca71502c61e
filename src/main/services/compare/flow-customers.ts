import { AppError } from '../../../shared/errors.ts';
import type { FlowCustomers } from '../../../shared/model/comparison.ts';
import { createIdentityReader } from '../../store/repositories/customers.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { Side } from './compared-side.ts';
import { walkFlows } from './flow-codes.ts';

interface FlowRequest {
  readonly code: number;
  readonly offset: number;
  readonly limit: number;
}

/** Rows of the customers of a flow in either segmentation, −1 where they are not there; most spent first. */
const rowsOfFlow = (a: Side, b: Side, code: number): { before: number; after: number }[] => {
  const rows: { before: number; after: number }[] = [];
  walkFlows(a, b, (before, after, own) => {
    if (own === code) rows.push({ before, after });
  });
  const spent = b.spent();
  const spentBefore = a.spent();
  const spentOf = ({ before, after }: { before: number; after: number }) =>
    (after >= 0 ? spent?.[after] : spentBefore?.[before]) || 0;
  return rows.sort((x, y) => spentOf(y) - spentOf(x));
};

/** Facts that either segmentation is made from, as the later one calls them. */
const sharedFeatures = (a: Side, b: Side): FlowCustomers['features'] => {
  const used = new Set([...a.preparation, ...b.preparation].map(({ feature }) => feature));
  const features = new Map([...a.snapshot.features, ...b.snapshot.features].map((feature) => [feature.key, feature]));
  return [...features.values()].filter(({ key }) => used.has(key)).map(({ key, name, unit }) => ({ key, name, unit }));
};

/**
 * A page of the customers who went one way, what they were and are.
 * @throws AppError `badInput` for a code that is none
 */
export const flowCustomers = (db: Sqlite, a: Side, b: Side, { code, offset, limit }: FlowRequest): FlowCustomers => {
  if (code < 0 || code >= (a.k + 2) * (b.k + 2))
    throw new AppError('badInput', { method: 'compare.customers', problem: 'there is no such flow' });
  const rows = rowsOfFlow(a, b, code);
  const features = sharedFeatures(a, b);
  const columnsA = features.map(({ key }) => a.raw(key));
  const columnsB = features.map(({ key }) => b.raw(key));
  const identity = createIdentityReader(db);
  const valuesOf = (columns: readonly (Float64Array | null)[], row: number) =>
    columns.map((column) => {
      const value = row < 0 ? undefined : column?.[row];
      return value === undefined || Number.isNaN(value) ? null : value;
    });
  return {
    total: rows.length,
    features,
    rows: rows.slice(offset, offset + limit).map(({ before, after }) => {
      const id = after >= 0 ? b.ids[after]! : a.ids[before]!;
      const { key, name } = identity(id);
      return { id, key, name, before: valuesOf(columnsA, before), after: valuesOf(columnsB, after) };
    }),
  };
};
