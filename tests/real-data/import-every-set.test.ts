import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openForReading } from '../../src/main/store/project-file.ts';
import type { ColumnRole, ColumnType } from '../../src/shared/model/column.ts';
import type { SourceKind, Totals } from '../../src/shared/model/source.ts';
import { createTestJob, createTestShop } from '../main/services/test-shop.ts';
import { temporaryFolder } from '../main/store/temporary-folder.ts';
import { describeRealData, realData } from '../support/real-data.ts';

interface KnownSet {
  readonly file: string;
  readonly kind: SourceKind;
  readonly delimiter: string;
  readonly headerRow: number;
  readonly rows: number;
  readonly roles: Partial<Record<ColumnRole, string>>;
  /** Of every column, in the order of the file. */
  readonly types: readonly ColumnType[];
  readonly formats?: Readonly<Record<string, string>>;
  readonly missing?: Readonly<Record<string, number>>;
  readonly totals: Partial<Totals>;
  readonly setAside?: Readonly<Record<string, number>>;
  /** Sums over the stored cells, as an independent reader of the file gets them. */
  readonly sums: Readonly<Record<string, number>>;
}

const [text, integer, decimal, category, boolean, date, timestamp] = [
  'text',
  'integer',
  'decimal',
  'category',
  'boolean',
  'date',
  'timestamp',
] as const satisfies readonly ColumnType[];
const times = (count: number, type: ColumnType): ColumnType[] => new Array<ColumnType>(count).fill(type);

const sets: readonly KnownSet[] = [
  {
    file: 'online_retail/online_retail.csv.gz',
    kind: 'orderLines',
    delimiter: ',',
    headerRow: 1,
    rows: 541_909,
    roles: {
      order: 'InvoiceNo',
      product: 'StockCode',
      quantity: 'Quantity',
      date: 'InvoiceDate',
      price: 'UnitPrice',
      customer: 'CustomerID',
    },
    types: [text, text, text, integer, timestamp, decimal, integer, category],
    missing: { Description: 1454, CustomerID: 135_080 },
    totals: {
      customers: 4338,
      orders: 18_532,
      orderLines: 397_884,
      revenue: 8_911_407.904,
      firstDay: '2022-12-01',
      lastDay: '2023-12-09',
    },
    setAside: { noCustomer: 135_080, cancelled: 8905, notAboveZero: 40, unreadable: 0 },
    sums: { Quantity: 5_176_450 },
  },
  {
    file: 'superstore/superstore.csv',
    kind: 'orderLines',
    delimiter: ',',
    headerRow: 1,
    rows: 9993,
    roles: {
      order: 'Order ID',
      customer: 'Customer ID',
      product: 'Product Name',
      date: 'Order Date',
      quantity: 'Quantity',
      amount: 'Sales CLP',
    },
    types: [
      ...[text, integer, integer, text, category, category, decimal, date, integer, integer, category],
      ...[integer, integer, category, category, integer, integer],
    ],
    formats: { 'Order Date': 'yyyy-MM-dd' },
    totals: {
      customers: 793,
      orders: 5009,
      orderLines: 9993,
      revenue: 1_788_726_123,
      firstDay: '2014-01-03',
      lastDay: '2017-12-30',
    },
    sums: { 'Sales CLP': 1_788_726_123 },
  },
  {
    file: 'cdnow/CDNOW_master.txt',
    kind: 'orderLines',
    delimiter: 'whitespace',
    headerRow: 1,
    rows: 69_659,
    roles: { customer: 'customer_id', date: 'date', quantity: 'number_of_cds', amount: 'dollar_value' },
    types: [text, date, integer, decimal],
    formats: { date: 'yyyyMMdd' },
    // 80 orders were free; of 23,570 customers 68 have no other.
    totals: { customers: 23_502, orders: 67_511, orderLines: 69_579, firstDay: '1997-01-01', lastDay: '1998-06-30' },
    setAside: { noCustomer: 0, cancelled: 0, notAboveZero: 80, unreadable: 0 },
    sums: { number_of_cds: 167_881, dollar_value: 2_500_315.63 },
  },
  {
    file: 'cdnow/CDNOW_sample.txt',
    kind: 'orderLines',
    delimiter: 'whitespace',
    headerRow: 0,
    rows: 6919,
    // The first column is the number in the master file, the second the sample’s own.
    roles: { customer: 'Column 1', date: 'Column 3', quantity: 'Column 4', amount: 'Column 5' },
    types: [text, text, date, integer, decimal],
    formats: { 'Column 3': 'yyyyMMdd' },
    totals: { customers: 2349, orders: 6688, orderLines: 6911, firstDay: '1997-01-01', lastDay: '1998-06-30' },
    setAside: { noCustomer: 0, cancelled: 0, notAboveZero: 8, unreadable: 0 },
    sums: { 'Column 5': 244_091.94 },
  },
  {
    file: 'cdnow/cdnow_customers_summary_with_transactions.csv',
    kind: 'customers',
    delimiter: ',',
    headerRow: 1,
    rows: 2357,
    roles: { customer: 'ID' },
    types: [integer, integer, decimal, decimal, decimal],
    totals: { customers: 2357, orders: null, orderLines: null },
    sums: { x: 2457 },
  },
  {
    file: 'marketing_campaign/marketing_campaign.csv',
    kind: 'customers',
    delimiter: '\t',
    headerRow: 1,
    rows: 2240,
    roles: { customer: 'ID' },
    types: [integer, integer, category, category, integer, integer, integer, date, ...times(21, integer)],
    formats: { Dt_Customer: 'dd-MM-yyyy' },
    missing: { Income: 24 },
    totals: { customers: 2240, orders: null },
    sums: { Income: 115_779_909 },
  },
  {
    file: 'mall/Mall_Customers_standard.csv',
    kind: 'customers',
    delimiter: ',',
    headerRow: 1,
    rows: 200,
    roles: { customer: 'CustomerID' },
    types: [integer, category, integer, integer, integer],
    totals: { customers: 200, orders: null },
    sums: { 'Annual Income (k$)': 12_112, 'Spending Score (1-100)': 10_040 },
  },
  {
    file: 'telco/Telco-Customer-Churn.csv',
    kind: 'customers',
    delimiter: ',',
    headerRow: 1,
    rows: 7043,
    roles: { customer: 'customerID' },
    types: [
      ...[text, category, integer, boolean, boolean, integer, boolean],
      ...times(9, category),
      ...[boolean, category, decimal, decimal, boolean],
    ],
    missing: { TotalCharges: 11 },
    totals: { customers: 7043, orders: null },
    sums: { TotalCharges: 16_056_168.7, MonthlyCharges: 456_116.6 },
  },
  {
    file: 'bank_marketing/bank-marketing.csv',
    kind: 'customers',
    delimiter: ';',
    headerRow: 1,
    rows: 45_211,
    roles: {},
    types: [
      ...[integer, category, category, category, boolean, integer, boolean, boolean, category, integer, category],
      ...[integer, integer, integer, integer, category, integer],
    ],
    totals: { customers: 45_211, orders: null },
    sums: { balance: 61_589_682 },
  },
  {
    file: 'hillstrom/hillstrom.csv',
    kind: 'customers',
    delimiter: ',',
    headerRow: 1,
    // 6,562 of them are like another to the last cell, and customers all the same.
    rows: 64_000,
    roles: { channel: 'channel' },
    types: [
      ...[integer, category, decimal, integer, integer, category, integer, category, category],
      ...[integer, integer, decimal],
    ],
    totals: { customers: 64_000, orders: null },
    sums: { visit: 9394, spend: 67_258.13 },
  },
];

