import { afterEach, expect, it } from 'vitest';
import { predictedColumn, predictedCustomers } from '../../../../src/main/store/repositories/predictions.ts';
import { snapshotColumn, snapshotCustomers } from '../../../../src/main/store/repositories/snapshots.ts';
import { openSqlite } from '../../../../src/main/store/sqlite.ts';
import { customerPredictionRequestSchema } from '../../../../src/shared/model/prediction.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { closeShop, importedShop, type QualityShop } from '../quality/quality-shop.ts';
import { createTestJob, writeOrderLines } from '../test-shop.ts';

let shop: QualityShop | undefined;
afterEach(async () => {
  if (shop) await closeShop(shop);
  shop = undefined;
});

const keys = ['stillCustomer', 'ordersAhead', 'worthAhead'];
const open = async (customers: number): Promise<QualityShop> => {
  const folder = temporaryFolder();
  shop = await importedShop(folder, [writeOrderLines(folder, customers)]);
  return shop;
};
const entries = async (on: QualityShop) =>
  (await on.reader.features.catalogue(undefined)).filter(({ group }) => group === 'ahead');

it('become facts once somebody has looked ahead, with the very numbers of the screen', async () => {
  const here = await open(180);
  expect(await entries(here)).toEqual([]);
  await here.writer.predict.customers(
    customerPredictionRequestSchema.parse({ model: 'mbgnbd', horizonDays: 120 }),
    createTestJob(),
  );
  const found = await entries(here);
  expect(found.map(({ key }) => key)).toEqual(keys);
  for (const { lineage, name } of found) {
    expect(say(name)).not.toContain('feature.');
    expect(say(lineage)).toContain('Predict');
  }
  const snapshot = await here.writer.features.compute({ features: keys }, createTestJob());
  const db = openSqlite(here.path, { readonly: true });
  const of = (key: string) => snapshotColumn(db, snapshot.id, key)!;
  expect(snapshotCustomers(db, snapshot.id)).toEqual(predictedCustomers(db, 'customers'));
  expect(of('stillCustomer')).toEqual(predictedColumn(db, 'customers', 'alive'));
  expect(of('ordersAhead')).toEqual(predictedColumn(db, 'customers', 'orders'));
  expect(of('worthAhead')).toEqual(predictedColumn(db, 'customers', 'worth'));
  db.close();
});

it('make segments by value and risk, and are known as of an earlier day, too', async () => {
  const here = await open(180);
  await here.writer.predict.customers(customerPredictionRequestSchema.parse({ model: 'bgnbd' }), createTestJob());
  const run = await here.writer.segmentation.run(
    { method: 'kmeans', k: 3, seed: 1, features: ['stillCustomer', 'worthAhead'] },
    createTestJob(),
  );
  expect(run.features.map(({ key }) => key)).toEqual(expect.arrayContaining(['stillCustomer', 'worthAhead']));
  const earlier = await here.writer.features.compute({ asOf: '2023-09-30', features: keys }, createTestJob());
  expect(earlier.asOf).toBe('2023-09-30');
  for (const { missing } of earlier.features) expect(missing).toBe(0);
  // So early that nothing can be said: unknown, and no failure.
  const first = await here.writer.features.compute({ asOf: '2023-01-05', features: keys }, createTestJob());
  for (const { missing } of first.features) expect(missing).toBe(first.customers);
});
