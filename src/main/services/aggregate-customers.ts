import type { Column } from '../../shared/model/column.ts';
import type { Unit } from '../../shared/model/feature.ts';
import { lastCustomerId } from '../store/repositories/customers.ts';
import type { StoredSource } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { idsOf } from './aggregate-orders.ts';
import { eachCustomerRow } from './customer-rows.ts';
import type { JobContext } from './services.ts';

/** One numeric column of a customer table, by customer id; NaN where it says nothing. */
export interface CustomerColumn {
  readonly column: Column;
  readonly file: string;
  readonly values: Float64Array;
}

export interface CustomerTable {
  /** Ids of customers with a row, ascending. */
  readonly customerIds: Int32Array;
  readonly columns: readonly CustomerColumn[];
}

/** What the numbers of a column are. */
export const unitOf = ({ role }: Column): Unit =>
  role === 'amount' || role === 'price' ? 'money' : role === 'quantity' ? 'count' : 'number';

/** Numbers that name something instead of measuring it. */
const naming: readonly Column['role'][] = ['customer', 'order', 'product', 'name', 'email', 'phone'];
export const isFeatureColumn = (column: Column): boolean =>
  (column.type === 'integer' || column.type === 'decimal') && !naming.includes(column.role);

/**
 * Numeric columns of all customer tables, joined on the customer. Where a customer has several rows, or two tables a
 * column of the same name, the last value that is there counts.
 * @param mask bits of the rules that are on: rows with any of them do not count
 * @throws AppError `cancelled`
 */
export const aggregateCustomers = async (
  db: Sqlite,
  sources: readonly StoredSource[],
  job: Pick<JobContext, 'signal'>,
  mask = 0,
): Promise<CustomerTable> => {
  const size = lastCustomerId(db) + 1;
  const seen = new Int32Array(size);
  const columns = new Map<string, CustomerColumn>();
  for (const source of sources) {
    const picked = source.columns.flatMap((column, i) =>
      isFeatureColumn(column) ? [{ column, sql: source.sqlColumns[i]! }] : [],
    );
    const targets = picked.map(({ column }) => {
      const known = columns.get(column.name);
      const made = known ?? { column, file: source.file, values: new Float64Array(size).fill(Number.NaN) };
      columns.set(column.name, made);
      return made.values;
    });
    await eachCustomerRow(db, source, { sqlColumns: picked.map(({ sql }) => sql), mask }, job, (row) => {
      const customer = row[0];
      seen[customer] = 1;
      targets.forEach((values, i) => {
        const value = row[i + 1];
        if (typeof value === 'number') values[customer] = value;
      });
    });
  }
  return { customerIds: idsOf(seen), columns: [...columns.values()] };
};
