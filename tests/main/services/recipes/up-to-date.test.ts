import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Method, Segmentation } from '../../../../src/shared/model/segmentation.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { createTestJob, createTestShop, orderLinesCsv, type TestShop } from '../test-shop.ts';

const folder = temporaryFolder();
let shop: TestShop;
let count = 0;
beforeEach(async () => {
  shop = createTestShop(folder);
  count += 1;
  await shop.writer.project.create({ name: 'Update', path: join(folder, `update ${count}.tessera`) });
});
afterEach(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

const [header, ...lines] = orderLinesCsv(160).trimEnd().split('\n') as [string, ...string[]];
const dayOf = (line: string): string => /2023-\d\d-\d\d/.exec(line)![0];
const write = (name: string, chosen: readonly string[]): string => {
  const file = join(folder, `${count} ${name}.csv`);
  writeFileSync(file, `${[header, ...chosen].join('\n')}\n`);
  return file;
};
const until = (day: string): string[] => lines.filter((line) => dayOf(line) <= day);
const after = (day: string): string[] => lines.filter((line) => dayOf(line) > day);
const bring = (path: string) => shop.writer.recipe.import({ paths: [path] }, createTestJob());
const get = async (): Promise<Segmentation> => (await shop.reader.segmentation.get({}))!;
const colours = ({ segments }: Segmentation) => segments.map(({ id, color }) => [id, color]).sort();

it.each(['kmeans', 'ward', 'gmm', 'kmedoids', 'rules'] as readonly Method[])(
  'segments by %s are the same ones a month later, and one undo takes all of it back',
  async (method) => {
    await bring(write('first', until('2023-11-15')));
    const before = await shop.writer.segmentation.run({ method, k: 3, seed: 1 }, createTestJob());
    const done = await bring(write('next', after('2023-11-10')));
    expect(done.problem).toBeNull();
    const now = await get();
    expect(now).toMatchObject({ id: done.segmentationId, method, seed: before.seed });
    // Plain rules find as many as there are; those with the same name are the same.
    if (method === 'rules') {
      const known = before.segments.filter(({ name }) => now.segments.some((one) => say(one.name) === say(name)));
      expect(known.length).toBeGreaterThan(1);
      for (const { name, id, color } of known)
        expect(now.segments.find((one) => say(one.name) === say(name))).toMatchObject({ id, color });
    } else expect(colours(now)).toEqual(colours(before));
    expect(now.inputHash).not.toBe(before.inputHash);
    const { stayed, moved, arrived, left } = done.moved!;
    expect([stayed + moved + left, stayed + moved + arrived]).toEqual([before.customers, now.customers]);
    await shop.writer.journal.undo(undefined);
    expect(await get()).toEqual(before);
    expect(await shop.reader.source.list(undefined)).toHaveLength(1);
  },
);

it('the same files give the same segments, to the last number', async () => {
  const hashes = [];
  for (let turn = 0; turn < 2; turn += 1) {
    await shop.writer.project.create({ name: 'Turn', path: join(folder, `turn ${count} ${turn}.tessera`) });
    await bring(write('first', until('2023-11-15')));
    await shop.writer.segmentation.run({ method: 'kmeans', k: 3, seed: 1 }, createTestJob());
    await bring(write('next', after('2023-11-10')));
    const { id, inputHash, segments } = await get();
    hashes.push({ inputHash, segments, labels: [...(await shop.reader.column({ of: 'labels', segmentationId: id }))] });
  }
  expect(hashes[0]).toEqual(hashes[1]);
});

it('makes new segments where one would have nobody left, and says what stands in the way of any', async () => {
  await bring(write('first', lines));
  await shop.writer.segmentation.run({ method: 'kmeans', k: 3, seed: 1 }, createTestJob());
  // Everybody is now as those who ordered often.
  const same = lines.map((line) => line.replace(/,\d+,\d+\.\d\d$/, ',1,5.00'));
  const done = await bring(write('same', same));
  expect(
    done.problem === null ? (await get()).segments.every(({ size }) => size > 0) : done.segmentationId,
  ).toBeTruthy();

  await shop.writer.project.create({ name: 'Few', path: join(folder, `few ${count}.tessera`) });
  await bring(write('many', lines));
  await shop.writer.segmentation.run({ method: 'kmeans', k: 3, seed: 1 }, createTestJob());
  const before = await get();
  // The same orders, now all of one customer and a few others: too few to segment.
  const few = lines.map((line, i) => line.replace(/,C\d+,/, `,C${1 + (i % 3)},`));
  const refused = await bring(write('few', few));
  expect(refused).toMatchObject({ segmentationId: null, moved: null, problem: { key: 'error.tooFewCustomers' } });
  expect(await get()).toEqual({ ...before, stale: true });
  expect(await shop.reader.source.list(undefined)).toHaveLength(2);
});

it('leaves segments alone where it is told to, and where nothing was known', async () => {
  await bring(write('first', until('2023-11-15')));
  const before = await shop.writer.segmentation.run({ method: 'kmeans', k: 3, seed: 1 }, createTestJob());
  const path = write('next', after('2023-11-10'));
  const told = await shop.writer.recipe.import({ paths: [path], update: false }, createTestJob());
  expect([told.segmentationId, told.recipes[0]!.isReplayed]).toEqual([null, true]);
  expect((await get()).id).toBe(before.id);
  await shop.writer.journal.undo(undefined);
  const beside = await shop.writer.recipe.import({ paths: [path], recipe: 'none' }, createTestJob());
  expect([beside.segmentationId, beside.recipes]).toEqual([null, [null]]);
});
