import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Column } from '../../../../src/shared/model/column.ts';
import type { RecipePreview } from '../../../../src/shared/model/recipe.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { contentOf } from '../project-content.ts';
import { createTestJob, createTestShop, orderLinesCsv, type TestShop } from '../test-shop.ts';

type Role = Column['role'];
type Type = Column['type'];

const folder = temporaryFolder();
let shop: TestShop;
let path: string;
let count = 0;
beforeEach(async () => {
  shop = createTestShop(folder);
  count += 1;
  path = join(folder, `recipes ${count}.tessera`);
  await shop.writer.project.create({ name: 'Recipes', path });
});
afterEach(async () => {
  await shop.writer.dispose();
  await shop.reader.dispose();
});

const write = (name: string, text: string | Buffer): string => {
  const file = join(folder, `${count} ${name}`);
  writeFileSync(file, text);
  return file;
};
const add = (...paths: string[]) => shop.writer.source.import({ paths }, createTestJob());
const bring = (...paths: string[]) => shop.writer.recipe.import({ paths }, createTestJob());
const look = async (file: string): Promise<RecipePreview> =>
  (await shop.writer.recipe.preview({ paths: [file] }, createTestJob()))[0]!;
const totalsNow = async () => (await shop.reader.project.info(undefined))!.totals!;
const rowsOf = (sourceId: number) => shop.reader.source.rows({ sourceId, offset: 0, limit: 500 });

/** Forty orders of March, day first and with decimal commas. */
const march = ({ from = 0, to = 40, month = '03', last = 28 } = {}): string[][] => [
  ['Beleg', 'Kunde', 'Datum', 'Betrag', 'Notiz', 'Filiale'],
  ...Array.from({ length: to - from }, (_, i) => {
    const n = from + i;
    const on = String((n % last) + 1).padStart(2, '0');
    return [`B${100 + n}`, `K${n % 9}`, `${on}.${month}.2025`, `${10 + n},50`, n % 3 === 0 ? 'eilig' : '', 'Süd'];
  }),
];
const csv = (rows: readonly string[][], delimiter = ';'): string =>
  `${rows.map((row) => row.join(delimiter)).join('\n')}\n`;
const withColumns = (rows: readonly string[][], wanted: readonly string[]): string[][] => {
  const at = wanted.map((name) => rows[0]!.indexOf(name));
  return rows.map((row) => at.map((one) => row[one]!));
};
const kinds = ({ recipe }: RecipePreview) => recipe!.differences.map(({ kind, column }) => [kind, column]);

