import { afterEach, expect, it } from 'vitest';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { cleanLines } from '../quality/messy-tables.ts';
import { createTestJob } from '../test-shop.ts';
import { type FeatureShop, shopOf } from './shop-of.ts';

let shop: FeatureShop;
afterEach(() => shop.close());

const text = `${cleanLines(400)
  .map((row) => row.join(','))
  .join('\n')}\n`;

it('makes segments of any facts, and knows when they are out of date', async () => {
  shop = await shopOf(temporaryFolder(), [['lines.csv', text]]);
  const features = ['orders', 'distinctProducts', 'daysBetweenOrders'];
  const run = await shop.writer.segmentation.run({ method: 'kmeans', k: 3, features }, createTestJob());
  expect(run.preparation.map(({ feature }) => feature).sort()).toEqual([...features].sort());
  expect(run.stale).toBe(false);
  // The usual facts stand beside, so that customers can be told of.
  expect(run.features.map(({ key }) => key)).toContain('totalSpent');
  const values = (await shop.values({ features: ['distinctProducts'] })).get('distinctProducts')!;
  const column = await shop.reader.column({
    of: 'features',
    snapshotId: run.snapshotId,
    feature: 'distinctProducts',
  });
  expect([...column]).toEqual([...values.values()]);

  await shop.writer.source.setRule({ reason: 'notAboveZero', on: false });
  expect((await shop.reader.segmentation.get({}))!.stale).toBe(true);
  await shop.writer.journal.undo(undefined);
  expect((await shop.reader.segmentation.get({}))!.stale).toBe(false);
  await expect(
    shop.writer.segmentation.run({ method: 'kmeans', k: 3, features: ['noSuchFact'] }, createTestJob()),
  ).rejects.toMatchObject({ code: 'notFound' });
});

it('tries a formula on the first customers before it is kept', async () => {
  shop = await shopOf(temporaryFolder(), [['lines.csv', text]]);
  const made = await shop.writer.features.compute({ features: ['orders', 'totalSpent'] }, createTestJob());
  const check = (formula: string) => shop.reader.features.check({ formula, snapshotId: made.id });
  const tried = await check('totalSpent / orders');
  expect(tried).toMatchObject({ problem: null, missing: 0 });
  await shop.writer.features.define({ name: 'Basket', formula: 'totalSpent / orders', unit: 'money' });
  const kept = (await shop.values({ features: ['own:Basket'] })).get('own:Basket')!;
  expect(tried.first).toEqual([...kept].slice(0, 6).map(([customer, value]) => ({ customer, value })));
  expect((await check('totalSpent /')).problem).toMatchObject({
    key: 'error.badFormula',
    values: { problem: 'unfinished' },
  });
  expect((await check('totalspend * 2')).problem).toMatchObject({ values: { problem: 'unknownFeature', position: 1 } });
  expect(await check('distinctProducts + 1')).toEqual({ problem: null, first: [], missing: 0 });
  expect((await check('totalSpent / (orders - orders)')).missing).toBe(made.customers);
});
