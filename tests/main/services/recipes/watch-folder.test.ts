import { mkdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createImporter } from '../../../../src/main/import/create-importer.ts';
import { createReaderServices } from '../../../../src/main/services/create-reader-services.ts';
import { createWriterServices } from '../../../../src/main/services/create-writer-services.ts';
import type { ReaderServices, WriterServices } from '../../../../src/main/services/services.ts';
import type { WatchedFile } from '../../../../src/shared/model/recipe.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { createInlineCompute } from '../inline-compute.ts';
import { createTestJob, createTestShop } from '../test-shop.ts';

const folder = temporaryFolder();
const { paths, writer: spare, reader: spareReader } = createTestShop(folder);
const times = { settleMs: 30, pollMs: 100 };

let writer: WriterServices;
let reader: ReaderServices;
let dropped: string;
let count = 0;
const start = () => {
  reader = createReaderServices({ paths });
  writer = createWriterServices({
    importer: createImporter(),
    compute: createInlineCompute(),
    paths,
    reader,
    watch: times,
  });
};
const stop = async () => {
  await writer.dispose();
  await reader.dispose();
};
const projectPath = () => join(folder, `watch ${count}.tessera`);

/** Orders of some days of March, two customers a day. */
const orders = (from: number, to: number): string =>
  [
    'Invoice,Customer,Date,Amount',
    ...Array.from({ length: (to - from + 1) * 2 }, (_, i) => {
      const day = from + Math.floor(i / 2);
      return `${day * 10 + (i % 2)},C${(day * 2 + i) % 15},2025-03-${String(day).padStart(2, '0')},${5 + i}.50`;
    }),
  ].join('\n');
const drop = (name: string, text: string): string => {
  const path = join(dropped, name);
  writeFileSync(path, `${text}\n`);
  return path;
};
const seenAs = async (name: string): Promise<WatchedFile | undefined> =>
  (await reader.recipe.watched(undefined))?.files.find(({ file }) => file === name);
const until = async (isTrue: () => Promise<boolean>): Promise<void> => {
  for (let tries = 0; tries < 200; tries += 1) {
    if (await isTrue()) return;
    await setTimeout(25);
  }
  throw new Error('It did not come to pass.');
};
const untilSeen = async (name: string): Promise<WatchedFile> => {
  await until(async () => (await seenAs(name)) !== undefined);
  return (await seenAs(name))!;
};
const ordersNow = async () => (await reader.project.info(undefined))!.totals!.orders;

beforeEach(async () => {
  await spare.dispose();
  await spareReader.dispose();
  count += 1;
  dropped = join(folder, `dropped ${count}`);
  mkdirSync(dropped);
  start();
  await writer.project.create({ name: 'Watch', path: projectPath() });
  await writer.source.import({ paths: [drop('march 1.csv', orders(1, 10))] }, createTestJob());
});
afterEach(stop);

describe('a watched folder', () => {
  it('is off until it is asked for, and one change that can be undone', async () => {
    expect(await reader.recipe.watched(undefined)).toBeNull();
    drop('march 2.csv', orders(9, 12));
    await setTimeout(250);
    expect(await ordersNow()).toBe(20);
    const info = await writer.recipe.watch({ folder: dropped });
    expect(info.undo).toEqual({ key: 'journal.watch', values: { folder: `dropped ${count}` } });
    await writer.journal.undo(undefined);
    expect(await reader.recipe.watched(undefined)).toBeNull();
    expect(await ordersNow()).toBe(20);
    await writer.journal.redo(undefined);
    expect((await reader.recipe.watched(undefined))!.folder).toBe(dropped);
    await writer.recipe.unwatch(undefined);
    expect(await reader.recipe.watched(undefined)).toBeNull();
    await expect(writer.recipe.watch({ folder: join(dropped, 'none') })).rejects.toMatchObject({ code: 'fileMissing' });
  });

  it('lets in what is known and leaves the rest waiting', async () => {
    await writer.recipe.watch({ folder: dropped });
    // The file that is here already comes in no second time.
    expect(await untilSeen('march 1.csv')).toMatchObject({ state: 'imported', why: { key: 'recipe.identical' } });
    drop('march 2.csv', orders(9, 12));
    expect(await untilSeen('march 2.csv')).toMatchObject({ state: 'imported', why: null });
    expect(await ordersNow()).toBe(24);

    drop('visits.csv', 'Page,Visits\nstart,5\nshop,7\nbasket,2');
    drop(
      'without dates.csv',
      orders(12, 14)
        .replaceAll(/,2025-03-../g, '')
        .replace(',Date', ''),
    );
    drop('older.csv', orders(2, 3));
    drop('broken.xlsx', 'PK\u0003\u0004 not at all');
    expect(await untilSeen('visits.csv')).toMatchObject({ state: 'waiting', why: { key: 'recipe.waiting.unknown' } });
    expect(await untilSeen('without dates.csv')).toMatchObject({
      state: 'waiting',
      why: { key: 'recipe.cannotReplay' },
    });
    expect(await untilSeen('older.csv')).toMatchObject({ state: 'waiting', why: { key: 'recipe.waiting.older' } });
    expect(await untilSeen('broken.xlsx')).toMatchObject({ state: 'failed', code: expect.any(String) });
    expect(await ordersNow()).toBe(24);

    // A file that is written again is looked at again.
    const before = (await seenAs('march 2.csv'))!.at;
    drop('march 2.csv', orders(9, 13));
    await until(async () => (await seenAs('march 2.csv'))!.at !== before);
    expect(await ordersNow()).toBe(26);

    // What somebody takes back does not come in again by itself.
    await writer.journal.undo(undefined);
    await setTimeout(300);
    expect(await ordersNow()).toBe(24);
  });

  it('waits until a file is whole, survives that the folder goes, and goes on after a restart', async () => {
    await writer.recipe.watch({ folder: dropped });
    await untilSeen('march 1.csv');
    const [head, ...rest] = orders(11, 16).split('\n');
    let text = head!;
    for (const line of rest) {
      text += `\n${line}`;
      drop('growing.csv', text);
      await setTimeout(10);
    }
    expect(await untilSeen('growing.csv')).toMatchObject({ state: 'imported' });
    expect(await ordersNow()).toBe(32);
    expect((await reader.journal.list(undefined)).filter(({ what }) => what.key === 'journal.import')).toHaveLength(2);

    renameSync(dropped, `${dropped} away`);
    await setTimeout(250);
    expect((await reader.recipe.watched(undefined))!.problem).toMatchObject({ key: 'recipe.folderMissing' });
    await stop();
    renameSync(`${dropped} away`, dropped);
    drop('later.csv', orders(16, 20));
    start();
    await writer.project.open({ path: projectPath() });
    expect(await untilSeen('later.csv')).toMatchObject({ state: 'imported' });
    expect(await ordersNow()).toBe(40);

    // Another project is none of its business.
    await writer.project.create({ name: 'Other', path: join(folder, `other ${count}.tessera`) });
    drop('much later.csv', orders(21, 22));
    await setTimeout(250);
    expect(await reader.recipe.watched(undefined)).toBeNull();
    expect(await reader.source.list(undefined)).toEqual([]);
    rmSync(dropped, { recursive: true });
  });
});
