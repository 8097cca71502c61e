import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect } from 'vitest';
import { createImporter } from '../../../src/main/import/create-importer.ts';
import { createTextReader } from '../../../src/main/import/pack-texts.ts';
import { planTable, type TablePlan } from '../../../src/main/import/preview/plan-table.ts';
import { surveyTable } from '../../../src/main/import/preview/survey-table.ts';
import type { RawTable } from '../../../src/main/import/raw-table.ts';
import type { Importer, PlannedSheet, StoredValue } from '../../../src/main/import/types.ts';
import type { ColumnRole } from '../../../src/shared/model/column.ts';
import type { Message } from '../../../src/shared/model/message.ts';
import type { SheetPreview } from '../../../src/shared/model/source.ts';
import { say } from '../../../src/shared/words/say.ts';

/** A table as a reader would open it. */
const tableOf = (header: readonly string[], rows: readonly (readonly string[])[], headerRow = 1): RawTable => ({
  path: '/nowhere/table.csv',
  file: 'table.csv',
  sheet: null,
  encoding: 'utf-8',
  delimiter: ',',
  headerRow,
  header,
  bytes: 1,
  modifiedMs: 1,
  rows: async function* () {
    yield { rowNumbers: rows.map((_, i) => i + headerRow + 1), rows };
  },
});

export const planOf = async (
  header: readonly string[],
  rows: readonly (readonly string[])[],
  headerRow = 1,
): Promise<TablePlan> => planTable(await surveyTable(tableOf(header, rows, headerRow), {}), null);

/** Roles by column, `none` left out. */
export const rolesIn = ({ columns }: Pick<SheetPreview, 'columns'> | TablePlan): Partial<Record<ColumnRole, string>> =>
  Object.fromEntries(columns.filter(({ role }) => role !== 'none').map(({ role, name }) => [role, name]));

export const doubtsIn = ({ doubts }: { readonly doubts: readonly Message[] }): string[] =>
  doubts.map((doubt) => say(doubt));
export const notesIn = ({ notes }: SheetPreview): string[] => notes.map((note) => say(note));

export const writeText = (folder: string, name: string, lines: readonly string[]): string => {
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

export const previewFile = async (
  path: string,
  options: Parameters<Importer['preview']>[1] = {},
  importer = createImporter(),
): Promise<SheetPreview> => (await importer.preview([path], options))[0]!;

/** Typed rows as one would write them down. */
export interface TypedRows {
  readonly rowNumbers: number[];
  readonly values: StoredValue[][];
  readonly originals: (readonly [number, number, string])[];
  readonly aside: number[];
  readonly customer: (string | null)[];
  /** Orders by their number in the reading; null where there is none. */
  readonly order: (number | null)[];
  /** The order as text, where a line has one but no customer: by row. */
  readonly guestOrders: (readonly [number, string])[];
  readonly day: (string | null)[];
  readonly amount: (number | null)[];
}

const numberOrNull = (value: number): number | null => (Number.isNaN(value) ? null : value);

/** All typed rows of a sheet. */
export const readAll = async (sheet: PlannedSheet, importer = createImporter()): Promise<TypedRows> => {
  const all: TypedRows = {
    rowNumbers: [],
    values: [],
    originals: [],
    aside: [],
    customer: [],
    order: [],
    guestOrders: [],
    day: [],
    amount: [],
  };
  const keys: string[] = [];
  for await (const batch of importer.read([sheet], {})) {
    const before = all.values.length;
    keys.push(...batch.newCustomers);
    const readers = batch.columns.map((column, at) => {
      if (!(column instanceof Float64Array)) return createTextReader(column);
      const isWhole = sheet.columns[at]!.type !== 'decimal';
      expect(isWhole && column.some((value) => !Number.isNaN(value) && !Number.isInteger(value))).toBe(false);
      return (row: number) => numberOrNull(column[row]!);
    });
    const day = createTextReader(batch.day);
    batch.rowNumbers.forEach((rowNumber, row) => {
      all.rowNumbers.push(rowNumber);
      all.values.push(readers.map((read) => read(row)));
      all.aside.push(batch.aside[row]!);
      all.customer.push(batch.customer[row]! < 0 ? null : keys[batch.customer[row]!]!);
      all.order.push(batch.order[row]! < 0 ? null : batch.order[row]!);
      all.day.push(day(row));
      all.amount.push(numberOrNull(batch.amount[row]!));
    });
    all.originals.push(...batch.originals.map(([row, column, text]) => [row + before, column, text] as const));
    all.guestOrders.push(...batch.guestOrders.map(([row, text]) => [row + before, text] as const));
  }
  return all;
};
