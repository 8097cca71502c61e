import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { say } from '../../../../src/shared/words/say.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { contentOf } from '../project-content.ts';
import { createTestJob, createTestShop, type TestShop } from '../test-shop.ts';
import { sampleCustomers, sampleOrders, writeMonths } from './monthly-files.ts';

const folder = temporaryFolder();
let shop: TestShop;
const open = async (name: string, isNew: boolean): Promise<string> => {
  shop = createTestShop(folder);
  const path = join(folder, `${name}.tessera`);
  await (isNew ? shop.writer.project.create({ name, path }) : shop.writer.project.open({ path }));
  return path;
};
const close = async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
};
afterEach(close);

const bring = (...paths: string[]) => shop.writer.recipe.import({ paths }, createTestJob());
const totalsNow = async () => (await shop.reader.project.info(undefined))!.totals!;

/** What a shopkeeper sees of a project. */
const seen = async () => {
  const info = (await shop.reader.project.info(undefined))!;
  const run = await shop.reader.segmentation.get({});
  return {
    totals: info.totals,
    sources: (await shop.reader.source.list(undefined)).map(({ id, name, rows }) => [id, name, rows]),
    setAside: await shop.reader.source.setAside(undefined),
    segments: run?.segments.map(({ id, name, color, size }) => ({ id, name: say(name), color, size })) ?? null,
    run: run && { id: run.id, hash: run.inputHash },
    labels: run && [...(await shop.reader.column({ of: 'labels', segmentationId: run.id }))],
  };
};

describe.each([
  ['that follow each other', 0],
  ['that overlap by five days', 5],
])('the sample shop in twelve files %s', (_, overlap) => {
  it('counts no order twice, keeps ids, names and colours, and is taken back step by step', {
    timeout: 120_000,
  }, async () => {
    await open(`whole ${overlap}`, true);
    await shop.writer.source.import({ paths: [sampleOrders, sampleCustomers] }, createTestJob());
    const whole = await totalsNow();
    await close();

    const months = writeMonths(folder, 12, overlap);
    const path = await open(`monthly ${overlap}`, true);
    await bring(months[0]!, sampleCustomers);
    await shop.writer.segmentation.run({ method: 'kmeans', k: 4, seed: 1 }, createTestJob());
    const { segments } = (await shop.reader.segmentation.get({}))!;
    await shop.writer.segment.rename({ id: segments[0]!.id, name: 'The faithful' });
    await shop.writer.segment.recolour({ id: segments[1]!.id, color: 9 });
    const named = (await seen()).segments!.map(({ id, name, color }) => [id, name, color]).sort();
    const states = [await seen()];
    const contents = [contentOf(path, { undone: false })];
    for (const month of months.slice(1)) {
      const done = await bring(month);
      expect(done.recipes[0]).toMatchObject({ isReplayed: true, differences: [], isQuestion: false });
      expect(done.problem).toBeNull();
      expect(done.recipes[0]!.changes!.rowsReplaced > 0).toBe(overlap > 0);
      const flows = (await shop.reader.segmentation.flows({}))!;
      expect(done.segmentationId).toBe(flows.to.id);
      const { stayed, moved, arrived, left } = done.moved!;
      expect(stayed + moved + left).toBe(flows.from.customers);
      expect(stayed + moved + arrived).toBe(flows.to.customers);
      const state = await seen();
      states.push(state);
      // Reading every row of every month is what takes long: one of the two will do.
      if (overlap > 0) contents.push(contentOf(path, { undone: false }));
      expect(state.segments!.map(({ id, name, color }) => [id, name, color]).sort()).toEqual(named);
    }
    expect(await totalsNow()).toEqual(whole);
    expect((await shop.reader.journal.list(undefined)).length).toBe(12 + 3);

    for (let i = states.length - 2; i >= 0; i -= 1) {
      if (i % 4 === 0) {
        await close();
        await open(`monthly ${overlap}`, false);
      }
      await shop.writer.journal.undo(undefined);
      expect(await seen()).toEqual(states[i]);
      const now = contentOf(path, { undone: false });
      for (const table of Object.keys(contents[i] ?? {}).filter((name) => /^source|^customer|^set_aside/.test(name)))
        expect([i, table, now[table]]).toEqual([i, table, contents[i]![table]]);
    }
    for (let i = 1; i < states.length; i += 1) {
      await shop.writer.journal.redo(undefined);
      expect(await seen()).toEqual(states[i]);
    }
  });
});
