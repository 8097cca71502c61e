import { readFileSync } from 'node:fs';
import { read, utils } from '@e965/xlsx';
import { expect, it } from 'vitest';
import { shopOf } from '../main/services/features/shop-of.ts';
import { createTestJob } from '../main/services/test-shop.ts';
import { temporaryFolder } from '../main/store/temporary-folder.ts';
import { describeRealData, realData } from '../support/real-data.ts';

const folder = temporaryFolder();
const file = realData('superstore', 'Sample - Superstore.xls');

type Sheet = Record<string, string | number>[];

describeRealData('the three sheets of Superstore in one go', () => {
  it('are joined as a plain recount says, with the return rate of every customer', { timeout: 120_000 }, async () => {
    const workbook = read(readFileSync(file));
    const sheet = (name: string): Sheet => utils.sheet_to_json(workbook.Sheets[name]!);
    const [orders, returns, people] = [sheet('Orders'), sheet('Returns'), sheet('People')];
    const shop = await shopOf(folder, [file]);
    const { joins } = await shop.writer.joins.find(undefined, createTestJob());
    expect(joins.map(({ left, right, on }) => [left.name, left.column, right.name, right.column, on])).toEqual([
      ['Orders', 'Order ID', 'Returns', 'Order ID', true],
      ['Orders', 'Region', 'People', 'Region', true],
      // The four people bought something themselves.
      ['Orders', 'Customer Name', 'People', 'Person', false],
    ]);

    const returned = new Set(returns.map((row) => row['Order ID']));
    const known = new Set(orders.map((row) => row['Order ID']));
    const matched = orders.filter((row) => returned.has(row['Order ID']!)).length;
    const matchedReturns = returns.filter((row) => known.has(row['Order ID']!)).length;
    expect(joins[0]).toMatchObject({
      use: 'returns',
      cardinality: 'manyToOne',
      comparison: 'asWritten',
      left: { rows: orders.length, matched, unmatched: orders.length - matched, blank: 0 },
      right: { rows: returns.length, matched: matchedReturns, unmatched: returns.length - matchedReturns, blank: 0 },
    });
    const personOf = new Map(people.map((row) => [row.Region, row.Person]));
    const inRegion = orders.filter((row) => personOf.has(row.Region!)).length;
    expect(joins[1]).toMatchObject({
      use: 'lookup',
      cardinality: 'manyToOne',
      left: { rows: orders.length, matched: inRegion, unmatched: orders.length - inRegion },
      right: { rows: people.length, unmatched: 0 },
    });

    const rates = new Map<string, { lines: number; back: number; money: number; by: Map<unknown, number> }>();
    for (const row of orders) {
      const own = rates.get(String(row['Customer ID'])) ?? { lines: 0, back: 0, money: 0, by: new Map() };
      const person = personOf.get(row.Region!);
      const money = Number(row.Sales);
      own.lines += 1;
      if (returned.has(row['Order ID']!)) own.back += 1;
      own.money += money;
      own.by.set(person, (own.by.get(person) ?? 0) + money);
      rates.set(String(row['Customer ID']), own);
    }
    const check = async (expected: (own: NonNullable<ReturnType<typeof rates.get>>) => number) => {
      const found = await shop.values({ features: ['returnRate', 'moneyMix:People.Person'] });
      const rate = found.get('returnRate')!;
      expect(rate.size).toBe(rates.size);
      for (const [customer, own] of rates) {
        expect(rate.get(customer)).toBeCloseTo(expected(own), 12);
        for (const person of personOf.values())
          expect(found.get(`moneyMix:People.Person=${person}`)!.get(customer)).toBeCloseTo(
            (own.by.get(person) ?? 0) / own.money,
            9,
          );
      }
      return rate;
    };
    const rate = await check(({ back, lines }) => back / lines);
    expect([...rate.values()].filter((value) => value > 0).length).toBeGreaterThan(100);
    await shop.writer.joins.switch({ id: joins[0]!.id, on: false });
    await check(() => 0);
    await shop.writer.journal.undo(undefined);
    await check(({ back, lines }) => back / lines);
    const entries = await shop.reader.features.catalogue(undefined);
    expect(entries.find(({ key }) => key === 'returnRate')!.lineage.values).toMatchObject({ table: 'Returns' });
    expect(entries.some(({ key }) => key === 'events')).toBe(false);
    await shop.close();
  });
});
