import type { CustomerLines, Levels } from '../../../shared/engine/features/customer-lines.ts';
import { groupRows } from '../../../shared/engine/features/group-rows.ts';
import { lastCustomerId } from '../../store/repositories/customers.ts';
import { excludedCustomers } from '../../store/repositories/exclusions.ts';
import { quoteName, rowSpans } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite, SqlValue } from '../../store/sqlite.ts';
import { idsOf, isoDay } from '../aggregate-orders.ts';
import { isCounted } from '../counted-lines.ts';
import type { Lookup } from '../joins/read-lookup.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { channelsOfTables, tableChannel } from './source-channels.ts';

/** Rows a statement, so that none runs for more than a few dozen milliseconds. */
const rowsAtOnce = 5_000;

/** A column of numbers that stands in no file. */
export const minuteOfDay = 'minute of day';

/** Lines of some sources in the order in which they stand there. */
export interface ReadLines {
  readonly count: number;
  readonly customer: Int32Array;
  /** 0 where a source has no orders. */
  readonly order: Int32Array;
  readonly day: Int32Array;
  readonly micros: Float64Array;
  readonly numbers: ReadonlyMap<string, Float64Array>;
  readonly levels: ReadonlyMap<string, Levels>;
  /** Ids of the customers with a line, ascending. */
  readonly customerIds: Int32Array;
  readonly lastDay: number | null;
  /** Whether the lines of every order stand together already, lower orders first, as they do in one usual file. */
  readonly isByOrder: boolean;
}

export interface LineOptions {
  /** Lines with one of these bits are left out. */
  readonly mask: number;
  /** The last day that is read; null: all. */
  readonly until: number | null;
  readonly numbers: readonly string[];
  readonly levels: readonly string[];
  /** By the name of a level: another table that has it; see `Lookup`. */
  readonly lookups?: ReadonlyMap<string, Lookup>;
  /** By source: whose a row is, where its own customer does not say. */
  readonly owners?: ReadonlyMap<number, RowOwners>;
}

/** Whose the rows of a source are, by what stands in one of its columns; null: nobody's. */
export interface RowOwners {
  readonly column: string;
  ownerOf(key: SqlValue): number | null;
}

/** What stands in a source for a column asked for by its name; NULL where it has no such column. */
const sqlOf = (source: StoredSource, name: string, channel?: string): string => {
  if (name === tableChannel) return channel === undefined ? 'NULL' : `'${channel.replaceAll("'", "''")}'`;
  if (name === minuteOfDay) {
    const at = source.columns.findIndex(({ role, type }) => role === 'date' && type === 'timestamp');
    if (at < 0) return 'NULL';
    const time = quoteName(source.sqlColumns[at]!);
    return `CAST(substr(${time}, 12, 2) AS INTEGER) * 60 + CAST(substr(${time}, 15, 2) AS INTEGER)`;
  }
  const at = source.columns.findIndex((column) => column.name === name);
  return at < 0 ? 'NULL' : quoteName(source.sqlColumns[at]!);
};

/** Gives words their numbers as they come; those that another table has in their place where there is a lookup. */
const createCoder = (lookup: Lookup | undefined) => {
  const known = new Map<string, number>();
  const codeOf = (value: SqlValue): number => {
    if (value === null) return -1;
    const word = typeof value === 'string' ? value : String(value);
    const code = known.get(word);
    if (code !== undefined) return code;
    known.set(word, known.size);
    return known.size - 1;
  };
  if (lookup === undefined) return { codeOf, names: () => [...known.keys()] };
  const byKey = new Map<SqlValue, number>();
  const codeOfKey = (key: SqlValue): number => {
    const found = byKey.get(key);
    if (found !== undefined) return found;
    const code = codeOf(lookup.valueOf(key));
    byKey.set(key, code);
    return code;
  };
  return { codeOf: codeOfKey, names: () => [...known.keys()] };
};

/**
 * Reads the lines with a customer and a day, by ranges of rows. O(lines); memory by lines and columns asked for.
 * @throws AppError `cancelled`
 */
