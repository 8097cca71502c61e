import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openSqlite } from '../../../src/main/store/sqlite.ts';
import { createRandom } from '../../../src/shared/engine/random.ts';
import { type PrepareChoice, usualPreparation } from '../../../src/shared/model/preparation.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createTestJob, createTestShop, type TestShop, writeOrderLines } from './test-shop.ts';

const folder = temporaryFolder();
let shop: TestShop;
afterEach(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

const openShop = async (name: string, file: string): Promise<string> => {
  shop = createTestShop(folder);
  const path = join(folder, name);
  await shop.writer.project.create({ name, path });
  await shop.writer.source.import({ paths: [file] }, createTestJob());
  return path;
};

const run = (preparation?: PrepareChoice, method: 'kmeans' | 'ward' = 'kmeans') =>
  shop.writer.segmentation.run(
    { method, k: 4, seed: 1, ...(preparation === undefined ? {} : { preparation }) },
    createTestJob(),
  );

/** Customers with a number each for age and spend; a quarter do not say what they earn. */
const writeCustomers = (name: string): string => {
  const random = createRandom(4);
  const lines = ['Customer,Age,Spent,Income'];
  for (let i = 1; i <= 90; i += 1) {
    const kind = i % 3;
    const income = i % 4 === 0 ? '' : (20_000 + 10_000 * kind + 4000 * random()).toFixed(0);
    lines.push(
      `C${i},${20 + 20 * kind + Math.floor(8 * random())},${(50 + 400 * random() * kind).toFixed(2)},${income}`,
    );
  }
  const path = join(folder, name);
  writeFileSync(path, `${lines.join('\n')}\n`);
  return path;
};

describe('how facts are prepared', { timeout: 60_000 }, () => {
  it('is part of a run and of its record', async () => {
    await openShop('record.tessera', writeOrderLines(folder, 120, 'record.csv'));
    const usual = await run();
    expect(usual.prepareOptions).toEqual(usualPreparation);
    const spelledOut = await run({ transform: 'auto', scale: 'zscore', features: { orders: { weight: 1 } } });
    expect(spelledOut.inputHash).toBe(usual.inputHash);
    expect(spelledOut.preparation).toEqual(usual.preparation);
    expect(spelledOut.inertia).toBe(usual.inertia);

    const options: PrepareChoice = {
      transform: 'suggested',
      scale: 'robust',
      cap: { by: 'quantile', low: 0.05, high: 0.95 },
      features: { totalSpent: { weight: 3 }, nobody: { weight: 9 } },
    };
    const other = await run(options);
    expect(other.inputHash).not.toBe(usual.inputHash);
    expect(other.inertia).not.toBe(usual.inertia);
    const spent = other.preparation.find(({ feature }) => feature === 'totalSpent')!;
    expect(spent).toMatchObject({ scale: 'robust', weight: 3, used: true });
    expect(spent.cappedLow + spent.cappedHigh).toBeGreaterThan(0);
    // Effects are in standard deviations whatever the scale and the weight.
    for (const segment of other.segments)
      for (const { effect } of segment.profile) expect(Math.abs(effect)).toBeLessThan(4);

    const stored = (await shop.reader.segmentation.get({ id: other.id }))!;
    expect(stored.prepareOptions).toEqual({
      ...usualPreparation,
      ...options,
      features: { totalSpent: { weight: 3 } },
    });
    const [latest, , first] = await shop.reader.segmentation.list(undefined);
    expect([latest!.prepareOptions.scale, first!.prepareOptions.scale]).toEqual(['robust', 'zscore']);
  });

  it('decides which tree a run is cut from, and which one is seen', async () => {
    await openShop('trees.tessera', writeOrderLines(folder, 120, 'trees.csv'));
    const usual = await run(undefined, 'ward');
    const robust = await run({ scale: 'robust' }, 'ward');
    expect(robust.treeId).not.toBe(usual.treeId);
    expect((await run({ scale: 'robust', weight: 1 }, 'ward')).treeId).toBe(robust.treeId);
    expect((await shop.reader.tree.get({ leaves: 10 }))!.id).toBe(robust.treeId);
    expect((await run({}, 'ward')).treeId).toBe(usual.treeId);
    expect((await shop.reader.tree.get({ leaves: 10 }))!.id).toBe(usual.treeId);

    // A tree over the segments in view is one over customers prepared as they were.
    const light = await run({ features: { orders: { weight: 0.25 } } });
    expect(await shop.reader.tree.get({ leaves: 10 })).toBeNull();
    const { treeId } = await shop.writer.tree.grow(undefined, createTestJob());
    expect([usual.treeId, robust.treeId]).not.toContain(treeId);
    const view = (await shop.reader.tree.get({ leaves: 10 }))!;
    expect(view.id).toBe(treeId);
    const cut = await shop.writer.tree.cut({ treeId, k: 3 }, createTestJob());
    expect(cut).toMatchObject({ treeId, prepareOptions: light.prepareOptions, preparation: light.preparation });
    // Everybody's mean is 0, and the spread is one of standard deviations, not of the weighted scale.
    const at = view.features.indexOf('orders');
    const mean = view.leaves.reduce((sum, { size, effects }) => sum + size * effects[at]!, 0) / 120;
    const between = view.leaves.reduce((sum, { size, effects }) => sum + size * effects[at]! ** 2, 0) / 120;
    expect(mean).toBeCloseTo(0, 10);
    expect(between).toBeGreaterThan(0.5);
    expect(between).toBeLessThanOrEqual(1 + 1e-12);
  });

  it('can count that something is missing, but drops nobody', async () => {
    await openShop('missing.tessera', writeCustomers('missing.csv'));
    const made = await run({ missing: 'indicator' });
    const income = made.preparation.find(({ feature }) => feature === 'column:Income')!;
    expect(income).toMatchObject({ imputed: 22, indicator: true, missing: 'indicator' });
    expect(made.segments.reduce((sum, { size }) => sum + size, 0)).toBe(90);
    expect(made.inertia).not.toBe((await run()).inertia);
    await expect(run({ features: { 'column:Income': { missing: 'dropRows' } } })).rejects.toMatchObject({
      code: 'badInput',
    });
    await expect(run({ weight: 0 })).rejects.toMatchObject({ code: 'allAlike' });
  });

  it('was the usual in projects of before it could be chosen', async () => {
    const path = await openShop('old.tessera', writeOrderLines(folder, 120, 'old.csv'));
    const made = await run(undefined, 'ward');
    await shop.writer.dispose();
    await shop.reader.dispose();
    const db = openSqlite(path);
    const noted = ['feature', 'transform', 'skewBefore', 'skewAfter', 'mean', 'deviation', 'imputed', 'median', 'used'];
    const asBefore = (records: object[]) =>
      records.map((one) => Object.fromEntries(Object.entries(one).filter(([key]) => noted.includes(key))));
    const { result } = db.prepare<{ result: string }>('SELECT result FROM segmentation').get()!;
    const { prepareOptions: _, preparation, ...rest } = JSON.parse(result);
    db.prepare('UPDATE segmentation SET result = ?').run(
      JSON.stringify({ ...rest, preparation: asBefore(preparation) }),
    );
    db.prepare('UPDATE tree SET preparation = ?').run(JSON.stringify(asBefore(preparation)));
    db.close();

    shop = createTestShop(folder);
    await shop.writer.project.open({ path });
    const read = (await shop.reader.segmentation.get({ id: made.id }))!;
    expect(read.prepareOptions).toEqual(usualPreparation);
    expect(read.preparation.map(({ center, spread, weight }) => [center, spread, weight])).toEqual(
      made.preparation.map(({ mean, deviation }) => [mean, deviation, 1]),
    );
    expect((await shop.reader.tree.get({ leaves: 10 }))!.id).toBe(made.treeId);
    expect((await run(undefined, 'ward')).treeId).toBe(made.treeId);
  });
});
