import { readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { afterAll, describe, expect, it } from 'vitest';
import { makeSampleShop } from '../../scripts/sample-shop/make-sample-shop.ts';
import { adjustedRandIndex } from '../../src/shared/engine/validate/adjusted-rand-index.ts';
import { say } from '../../src/shared/words/say.ts';
import { createTestJob, createTestShop } from '../main/services/test-shop.ts';
import { temporaryFolder } from '../main/store/temporary-folder.ts';

const assets = join(import.meta.dirname, '../../assets');
const ordersPath = join(assets, 'sample-shop.csv.gz');
const customersPath = join(assets, 'sample-customers.csv');
const orders = gunzipSync(readFileSync(ordersPath)).toString();
const customers = readFileSync(customersPath, 'utf8');
const truth = gunzipSync(readFileSync(join(import.meta.dirname, '../fixtures/sample-truth.csv.gz'))).toString();

const rowsOf = (csv: string): string[][] =>
  csv
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split(','));
const kindOf = new Map(rowsOf(truth).map(([customer, kind]) => [customer!, kind!]));

describe('the sample shop', () => {
  it('is what its script writes', () => {
    const made = makeSampleShop(1);
    // Texts, not compressed bytes: zlib packs a little differently from one processor to the next.
    expect(made.orders === orders).toBe(true);
    expect(made.customers === customers).toBe(true);
    expect(made.truth === truth).toBe(true);
    expect(makeSampleShop(2).orders === orders).toBe(false);
  });

  it('is small, and its packing knows no time', () => {
    for (const path of [ordersPath, customersPath]) expect(statSync(path).size).toBeLessThan(1_500_000);
    expect(readFileSync(ordersPath).subarray(4, 8)).toEqual(Buffer.alloc(4));
  });

  it('is a shop: seasons, returns, sales to nobody known, things given away', () => {
    const lines = rowsOf(orders);
    expect(lines.length).toBeLessThan(80_000);
    const linesIn = (month: string) => lines.filter((line) => line[1]!.startsWith(month)).length;
    const usual = lines.length / 24;
    expect(linesIn('2024-12')).toBeGreaterThan(1.5 * usual);
    expect(linesIn('2025-08')).toBeLessThan(0.95 * usual);
    const weekday = (day: number) =>
      lines.filter((line) => new Date(`${line[1]!.slice(0, 10)}Z`).getUTCDay() === day).length;
    expect(weekday(6)).toBeGreaterThan(1.5 * weekday(1));
    const returns = lines.filter((line) => line[0]!.startsWith('C'));
    expect(returns.length).toBeGreaterThan(200);
    expect(lines.every((line) => line[0]!.startsWith('C') === Number(line[5]) < 0)).toBe(true);
    expect(lines.filter((line) => line[2] === '').length).toBeGreaterThan(1000);
    expect(lines.filter((line) => Number(line[6]) === 0).length).toBeGreaterThan(5);
    const products = new Set(lines.map((line) => line[3]));
    expect(products.size).toBeGreaterThan(300);
    expect([lines[0]![1]!.slice(0, 7), lines.at(-1)![1]!.slice(0, 10)]).toEqual(['2023-12', '2025-11-30']);
  });

  it('names nobody who could exist', () => {
    const people = rowsOf(customers);
    expect(people).toHaveLength(3000);
    const addresses = people.map((row) => row[2]!).filter((address) => address !== '');
    expect(addresses.every((address) => /^[a-z]+\.[a-z]+\d*@example\.com$/.test(address))).toBe(true);
    expect(new Set(addresses).size).toBe(addresses.length);
  });
});

describe('the sample shop in the app', () => {
  const folder = temporaryFolder();
  const shop = createTestShop(folder);
  afterAll(async () => {
    await shop.writer.dispose();
    await shop.reader.dispose();
  });

  it('is understood without a question', async () => {
    await shop.writer.project.create({ name: 'Look', path: join(folder, 'look.tessera') });
    const previews = await shop.writer.source.preview({ paths: [ordersPath, customersPath] }, createTestJob());
    expect(previews.map(({ kind, confident, doubts }) => [kind, confident, doubts])).toEqual([
      ['orderLines', true, []],
      ['customers', true, []],
    ]);
    expect(previews[0]!.totals.customers).toBe(3000);
    await shop.writer.project.close(undefined);
  });

  it('opens within five seconds, and its segments are its hidden kinds again', { timeout: 60_000 }, async () => {
    const began = performance.now();
    await shop.writer.project.sample(undefined, createTestJob());
    expect((performance.now() - began) / 1000).toBeLessThan(5);
    const segmentation = (await shop.reader.segmentation.get({}))!;
    const names = segmentation.segments.map(({ name }) => say(name));
    expect(new Set(names).size).toBe(names.length);
    expect(segmentation.k).toBeGreaterThanOrEqual(4);
    expect(segmentation.k).toBeLessThanOrEqual(7);
    for (const { share } of segmentation.segments) {
      expect(share).toBeGreaterThan(0.03);
      expect(share).toBeLessThan(0.5);
    }
    const { rows } = await shop.reader.customers.page({
      offset: 0,
      limit: 5000,
      sort: { by: 'key', descending: false },
    });
    const kinds = [...new Set(kindOf.values())];
    const found = rows.map(({ segmentId }) => segmentId!);
    const hidden = rows.map(({ key }) => kinds.indexOf(kindOf.get(key)!));
    expect(adjustedRandIndex(found, hidden)).toBeGreaterThan(0.8);
  });

  it('comes out again as it was written', async () => {
    for (const [source, written] of [orders, customers].entries()) {
      const input = { what: 'exact', format: 'csv', sourceId: source + 1 } as const;
      const handle = await shop.writer.export.table(input, createTestJob());
      const { path } = (await shop.writer.file(handle.id))!;
      const text = new TextDecoder().decode(readFileSync(path));
      expect(text.replaceAll('\r\n', '\n') === written).toBe(true);
    }
  });
});
