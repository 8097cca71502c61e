import { describe, expect, it } from 'vitest';
import type { AppError } from '../../../../src/shared/errors.ts';
import { say, sayError } from '../../../../src/shared/words/say.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { createTestJob, orderLinesCsv } from '../test-shop.ts';
import { shopOf } from './shop-of.ts';

const folder = temporaryFolder();
const files = [['orders.csv', orderLinesCsv(60)]] as const;
const refused = async (call: Promise<unknown>): Promise<string> =>
  call.then(
    () => 'taken',
    (error: AppError) => sayError(error),
  );

describe('a feature of one’s own', () => {
  it('is its formula over others, is undone and redone, and goes when it is removed', async () => {
    const shop = await shopOf(folder, files);
    const { writer, reader } = shop;
    await writer.features.define({ name: 'Basket', formula: 'totalSpent / orders', unit: 'money' });
    await writer.features.define({
      name: 'big',
      formula: 'if("Basket" >= 2 * Basket - meanOrderValue, 1, 0)',
      unit: 'number',
    });
    const values = await shop.values({ features: ['own:Basket', 'meanOrderValue', 'own:big'] });
    expect(values.get('own:Basket')).toEqual(values.get('meanOrderValue'));
    expect(new Set(values.get('own:big')!.values())).toEqual(new Set([1]));

    const keys = async () =>
      (await reader.features.catalogue(undefined)).filter(({ group }) => group === 'own').map(({ key }) => key);
    expect(await keys()).toEqual(['own:Basket', 'own:big']);
    await writer.journal.undo(undefined);
    expect(await keys()).toEqual(['own:Basket']);
    await writer.journal.redo(undefined);
    expect(await keys()).toEqual(['own:Basket', 'own:big']);
    expect(await refused(writer.features.remove({ key: 'own:Basket' }))).toBe(
      '“Basket” is read by “big”. Remove that one first.',
    );
    await writer.features.remove({ key: 'own:big' });
    expect(await keys()).toEqual(['own:Basket']);
    await writer.journal.undo(undefined);
    expect(await keys()).toEqual(['own:Basket', 'own:big']);
    await writer.journal.undo(undefined);
    await writer.journal.undo(undefined);
    await writer.features.define({ name: 'Basket', formula: '1 + orders', unit: 'count' });
    const again = await shop.values({ features: ['own:Basket', 'orders'] });
    for (const [customer, orders] of again.get('orders')!)
      expect(again.get('own:Basket')!.get(customer)).toBe(orders + 1);
    await shop.close();
  });

  it('is refused in a sentence with the place, and changes nothing', async () => {
    const shop = await shopOf(folder, files);
    const { writer, reader } = shop;
    const define = (name: string, formula: string) =>
      refused(writer.features.define({ name, formula, unit: 'number' }));
    expect(await define('a', 'totalSpent / incom')).toBe(
      'This formula cannot be used: at character 14, “incom” is no fact of this project. Names of more than one word stand in quotation marks.',
    );
    expect(await define('a', 'quarterShare * 2')).toMatch(/at character 1, “quarterShare” is several facts in one/);
    expect(await define('a', 'a + 1')).toMatch(/“a” is no fact/);
    expect(await define('orders', '1 + 1')).toMatch(/orders/);
    expect((await reader.journal.list(undefined)).map(({ what }) => say(what))).toHaveLength(1);
    await shop.close();
  });
});

describe('features beside those of segmentations', () => {
  it('leave the first ones and their snapshot as they are, and equal them', async () => {
    const shop = await shopOf(folder, files);
    const { writer, reader } = shop;
    const run = await writer.segmentation.run({ method: 'kmeans', k: 3, seed: 1 }, createTestJob());
    const base = ['daysSinceLastOrder', 'orders', 'totalSpent'];
    expect(run.preparation.map(({ feature }) => feature)).toEqual(base);
    const all = await writer.features.compute({}, createTestJob());
    expect(all.features.slice(0, 3).map(({ key }) => key)).toEqual(base);
    expect(all.id).not.toBe(run.snapshotId);
    for (const feature of base)
      expect(await reader.column({ of: 'features', snapshotId: all.id, feature })).toEqual(
        await reader.column({ of: 'features', snapshotId: run.snapshotId, feature }),
      );
    expect((await writer.features.compute({ features: base }, createTestJob())).id).toBe(run.snapshotId);
    expect((await writer.features.compute({}, createTestJob())).id).toBe(all.id);
    expect(new Set(all.features.map(({ key }) => key)).size).toBe(all.features.length);
    for (const { name, lineage } of await reader.features.catalogue(undefined)) {
      expect(say(name)).not.toBe(name.key);
      expect(say(lineage)).not.toBe(lineage.key);
      expect(`${say(name)} ${say(lineage)}`).not.toMatch(/undefined|NaN|null/);
    }
    for (const { name } of all.features) expect(say(name)).not.toMatch(/^feature\.|undefined|null/);
    await shop.close();
  });

  it('take breaks of one’s own, and stop when they are cancelled', async () => {
    const shop = await shopOf(folder, files);
    const breaks = { frequency: [1, 2, 4, 11] };
    const values = await shop.values({ features: ['orders', 'frequencyScore'], breaks });
    for (const [customer, orders] of values.get('orders')!)
      expect(values.get('frequencyScore')!.get(customer)).toBe(
        1 + breaks.frequency.filter((limit) => orders > limit).length,
      );
    const job = createTestJob((one) => one.cancel());
    expect(await refused(shop.writer.features.compute({ asOf: '2023-05-01' }, job))).toBe(
      'Cancelled. Nothing was changed.',
    );
    await shop.close();
  });
});
