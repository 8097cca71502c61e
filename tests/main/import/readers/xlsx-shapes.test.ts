import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { openTables } from '../../../../src/main/import/open-tables.ts';
import { failureOfContents, openOne, readAll, readContents, writeFile } from './reading.ts';
import { writeBook, writeZip } from './zip-writing.ts';

const rowsOf = async (sheet: string, parts: Omit<Parameters<typeof writeBook>[0], 'sheet'> = {}) => {
  const table = await readContents('a.xlsx', writeBook({ sheet, ...parts }));
  return { header: table.header, rows: table.rows, rowNumbers: table.rowNumbers };
};

const head = '<x:row r="1"><x:c t="str"><x:v>a</x:v></x:c><x:c t="str"><x:v>b</x:v></x:c></x:row>';
const inline = (text: string) => `<x:c t="inlineStr"><x:is><x:t>${text}</x:t></x:is></x:c>`;

describe('openXlsx on files of every shape', () => {
  it('reads hidden rows and columns, merged cells that kept their values, and lies about the size', async () => {
    const book = new ExcelJS.Workbook();
    const sheet = book.addWorksheet('S');
    sheet.addRows([
      ['a', 'b', 'c'],
      [1, 2, 3],
      [4, 5, 6],
      [7, 8, 9],
    ]);
    sheet.getRow(3).hidden = true;
    sheet.getColumn(2).hidden = true;
    const path = writeFile('a.xlsx', Buffer.from(await book.xlsx.writeBuffer()));
    expect((await readAll(await openOne(path))).rows).toEqual([
      ['1', '2', '3'],
      ['4', '5', '6'],
      ['7', '8', '9'],
    ]);
    const lying = writeBook({
      sheet: `${head}<x:row r="2"><x:c><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row></x:sheetData><x:mergeCells><x:mergeCell ref="A2:B2"/></x:mergeCells><x:controls><x:row>5</x:row><x:c r="A9"><x:v>9</x:v></x:c></x:controls><x:sheetData>`,
      before: '<x:dimension ref="A1:XFD1048576"/>',
    });
    expect((await readContents('a.xlsx', lying)).rows).toEqual([['1', '2']]);
  });

  it('gives formulas as their result, and themselves where nobody calculated them', async () => {
    const { rows } = await rowsOf(
      `${head}<x:row r="2"><x:c><x:f>1+1</x:f><x:v>2</x:v></x:c><x:c t="str"><x:f>""</x:f><x:v></x:v></x:c></x:row>
      <x:row r="3"><x:c><x:f>A2&amp;"x"</x:f><x:v/></x:c><x:c t="e"><x:f>1/0</x:f><x:v>#DIV/0!</x:v></x:c></x:row>
      <x:row r="4"><x:c><x:f t="shared" si="0"/><x:v>5</x:v></x:c><x:c t="b"><x:f>TRUE()</x:f><x:v>0</x:v></x:c></x:row>`,
    );
    expect(rows).toEqual([['2'], ['=A2&"x"', '#DIV/0!'], ['5', 'false']]);
  });

  it('follows gaps, rows and cells without places, and any prefix; styles that are missing make no dates', async () => {
    const { rows, rowNumbers } = await rowsOf(
      `${head}<x:row><x:c s="4"><x:v>44927</x:v></x:c><x:c r="D2"><x:v>1</x:v></x:c><x:c><x:v>2</x:v></x:c></x:row>
      <x:row r="7"><x:c r="B7"><x:v>3</x:v></x:c></x:row><x:row><x:c><x:v>4</x:v></x:c></x:row>`,
    );
    expect(rows).toEqual([['44927', '', '', '1', '2'], ['', '3'], ['4']]);
    expect(rowNumbers).toEqual([2, 7, 8]);
  });

  it('counts days as Excel does around its 29 February 1900, and from 1904', async () => {
    const styles = '<cellXfs><xf numFmtId="14"/></cellXfs>';
    const sheet = `${head}${[1, 59, 60, 61, 45_269]
      .map((serial, i) => `<x:row r="${i + 2}">${inline('x')}<x:c s="0"><x:v>${serial}</x:v></x:c></x:row>`)
      .join('')}`;
    const days = async (properties: string) =>
      (await rowsOf(sheet, { styles, properties })).rows.map((cells) => cells[1]);
    expect(await days('')).toEqual(['1900-01-01', '1900-02-28', '1900-02-28', '1900-03-01', '2023-12-09']);
    expect(await days('<workbookPr date1904="1"/>')).toEqual([
      '1904-01-02',
      '1904-02-29',
      '1904-03-01',
      '1904-03-02',
      '2027-12-10',
    ]);
  });

  it('reads a cell of ten megabytes, across pieces and references', async () => {
    const long = 'é&<x>'.repeat(2_000_000);
    const written = long.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const { rows } = await rowsOf(`${head}<x:row>${inline(written)}<x:c><x:v>1</x:v></x:c></x:row>`);
    expect(rows[0]![0] === long).toBe(true);
    expect(rows[0]![1]).toBe('1');
  });

  it('reads comments, sections, instructions and quotes in tags wherever they stand', async () => {
    const { rows } = await rowsOf(
      `${head}<!-- <x:row> --><x:row r="2" note="a > b"><?go <x?><x:c r='A2' t="inlineStr"><x:is><x:t><![CDATA[1 < 2 & ]] >]]></x:t></x:is></x:c><x:c><x:v>&#x37;&#56;</x:v></x:c></x:row>`,
    );
    expect(rows).toEqual([['1 < 2 & ]] >', '78']]);
  });

  it('takes parts by names with slashes, backslashes and any letters, and needs no texts or styles', async () => {
    const main = 'http://purl.oclc.org/ooxml/spreadsheetml/main';
    const relations = 'http://purl.oclc.org/ooxml/officeDocument/relationships';
    const cells = `<row r="1"><c t="inlineStr"><is><t>day</t></is></c><c t="inlineStr"><is><t>n</t></is></c></row><row r="2"><c t="d"><v>2023-01-05T10:00:00.000</v></c><c><v>1</v></c></row>`;
    const contents = writeZip([
      { name: '[Content_Types].xml', text: '<Types/>' },
      {
        name: '_rels\\.rels',
        text: `<Relationships><Relationship Id="r" Type="${relations}/officeDocument" Target="xl/Workbook.xml"/></Relationships>`,
      },
      {
        name: 'xl/workbook.xml',
        text: `<workbook xmlns="${main}" xmlns:r="${relations}" conformance="strict"><sheets><sheet name="S" sheetId="1" r:id="r1"/></sheets></workbook>`,
      },
      {
        name: 'xl/_rels/workbook.xml.rels',
        text: `<Relationships><Relationship Id="r1" Type="${relations}/worksheet" Target="./worksheets/../worksheets/SHEET1.xml"/></Relationships>`,
      },
      {
        name: '/xl/worksheets/sheet1.xml',
        text: `<worksheet xmlns="${main}"><sheetData>${cells}</sheetData></worksheet>`,
      },
    ]);
    expect((await readContents('a.xlsm', contents)).rows).toEqual([['2023-01-05 10:00:00', '1']]);
  });

  it('reads UTF-16 and other encodings that a part declares', async () => {
    const sheet = `${head}<x:row r="2">${inline('é')}<x:c><x:v>1</x:v></x:c></x:row>`;
    for (const encoding of ['utf16le', 'latin1'] as const)
      expect((await readContents('a.xlsx', writeBook({ sheet, encoding }))).rows).toEqual([['é', '1']]);
  });

  it.each([
    ['a declared entity', '<!DOCTYPE x [<!ENTITY a "ha"><!ENTITY b "&a;&a;&a;">]>', '&b;'],
    ['an external entity', '<!DOCTYPE x [<!ENTITY a SYSTEM "file:///etc/passwd">]>', '&a;'],
    ['a reference to no character', '', '&#0;'],
  ])('expands nothing: %s', async (_, doctype, text) => {
    const contents = writeBook({ sheet: `${head}<x:row>${inline(text)}</x:row>`, doctype });
    expect(await failureOfContents('a.xlsx', contents)).toMatchObject({
      code: 'fileDamaged',
      details: { reason: 'part of its contents makes no sense' },
    });
  });

  it.each([
    ['its rows are out of order', `${head}<x:row r="5"><x:c><x:v>1</x:v></x:c></x:row><x:row r="3"/>`],
    ['a cell stands outside the sheet', `${head}<x:row r="99999999999"><x:c><x:v>1</x:v></x:c></x:row>`],
    ['a cell stands outside the sheet', `${head}<x:row r="-1"/>`],
    ['a cell stands outside the sheet', `${head}<x:row><x:c r="XFE2"><x:v>1</x:v></x:c></x:row>`],
    ['part of its contents makes no sense', '<x:a>'.repeat(100_000)],
    ['part of its contents makes no sense', `<x:row r="${'1'.repeat(9_000_000)}`],
    ['part of its contents makes no sense', '<x:row r=1/>'],
    ['a cell refers to text that is missing', `${head}<x:row><x:c t="s"><x:v>-1</x:v></x:c></x:row>`],
    ['a cell refers to text that is missing', `${head}<x:row><x:c t="s"><x:v>1.5</x:v></x:c></x:row>`],
  ])('says that %s', async (reason, sheet) => {
    expect(
      await failureOfContents('a.xlsx', writeBook({ sheet, strings: '<si><t>x</t></si><si><t>y</t></si>' })),
    ).toMatchObject({
      code: 'fileDamaged',
      details: { reason },
    });
  });

  it('holds a sheet that is all blanks to its time and memory', async () => {
    // A hundred megabytes that pack to a hundred thousand bytes.
    const blank = '<x:c r="A1"/>'.repeat(8);
    const sheet = `${head}<x:row r="2"><x:c><x:v>1</x:v></x:c></x:row>${' '.repeat(100_000_000)}<x:row>${blank}</x:row>`;
    const path = writeFile('a.xlsx', writeBook({ sheet }));
    const before = process.memoryUsage().rss;
    const [table] = await openTables(path, {});
    expect((await readAll(table!)).rows).toEqual([['1']]);
    expect(process.memoryUsage().rss - before).toBeLessThan(300 * 1024 * 1024);
  });
});