const folder = temporaryFolder();

describeRealData('every set imports right in one go', () => {
  it.each(sets.map((set) => [set.file, set] as const))('%s', { timeout: 60_000 }, async (file, set) => {
    const { writer, reader } = createTestShop(folder);
    const path = join(folder, `${file.replace(/\W/g, '-')}.tessera`);
    await writer.project.create({ name: file, path });
    const sources = await writer.source.import({ paths: [realData(file)] }, createTestJob());
    expect(sources).toHaveLength(1);
    const [source] = sources;
    const { kind, delimiter, headerRow, rows } = set;
    expect(source).toMatchObject({ kind, delimiter, headerRow, rows, encoding: 'utf-8', sheet: null });
    const { columns } = source!;
    expect(Object.fromEntries(columns.flatMap(({ role, name }) => (role === 'none' ? [] : [[role, name]])))).toEqual(
      set.roles,
    );
    expect(columns.map(({ type }) => type)).toEqual(set.types);
    for (const { name, missing, odd, format } of columns) {
      expect([name, missing, odd]).toEqual([name, set.missing?.[name] ?? 0, 0]);
      if (set.formats?.[name]) expect(format).toBe(set.formats[name]);
    }
    const info = await reader.project.info(undefined);
    const { revenue, ...counts } = set.totals;
    expect(info!.totals).toMatchObject(counts);
    if (revenue) expect(info!.totals!.revenue).toBeCloseTo(revenue, 2);
    if (set.setAside) {
      const aside = await reader.source.setAside({ sourceId: source!.id });
      expect(Object.fromEntries(aside.map(({ reason, lines }) => [reason, lines]))).toEqual(set.setAside);
    }
    await writer.dispose();
    await reader.dispose();

    const db = openForReading(path);
    try {
      expect(db.prepare<{ n: number }>(`SELECT count(*) AS n FROM ${source!.table}`).get()!.n).toBe(rows);
      for (const [name, sum] of Object.entries(set.sums)) {
        const stored = db.prepare<{ sum: number }>(`SELECT sum("${name}") AS sum FROM ${source!.table}`).get()!.sum;
        expect([name, stored]).toEqual([name, expect.closeTo(sum, 2)]);
      }
    } finally {
      db.close();
    }
  });
});
