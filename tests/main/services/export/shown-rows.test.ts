import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import ExcelJS from 'exceljs';
import Papa from 'papaparse';
import { afterAll, expect, it } from 'vitest';
import type { RowOrder } from '../../../../src/shared/model/rows.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { createTestJob, createTestShop, writeOrderLines } from '../test-shop.ts';

const folder = temporaryFolder();
const shop = createTestShop(folder);
await shop.writer.project.create({ name: 'Shop', path: join(folder, 'shown.tessera') });
await shop.writer.source.import({ paths: [writeOrderLines(folder)] }, createTestJob());
afterAll(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});
const [source] = await shop.reader.source.list(undefined);
const { id: sourceId, columns } = source!;
const words = {
  title: 'rows',
  row: 'Row',
  aside: 'Set aside',
  reasons: { cancelled: 'Cancelled' },
  yes: 'Yes',
  no: 'No',
};

/** What the screen shows: every page in turn. */
const shownPages = async (order: Omit<RowOrder, 'sourceId'>): Promise<string[][]> => {
  const lines: string[][] = [];
  for (;;) {
    const page = await shop.reader.source.rows({ sourceId, ...order, offset: lines.length, limit: 137 });
    page.rows.forEach((cells, i) => {
      const reason = page.aside[i]!;
      lines.push([
        String(page.numbers[i]),
        reason === null ? '' : reason === 'cancelled' ? 'Cancelled' : reason,
        ...cells.map((cell) => (cell === null ? '' : String(cell).replace(/T(?=\d\d:)/, ' '))),
      ]);
    });
    if (page.rows.length === 0) return lines;
  }
};
const written = async (order: Omit<RowOrder, 'sourceId'>, format: 'csv' | 'xlsx'): Promise<string> => {
  const handle = await shop.writer.export.rows({ sourceId, ...order, format, words }, createTestJob());
  return (await shop.writer.file(handle.id))!.path;
};

const number = columns.find(({ type }) => type === 'integer' || type === 'decimal')!.name;
const day = columns.find(({ role }) => role === 'date')!.name;
const orders: Omit<RowOrder, 'sourceId'>[] = [
  {},
  { sort: { column: number, descending: true } },
  { sort: { column: day, descending: false }, filters: [{ test: 'between', column: number, least: 2 }] },
  {
    filters: [
      { test: 'aside', reason: 'none' },
      { test: 'filled', column: day },
    ],
  },
];

it.each(orders)('what is saved is what is shown: %j', async (order) => {
  const shown = await shownPages(order);
  expect(shown.length).toBeGreaterThan(100);
  const csv = readFileSync(await written(order, 'csv'), 'utf8');
  const { data } = Papa.parse<string[]>(csv, { skipEmptyLines: true });
  expect(data[0]).toEqual(['Row', 'Set aside', ...columns.map(({ name }) => name)]);
  expect(data.slice(1)).toEqual(shown);

  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(await written(order, 'xlsx'));
  const sheet = book.worksheets[0]!;
  expect(sheet.rowCount).toBe(shown.length + 1);
  const cells = Array.from(
    { length: columns.length + 2 },
    (_, at) => sheet.getRow(shown.length + 1).getCell(at + 1).text,
  );
  expect(cells).toEqual(shown.at(-1));
});

it('ends where somebody cancels', async () => {
  const stop = new AbortController();
  const job = { signal: stop.signal, progress: () => stop.abort() };
  const sort = { column: number, descending: false };
  await expect(shop.writer.export.rows({ sourceId, sort, format: 'csv', words }, job)).rejects.toMatchObject({
    code: 'cancelled',
  });
});
