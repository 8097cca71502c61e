import { afterEach, describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import type { JoinReport } from '../../../../src/shared/model/join.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { contentOf } from '../project-content.ts';
import { closeShop, importedShop, type QualityShop, reopened, writeCsv } from '../quality/quality-shop.ts';
import { createTestJob } from '../test-shop.ts';

let shop: QualityShop | null = null;
const folder = temporaryFolder();
afterEach(async () => {
  if (shop !== null) await closeShop(shop);
  shop = null;
});

type Row = (string | number)[];
let made = 0;

/**
 * Order lines, a sheet of products with leading zeros and one sold by nobody, and refunds of which some are of orders that
 * are not here, some are blank and some stand twice.
 */
const messyFiles = () => {
  made += 1;
  const random = createRandom(5);
  const lines: Row[] = [];
  for (let order = 1; order <= 400; order += 1) {
    const customer = `K-${1 + Math.floor(random() * 90)}`;
    const date = `2024-${String(1 + Math.floor(random() * 12)).padStart(2, '0')}-${String(1 + Math.floor(random() * 28)).padStart(2, '0')}`;
    for (let i = 0; i < 1 + Math.floor(random() * 3); i += 1)
      lines.push([
        `SO-${100_000 + 7 * order}`,
        customer,
        date,
        // Spreadsheets took the zeros away; some lines have no article.
        random() < 0.05 ? '' : 1 + Math.floor(random() * 60),
        1 + Math.floor(random() * 4),
        (3 + random() * 40).toFixed(2),
      ]);
  }
  const products: Row[] = Array.from({ length: 58 }, (_, i) => [
    `000${String(i + 1).padStart(3, '0')}`,
    `Thing ${i + 1}`,
    ['Garden', 'Kitchen', 'Bath'][i % 3]!,
    (1 + random() * 20).toFixed(2),
  ]);
  products.push(['000999', 'Never sold', 'Attic', '1.50']);
  const refunds: Row[] = [];
  for (let order = 10; order <= 400; order += 10)
    refunds.push([`R${order}`, `SO-${100_000 + 7 * order}`, 'damaged', 3]);
  refunds.push(
    ['R9001', 'SO-999999', 'unknown', 1],
    ['R9002', '', 'no number', 1],
    ['R9003', `SO-${100_000 + 70}`, 'twice', 2],
  );
  const at = `messy ${made} `;
  return {
    lines,
    products,
    refunds,
    files: [
      writeCsv(folder, `${at}lines.csv`, [
        ['Order No', 'Customer No', 'Date', 'Article', 'Quantity', 'Price'],
        ...lines,
      ]),
      writeCsv(folder, `${at}products.csv`, [['SKU', 'Title', 'Department', 'Cost'], ...products]),
      writeCsv(folder, `${at}refunds.csv`, [['Refund', 'Order No', 'Reason', 'Pieces'], ...refunds]),
    ],
    name: `messy ${made}`,
  };
};

const find = (): Promise<JoinReport> => shop!.writer.joins.find(undefined, createTestJob());
const list = async () => (await shop!.reader.joins.list(undefined))!;

describe('joins of a shop', () => {
  it('are guessed, and counted over all rows', async () => {
    const { lines, products, refunds, files, name } = messyFiles();
    shop = await importedShop(folder, files, { name });
    expect(await shop.reader.joins.list(undefined)).toBeNull();
    const { joins, tables } = await find();
    expect(tables.map(({ files: count }) => count)).toEqual([1, 1, 1]);
    const bought = new Set(lines.map(([, , , article]) => article).filter((article) => article !== ''));
    const known = new Set(products.map(([sku]) => Number(sku)));
    const ofProducts = joins.find(({ right }) => right.column === 'SKU')!;
    expect(ofProducts).toMatchObject({
      comparison: 'ignoringZeros',
      cardinality: 'manyToOne',
      origin: 'guessed',
      on: true,
      left: {
        column: 'Article',
        rows: lines.length,
        matched: lines.filter(([, , , article]) => known.has(article as number)).length,
        blank: lines.filter(([, , , article]) => article === '').length,
      },
      right: { rows: 59, matched: products.filter(([sku]) => bought.has(Number(sku))).length, blank: 0 },
    });
    const orders = new Set(lines.map(([order]) => order));
    const returned = new Set(refunds.map(([, order]) => order));
    const ofRefunds = joins.find(({ left, right }) => left.column === 'Order No' && right.column === 'Order No')!;
    const sides = [ofRefunds.left, ofRefunds.right];
    expect(ofRefunds).toMatchObject({ cardinality: 'manyToMany', use: 'returns', on: true, comparison: 'asWritten' });
    expect(sides.find(({ rows }) => rows === lines.length)).toMatchObject({
      matched: lines.filter(([order]) => returned.has(order!)).length,
      blank: 0,
    });
    expect(sides.find(({ rows }) => rows === refunds.length)).toMatchObject({
      matched: refunds.filter(([, order]) => orders.has(order!)).length,
      unmatched: 1,
      blank: 1,
    });
    for (const { left, right } of joins)
      for (const { matched, unmatched, blank, rows } of [left, right]) expect(matched + unmatched + blank).toBe(rows);
  });

  it('are switched, added and removed, each undone and redone after everything was closed', async () => {
    const { files, name, lines } = messyFiles();
    shop = await importedShop(folder, files, { name });
    const found = await find();
    const guessed = found.joins.find(({ right }) => right.column === 'SKU')!;
    const content = () => contentOf(shop!.path, { undone: false }).join_choice;
    const none = content();
    const isOn = async (id: string) => (await list()).joins.find((join) => join.id === id)?.on;

    const off = await shop.writer.joins.switch({ id: guessed.id, on: false });
    expect(off.undo?.key).toBe('journal.joinOff');
    expect(await isOn(guessed.id)).toBe(false);
    const input = {
      left: { sourceId: 1, column: 'Quantity' },
      right: { sourceId: 3, column: 'Pieces' },
    };
    const tried = await shop.writer.joins.try(input, createTestJob());
    expect(tried).toMatchObject({ origin: 'own', cardinality: 'manyToMany', left: { rows: lines.length } });
    expect((await list()).joins.some(({ id }) => id === tried.id)).toBe(false);
    const { join } = await shop.writer.joins.add(input, createTestJob());
    expect(join).toEqual(tried);
    expect(await isOn(join.id)).toBe(true);
    const both = content();

    shop = await reopened(shop);
    await shop.writer.journal.undo(undefined);
    expect(await isOn(join.id)).toBeUndefined();
    await shop.writer.journal.undo(undefined);
    expect([await isOn(guessed.id), content()]).toEqual([true, none]);
    shop = await reopened(shop);
    await shop.writer.journal.redo(undefined);
    expect(await isOn(guessed.id)).toBe(false);
    await shop.writer.journal.redo(undefined);
    expect([await isOn(join.id), content()]).toEqual([true, both]);

    await expect(shop.writer.joins.remove({ id: guessed.id })).rejects.toMatchObject({ code: 'badInput' });
    await shop.writer.joins.remove({ id: join.id });
    expect(await isOn(join.id)).toBeUndefined();
    await shop.writer.journal.undo(undefined);
    expect(await isOn(join.id)).toBe(true);
    // Found anew after another file, one's own among them.
    const more = writeCsv(folder, `${name} more.csv`, [
      ['Visitor', 'Page', 'Seconds'],
      ...lines.slice(0, 50).map(([, customer], i) => [`${customer}`, `/p/${i}`, i]),
    ]);
    await shop.writer.source.import({ paths: [more] }, createTestJob());
    expect((await list()).current).toBe(false);
    const again = await find();
    expect(again.joins.find(({ id }) => id === join.id)).toMatchObject({ on: true, origin: 'own', keys: join.keys });
    expect(again.joins.find(({ id }) => id === guessed.id)).toMatchObject({ on: false, left: guessed.left });
    await shop.writer.joins.switch({ id: guessed.id, on: true });
    expect([(await list()).current, await isOn(guessed.id)]).toEqual([true, true]);
  });

  it('list the rows of either side that found nothing, a page at a time', async () => {
    const { files, name, lines, products } = messyFiles();
    shop = await importedShop(folder, files, { name });
    const join = (await find()).joins.find(({ right }) => right.column === 'SKU')!;
    const known = new Set(products.map(([sku]) => Number(sku)));
    const expected = lines.flatMap(([, , , article], i) =>
      article !== '' && !known.has(article as number) ? [i + 2] : [],
    );
    expect(expected.length).toBeGreaterThan(5);
    const rows: number[] = [];
    for (let offset = 0; ; offset += 3) {
      const page = await shop.reader.joins.unmatched({ id: join.id, side: 'left', offset, limit: 3 });
      expect([page.total, page.listed]).toEqual([expected.length, expected.length]);
      if (page.rows.length === 0) break;
      for (const { row, cells } of page.rows) {
        rows.push(row);
        expect(cells[page.marked!]).toBe(lines[row - 2]![3]);
      }
    }
    expect(rows).toEqual(expected);
    const right = await shop.reader.joins.unmatched({ id: join.id, side: 'right', offset: 0, limit: 10 });
    expect(right).toMatchObject({ total: 1, rows: [{ row: 60 }] });
    expect(right.rows[0]!.cells).toContain('Never sold');
  });

  it('take monthly files of one kind for one table, and lines that a newer file replaced for none', async () => {
    const { lines, files, name } = messyFiles();
    const [header, others] = [['Order No', 'Customer No', 'Date', 'Article', 'Quantity', 'Price'], files.slice(1)];
    const months = Array.from({ length: 12 }, (_, m) => String(m + 1).padStart(2, '0'));
    const ofMonth = (month: string) => lines.filter(([, , date]) => String(date).slice(5, 7) === month);
    const monthly = months.map((month) =>
      writeCsv(folder, `${name} sales 2024-${month}.csv`, [header, ...ofMonth(month)]),
    );
    shop = await importedShop(folder, [...monthly, ...others], { name: `${name} monthly` });
    const { joins, tables } = await find();
    expect(tables.map((table) => [table.files, table.rows])).toContainEqual([12, lines.length]);
    expect(tables).toHaveLength(3);
    expect(joins.filter(({ right }) => right.column === 'SKU')).toHaveLength(1);
    const before = joins.find(({ right }) => right.column === 'SKU')!;
    expect(before.left).toMatchObject({ files: 12, rows: lines.length });
    // The first month again, as it is: replaced line for line.
    await shop.writer.recipe.import({ paths: [monthly[0]!] }, createTestJob());
    const after = (await find()).joins.find(({ id }) => id === before.id)!;
    expect({ ...after.left, sourceId: 0 }).toEqual({ ...before.left, sourceId: 0 });
  });

  it('are heard when cancelled, and leave nothing', async () => {
    const { files, name } = messyFiles();
    shop = await importedShop(folder, files, { name });
    const job = createTestJob((own) => own.cancel());
    await expect(shop.writer.joins.find(undefined, job)).rejects.toMatchObject({ code: 'cancelled' });
    expect(await shop.reader.joins.list(undefined)).toBeNull();
  });
});
