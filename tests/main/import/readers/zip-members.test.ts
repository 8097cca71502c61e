import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { openTables } from '../../../../src/main/import/open-tables.ts';
import { failureOf, failureOfContents, openFiles, readAll, writeFile } from './reading.ts';
import { writeBook, writeZip } from './zip-writing.ts';

const book = writeBook({
  sheet: '<x:row><x:c t="str"><x:v>name</x:v></x:c></x:row><x:row><x:c t="str"><x:v>Ann</x:v></x:c></x:row>',
});
const csv = (name: string) => `name,amount\n${name},1\n`;

const tablesOf = async (parts: Parameters<typeof writeZip>[0], name = 'shop.zip') => {
  const tables = await openTables(writeFile(name, writeZip(parts)), {});
  return Promise.all(
    tables.map(async (table) => [table.file, table.sheet, table.header, (await readAll(table)).rows] as const),
  );
};

describe('openTables on archives', () => {
  it('reads every file in it, in the order of their names, and passes over the rest', async () => {
    expect(
      await tablesOf([
        { name: 'readme.pdf', text: '%PDF-1.7' },
        { name: '__MACOSX/._10.csv', text: 'x,y\n1,2\n' },
        { name: 'data/', text: '' },
        { name: 'data/10.csv', text: csv('Ten') },
        { name: 'data/2.csv', text: csv('Two'), stored: true },
        { name: 'data/book.xlsx', text: book },
        { name: 'data/c.csv.gz', text: gzipSync(csv('Packed')) },
        { name: 'data/d.json', text: '{"orders":[{"a":1}],"customers":[{"b":2}]}' },
        { name: 'empty.csv', text: 'a,b\n' },
      ]),
    ).toEqual([
      ['shop.zip', 'data/2.csv', ['name', 'amount'], [['Two', '1']]],
      ['shop.zip', 'data/10.csv', ['name', 'amount'], [['Ten', '1']]],
      ['shop.zip', 'data/book.xlsx / Orders & more', ['name'], [['Ann']]],
      ['shop.zip', 'data/c.csv.gz', ['name', 'amount'], [['Packed', '1']]],
      ['shop.zip', 'data/d.json / orders', ['a'], [['1']]],
      ['shop.zip', 'data/d.json / customers', ['b'], [['2']]],
    ]);
  });

  it('takes a single file for the archive itself', async () => {
    expect(await tablesOf([{ name: 'a/orders.csv', text: csv('Ann') }], 'a.csv')).toEqual([
      ['a.csv', null, ['name', 'amount'], [['Ann', '1']]],
    ]);
    expect((await tablesOf([{ name: 'book.xlsx', text: book }]))[0]![1]).toBe('Orders & more');
  });

  it('keeps nothing of an archive in its tables but their rows', async () => {
    const [table] = await openTables(writeFile('a.zip', writeZip([{ name: 'a.csv', text: csv('Ann') }])), {});
    expect(table).not.toHaveProperty('unpack');
  });

  it('names the file that is damaged, and leaves none open', async () => {
    const before = openFiles();
    const contents = writeZip([
      { name: 'a.csv', text: csv('Ann') },
      { name: 'b.csv', text: csv('Bob').repeat(2000), stored: true },
    ]);
    const altered = Buffer.from(contents);
    altered.write('Xob', altered.lastIndexOf('Bob'));
    expect(await failureOfContents('shop.zip', altered)).toEqual({
      code: 'fileDamaged',
      details: { file: 'shop.zip/b.csv', reason: 'part of its contents was altered or lost' },
    });
    for (const cut of [30, 100, contents.length - 30])
      expect(await failureOfContents('shop.zip', contents.subarray(0, cut))).toMatchObject({ code: 'fileDamaged' });
    expect(openFiles()).toBe(before);
  });

  it('says that a file is locked with a password', async () => {
    const contents = writeZip([{ name: 'a.csv', text: csv('Ann') }]);
    contents.writeUInt16LE(1, contents.indexOf('504b0102', 0, 'hex') + 8);
    expect(await failureOfContents('shop.zip', contents)).toEqual({
      code: 'fileUnreadable',
      details: { file: 'shop.zip/a.csv', reason: 'it is locked with a password' },
    });
  });

  it.each(['../a.csv', 'a/../../b.csv', 'C:/a.csv', '..\\a.csv'])(
    'refuses a name that leads outside: %s',
    async (name) => {
      expect(await failureOfContents('shop.zip', writeZip([{ name, text: csv('Ann') }]))).toMatchObject({
        code: 'fileDamaged',
        details: { file: 'shop.zip', reason: 'a name in it leads outside of it' },
      });
    },
  );

  it('refuses names that cannot be shown, and too many files', async () => {
    expect(await failureOfContents('shop.zip', writeZip([{ name: 'a\u0007.csv', text: csv('Ann') }]))).toMatchObject({
      details: { reason: 'a name in it cannot be shown' },
    });
    const parts = Array.from({ length: 501 }, (_, i) => ({ name: `${i}.csv`, text: csv('Ann') }));
    expect(await failureOfContents('shop.zip', writeZip(parts))).toMatchObject({ code: 'fileUnreadable' });
  });

  it('is not blown up by a bomb', async () => {
    const bomb = { name: 'a.csv', text: csv('x').repeat(1000), claimedBytes: 50 };
    expect(await failureOfContents('shop.zip', writeZip([bomb]))).toMatchObject({
      details: { reason: 'it holds more than it says' },
    });
    const endless = writeFile('b.zip', writeZip([{ name: 'a.csv', text: Buffer.alloc(300_000_000, 'x') }]));
    const before = process.memoryUsage().rss;
    expect(await failureOf(endless)).toMatchObject({ code: expect.stringMatching(/^file/) });
    expect(process.memoryUsage().rss - before).toBeLessThan(400_000_000);
    const nested = writeZip([{ name: 'a.zip', text: writeZip([{ name: 'b.csv', text: csv('Ann') }]) }]);
    expect(await failureOfContents('shop.zip', nested)).toMatchObject({ code: 'fileKindUnknown' });
  });
});
