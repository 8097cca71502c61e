import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { writeXlsx } from '../../../../src/main/services/export/write-xlsx.ts';
import { AppError } from '../../../../src/shared/errors.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';

const folder = temporaryFolder();
const path = join(folder, 'table.xlsx');

const readBack = async (): Promise<ExcelJS.Workbook> => {
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(path);
  return book;
};
const cellsOf = (sheet: ExcelJS.Worksheet): unknown[][] =>
  sheet
    .getSheetValues()
    .slice(1)
    .map((row) => (row as unknown[]).slice(1));

describe('an Excel workbook', () => {
  it('has numbers as numbers, text as text and nothing where there is nothing', async () => {
    const header = ['customer', 'segment', 'Total spent'];
    const rows = [
      ['00123', '=1+1', 1234.5],
      ['a <b> & "c"', '@x', -3],
      ['Müller, Zoë 🎁', null, 0],
      [' spaced ', 'two\nlines', null],
    ];
    await writeXlsx(path, 'Segments', header, rows);
    const [sheet] = (await readBack()).worksheets;
    expect(sheet!.name).toBe('Segments');
    expect(cellsOf(sheet!)).toEqual([
      header,
      rows[0],
      rows[1],
      ['Müller, Zoë 🎁', undefined, 0],
      [' spaced ', 'two\nlines'],
    ]);
    expect(sheet!.getCell('B2').type).toBe(ExcelJS.ValueType.String);
    expect(sheet!.getCell('C2').type).toBe(ExcelJS.ValueType.Number);
  });

  it('keeps its bold header in view, with a filter and columns as wide as what they hold', async () => {
    const rows = Array.from({ length: 1000 }, (_, i) => [`a customer with a rather long name ${i}`, i]);
    await writeXlsx(path, 'Segments', ['customer', 'n'], rows);
    const [sheet] = (await readBack()).worksheets;
    expect(sheet!.views[0]).toMatchObject({ state: 'frozen', ySplit: 1 });
    expect(sheet!.autoFilter).toBe('A1:B1001');
    expect([sheet!.getCell('A1').font?.bold, sheet!.getCell('A2').font?.bold ?? false]).toEqual([true, false]);
    expect(sheet!.getColumn(1).width).toBeGreaterThan(30);
    expect(sheet!.getColumn(2).width).toBeLessThan(12);
    expect(sheet!.rowCount).toBe(1001);
  });

  it('is the same bytes whenever it is written', async () => {
    const rows = Array.from({ length: 5000 }, (_, i) => [`C${i}`, i / 3]);
    await writeXlsx(path, 'Segments', ['customer', 'n'], rows);
    const first = readFileSync(path);
    // ZIP counts time in steps of two seconds.
    await sleep(2100);
    await writeXlsx(path, 'Segments', ['customer', 'n'], rows);
    expect(readFileSync(path).equals(first)).toBe(true);
  });

  it('goes on on another sheet where one is full', async () => {
    const rows = Array.from({ length: 25 }, (_, i) => [i]);
    await writeXlsx(path, 'Segments', ['n'], rows, { rowsPerSheet: 11 });
    const book = await readBack();
    expect(book.worksheets.map(({ name, rowCount }) => [name, rowCount])).toEqual([
      ['Segments', 11],
      ['Segments 2', 11],
      ['Segments 3', 6],
    ]);
    expect(book.worksheets.flatMap((sheet) => cellsOf(sheet).slice(1))).toEqual(rows);
    await writeXlsx(path, 'Segments', ['n'], []);
    expect(cellsOf((await readBack()).worksheets[0]!)).toEqual([['n']]);
  });

  it('cuts text that Excel would call damage', async () => {
    await writeXlsx(path, 'Segments', ['text'], [['x'.repeat(40_000)]]);
    expect(String((await readBack()).worksheets[0]!.getCell('A2').value)).toHaveLength(32_767);
  });

  it('stops where its rows do, with their own error, and says when the disk does not take it', async () => {
    function* rows(): Generator<number[]> {
      for (let i = 0; ; i += 1) {
        if (i === 5000) throw new AppError('cancelled');
        yield [i];
      }
    }
    await expect(writeXlsx(path, 'Segments', ['n'], rows())).rejects.toMatchObject({ code: 'cancelled' });
    await expect(writeXlsx(join(folder, 'nowhere/x.xlsx'), 'Segments', ['n'], [[1]])).rejects.toMatchObject({
      code: 'ENOENT',
    });
    if (existsSync('/dev/full')) {
      const many = Array.from({ length: 50_000 }, (_, i) => [i, Math.sin(i)]);
      await expect(writeXlsx('/dev/full', 'Segments', ['n', 'm'], many)).rejects.toMatchObject({ code: 'ENOSPC' });
    }
  });
});
