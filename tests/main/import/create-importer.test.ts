import { appendFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { createImporter } from '../../../src/main/import/create-importer.ts';
import { asideBit, type Mapping, type SheetPreview } from '../../../src/shared/model/source.ts';
import { temporaryFolder } from '../store/temporary-folder.ts';
import { doubtsIn, notesIn, previewFile, readAll, rolesIn, writeText } from './import-text.ts';

const folder = temporaryFolder();
const two = (n: number) => String(n).padStart(2, '0');
const header = 'Order,Date,Customer,Quantity,Price';
const goodLine = (i: number) =>
  `${1000 + i},2025-${two((i % 12) + 1)}-${two((i % 28) + 1)},K${i % 60},${(i % 3) + 1},${(i % 90) + 1}.50`;
const goodLines = Array.from({ length: 300 }, (_, i) => goodLine(i));
const write = (name: string, lines: readonly string[], heading = header) =>
  writeText(folder, name, [heading, ...lines]);
const asideOf = ({ setAside }: SheetPreview) =>
  Object.fromEntries(setAside.map(({ reason, lines, money }) => [reason, [lines, money]]));
const mappingOf = ({ sheet, kind, columns }: SheetPreview): Mapping => ({
  sheet,
  kind,
  columns: columns.map(({ name, type, role }) => ({ name, type, role })),
});
const withRoles = (mapping: Mapping, roles: Record<string, Mapping['columns'][number]['role']>): Mapping => ({
  ...mapping,
  columns: mapping.columns.map((column) => ({ ...column, role: roles[column.name] ?? 'none' })),
});

describe('what is set aside', () => {
  const path = write('aside.csv', [
    ...goodLines,
    '2000,2025-01-05,,2,10.00',
    'C2001,2025-01-06,K1,-2,10.00',
    'C2002,2025-01-06,,-1,5.00',
    '2003,2025-01-07,K2,0,10.00',
    '2004,2025-01-07,K2,1,0.00',
    '2005,2025-01-07,K2,1,-3.00',
    '2006,some day,K3,1,10.00',
    '2007,2025-01-08,K3,1,ten',
    '2008,some day,,-1,4.00',
    'NA,2025-01-09,n/a,1,2.00',
  ]);

  it('has one reason a line, the first that matches, with lines and money', async () => {
    const sheet = await previewFile(path);
    expect(sheet).toMatchObject({ kind: 'orderLines', rows: 310, confident: true });
    expect(asideOf(sheet)).toEqual({
      noCustomer: [4, 13],
      cancelled: [1, -20],
      notAboveZero: [3, -3],
      unreadable: [2, 10],
    });
    expect(sheet.setAside.every(({ on }) => on)).toBe(true);
    expect(sheet.totals).toMatchObject({ customers: 60, orders: 300, orderLines: 300 });
  });

  it('changes with the rules that are switched off', async () => {
    const sheet = await previewFile(path, { keep: ['noCustomer', 'cancelled'] });
    // What is switched off says what it would take.
    expect(asideOf(sheet)).toEqual({
      noCustomer: [4, 13],
      cancelled: [2, -25],
      notAboveZero: [6, -32],
      unreadable: [2, 10],
    });
    expect(sheet.setAside.map(({ on }) => on)).toEqual([false, false, true, true]);
    expect(sheet.totals).toMatchObject({ customers: 62, orders: 302, orderLines: 302 });
  });

  it('cannot keep what cannot be read', async () => {
    const sheet = await previewFile(path, { keep: ['unreadable'] });
    expect(sheet.setAside.at(-1)).toMatchObject({ reason: 'unreadable', lines: 2, on: true });
  });

  it('stands in the typed rows with all its reasons', async () => {
    const batch = await readAll(await previewFile(path));
    const { noCustomer, cancelled, notAboveZero, unreadable } = asideBit;
    expect(batch.aside.slice(300)).toEqual([
      noCustomer,
      cancelled | notAboveZero,
      noCustomer | cancelled | notAboveZero,
      notAboveZero,
      notAboveZero,
      notAboveZero,
      unreadable,
      unreadable,
      noCustomer | notAboveZero | unreadable,
      noCustomer,
    ]);
    // Each is an order of its own; of those without a customer the text comes along.
    expect(new Set(batch.order.slice(300, 303)).size).toBe(3);
    expect(batch.guestOrders.slice(0, 2)).toEqual([
      [300, '2000'],
      [302, 'C2002'],
    ]);
    expect(batch.customer.slice(300, 303)).toEqual([null, 'K1', null]);
    expect(batch.amount.slice(306, 309)).toEqual([10, null, -4]);
    expect(batch.day.slice(306, 308)).toEqual([null, '2025-01-08']);
    expect(batch.originals.map(([row, column, text]) => [row, column, text])).toEqual(
      expect.arrayContaining([
        [306, 1, 'some day'],
        [307, 4, 'ten'],
        [308, 1, 'some day'],
      ]),
    );
  });

  it('leaves order numbers alone that all begin with C', async () => {
    const sheet = await previewFile(
      write(
        'all-c.csv',
        goodLines.map((line) => `C${line}`),
      ),
    );
    expect(asideOf(sheet).cancelled).toEqual([0, 0]);
    expect(sheet.totals.orderLines).toBe(300);
  });

  it.each([
    ['Status', 'Refunded', 'Paid'],
    ['Bestellstatus', 'storniert', 'bezahlt'],
    ['Cancelled', 'yes', 'no'],
  ])('knows cancelled lines by a column %s', async (name, bad, good) => {
    const lines = goodLines.map((line, i) => `${line},${i % 30 === 0 ? bad : good}`);
    const sheet = await previewFile(write(`${name}.csv`, lines, `${header},${name}`));
    expect(asideOf(sheet).cancelled![0]).toBe(10);
    expect((await readAll(sheet)).aside.filter((mask) => mask === asideBit.cancelled)).toHaveLength(10);
  });

  it('goes by the amount where there is neither quantity nor price', async () => {
    const lines = Array.from(
      { length: 100 },
      (_, i) => `${i},2025-01-${two((i % 28) + 1)},K${i % 9},${i % 10 === 0 ? '-5.00' : '7.25'}`,
    );
    const sheet = await previewFile(write('amounts.csv', lines, 'Order,Date,Customer,Total'));
    expect(sheet.kind).toBe('orders');
    expect(asideOf(sheet).notAboveZero).toEqual([10, -50]);
    expect(sheet.totals.revenue).toBe(90 * 7.25);
  });
});

describe('orders without a number', () => {
  it('are a customer’s days', async () => {
    const lines = Array.from({ length: 120 }, (_, i) => `K${i % 10},2025-01-${two((i % 4) + 1)},1,2.50`);
    const sheet = await previewFile(write('days.csv', lines, 'Customer,Date,Quantity,Price'));
    expect(sheet.totals).toMatchObject({ customers: 10, orders: 20, orderLines: 120, revenue: 300 });
    const { order } = await readAll(sheet);
    // Ten customers on four days, each on two of them: the first line comes again after twenty.
    expect(order.slice(0, 20)).toEqual(Array.from({ length: 20 }, (_, i) => i));
    expect(order.slice(20, 40)).toEqual(order.slice(0, 20));
    expect(notesIn(sheet).join()).toMatch(/no order number/);
  });
});

describe('customers', () => {
  it('are the same by 17850, 17850.0 and with spaces', async () => {
    const lines = Array.from(
      { length: 90 },
      (_, i) => `${i},2025-01-${two((i % 28) + 1)},${['17850.0', '13047.0', ' 17850.0 '][i % 3]},9.50`,
    );
    const sheet = await previewFile(write('floats.csv', lines, 'Order,Date,CustomerID,Total'));
    expect(sheet.totals.customers).toBe(2);
    const batch = await readAll(sheet);
    expect([...new Set(batch.customer)]).toEqual(['17850', '13047']);
    expect(batch.originals).toHaveLength(30);
  });

  it('without a key are a customer each', async () => {
    const lines = Array.from({ length: 50 }, (_, i) => `${i},${i * 2}.5`);
    const sheet = await previewFile(write('facts.csv', lines, 'age,income'));
    expect(sheet).toMatchObject({
      kind: 'customers',
      confident: false,
      totals: { customers: 50, orders: null, revenue: null },
    });
    const batch = await readAll(sheet);
    expect(batch.aside.every((mask) => mask === 0)).toBe(true);
    expect(batch.customer.every((key) => key === null)).toBe(true);
  });
});

describe('uneven rows', () => {
  it('are filled up and widened; nothing is lost, and both are said', async () => {
    const lines = [...goodLines];
    lines[10] = '1010,2025-11-11';
    lines[20] = '1020,2025-09-21,K20,2';
    lines[40] = '1040,2025-05-13,K40,1,9.50,and more,still more';
    const sheet = await previewFile(write('uneven.csv', lines));
    expect(sheet.columns.map(({ name }) => name)).toEqual([...header.split(','), 'Column 6', 'Column 7']);
    expect(sheet.columns[5]).toMatchObject({ missing: 299, distinct: 1, examples: ['and more'] });
    expect(notesIn(sheet)).toEqual([
      '2 rows are shorter than the column names (the first is row 12). What is missing there counts as empty.',
      '1 row has more cells than there are column names (row 42). What stands there is kept in 2 further columns, from “Column 6” on.',
    ]);
    const batch = await readAll(sheet);
    expect(batch.values[40]!.slice(5)).toEqual(['and more', 'still more']);
    expect(batch.values[10]).toEqual([1010, '2025-11-11', null, null, null, null, null]);
    expect(asideOf(sheet)).toMatchObject({ noCustomer: [1, 0], unreadable: [1, 0] });
  });
});

describe('doubts', () => {
  it('ask whether it is day or month, and say how it is read', async () => {
    const lines = Array.from(
      { length: 100 },
      (_, i) => `${i},0${(i % 9) + 1}/0${((i * 5) % 9) + 1}/2023,K${i % 9},7.25`,
    );
    const sheet = await previewFile(write('ambiguous.csv', lines, 'Order,Date,Customer,Total'));
    expect(sheet.confident).toBe(false);
    expect(doubtsIn(sheet)).toEqual(['Is 02/06/2023 in “Date” 2 Jun 2023 or 6 Feb 2023? We read it as 2 Jun 2023.']);
  });

  it('say what is missing, and the import of it says what it needs', async () => {
    const lines = Array.from({ length: 100 }, (_, i) => `${i},2025-01-${two((i % 28) + 1)},7.25`);
    const sheet = await previewFile(write('nobody.csv', lines, 'Order,Date,Total'));
    expect(sheet).toMatchObject({ kind: 'orders', confident: false, totals: { customers: 0, orders: 0 } });
    expect(doubtsIn(sheet)).toContain('No column seems to say who bought.');
    await expect(readAll(sheet)).rejects.toMatchObject({
      code: 'mappingIncomplete',
      details: { file: 'nobody.csv', missing: 'a column that says who bought' },
    });
  });

  it('speak up when most lines cannot be read', async () => {
    const lines = goodLines.map((line, i) => (i % 6 === 0 ? line.replace(/2025-[\d-]+/, 'soon') : line));
    const sheet = await previewFile(write('unreadable.csv', lines));
    expect(doubtsIn(sheet)).toEqual([
      '50 of 300 rows cannot be read. Is the right column chosen for the date and for the money?',
    ]);
  });
});

describe('a mapping', () => {
  const path = write(
    'mapped.csv',
    goodLines.map((line, i) => `${line},${20230101 + (i % 28)},G${i % 7}`),
    `${header},Booked,Group`,
  );

  it('is obeyed: kind, roles and types', async () => {
    const guess = await previewFile(path);
    expect(rolesIn(guess)).toMatchObject({ customer: 'Customer', date: 'Date' });
    const mapping = withRoles(mappingOf(guess), { Group: 'customer', Booked: 'date', Price: 'amount' });
    const sheet = await previewFile(path, { mapping: [mapping] });
    expect(rolesIn(sheet)).toEqual({ customer: 'Group', date: 'Booked', amount: 'Price' });
    expect(sheet).toMatchObject({
      confident: true,
      totals: { customers: 7, firstDay: '2023-01-01', lastDay: '2023-01-28' },
    });
    const batch = await readAll(sheet);
    expect(batch.customer[1]).toBe('G1');
    expect(batch.day[1]).toBe('2023-01-02');
    expect(batch.amount[1]).toBe(2.5);
  });

  it('can read a number as text, and turns what it needs into what it must be', async () => {
    const guess = mappingOf(await previewFile(path));
    const typed = {
      ...guess,
      columns: guess.columns.map((column) =>
        column.name === 'Quantity' ? { ...column, type: 'text' as const, role: 'none' as const } : column,
      ),
    };
    expect((await previewFile(path, { mapping: [typed] })).columns[3]).toMatchObject({ type: 'text', odd: 0 });
    const asText = { ...guess, columns: guess.columns.map((column) => ({ ...column, type: 'text' as const })) };
    const sheet = await previewFile(path, { mapping: [asText] });
    expect(sheet.columns.map(({ type }) => type)).toEqual([
      'text',
      'date',
      'text',
      'integer',
      'decimal',
      'text',
      'text',
    ]);
    expect(sheet.totals.orderLines).toBe(300);
  });

  it('as a table of customers counts customers', async () => {
    const mapping: Mapping = {
      ...withRoles(mappingOf(await previewFile(path)), { Customer: 'customer' }),
      kind: 'customers',
    };
    const sheet = await previewFile(path, { mapping: [mapping] });
    expect(sheet.totals).toEqual({
      customers: 60,
      orders: null,
      orderLines: null,
      revenue: null,
      firstDay: null,
      lastDay: null,
    });
    expect(sheet.setAside.every(({ lines }) => lines === 0)).toBe(true);
  });

  it.each([
    [{ Date: 'date', Price: 'amount' }, 'a column that says who bought'],
    [{ Customer: 'customer', Price: 'amount' }, 'a column that says when'],
  ] as const)('without what orders need says so', async (roles, missing) => {
    const mapping = withRoles(mappingOf(await previewFile(path)), roles);
    await expect(previewFile(path, { mapping: [mapping] })).rejects.toMatchObject({
      code: 'mappingIncomplete',
      details: { missing },
    });
  });

  it('of another file says which column is not there', async () => {
    const mapping: Mapping = {
      sheet: null,
      kind: 'customers',
      columns: [{ name: 'Nose', type: 'text', role: 'customer' }],
    };
    await expect(previewFile(path, { mapping: [mapping] })).rejects.toMatchObject({
      code: 'mappingIncomplete',
      details: { missing: 'the column “Nose”' },
    });
  });
});

describe('files', () => {
  it('of one call keep their order and move one bar', async () => {
    const paths = [
      write('b.csv', goodLines),
      write('a.csv', goodLines.slice(0, 50)),
      write('c.csv', ['1,2', '3,4'], 'x,y'),
    ];
    const fractions: number[] = [];
    const sheets = await createImporter().preview(paths, { onProgress: (fraction) => fractions.push(fraction) });
    expect(sheets.map(({ file }) => file)).toEqual(['b.csv', 'a.csv', 'c.csv']);
    expect(fractions.every((fraction, i) => fraction >= (fractions[i - 1] ?? 0))).toBe(true);
    expect(fractions.at(-1)).toBe(1);
  });

  it('that say who and when leave others, which do not, unused', async () => {
    const paths = [
      write('orders.csv', goodLines),
      write(
        'amounts-only.csv',
        Array.from({ length: 60 }, (_, i) => `${i},2025-01-05,7.5${i % 9}`),
        'Order,Date,Total',
      ),
    ];
    const sheets = await createImporter().preview(paths, {});
    expect(sheets.map(({ kind }) => kind)).toEqual(['orderLines', 'events']);
    expect(notesIn(sheets[1]!)).toContain(
      'Used beside the orders; “What belongs together”, under Data, shows what comes of it.',
    );
    expect((await readAll(sheets[1]!)).values).toHaveLength(60);
  });

  it('of text only, too wide, or not there are refused', async () => {
    await expect(
      previewFile(write('words.csv', ['red,round', 'blue,square', 'green,long'], 'Colour,Shape')),
    ).rejects.toMatchObject({ code: 'noNumbers' });
    const wide = write(
      'wide.csv',
      [Array.from({ length: 3000 }, (_, i) => i).join()],
      Array.from({ length: 3000 }, (_, i) => `c${i}`).join(),
    );
    await expect(previewFile(wide)).rejects.toMatchObject({
      code: 'fileTooWide',
      details: { columns: 3000, limit: 1994 },
    });
    await expect(previewFile(`${folder}/nowhere.csv`)).rejects.toMatchObject({ code: 'fileMissing' });
  });

  it('up to the widest a project holds are previewed', async () => {
    const row = (i: number) => Array.from({ length: 1994 }, (_, j) => (i * 31 + j * 17) % 97).join();
    const sheet = await previewFile(
      write(
        'widest.csv',
        Array.from({ length: 40 }, (_, i) => row(i)),
        Array.from({ length: 1994 }, (_, i) => `c${i}`).join(),
      ),
    );
    expect(sheet.columns).toHaveLength(1994);
    expect(sheet.totals.customers).toBe(40);
  });

  it('that changed since the preview are not read', async () => {
    const importer = createImporter();
    const path = write('changing.csv', goodLines);
    const sheet = await previewFile(path, {}, importer);
    appendFileSync(path, `${goodLine(300)}\n`);
    await expect(readAll(sheet, importer)).rejects.toMatchObject({
      code: 'fileChanged',
      details: { file: 'changing.csv' },
    });
    expect((await previewFile(path, {}, importer)).rows).toBe(301);
  });

  it('are read alike by an importer that never saw them', async () => {
    const path = write('again.csv', ['C2000,2025-01-05,K3,-1,2.50', ...goodLines]);
    const importer = createImporter();
    const sheet = await previewFile(path, {}, importer);
    expect(await readAll(sheet, createImporter())).toEqual(await readAll(sheet, importer));
  });
});

describe('cancelling', () => {
  const big = write(
    'big.csv',
    Array.from({ length: 60_000 }, (_, i) => goodLine(i)),
  );

  it('stops the preview within 200 ms wherever it is', async () => {
    for (const at of [0, 0.1, 0.3, 0.5, 0.7, 0.9]) {
      const controller = new AbortController();
      let since = 0;
      const onProgress = (fraction: number) => {
        if (fraction < at || since > 0) return;
        since = performance.now();
        controller.abort();
      };
      await expect(createImporter().preview([big], { signal: controller.signal, onProgress })).rejects.toMatchObject({
        code: 'cancelled',
      });
      expect(performance.now() - since).toBeLessThan(200);
    }
  });

  it('stops reading', async () => {
    const importer = createImporter();
    const sheet = await previewFile(big, {}, importer);
    const controller = new AbortController();
    let rows = 0;
    const read = async () => {
      for await (const batch of importer.read([sheet], { signal: controller.signal })) {
        rows += batch.rowNumbers.length;
        controller.abort();
      }
    };
    await expect(read()).rejects.toMatchObject({ code: 'cancelled' });
    expect(rows).toBeLessThan(60_000);
  });

  it('before it began reads nothing', async () => {
    const signal = AbortSignal.abort();
    await expect(createImporter().preview([big], { signal })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
