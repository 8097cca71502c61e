import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTables } from '../../../../src/main/import/open-tables.ts';
import { openFiles, openOne, readAll, readContents, temporaryFolder, writeFile } from './reading.ts';
import { writeBook } from './zip-writing.ts';

const utc = (...parts: [number, number, number, number?, number?, number?]): Date => new Date(Date.UTC(...parts));

/** A workbook written by ExcelJS. */
const write = async (fill: (book: ExcelJS.Workbook) => void): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  fill(book);
  return Buffer.from(await book.xlsx.writeBuffer());
};

const writeRows = (rows: readonly (readonly ExcelJS.CellValue[])[]) =>
  write((book) => book.addWorksheet('Sheet').addRows(rows.map((cells) => [...cells])));

const ordersOf = async (count: number, useSharedStrings: boolean): Promise<string> => {
  const path = join(temporaryFolder(), 'orders.xlsx');
  const book = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useSharedStrings, useStyles: true });
  const sheet = book.addWorksheet('Orders');
  sheet.addRow(['order', 'customer', 'day', 'amount']).commit();
  for (let i = 0; i < count; i++) {
    const row = sheet.addRow([i, `Customer é ${i % 997}`, utc(2023, 0, 1 + (i % 365)), i / 4]);
    row.getCell(3).numFmt = 'dd.mm.yyyy';
    row.commit();
  }
  sheet.commit();
  await book.commit();
  return path;
};

