import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { openForReading } from '../../../src/main/store/project-file.ts';
import { createIdentityReader } from '../../../src/main/store/repositories/customers.ts';
import { createTestJob, createTestShop } from '../services/test-shop.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();

/** A customer table: every third without an e-mail, every fifth without a name. */
const table = (name: string, customers: number, mark: string): string => {
  const path = join(folder, name);
  const rows = Array.from({ length: customers }, (_, i) => {
    const named = i % 5 === 0 ? '' : `${mark} ${i}`;
    return `K${i},${named},${i % 3 === 0 ? '' : `${mark}${i}@example.com`},${i * 2},${i % 7}`;
  });
  writeFileSync(path, `Customer ID,Name,Email,Spent,Visits\n${rows.join('\n')}\n`);
  return path;
};

it('everybody read at once is as read one by one', { timeout: 60_000 }, async () => {
  const shop = createTestShop(folder);
  const { path } = await shop.writer.project.create({ name: 'Many', path: join(folder, 'many.tessera') });
  const files = [table('first.csv', 1300, 'old'), table('second.csv', 700, 'new'), table('third.csv', 50, 'undone')];
  for (const file of files) await shop.writer.source.import({ paths: [file] }, createTestJob());
  await shop.writer.journal.undo(undefined);
  const db = openForReading(path);
  const ids = Array.from({ length: 1300 }, (_, i) => i + 1);
  const oneByOne = ids.map((id) => createIdentityReader(db)(id));
  const read = createIdentityReader(db);
  for (let i = 0; i < 1000; i += 1) read(1);
  expect(ids.map(read)).toEqual(oneByOne);
  expect(oneByOne[1]).toEqual({ key: 'K1', name: 'new 1', email: 'new1@example.com' });
  expect(oneByOne[1299]).toEqual({ key: 'K1299', name: 'old 1299', email: null });
  expect(read(5000)).toEqual({ key: '#5000', name: null, email: null });
  db.close();
  await shop.writer.dispose();
  await shop.reader.dispose();
});
