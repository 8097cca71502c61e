import { afterEach, expect, it } from 'vitest';
import { customerPredictionRequestSchema } from '../../../../src/shared/model/prediction.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { closeShop, importedShop, type QualityShop, reopened } from '../quality/quality-shop.ts';
import { createTestJob, writeOrderLines } from '../test-shop.ts';

let shop: QualityShop | undefined;
afterEach(async () => {
  if (shop) await closeShop(shop);
  shop = undefined;
});

const open = async (): Promise<QualityShop> => {
  const folder = temporaryFolder();
  shop = await importedShop(folder, [writeOrderLines(folder, 180)]);
  return shop;
};
const predict = (on: QualityShop, request: { horizonDays?: number; margin?: number } = {}) =>
  on.writer.predict.customers(customerPredictionRequestSchema.parse({ model: 'mbgnbd', ...request }), createTestJob());
const last = async (on: QualityShop) => (await on.reader.predict.last(undefined))!;

it('keeps what was found last, across a restart, until the orders are others', async () => {
  let here = await open();
  expect(await here.reader.predict.last(undefined)).toBeNull();
  await expect(here.reader.predict.people({ of: 'due', limit: 3 })).rejects.toMatchObject({ code: 'notFound' });
  const { file: _, ...found } = await predict(here, { horizonDays: 90 });
  const kept = await last(here);
  expect(kept.found).toEqual(found);
  expect(kept).toMatchObject({ current: true, asked: { horizonDays: 90, model: 'mbgnbd' } });
  here = shop = await reopened(here);
  expect(await last(here)).toEqual(kept);
  await here.writer.source.setRule({ reason: 'cancelled', on: false });
  expect((await last(here)).current).toBe(false);
  await predict(here, { horizonDays: 90 });
  expect((await last(here)).current).toBe(true);
});

it('adds up: groups, bands and segments are everybody', async () => {
  const here = await open();
  await here.writer.segmentation.run({ method: 'kmeans', k: 3, seed: 1 }, createTestJob());
  await predict(here);
  const { found, groups, bands, segments, due } = await last(here);
  for (const parts of [groups, bands, segments]) {
    const sum = (of: (part: (typeof parts)[number]) => number) => parts.reduce((total, part) => total + of(part), 0);
    expect(sum(({ customers }) => customers)).toBe(found.customers);
    expect(sum(({ orders }) => orders)).toBeCloseTo(found.orders.expected, 6);
    expect(sum(({ worth }) => worth!.expected)).toBeCloseTo(found.value!.expected, 6);
    expect(sum(({ soon }) => soon)).toBeCloseTo(found.soon.expected, 6);
    for (const { worth } of parts) expect(worth!.low).toBeLessThanOrEqual(worth!.expected);
  }
  // What moves all together stays in the whole: parts are no surer than that.
  const reach = found.value!.high - found.value!.expected;
  const reaches = segments.map(({ worth }) => worth!.high - worth!.expected);
  expect(reaches.reduce((sum, one) => sum + one, 0)).toBeGreaterThanOrEqual(reach);
  const dearest = (await here.reader.predict.people({ of: 0, limit: 50 })).people;
  expect(dearest).toHaveLength(bands[0]!.customers);
  for (const of of ['staying', 'slipping', 'gone', 'once', 'due'] as const) {
    const { people, rows } = await here.reader.predict.people({ of, limit: 4 });
    const outlook = of === 'due' ? due : groups.find(({ group }) => group === of)!;
    expect(rows).toHaveLength(outlook.customers);
    expect(people).toHaveLength(Math.min(4, outlook.customers));
    const weights = people.map(({ worth, ifStaying }) => (of === 'slipping' || of === 'gone' ? ifStaying : worth!));
    expect(weights).toEqual([...weights].sort((a, b) => b - a));
  }
});

it('fits nothing anew for another horizon, and says the same as if it had', async () => {
  const here = await open();
  await predict(here, { horizonDays: 60 });
  const again = await predict(here, { horizonDays: 300, margin: 0.4 });
  const spent = (await last(here)).found.value!.expected;
  expect(again.value!.expected).toBeCloseTo(0.4 * spent, 6);
  await closeShop(here);
  const fresh = await open();
  expect(await predict(fresh, { horizonDays: 300, margin: 0.4 })).toEqual(again);
});
