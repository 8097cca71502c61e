import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { contentOf } from './project-content.ts';
import { createTestJob, createTestShop, type TestShop, writeOrderLines } from './test-shop.ts';

const folder = temporaryFolder();
const orders = writeOrderLines(folder);
let shop: TestShop;

const reopen = async (path: string): Promise<void> => {
  await shop?.writer.dispose();
  await shop?.reader.dispose();
  shop = createTestShop(folder);
  await shop.writer.project.open({ path });
};

afterEach(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

it('every change can be undone and redone, one by one, over restarts', async () => {
  shop = createTestShop(folder);
  const { path } = await shop.writer.project.create({ name: 'All', path: join(folder, 'all.tessera') });
  const { writer } = shop;
  const states = [contentOf(path, { undone: false })];
  const note = () => states.push(contentOf(path, { undone: false }));
  await writer.source.import({ paths: [orders] }, createTestJob());
  note();
  await writer.source.setRule({ reason: 'noCustomer', on: false });
  note();
  const first = await writer.segmentation.run({ method: 'kmeans', k: 3, seed: 1 }, createTestJob());
  note();
  await writer.segment.rename({ id: first.segments[0]!.id, name: 'The faithful' });
  note();
  await writer.segment.recolour({ id: first.segments[1]!.id, color: 9 });
  note();
  const { treeId } = await writer.tree.grow(undefined, createTestJob());
  await writer.tree.cut({ treeId, k: 4 }, createTestJob());
  note();
  await writer.segmentation.activate({ id: first.id });
  note();
  // The tree itself is no change: it only saves growing it again.
  const seen = (state: Record<string, string>) => ({ ...state, tree: '' });

  for (let i = states.length - 2; i >= 0; i -= 1) {
    if (i % 2 === 0) await reopen(path);
    await shop.writer.journal.undo(undefined);
    const now = contentOf(path, { undone: false });
    const expected = { ...seen(states[i]!), ...segmentsOf(now) };
    expect(seen(now)).toEqual(expected);
  }
  await expect(shop.writer.journal.undo(undefined)).rejects.toMatchObject({ code: 'nothingToUndo' });
  expect((await shop.reader.project.info(undefined))!.totals).toBeNull();

  for (let i = 1; i < states.length; i += 1) {
    if (i % 2 === 0) await reopen(path);
    await shop.writer.journal.redo(undefined);
  }
  expect(seen(contentOf(path, { undone: false }))).toEqual(seen(states.at(-1)!));
  await expect(shop.writer.journal.redo(undefined)).rejects.toMatchObject({ code: 'nothingToRedo' });
  const again = (await shop.reader.segmentation.get({ id: first.id }))!;
  expect(again.segments[0]!.name).toEqual({ key: 'segment.custom', values: { name: 'The faithful' } });
  expect(again.segments[1]!.color).toBe(9);
  expect(again.active).toBe(true);
});

/** Runs that were undone still hold their segments until the redo is dropped. */
const segmentsOf = (state: Record<string, string>) =>
  Object.fromEntries(['segment', 'segmentation_segment', 'segmentation_column'].map((table) => [table, state[table]]));

it('a new change drops what was undone, rows and all', async () => {
  shop = createTestShop(folder);
  const { path } = await shop.writer.project.create({ name: 'Drop', path: join(folder, 'drop.tessera') });
  const { writer, reader } = shop;
  await writer.source.import({ paths: [orders] }, createTestJob());
  const once = contentOf(path);
  const more = writeOrderLines(folder, 40, 'more.csv');
  await writer.source.import({ paths: [more] }, createTestJob());
  await writer.segmentation.run({ method: 'kmeans', k: 3, seed: 1 }, createTestJob());
  await writer.journal.undo(undefined);
  await writer.journal.undo(undefined);
  expect((await reader.project.info(undefined))!.redo).toEqual({
    key: 'journal.import',
    values: expect.objectContaining({ file: 'more.csv' }),
  });
  await writer.source.setRule({ reason: 'cancelled', on: false });
  expect((await reader.project.info(undefined))!.redo).toBeNull();
  await writer.journal.undo(undefined);
  const now = contentOf(path);
  for (const table of [
    'import',
    'source',
    'source_1',
    'customer',
    'customer_key',
    'source_original',
    'segmentation',
    'segment',
  ]) {
    expect([table, now[table]]).toEqual([table, once[table]]);
  }
  expect(now.source_2).toBeUndefined();
  await writer.source.import({ paths: [more] }, createTestJob());
  await shop.writer.project.close(undefined);
  expect(readdirSync(folder).filter((name) => name.startsWith('drop.tessera'))).toEqual(['drop.tessera']);
});

it('the history lists what was done, newest first', async () => {
  shop = createTestShop(folder);
  await shop.writer.project.create({ name: 'List', path: join(folder, 'list.tessera') });
  await shop.writer.source.import({ paths: [orders] }, createTestJob());
  await shop.writer.source.setRule({ reason: 'cancelled', on: false });
  await shop.writer.journal.undo(undefined);
  const list = await shop.reader.journal.list(undefined);
  expect(list.map(({ what, undone }) => [what.key, undone])).toEqual([
    ['journal.ruleOff', true],
    ['journal.import', false],
  ]);
});
