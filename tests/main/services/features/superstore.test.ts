import { readFileSync } from 'node:fs';
import Papa from 'papaparse';
import { expect, it } from 'vitest';
import { describeRealData, realData } from '../../../support/real-data.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { type PlainLine, recount } from './recount.ts';
import { shopOf } from './shop-of.ts';

const folder = temporaryFolder();
const file = realData('superstore', 'superstore.csv');

describeRealData('features of Superstore', () => {
  it('are those of a plain recount, kinds of things and discounts among them', { timeout: 60_000 }, async () => {
    const { data } = Papa.parse<Record<string, string>>(readFileSync(file, 'utf8'), {
      header: true,
      skipEmptyLines: true,
    });
    const lines = data.map<PlainLine>((row) => ({
      customer: row['Customer ID']!,
      order: row['Order ID']!,
      at: row['Order Date']!,
      money: Number(row['Sales CLP']),
      quantity: Number(row.Quantity),
      product: row['Product Name']!,
      kind: row['Sub-Category']!,
    }));
    const last = lines
      .map(({ at }) => at)
      .sort()
      .at(-1)!;
    const shop = await shopOf(folder, [file]);
    const names = {
      orders: 'orders',
      totalSpent: 'totalSpent',
      daysSinceLastOrder: 'daysSinceLastOrder',
      medianOrderValue: 'medianOrderValue',
      itemsPerOrder: 'itemsPerOrder',
      distinctProducts: 'distinctProducts',
      daysBetweenOrders: 'daysBetweenOrders',
      orderIrregularity: 'orderIrregularity',
      spendTrend: 'spendTrend',
      distinctKinds: 'distinctIn:Sub-Category',
      evennessOfKinds: 'evennessIn:Sub-Category',
    };
    for (const asOf of [undefined, '2017-05-31']) {
      const found = await shop.values({ asOf, features: Object.values(names) });
      const plain = recount(lines, asOf ?? last);
      expect(found.get('orders')!.size).toBe(plain.size);
      for (const [customer, facts] of plain)
        for (const [key, own] of Object.entries(names)) {
          const expected = facts[key]!;
          const mine = found.get(own)!.get(customer)!;
          const equal = Number.isNaN(expected)
            ? Number.isNaN(mine)
            : Math.abs(mine - expected) <= 1e-9 * (1 + Math.abs(expected));
          if (!equal) expect({ customer, own, mine }).toEqual({ customer, own, mine: expected });
        }
    }

    const found = await shop.values({ features: ['discountShare:Discount', 'moneyMix:Category'] });
    const shares = new Map<string, { lines: number; reduced: number; money: number; office: number }>();
    for (const row of data) {
      const own = shares.get(row['Customer ID']!) ?? { lines: 0, reduced: 0, money: 0, office: 0 };
      own.lines += 1;
      own.money += Number(row['Sales CLP']);
      if (Number(row.Discount) > 0) own.reduced += 1;
      if (row.Category === 'Office Supplies') own.office += Number(row['Sales CLP']);
      shares.set(row['Customer ID']!, own);
    }
    for (const [customer, own] of shares) {
      expect(found.get('discountShare:Discount')!.get(customer)).toBeCloseTo(own.reduced / own.lines, 12);
      expect(found.get('moneyMix:Category=Office Supplies')!.get(customer)).toBeCloseTo(own.office / own.money, 12);
    }
    await shop.close();
  });
});
