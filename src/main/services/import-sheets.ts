import { AppError } from '../../shared/errors.ts';
import { asideBit, type SetAsideReason } from '../../shared/model/source.ts';
import { createTextReader } from '../import/pack-texts.ts';
import type { Importer, PlannedSheet, TypedBatch } from '../import/types.ts';
import { type CustomerWriter, createCustomerWriter } from '../store/repositories/customers.ts';
import { mergedIdentities } from '../store/repositories/identity.ts';
import { createMergedRows } from '../store/repositories/merged-rows.ts';
import { createRowWriter, createSourceTable, mostColumns, safeColumnNames } from '../store/repositories/source-rows.ts';
import { addAside, addSource, finishSource, lastOrderNumber } from '../store/repositories/sources.ts';
import type { Sqlite } from '../store/sqlite.ts';
import { createOrderNumbers, type OrderNumbers } from './number-orders.ts';
import type { JobContext } from './services.ts';
import { breathe } from './session.ts';

const isOrders = (sheet: PlannedSheet): boolean => sheet.kind === 'orderLines' || sheet.kind === 'orders';

/** Lines and money under each combination of reasons: enough to say what any set of rules takes. */
const createAsideCounts = () => {
  const counts = new Map<number, { lines: number; micros: number }>();
  return {
    add: (batch: TypedBatch): void => {
      batch.aside.forEach((mask, i) => {
        let count = counts.get(mask);
        if (count === undefined) {
          count = { lines: 0, micros: 0 };
          counts.set(mask, count);
        }
        count.lines += 1;
        const amount = batch.amount[i]!;
        if (!Number.isNaN(amount)) count.micros += Math.round(amount * 1e6);
      });
    },
    store: (db: Sqlite, sourceId: number): void => {
      for (const [mask, { lines, micros }] of counts) addAside(db, sourceId, mask, lines, micros / 1e6);
    },
  };
};

const numberReader =
  (numbers: Float64Array) =>
  (row: number): number | null => {
    const value = numbers[row]!;
    return Number.isNaN(value) ? null : value;
  };

/** Columns of a batch as the store takes them. */
const readColumns = (batch: TypedBatch) => ({
  ...batch,
  columns: batch.columns.map((column) =>
    column instanceof Float64Array ? numberReader(column) : createTextReader(column),
  ),
  day: createTextReader(batch.day),
  amount: numberReader(batch.amount),
});

/** What is being written: one table of the project after another. */
interface OpenTable {
  readonly id: number;
  write(batch: TypedBatch): void;
  close(): void;
}

/** Texts of the keys of one import. Where there is one sheet, a key's text is asked for only in the batch it came with. */
const createKeyTexts = (isOnly: boolean) => {
  let texts: string[] = [];
  let before = 0;
  return {
    add: (more: readonly string[]): void => {
      if (isOnly) {
        before += texts.length;
        texts = [...more];
      } else for (const text of more) texts.push(text);
    },
    textOf: (number: number): string => texts[number - before]!,
  };
};
type KeyTexts = ReturnType<typeof createKeyTexts>;

interface Keys {
  /** Customers of the project by key. */
  readonly known: ReadonlyMap<string, number>;
  /** Customers that count as others. */
  readonly merged: ReadonlyMap<number, number>;
  /** The text of a key of this import, by the number that it came with. */
  readonly texts: KeyTexts;
  /** Customers of this import, by the same number. */
  readonly ids: number[];
  readonly orders: OrderNumbers;
}

/**
 * A line of an order without a customer belongs to a guest, that order's own; a row of a customer table without a key to
 * a customer of its own. Whether guests count is a matter of the rules.
 */
const customersOf = (batch: TypedBatch, sheet: PlannedSheet, keys: Keys, writer: CustomerWriter): (number | null)[] => {
  keys.texts.add(batch.newCustomers);
  const guestOrders = new Map(batch.guestOrders);
  return Array.from(batch.customer, (key, i) => {
    if (key >= 0) return writer.idOf(key, keys.texts.textOf);
    if (isOrders(sheet)) return writer.guestOf(guestOrders.get(i) ?? `#${batch.rowNumbers[i]}`);
    const isOutside = (batch.aside[i]! & asideBit.unreadable) !== 0;
    return sheet.kind === 'customers' && !isOutside ? writer.guestOf(`#${batch.rowNumbers[i]}`) : null;
  });
};

const openTable = (db: Sqlite, importId: number, sheet: PlannedSheet, keys: Keys): OpenTable => {
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
  const customers = createCustomerWriter(db, id, keys.known, keys.ids);
  const mergedRows = createMergedRows(db, id, keys.merged);
  const aside = createAsideCounts();
  let count = 0;
  return {
    id,
    write: (batch) => {
      const owners = mergedRows(customersOf(batch, sheet, keys, customers), batch.rowNumbers);
      const orders = Array.from(batch.order, (order, i) =>
        isOrders(sheet) ? keys.orders.numberOf(order, owners[i]!) : null,
      );
      rows.write(readColumns(batch), owners, orders);
      if (isOrders(sheet) || batch.aside.some((mask) => mask !== 0)) aside.add(batch);
      count += batch.rowNumbers.length;
    },
    close: () => {
      aside.store(db, id);
      keys.orders.nextTable();
      finishSource(db, id, count, keys.orders.last);
    },
  };
};

/**
 * Streams previewed sheets into their tables, inside the caller's transaction.
 * @throws AppError `cancelled`, `fileTooWide`, and whatever reading the files meets
 */
export const importSheets = async (
  db: Sqlite,
  importer: Importer,
  sheets: readonly PlannedSheet[],
  options: {
    readonly importId: number;
    readonly known: ReadonlyMap<string, number>;
    readonly job: JobContext;
    readonly onProgress: (fraction: number) => void;
  },
): Promise<void> => {
  const { importId, known, job, onProgress } = options;
  const isOnly = sheets.length === 1;
  const keys: Keys = {
    known,
    merged: mergedIdentities(db),
    texts: createKeyTexts(isOnly),
    ids: [],
    orders: createOrderNumbers(lastOrderNumber(db), isOnly),
  };
  let at = -1;
  let table: OpenTable | null = null;
  /** A sheet without rows has a table too. */
  const openUpTo = (sheet: number): void => {
    while (at < sheet) {
      table?.close();
      at += 1;
      table = openTable(db, importId, sheets[at]!, keys);
    }
  };
  for await (const batch of importer.read(sheets, { signal: job.signal, onProgress })) {
    openUpTo(batch.sheet);
    table!.write(batch);
    await breathe(job);
  }
  openUpTo(sheets.length - 1);
  table!.close();
};

/** What next month's file can be read by, and which file this was, by its fingerprint too. */
export const recipeOf = (
  sheets: readonly PlannedSheet[],
  keep: readonly SetAsideReason[] | undefined,
  fingerprints: ReadonlyMap<string, string | null>,
): object => ({
  keep: keep ?? null,
  sheets: sheets.map(({ sample: _, columns, ...sheet }) => ({
    ...sheet,
    fingerprint: fingerprints.get(sheet.path) ?? null,
    columns: columns.map(({ name, type, role, format }) => ({ name, type, role, format })),
  })),
});
