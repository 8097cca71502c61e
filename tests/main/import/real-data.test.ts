import { expect, it } from 'vitest';
import { createImporter } from '../../../src/main/import/create-importer.ts';
import { writeCell } from '../../../src/main/import/write-cell.ts';
import { describeRealData, realData } from '../../support/real-data.ts';
import { doubtsIn, previewFile, readAll, rolesIn } from './import-text.ts';

const asideOf = (setAside: readonly { reason: string; lines: number }[]) =>
  Object.fromEntries(setAside.map(({ reason, lines }) => [reason, lines]));

describeRealData('Online Retail', () => {
  const path = realData('online_retail/online_retail.csv.gz');

  it('has the known counts, for certain, in seconds', { timeout: 60_000 }, async () => {
    const importer = createImporter();
    const began = performance.now();
    const sheet = await previewFile(path, {}, importer);
    const previewed = performance.now();
    expect(sheet).toMatchObject({ kind: 'orderLines', rows: 541_909, confident: true, doubts: [], notes: [] });
    expect(rolesIn(sheet)).toEqual({
      order: 'InvoiceNo',
      product: 'StockCode',
      quantity: 'Quantity',
      date: 'InvoiceDate',
      price: 'UnitPrice',
      customer: 'CustomerID',
    });
    expect(sheet.totals).toMatchObject({
      customers: 4338,
      orders: 18_532,
      orderLines: 397_884,
      firstDay: '2022-12-01',
      lastDay: '2023-12-09',
    });
    expect(sheet.totals.revenue).toBeCloseTo(8_911_407.9, 2);
    expect(asideOf(sheet.setAside)).toEqual({ noCustomer: 135_080, cancelled: 8905, notAboveZero: 40, unreadable: 0 });
    expect(sheet.columns.map(({ missing, odd }) => [missing, odd])).toEqual(
      [0, 0, 1454, 0, 0, 0, 135_080, 0].map((missing) => [missing, 0]),
    );

    const readFrom = performance.now();
    let rows = 0;
    let lines = 0;
    for await (const batch of importer.read([sheet], {})) {
      rows += batch.rowNumbers.length;
      lines += batch.aside.filter((mask) => mask === 0).length;
      expect(batch.originals).toEqual([]);
    }
    expect([rows, lines]).toEqual([541_909, 397_884]);
    // A quarter of it on an idle machine.
    expect(previewed - began).toBeLessThan(6000);
    expect(performance.now() - readFrom).toBeLessThan(4000);
  });

  it('counts what is kept', { timeout: 60_000 }, async () => {
    const { totals } = await previewFile(path, { keep: ['notAboveZero'] });
    expect(totals.orderLines).toBe(397_924);
  });
});

describeRealData('other shops', () => {
  it.each([
    ['superstore/superstore.csv', 'orderLines', true, 793, 5009],
    ['cdnow/CDNOW_master.txt', 'orderLines', true, 23_570, null],
    ['cdnow/CDNOW_sample.txt', 'orderLines', false, 2357, null],
    ['marketing_campaign/marketing_campaign.csv', 'customers', true, 2240, null],
    ['mall/Mall_Customers_standard.csv', 'customers', true, 200, null],
    ['telco/Telco-Customer-Churn.csv', 'customers', true, 7043, null],
    ['bank_marketing/bank-marketing.csv', 'customers', false, 45_211, null],
    ['hillstrom/hillstrom.csv', 'customers', false, 64_000, null],
  ] as const)('%s', { timeout: 60_000 }, async (file, kind, confident, customers, orders) => {
    const importer = createImporter();
    const sheet = await previewFile(realData(file), { keep: ['notAboveZero'] }, importer);
    expect(sheet).toMatchObject({ kind, confident });
    expect(sheet.totals.customers).toBe(customers);
    if (orders !== null) expect(sheet.totals.orders).toBe(orders);
    expect(doubtsIn(sheet).length > 0).toBe(!confident);
    expect(sheet.columns.reduce((sum, column) => sum + column.odd, 0)).toBe(0);

    // What is stored writes the very cells of the file.
    const batch = await readAll(sheet, importer);
    expect(batch.values).toHaveLength(sheet.rows);
    const kept = new Map(batch.originals.map(([row, column, text]) => [`${row}:${column}`, text]));
    sheet.sample.forEach((cells, row) => {
      const written = sheet.columns.map(
        (column, at) => kept.get(`${row}:${at}`) ?? writeCell(batch.values[row]![at]!, column),
      );
      expect(written).toEqual(cells);
    });
  });

  it('superstore: money is its sales, dates are its order dates', async () => {
    const sheet = await previewFile(realData('superstore/superstore.csv'));
    expect(rolesIn(sheet)).toMatchObject({
      amount: 'Sales CLP',
      date: 'Order Date',
      order: 'Order ID',
      customer: 'Customer ID',
    });
  });

  it('marketing campaign: the day of joining is a fact, no order date', async () => {
    const sheet = await previewFile(realData('marketing_campaign/marketing_campaign.csv'));
    const joined = sheet.columns.find(({ name }) => name === 'Dt_Customer');
    expect(joined).toMatchObject({ type: 'date', format: 'dd-MM-yyyy', role: 'none' });
    expect(sheet.delimiter).toBe('\t');
    expect(sheet.columns.find(({ name }) => name === 'Income')).toMatchObject({ missing: 24, type: 'integer' });
  });
});
