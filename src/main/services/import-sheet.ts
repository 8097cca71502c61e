import { AppError } from '../../shared/errors.ts';
import type { SetAsideReason, SheetPreview } from '../../shared/model/source.ts';
import type { Importer, TypedBatch } from '../import/types.ts';
import { type CustomerWriter, createCustomerWriter } from '../store/repositories/customers.ts';
import { createRowWriter, createSourceTable, mostColumns, safeColumnNames } from '../store/repositories/source-rows.ts';
import { addAside, addSource, finishSource, lastOrderNumber } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';
import type { JobContext } from './services.ts';
import { breathe } from './session.ts';

const isOrders = (sheet: SheetPreview): boolean => sheet.kind === 'orderLines' || sheet.kind === 'orders';

/** Orders of the files of one import: by key, the number given and the customer of the first line. */
export type KnownOrders = Map<string, { readonly number: number; readonly customer: number | null }>;

/**
 * Order keys of one sheet as numbers of the project; a line without any key is an order of its own. One that goes on in
 * another file of the same import stays one order; the same number under another customer is another shop's.
 */
const createOrderNumbers = (after: number, before: KnownOrders) => {
  let last = after;
  const here: KnownOrders = new Map();
  return {
    numberOf: (key: string | null, customer: number | null): number => {
      const found = key === null ? undefined : here.get(key);
      if (found !== undefined) return found.number;
      const earlier = key === null ? undefined : before.get(key);
      const goesOn = earlier !== undefined && earlier.customer === customer;
      if (!goesOn) last += 1;
      const order = goesOn ? earlier : { number: last, customer };
      if (key !== null) here.set(key, order);
      return order.number;
    },
    last: () => last,
    /** For the next sheet. */
    remember: () => {
      for (const [key, order] of here) if (!before.has(key)) before.set(key, order);
    },
  };
};

/** Lines and money under each combination of reasons: enough to say what any set of rules takes. */
const createAsideCounts = () => {
  const counts = new Map<number, { lines: number; micros: number }>();
  return {
    add: (batch: TypedBatch): void => {
      batch.aside.forEach((mask, i) => {
        const count = counts.get(mask) ?? { lines: 0, micros: 0 };
        count.lines += 1;
        count.micros += Math.round((batch.amount[i] ?? 0) * 1e6);
        counts.set(mask, count);
      });
    },
    store: (db: Sqlite, sourceId: number): void => {
      for (const [mask, { lines, micros }] of counts) addAside(db, sourceId, mask, lines, micros / 1e6);
    },
  };
};

/**
 * A line of an order without a customer belongs to a guest, that order's own; a row of a customer table without a key to
 * a customer of its own. Whether guests count is a matter of the rules.
 */
const customersOf = (batch: TypedBatch, sheet: SheetPreview, writer: CustomerWriter): (number | null)[] =>
  batch.customer.map((key, i) => {
    if (key !== null) return writer.idOf(key);
    if (isOrders(sheet)) return writer.guestOf(batch.order[i] ?? `#${batch.rowNumbers[i]}`);
    return sheet.kind === 'customers' ? writer.guestOf(`#${batch.rowNumbers[i]}`) : null;
  });

/**
 * Streams one previewed sheet into its table, inside the caller's transaction.
 * @returns the id of the source
 * @throws AppError `cancelled`, `fileTooWide`, and whatever reading the file meets
 */
export const importSheet = async (
  db: Sqlite,
  importer: Importer,
  sheet: SheetPreview,
  options: {
    importId: number;
    known: Map<string, number>;
    knownOrders: KnownOrders;
    job: JobContext;
    onProgress: (fraction: number) => void;
  },
): Promise<number> => {
  const { importId, known, knownOrders, job, onProgress } = options;
  if (sheet.columns.length > mostColumns) {
    throw new AppError('fileTooWide', { file: sheet.file, columns: sheet.columns.length, limit: mostColumns });
  }
  const sqlColumns = safeColumnNames(sheet.columns.map((column) => column.name));
  const { id, table } = addSource(db, {
    importId,
    name: sheet.sheet ?? sheet.file.replace(/\.gz$/i, '').replace(/\.[^.]+$/, ''),
    file: sheet.file,
    sheet: sheet.sheet,
    kind: sheet.kind,
    encoding: sheet.encoding,
    delimiter: sheet.delimiter,
    headerRow: sheet.headerRow,
    columns: sheet.columns,
    sqlColumns,
  });
  createSourceTable(db, table, sheet.columns, sqlColumns);
  const rows = createRowWriter(db, id, table, sheet.columns.length);
  const customers = createCustomerWriter(db, id, known);
  const orders = createOrderNumbers(lastOrderNumber(db), knownOrders);
  const aside = createAsideCounts();
  let count = 0;
  for await (const batch of importer.read(sheet, { signal: job.signal, onProgress })) {
    const owners = customersOf(batch, sheet, customers);
    const orderNumbers = batch.order.map((key, i) =>
      isOrders(sheet) ? orders.numberOf(key, owners[i] ?? null) : null,
    );
    rows.write(batch, owners, orderNumbers);
    if (isOrders(sheet)) aside.add(batch);
    count += batch.values.length;
    await breathe(job);
  }
  aside.store(db, id);
  orders.remember();
  finishSource(db, id, count, orders.last());
  return id;
};

/** What next month's file can be read by, and which file this was. */
export const recipeOf = (previews: readonly SheetPreview[], keep: readonly SetAsideReason[] | undefined): object => ({
  keep: keep ?? null,
  sheets: previews.map(({ sample: _, columns, ...sheet }) => ({
    ...sheet,
    columns: columns.map(({ name, type, role, format }) => ({ name, type, role, format })),
  })),
});
