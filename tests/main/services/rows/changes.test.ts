import { afterEach, expect, it } from 'vitest';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { closeShop, importedShop, type QualityShop, writeCsv } from '../quality/quality-shop.ts';
import { createTestJob } from '../test-shop.ts';

let shop: QualityShop;
afterEach(() => closeShop(shop));

const lines = [
  ['Invoice', 'Customer', 'Date', 'Quantity', 'Price', 'Weight'],
  ['1001', 'A1', '2025-01-05', '2', '30.00', '1.5'],
  ['1002', 'A2', '2025-01-06', '1', '10.00', '0.25'],
  ['C1003', 'A1', '2025-01-07', '-2', '30.00', '1.5'],
  ['1004', '', '2025-01-08', '4', '20.00', '0.75'],
  ['1005', 'A3', '2025-02-01', '3', '1.50', 'light'],
  ['1006', 'A3', '2025-02-02', '5', 'free', ''],
  ['1007', 'A4', '2025-02-03', '5', '9.00', '0.2'],
  ['1008', 'A4', '2025-02-04', '6', '66.00', '666666'],
  ['1009', 'A5', '2025-02-05', '1', '12.00', 'n/a'],
  // Enough of the usual that a column of numbers is taken for one.
  ...Array.from({ length: 100 }, (_, i) => [`${2000 + i}`, `B${i}`, '2025-02-06', '1', '12.00', '0.1']),
];

const at = (rest: object) => shop.reader.source.rows({ sourceId: 1, offset: 0, limit: 200, ...rest });
const downwards = { sort: { column: 'Weight', descending: true } };
const numbers = async (rest: object) => (await at(rest)).numbers.filter((number) => number <= 10);

it('follows every change of the project, and its undoing', async () => {
  const folder = temporaryFolder();
  shop = await importedShop(folder, [writeCsv(folder, 'lines.csv', lines)]);
  const page = await at(downwards);
  expect(page.numbers.slice(6, -3)).toEqual(Array.from({ length: 100 }, (_, i) => i + 11));
  const told = <Value>(values: readonly Value[]) => [...values.slice(0, 6), ...values.slice(-3)];
  const before = {
    numbers: told(page.numbers),
    rows: told(page.rows),
    odd: told(page.odd),
    aside: told(page.aside),
  };
  expect(before.numbers).toEqual([9, 2, 4, 5, 3, 8, 6, 7, 10]);
  // What is no weight stands there as it was written, and is told as such; “n/a” says that there is none.
  expect([before.rows[6]![5], before.rows[8]![5]]).toEqual(['light', 'n/a']);
  expect(before.odd).toEqual([[], [], [], [], [], [], [5], [4], []]);
  expect(before.aside.map((reason) => reason ?? '-')).toEqual([
    ...['-', '-', 'cancelled', 'noCustomer', '-', '-', '-', 'unreadable', '-'],
  ]);
  expect(await numbers({ filters: [{ test: 'odd', column: 'Weight' }] })).toEqual([6]);
  expect(await numbers({ filters: [{ test: 'aside', reason: 'any' }] })).toEqual([4, 5, 7]);

  // A correction: the weight that somebody emptied stands last.
  await shop.writer.quality.fix(
    { fix: { kind: 'setMissing', sourceId: 1, column: 'Weight', cells: { above: 1000 } } },
    createTestJob(),
  );
  expect(await numbers(downwards)).toEqual([2, 4, 5, 3, 8, 6, 7, 9, 10]);
  expect(await numbers({ filters: [{ test: 'empty', column: 'Weight' }] })).toEqual([7, 9, 10]);
  await shop.writer.journal.undo(undefined);
  expect(await numbers(downwards)).toEqual(before.numbers);
  await shop.writer.journal.redo(undefined);
  expect(await numbers(downwards)).toEqual([2, 4, 5, 3, 8, 6, 7, 9, 10]);

  // A rule: which lines are set aside, and why.
  await shop.writer.source.setRule({ reason: 'cancelled', on: false });
  expect(await numbers({ filters: [{ test: 'aside', reason: 'cancelled' }] })).toEqual([]);
  expect(await numbers({ filters: [{ test: 'aside', reason: 'notAboveZero' }] })).toEqual([4]);
  await shop.writer.journal.undo(undefined);
  expect(await numbers({ filters: [{ test: 'aside', reason: 'cancelled' }] })).toEqual([4]);

  // Another import leaves this source as it is; undoing the first takes it away.
  await shop.writer.source.import({ paths: [writeCsv(folder, 'more.csv', lines.slice(0, 4))] }, createTestJob());
  expect(await numbers(downwards)).toEqual([2, 4, 5, 3, 8, 6, 7, 9, 10]);
  for (let i = 0; i < 3; i += 1) await shop.writer.journal.undo(undefined);
  await expect(at(downwards)).rejects.toMatchObject({ code: 'notFound' });
});
