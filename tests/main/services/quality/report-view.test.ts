import { afterEach, expect, it } from 'vitest';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { createTestJob } from '../test-shop.ts';
import { cleanLines } from './messy-tables.ts';
import { closeShop, importedShop, type QualityShop, reopened, writeCsv } from './quality-shop.ts';

let shop: QualityShop;
afterEach(() => closeShop(shop));

/** Three lines that stand further up, and one of a day that has not been. */
const messy = () => {
  const lines = cleanLines(400);
  const doubled = lines.slice(10, 13);
  return [...lines, ...doubled, [9001, 'K1001', '2031-01-01', '21001', 'Mug Red', 1, '3.50']];
};

it('is kept with its rows, over a restart, and says when the project changed since', async () => {
  shop = await importedShop(temporaryFolder(), [writeCsv(temporaryFolder(), 'lines.csv', messy())]);
  expect(await shop.reader.quality.last(undefined)).toBeNull();
  const report = await shop.report('2025-01-02');
  expect(await shop.reader.quality.last(undefined)).toEqual({ report, current: true });
  shop = await reopened(shop);
  const last = await shop.reader.quality.last(undefined);
  expect(last).toEqual({ report, current: true });

  const future = report.findings.find(({ kind }) => kind === 'futureDate')!;
  expect(future).toMatchObject({ rows: 1, money: 3.5, file: 'lines.csv', sheet: null });
  const page = await shop.reader.quality.rows({ finding: future.id, offset: 0, limit: 10 });
  expect(page.total).toBe(1);
  expect(page.columns[page.marked!]!.name).toBe('Date');
  const row = messy().length;
  expect(page.rows).toEqual([{ row, cells: expect.arrayContaining(['2031-01-01', 'K1001', 'Mug Red']) }]);

  const repeats = report.findings.find(({ kind }) => kind === 'duplicates')!;
  const second = await shop.reader.quality.rows({ finding: repeats.id, offset: 1, limit: 1 });
  expect(second).toMatchObject({ total: 3, marked: null, rows: [{ row: messy().length - 2 }] });
  expect((await shop.reader.quality.rows({ finding: 'no such', offset: 0, limit: 5 })).total).toBe(0);

  const fix = future.fix!.change;
  await shop.writer.quality.fix({ fix }, createTestJob());
  expect(await shop.reader.quality.last(undefined)).toEqual({ report, current: false });
  await shop.writer.journal.undo(undefined);
  expect((await shop.reader.quality.last(undefined))!.current).toBe(true);
  await shop.writer.journal.undo(undefined);
  // The table is gone with its import: so are its rows.
  expect((await shop.reader.quality.rows({ finding: future.id, offset: 0, limit: 5 })).total).toBe(0);
});
