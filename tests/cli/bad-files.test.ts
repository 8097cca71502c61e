import { chmodSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { contentOf } from '../main/services/project-content.ts';
import { startHost } from '../support/browser-host.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

interface Failure {
  readonly error: { readonly code: string; readonly message: string };
}

/** Imports into a project that holds something already: the sentence, and the project as it was. */
const refuse = async (name: string, content: string | Buffer): Promise<Failure['error']> => {
  const project = folder.file('shop.tessera');
  writeFileSync(folder.file('good.csv'), goodLines(60).join('\n'));
  await tesseraJson('import', project, folder.file('good.csv'));
  const before = contentOf(project);
  writeFileSync(folder.file(name), content);
  const { code, stdout } = await tessera('import', project, folder.file(name), '--json');
  expect(code).toBe(1);
  expect(contentOf(project)).toEqual(before);
  expect(readdirSync(folder.path).filter((file) => file.startsWith('shop'))).toEqual(['shop.tessera']);
  return (JSON.parse(stdout) as Failure).error;
};

const goodLines = (customers: number): string[] => [
  'Order,Date,Customer,Quantity,Price',
  ...Array.from({ length: customers * 5 }, (_, i) => {
    const day = `2025-${String((i % 12) + 1).padStart(2, '0')}-${String((i % 28) + 1).padStart(2, '0')}`;
    return `${1000 + i},${day},K${i % customers},${(i % 3) + 1},${((i * 7) % 90) + 1}.50`;
  }),
];

const wide = (columns: number): string =>
  [
    Array.from({ length: columns }, (_, j) => `c${j}`).join(','),
    ...Array.from({ length: 20 }, (_, i) =>
      Array.from({ length: columns }, (_, j) => (i * 31 + j * 17) % 97).join(','),
    ),
  ].join('\n');

describe('a file that cannot be used', () => {
  it.each<[string, string | Buffer, string, RegExp]>([
    [
      'picture.csv',
      Buffer.from('89504e470d0a1a0a0000000d49484452', 'hex'),
      'fileNotWhatItSays',
      /picture\.csv.*(picture|image)/i,
    ],
    [
      'old.xlsx',
      Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)]),
      'fileNotWhatItSays',
      /old\.xlsx/,
    ],
    ['text.xlsx', 'a,b\n1,2\n', 'fileNotWhatItSays', /text\.xlsx/],
    ['empty.csv', '', 'fileEmpty', /empty\.csv.*empty/],
    ['blank.csv', '\n\n  \n', 'fileEmpty', /blank\.csv/],
    ['header.csv', 'Order,Date,Customer,Quantity,Price\n', 'fileHeaderOnly', /header\.csv.*no rows/],
    ['wide.csv', wide(3000), 'fileTooWide', /wide\.csv.*3,000 columns/],
    ['broken.csv.gz', gzipSync(goodLines(500).join('\n')).subarray(0, 2000), 'fileDamaged', /broken\.csv\.gz.*damaged/],
  ])('%s gets a sentence', { timeout: 60_000 }, async (name, content, code, says) => {
    const error = await refuse(name, content);
    expect(error).toMatchObject({ code });
    expect(error.message).toMatch(says);
    expect(error.message).toMatch(/\.$/);
    expect(error.message).not.toMatch(/invalid|undefined|null|\bE[A-Z]{4,}\b/);
  });

  it('of text alone gets one too, where no table stands beside it', async () => {
    writeFileSync(folder.file('words.csv'), 'Colour,Shape\nred,round\nblue,square\ngreen,long\nred,square\n');
    const { code, stdout } = await tessera('run', folder.file('words.csv'), '--out', folder.file('out'), '--json');
    expect(code).toBe(1);
    const { error } = JSON.parse(stdout);
    expect(error).toMatchObject({ code: 'noNumbers' });
    expect(error.message).toMatch(/words\.csv.*only text.*\.$/);
    const project = folder.file('shop.tessera');
    writeFileSync(folder.file('good.csv'), goodLines(60).join('\n'));
    await tesseraJson('import', project, folder.file('good.csv'));
    const beside = await tessera('import', project, folder.file('words.csv'), '--json');
    expect(beside.code).toBe(0);
    expect(JSON.parse(beside.stdout).sources).toMatchObject([{ name: 'words', rows: 4 }]);
  });

  it('that is not there, or may not be read, too', async () => {
    const absent = await tessera('run', folder.file('nowhere.csv'), '--out', folder.file('out'), '--json');
    expect(JSON.parse(absent.stdout)).toMatchObject({ error: { code: 'fileMissing' } });
    writeFileSync(folder.file('locked.csv'), goodLines(60).join('\n'));
    chmodSync(folder.file('locked.csv'), 0o000);
    const locked = await tessera('run', folder.file('locked.csv'), '--out', folder.file('out'), '--json');
    // Root may read everything; everybody else is told.
    if (process.getuid?.() === 0) expect(locked.code).toBe(0);
    else expect(JSON.parse(locked.stdout)).toMatchObject({ error: { code: 'fileLocked' } });
  });
});

describe('a file with mistakes in it', () => {
  it('is imported; what cannot count is set aside and counted, and nothing is lost', async () => {
    const lines = goodLines(60);
    lines[11] = '1010,2025-11-11';
    lines[21] = '1020,2025-09-21,K20,2,twelve';
    lines[31] = '1030,the day before,K30,1,9.50';
    lines[41] = '1040,2025-05-13,K40,1,9.50,and more';
    writeFileSync(folder.file('shop.csv'), lines.join('\n'));
    const run = await tesseraJson<{ orderLines: number; setAside: Record<string, number> }>(
      'run',
      folder.file('shop.csv'),
      '--out',
      folder.file('out'),
    );
    expect(run.orderLines).toBe(297);
    expect(run.setAside).toEqual({ noCustomer: 1, cancelled: 0, notAboveZero: 0, unreadable: 2 });
    await tesseraJson(
      'export',
      folder.file('out/project.tessera'),
      '--what',
      'exact',
      '--out',
      folder.file('exact.csv'),
    );
    const back = readFileSync(folder.file('exact.csv'), 'utf8');
    for (const text of ['twelve', 'the day before', 'and more']) expect(back).toContain(text);
  });
});

describe('a project', () => {
  it('that another window has open says who has it', { timeout: 60_000 }, async () => {
    writeFileSync(folder.file('good.csv'), goodLines(60).join('\n'));
    const project = folder.file('shop.tessera');
    await tesseraJson('import', project, folder.file('good.csv'));
    const host = await startHost(project);
    try {
      const { code, stdout } = await tessera('segment', project, '--json');
      expect(code).toBe(1);
      const { error } = JSON.parse(stdout) as Failure;
      expect(error.code).toBe('projectLocked');
      expect(error.message).toMatch(/shop\.tessera.*already open in another Tessera window.*Close it there/);
    } finally {
      await host.stop();
    }
    await tesseraJson('segment', project, '--k', '4');
  });
});
