import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createImporter } from '../../../src/main/import/create-importer.ts';
import { planTable, type TablePlan } from '../../../src/main/import/preview/plan-table.ts';
import { surveyTable } from '../../../src/main/import/preview/survey-table.ts';
import type { RawTable } from '../../../src/main/import/raw-table.ts';
import type { Importer, TypedBatch } from '../../../src/main/import/types.ts';
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

/** All typed rows of a sheet in one batch. */
export const readAll = async (sheet: SheetPreview, importer = createImporter()): Promise<TypedBatch> => {
  const batches: TypedBatch[] = [];
  for await (const batch of importer.read(sheet, {})) batches.push(batch);
  let before = 0;
  return {
    rowNumbers: batches.flatMap((batch) => batch.rowNumbers),
    values: batches.flatMap((batch) => batch.values),
    originals: batches.flatMap((batch) => {
      const moved = batch.originals.map(([row, column, text]) => [row + before, column, text] as const);
      before += batch.values.length;
      return moved;
    }),
    aside: batches.flatMap((batch) => batch.aside),
    customer: batches.flatMap((batch) => batch.customer),
    order: batches.flatMap((batch) => batch.order),
    day: batches.flatMap((batch) => batch.day),
    amount: batches.flatMap((batch) => batch.amount),
  };
};
