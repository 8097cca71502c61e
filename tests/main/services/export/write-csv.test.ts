import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import Papa from 'papaparse';
import { describe, expect, it } from 'vitest';
import { writeCsv } from '../../../../src/main/services/export/write-csv.ts';
import { AppError } from '../../../../src/shared/errors.ts';
import { cellText } from '../../../../src/shared/table/csv-line.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';

const folder = temporaryFolder();
const path = join(folder, 'table.csv');

const written = async (header: string[], rows: (string | number | null)[][]): Promise<Buffer> => {
  await writeCsv(path, header, rows);
  return readFileSync(path);
};

describe('a CSV file', () => {
  it('has commas, CRLF and quotes only where they are needed', async () => {
    const bytes = await written(
      ['customer', 'a "b"'],
      [
        ['x, y', 1.5],
        [null, -3],
        ['two\nlines', 1e21],
      ],
    );
    expect(bytes.toString()).toBe('customer,"a ""b"""\r\n"x, y",1.5\r\n,-3\r\n"two\nlines",1e+21\r\n');
  });

  it('begins with a mark exactly where there are letters beyond ASCII, wherever they stand', async () => {
    expect((await written(['a'], [['b']])).toString('hex')).toBe(Buffer.from('a\r\nb\r\n').toString('hex'));
    const late = [...Array.from({ length: 3000 }, (_, i) => [i]), ['Müller']];
    const marked = await written(['a'], late);
    expect(marked.subarray(0, 3)).toEqual(Buffer.from([0xef, 0xbb, 0xbf]));
    expect(marked.subarray(3).toString()).toBe(`a\r\n${late.map(([cell]) => `${cell}\r\n`).join('')}`);
    expect(existsSync(`${path}.marked`)).toBe(false);
  });

  it('comes back from another reader as it went in, whatever is in it', async () => {
    const cell = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('', '"', ',', '\r\n', ' a ', "'"),
      fc.integer(),
    );
    const table = fc
      .integer({ min: 1, max: 5 })
      .chain((width) =>
        fc.array(fc.array(cell, { minLength: width, maxLength: width }), { minLength: 1, maxLength: 12 }),
      );
    await fc.assert(
      fc.asyncProperty(table, async ([header, ...rows]) => {
        const bytes = await written(header!.map(String), rows);
        // Its own line ends stand for themselves inside quotes; the reader is told which one ends a record.
        const text = new TextDecoder().decode(bytes);
        const { data, errors } = Papa.parse<string[]>(text, { delimiter: ',', newline: '\r\n' });
        expect(errors).toEqual([]);
        const wellFormed = (one: string | number) => Buffer.from(cellText(one)).toString();
        expect(data).toEqual([...[header!.map(String), ...rows].map((row) => row.map(wellFormed)), ['']]);
      }),
      { numRuns: 300 },
    );
  });

  it('never lets a name run as a formula, and leaves numbers, telephones and dashes alone', () => {
    for (const bad of [
      '-2+3',
      '+1*2',
      '-(1)',
      '--1',
      '=1+1',
      '@SUM(A1)',
      '\t=1',
      '\r=1',
      '\n=1',
      '+cmd|x',
      "-2+3+cmd|' /C calc'!A0",
      '＝1+1',
      '-A1',
    ])
      expect(cellText(bad)).toBe(`'${bad}`);
    for (const good of ['-12', '+49 170 1234567', '-', '+', '-1.234,50', 'a=1', "'=1", '', '1-2', ' =1'])
      expect(cellText(good)).toBe(good);
    expect([cellText(-12.5), cellText(Number.MIN_SAFE_INTEGER), cellText(null)]).toEqual([
      '-12.5',
      '-9007199254740991',
      '',
    ]);
  });

  it('stops where its rows do, with their own error, and says when the disk does not take it', async () => {
    function* rows(): Generator<number[]> {
      for (let i = 0; ; i += 1) {
        if (i === 5000) throw new AppError('cancelled');
        yield [i];
      }
    }
    await expect(writeCsv(path, ['a'], rows())).rejects.toMatchObject({ code: 'cancelled' });
    await expect(writeCsv(join(folder, 'nowhere/x.csv'), ['a'], [[1]])).rejects.toMatchObject({ code: 'ENOENT' });
    if (existsSync('/dev/full')) {
      const many = Array.from({ length: 100_000 }, (_, i) => [i, 'text']);
      await expect(writeCsv('/dev/full', ['a', 'b'], many)).rejects.toMatchObject({ code: 'ENOSPC' });
    }
  });

  it('lets a cancel in while it writes', async () => {
    let isCancelled = false;
    let after = 0;
    function* rows(): Generator<number[]> {
      for (let i = 0; i < 1_000_000; i += 1) {
        if (isCancelled) throw new AppError('cancelled');
        after = i;
        yield [i, i / 7];
      }
    }
    setTimeout(() => {
      isCancelled = true;
    }, 20);
    await expect(writeCsv(path, ['a', 'b'], rows())).rejects.toMatchObject({ code: 'cancelled' });
    expect(after).toBeLessThan(999_999);
  });
});
