import { createHash } from 'node:crypto';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { createTestJob } from '../test-shop.ts';
import { shopOf } from './shop-of.ts';

const folder = temporaryFolder();
const day = (n: number): string => new Date(Date.UTC(2023, 0, 1) + n * 864e5).toISOString().slice(0, 10);

const features = [
  'daysSinceLastOrder',
  'orders',
  'totalSpent',
  'daysSinceFirstOrder',
  'meanOrderValue',
  'distinctProducts',
];

const line = fc.record({
  customer: fc.integer({ min: 1, max: 9 }),
  // Few, so that orders go on further down, and belong to several customers.
  order: fc.integer({ min: 1, max: 30 }),
  on: fc.integer({ min: 0, max: 300 }),
  product: fc.integer({ min: 1, max: 5 }),
  quantity: fc.integer({ min: -2, max: 6 }),
  cents: fc.integer({ min: 0, max: 999_999 }),
});
type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;

/** These say what every column is. */
const typical: Line[] = Array.from({ length: 80 }, (_, i) => ({
  customer: 1 + (i % 9),
  order: 1 + ((i * 7) % 30),
  on: (i * 11) % 60,
  product: 1 + (i % 5),
  quantity: 1 + (i % 4),
  cents: 199 + 37 * i,
}));

const csvOf = (lines: readonly Line[]): string =>
  [
    'Invoice,StockCode,Quantity,InvoiceDate,Price,Customer ID',
    ...lines.map(
      ({ customer, order, on, product, quantity, cents }) =>
        `${536_000 + order},P${product},${quantity},${day(on)},${(cents / 100).toFixed(2)},${17_000 + customer}`,
    ),
  ].join('\n');

/** The seven by customer, counted without any of the product's code: days, orders, cents, first, last, mean, products. */
const recount = (lines: readonly Line[], end: number) => {
  const counted = lines.filter(({ on, quantity, cents }) => on <= end && quantity > 0 && cents > 0);
  return new Map(
    [...new Set(counted.map(({ customer }) => customer))].map((customer) => {
      const own = counted.filter((one) => one.customer === customer);
      const cents = own.reduce((sum, one) => sum + one.quantity * one.cents, 0);
      const orders = new Set(own.map(({ order }) => order)).size;
      return [
        `${17_000 + customer}`,
        {
          daysSinceLastOrder: end - Math.max(...own.map(({ on }) => on)),
          daysSinceFirstOrder: end - Math.min(...own.map(({ on }) => on)),
          orders,
          totalSpent: cents / 100,
          meanOrderValue: cents / 100 / orders,
          distinctProducts: new Set(own.map(({ product }) => product)).size,
        } as Record<string, number>,
      ];
    }),
  );
};

describe('days since, orders, total, first and last day, mean basket and distinct products', () => {
  it('are those of a plain recount as of any day, wherever an order’s lines stand', { timeout: 60_000 }, async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(line, { maxLength: 150 }),
        fc.integer({ min: 61, max: 310 }),
        fc.boolean(),
        async (random, end, inOneFile) => {
          const all = [...typical, ...random];
          const half = Math.floor(all.length / 2);
          // Read from two tables, orders of the second come before some of the first.
          const parts = inOneFile ? [all] : [all.slice(half), all.slice(0, half)];
          const shop = await shopOf(
            folder,
            parts.map((lines, i) => [`lines ${i}.csv`, csvOf(lines)] as const),
          );
          const values = await shop.values({ asOf: day(end), features });
          // Where the same number came in two files, only one customer's order goes on: that is tried elsewhere.
          const tried = inOneFile ? features : features.filter((key) => key !== 'orders' && key !== 'meanOrderValue');
          const expected = recount(all, end);
          for (const key of tried) {
            const found = values.get(key)!;
            expect([...found.keys()].sort()).toEqual([...expected.keys()].sort());
            for (const [customer, seven] of expected) expect(found.get(customer)).toBeCloseTo(seven[key]!, 9);
          }
          await shop.close();
        },
      ),
      { numRuns: 12, seed: 6 },
    );
  });

  it('are the same bytes however often they are computed', async () => {
    const hashOf = async (): Promise<string> => {
      const shop = await shopOf(folder, [['lines.csv', csvOf([...typical, ...[...typical].reverse()])]]);
      const { id } = await shop.writer.features.compute({ features }, createTestJob());
      const hash = createHash('sha256');
      for (const feature of features)
        hash.update(
          Buffer.from(Float64Array.from(await shop.reader.column({ of: 'features', snapshotId: id, feature })).buffer),
        );
      await shop.close();
      return hash.digest('hex');
    };
    expect(await hashOf()).toBe(await hashOf());
  });

  it('stop at once when they are cancelled in the middle, and leave nothing behind', { timeout: 60_000 }, async () => {
    const lines = Array.from({ length: 60_000 }, (_, i) => ({
      customer: i % 5000,
      order: i >> 2,
      on: i % 300,
      product: i % 50,
      quantity: 1 + (i % 5),
      cents: 100 + (i % 900),
    }));
    const shop = await shopOf(folder, [['lines.csv', csvOf(lines)]]);
    for (const at of [0.05, 0.4, 0.7, 0.85]) {
      const stop = new AbortController();
      const seen: number[] = [];
      let asked = 0;
      const job = {
        ...createTestJob(),
        signal: stop.signal,
        progress: (_: string, fraction: number) => {
          seen.push(fraction);
          if (fraction < at || stop.signal.aborted) return;
          asked = performance.now();
          stop.abort();
        },
      };
      await expect(shop.writer.features.compute({ features }, job)).rejects.toMatchObject({ code: 'cancelled' });
      expect(performance.now() - asked).toBeLessThan(2000);
      expect(seen).toEqual([...seen].sort((a, b) => a - b));
    }
    const made = await shop.writer.features.compute({ features }, createTestJob());
    expect(made.customers).toBe(5000);
    await shop.close();
  });
});
