import { readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { isAppError } from '../../../src/shared/errors.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { contentOf } from './project-content.ts';
import { createTestJob, createTestShop, type TestShop, writeOrderLines } from './test-shop.ts';

const folder = temporaryFolder();
const orders = writeOrderLines(folder);
let count = 0;
let shop: TestShop;

const newShop = async (): Promise<TestShop> => {
  count += 1;
  shop = createTestShop(folder);
  await shop.writer.project.create({ name: 'Shop', path: join(folder, `import ${count}.tessera`) });
  return shop;
};
const info = async () => (await shop.reader.project.info(undefined))!;

afterEach(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

describe('an import', () => {
  it('fills a project with rows, customers and totals, as one change', async () => {
    const { writer, reader } = await newShop();
    const job = createTestJob();
    const [source] = await writer.source.import({ paths: [orders] }, job);
    expect(source).toMatchObject({ id: 1, importId: 1, kind: 'orderLines', table: 'source_1', file: 'orders.csv' });
    expect(job.stages).toEqual(['reading', 'storing', 'features', 'finishing']);
    expect(job.fractions.every((fraction, i) => i === 0 || fraction >= job.fractions[i - 1]!)).toBe(true);
    expect(job.fractions.at(-1)).toBe(1);

    const { totals, undo, redo, revision } = await info();
    const preview = await writer.source.preview({ paths: [orders] }, createTestJob());
    expect(totals).toMatchObject({
      ...preview[0]!.totals,
      customers: 120,
      revenue: expect.closeTo(preview[0]!.totals.revenue!, 6),
    });
    expect(undo).toEqual({ key: 'journal.import', values: { file: 'orders.csv', rows: source!.rows } });
    expect({ redo, revision }).toEqual({ redo: null, revision: 1 });
    expect(await reader.source.setAside(undefined)).toEqual(preview[0]!.setAside);
    expect((await reader.source.rows({ sourceId: 1, offset: 0, limit: 2 })).rows).toHaveLength(2);
    expect(await reader.source.list(undefined)).toEqual([source]);
  });

  it('counts lines that are kept: each order without a customer is a guest of its own', async () => {
    const { writer, reader } = await newShop();
    await writer.source.import({ paths: [orders] }, createTestJob());
    const before = (await info()).totals!;
    const [noCustomer] = await reader.source.setAside(undefined);
    const after = (await writer.source.setRule({ reason: 'noCustomer', on: false })).totals!;
    expect(after.orderLines! - before.orderLines!).toBe(noCustomer!.lines);
    expect(after.revenue! - before.revenue!).toBeCloseTo(noCustomer!.money, 6);
    expect(after.customers - before.customers).toBe(24);
    expect(after.orders! - before.orders!).toBe(24);
    await writer.source.setRule({ reason: 'noCustomer', on: true });
    expect((await info()).totals).toEqual(before);

    const kept = createTestShop(folder);
    await kept.writer.project.create({ name: 'Kept', path: join(folder, 'kept.tessera') });
    await kept.writer.source.import({ paths: [orders], keep: ['noCustomer'] }, createTestJob());
    expect((await kept.reader.project.info(undefined))!.totals).toEqual(after);
    await kept.writer.dispose();
    await kept.reader.dispose();
  });

  it('shows its figures at every moment of a switched rule, old or new', async () => {
    const { writer } = await newShop();
    await writer.source.import({ paths: [orders] }, createTestJob());
    let switching = true;
    const switched = writer.source.setRule({ reason: 'cancelled', on: false }).finally(() => {
      switching = false;
    });
    let looks = 0;
    for (; switching; looks += 1) {
      expect((await info()).totals).not.toBeNull();
      await setImmediate();
    }
    expect(looks).toBeGreaterThan(0);
    expect((await switched).totals).toEqual((await info()).totals);
  });

  it('counts an order that goes on in the next file once, and the same number of somebody else apart', async () => {
    const { writer, reader } = await newShop();
    const [one, two] = [join(folder, 'one.csv'), join(folder, 'two.csv')];
    const file = (rows: string[]) => `Order,Date,Customer,Amount\n${rows.join('\n')}\n`;
    writeFileSync(one, file(['100,2025-01-02,A,1.50', '101,2025-01-30,B,2.50', '102,2025-01-31,A,4']));
    writeFileSync(
      two,
      file(['102,2025-01-31,A,8', '101,2025-02-01,C,16', '103,2025-02-03,A,32', '102,2025-02-04,C,64']),
    );
    await writer.source.import({ paths: [one, two] }, createTestJob());
    expect((await info()).totals).toMatchObject({ customers: 3, orders: 5, orderLines: 7, revenue: 128 });
    const { rows } = await reader.customers.page({ offset: 0, limit: 9, sort: { by: 'key', descending: false } });
    expect(rows.map(({ key, values }) => [key, values[1]])).toEqual([
      ['A', 3],
      ['B', 1],
      ['C', 2],
    ]);
  });

  it('of customers who are all alike is kept; there is nothing to segment, and that is said', async () => {
    const { writer } = await newShop();
    const path = join(folder, 'alike.csv');
    const lines = Array.from({ length: 50 }, (_, i) => `${i},2024-05-01,C${i},1,10`);
    writeFileSync(path, `Order,Date,Customer,Quantity,Price\n${lines.join('\n')}\n`);
    await writer.source.import({ paths: [path] }, createTestJob());
    expect((await info()).totals).toMatchObject({ customers: 50, orders: 50, revenue: 500 });
    await expect(
      writer.segmentation.run({ method: 'kmeans', k: 'auto', seed: 1 }, createTestJob()),
    ).rejects.toMatchObject({ code: 'allAlike', details: { customers: 50 } });
  });

  it('joins a customer table on the customer', async () => {
    const { writer, reader } = await newShop();
    const table = join(folder, 'people.csv');
    const lines = Array.from(
      { length: 100 },
      (_, i) => `C${i + 1},${20 + (i % 50)},${i % 7 === 0 ? '' : (i * 1.5).toFixed(2)}`,
    );
    writeFileSync(table, `Customer,Age,Points\n${lines.join('\n')}\n`);
    await writer.source.import({ paths: [orders] }, createTestJob());
    await writer.source.import({ paths: [table] }, createTestJob());
    expect((await info()).totals!.customers).toBe(120);
    const { rows } = await reader.customers.page({ offset: 0, limit: 500, sort: { by: 'key', descending: false } });
    expect(rows[4]).toMatchObject({ key: 'C5', name: 'Name 5, Ms', email: 'c5@example.com' });
    expect(rows[4]!.values.slice(-2)).toEqual([24, 6]);
    expect(rows[7]!.values.slice(-2)).toEqual([27, null]);
    expect(rows[119]!.values.slice(-2)).toEqual([null, null]);
  });

  it('leaves nothing behind when it is cancelled at any moment before it is finishing', async () => {
    const { writer } = await newShop();
    await writer.source.import({ paths: [orders] }, createTestJob());
    const before = contentOf((await info()).path, { undone: false });
    const big = writeOrderLines(folder, 3000, 'big.csv');
    const free = createTestJob();
    await writer.source.import({ paths: [big] }, free);
    await writer.journal.undo(undefined);
    const moments = free.fractions.filter((fraction) => fraction < 0.9);
    for (let i = 0; i < 20; i += 1) {
      const at = moments[Math.floor((i / 20) * moments.length)]!;
      let cancelledAt = 0;
      const job = createTestJob((self, _stage, fraction) => {
        if (fraction >= at && cancelledAt === 0) {
          cancelledAt = performance.now();
          self.cancel();
        }
      });
      await expect(writer.source.import({ paths: [big] }, job)).rejects.toMatchObject({ code: 'cancelled' });
      expect(performance.now() - cancelledAt).toBeLessThan(200);
    }
    // The undone import still stands ready to be brought back: cancelling dropped nothing either.
    expect((await info()).redo).not.toBeNull();
    expect(contentOf((await info()).path, { undone: false })).toEqual(before);
  });

  it('of a file that cannot be read says so and changes nothing', async () => {
    const { writer } = await newShop();
    const before = contentOf((await info()).path);
    const empty = join(folder, 'empty.csv');
    writeFileSync(empty, '');
    for (const path of [empty, join(folder, 'nowhere.csv')]) {
      await expect(writer.source.import({ paths: [path] }, createTestJob())).rejects.toSatisfy(isAppError);
    }
    expect(contentOf((await info()).path)).toEqual(before);
  });

  it('keeps everything else waiting', async () => {
    const { writer } = await newShop();
    const running = writer.source.import({ paths: [orders] }, createTestJob());
    await expect(writer.journal.undo(undefined)).rejects.toMatchObject({
      code: 'busy',
      details: { job: 'source.import' },
    });
    await running;
    await writer.journal.undo(undefined);
  });

  it('needs a project', async () => {
    await newShop();
    await shop.writer.project.close(undefined);
    await expect(shop.writer.source.import({ paths: [orders] }, createTestJob())).rejects.toMatchObject({
      code: 'noProject',
    });
    await expect(shop.reader.source.list(undefined)).rejects.toMatchObject({ code: 'noProject' });
    expect(await shop.reader.project.info(undefined)).toBeNull();
    expect(readdirSync(folder).filter((name) => name.includes('-wal') || name.includes('-lock'))).toEqual([]);
  });
});
