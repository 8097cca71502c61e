import { join } from 'node:path';
import { afterAll, describe, expect, it } from 'vitest';
import { createReaderServices } from '../../../../src/main/services/create-reader-services.ts';
import { createProjectFile } from '../../../../src/main/store/project-file.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { storeTable } from './made-source.ts';

const folder = temporaryFolder();
const project = createProjectFile(join(folder, 'many.tessera'), { owner: 'this test' });
const reader = createReaderServices({
  paths: { userData: folder, documents: folder, temporary: folder, assets: folder },
});
await reader.attach(project.path);
afterAll(async () => {
  await reader.dispose();
  project.close();
});

const rows = 400_000;
const sourceId = storeTable(project.db, {
  types: ['text', 'integer'],
  rows: Array.from({ length: rows }, (_, i) => [`customer ${(i * 7919) % rows} of the shop`, (i * 31) % 1000]),
  numbers: Array.from({ length: rows }, (_, i) => i + 2),
  aside: new Array<number>(rows).fill(0),
});
const page = (sort: { column: string; descending: boolean } | undefined, rest: object = {}, signal?: AbortSignal) =>
  reader.source.rows({ sourceId, offset: 0, limit: 3, ...(sort ? { sort } : {}), ...rest }, signal);
const by = (column: string, descending = false) => ({ column, descending });

describe('an order that takes a while', () => {
  it('says how far it is to whoever has little patience, and is there in the end', async () => {
    const fractions: number[] = [];
    for (;;) {
      const found = await page(by('a'), { patienceMs: 5 });
      if (found.arranging === null) {
        expect(found).toMatchObject({
          total: rows,
          rows: [['customer 0 of the shop', 0], expect.anything(), expect.anything()],
        });
        break;
      }
      expect(found).toMatchObject({ total: rows, rows: [] });
      fractions.push(found.arranging);
    }
    expect(fractions.length).toBeGreaterThan(2);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBeGreaterThan(fractions[0]!);
    // Once made, any page of it is read at once, also by whoever has no patience at all.
    const deep = await page(by('a'), { offset: rows - 3, patienceMs: 0 });
    expect(deep.rows.map(([name]) => name)).toEqual([3, 2, 1].map((back) => `customer ${rows - back} of the shop`));
  });

  it('lets others be answered meanwhile', async () => {
    const slow = page(by('a', true));
    let answered = 0;
    let isDone = false;
    void slow.then(() => {
      isDone = true;
    });
    while (!isDone) {
      await reader.source.list(undefined);
      answered += 1;
      await new Promise((resolve) => setImmediate(resolve));
    }
    expect((await slow).rows[0]![0]).toBe(`customer ${rows - 1} of the shop`);
    expect(answered).toBeGreaterThan(5);
  });

  it('is given up with its asker, and what was asked last comes first', async () => {
    const stop = new AbortController();
    const first = page(by('b'), {}, stop.signal);
    const refused = expect(first).rejects.toMatchObject({ code: 'cancelled' });
    await new Promise((resolve) => setTimeout(resolve, 10));
    stop.abort();
    await refused;

    const done: string[] = [];
    const filtered = page(undefined, { filters: [{ test: 'contains', column: 'a', text: '99' }] }).then(() =>
      done.push('first'),
    );
    await new Promise((resolve) => setTimeout(resolve, 10));
    const sorted = page(by('b', true)).then(() => done.push('last'));
    await Promise.all([filtered, sorted]);
    expect(done).toEqual(['last', 'first']);
  });

  it('ends with the project', async () => {
    const open = page(undefined, { filters: [{ test: 'contains', column: 'a', text: 'shop' }] });
    const refused = expect(open).rejects.toMatchObject({ code: 'cancelled' });
    await new Promise((resolve) => setTimeout(resolve, 5));
    await reader.attach(null);
    await refused;
    await expect(page(by('b'))).rejects.toMatchObject({ code: 'noProject' });
    await reader.attach(project.path);
  });
});
