import { existsSync, readdirSync, renameSync, symlinkSync, writeFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createTestJob, createTestShop, type TestShop, writeOrderLines } from './test-shop.ts';

const folder = temporaryFolder();
let shop: TestShop;
afterEach(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

it('a project gets a file name that the system takes, whatever it is called', async () => {
  shop = createTestShop(folder);
  const { create } = shop.writer.project;
  const names = ['漢'.repeat(200), '🛍'.repeat(100), 'A/B: “C”? <D>', '...', '  Shop  2024. '];
  const paths: string[] = [];
  for (const name of [...names, names[0]!]) paths.push((await create({ name })).path);
  expect(paths.map((path) => basename(path))).toEqual([
    `${'漢'.repeat(66)}.tessera`,
    `${'🛍'.repeat(50)}.tessera`,
    'A B “C” D.tessera',
    'Project.tessera',
    'Shop 2024.tessera',
    `${'漢'.repeat(66)} 2.tessera`,
  ]);
  expect(paths.every((path) => existsSync(path))).toBe(true);
});

it('a project that is moved while it is open loses nothing, and is said to be gone', async () => {
  shop = createTestShop(folder);
  const { writer, reader } = shop;
  const { path } = await writer.project.create({ name: 'Here', path: join(folder, 'here.tessera') });
  await writer.source.import({ paths: [writeOrderLines(folder)] }, createTestJob());
  const { segments } = await writer.segmentation.run({ method: 'kmeans', k: 3, seed: 1 }, createTestJob());
  const there = join(folder, 'there.tessera');
  renameSync(path, there);
  await writer.segment.rename({ id: segments[0]!.id, name: 'Moved along' });
  await expect(reader.customers.page({ offset: 0, limit: 1 })).rejects.toMatchObject({
    code: 'projectMissing',
    details: { file: 'here.tessera' },
  });
  await writer.project.close(undefined);
  expect(readdirSync(folder).filter((name) => /^(here|there)/.test(name))).toEqual(['there.tessera']);
  await writer.project.open({ path: there });
  expect((await reader.segmentation.get({}))!.segments[0]!.name.values).toEqual({ name: 'Moved along' });
});

it('a place where no project can be is said to be one', async () => {
  shop = createTestShop(folder);
  writeFileSync(join(folder, 'a file'), '');
  for (const place of [join(folder, 'a file', 'x.tessera'), join(folder, `${'x'.repeat(250)}.tessera`)])
    await expect(shop.writer.project.create({ name: 'X', path: place })).rejects.toMatchObject({
      code: 'projectProtected',
      details: { file: basename(place) },
    });
});

it('a project that is open stays the one project when it is opened by another name', async () => {
  shop = createTestShop(folder);
  const { project } = shop.writer;
  const { path } = await project.create({ name: 'Named', path: join(folder, 'named.tessera') });
  symlinkSync(path, join(folder, 'other name.tessera'));
  expect((await project.open({ path: join(folder, 'other name.tessera') })).path).toBe(path);
  await project.close(undefined);
  expect(readdirSync(folder).filter((name) => /^(named|other)/.test(name))).toEqual([
    'named.tessera',
    'other name.tessera',
  ]);
});