describe('a file of a kind that the project knows', () => {
  beforeEach(async () => {
    await add(write('march.csv', csv(march())));
  });

  it('is known by its columns, whatever their order, the encoding, the delimiter and the name', async () => {
    const order = ['Filiale', 'Betrag', 'Datum', 'Kunde', 'Beleg', 'Notiz'];
    const rows = withColumns(march({ from: 35, to: 60 }), order);
    const file = write('Export_2025-04 (2).txt', Buffer.from(csv(rows, '\t'), 'latin1'));
    const sheet = await look(file);
    expect(sheet.columns.map(({ name, role }) => [name, role])).toEqual(
      order.map((name) => [
        name,
        { Betrag: 'amount', Datum: 'date', Kunde: 'customer', Beleg: 'order' }[name] ?? 'none',
      ]),
    );
    expect(kinds(sheet)).toEqual([
      ['reading', null],
      ['reading', null],
    ]);
    expect(sheet.recipe).toMatchObject({ importId: 1, isReplayed: true, isQuestion: false });
    expect(sheet.recipe!.changes).toMatchObject({ rows: 25, rowsReplaced: 5, orders: { known: 5, added: 20 } });
    expect(sheet.confident).toBe(true);
    for (const text of [...sheet.recipe!.summary, ...sheet.recipe!.differences.map((one) => one.text)])
      expect(say(text)).not.toMatch(/recipe\.|undefined|NaN/);
  });

  it('says which columns are new or missing, and cannot go on without one that is needed', async () => {
    const more = march({ from: 40, to: 60 }).map((row, i) => [...row, i === 0 ? 'Rabatt' : '5']);
    const added = await look(
      write('more.csv', csv(withColumns(more, ['Beleg', 'Kunde', 'Datum', 'Betrag', 'Notiz', 'Rabatt']))),
    );
    expect(kinds(added)).toEqual([
      ['missingColumn', 'Filiale'],
      ['newColumn', 'Rabatt'],
    ]);
    expect(added.recipe).toMatchObject({ isReplayed: true, isQuestion: false });
    expect(added.columns.at(-1)).toMatchObject({ name: 'Rabatt', role: 'none', type: 'integer' });

    const less = write(
      'less.csv',
      csv(withColumns(march({ from: 40, to: 60 }), ['Beleg', 'Datum', 'Betrag', 'Notiz', 'Filiale'])),
    );
    const missing = await look(less);
    expect(missing.recipe).toMatchObject({ isReplayed: false, isQuestion: true, changes: null });
    expect(missing.recipe!.differences[0]).toMatchObject({ kind: 'missingColumn', column: 'Kunde', isNeeded: true });
    expect(say(missing.recipe!.summary[0]!)).toContain('the column “Kunde” is missing, which said who bought');
    // Other files are other files.
    expect((await look(write('visits.csv', 'Page,Visits\nstart,5\nshop,7\nbasket,2\n'))).recipe).toBeNull();
    const kept = await shop.writer.recipe.preview({ paths: [less], recipe: 'none' }, createTestJob());
    expect(kept[0]!.recipe).toBeNull();
  });

  it('is read as the recipe says where it proves nothing itself, and as it proves where it does', async () => {
    // No day above twelve and an American-looking slash: by itself it would be asked about.
    const unproven = march({ from: 40, to: 52, month: '04', last: 12 }).map(([a, b, c, ...rest]) => [
      a!,
      b!,
      c!.replaceAll('.', '/'),
      ...rest,
    ]);
    const first = await look(write('unproven.csv', csv(unproven)));
    expect(first.totals).toMatchObject({ firstDay: '2025-04-01', lastDay: '2025-04-12' });
    expect(first.doubts).toEqual([]);
    expect(kinds(first)).toEqual([]);

    const american = march({ from: 40, to: 60, month: '04' }).map(([a, b, c, d, ...rest], i) => {
      const [dd, mm, yyyy] = c!.split('.');
      return i === 0 ? [a!, b!, c!, d!, ...rest] : [a!, b!, `${mm}/${dd}/${yyyy}`, d!.replace(',', '.'), ...rest];
    });
    const proven = await look(write('american.csv', csv(american)));
    expect(proven.totals).toMatchObject({ firstDay: '2025-04-01', lastDay: '2025-04-28', revenue: 1200 });
    expect(kinds(proven)).toEqual([
      ['format', 'Datum'],
      ['format', 'Betrag'],
    ]);
    expect(say(proven.recipe!.differences[0]!.text)).toContain('The file proves it');
    expect(proven.recipe!.isQuestion).toBe(false);
  });

  it('asks where a column holds something else, and keeps every cell as written', async () => {
    const words = march({ from: 40, to: 60 }).map(([a, b, c, d, ...rest], i) => [
      a!,
      b!,
      c!,
      i === 0 ? d! : `rund ${d}`,
      ...rest,
    ]);
    const file = write('words.csv', csv(words));
    const sheet = await look(file);
    expect(sheet.recipe).toMatchObject({ isReplayed: true, isQuestion: true });
    expect(kinds(sheet)).toContainEqual(['type', 'Betrag']);
    expect(sheet.confident).toBe(false);
    const { sources } = await bring(file);
    const { id } = await shop.writer.export.table(
      { what: 'exact', format: 'csv', sourceId: sources[0]!.id },
      createTestJob(),
    );
    const made = (await shop.writer.file(id))!;
    expect(readFileSync(made.path, 'utf8')).toContain('rund 50,50');
  });

  it('changes nothing when it is brought in twice, and says so', async () => {
    const before = await totalsNow();
    const aside = await shop.reader.source.setAside(undefined);
    const file = write('again.csv', csv(march()));
    const sheet = await look(file);
    expect(sheet.recipe!.changes).toMatchObject({
      rowsReplaced: 40,
      orders: { known: 40, added: 0 },
      customers: { known: 9, added: 0 },
      identical: { importId: 1 },
    });
    const { recipes } = await bring(file);
    expect(recipes[0]!.changes).toEqual(sheet.recipe!.changes);
    expect(await totalsNow()).toEqual(before);
    expect(await shop.reader.source.setAside(undefined)).toEqual(aside);
    await bring(file);
    expect(await totalsNow()).toEqual(before);
  });

  it('leaves what it took the place of in its table, and says why it does not count', async () => {
    const first = write('first.csv', csv(march({ from: 30, to: 50 })));
    const text = readFileSync(first, 'utf8').replaceAll('B139;K3', 'B139;');
    writeFileSync(first, text);
    await bring(first);
    const was = await rowsOf(1);
    expect(was.aside.filter((one) => one === 'replaced')).toHaveLength(10);
    expect(was.aside.slice(0, 30)).toEqual(Array(30).fill(null));
    expect((await shop.reader.source.list(undefined)).map(({ replaced }) => replaced)).toEqual([10, undefined]);
    const only = await shop.reader.source.rows({
      sourceId: 1,
      offset: 0,
      limit: 50,
      filters: [{ test: 'aside', reason: 'replaced' }],
    });
    expect(only.total).toBe(10);
    const counted = await shop.reader.source.rows({
      sourceId: 1,
      offset: 0,
      limit: 50,
      filters: [{ test: 'aside', reason: 'none' }],
    });
    expect(counted.total).toBe(30);
    expect((await shop.reader.source.setAside({ sourceId: 1 })).every(({ lines }) => lines === 0)).toBe(true);
    expect((await shop.reader.source.setAside(undefined)).find(({ reason }) => reason === 'noCustomer')!.lines).toBe(1);
    const { id } = await shop.writer.export.table({ what: 'exact', format: 'csv', sourceId: 1 }, createTestJob());
    const made = readFileSync((await shop.writer.file(id))!.path, 'utf8');
    expect(made.replace('\ufeff', '').replaceAll('\r\n', '\n')).toBe(csv(march()));
    const { rows } = await shop.writer.quality.report({}, createTestJob());
    expect(rows).toBe(50);
  });
});

