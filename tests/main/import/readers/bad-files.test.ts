import { execFileSync } from 'node:child_process';
import { chmodSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import ExcelJS from 'exceljs';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/shared/errors.ts';
import { sayError } from '../../../../src/shared/words/say.ts';
import {
  failureOf,
  failureOfContents,
  openFiles,
  openOne,
  readAll,
  readContents,
  temporaryFolder,
  writeFile,
} from './reading.ts';
import { writeBook, writeZip } from './zip-writing.ts';

const csv = 'name,amount\nAnn,1\nBob,2\n';
const ole = (stream: string): Buffer =>
  Buffer.concat([
    Buffer.from('d0cf11e0a1b11ae1', 'hex'),
    Buffer.alloc(2000),
    Buffer.from(stream, 'utf16le'),
    Buffer.alloc(500),
  ]);
const png = Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex');
const zipOf = (...names: string[]): Buffer => writeZip(names.map((name) => ({ name, text: 'x' })));

const textDocument = writeZip([
  { name: 'mimetype', text: 'application/vnd.oasis.opendocument.text', stored: true },
  { name: 'content.xml', text: '<x/>' },
  { name: 'META-INF/manifest.xml', text: '<x/>' },
]);

const bookOf = async (rows: readonly (readonly (string | number)[])[]): Promise<Buffer> => {
  const book = new ExcelJS.Workbook();
  book.addWorksheet('Orders').addRows(rows.map((cells) => [...cells]));
  return Buffer.from(await book.xlsx.writeBuffer());
};

describe('openTables on files that cannot be read', () => {
  it('says that a file is missing, a folder, a device or behind a broken link', async () => {
    const folder = temporaryFolder();
    expect(await failureOf(join(folder, 'gone.csv'))).toEqual({ code: 'fileMissing', details: { file: 'gone.csv' } });
    mkdirSync(join(folder, 'orders.csv'));
    expect(await failureOf(join(folder, 'orders.csv'))).toMatchObject({
      code: 'fileUnreadable',
      details: { reason: 'it is a folder, not a file' },
    });
    expect(await failureOf(join(folder, 'orders.csv', 'a.csv'))).toMatchObject({ code: 'fileMissing' });
    symlinkSync(join(folder, 'nowhere'), join(folder, 'link.csv'));
    expect(await failureOf(join(folder, 'link.csv'))).toMatchObject({ code: 'fileMissing' });
    if (process.platform === 'win32') return;
    expect(await failureOf('/dev/null')).toMatchObject({ code: 'fileUnreadable' });
    const pipe = join(folder, 'pipe.csv');
    execFileSync('mkfifo', [pipe]);
    expect(await failureOf(pipe)).toMatchObject({ code: 'fileUnreadable' });
  });

  it.skipIf(process.platform === 'win32')('says that a file may not be read', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'tessera-locked-'));
    const path = join(folder, 'a.csv');
    writeFileSync(path, csv);
    chmodSync(path, 0o000);
    chmodSync(folder, 0o755);
    const uid = process.geteuid?.();
    try {
      // Nothing is locked to an administrator, who becomes somebody else for as long as this takes.
      if (uid === 0) process.seteuid?.(65_534);
      const failure = await failureOf(path);
      expect(failure).toEqual({ code: 'fileLocked', details: { file: 'a.csv' } });
    } finally {
      if (uid === 0) process.seteuid?.(0);
      rmSync(folder, { recursive: true });
    }
  });

  it.each([
    ['a.csv', ''],
    ['a.csv', ' \r\n\t\n'],
    ['a.csv', '\uFEFF'],
    ['a.xlsx', ''],
    ['a.csv.gz', gzipSync('')],
    ['a.csv.gz', gzipSync('\n\n')],
    ['a.csv', ',,,\n,,,\n'],
  ])('says that %s is empty', async (name, contents) => {
    expect(await failureOfContents(name, contents)).toEqual({ code: 'fileEmpty', details: { file: name } });
  });

  it('says that a spreadsheet is empty or has only headings', async () => {
    expect(await failureOfContents('a.xlsx', await bookOf([]))).toEqual({
      code: 'fileEmpty',
      details: { file: 'a.xlsx' },
    });
    expect(await failureOfContents('a.xlsx', await bookOf([['name', 'amount']]))).toEqual({
      code: 'fileHeaderOnly',
      details: { file: 'a.xlsx', sheet: 'Orders' },
    });
  });

  it.each([
    'name,amount',
    'name,amount\n',
    'name;amount\r\n\r\n;\r\n',
    `name,amount\n${','.repeat(10)}\n${'\n'.repeat(700_000)}`,
  ])('says that there are no rows under the headings', async (contents) => {
    expect(await failureOfContents('a.csv', contents)).toMatchObject({
      code: 'fileHeaderOnly',
      details: { file: 'a.csv' },
    });
  });

  it.each([
    ['a.csv', '%PDF-1.7\n%âãÏÓ\n', '.csv', 'a PDF document'],
    ['a.csv', png, '.csv', 'a picture'],
    ['a.txt', Buffer.from('ffd8ffe000104a464946', 'hex'), '.txt', 'a picture'],
    ['a.csv', '\n <!DOCTYPE html><html><body>Please sign in</body></html>', '.csv', 'a web page'],
    ['a.csv', Buffer.from([1, 2, 0, 3, 0, 0, 9]), '.csv', 'data that is not text'],
    ['a.csv', zipOf('one.bin/', 'readme.pdf', 'logo.png'), '.csv', 'a ZIP archive'],
    ['a.csv.gz', gzipSync(png), '.csv', 'a picture'],
    ['a.xlsx', csv, '.xlsx', 'plain text'],
    ['a.pdf', csv, '.pdf', 'plain text'],
    ['a.xlsx', '<table><tr><td>1</td></tr></table>', '.xlsx', 'a web page'],
    ['a.xls', '<html><table></table></html>', '.xls', 'a web page'],
    ['a.csv', ole('WordDocument'), '.csv', 'an old Office document'],
    ['a.xlsx', zipOf('[Content_Types].xml', 'word/document.xml'), '.xlsx', 'a Word document'],
    ['a.xlsx', textDocument, '.xlsx', 'an OpenDocument text or presentation'],
  ])('says that %s is not what it says', async (name, contents, says, is) => {
    const failure = await failureOfContents(name, contents);
    expect(failure).toEqual({ code: 'fileNotWhatItSays', details: { file: name, says, is } });
    expect(sayError(new AppError(failure.code, failure.details))).toContain(
      `“${name}” is called ${says} but holds ${is}.`,
    );
  });

  it('says that a spreadsheet is locked with a password', async () => {
    expect(await failureOfContents('a.xlsx', ole('EncryptedPackage'))).toEqual({
      code: 'fileUnreadable',
      details: { file: 'a.xlsx', reason: 'it is locked with a password' },
    });
  });

  it.each([
    ['a.pdf', '%PDF-1.7\n'],
    ['a.docx', zipOf('[Content_Types].xml', 'word/document.xml')],
    ['a.zip', zipOf('readme.pdf', 'logo.png')],
    ['a.odt', textDocument],
    ['a.png', png],
    ['a', png],
  ])('says that %s is of a kind that is not read', async (name, contents) => {
    const extension = name.split('.')[1] ?? '';
    expect(await failureOfContents(name, contents)).toEqual({
      code: 'fileKindUnknown',
      details: { file: name, extension },
    });
  });

  it('takes headings for headings, though some files begin like them', async () => {
    for (const heading of ['BMI', 'PAR1', 'GIF89a', 'RIFF', '<10', '[a]', '{x}']) {
      expect((await readContents('a.csv', `${heading},n\n1.5,2\n2.5,3\n`)).header[0]).toBe(heading);
    }
  });

  it('says that packed files are damaged', async () => {
    const packed = gzipSync(csv.repeat(5000), { level: 1 });
    const text = Buffer.from(packed);
    text.fill(0x55, 60, 90);
    for (const contents of [packed.subarray(0, packed.length - 20), packed.subarray(0, 12), text])
      expect(await failureOfContents('a.csv.gz', contents)).toMatchObject({
        code: 'fileDamaged',
        details: { file: 'a.csv.gz' },
      });
  });

  it('says that spreadsheets are damaged, wherever they were cut', async () => {
    const book = await bookOf([['name', 'n'], ...Array.from({ length: 300 }, (_, i) => [`customer ${i}`, i])]);
    for (const share of [0.01, 0.2, 0.5, 0.9, 0.999]) {
      const failure = await failureOfContents('a.xlsx', book.subarray(0, Math.floor(book.length * share)));
      expect(failure).toMatchObject({ code: 'fileDamaged', details: { file: 'a.xlsx', reason: 'it ends too early' } });
    }
  });

  it('says that spreadsheets are damaged, whichever byte was altered, or reads them as they were', async () => {
    const book = await bookOf([['name', 'n'], ...Array.from({ length: 40 }, (_, i) => [`customer ${i}`, i])]);
    const path = writeFile('a.xlsx', book);
    for (let at = 4; at < book.length; at += 41) {
      const altered = Buffer.from(book);
      altered[at] = altered[at]! ^ 0xff;
      writeFileSync(path, altered);
      const failure = await failureOf(path).catch((error: Error) => error.message);
      if (failure !== 'it was read without an error')
        expect(['fileDamaged', 'fileUnreadable', 'fileNotWhatItSays', 'fileTooLarge']).toContain(
          (failure as { code: string }).code,
        );
    }
  });

  it.each([
    ['a cell refers to text that is missing', { sheet: '<x:row><x:c t="s"><x:v>7</x:v></x:c></x:row>' }],
    ['part of its contents makes no sense', { sheet: '<x:row></x:cell>' }],
    ['a cell stands outside the sheet', { sheet: '<x:row r="1"><x:c r="ZZZZZ1"><x:v>1</x:v></x:c></x:row>' }],
    [
      'it holds more than it says',
      { sheet: `<x:row><x:c><x:v>1</x:v></x:c></x:row>${' '.repeat(9000)}`, claimedBytes: 300 },
    ],
  ])('says that %s', async (reason, parts) => {
    expect(await failureOfContents('a.xlsx', writeBook(parts))).toMatchObject({
      code: 'fileDamaged',
      details: { reason },
    });
  });

  it('refuses a spreadsheet that would unpack to gigabytes', async () => {
    const failure = await failureOfContents('a.xlsx', writeBook({ sheet: '', claimedBytes: 3_000_000_000 }));
    expect(failure).toEqual({
      code: 'fileTooLarge',
      details: { file: 'a.xlsx', megabytes: 2861, limitMegabytes: 2048 },
    });
  });

  it('reads on where a quotation mark is never closed, and says where text turns into something else', async () => {
    for (const [contents, count, first] of [
      [`${csv}"Cleo,3\n`, 3, 4],
      [`"${csv.repeat(60_000)}`, 180_000, 1],
      [`${csv.repeat(60_000)}"Cleo,3\n${csv.repeat(10)}`, 180_030, 180_001],
    ] as const) {
      const table = await openOne(writeFile('a.csv', contents));
      expect((await readAll(table)).rows).toHaveLength(count);
      expect(table.strayQuotes?.()).toEqual({ count: 1, first });
    }
    expect(await failureOfContents('a.csv', `${csv.repeat(60_000)}\0\0\0`)).toMatchObject({ code: 'fileDamaged' });
  });

  it('says every one of them in a sentence, and leaves no file open', async () => {
    const before = openFiles();
    const packed = gzipSync(csv.repeat(5000));
    for (const contents of [
      '',
      csv.slice(0, 11),
      png,
      packed.subarray(0, 50),
      zipOf('a'),
      ole('Book'),
      writeBook({ sheet: '<' }),
    ]) {
      const failure = await failureOfContents('a.csv', contents);
      const sentence = sayError(new AppError(failure.code, failure.details));
      expect(sentence).toMatch(/^“a\.csv(\/a)?” .+\. .+\.$/);
      expect(sentence).not.toContain('undefined');
    }
    // A file of an earlier test may only be closing now.
    await expect.poll(openFiles, { timeout: 5_000 }).toBeLessThanOrEqual(before);
  });
});
