import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { type PlainLine, recount } from './recount.ts';
import { type FeatureShop, shopOf } from './shop-of.ts';

const folder = temporaryFolder();
const day = (n: number): string => new Date(Date.UTC(2024, 0, 1) + n * 864e5).toISOString().slice(0, 10);

const kinds = ['tea', 'coffee', 'cake', 'bread', 'milk', 'salt', 'soap'] as const;
const channels = ['shop', 'web', 'phone'] as const;

const line = fc.record({
  customer: fc.integer({ min: 1, max: 6 }),
  on: fc.integer({ min: 0, max: 400 }),
  product: fc.integer({ min: 1, max: 4 }),
  quantity: fc.integer({ min: 1, max: 9 }),
  cents: fc.integer({ min: 1, max: 5000 }),
  kind: fc.constantFrom(...kinds),
  channel: fc.constantFrom(...channels),
});
type Line = typeof line extends fc.Arbitrary<infer Value> ? Value : never;

/** Before the day asked for stand lines that say what every column is, so that both files are read alike. */
const typical: Line[] = Array.from({ length: 60 }, (_, i) => ({
  customer: 1 + (i % 6),
  on: i % 40,
  product: 1 + (i % 4),
  quantity: 1 + (i % 5),
  cents: 100 + 37 * i,
  kind: kinds[i % 7]!,
  channel: channels[i % 3]!,
}));

const orderOf = ({ customer, on }: Line): string => `A${customer}-${on}`;
const csv = (lines: readonly Line[]): string =>
  [
    'Order ID,Customer ID,Order Date,SKU,Quantity,Unit Price,Category,Channel',
    ...lines.map((one) =>
      [
        orderOf(one),
        `C${one.customer}`,
        day(one.on),
        `P${one.product}`,
        one.quantity,
        (one.cents / 100).toFixed(2),
        one.kind,
        one.channel,
      ].join(','),
    ),
  ].join('\n');
const events = (lines: readonly Line[]): string =>
  [
    'Customer ID,Event Time,Event',
    ...lines.map(
      ({ customer, on, channel }) => `C${customer},${day(on)},${channel === 'web' ? 'visit' : 'email open'}`,
    ),
  ].join('\n');
/** One row a customer, of a day that may be later than the one asked for. */
const people = (until: number): string =>
  [
    'Customer ID,Date,Age,Education,Newsletter,City',
    // Enough who never ordered, so that it is a table of customers however early it ends.
    ...Array.from({ length: 36 }, (_, i) => ({ customer: i + 1, on: i < 6 ? 10 + 45 * i : i }))
      .filter(({ on }) => on <= until)
      .map(
        ({ customer, on }) =>
          `C${customer},${day(on)},${18 + 7 * customer},${customer % 2 === 0 ? 'Basic' : 'Master'},${customer % 3 === 0 ? 'yes' : 'no'},Rome`,
      ),
  ].join('\n');

const plainLine = (one: Line): PlainLine => ({
  customer: `C${one.customer}`,
  order: orderOf(one),
  at: day(one.on),
  money: (one.quantity * one.cents) / 100,
  quantity: one.quantity,
  price: one.cents / 100,
  product: `P${one.product}`,
  kind: one.kind,
});

const allOf = async (shop: FeatureShop, asOf: string) => {
  const values = await shop.values({ asOf });
  return Object.fromEntries([...values].map(([key, byCustomer]) => [key, Object.fromEntries(byCustomer)]));
};

describe('features as of a day', () => {
  it('are what they were when the files ended on that day, and what a plain recount gives', {
    timeout: 60_000,
  }, async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(line, { maxLength: 80 }), fc.integer({ min: 45, max: 380 }), async (random, end) => {
        const all = [...typical, ...random];
        const before = all.filter(({ on }) => on <= end);
        const files = (lines: readonly Line[], until: number) =>
          [
            ['orders.csv', csv(lines)],
            ['events.csv', events(lines)],
            ['people.csv', people(until)],
          ] as const;
        const [whole, cut] = [await shopOf(folder, files(all, 1000)), await shopOf(folder, files(before, end))];
        const then = await allOf(whole, day(end));
        expect(then).toEqual(await allOf(cut, day(end)));
        // What it is about is there at all.
        expect(Object.keys(then)).toEqual(
          expect.arrayContaining([
            'moneyMix:Category=*',
            'channelMix:Channel=web',
            'lastChannel:Channel=web',
            'events',
            'column:Age',
            'belowUsualPrice',
            'scoreSum',
          ]),
        );
        for (const [customer, facts] of recount(before.map(plainLine), day(end))) {
          for (const [key, value] of Object.entries(facts)) {
            const own = { distinctKinds: 'distinctIn:Category', evennessOfKinds: 'evennessIn:Category' }[key] ?? key;
            expect({ own, value: then[own]![customer]! }).toEqual({
              own,
              value: Number.isNaN(value) ? Number.NaN : expect.closeTo(value, 9),
            });
          }
        }
        await Promise.all([whole.close(), cut.close()]);
      }),
      { numRuns: 10, seed: 4 },
    );
  });
});
