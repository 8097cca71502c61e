import { readFileSync } from 'node:fs';
import { afterEach, describe, expect, it } from 'vitest';
import type { QualityFix } from '../../../../src/shared/model/quality.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { contentOf } from '../project-content.ts';
import { createTestJob } from '../test-shop.ts';
import { cleanCustomers, cleanLines } from './messy-tables.ts';
import { closeShop, importedShop, type QualityShop, reopened, writeCsv } from './quality-shop.ts';

let shop: QualityShop;
afterEach(() => closeShop(shop));

const messy = (): (string | number)[][] => {
  const rows = cleanCustomers(300);
  const at = (name: string) => rows[0]!.indexOf(name);
  rows[9]![at('Income')] = 666_666;
  rows[10]![at('Income')] = '0041000';
  rows[11]![at('City')] = 'berlin';
  rows[12]![at('City')] = 'BERLIN ';
  return rows;
};

const fix = (change: QualityFix) => shop.writer.quality.fix({ fix: change }, createTestJob());
const fixOf = async (kind: Parameters<QualityShop['find']>[0], column?: string) =>
  (await shop.find(kind, column))!.fix!.change;
/** Cells and counts, without what was undone. */
const content = () => {
  // The last report is of the moment that it was made in.
  const { quality_report: _____, finding_rows: ______, ...stands } = contentOf(shop.path, { undone: false });
  const { journal: _, fix: __, source_correction: ___, meta: ____, ...rest } = stands;
  return rest;
};

describe('fixes of cells', () => {
  it('change figures, keep the file, and are undone exactly, over restarts', async () => {
    const folder = temporaryFolder();
    const file = writeCsv(folder, 'customers.csv', messy());
    shop = await importedShop(folder, [file]);
    const asWritten = readFileSync(file, 'utf8');
    const rowsOf = async () => (await shop.reader.source.rows({ sourceId: 1, offset: 0, limit: 20 })).rows;
    await shop.report();
    const states = [content()];
    const cells = [await rowsOf()];
    const placeholder = await fixOf('placeholder', 'Income');
    expect(await fix(placeholder)).toMatchObject({
      rows: 1,
      project: { undo: { key: 'journal.fix.setMissing', values: { column: 'Income', rows: 1 } } },
    });
    states.push(content());
    cells.push(await rowsOf());
    expect((await rowsOf())[8]![7]).toBeNull();
    expect(await shop.find('placeholder', 'Income')).toBeUndefined();
    expect((await shop.find('missing', 'Income'))!.rows).toBe(1);

    const spellings = await fixOf('spellings', 'City');
    expect((await fix(spellings)).rows).toBe(2);
    states.push(content());
    cells.push(await rowsOf());
    expect((await rowsOf()).slice(10, 12).map((row) => row[3])).toEqual(['Berlin', 'Berlin']);
    expect(await shop.exact()).toBe(asWritten);

    // A second fix of a cell that was fixed before: the file's own text still comes back.
    const again: QualityFix = { kind: 'setMissing', sourceId: 1, column: 'City', cells: { values: ['Berlin'] } };
    expect((await fix(again)).rows).toBeGreaterThan(2);
    states.push(content());
    cells.push(await rowsOf());
    expect(await shop.exact()).toBe(asWritten);

    for (let i = states.length - 2; i >= 0; i -= 1) {
      shop = await reopened(shop);
      await shop.writer.journal.undo(undefined);
      expect(content()).toEqual(states[i]);
      expect(await rowsOf()).toEqual(cells[i]);
      expect(await shop.exact()).toBe(asWritten);
    }
    for (let i = 1; i < states.length; i += 1) {
      shop = await reopened(shop);
      await shop.writer.journal.redo(undefined);
      expect(content()).toEqual(states[i]);
      expect(await rowsOf()).toEqual(cells[i]);
    }
    expect(await shop.exact()).toBe(asWritten);
  });

  it('give the customers’ facts their new values, and the old ones back', async () => {
    const folder = temporaryFolder();
    shop = await importedShop(folder, [writeCsv(folder, 'customers.csv', messy())]);
    const before = (await shop.writer.segmentation.run({ method: 'kmeans', k: 2, seed: 1 }, createTestJob())).features;
    const missing = (features: typeof before) => features.find(({ key }) => key === 'column:Income')!.missing;
    expect(missing(before)).toBe(0);
    await fix(await fixOf('placeholder', 'Income'));
    const after = (await shop.writer.segmentation.run({ method: 'kmeans', k: 2, seed: 1 }, createTestJob())).features;
    expect(missing(after)).toBe(1);
  });

  it('leave nothing behind when a new change follows their undo, and when cancelled', async () => {
    const folder = temporaryFolder();
    shop = await importedShop(folder, [writeCsv(folder, 'customers.csv', messy())]);
    const change = await fixOf('spellings', 'City');
    const before = contentOf(shop.path);
    const job = createTestJob((one) => one.cancel());
    await expect(shop.writer.quality.fix({ fix: change }, job)).rejects.toMatchObject({ code: 'cancelled' });
    expect(contentOf(shop.path)).toEqual(before);
    await fix(change);
    await shop.writer.journal.undo(undefined);
    await shop.writer.source.setRule({ reason: 'cancelled', on: false });
    const now = contentOf(shop.path);
    for (const table of ['fix', 'source_correction', 'source_1', 'source_aside'])
      expect([table, now[table]]).toEqual([table, before[table]]);
  });

  it('are refused where who, when and how much follow from the cell', async () => {
    const folder = temporaryFolder();
    shop = await importedShop(folder, [writeCsv(folder, 'lines.csv', cleanLines(100))]);
    for (const column of ['Customer', 'Date', 'Quantity', 'Price'])
      await expect(fix({ kind: 'setMissing', sourceId: 1, column, cells: { above: 0 } })).rejects.toMatchObject({
        code: 'badInput',
      });
    await expect(
      fix({ kind: 'merge', sourceId: 1, column: 'Price', groups: [{ from: ['1'], to: '2' }] }),
    ).rejects.toMatchObject({ code: 'badInput' });
    for (const change of [
      { kind: 'setAside', sourceId: 1, column: 'Nowhere', cells: { above: 0 } },
      { kind: 'setAside', sourceId: 7, column: 'Price', cells: { above: 0 } },
      { kind: 'setAside', sourceId: 1, column: 'Price', cells: {} },
      { kind: 'setAside', sourceId: 1, column: 'Price', cells: { above: 1e9 } },
    ] as const)
      await expect(fix(change)).rejects.toMatchObject({ code: 'notFound' });
  });
});

