import { type CellObject, utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { openTables } from '../../../../src/main/import/open-tables.ts';
import { describeRealData, realData } from '../../../support/real-data.ts';
import { failureOfContents, openOne, readAll, readContents, writeFile } from './reading.ts';
import { writeExcel5, writeLockedExcel, writeOle } from './xls-writing.ts';

type Kind = 'biff8' | 'xlsb';
const endings = { biff8: 'a.xls', xlsb: 'a.xlsb' } as const;
const kinds: readonly Kind[] = ['biff8', 'xlsb'];

type Value = string | number | boolean | null | CellObject;
const day = (v: number, z = 'dd/mm/yyyy'): CellObject => ({ t: 'n', v, z });

const writeSheets = (
  kind: Kind,
  sheets: readonly { name: string; rows: readonly (readonly Value[])[]; hidden?: 0 | 1 | 2; merge?: string }[],
  date1904 = false,
): Buffer => {
  const book = utils.book_new();
  for (const { name, rows, merge } of sheets) {
    const sheet = utils.aoa_to_sheet(rows as unknown[][]);
    if (merge !== undefined) sheet['!merges'] = [utils.decode_range(merge)];
    utils.book_append_sheet(book, sheet, name);
  }
  book.Workbook = { WBProps: { date1904 }, Sheets: sheets.map(({ name, hidden = 0 }) => ({ name, Hidden: hidden })) };
  return Buffer.from(write(book, { type: 'buffer', bookType: kind, bookSST: true, compression: true }));
};

describe.each(kinds)('openXls on %s', (kind) => {
  const file = endings[kind];

  it('writes every kind of cell the one way that loses nothing', async () => {
    const table = await readContents(
      file,
      writeSheets(kind, [
        {
          name: 'Orders',
          rows: [
            ['text', 'number', 'day', 'moment', 'time', 'yes', 'formula', 'error'],
            [
              'a <b> & "é" 💶\nd',
              0.1 + 0.2,
              day(45_269),
              day(45_269.3517824074, 'dd/mm/yyyy hh:mm:ss'),
              day(0.25, 'hh:mm'),
              true,
              { t: 'n', v: 0.6, f: 'B2*2' },
              { t: 'e', v: 0x2a },
            ],
            [],
            ['  kept  ', -12, 'as text', null, null, false, { t: 's', v: 'textx', f: 'A1&"x"' }, { t: 'e', v: 7 }],
          ],
        },
      ]),
    );
    expect(table).toMatchObject({ sheet: 'Orders', delimiter: null, headerRow: 1, rowNumbers: [2, 4] });
    expect(table.rows).toEqual([
      [
        'a <b> & "é" 💶\nd',
        '0.30000000000000004',
        '2023-12-09',
        '2023-12-09 08:26:34',
        '06:00:00',
        'true',
        '0.6',
        '#N/A',
      ],
      ['  kept  ', '-12', 'as text', '', '', 'false', 'textx', '#DIV/0!'],
    ]);
  });

  it('opens visible sheets with rows in the order of their tabs, merged cells once', async () => {
    const rows = [
      ['a', 'b'],
      [1, 2],
    ];
    const contents = writeSheets(kind, [
      { name: 'Second', rows },
      { name: 'Hidden', rows, hidden: 1 },
      { name: 'Very hidden', rows, hidden: 2 },
      { name: 'Empty', rows: [] },
      { name: 'Header only', rows: [['a', 'b']] },
      { name: 'Últimos', rows: [['Report'], [], ['c', 'd', 'e'], [3, 'x', 5], [6, null, 8]], merge: 'B4:B5' },
    ]);
    const tables = await openTables(writeFile(file, contents), {});
    expect(tables.map(({ sheet, headerRow, header }) => ({ sheet, headerRow, header }))).toEqual([
      { sheet: 'Second', headerRow: 1, header: ['a', 'b'] },
      { sheet: 'Últimos', headerRow: 3, header: ['c', 'd', 'e'] },
    ]);
    expect(await readAll(tables[1]!)).toEqual({
      rowNumbers: [4, 5],
      rows: [
        ['3', 'x', '5'],
        ['6', '', '8'],
      ],
    });
  });

  it('reads days that count from 1904', async () => {
    const contents = writeSheets(
      kind,
      [
        {
          name: 'S',
          rows: [
            ['day', 'n'],
            [day(43_829), 1],
          ],
        },
      ],
      true,
    );
    expect((await readContents(file, contents)).rows).toEqual([['2023-12-31', '1']]);
  });

  it('says that files are damaged, wherever they were cut', async () => {
    const rows = Array.from({ length: 300 }, (_, i) => [`customer ${i}`, i]);
    const contents = writeSheets(kind, [{ name: 'S', rows: [['name', 'n'], ...rows] }]);
    for (const share of [0.1, 0.5, 0.9])
      expect(await failureOfContents(file, contents.subarray(0, Math.floor(contents.length * share)))).toMatchObject({
        code: 'fileDamaged',
      });
  });

  it('stops soon when cancelled', async () => {
    const rows = Array.from({ length: 6000 }, (_, i) => [`customer ${i}`, i, i * 2, `text ${i}`]);
    const path = writeFile(file, writeSheets(kind, [{ name: 'S', rows: [['name', 'n', 'm', 't'], ...rows] }]));
    const table = await openOne(path);
    for (const waitMs of [5, 300]) {
      const cancel = new AbortController();
      let askedAt = 0;
      setTimeout(() => {
        askedAt = performance.now();
        cancel.abort();
      }, waitMs);
      await expect(async () => {
        for await (const _ of table.rows({ signal: cancel.signal }))
          await new Promise((resolve) => setTimeout(resolve, 150));
      }).rejects.toMatchObject({ code: 'cancelled' });
      expect(performance.now() - askedAt).toBeLessThan(200);
    }
  });
});

describe('openXls', () => {
  it('reads texts of old code pages', async () => {
    const cyrillic = (text: string) =>
      Buffer.from([...text].map((letter) => (letter < '\u0400' ? letter.charCodeAt(0) : letter.charCodeAt(0) - 0x350)));
    const rows = [
      [cyrillic('клиент'), Buffer.from('sum')],
      [cyrillic('Анна'), 12.5],
      [cyrillic('Борис'), 3],
    ];
    const table = await readContents('a.xls', writeExcel5(1251, rows));
    expect([table.header, table.rows]).toEqual([
      ['клиент', 'sum'],
      [
        ['Анна', '12.5'],
        ['Борис', '3'],
      ],
    ]);
  });

  it('says that a file is locked, too large, or nothing that it could read', async () => {
    expect(await failureOfContents('a.xls', writeLockedExcel())).toEqual({
      code: 'fileUnreadable',
      details: { file: 'a.xls', reason: 'it is locked with a password' },
    });
    const large = writeOle('Workbook', Buffer.alloc(17 * 1024 * 1024));
    expect(await failureOfContents('a.xls', large)).toEqual({
      code: 'fileTooLarge',
      details: { file: 'a.xls', megabytes: 18, limitMegabytes: 16 },
    });
    // Its directory stands before what is missing.
    const cut = writeOle('Workbook', Buffer.alloc(9000, 0x55)).subarray(0, 4096);
    expect(await failureOfContents('a.xls', cut)).toMatchObject({ code: 'fileDamaged' });
    expect(await failureOfContents('a.xls', writeOle('Workbook', Buffer.alloc(9000, 0x55)))).toMatchObject({
      code: 'fileDamaged',
    });
  });

  it('reads text that is called an Excel file', async () => {
    expect((await readContents('a.xls', 'name\tn\nAnn\t1\nBob\t2\n')).rows).toEqual([
      ['Ann', '1'],
      ['Bob', '2'],
    ]);
  });
});

describeRealData('openXls on real files', () => {
  it('reads the three sheets of superstore.xls', async () => {
    const tables = await openTables(realData('superstore', 'Sample - Superstore.xls'), {});
    const [orders, returns, people] = await Promise.all(tables.map(readAll));
    expect(tables.map(({ sheet, header }) => [sheet, header.length])).toEqual([
      ['Orders', 21],
      ['Returns', 2],
      ['People', 2],
    ]);
    expect([orders!.rows.length, returns!.rows.length, people!.rows.length]).toEqual([9994, 296, 4]);
    expect(orders!.rows[0]!.slice(0, 5)).toEqual(['1', 'CA-2016-152156', '2016-11-08', '2016-11-11', 'Second Class']);
    expect(orders!.rows.every((row) => /^201[4-7]-\d\d-\d\d$/.test(row[2]!))).toBe(true);
    const sales = orders!.rows.reduce((sum, row) => sum + Number(row[17]), 0);
    expect(sales).toBeCloseTo(2_297_200.86, 2);
  });
});
