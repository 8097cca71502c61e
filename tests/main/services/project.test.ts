import { existsSync, readdirSync, symlinkSync } from 'node:fs';
import { basename, join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { createTestShop, type TestShop } from './test-shop.ts';

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