describe('openXlsx', () => {
  it('writes every kind of cell the one way that loses nothing', async () => {
    const contents = await write((book) => {
      const sheet = book.addWorksheet('Orders');
      sheet.addRow(['text', 'number', 'day', 'time', 'yes', 'formula', 'day of formula', 'link', 'rich', 'error']);
      const row = sheet.addRow([
        'a <b> & "c"\nd',
        0.1 + 0.2,
        utc(2023, 11, 9),
        utc(2023, 11, 9, 8, 26, 30),
        true,
        { formula: 'B2*2', result: 0.6 },
        { formula: 'C2+1', result: utc(2023, 11, 10) },
        { text: 'shop', hyperlink: 'https://example.org' },
        { richText: [{ text: 'very ' }, { font: { bold: true }, text: 'bold' }] },
        { error: '#N/A' },
      ]);
      for (const column of [3, 7]) row.getCell(column).numFmt = 'dd/mm/yyyy';
      row.getCell(4).numFmt = 'dd/mm/yyyy hh:mm:ss';
      const second = sheet.addRow([
        '=no formula',
        -12,
        utc(2024, 1, 29),
        null,
        false,
        { formula: '1/0', result: { error: '#DIV/0!' } },
      ]);
      second.getCell(3).numFmt = 'd mmm yyyy';
      sheet.addRow([]);
      sheet.addRow(['  spaces kept  ', 1e21, 'as text', null, null, { formula: 'A1&"x"', result: 'textx' }]);
    });
    const table = await readContents('a.xlsx', contents);
    expect(table).toMatchObject({ sheet: 'Orders', delimiter: null, headerRow: 1, rowNumbers: [2, 3, 5] });
    expect(table.rows).toEqual([
      [
        'a <b> & "c"\nd',
        '0.30000000000000004',
        '2023-12-09',
        '2023-12-09 08:26:30',
        'true',
        '0.6',
        '2023-12-10',
        'shop',
        'very bold',
        '#N/A',
      ],
      ['=no formula', '-12', '2024-02-29', '', 'false', '#DIV/0!'],
      ['  spaces kept  ', '1e+21', 'as text', '', '', 'textx'],
    ]);
  });

  it('opens visible sheets with rows in the order of their tabs', async () => {
    const contents = await write((book) => {
      for (const [name, state, rows] of [
        [
          'Second',
          'visible',
          [
            ['a', 'b'],
            [1, 2],
          ],
        ],
        [
          'Hidden',
          'hidden',
          [
            ['a', 'b'],
            [1, 2],
          ],
        ],
        [
          'Very hidden',
          'veryHidden',
          [
            ['a', 'b'],
            [1, 2],
          ],
        ],
        ['Empty', 'visible', []],
        ['Header only', 'visible', [['a', 'b']]],
        ['Últimos', 'visible', [['Report'], [], ['c', 'd', 'e'], [3, 4, 5], [6, 7, 8]]],
      ] as const)
        book.addWorksheet(name, { state }).addRows(rows.map((cells) => [...cells]));
    });
    const tables = await openTables(writeFile('a.xlsx', contents), {});
    expect(tables.map(({ sheet, headerRow, header }) => ({ sheet, headerRow, header }))).toEqual([
      { sheet: 'Second', headerRow: 1, header: ['a', 'b'] },
      { sheet: 'Últimos', headerRow: 3, header: ['c', 'd', 'e'] },
    ]);
    expect(await readAll(tables[1]!)).toEqual({
      rowNumbers: [4, 5],
      rows: [
        ['3', '4', '5'],
        ['6', '7', '8'],
      ],
    });
    expect(await readAll(tables[0]!)).toEqual({ rowNumbers: [2], rows: [['1', '2']] });
  });

  it('reads days that count from 1904, and merged cells once', async () => {
    const contents = await write((book) => {
      book.properties.date1904 = true;
      const sheet = book.addWorksheet('Sheet');
      sheet.addRows([
        ['day', 'shop', 'n'],
        [utc(2023, 4, 1), 'North', 1],
        [utc(2023, 4, 2), null, 2],
      ]);
      sheet.getColumn(1).numFmt = 'yyyy-mm-dd';
      sheet.mergeCells('B2:B3');
    });
    expect((await readContents('a.xlsx', contents)).rows).toEqual([
      ['2023-05-01', 'North', '1'],
      ['2023-05-02', '', '2'],
    ]);
  });

  it('reads parts in any order, under any name and prefix, cells without references, aids left out', async () => {
    const table = await readContents(
      'a.xlsx',
      writeBook({
        properties: '<workbookPr date1904="0"/>',
        strings:
          '<si><t>name</t></si><si><r><t>To</t></r><r><t xml:space="preserve">kyo </t></r><rPh sb="0" eb="1"><t>トウ</t></rPh></si><si><t>a_x000A_b</t></si><si><t/></si>',
        styles:
          '<numFmts><numFmt numFmtId="170" formatCode="yyyy\\-mm\\-dd"/></numFmts><cellStyleXfs><xf numFmtId="14"/></cellStyleXfs><cellXfs><xf numFmtId="0"/><xf numFmtId="170"/><xf numFmtId="21"/></cellXfs>',
        sheet: `<x:row><x:c t="s"><x:v>0</x:v></x:c><x:c t="inlineStr"><x:is><x:r><x:t>d</x:t></x:r><x:r><x:t>ay</x:t></x:r></x:is></x:c><x:c t="str"><x:f>"n"</x:f><x:v>n</x:v></x:c></x:row>
          <x:row r="3"><x:c r="A3" t="s"><x:v>1</x:v></x:c><x:c r="B3" s="1"><x:v>44927</x:v></x:c><x:c r="C3"><x:f>1+1</x:f></x:c><x:c r="E3" t="d"><x:v>2023-01-05T10:00:00Z</x:v></x:c></x:row>
          <x:row><x:c t="s"><x:v>2</x:v></x:c><x:c s="1"><x:f>B3+1</x:f><x:v>44928.5</x:v></x:c><x:c s="2"><x:v>0.25</x:v></x:c><x:c t="b"><x:v>1</x:v></x:c></x:row>
          <x:row r="9"><x:c s="1"/><x:c t="s"><x:v>3</x:v></x:c></x:row>`,
      }),
    );
    expect(table).toMatchObject({ sheet: 'Orders & more', headerRow: 1, rowNumbers: [3, 4] });
    expect(table.header).toEqual(['name', 'day', 'n', 'Column 4', 'Column 5']);
    expect(table.rows).toEqual([
      ['Tokyo ', '2023-01-01', '=1+1', '', '2023-01-05 10:00:00'],
      ['a\nb', '2023-01-02 12:00:00', '06:00:00', 'true'],
    ]);
  });

  it('opens under another name, packed with gzip, and without any name', async () => {
    const contents = await writeRows([
      ['name', 'n'],
      ['a', 1],
    ]);
    for (const [name, bytes] of [
      ['a.csv', contents],
      ['a.xls', contents],
      ['a', contents],
      ['a.xlsx.gz', gzipSync(contents)],
    ] as const)
      expect((await readContents(name, bytes)).rows).toEqual([['a', '1']]);
  });

  it('gives back random tables', async () => {
    const value = fc.oneof(
      fc.double({ noNaN: true, noDefaultInfinity: true }).map((number) => (Object.is(number, -0) ? 0 : number)),
      fc
        .string({ unit: fc.constantFrom('a', '<', '&', '"', ' ', 'é', '💶', '\n', '_', 'x'), minLength: 1 })
        .map((text) => `x${text}x`),
      fc.boolean(),
    );
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(fc.integer(), value, value), { minLength: 1, maxLength: 20 }),
        async (rows) => {
          const table = await readContents('a.xlsx', await writeRows([['id', 'one', 'two'], ...rows]));
          expect(table.rows).toEqual(rows.map((cells) => cells.map(String)));
        },
      ),
      { numRuns: 40 },
    );
  });

  it('reads 3,000 columns', async () => {
    const wide = (cell: (j: number) => string | number) => Array.from({ length: 3000 }, (_, j) => cell(j));
    const table = await readContents(
      'a.xlsx',
      await writeRows([wide((j) => `feature ${j}`), wide((j) => j), wide((j) => j * 2)]),
    );
    expect([table.header.length, table.header[2999], table.rows[1]![2999]]).toEqual([3000, 'feature 2999', '5998']);
  });

  it.each([true, false])(
    'streams many rows with progress, and leaves nothing in the temporary folder',
    async (useSharedStrings) => {
      const path = await ordersOf(20_000, useSharedStrings);
      const before = readdirSync(tmpdir()).length;
      const table = await openOne(path);
      const fractions: number[] = [];
      let rows = 0;
      let last: readonly string[] = [];
      for await (const batch of table.rows({ onProgress: (fraction) => fractions.push(fraction) })) {
        rows += batch.rows.length;
        last = batch.rows.at(-1)!;
      }
      expect([rows, last]).toEqual([20_000, ['19999', 'Customer é 59', '2023-10-17', '4999.75']]);
      expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
      expect(fractions.at(-1)).toBe(1);
      expect(readdirSync(tmpdir()).length).toBeLessThanOrEqual(before);
    },
  );

  it('stops soon when cancelled, with no file left open', async () => {
    const path = await ordersOf(60_000, true);
    const before = openFiles();
    const table = await openOne(path);
    for (const waitMs of [1, 20, 60]) {
      const cancel = new AbortController();
      let askedAt = 0;
      setTimeout(() => {
        askedAt = performance.now();
        cancel.abort();
      }, waitMs);
      await expect(async () => {
        for await (const _ of table.rows({ signal: cancel.signal }));
      }).rejects.toMatchObject({ code: 'cancelled' });
      expect(performance.now() - askedAt).toBeLessThan(200);
    }
    for await (const _ of table.rows({})) break;
    await expect(openTables(path, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    // Another that was open before may have been let go of meanwhile.
    expect(openFiles()).toBeLessThanOrEqual(before);
  });

  it('notices a file that is cut while it waits to be read', async () => {
    const path = await ordersOf(500, true);
    const table = await openOne(path);
    writeFileSync(path, readFileSync(path).subarray(0, 9000));
    await expect(readAll(table)).rejects.toMatchObject({ code: 'fileChanged' });
  });
});