describe('bringing a file in', () => {
  it('does what the preview said, to the last number', async () => {
    await add(write('march.csv', csv(march())));
    const file = write('april.csv', csv(march({ from: 33, to: 80 })));
    const before = contentOf(path);
    const sheet = await look(file);
    expect(contentOf(path)).toEqual(before);
    const { recipes, sources } = await bring(file);
    expect(recipes).toEqual([sheet.recipe]);
    expect(recipes[0]!.changes).toEqual({
      rows: 47,
      rowsReplaced: 7,
      orders: { known: 7, added: 40 },
      customers: { known: 9, added: 0 },
      period: { from: '2025-03-01', to: '2025-03-28' },
      overlap: { from: '2025-03-06', to: '2025-03-12' },
      identical: null,
    });
    expect(sources[0]!.columns).toEqual(sheet.columns);
    expect(await totalsNow()).toMatchObject({ orders: 80, orderLines: 80 });
  });

  it('lets the newer row of a customer count', async () => {
    const table = (rows: readonly string[][]) => csv(rows, ',');
    const people = (from: number, to: number, spent: number) => [
      ['Customer ID', 'Age', 'Spent'],
      ...Array.from({ length: to - from }, (_, i) => [`c${from + i}@example.com`, String(20 + i), `${spent}.5`]),
    ];
    await add(write('people.csv', table(people(0, 30, 10))));
    const { customers, ...rest } = (await bring(write('people 2.csv', table(people(20, 40, 99))))).recipes[0]!.changes!;
    expect(rest).toMatchObject({ rows: 20, rowsReplaced: 10, orders: null, period: null });
    expect(customers).toEqual({ known: 10, added: 10 });
    expect((await totalsNow()).customers).toBe(40);
    const page = await shop.reader.customers.page({ offset: 0, limit: 50, search: 'c25@' });
    expect(page.rows[0]!.values).toContain(99.5);
    await shop.writer.journal.undo(undefined);
    expect((await totalsNow()).customers).toBe(30);
    expect((await shop.reader.customers.page({ offset: 0, limit: 50, search: 'c25@' })).rows[0]!.values).toContain(
      10.5,
    );
  });

  it('replaces products by their key and a customer’s events by the day', async () => {
    const told = (kind: 'products' | 'events', columns: readonly (readonly [string, Role, Type])[]) => [
      { sheet: null, kind, columns: columns.map(([name, role, type]) => ({ name, role, type })) },
    ];
    const first = (text: string, name: string, mapping: ReturnType<typeof told>) =>
      shop.writer.recipe.import({ paths: [write(name, text)], mapping }, createTestJob());
    const products = told('products', [
      ['SKU', 'product', 'text'],
      ['Price', 'price', 'decimal'],
      ['Group', 'none', 'category'],
    ]);
    const list = (rows: readonly string[]) => `SKU,Price,Group\n${rows.join('\n')}\n`;
    await first(list(['P1,1.50,a', 'P2,2.50,a', 'P3,3.50,b']), 'products.csv', products);
    const { recipes } = await bring(write('products 2.csv', list(['P3,9.50,b', 'P4,4.50,b'])));
    expect(recipes[0]).toMatchObject({ isReplayed: true, changes: { rows: 2, rowsReplaced: 1, orders: null } });
    expect((await rowsOf(1)).aside).toEqual([null, null, 'replaced']);

    const events = told('events', [
      ['Visitor', 'customer', 'text'],
      ['At', 'date', 'date'],
      ['Page', 'none', 'category'],
    ]);
    const visits = (rows: readonly string[]) => `Visitor,At,Page\n${rows.join('\n')}\n`;
    await first(visits(['V1,2025-01-01,a', 'V1,2025-01-01,b', 'V1,2025-01-02,a', 'V2,2025-01-02,a']), 'v.csv', events);
    const done = await bring(write('v 2.csv', visits(['V1,2025-01-02,b', 'V1,2025-01-02,c', 'V3,2025-01-03,a'])));
    expect(done.recipes[0]!.changes).toMatchObject({ rows: 3, rowsReplaced: 1, customers: { known: 1, added: 1 } });
    expect((await rowsOf(3)).aside).toEqual([null, null, 'replaced', null]);
  });

  it('stops within a moment when it is cancelled anywhere, and leaves nothing behind', {
    timeout: 60_000,
  }, async () => {
    await add(write('orders.csv', orderLinesCsv(200)));
    await shop.writer.segmentation.run({ method: 'kmeans', k: 3, seed: 1 }, createTestJob());
    const lines = orderLinesCsv(200).trimEnd().split('\n');
    const file = write('orders 2.csv', `${[lines[0], ...lines.slice(600)].join('\n')}\n`);
    const before = contentOf(path);
    let reports = 0;
    await shop.writer.recipe.import(
      { paths: [file] },
      createTestJob(() => {
        reports += 1;
      }),
    );
    await shop.writer.journal.undo(undefined);
    // The next change drops what was undone; then the project is as it was.
    await shop.writer.segment.recolour({ id: 1, color: 30 });
    await shop.writer.journal.undo(undefined);
    let stopped = 0;
    for (let at = 1; at < reports; at += Math.max(1, Math.floor(reports / 12))) {
      let seen = 0;
      const job = createTestJob((one, stage) => {
        seen += 1;
        if (seen >= at && stage !== 'finishing') one.cancel();
      });
      const outcome = await shop.writer.recipe
        .import({ paths: [file] }, job)
        .catch((error: { code: string }) => error.code);
      if (outcome === 'cancelled') stopped += 1;
      else await shop.writer.journal.undo(undefined);
      expect(job.fractions).toEqual([...job.fractions].sort((a, b) => a - b));
    }
    expect(stopped).toBeGreaterThan(5);
    const now = contentOf(path, { undone: false });
    for (const table of ['source', 'source_1', 'source_aside', 'customer', 'import', 'replacement'])
      expect([table, now[table]]).toEqual([table, before[table]]);
  });
});
