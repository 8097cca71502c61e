import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { makeShop, shopExports } from '../support/shop-exports.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

interface ImportJson {
  sources: {
    name: string;
    sheet: string | null;
    kind: string;
    rows: number;
    columns: { name: string; type: string; role: string; format: string | null; missing: number; odd: number }[];
    encoding: string;
    delimiter: string | null;
    headerRow: number;
    setAside: Record<string, number>;
  }[];
  customers: number;
  orders: number | null;
  revenue: number | null;
  setAside: Record<string, number>;
}

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const write = (name: string, lines: readonly string[]): string => {
  writeFileSync(folder.file(name), `${lines.join('\n')}\n`);
  return folder.file(name);
};
const rolesIn = ({ columns }: ImportJson['sources'][number]) =>
  Object.fromEntries(columns.filter(({ role }) => role !== 'none').map(({ role, name }) => [role, name]));

/** Two addresses and two dates a line; without a word, the first of each is taken. */
const lines = [
  'Order;Ordered on;Shipped on;Email;Gift email;Total',
  ...Array.from(
    { length: 80 },
    (_, i) =>
      `${1000 + i};0${1 + (i % 9)}.02.2025;1${i % 9}.03.2025;a${i % 8}@example.com;b${i % 20}@example.com;${i},50`,
  ),
  '2000;01.02.2025;01.03.2025;;;5,00',
];

describe('import --json', () => {
  it('prints one entry a table, with how it was read and what was set aside of it', { timeout: 60_000 }, async () => {
    const orders = write('shop.csv', lines);
    const facts = write('facts.csv', [
      'Customer ID,Age,Spent',
      ...Array.from({ length: 30 }, (_, i) => `a${i}@example.com,${20 + i},${i}.5`),
    ]);
    const { sources, ...totals } = await tesseraJson<ImportJson>('import', folder.file('p.tessera'), orders, facts);
    expect(sources[0]).toEqual({
      name: 'shop',
      sheet: null,
      kind: 'orders',
      rows: 81,
      columns: [
        { name: 'Order', type: 'integer', role: 'order', format: null, missing: 0, odd: 0 },
        { name: 'Ordered on', type: 'date', role: 'date', format: 'dd.MM.yyyy', missing: 0, odd: 0 },
        { name: 'Shipped on', type: 'date', role: 'none', format: 'dd.MM.yyyy', missing: 0, odd: 0 },
        { name: 'Email', type: 'text', role: 'customer', format: null, missing: 1, odd: 0 },
        { name: 'Gift email', type: 'category', role: 'none', format: null, missing: 1, odd: 0 },
        { name: 'Total', type: 'decimal', role: 'amount', format: '1234,56', missing: 0, odd: 0 },
      ],
      encoding: 'utf-8',
      delimiter: ';',
      headerRow: 1,
      setAside: { noCustomer: 1, cancelled: 0, notAboveZero: 0 },
    });
    expect(rolesIn(sources[0]!)).toEqual({ order: 'Order', date: 'Ordered on', customer: 'Email', amount: 'Total' });
    expect(sources[1]).toMatchObject({ name: 'facts', kind: 'customers', rows: 30, headerRow: 1, delimiter: ',' });
    expect(sources[1]!.setAside).toEqual({ noCustomer: 0, cancelled: 0, notAboveZero: 0 });
    expect(totals.setAside).toEqual({ noCustomer: 1, cancelled: 0, notAboveZero: 0 });
  });

  it('takes columns for what --map says', { timeout: 60_000 }, async () => {
    const file = write('shop.csv', lines);
    const mapped = await tesseraJson<ImportJson>(
      'import',
      folder.file('p.tessera'),
      file,
      '--map',
      'customer=Gift email',
      '--map',
      'date=shipped on',
    );
    expect(rolesIn(mapped.sources[0]!)).toEqual({
      order: 'Order',
      date: 'Shipped on',
      customer: 'Gift email',
      amount: 'Total',
    });
    expect(mapped.customers).toBe(20);
  });

  it('makes orders of what was taken for facts about customers', { timeout: 60_000 }, async () => {
    const file = write('log.csv', [
      'who,when it was,how much,points',
      ...Array.from({ length: 60 }, (_, i) => `w${i},2025-01-${10 + (i % 15)},${i}.25,${i % 7}`),
    ]);
    const mapped = await tesseraJson<ImportJson>(
      'import',
      folder.file('p.tessera'),
      file,
      '--map',
      'customer=who',
      '--map',
      'date=when it was',
      '--map',
      'amount=how much',
    );
    expect(mapped.sources[0]!.kind).toBe('orders');
    expect(mapped).toMatchObject({ customers: 60, orders: 60, revenue: 1785 });
  });

  it('reads a shop’s export without a word', { timeout: 60_000 }, async () => {
    const { file, bytes, expected } = shopExports['Shopify orders']!(makeShop(9));
    writeFileSync(folder.file(file), bytes);
    const value = await tesseraJson<ImportJson>('import', folder.file('p.tessera'), folder.file(file));
    expect(value).toMatchObject({ customers: expected.customers, orders: expected.orders });
    expect(value.revenue).toBeCloseTo(expected.revenue!, 2);
    expect(rolesIn(value.sources[0]!)).toEqual(expected.roles);
  });

  it('lists addresses for a mailing where they are what tells customers apart', { timeout: 60_000 }, async () => {
    const { file, bytes } = shopExports['Shopify orders']!(makeShop(9));
    writeFileSync(folder.file(file), bytes);
    const project = folder.file('p.tessera');
    const { customers } = await tesseraJson<ImportJson>('import', project, folder.file(file));
    await tesseraJson('segment', project, '--k', '3');
    await tesseraJson('export', project, '--what', 'mailingList', '--out', folder.file('list.csv'));
    const [header, ...list] = readFileSync(folder.file('list.csv'), 'utf8').trim().split(/\r?\n/);
    expect(header!.split(',')).toEqual(['Email', 'Billing Name']);
    expect(list).toHaveLength(customers);
    expect(list.every((line) => /^buyer\d+@example\.com,./.test(line))).toBe(true);
  });

  it('says which column is not there, which role does not exist, and what to export instead', {
    timeout: 60_000,
  }, async () => {
    const file = write('shop.csv', lines);
    const absent = await tessera('import', folder.file('p.tessera'), file, '--map', 'customer=Buyer', '--json');
    expect(absent.code).toBe(1);
    expect(JSON.parse(absent.stdout)).toMatchObject({
      error: { code: 'mappingIncomplete', message: expect.stringContaining('the column “Buyer”') as string },
    });
    expect((await tessera('import', folder.file('p.tessera'), file, '--map', 'buyer=Email')).code).toBe(2);
    expect((await tessera('import', folder.file('p.tessera'), file, '--map', 'customer')).code).toBe(2);
    const nobody = write('till.csv', [
      'Date,Item,Qty,Price',
      ...Array.from({ length: 60 }, (_, i) => `2025-01-${10 + (i % 15)},Mug,1,${i}.25`),
    ]);
    const unsaid = await tessera('import', folder.file('p.tessera'), nobody, '--json');
    expect(JSON.parse(unsaid.stdout)).toMatchObject({
      error: {
        code: 'mappingIncomplete',
        message: expect.stringContaining('Export the orders again with a customer number') as string,
      },
    });
  });
});