describe('rows set aside', () => {
  it('no longer count, stand in their list, and count again after undo', async () => {
    const folder = temporaryFolder();
    const rows = cleanLines(200);
    rows.push([9_990, 'K1001', '2093-01-01', '21001', 'Mug Future', 2, '3.50']);
    const file = writeCsv(folder, 'lines.csv', rows);
    shop = await importedShop(folder, [file]);
    const before = await shop.totals();
    const future = (await shop.find('futureDate'))!;
    expect(future.fix).toMatchObject({ rows: 1, money: 7 });
    await fix(future.fix!.change);
    expect(await shop.reader.source.setAside(undefined)).toContainEqual({
      reason: 'byHand',
      lines: 1,
      money: 7,
      on: true,
    });
    const after = (await shop.totals()) as { lastDay: string; orderLines: number; revenue: number };
    expect(after.lastDay < '2025').toBe(true);
    expect(await shop.find('futureDate')).toBeUndefined();
    expect(await shop.exact()).toBe(readFileSync(file, 'utf8'));
    // Like any rule it can be switched off, so that they count.
    await shop.writer.source.setRule({ reason: 'byHand', on: false });
    expect(await shop.totals()).toEqual(before);
    await shop.writer.journal.undo(undefined);
    expect(await shop.totals()).toEqual(after);
    shop = await reopened(shop);
    await shop.writer.journal.undo(undefined);
    expect(await shop.totals()).toEqual(before);
    expect((await shop.reader.source.setAside(undefined)).map(({ reason }) => reason)).not.toContain('byHand');
    await shop.writer.journal.redo(undefined);
    expect(await shop.totals()).toEqual(after);
    const told = (await shop.reader.journal.list(undefined)).map(({ what }) => say(what));
    expect(told[1]).toBe('Set aside 1 row by “Date”');
  });
});
