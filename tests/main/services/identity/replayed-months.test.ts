import { afterEach, expect, it } from 'vitest';
import { openForReading } from '../../../../src/main/store/project-file.ts';
import { replacedBit } from '../../../../src/shared/model/source.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { contentOf } from '../project-content.ts';
import { closeShop, importedShop, type QualityShop, writeCsv } from '../quality/quality-shop.ts';
import { createTestJob } from '../test-shop.ts';

let shop: QualityShop;
afterEach(() => closeShop(shop));

const content = () => contentOf(shop.path, { undone: false });
const merge = (a: number, b: number) =>
  shop.writer.identity.decide({ decisions: [{ a, b, verdict: 'same' }] }, createTestJob());
const replay = (path: string) => shop.writer.recipe.import({ paths: [path] }, createTestJob());

/** Rows that stand: table, what a column of it says, and the customer that they count as. */
const standing = (column: string): [table: number, cell: string, customer: number][] => {
  const db = openForReading(shop.path);
  try {
    const sources = db.prepareRaw<[number, string]>(
      'SELECT s.id, s.table_name FROM source s JOIN import i ON i.id = s.import_id WHERE i.undone = 0 ORDER BY s.id',
    );
    return sources.all().flatMap(([id, table]) =>
      db
        .prepareRaw<[string, number]>(
          `SELECT CAST("${column}" AS TEXT), _customer FROM "${table}" WHERE _aside & ${replacedBit} = 0 ORDER BY _row`,
        )
        .all()
        .map(([cell, customer]): [number, string, number] => [id, cell, customer]),
    );
  } finally {
    db.close();
  }
};

const people = (rows: readonly (readonly (string | number)[])[]) => [
  ['Customer No', 'Name', 'E-mail', 'Points'],
  ...rows,
];

it('a newer list of customers replaces the row that it has, not that of whom it was put together with', async () => {
  const folder = temporaryFolder();
  shop = await importedShop(folder, [
    writeCsv(
      folder,
      'people.csv',
      people([
        ['A1', 'Anna Berger', 'anna@example.com', 10],
        ['B7', 'Anna Berger', 'berger@example.com', 20],
        ['C9', 'Otto Wimmer', 'otto@example.com', 30],
      ]),
    ),
  ]);
  await merge(1, 2);
  const before = content();
  await replay(
    writeCsv(
      folder,
      'people-2.csv',
      people([
        ['B7', 'Anna Berger', 'berger@example.com', 25],
        ['D4', 'Eva Vogel', 'eva@example.com', 5],
      ]),
    ),
  );
  expect(standing('Customer No')).toEqual([
    [1, 'A1', 1],
    [1, 'C9', 3],
    [2, 'B7', 1],
    [2, 'D4', 4],
  ]);
  expect(await shop.totals()).toMatchObject({ customers: 3 });
  await shop.writer.identity.split({ customerId: 1 }, createTestJob());
  expect(standing('Customer No').find(([, key]) => key === 'B7')).toEqual([2, 'B7', 2]);
  await shop.writer.journal.undo(undefined);
  await shop.writer.journal.undo(undefined);
  expect(content()).toEqual(before);
});

it('a day’s lines without order numbers are replaced by number, not by customer', async () => {
  const folder = temporaryFolder();
  const lines = (rows: readonly (readonly (string | number)[])[]) => [
    ['Customer No', 'Name', 'Order date', 'Product', 'Quantity', 'Unit price'],
    ...rows,
  ];
  shop = await importedShop(folder, [
    writeCsv(
      folder,
      'lines.csv',
      lines([
        ['A1', 'Anna Berger', '2024-03-01', 'Mug', 1, '4.50'],
        ['B7', 'Anna Berger', '2024-03-01', 'Plate', 2, '6.00'],
        ['C9', 'Otto Wimmer', '2024-03-02', 'Mug', 1, '4.50'],
      ]),
    ),
  ]);
  await merge(1, 2);
  const { orders } = (await shop.totals()) as { orders: number };
  await replay(
    writeCsv(
      folder,
      'lines-2.csv',
      lines([
        ['A1', 'Anna Berger', '2024-03-01', 'Mug', 3, '4.50'],
        ['C9', 'Otto Wimmer', '2024-03-04', 'Bowl', 1, '9.00'],
      ]),
    ),
  );
  expect(standing('Product')).toEqual([
    [1, 'Plate', 1],
    [1, 'Mug', 3],
    [2, 'Mug', 1],
    [2, 'Bowl', 3],
  ]);
  expect(await shop.totals()).toMatchObject({ customers: 2, orders: orders + 1, revenue: 12 + 4.5 + 13.5 + 9 });
});

it('a guest whose order comes again stays with the customer, and leaves with all of it when split', async () => {
  const folder = temporaryFolder();
  const lines = (rows: readonly (readonly (string | number)[])[]) => [
    ['Order No', 'Customer No', 'Name', 'Order date', 'Amount'],
    ...rows,
  ];
  shop = await importedShop(folder, [
    writeCsv(
      folder,
      'orders.csv',
      lines([
        ['1', '', 'Anna Berger', '2024-03-01', '10.00'],
        ['2', 'B7', 'Anna Berger', '2024-03-02', '7.00'],
        ['3', 'C9', 'Otto Wimmer', '2024-03-05', '9.00'],
        ['4', 'B7', 'Anna Berger', '2024-03-06', '7.00'],
      ]),
    ),
  ]);
  await shop.writer.source.setRule({ reason: 'noCustomer', on: false });
  await merge(1, 2);
  const before = content();
  await replay(
    writeCsv(
      folder,
      'orders-2.csv',
      lines([
        ['1', '', 'Anna Berger', '2024-03-01', '11.00'],
        ['5', 'C9', 'Otto Wimmer', '2024-03-09', '9.00'],
      ]),
    ),
  );
  expect(standing('Order No')).toEqual([
    [1, '2', 2],
    [1, '3', 3],
    [1, '4', 2],
    [2, '1', 2],
    [2, '5', 3],
  ]);
  expect(await shop.totals()).toMatchObject({ customers: 2, orders: 5, revenue: 43 });
  const whole = content();
  await shop.writer.identity.split({ customerId: 2, identityId: 1 }, createTestJob());
  expect(standing('Order No').filter(([, order]) => order === '1')).toEqual([[2, '1', 1]]);
  await shop.writer.journal.undo(undefined);
  expect(content()).toEqual(whole);
  await shop.writer.journal.undo(undefined);
  expect(content()).toEqual(before);
});
