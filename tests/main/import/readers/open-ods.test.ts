import { utils, write } from '@e965/xlsx';
import { describe, expect, it } from 'vitest';
import { openTables } from '../../../../src/main/import/open-tables.ts';
import { number, row, table, text, writeOds } from './ods-writing.ts';
import { failureOfContents, openOne, readAll, readContents, writeFile } from './reading.ts';

const typed = (type: string, value: string, shown: string): string =>
  `<table:table-cell office:value-type="${type}" ${value}><text:p>${shown}</text:p></table:table-cell>`;
const empty = (count = 1): string => `<table:table-cell table:number-columns-repeated="${count}"/>`;
const emptyRows = (count: number): string =>
  `<table:table-row table:number-rows-repeated="${count}">${empty(16_384)}</table:table-row>`;

describe('openOds', () => {
  it('writes every kind of cell the one way that loses nothing', async () => {
    const columns = ['float', 'share', 'money', 'day', 'moment', 'time', 'yes', 'formula', 'error', 'old', 'open'];
    const contents = writeOds({
      tables: table(
        'Orders',
        row(...columns.map(text)) +
          row(
            typed('float', 'office:value="0.30000000000000004"', '0.30'),
            typed('percentage', 'office:value="0.125"', '13 %'),
            typed('currency', 'office:currency="EUR" office:value="-1234.5"', '-1.234,50 €'),
            typed('date', 'office:date-value="2023-12-09"', '09.12.23'),
            typed('date', 'office:date-value="2023-12-09T08:26:30.000000000"', '9. Dez'),
            typed('time', 'office:time-value="PT26H05M07.4S"', '26:05'),
            typed('boolean', 'office:boolean-value="true"', 'WAHR'),
            typed('float', 'table:formula="of:=[.A2]*2" office:value="0.6"', '0,6'),
            typed('string', 'table:formula="of:=NA()" office:string-value="" calcext:value-type="error"', '#N/A'),
            typed('float', 'table:formula="of:=1/0" office:value="0"', 'Err:503'),
            '<table:table-cell table:formula="of:=SUM([.A1:.A9])"/>',
          ) +
          emptyRows(3) +
          row(empty(3), typed('date', 'office:date-value="1899-12-31"', '')) +
          emptyRows(1_048_569),
      ),
    });
    const read = await readContents('a.ods', contents);
    expect(read).toMatchObject({ sheet: 'Orders', delimiter: null, headerRow: 1, header: columns, rowNumbers: [2, 6] });
    expect(read.rows).toEqual([
      [
        '0.30000000000000004',
        '0.125',
        '-1234.5',
        '2023-12-09',
        '2023-12-09 08:26:30',
        '26:05:07',
        'true',
        '0.6',
        '#N/A',
        'Err:503',
        '=SUM([.A1:.A9])',
      ],
      ['', '', '', '1899-12-31'],
    ]);
  });

  it('reads text with its spaces, lines and links, remarks and drawings left out', async () => {
    const words = [
      text('a &lt;b&gt; &amp; é 💶<text:line-break/>d'),
      text('<text:span>two</text:span>\n   <text:a xlink:href="x">words</text:a> '),
      text('<text:s text:c="2"/>kept<text:tab/><text:s/>'),
      '<table:table-cell office:value-type="string"><office:annotation><text:p>remark</text:p></office:annotation><text:p>one</text:p><text:p/><text:p>three</text:p></table:table-cell>',
      '<table:table-cell office:value-type="string"><text:p>x<draw:frame><draw:text-box><text:p>drawn</text:p></draw:text-box></draw:frame></text:p></table:table-cell>',
    ];
    const read = await readContents(
      'a.ods',
      writeOds({ tables: table('S', row(...'abcde'.split('').map(text)) + row(...words)) }),
    );
    expect(read.rows).toEqual([['a <b> & é 💶\nd', 'two words', '  kept\t ', 'one\n\nthree', 'x']]);
  });

  it('reads cells and rows as often as they are counted, covered cells as they are', async () => {
    const counted = `<table:table-cell table:number-columns-repeated="2" office:value-type="float" office:value="7"/>`;
    const covered = '<table:covered-table-cell/>';
    const read = await readContents(
      'a.ods',
      writeOds({
        tables: table(
          'S',
          row(text('a'), text('b'), text('c')) +
            `<table:table-row table:number-rows-repeated="2500">${text('x')}${counted}</table:table-row>` +
            row(text('merged'), covered, number(1)),
        ),
      }),
    );
    expect([read.rows.length, read.rowNumbers.at(-1)]).toEqual([2501, 2502]);
    expect(read.rows.slice(2498)).toEqual([
      ['x', '7', '7'],
      ['x', '7', '7'],
      ['merged', '', '1'],
    ]);
  });

  it('opens visible sheets with rows in the order of their tabs', async () => {
    const rows = row(text('a'), text('b')) + row(number(1), number(2));
    const style = (name: string, display: boolean) =>
      `<style:style style:name="${name}" style:family="table"><style:table-properties table:display="${display}"/></style:style>`;
    const contents = writeOds({
      styles: style('ta1', true) + style('ta2', false),
      tables:
        table('Second', rows, 'ta1') +
        table('Hidden', rows, 'ta2') +
        table('Empty', emptyRows(10), 'ta1') +
        table('Header only', row(text('a'), text('b')), 'ta1') +
        table(
          'Últimos &amp; more',
          row(text('Report')) +
            emptyRows(1) +
            row(...'cde'.split('').map(text)) +
            row(number(3), number(4), number(5)) +
            row(number(6), number(7), number(8)),
          'ta1',
        ),
    });
    const tables = await openTables(writeFile('a.ods', contents), {});
    expect(tables.map(({ sheet, headerRow, header }) => ({ sheet, headerRow, header }))).toEqual([
      { sheet: 'Second', headerRow: 1, header: ['a', 'b'] },
      { sheet: 'Últimos & more', headerRow: 3, header: ['c', 'd', 'e'] },
    ]);
    expect(await readAll(tables[1]!)).toEqual({
      rowNumbers: [4, 5],
      rows: [
        ['3', '4', '5'],
        ['6', '7', '8'],
      ],
    });
    expect((await readAll(tables[0]!)).rows).toEqual([['1', '2']]);
  });

  it('reads what another program writes, with progress and soon cancelled', async () => {
    const book = utils.book_new();
    const rows = Array.from({ length: 5000 }, (_, i) => [`Customer é ${i % 97}`, i / 4, i % 2 === 0]);
    utils.book_append_sheet(book, utils.aoa_to_sheet([['name', 'amount', 'paid'], ...rows]), 'S');
    const path = writeFile('a.ods', Buffer.from(write(book, { type: 'buffer', bookType: 'ods', compression: true })));
    const opened = await openOne(path);
    const fractions: number[] = [];
    const read: (readonly string[])[] = [];
    for await (const batch of opened.rows({ onProgress: (fraction) => fractions.push(fraction) }))
      read.push(...batch.rows);
    expect(read).toEqual(rows.map((cells) => cells.map(String)));
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    const cancel = new AbortController();
    setTimeout(() => cancel.abort(), 3);
    await expect(async () => {
      for await (const _ of opened.rows({ signal: cancel.signal }));
    }).rejects.toMatchObject({ code: 'cancelled' });
  });

  it.each([
    [
      'fileUnreadable',
      'it is locked with a password',
      {
        tables: '',
        manifest:
          '<manifest:file-entry manifest:full-path="content.xml"><manifest:encryption-data/></manifest:file-entry>',
      },
    ],
    ['fileDamaged', 'part of its contents makes no sense', { tables: '<table:table></table:row>' }],
    ['fileDamaged', 'it holds more than it says', { tables: table('S', ' '.repeat(9000)), claimedBytes: 300 }],
    [
      'fileDamaged',
      'part of its contents makes no sense',
      { tables: table('S', row(text('&a;'))), before: '<!DOCTYPE a [<!ENTITY a "aaaa">]>' },
    ],
    [
      'fileDamaged',
      'a cell stands outside the sheet',
      {
        tables: table(
          'S',
          `${row(text('a'))}<table:table-row table:number-rows-repeated="2000000">${number(1)}</table:table-row>`,
        ),
      },
    ],
    [
      'fileDamaged',
      'it holds more than it says',
      {
        tables: table(
          'S',
          `<table:table-row table:number-rows-repeated="1000000"><table:table-cell table:number-columns-repeated="16000" office:value-type="float" office:value="7"/></table:table-row>`,
        ),
      },
    ],
  ])('says %s: %s', async (code, reason, parts) => {
    expect(await failureOfContents('a.ods', writeOds(parts))).toMatchObject({ code, details: { reason } });
  });

  it('says that a file would unpack to gigabytes, is empty, or was cut', async () => {
    expect(await failureOfContents('a.ods', writeOds({ tables: '', claimedBytes: 3_000_000_000 }))).toEqual({
      code: 'fileTooLarge',
      details: { file: 'a.ods', megabytes: 2861, limitMegabytes: 2048 },
    });
    expect(await failureOfContents('a.ods', writeOds({ tables: table('S', '') }))).toMatchObject({ code: 'fileEmpty' });
    const whole = writeOds({ tables: table('S', row(text('a')) + row(text('b'))) });
    for (const share of [0.3, 0.7, 0.99])
      expect(await failureOfContents('a.ods', whole.subarray(0, Math.floor(whole.length * share)))).toMatchObject({
        code: 'fileDamaged',
      });
  });
});
