import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { createImporter } from '../../../src/main/import/create-importer.ts';
import { firstLook } from '../../../src/main/import/first-look.ts';
import { say } from '../../../src/shared/words/say.ts';
import { csv, header, orders } from '../../torture/torture-file.ts';
import { openFiles, writeFile } from './readers/reading.ts';

const look = async (name: string, contents: string | Uint8Array) => (await firstLook(writeFile(name, contents)))!;

describe('a first look', () => {
  it('says of a small file what its preview says', async () => {
    for (const [name, contents] of [
      ['a.csv', csv([['Orders'], header, ...orders(50)], ';')],
      ['a.csv', Buffer.from(`\uFEFF${csv([header, ...orders(50)], '\t')}`, 'utf16le')],
      ['a.csv.gz', gzipSync(csv(orders(50)))],
    ] as const) {
      const path = writeFile(name, contents);
      const [preview] = await createImporter().preview([path], {});
      const found = (await firstLook(path))!;
      for (const key of [
        'file',
        'bytes',
        'encoding',
        'delimiter',
        'headerRow',
        'rows',
        'kind',
        'columns',
        'sample',
        'evidence',
      ] as const)
        expect(found[key], key).toEqual(preview![key]);
      expect(found).toMatchObject({ isWhole: true, aboutRows: 50 });
    }
  });

  it('guesses how many rows a long file has, and says that it is provisional', async () => {
    const rows = orders(120_000);
    for (const [name, contents] of [
      ['a.csv', csv([header, ...rows])],
      ['a.csv.gz', gzipSync(csv([header, ...rows]))],
    ] as const) {
      const found = await look(name, contents);
      expect(found).toMatchObject({ isWhole: false, headerRow: 1, kind: 'orders' });
      expect(found.columns.map(({ type }) => type)).toEqual(['text', 'text', 'date', 'decimal']);
      expect(found.sample[0]).toEqual(rows[0]);
      expect(found.rows).toBeGreaterThan(1500);
      expect(Math.abs(found.aboutRows / 120_000 - 1)).toBeLessThan(0.1);
      expect(say(found.evidence.at(-1)!)).toMatch(/^This is what the first [\d,]+ rows of about [\d,]+ say\. /);
    }
  });

  it('cuts no character in two', async () => {
    const row = (i: number) => `A-${i},Zoë €,2024-01-0${(i % 9) + 1},${i}.50\n`;
    for (const shift of ['', 'x', 'xy'])
      expect(
        await look(
          'a.csv',
          `${header.join(',')}${shift}\n${Array.from({ length: 60_000 }, (_, i) => row(i)).join('')}`,
        ),
      ).toMatchObject({ encoding: 'utf-8' });
  });

  it('leaves spreadsheets to others, and says what is wrong with a file', async () => {
    expect(await firstLook(writeFile('a.xlsx', Buffer.from('504b030414000000', 'hex')))).toBe(null);
    const before = openFiles();
    await expect(firstLook(writeFile('a.csv', ''))).rejects.toMatchObject({ code: 'fileEmpty' });
    await expect(firstLook(writeFile('a.csv', header.join(',')))).rejects.toMatchObject({ code: 'fileHeaderOnly' });
    await expect(firstLook('/nowhere/a.csv')).rejects.toMatchObject({ code: 'fileMissing' });
    await expect(firstLook(writeFile('a.csv.gz', gzipSync(csv(orders(900))).subarray(0, 60)))).rejects.toMatchObject({
      code: 'fileDamaged',
    });
    expect(openFiles()).toBe(before);
  });

  it('hears a cancel', async () => {
    const path = writeFile('a.csv', csv([header, ...orders(5000)]));
    await expect(firstLook(path, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
  });
});
