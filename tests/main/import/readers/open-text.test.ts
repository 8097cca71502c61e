import { appendFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openTables } from '../../../../src/main/import/open-tables.ts';
import { openFiles, openOne, readAll, readContents, writeFile } from './reading.ts';

const lines = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join('');
const orders = (count: number): string =>
  `order,customer,day,amount\n${lines(count, (i) => `${i},C${i % 97},2023-01-${String((i % 28) + 1).padStart(2, '0')},${i / 4}\n`)}`;

const utf16be = (text: string): Buffer => Buffer.from(text, 'utf16le').swap16();

describe('openText', () => {
  it('reads rows under the header with their numbers, blank rows left out', async () => {
    const table = await readContents(
      'a.csv',
      '\uFEFFname,amount\r\n"Ann, the ""first""",1\r\n\r\n,\r\nBob,2,,\r\n"two\nlines",3,extra',
    );
    expect(table).toMatchObject({ file: 'a.csv', sheet: null, encoding: 'utf-8', delimiter: ',', headerRow: 1 });
    expect(table.header).toEqual(['name', 'amount', 'Column 3']);
    expect(table.rows).toEqual([
      ['Ann, the "first"', '1'],
      ['Bob', '2', ''],
      ['two\nlines', '3', 'extra'],
    ]);
    expect(table.rowNumbers).toEqual([2, 5, 6]);
  });

  it.each([
    ['utf-8', (text: string) => Buffer.from(text)],
    ['utf-8', (text: string) => Buffer.from(`\uFEFF${text}`)],
    ['utf-16le', (text: string) => Buffer.from(`\uFEFF${text}`, 'utf16le')],
    ['utf-16be', (text: string) => utf16be(`\uFEFF${text}`)],
    ['windows-1252', (text: string) => Buffer.from(text.replaceAll('€', '\x80'), 'latin1')],
  ])('reads %s', async (encoding, encode) => {
    const table = await readContents('a.csv', encode('name;price\nZoë;5 €\nÅse;7 €\n'));
    expect(table).toMatchObject({
      encoding,
      header: ['name', 'price'],
      rows: [
        ['Zoë', '5 €'],
        ['Åse', '7 €'],
      ],
    });
  });

  it('finds the encoding though the first byte that tells stands megabytes behind the sample', async () => {
    const start = orders(120_000);
    expect(start.length).toBeGreaterThan(3_000_000);
    const latin = await readContents('a.csv', Buffer.from(`${start}9,Zoé,2023-01-01,1\n`, 'latin1'));
    expect([latin.encoding, latin.rows.at(-1)![1]]).toEqual(['windows-1252', 'Zoé']);
    const utf8 = await readContents('b.csv', Buffer.from(`${start}9,Zoé 💶,2023-01-01,1\n`));
    expect([utf8.encoding, utf8.rows.at(-1)![1], utf8.rows.length]).toEqual(['utf-8', 'Zoé 💶', 120_001]);
  });

  it('keeps characters whole that lie across the pieces a file is read in', async () => {
    const text = `name,n\n${lines(60_000, (i) => `${'é€💶'.slice(0, 1 + (i % 2))}${i % 7},${i}\n`)}`;
    const table = await readContents('a.csv', text);
    expect(table.encoding).toBe('utf-8');
    expect(table.rows).toEqual(
      text
        .trimEnd()
        .split('\n')
        .slice(1)
        .map((line) => line.split(',')),
    );
  });

  it('calls a file that stops inside a character windows-1252', async () => {
    const table = await readContents('a.csv', Buffer.concat([Buffer.from('name,n\na,1\nb'), Buffer.from([0xc3])]));
    expect(table).toMatchObject({ encoding: 'windows-1252', rows: [['a', '1'], ['bÃ']] });
  });

  it('reads gzip by what it holds, not by its name', async () => {
    for (const name of ['a.csv.gz', 'a.csv', 'a.gz']) {
      const table = await readContents(name, gzipSync(orders(10_000)));
      expect(table.rows.length).toBe(10_000);
      expect(table.rowNumbers.at(-1)).toBe(10_001);
    }
    const several = Buffer.concat([gzipSync('a,b\n1,2\n'), gzipSync('3,4\n')]);
    expect((await readContents('a.csv.gz', several)).rows).toEqual([
      ['1', '2'],
      ['3', '4'],
    ]);
  });

  it('passes over a title and `sep=`', async () => {
    const titled = await readContents('a.txt', 'Sales of May\n\nday;amount;shop\n01.05.2023;1,5;A\n02.05.2023;2,5;B\n');
    expect(titled).toMatchObject({ headerRow: 3, header: ['day', 'amount', 'shop'], rowNumbers: [4, 5] });
    const declared = await readContents('a.csv', 'sep=;\na;b\n1;2\n');
    expect(declared).toMatchObject({
      delimiter: ';',
      headerRow: 2,
      header: ['a', 'b'],
      rows: [['1', '2']],
      rowNumbers: [3],
    });
    const bare = await readContents('a.csv', 'sep=;\n1;2\n3;4\n');
    expect(bare).toMatchObject({
      headerRow: 0,
      rows: [
        ['1', '2'],
        ['3', '4'],
      ],
      rowNumbers: [2, 3],
    });
  });

  it('reads 3,000 columns', async () => {
    const row = (cell: (j: number) => string) => Array.from({ length: 3000 }, (_, j) => cell(j)).join(',');
    const table = await readContents(
      'wide.csv',
      `${row((j) => `feature ${j}`)}\n${lines(300, (i) => `${row((j) => String(i * j))}\n`)}`,
    );
    expect([table.header.length, table.rows.length, table.rows[299]![2999]]).toEqual([3000, 300, String(299 * 2999)]);
  });

  it('gives back random tables', async () => {
    const cell = fc
      .string({ unit: fc.constantFrom('a', 'b', ',', ';', '"', '\n', 'é', ' '), minLength: 1, maxLength: 6 })
      .map((text) => `x${text}x`);
    const number = fc.integer().map(String);
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(cell, number, cell, number), { minLength: 2, maxLength: 30 }),
        fc.constantFrom(',', ';', '\t', '|'),
        fc.constantFrom('\n', '\r\n', '\r'),
        fc.constantFrom<BufferEncoding>('utf8', 'utf16le'),
        async (rows, delimiter, lineEnd, encoding) => {
          const text = [['note', 'units', 'remark', 'cents'], ...rows]
            .map((cells) =>
              cells.map((one) => (/^x/.test(one) ? `"${one.replaceAll('"', '""')}"` : one)).join(delimiter),
            )
            .join(lineEnd);
          const table = await readContents('a.csv', Buffer.from(`\uFEFF${text}`, encoding));
          expect(table.delimiter).toBe(delimiter);
          expect(table.header).toEqual(['note', 'units', 'remark', 'cents']);
          expect(table.rows).toEqual(rows);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('notices that a file changed or went between opening and reading', async () => {
    const path = writeFile('a.csv', orders(50));
    const table = await openOne(path);
    appendFileSync(path, '1,C1,2023-01-01,5\n');
    await expect(readAll(table)).rejects.toMatchObject({ code: 'fileChanged', details: { file: 'a.csv' } });
    rmSync(path);
    await expect(readAll(table)).rejects.toMatchObject({ code: 'fileMissing', details: { file: 'a.csv' } });
  });

  it('notices that a file changes while it is read', async () => {
    const path = writeFile('a.csv', orders(60_000));
    const table = await openOne(path);
    const read = async () => {
      for await (const batch of table.rows({})) if (batch.rowNumbers[0] === 2) writeFileSync(path, orders(70_000));
    };
    await expect(read()).rejects.toMatchObject({ code: 'fileChanged' });
  });

  it('says how far it is, from nothing to everything and never back', async () => {
    const path = writeFile('a.csv.gz', gzipSync(orders(200_000)));
    const opening: number[] = [];
    const [table] = await openTables(path, { onProgress: (fraction) => opening.push(fraction) });
    const reading: number[] = [];
    for await (const _ of table!.rows({ onProgress: (fraction) => reading.push(fraction) }));
    for (const fractions of [opening, reading]) {
      expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
      expect(fractions[0]).toBeGreaterThan(0);
      expect(fractions.at(-1)).toBe(1);
    }
    expect(table).toMatchObject({ bytes: statSync(path).size, modifiedMs: statSync(path).mtimeMs });
  });

  it('lets timers run between batches and stops soon when cancelled, with no file left open', async () => {
    for (const path of [writeFile('a.csv', orders(600_000)), writeFile('a.csv.gz', gzipSync(orders(600_000)))]) {
      const before = openFiles();
      const cancelOpening = new AbortController();
      setTimeout(() => cancelOpening.abort(), 2);
      await expect(openTables(path, { signal: cancelOpening.signal })).rejects.toMatchObject({ code: 'cancelled' });
      const table = await openOne(path);
      const cancel = new AbortController();
      let askedAt = 0;
      setTimeout(() => {
        askedAt = performance.now();
        cancel.abort();
      }, 30);
      const read = async () => {
        for await (const batch of table.rows({ signal: cancel.signal }))
          expect(batch.rows.length).toBeLessThanOrEqual(5000);
      };
      await expect(read()).rejects.toMatchObject({ code: 'cancelled' });
      expect(performance.now() - askedAt).toBeLessThan(200);
      for await (const _ of table.rows({})) break;
      expect(openFiles()).toBe(before);
    }
  });
});