export const readLines = async (
  db: Sqlite,
  sources: readonly StoredSource[],
  { mask, until, numbers, levels, lookups, owners }: LineOptions,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
): Promise<ReadLines> => {
  const most = sources.reduce((sum, { rows }) => sum + rows, 0);
  const customer = new Int32Array(most);
  const order = new Int32Array(most);
  const day = new Int32Array(most);
  const micros = new Float64Array(most);
  const numberColumns = numbers.map(() => new Float64Array(most));
  const coders = levels.map((name) => createCoder(lookups?.get(name)));
  const levelColumns = levels.map(() => new Int32Array(most));
  const excluded = excludedCustomers(db);
  const last = lastCustomerId(db);
  const seen = new Int32Array(last + 1);
  let count = 0;
  let lastDay = Number.NEGATIVE_INFINITY;
  let lastOrder = 0;
  let isByOrder = true;
  let rowsDone = 0;
  const channels = levels.includes(tableChannel) ? channelsOfTables(sources) : null;
  for (const source of sources) {
    const columnOf = (name: string): string => {
      const lookup = lookups?.get(name);
      const column = lookup === undefined ? name : lookup.columns.get(source.id);
      return column === undefined ? 'NULL' : sqlOf(source, column, channels?.get(source.id));
    };
    const further = [...numbers, ...levels].map((name) => `, ${columnOf(name)}`).join('');
    const owner = owners?.get(source.id);
    const read = db.prepareRaw<[SqlValue, number | null, number, number | null, ...SqlValue[]]>(
      `SELECT ${owner === undefined ? '_customer' : sqlOf(source, owner.column)}, _order, CAST(julianday(_day) - 2440587.5 AS INTEGER), round(_amount * 1e6)${further}
       FROM ${quoteName(source.table)}
       WHERE _row BETWEEN ? AND ? AND ${isCounted(mask, until === null ? null : isoDay(until), owner === undefined)} ORDER BY _row`,
    );
    for (const { from, to, done } of rowSpans(db, source.table, rowsAtOnce)) {
      for (const row of read.all(from, to)) {
        const id = owner === undefined ? (row[0] as number) : owner.ownerOf(row[0]);
        if (id === null || excluded.has(id)) continue;
        customer[count] = id;
        seen[id] = 1;
        const own = row[1] ?? 0;
        order[count] = own;
        if (own < lastOrder) isByOrder = false;
        lastOrder = own;
        day[count] = row[2];
        micros[count] = row[3] ?? 0;
        if (row[2] > lastDay) lastDay = row[2];
        for (let i = 0; i < numberColumns.length; i += 1) {
          const value = row[4 + i];
          numberColumns[i]![count] = typeof value === 'number' ? value : Number.NaN;
        }
        for (let i = 0; i < coders.length; i += 1) {
          levelColumns[i]![count] = coders[i]!.codeOf(row[4 + numbers.length + i] ?? null);
        }
        count += 1;
      }
      onProgress(Math.min(1, (rowsDone + done * source.rows) / Math.max(1, most)));
      await breathe(job);
    }
    rowsDone += source.rows;
  }
  return {
    count,
    customer: customer.subarray(0, count),
    order: order.subarray(0, count),
    day: day.subarray(0, count),
    micros: micros.subarray(0, count),
    numbers: new Map(numbers.map((name, i) => [name, numberColumns[i]!.subarray(0, count)])),
    levels: new Map(
      levels.map((name, i) => [name, { codes: levelColumns[i]!.subarray(0, count), names: coders[i]!.names() }]),
    ),
    customerIds: idsOf(seen),
    lastDay: count === 0 ? null : lastDay,
    isByOrder,
  };
};

const greatest = (values: Int32Array): number => {
  let most = 0;
  for (const value of values) if (value > most) most = value;
  return most;
};

const taken = <Numbers extends Int32Array | Float64Array>(values: Numbers, rows: Int32Array): Numbers => {
  const moved = new (values.constructor as new (length: number) => Numbers)(rows.length);
  for (let i = 0; i < rows.length; i += 1) moved[i] = values[rows[i]!]!;
  return moved;
};

/**
 * Lays lines end to end by customer and order; those of other customers are left out. O(lines).
 * @throws AppError `cancelled`
 */
export const linesByCustomer = async (
  read: ReadLines,
  customerIds: Int32Array,
  job: Pick<JobContext, 'signal'>,
): Promise<CustomerLines> => {
  const rowOf = new Int32Array(Math.max(greatest(customerIds), greatest(read.customer)) + 1).fill(-1);
  customerIds.forEach((id, row) => {
    rowOf[id] = row;
  });
  const byOrder = read.isByOrder ? undefined : groupRows(read.order, greatest(read.order) + 1).rows;
  await breathe(job);
  const owner = new Int32Array(read.count);
  for (let i = 0; i < read.count; i += 1) owner[i] = rowOf[read.customer[i]!]!;
  const { offsets, rows } = groupRows(owner, customerIds.length, byOrder);
  await breathe(job);
  const move = async <Numbers extends Int32Array | Float64Array>(values: Numbers): Promise<Numbers> => {
    const moved = taken(values, rows);
    await breathe(job);
    return moved;
  };
  const numbers = new Map<string, Float64Array>();
  for (const [name, values] of read.numbers) numbers.set(name, await move(values));
  const levels = new Map<string, Levels>();
  for (const [name, { codes, names }] of read.levels) levels.set(name, { codes: await move(codes), names });
  return {
    offsets,
    order: await move(read.order),
    day: await move(read.day),
    micros: await move(read.micros),
    numbers,
    levels,
  };
};
