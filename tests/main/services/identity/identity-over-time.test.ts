import { copyFileSync, existsSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { openForReading } from '../../../../src/main/store/project-file.ts';
import type { IdentityRecord } from '../../../../src/shared/model/identity.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { contentOf } from '../project-content.ts';
import { closeShop, importedShop, type QualityShop, writeCsv } from '../quality/quality-shop.ts';
import { createTestJob, createTestShop, type TestJob } from '../test-shop.ts';
import { identityHelpers } from './identity-helpers.ts';
import { type MessyShop, writeMessyShop } from './identity-shop.ts';

let shop: QualityShop;
afterEach(() => closeShop(shop));

const { find, mergeSure, decide, overview, queue, allGroups, undo, redo, content, customersByKey, judge } =
  identityHelpers(() => shop);

const messyShop = async (options: Parameters<typeof writeMessyShop>[1] = {}): Promise<MessyShop> => {
  const folder = temporaryFolder();
  const made = writeMessyShop(folder, options);
  shop = await importedShop(folder, made.files);
  return made;
};

describe('next month', () => {
  it('new rows go to the customer who stays, only what is new is proposed, and a split takes its new rows along', async () => {
    const made = await messyShop({ count: 900, to: 600 });
    await find();
    await mergeSure();
    const [asked] = await queue();
    await decide(asked!.a.id, asked!.b.id, 'different');
    const { customers } = await shop.reader.identity.merged({ offset: 0, limit: 200 });
    const some = customers.find(({ records }) => records.length === 2)!;
    const [stays, gone] = some.records as [IdentityRecord, IdentityRecord];
    const month = content();

    const later = writeMessyShop(shop.folder, { count: 900, from: 600, name: '-later' });
    const again = writeCsv(shop.folder, 'again.csv', [
      ['Order No', 'Customer No', 'Order date', 'Product', 'Quantity', 'Unit price'],
      ['900001', gone.key!, '2024-12-01', 'Mug', 2, '7.50'],
      ['900002', stays.key!, '2024-12-01', 'Mug', 1, '7.50'],
      ['900003', 'K99999', '2024-12-02', 'Mug', 1, '7.50'],
    ]);
    await shop.writer.source.import({ paths: [...later.files, again] }, createTestJob());
    expect(customersByKey().get(gone.key!)).toBe(stays.id);
    expect(await overview()).toMatchObject({ isStale: true, sure: 0 });
    await find();
    const old = new Set(made.personOf.keys());
    const proposed = [...(await allGroups()).flatMap(({ pairs }) => pairs), ...(await queue())];
    expect(proposed.length).toBeGreaterThan(20);
    expect(proposed.map(({ id }) => id)).not.toContain(asked!.id);
    for (const { a, b } of (await allGroups()).flatMap(({ pairs }) => pairs))
      expect(old.has(a.key!) && old.has(b.key!)).toBe(false);
    await mergeSure();
    const both = { ...made, personOf: new Map([...made.personOf, ...later.personOf]) };
    expect(judge(both).precision).toBeGreaterThanOrEqual(0.98);
    expect(judge(both).recall).toBeGreaterThanOrEqual(0.85);

    const { customerId } = (await shop.reader.identity.merged({ offset: 0, limit: 200 })).customers.find(
      ({ records }) => records.some(({ id }) => id === gone.id),
    )!;
    const whole = content();
    await shop.writer.identity.split({ customerId, identityId: gone.id }, createTestJob());
    const db = openForReading(shop.path);
    const owners = db.prepareRaw<[number]>(`SELECT _customer FROM source_5 ORDER BY _row`).all();
    db.close();
    expect(owners[0]).toEqual([gone.id]);
    expect(owners[1]).toEqual([stays.id]);
    await undo();
    expect(content()).toEqual(whole);
    // Back over the later merge and the import: the project of the month before.
    await undo();
    await undo();
    expect(content()).toEqual(month);
    await redo();
    await redo();
    expect(content()).toEqual(whole);
    // What is new after an undone import takes its rows and what was found in them away for good.
    await undo();
    await undo();
    await shop.writer.source.setRule({ reason: 'cancelled', on: false });
    expect((await overview()).search).toBeNull();
    expect(customersByKey().get(gone.key!)).toBe(stays.id);
  });
});

describe('a merge that does not come to its end', () => {
  it('leaves the project as it was, cancelled or killed at any point', async () => {
    await messyShop();
    await find();
    const before = content();
    const { fractions } = await (async () => {
      const job = createTestJob();
      await shop.writer.identity.mergeSure(undefined, job);
      await undo();
      return job;
    })();
    expect(fractions.length).toBeGreaterThan(8);
    for (const at of [0, 1, Math.floor(fractions.length / 2), fractions.length - 3]) {
      let reports = 0;
      const job = createTestJob((one: TestJob) => {
        if (reports === at) one.cancel();
        reports += 1;
      });
      await expect(shop.writer.identity.mergeSure(undefined, job)).rejects.toMatchObject({ code: 'cancelled' });
      expect(content()).toEqual(before);
    }
    // What a killed process leaves on the disk, taken in the middle.
    const killed = join(shop.folder, 'killed.tessera');
    let reports = 0;
    await shop.writer.identity.mergeSure(
      undefined,
      createTestJob(() => {
        reports += 1;
        if (reports !== Math.floor(fractions.length / 2)) return;
        for (const ending of ['', '-wal'])
          if (existsSync(shop.path + ending)) copyFileSync(shop.path + ending, killed + ending);
      }),
    );
    const other = createTestShop(temporaryFolder());
    await other.writer.project.open({ path: killed });
    expect(contentOf(killed, { undone: false })).toEqual(before);
    await closeShop(other);
  });

  it('can be stopped while customers are compared, and keeps what was found before', async () => {
    await messyShop();
    await find();
    const found = await overview();
    const job = createTestJob((one, stage) => {
      if (stage === 'comparing') one.cancel();
    });
    await expect(shop.writer.identity.find(undefined, job)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await overview()).toEqual(found);
    expect(job.fractions).toEqual([...job.fractions].sort((x, y) => x - y));
  });
});

describe('a rule that asks who bought', () => {
  it('is asked again after every merge and its undo', async () => {
    const folder = temporaryFolder();
    const line = (order: number, key: string, on: string, product: string, quantity: number) =>
      [String(order), key, `Name ${key}`, on, product, quantity, '5.00'] as const;
    const others = Array.from({ length: 40 }, (_, i) => line(100 + i, `K${i % 9}`, '2024-02-01', `Thing ${i}`, 1));
    shop = await importedShop(folder, [
      writeCsv(folder, 'lines.csv', [
        ['Order No', 'Customer No', 'Name', 'Order date', 'Product', 'Quantity', 'Unit price'],
        line(1, 'A1', '2024-03-01', 'Mug', 2),
        line(2, 'A1', '2024-03-02', 'Plate', 1),
        line(3, 'B7', '2024-03-05', 'Mug', -2),
        line(4, 'B7', '2024-03-06', 'Bowl', 1),
        ...others,
      ]),
    ]);
    await shop.writer.source.setRule({ reason: 'returned', on: true });
    const returned = async () =>
      (await shop.reader.source.setAside(undefined)).find(({ reason }) => reason === 'returned')?.lines ?? 0;
    const before = content();
    expect(await returned()).toBe(0);
    await decide(1, 2, 'same');
    // What one number bought the other brought back.
    expect(await returned()).toBe(1);
    await undo();
    expect(await returned()).toBe(0);
    const { marked: _, ...tables } = content();
    expect(before).toMatchObject(tables);
    await redo();
    expect(await returned()).toBe(1);
  });
});

describe('segments made again after a merge', () => {
  it('know that nobody is gone who counts as somebody else', async () => {
    await messyShop({ count: 400 });
    const run = () => shop.writer.segmentation.run({ method: 'kmeans', k: 4, seed: 1 }, createTestJob());
    const before = await run();
    expect((await shop.reader.segmentation.list(undefined))[0]).toMatchObject({ stale: false });
    await find();
    const { moved } = await mergeSure();
    expect((await shop.reader.segmentation.list(undefined))[0]).toMatchObject({ stale: true });
    const after = await run();
    expect(after.customers).toBe(before.customers - moved);
    const { moves } = (await shop.reader.segmentation.flows({}))!;
    expect(moves.filter(({ from, to }) => from === 'absent' || to === 'absent')).toEqual([]);
    expect(moves.reduce((sum, { customers }) => sum + customers, 0)).toBe(after.customers);
    const ids = (segmentation: typeof before) => segmentation.segments.map(({ id }) => id);
    expect(ids(after).filter((id) => ids(before).includes(id)).length).toBeGreaterThanOrEqual(2);
  });
});

describe('orders', () => {
  it('stay as many as they were, on one day too, with and without numbers of their own', async () => {
    const folder = temporaryFolder();
    const rows = (orders: boolean) => [
      [...(orders ? ['Order No'] : []), 'Customer No', 'Name', 'E-mail', 'Order date', 'Amount'],
      ...[
        [1, 'A1', 'Anna Berger', 'anna.berger@example.com', '2024-03-01', '10.00'],
        [1, 'A1', 'Anna Berger', 'anna.berger@example.com', '2024-03-01', '5.00'],
        [2, 'B7', 'Anna Berger', 'Anna.Berger@example.com', '2024-03-01', '7.00'],
        [3, 'B7', 'Anna Berger', 'anna.berger@example.com', '2024-03-04', '7.00'],
        [4, 'C9', 'Otto Wimmer', 'otto@wimmer.example', '2024-03-05', '9.00'],
      ].map((row) => (orders ? row : row.slice(1)) as (string | number)[]),
    ];
    for (const orders of [true, false]) {
      shop = await importedShop(folder, [writeCsv(folder, `lines-${orders}.csv`, rows(orders))], {
        name: `shop-${orders}`,
      });
      const totals = await shop.totals();
      const count = orders ? 4 : 3 + 1;
      expect(totals).toMatchObject({ customers: 3, orders: count, revenue: 38 });
      await decide(1, 2, 'same');
      // What two numbers bought on one day are two orders still: nothing says that it was one.
      expect(await shop.totals()).toMatchObject({ customers: 2, orders: count, revenue: 38 });
      const { customer, also, orders: bought } = await shop.reader.customers.story({ row: 0 });
      expect(customer).toMatchObject({ key: 'A1', name: 'Anna Berger', values: [1, 3, 29] });
      const found = await shop.reader.customers.page({ search: 'b7', offset: 0, limit: 5 });
      expect(found.rows.map(({ key }) => key)).toEqual(['A1']);
      expect(also).toEqual(['Anna Berger · anna.berger@example.com · B7']);
      expect(bought.map(({ day, lines, amount }) => [day, lines, amount])).toEqual(
        expect.arrayContaining([
          ['2024-03-04', 1, 7],
          ['2024-03-01', 2, 15],
          ['2024-03-01', 1, 7],
        ]),
      );
      if (orders) await closeShop(shop);
    }
  });

  it('that several numbers share count once for whom they were put together', async () => {
    const head = ['Order No', 'Customer No', 'Name', 'Order date', 'Product', 'Quantity', 'Unit price'];
    const folder = temporaryFolder();
    const first = writeCsv(folder, 'first.csv', [
      head,
      ['1', 'A1', 'Anna Berger', '2024-03-01', 'Mug', 1, '4.00'],
      ['1', 'B7', 'Anna Berger', '2024-03-01', 'Plate', 1, '6.00'],
      ['2', 'C9', 'Otto Wimmer', '2024-03-02', 'Mug', 1, '4.00'],
    ]);
    shop = await importedShop(folder, [first]);
    const ordersOf = async () =>
      (await shop.reader.customers.page({ offset: 0, limit: 9 })).rows.map(({ key, values }) => [key, values[1]]);
    expect(await shop.totals()).toMatchObject({ customers: 3, orders: 2, orderLines: 3 });
    expect(await ordersOf()).toEqual([
      ['A1', 1],
      ['B7', 1],
      ['C9', 1],
    ]);
    await decide(1, 2, 'same');
    expect(await shop.totals()).toMatchObject({ customers: 2, orders: 2, orderLines: 3, revenue: 14 });
    expect(await ordersOf()).toEqual([
      ['A1', 1],
      ['C9', 1],
    ]);
    // An order that goes on in another file of one import goes on under the other number too.
    const parts = ['A1', 'B7'].map((key, i) =>
      writeCsv(folder, `part-${i}.csv`, [
        head,
        ['7', key, 'Anna Berger', '2024-04-01', `Bowl ${i}`, 1, '9.00'],
        [`8${i}`, 'C9', 'Otto Wimmer', '2024-04-02', 'Mug', 1, '4.00'],
      ]),
    );
    await shop.writer.source.import({ paths: parts }, createTestJob());
    expect(await shop.totals()).toMatchObject({ customers: 2, orders: 5, orderLines: 7, revenue: 40 });
    expect(await ordersOf()).toEqual([
      ['A1', 2],
      ['C9', 3],
    ]);
  });

  it('of guests join the customer whom they belong to, and its number stays', async () => {
    const folder = temporaryFolder();
    shop = await importedShop(folder, [
      writeCsv(folder, 'lines.csv', [
        ['Order No', 'Customer No', 'Name', 'E-mail', 'Order date', 'Amount'],
        ['1', '', 'Anna Berger', 'anna.berger@example.com', '2024-03-01', '10.00'],
        ['2', 'B7', 'Anna Berger', 'anna.berger@example.com', '2024-03-02', '7.00'],
        ['3', 'C9', 'Otto Wimmer', 'otto@wimmer.example', '2024-03-05', '9.00'],
        ['4', 'B7', 'Anna Berger', 'anna.berger@example.com', '2024-03-06', '7.00'],
        ['5', 'C9', 'Otto Wimmer', 'otto@wimmer.example', '2024-03-09', '9.00'],
      ]),
    ]);
    await shop.writer.source.setRule({ reason: 'noCustomer', on: false });
    expect(await shop.totals()).toMatchObject({ customers: 3, orders: 5 });
    await find();
    await decide(1, 2, 'same');
    expect(await shop.totals()).toMatchObject({ customers: 2, orders: 5, revenue: 42 });
    const { rows } = await shop.reader.customers.page({ offset: 0, limit: 5 });
    expect(rows.map(({ key }) => key)).toEqual(['B7', 'C9']);
    // With guests set aside their orders do not count, whomever they belong to.
    await shop.writer.source.setRule({ reason: 'noCustomer', on: true });
    expect(await shop.totals()).toMatchObject({ customers: 2, orders: 4, revenue: 32 });
  });
});
