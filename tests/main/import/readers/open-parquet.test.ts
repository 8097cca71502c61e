import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTables } from '../../../../src/main/import/open-tables.ts';
import { describeRealData, realData } from '../../../support/real-data.ts';
import { writeParquet } from './parquet-writing.ts';
import { failureOfContents, openOne, readAll, readContents, writeFile } from './reading.ts';

const cellsOf = async (columns: Parameters<typeof writeParquet>[0], rowGroupSize?: number) =>
  (await readContents('a.parquet', writeParquet(columns, rowGroupSize))).rows;

describe('openParquet', () => {
  it('writes every type the one way that loses nothing', async () => {
    const table = await readContents(
      'a.parquet',
      writeParquet([
        { name: 'id', data: [9_223_372_036_854_775_807n, -1n, null], element: { type: 'INT64' } },
        { name: 'n', data: [1, -2, null], element: { type: 'INT32' } },
        {
          name: 'big',
          data: [18_446_744_073_709_551_615n, 0n, null],
          element: { type: 'INT64', converted_type: 'UINT_64' },
        },
        { name: 'x', data: [0.1, 1e21, null], element: { type: 'DOUBLE' } },
        { name: 'f', data: [0.1, 16_777_216, null].map((v) => v && Math.fround(v)), element: { type: 'FLOAT' } },
        { name: 'yes', data: [true, false, null], element: { type: 'BOOLEAN' } },
        { name: 'text', data: ['naïve “ü”', '', null], element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' } },
        {
          name: 'day',
          data: [new Date('2024-02-29'), new Date('1969-12-31'), null],
          element: { type: 'INT32', converted_type: 'DATE' },
        },
        {
          name: 'at',
          data: [new Date('2024-02-29T23:59:58.120Z'), new Date('1969-12-31T00:00:00Z'), null],
          element: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' },
        },
        { name: 'clock', data: [3_723_004, 0, null], element: { type: 'INT32', converted_type: 'TIME_MILLIS' } },
      ]),
    );
    expect(table).toMatchObject({ sheet: null, delimiter: null, headerRow: 1, rowNumbers: [2, 3, 4] });
    expect(table.header).toEqual(['id', 'n', 'big', 'x', 'f', 'yes', 'text', 'day', 'at', 'clock']);
    expect(table.rows).toEqual([
      [
        '9223372036854775807',
        '1',
        '18446744073709551615',
        '0.1',
        '0.1',
        'true',
        'naïve “ü”',
        '2024-02-29',
        '2024-02-29 23:59:58.12',
        '01:02:03.004',
      ],
      ['-1', '-2', '0', '1e+21', '16777216', 'false', '', '1969-12-31', '1969-12-31', '00:00:00'],
      ['', '', '', '', '', '', '', '', '', ''],
    ]);
  });

  it('keeps all digits of decimals, however they are stored', async () => {
    const decimal = { converted_type: 'DECIMAL', precision: 18, scale: 2 } as const;
    const data = [123_456_789_012_345_678n, -5n, 0n, null];
    const written = await cellsOf([
      { name: 'long', data, element: { ...decimal, type: 'INT64' } },
      { name: 'fixed', data, element: { ...decimal, type: 'FIXED_LEN_BYTE_ARRAY', type_length: 9 } },
      { name: 'bytes', data, element: { ...decimal, type: 'BYTE_ARRAY' } },
      { name: 'int', data: [1234n, -5n, 0n, null], element: { type: 'INT32', converted_type: 'DECIMAL', scale: 3 } },
    ]);
    const long = '1234567890123456.78';
    expect(written).toEqual([
      [long, long, long, '1.234'],
      ['-0.05', '-0.05', '-0.05', '-0.005'],
      ['0.00', '0.00', '0.00', '0.000'],
      ['', '', '', ''],
    ]);
  });

  it('takes objects apart and writes lists as JSON', async () => {
    const contents = writeParquet([
      { name: 'id', data: [1, 2] },
      { name: 'tags', data: [['a', 'b'], []] },
    ]);
    const table = await readContents('a.parquet', contents);
    expect(table.header).toEqual(['id', 'tags']);
    expect(table.rows).toEqual([
      ['1', '["a","b"]'],
      ['2', '[]'],
    ]);
  });

  it('gives back what was written, whatever the row groups', async () => {
    const values = fc.record({
      id: fc.option(fc.bigInt({ min: -(2n ** 63n), max: 2n ** 63n - 1n })),
      x: fc.option(fc.double({ noNaN: true })),
      text: fc.option(fc.string({ unit: 'grapheme', minLength: 1 })),
      at: fc.option(fc.date({ min: new Date('1900-01-01'), max: new Date('2999-12-31'), noInvalidDate: true })),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(values, { minLength: 1, maxLength: 40 }),
        fc.integer({ min: 1, max: 50 }),
        async (rows, size) => {
          const column = <Key extends keyof (typeof rows)[0]>(key: Key) => rows.map((row) => row[key]);
          const cells = await cellsOf(
            [
              { name: 'id', data: column('id'), element: { type: 'INT64' } },
              { name: 'x', data: column('x'), element: { type: 'DOUBLE' } },
              { name: 'text', data: column('text'), element: { type: 'BYTE_ARRAY', converted_type: 'UTF8' } },
              { name: 'at', data: column('at'), element: { type: 'INT64', converted_type: 'TIMESTAMP_MILLIS' } },
            ],
            size,
          );
          const parsed = cells.map(([id, x, text, at]) => ({
            id: id === '' ? null : BigInt(id!),
            x: x === '' ? null : Number(x),
            text: text === '' ? null : text,
            at: at === '' ? null : Date.parse(`${at!.replace(' ', 'T')}${at!.includes(' ') ? 'Z' : ''}`),
          }));
          expect(parsed).toEqual(
            rows.map(({ at, x, ...row }) => ({
              ...row,
              x: x === null ? null : x + 0,
              at: at === null ? null : at.getTime(),
            })),
          );
        },
      ),
      { numRuns: 60, seed: 4 },
    );
  });

  it('is heard to cancel between columns, and may be read again', async () => {
    const data = Array.from({ length: 20_000 }, (_, i) => i);
    const table = await openOne(
      writeFile(
        'a.parquet',
        writeParquet(
          [
            { name: 'a', data },
            { name: 'b', data },
          ],
          5000,
        ),
      ),
    );
    const stop = new AbortController();
    const fractions: number[] = [];
    const read = async () => {
      for await (const _ of table.rows({ signal: stop.signal, onProgress: (fraction) => fractions.push(fraction) }))
        stop.abort();
    };
    await expect(read()).rejects.toMatchObject({ code: 'cancelled' });
    expect((await readAll(table)).rows).toHaveLength(20_000);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
  });

  it('says what is wrong with a file, wherever it was cut or altered', async () => {
    const contents = writeParquet([
      { name: 'a', data: ['x'.repeat(500), 'y'.repeat(500), 'z'] },
      { name: 'b', data: [1, 2, 3] },
    ]);
    for (let cut = 200; cut < contents.length; cut += 61)
      expect(await failureOfContents('a.parquet', contents.subarray(0, cut))).toMatchObject({ code: 'fileDamaged' });
    const locked = Buffer.from(contents);
    locked.write('PARE', locked.length - 4, 'latin1');
    expect(await failureOfContents('a.parquet', locked)).toMatchObject({
      details: { reason: 'it is locked with a password' },
    });
    for (let at = 4; at < contents.length - 8; at += 3) {
      const altered = Buffer.from(contents);
      altered[at] = altered[at]! ^ 0x55;
      try {
        for (const table of await openTables(writeFile('a.parquet', altered), {})) await readAll(table);
      } catch (error) {
        expect(error).toMatchObject({ name: 'AppError' });
      }
    }
  });

  it('says that there are no rows', async () => {
    expect(
      await failureOfContents('a.parquet', writeParquet([{ name: 'a', data: [], element: { type: 'INT32' } }])),
    ).toMatchObject({
      code: 'fileHeaderOnly',
    });
  });
});

describeRealData('Online Retail as Parquet', () => {
  it('equals its CSV to the last cell', { timeout: 60_000 }, async () => {
    const [parquet, csv] = await Promise.all(
      ['parquet', 'csv.gz'].map((ending) => openOne(realData('online_retail', `online_retail.${ending}`))),
    );
    expect(parquet!.header).toEqual(csv!.header);
    const expected = await readAll(csv!);
    let at = 0;
    for await (const { rowNumbers, rows } of parquet!.rows({}))
      for (const [i, row] of rows.entries()) {
        if (row.join('\u0001') !== expected.rows[at]!.join('\u0001') || rowNumbers[i] !== expected.rowNumbers[at])
          expect([rowNumbers[i], row]).toEqual([expected.rowNumbers[at], expected.rows[at]]);
        at++;
      }
    expect(at).toBe(541_909);
  });
});
