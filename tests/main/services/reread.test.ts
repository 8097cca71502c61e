import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { openForReading } from '../../../src/main/store/project-file.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { contentOf } from './project-content.ts';
import { createTestJob, createTestShop, type TestShop } from './test-shop.ts';

const folder = temporaryFolder();
let shop: TestShop;
beforeAll(() => {
  shop = createTestShop(folder);
});
afterAll(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

/** Days that can be read both ways, a title, a blank line, a note over two lines and a cell that is no number. */
const doubtful = (from = 0): string =>
  [
    'My shop,,,,,',
    '',
    'Order,Customer,Date,Code,Note,Amount',
    ...Array.from({ length: 40 }, (_, i) => {
      const n = from + i;
      const day = `${String((n % 9) + 1).padStart(2, '0')}/${String((n % 7) + 1).padStart(2, '0')}/2024`;
      return `A${n},C${n % 6},${day},00${n},"first\nsecond ${n}",${n === 7 ? 'free' : `${n + 1}.50`}`;
    }).flatMap((line, i) => (i === 11 ? ['', line] : [line])),
  ].join('\n');

const create = async (name: string, ...texts: string[]) => {
  const path = join(folder, `${name}.tessera`);
  await shop.writer.project.create({ name, path });
  for (const [i, text] of texts.entries()) {
    const file = join(folder, `${name} ${i}.csv`);
    writeFileSync(file, text);
    await shop.writer.recipe.import({ paths: [file] }, createTestJob());
  }
  return path;
};

const rowsOf = (path: string, table: string): unknown[] => {
  const db = openForReading(path);
  try {
    return db.prepare(`SELECT * FROM "${table}" ORDER BY _row`).all();
  } finally {
    db.close();
  }
};
const figures = async () => {
  const { totals } = (await shop.reader.project.info(undefined))!;
  const { rows } = await shop.reader.customers.page({ offset: 0, limit: 500 });
  return { totals, rows: rows.map(({ key, values }) => [key, values] as const).sort(([a], [b]) => (a < b ? -1 : 1)) };
};
const exactText = async (sourceId: number): Promise<string> => {
  const { id } = await shop.writer.export.table({ what: 'exact', format: 'csv', sourceId }, createTestJob());
  return readFileSync((await shop.writer.file(id))!.path, 'utf8');
};

it('reads days the other way round without the file, row by row as if it had been so from the start', async () => {
  const path = await create('days', doubtful());
  const before = await figures();
  const beforeContent = contentOf(path, { undone: false });
  const [source] = await shop.reader.source.list(undefined);
  const date = source!.columns.find(({ name }) => name === 'Date')!;
  expect(date.choices.length).toBe(2);
  const other = date.choices.find(({ format }) => format !== date.format)!;

  const outcome = await shop.writer.source.reread(
    { sourceId: source!.id, columns: [{ name: 'Date', format: other.format }] },
    createTestJob(),
  );
  const after = await figures();
  expect((await shop.reader.source.list(undefined)).map(({ id }) => id)).toEqual(outcome.sources.map(({ id }) => id));
  const [made] = outcome.sources;
  expect([made!.file, made!.headerRow, made!.rows]).toEqual([source!.file, 3, source!.rows]);
  const rows = rowsOf(path, made!.table) as { _row: number; Date: string }[];
  expect(rows.map(({ _row }) => _row)).toEqual((rowsOf(path, source!.table) as typeof rows).map(({ _row }) => _row));

  const fresh = join(folder, 'fresh.tessera');
  await shop.writer.project.create({ name: 'Fresh', path: fresh });
  await shop.writer.source.import(
    {
      paths: [join(folder, 'days 0.csv')],
      mapping: [
        {
          sheet: null,
          kind: source!.kind,
          columns: source!.columns.map(({ name, type, role, format }) => ({
            name,
            type,
            role,
            format: name === 'Date' ? other.format : format,
          })),
        },
      ],
    },
    createTestJob(),
  );
  expect(await figures()).toEqual(after);
  expect(after.totals).not.toEqual(before.totals);
  const [told] = await shop.reader.source.list(undefined);
  expect(rows.map((row) => row.Date)).toEqual((rowsOf(fresh, told!.table) as typeof rows).map((row) => row.Date));

  await shop.writer.project.open({ path });
  await shop.writer.journal.undo(undefined);
  expect(await figures()).toEqual(before);
  expect(contentOf(path, { undone: false })).toEqual(beforeContent);
  await shop.writer.journal.redo(undefined);
  expect(await figures()).toEqual(after);
});

it('keeps every cell as it was written, and what people corrected', async () => {
  await create('cells', doubtful());
  const [source] = await shop.reader.source.list(undefined);
  await shop.writer.quality.fix(
    { fix: { kind: 'setAside', sourceId: source!.id, column: 'Order', cells: { values: ['A3', 'A4'] } } },
    createTestJob(),
  );
  const written = await exactText(source!.id);
  const { sources } = await shop.writer.source.reread(
    { sourceId: source!.id, columns: [{ name: 'Code', type: 'integer' }] },
    createTestJob(),
  );
  expect(sources[0]!.columns.find(({ name }) => name === 'Code')!.type).toBe('integer');
  expect(await exactText(sources[0]!.id)).toBe(written);
  const aside = await shop.reader.source.setAside({ sourceId: sources[0]!.id });
  expect(aside.find(({ reason }) => reason === 'byHand')!.lines).toBe(2);
});

it('leaves replaced what a newer file replaced, and next month’s file is read the new way', async () => {
  const path = await create('months', doubtful(), doubtful(20));
  const [first] = await shop.reader.source.list(undefined);
  const before = await figures();
  const gone = (table: string) =>
    (rowsOf(path, table) as { _row: number; _aside: number }[])
      .filter(({ _aside }) => _aside >= 1024)
      .map(({ _row }) => _row);
  const goneBefore = gone(first!.table);
  expect(goneBefore.length).toBe(20);
  const { sources } = await shop.writer.source.reread(
    { sourceId: first!.id, columns: [{ name: 'Code', type: 'integer' }] },
    createTestJob(),
  );
  expect(await figures()).toEqual(before);
  expect(gone(sources[0]!.table)).toEqual(goneBefore);
  expect(gone(first!.table).length).toBe(first!.rows);
  await shop.writer.journal.undo(undefined);
  expect(gone(first!.table)).toEqual(goneBefore);
});

it('refuses a column that is not there, and changes nothing when it is cancelled', async () => {
  const path = await create('refused', doubtful());
  const [source] = await shop.reader.source.list(undefined);
  const before = contentOf(path);
  const reread = (columns: { name: string; type?: 'text' | 'integer' }[], job = createTestJob()) =>
    shop.writer.source.reread({ sourceId: source!.id, columns }, job);
  await expect(reread([{ name: 'Nothing', type: 'text' }])).rejects.toMatchObject({ code: 'notFound' });
  const job = createTestJob((self, stage) => stage === 'storing' && self.cancel());
  await expect(reread([{ name: 'Code', type: 'integer' }], job)).rejects.toMatchObject({ code: 'cancelled' });
  expect(contentOf(path)).toEqual(before);
});
