import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import type { ColumnRole, ColumnType } from '../../../../src/shared/model/column.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { shopOf } from '../features/shop-of.ts';
import { createTestJob } from '../test-shop.ts';

const folder = temporaryFolder();

type Cell = string | number;
const csv = (rows: readonly (readonly Cell[])[]): string => `${rows.map((row) => row.join(',')).join('\n')}\n`;

interface Line {
  readonly order: string;
  readonly customer: number;
  readonly day: string;
  readonly article: number;
  readonly money: number;
}

const dayOf = (n: number): string => new Date(Date.UTC(2024, 0, 1 + n)).toISOString().slice(0, 10);
const cardOf = (customer: number): string => `LC${40_000 + 37 * customer}`;
const kinds = ['Garden', 'Kitchen', 'Bath'];
const kindOf = (article: number): string => kinds[article % 3]!;

const makeLines = (): Line[] => {
  const random = createRandom(12);
  return Array.from({ length: 300 }, (_, i) => i).flatMap((i) => {
    const [customer, on] = [1 + Math.floor(random() * 60), Math.floor(random() * 360)];
    return Array.from({ length: 1 + Math.floor(random() * 3) }, () => ({
      order: `SO-${70_000 + 3 * i}`,
      customer,
      day: dayOf(on),
      article: 1 + Math.floor(random() * 48),
      money: 2 + Math.floor(random() * 3_000) / 100,
    }));
  });
};

const ordersCsv = (lines: readonly Line[]): string =>
  csv([
    ['Order No', 'Customer No', 'Loyalty card', 'Date', 'Article', 'Amount'],
    ...lines.map(({ order, customer, day, article, money }) => [
      order,
      `K-${customer}`,
      cardOf(customer),
      day,
      article,
      money.toFixed(2),
    ]),
  ]);

const byCustomer = (lines: readonly Line[]): Map<string, Line[]> => {
  const found = new Map<string, Line[]>();
  for (const line of lines) found.set(`K-${line.customer}`, [...(found.get(`K-${line.customer}`) ?? []), line]);
  return found;
};

const sumOf = (lines: readonly Line[]): number => lines.reduce((sum, { money }) => sum + money, 0);

