import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Segmentation } from '../../../src/shared/model/segmentation.ts';
import { say } from '../../../src/shared/words/say.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createTestJob, createTestShop, type TestShop, writeOrderLines } from './test-shop.ts';

const folder = temporaryFolder();
let shop: TestShop;
let path: string;
let count = 0;
beforeEach(async () => {
  shop = createTestShop(folder);
  count += 1;
  path = join(folder, `own ${count}.tessera`);
  await shop.writer.project.create({ name: 'Shop', path });
  await shop.writer.source.import({ paths: [writeOrderLines(folder, 120)] }, createTestJob());
  await shop.writer.segmentation.run({ method: 'kmeans', k: 4, seed: 1 }, createTestJob());
});
afterEach(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

const get = async (): Promise<Segmentation> => (await shop.reader.segmentation.get({}))!;
const list = () => shop.reader.selection.list(undefined);
const excluded = () => shop.reader.customers.excluded({ offset: 0, limit: 200 });
const columnOf = async (feature: string) => {
  const { snapshotId } = await get();
  return [...(await shop.reader.column({ of: 'features', snapshotId, feature }))] as number[];
};
const rowsOf = async (ownId: number) => {
  const segmentationId = (await get()).id;
  return [...(await shop.reader.column({ of: 'own', ownId, segmentationId }))] as number[];
};
const page = async (rows: readonly number[]) =>
  (await shop.reader.customers.page({ rows: [...rows], offset: 0, limit: 500 })).rows;
const keysOf = async (rows: readonly number[]) => (await page(rows)).map(({ key }) => key).sort();
const reopen = async () => {
  await shop.writer.project.close(undefined);
  await shop.writer.project.open({ path });
};
const nextMonth = () =>
  shop.writer.recipe.import({ paths: [writeOrderLines(folder, 150, 'orders.csv')] }, createTestJob());
const lines = async (input: Parameters<TestShop['writer']['export']['table']>[0]) => {
  const { id } = await shop.writer.export.table(input, createTestJob());
  return readFileSync((await shop.writer.file(id))!.path, 'utf8')
    .replace(/^\uFEFF/, '')
    .trim()
    .split('\r\n');
};

describe('a segment of one’s own', () => {
  it('holds the chosen customers with their figures, beside the run and over others', async () => {
    const rows = [5, 3, 70, 5, 119];
    const { id } = await shop.writer.selection.save({ name: 'Met at the fair', rows });
    const segmentation = await get();
    const [first, second] = segmentation.segments;
    const both = await shop.writer.selection.save({ name: 'Two of them', segmentIds: [first!.id, second!.id] });
    const spent = await columnOf('totalSpent');
    const revenue = [3, 5, 70, 119].reduce((sum, row) => sum + spent[row]!, 0);
    const all = spent.reduce((sum, value) => sum + value, 0);
    const [own, two] = await list();
    expect(own).toMatchObject({ id, name: 'Met at the fair', customers: 4, size: 4, share: 4 / 120 });
    expect(own!.revenue).toBeCloseTo(revenue, 4);
    expect(own!.revenueShare).toBeCloseTo(revenue / all, 8);
    expect(two).toMatchObject({ id: both.id, size: first!.size + second!.size });
    expect(two!.revenue).toBeCloseTo(first!.revenue! + second!.revenue!, 4);
    const colors = [...segmentation.segments, own!, two!].map(({ color }) => color);
    expect(new Set(colors).size).toBe(colors.length);
    expect(await rowsOf(id)).toEqual([3, 5, 70, 119]);
  });

  it('holds customers, not rows: the same people next month', async () => {
    await shop.writer.selection.save({ name: 'Friends', rows: [0, 10, 50, 100] });
    const before = await keysOf([0, 10, 50, 100]);
    await nextMonth();
    const [own] = await list();
    expect(own).toMatchObject({ customers: 4, size: 4, share: 4 / 150 });
    expect(await keysOf(await rowsOf(own!.id))).toEqual(before);
  });

  it('is renamed, recoloured and removed, each a change that undo and redo give back after a restart', async () => {
    const states: unknown[] = [await list()];
    const { id } = await shop.writer.selection.save({ name: 'Friends', rows: [1, 2] });
    states.push(await list());
    await shop.writer.selection.rename({ id, name: 'Good friends' });
    states.push(await list());
    await shop.writer.selection.recolour({ id, color: 11 });
    states.push(await list());
    await shop.writer.selection.remove({ id });
    states.push(await list());
    expect(states.map((state) => (state as unknown[]).length)).toEqual([0, 1, 1, 1, 0]);
    for (const before of states.slice(0, -1).reverse()) {
      await shop.writer.journal.undo(undefined);
      await reopen();
      expect(await list()).toEqual(before);
    }
    for (const after of states.slice(1)) {
      await shop.writer.journal.redo(undefined);
      await reopen();
      expect(await list()).toEqual(after);
    }
  });

  it('has a name that nobody else has', async () => {
    await shop.writer.selection.save({ name: 'Friends', rows: [1] });
    const taken = say((await get()).segments[0]!.name);
    for (const name of ['FRIENDS', taken])
      await expect(shop.writer.selection.save({ name, rows: [2] })).rejects.toMatchObject({ code: 'nameTaken' });
    await expect(shop.writer.selection.save({ name: 'Nobody', rows: [999] })).rejects.toMatchObject({
      code: 'notFound',
    });
    await expect(shop.writer.selection.save({ name: 'Both', rows: [1], segmentIds: [1] })).rejects.toMatchObject({
      code: 'badInput',
    });
  });

  it('is exported: just its customers, or just the rows that are chosen', async () => {
    const { id } = await shop.writer.selection.save({ name: 'Friends', rows: [1, 7, 9] });
    const keys = await keysOf([1, 7, 9]);
    const table = await lines({ what: 'customers', format: 'csv', ownId: id });
    expect(
      table
        .slice(1)
        .map((line) => line.split(/[,;]/)[0])
        .sort(),
    ).toEqual(keys);
    expect(await lines({ what: 'customers', format: 'csv', rows: [1, 7, 9] })).toEqual(table);
    const mail = await lines({ what: 'mailingList', format: 'csv', rows: [1, 7, 9] });
    expect(mail).toHaveLength(4);
    for (const key of keys) expect(mail.some((line) => line.includes(`${key.toLowerCase()}@example.com`))).toBe(true);
    expect(await lines({ what: 'segments', format: 'csv' })).toHaveLength(121);
  });
});

describe('customers who are excluded', () => {
  const wholeState = async () => ({
    project: { ...(await shop.reader.project.info(undefined))!, revision: 0, undo: null, redo: null },
    segmentation: await get(),
    spent: await columnOf('totalSpent'),
    excluded: await excluded(),
    own: await list(),
  });

  it('do not count in figures, features and segments, and are listed with their money', async () => {
    const rows = [4, 8, 60];
    const gone = await page(rows);
    const before = await get();
    const spent = await columnOf('totalSpent');
    const orders = await columnOf('orders');
    const done = await shop.writer.customers.exclude({ rows }, createTestJob());
    const after = await get();
    expect(done).toMatchObject({ customers: 3, segmentationId: after.id, problem: null });
    expect(after).toMatchObject({ customers: 117, stale: false, active: true, k: 4 });
    const left = spent.filter((_, row) => !rows.includes(row));
    expect(await columnOf('totalSpent')).toEqual(left);
    expect(after.revenue).toBeCloseTo(
      left.reduce((sum, value) => sum + value, 0),
      4,
    );
    expect(done.project.totals).toMatchObject({
      customers: 117,
      orders: before.orders! - rows.reduce((sum, row) => sum + orders[row]!, 0),
    });
    const out = await excluded();
    expect(out.total).toBe(3);
    expect(out.customers.map(({ key }) => key).sort()).toEqual(gone.map(({ key }) => key).sort());
    expect(out.money).toBeCloseTo(
      rows.reduce((sum, row) => sum + spent[row]!, 0),
      4,
    );
    for (const one of out.customers)
      expect(one.money).toBeCloseTo(gone.find(({ key }) => key === one.key)!.values[2]!, 4);
    const { totals } = await shop.writer.features.compute({ features: ['totalSpent'] }, createTestJob());
    expect(totals.customers).toBe(117);
    // Nobody is said to have gone who was only taken out.
    const flows = (await shop.reader.segmentation.flows({}))!;
    expect(flows.moves.filter(({ to }) => to === 'absent')).toEqual([]);
    expect(after.segments.map(({ id }) => id).sort()).toEqual(before.segments.map(({ id }) => id).sort());
  });

  it('stay out next month, and come back one by one or all together', async () => {
    await shop.writer.customers.exclude({ rows: [4, 8, 60] }, createTestJob());
    await nextMonth();
    expect(await get()).toMatchObject({ customers: 147 });
    const [first] = (await excluded()).customers;
    await shop.writer.customers.include({ ids: [first!.id] }, createTestJob());
    expect(await get()).toMatchObject({ customers: 148, stale: false });
    expect((await excluded()).customers.map(({ id }) => id)).not.toContain(first!.id);
    await expect(shop.writer.customers.include({ ids: [first!.id] }, createTestJob())).rejects.toMatchObject({
      code: 'notFound',
    });
    await shop.writer.customers.include({}, createTestJob());
    expect(await get()).toMatchObject({ customers: 150 });
    expect((await excluded()).total).toBe(0);
  });

  it('are one change: undo and redo give every figure back, after a restart too', async () => {
    await shop.writer.selection.save({ name: 'Friends', rows: [3, 4, 5] });
    const states = [await wholeState()];
    await shop.writer.customers.exclude({ rows: [4, 90] }, createTestJob());
    states.push(await wholeState());
    const [one] = states[1]!.excluded.customers;
    await shop.writer.customers.include({ ids: [one!.id] }, createTestJob());
    states.push(await wholeState());
    expect(states[1]!.own[0]).toMatchObject({ customers: 3, size: 2 });
    for (const at of [1, 0]) {
      await shop.writer.journal.undo(undefined);
      await reopen();
      expect(await wholeState()).toEqual(states[at]);
    }
    for (const at of [1, 2]) {
      await shop.writer.journal.redo(undefined);
      await reopen();
      expect(await wholeState()).toEqual(states[at]);
    }
    await shop.writer.journal.undo(undefined);
    await shop.writer.selection.save({ name: 'Others', rows: [1] });
    expect(await wholeState()).toMatchObject({ excluded: states[1]!.excluded, segmentation: states[1]!.segmentation });
  });

  it('are never everybody, and a cancel leaves all as it was', async () => {
    const before = await wholeState();
    const everybody = before.segmentation.segments.map(({ id }) => id);
    await expect(shop.writer.customers.exclude({ segmentIds: everybody }, createTestJob())).rejects.toMatchObject({
      code: 'badInput',
    });
    for (const stage of ['features', 'explaining'] as const)
      await expect(
        shop.writer.customers.exclude(
          { rows: [1] },
          createTestJob((job, at) => at === stage && job.cancel()),
        ),
      ).rejects.toMatchObject({ code: 'cancelled' });
    expect(await wholeState()).toEqual(before);
  });
});
