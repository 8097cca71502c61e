import { AppError } from '../../shared/errors.ts';
import type { CustomerTable } from './customer-table.ts';

export interface CustomerQuery {
  readonly segmentIds?: readonly number[] | undefined;
  readonly rows?: readonly number[] | undefined;
  readonly search?: string | undefined;
  readonly sort?: { readonly by: string; readonly descending: boolean } | undefined;
}

/** Beyond this many, texts are compared by code units: a locale's order would take seconds. */
const collatedAtMost = 50_000;
const collator = new Intl.Collator('en', { numeric: true, sensitivity: 'base' });

const candidates = (table: CustomerTable, query: CustomerQuery): Int32Array => {
  const all = table.ids.length;
  const rows =
    query.rows === undefined ? Int32Array.from({ length: all }, (_, row) => row) : Int32Array.from(new Set(query.rows));
  const segmentIds = query.segmentIds === undefined ? null : new Set(query.segmentIds);
  const words = query.search?.trim().toLowerCase() ?? '';
  const has = (text: string | null) => text?.toLowerCase().includes(words) ?? false;
  return rows.filter((row) => {
    if (row < 0 || row >= all) return false;
    if (segmentIds !== null && !segmentIds.has(table.segmentIdOf(row) ?? -1)) return false;
    if (words === '') return true;
    const { key, name, email } = table.identityOf(row);
    return has(key) || has(name) || has(email) || table.alsoOf(row).some(has);
  });
};

const byNumber = (rows: Int32Array, value: (row: number) => number, sign: number): Int32Array =>
  rows.sort((a, b) => {
    const left = value(a);
    const right = value(b);
    // Missing values stand last, whichever way the others go.
    if (Number.isNaN(left) || Number.isNaN(right))
      return Number(Number.isNaN(left)) - Number(Number.isNaN(right)) || a - b;
    return sign * (left - right) || a - b;
  });

const byText = (rows: Int32Array, text: (row: number) => string | null, sign: number): Int32Array => {
  const texts = new Map<number, string | null>();
  for (const row of rows) texts.set(row, text(row));
  const compare =
    rows.length <= collatedAtMost ? collator.compare : (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  return rows.sort((a, b) => {
    const left = texts.get(a) ?? null;
    const right = texts.get(b) ?? null;
    if (left === null || right === null) return Number(left === null) - Number(right === null) || a - b;
    return sign * compare(left, right) || a - b;
  });
};

/**
 * Rows of the customers asked for, in the order asked for; `by` is a feature's key, `key`, `name`, `email` or `segment`.
 * O(n log n), and for texts one look-up a customer.
 * @throws AppError `notFound` where there is nothing of that name to sort by
 */
export const orderCustomers = (table: CustomerTable, query: CustomerQuery): Int32Array => {
  const rows = candidates(table, query);
  if (query.sort === undefined) return rows;
  const { by, descending } = query.sort;
  const sign = descending ? -1 : 1;
  if (by === 'segment') return byNumber(rows, table.segmentRankOf, sign);
  if (by === 'key' || by === 'name' || by === 'email') return byText(rows, (row) => table.identityOf(row)[by], sign);
  const column = table.columns[table.snapshot.features.findIndex((feature) => feature.key === by)];
  if (column === undefined) throw new AppError('notFound', { what: 'column', id: by });
  return byNumber(rows, (row) => column[row]!, sign);
};