describe('features through joins', () => {
  it('tell the kinds of things bought from a table of products', async () => {
    const lines = makeLines();
    // Two articles are in no table, as it is with things no longer sold.
    const products = Array.from({ length: 46 }, (_, i) => i + 1);
    const shop = await shopOf(folder, [
      ['lines.csv', ordersCsv(lines)],
      [
        'products.csv',
        csv([
          ['SKU', 'Title', 'Department', 'Cost'],
          ...products.map((n) => [`000${String(n).padStart(3, '0')}`, `Thing ${n}`, kindOf(n), (n / 7).toFixed(2)]),
        ]),
      ],
    ]);
    const made = await shop.writer.features.compute({}, createTestJob());
    const key = made.features.find(({ key: one }) => one.endsWith('.Department=Bath'))!.key.replace(/=Bath$/, '');
    const name = key.slice(key.indexOf(':') + 1);
    const found = await shop.values({ features: [key, `distinctIn:${name}`] });
    for (const [customer, own] of byCustomer(lines)) {
      const known = own.filter(({ article }) => article <= 46);
      for (const kind of kinds) {
        const share = sumOf(known.filter(({ article }) => kindOf(article) === kind)) / sumOf(known);
        const mine = found.get(`${key}=${kind}`)!.get(customer)!;
        if (known.length === 0) expect(mine).toBeNaN();
        else expect(mine).toBeCloseTo(share, 9);
      }
      expect(found.get(`distinctIn:${name}`)!.get(customer)).toBe(
        new Set(known.map((one) => kindOf(one.article))).size,
      );
    }
    const entry = (await shop.reader.features.catalogue(undefined)).find((one) => one.key === key)!;
    expect(entry.lineage.values).toMatchObject({ key: 'Article', otherKey: 'SKU', column: 'Department' });
    await shop.close();
  });

  it('count orders in a table of returns, none that came back later than the day asked for', async () => {
    const lines = makeLines();
    const orders = [...new Map(lines.map((line) => [line.order, line.day]))];
    const refunds = orders.filter((_, i) => i % 7 === 0).map(([order, day], i) => ({ order, day, on: dayOf(10 * i) }));
    const shop = await shopOf(folder, [
      ['lines.csv', ordersCsv(lines)],
      [
        'refunds.csv',
        csv([
          ['Refund', 'Order No', 'Date', 'Reason'],
          ...refunds.map(({ order, on }, i) => [`R${i}`, order, on, 'damaged']),
        ]),
      ],
    ]);
    for (const asOf of [undefined, dayOf(200)]) {
      const found = await shop.values(
        asOf === undefined
          ? { features: ['returnRate', 'returnedMoney'] }
          : { asOf, features: ['returnRate', 'returnedMoney'] },
      );
      const back = new Set(refunds.filter(({ on }) => asOf === undefined || on <= asOf).map(({ order }) => order));
      const known = byCustomer(lines.filter(({ day }) => asOf === undefined || day <= asOf));
      let some = 0;
      for (const [customer, own] of known) {
        const returned = own.filter(({ order }) => back.has(order));
        if (returned.length > 0) some += 1;
        expect(found.get('returnRate')!.get(customer)).toBeCloseTo(returned.length / own.length, 12);
        expect(found.get('returnedMoney')!.get(customer)).toBeCloseTo(sumOf(returned) / sumOf(own), 9);
      }
      expect(some).toBeGreaterThan(5);
    }
    await shop.close();
  });

  it('take facts and events from tables that know customers by another number', async () => {
    const lines = makeLines();
    const cards = Array.from({ length: 70 }, (_, i) => i + 1);
    const visits = cards.flatMap((n) =>
      Array.from({ length: n % 4 }, (_, i) => [cardOf(n), dayOf(300 + i), ['app', 'web'][i % 2]!]),
    );
    const shop = await shopOf(folder, [
      ['lines.csv', ordersCsv(lines)],
      [
        'members.csv',
        csv([
          ['Loyalty card', 'Age', 'Tier'],
          ...cards.map((n) => [cardOf(n), 18 + n, ['gold', 'silver', 'basic'][n % 3]!]),
        ]),
      ],
    ]);
    const path = join(folder, 'visits.csv');
    writeFileSync(path, csv([['Loyalty card', 'Date', 'Device'], ...visits]));
    const column = (name: string, type: ColumnType, role: ColumnRole) => ({ name, type, role });
    const columns = [
      column('Loyalty card', 'text', 'none'),
      column('Date', 'date', 'date'),
      column('Device', 'category', 'none'),
    ];
    await shop.writer.source.import(
      { paths: [path], mapping: [{ sheet: null, kind: 'events', columns }] },
      createTestJob(),
    );
    const found = await shop.values({
      features: ['column:Age', 'level:Tier=gold', 'events', 'eventCount:Device=web', 'daysSinceEvent'],
    });
    const { joins } = await shop.writer.joins.find(undefined, createTestJob());
    expect(joins.map(({ use }) => use)).toEqual(expect.arrayContaining(['facts', 'events']));
    const last = lines
      .map(({ day }) => day)
      .sort()
      .at(-1)!;
    for (const customer of byCustomer(lines).keys()) {
      const n = Number(customer.slice(2));
      const own = visits.filter(([card]) => card === cardOf(n));
      expect(found.get('column:Age')!.get(customer)).toBe(18 + n);
      expect(found.get('level:Tier=gold')!.get(customer)).toBe(n % 3 === 0 ? 1 : 0);
      expect(found.get('events')!.get(customer)).toBe(own.length);
      expect(found.get('eventCount:Device=web')!.get(customer)).toBe(
        own.filter(([, , device]) => device === 'web').length,
      );
      const latest = own
        .map(([, on]) => on)
        .sort()
        .at(-1);
      const days = latest === undefined ? Number.NaN : (Date.parse(last) - Date.parse(latest)) / 86_400_000;
      expect(found.get('daysSinceEvent')!.get(customer)).toBe(days);
    }
    const entries = await shop.reader.features.catalogue(undefined);
    for (const key of ['column:Age', 'level:Tier', 'events'])
      expect(entries.find((one) => one.key === key)!.lineage.values).toMatchObject({ otherKey: 'Loyalty card' });
    // Switched off, nothing says any more whose the cards are.
    await shop.writer.joins.switch({ id: joins.find(({ use }) => use === 'facts')!.id, on: false });
    expect((await shop.reader.features.catalogue(undefined)).some(({ key }) => key === 'column:Age')).toBe(false);
    await shop.close();
  });

  it('stay in the segments when the next month comes in', async () => {
    const lines = makeLines();
    const isFirst = ({ day }: Line) => day < '2024-07-01';
    const [first, second] = [lines.filter(isFirst), lines.filter((line) => !isFirst(line))];
    const products = Array.from({ length: 48 }, (_, i) => [`A-${i + 1}`, kindOf(i + 1), i / 4]);
    const withCodes = (some: readonly Line[]) => ordersCsv(some).replace(/,(\d+),([\d.]+)$/gm, ',A-$1,$2');
    const shop = await shopOf(folder, [
      ['sales 2024-06.csv', withCodes(first)],
      ['goods.csv', csv([['Article', 'Department', 'Cost'], ...products])],
    ]);
    const made = await shop.writer.features.compute({}, createTestJob());
    const bath = made.features.find(({ key }) => key.endsWith('.Department=Bath'))!.key;
    await shop.writer.segmentation.run(
      { method: 'kmeans', k: 3, seed: 1, features: ['orders', 'totalSpent', bath] },
      createTestJob(),
    );
    const next = join(folder, 'sales 2024-12.csv');
    writeFileSync(next, withCodes(second));
    const outcome = await shop.writer.recipe.import({ paths: [next] }, createTestJob());
    expect(outcome).toMatchObject({ problem: null, segmentationId: expect.any(Number) });
    const run = (await shop.reader.segmentation.get({}))!;
    expect(run.preparation.map(({ feature }) => feature)).toContain(bath);
    // Of all lines, also those of the month that came since anybody looked for joins.
    const values = await shop.reader.column({ of: 'features', snapshotId: run.snapshotId, feature: bath });
    const expected = [...byCustomer(lines).values()].map(
      (own) => sumOf(own.filter(({ article }) => kindOf(article) === 'Bath')) / sumOf(own),
    );
    const rounded = (all: Iterable<number>) =>
      Array.from(all, (value) => Math.round(value * 1e9)).sort((a, b) => a - b);
    expect(rounded(values)).toEqual(rounded(expected));
    await shop.close();
  });
});
