import { join } from 'node:path';
import ExcelJS from 'exceljs';
import { expect, it } from 'vitest';
import { createImporter } from '../../../src/main/import/create-importer.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { notesIn, readAll, rolesIn } from './import-text.ts';

const folder = temporaryFolder();

it('a workbook gives a preview a sheet; those that segments do not use say so', async () => {
  const book = new ExcelJS.Workbook();
  const orders = book.addWorksheet('Orders');
  orders.addRow(['Order ID', 'Order Date', 'Customer ID', 'Customer Name', 'Sales', 'Quantity']);
  for (let i = 0; i < 200; i += 1) {
    const day = new Date(Date.UTC(2024, i % 12, (i % 28) + 1));
    orders.addRow([`CA-${1000 + (i >> 1)}`, day, `AB-${i % 40}`, `Ann ${i % 40}`, i * 1.25 + 3, (i % 4) + 1]);
  }
  const people = book.addWorksheet('People');
  people.addRows([
    ['Person', 'Region'],
    ['Anna', 'West'],
    ['Chuck', 'East'],
    ['Kelly', 'Central'],
  ]);
  const returns = book.addWorksheet('Returns');
  returns.addRows([
    ['Returned', 'Order ID'],
    ['Yes', 'CA-1000'],
    ['Yes', 'CA-1001'],
    ['Yes', 'CA-1002'],
  ]);
  const path = join(folder, 'shop.xlsx');
  await book.xlsx.writeFile(path);

  const importer = createImporter();
  const sheets = await importer.preview([path], {});
  expect(sheets.map(({ sheet, kind }) => [sheet, kind])).toEqual([
    ['Orders', 'orderLines'],
    ['People', 'events'],
    ['Returns', 'events'],
  ]);
  expect(rolesIn(sheets[0]!)).toEqual({
    order: 'Order ID',
    date: 'Order Date',
    customer: 'Customer ID',
    name: 'Customer Name',
    amount: 'Sales',
    quantity: 'Quantity',
  });
  expect(sheets[0]).toMatchObject({
    confident: true,
    totals: { customers: 40, orders: 200, orderLines: 200, firstDay: '2024-01-01' },
  });
  expect(notesIn(sheets[2]!)).toEqual([
    'Used beside the orders; “What belongs together”, under Data, shows what comes of it.',
  ]);
  const read = await readAll(sheets[2]!, importer);
  expect(read.values[0]).toEqual([1, 'CA-1000']);
});
