import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { describeRealData, realData } from '../../../support/real-data.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { type PlainLine, recount } from './recount.ts';
import { shopOf } from './shop-of.ts';

const folder = temporaryFolder();
const file = realData('online_retail', 'online_retail.csv.gz');

interface Row {
  InvoiceNo: string;
  StockCode: string;
  Quantity: string;
  InvoiceDate: string;
  UnitPrice: string;
  CustomerID: string;
}

const keys = [
  ...['daysSinceLastOrder', 'orders', 'totalSpent', 'daysSinceFirstOrder', 'meanOrderValue', 'medianOrderValue'],
  ...['spentShareLast90', 'linesPerOrder', 'itemsPerOrder', 'distinctProducts', 'daysBetweenOrders'],
  ...['orderIrregularity', 'spendTrend', 'belowUsualPrice', 'weekendShare', 'quarterShare=4', 'strongestQuarter'],
];

describeRealData('features of Online Retail', () => {
  it('are those of a plain recount, for all 4,338 customers, today and as of an earlier day', {
    timeout: 120_000,
  }, async () => {
    const text = gunzipSync(readFileSync(file)).toString();
    const { data } = Papa.parse<Row>(text, { header: true, skipEmptyLines: true });
    const rows = data.filter(({ CustomerID }) => CustomerID !== '');
    const isBack = ({ InvoiceNo, Quantity }: Row) => InvoiceNo.startsWith('C') || Number(Quantity) < 0;
    const counted = rows
      .filter((row) => !isBack(row) && Number(row.Quantity) > 0 && Number(row.UnitPrice) > 0)
      .map<PlainLine>((row) => ({
        customer: String(Number(row.CustomerID)),
        order: row.InvoiceNo,
        at: row.InvoiceDate,
        money: Number(row.Quantity) * Number(row.UnitPrice),
        quantity: Number(row.Quantity),
        price: Number(row.UnitPrice),
        product: row.StockCode,
      }));
    const shop = await shopOf(folder, [file]);
    for (const asOf of [undefined, '2023-06-15']) {
      const found = await shop.values({
        asOf,
        features: [...keys.filter((key) => !key.includes('=')), 'quarterShare'],
      });
      const plain = recount(counted, asOf ?? '2023-12-09');
      if (asOf === undefined) expect(plain.size).toBe(4338);
      expect(found.get('orders')!.size).toBe(plain.size);
      for (const key of keys) {
        const values = found.get(key)!;
        const wrong = [...plain].filter(([customer, facts]) => {
          const mine = values.get(customer)!;
          const theirs = facts[key]!;
          return Number.isNaN(theirs)
            ? !Number.isNaN(mine)
            : !(Math.abs(mine - theirs) <= 1e-9 * (1 + Math.abs(theirs)));
        });
        expect({ key, asOf, wrong: wrong.slice(0, 3) }).toEqual({ key, asOf, wrong: [] });
      }
    }
    const { returnRate } = Object.fromEntries(await shop.values({ features: ['returnRate'] }));
    const back = new Map<string, [number, number]>();
    for (const row of rows) {
      const sums = back.get(String(Number(row.CustomerID))) ?? [0, 0];
      if (isBack(row)) sums[0] += 1;
      else if (Number(row.UnitPrice) > 0) sums[1] += 1;
      back.set(String(Number(row.CustomerID)), sums);
    }
    for (const [customer, rate] of returnRate!) {
      const [returned, bought] = back.get(customer)!;
      expect(rate).toBeCloseTo(returned / bought, 12);
    }
    await shop.close();
  });
});
