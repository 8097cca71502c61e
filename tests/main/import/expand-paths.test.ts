import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { describe, expect, it } from 'vitest';
import { createImporter } from '../../../src/main/import/create-importer.ts';
import { expandPaths } from '../../../src/main/import/expand-paths.ts';
import { temporaryFolder } from './readers/reading.ts';

const folderOf = (...files: string[]): string => {
  const folder = temporaryFolder();
  for (const file of files) {
    mkdirSync(join(folder, file, '..'), { recursive: true });
    writeFileSync(join(folder, file), 'name,amount\nAnn,1\nBob,2\n');
  }
  return folder;
};

describe('expandPaths', () => {
  it('takes a folder for the files in it that can be read, in the order of their numbers', async () => {
    const folder = folderOf(
      '10.csv',
      '2.CSV',
      '1.csv.gz',
      'a.pdf',
      '.hidden.csv',
      '~$a.xlsx',
      'b/3.jsonl',
      'b/c/4.zip',
      'b/c/d/5.csv',
      '.git/6.csv',
    );
    symlinkSync(folder, join(folder, 'b', 'round'));
    symlinkSync(join(folder, '10.csv'), join(folder, 'link.csv'));
    symlinkSync(join(folder, 'gone'), join(folder, 'gone.csv'));
    const found = await expandPaths([folder]);
    expect(found.map((path) => relative(folder, path).replaceAll('\\', '/'))).toEqual([
      '1.csv.gz',
      '2.CSV',
      '10.csv',
      'b/3.jsonl',
      'b/c/4.zip',
      'link.csv',
    ]);
  });

  it('hands on files as they are, each once', async () => {
    const folder = folderOf('a.csv', 'b.odd');
    const paths = [join(folder, 'b.odd'), join(folder, 'gone.csv'), join(folder, 'a.csv')];
    expect(await expandPaths([...paths, folder])).toEqual(paths);
  });

  it('says that a folder holds nothing, or too much', async () => {
    await expect(expandPaths([folderOf('a.pdf')])).rejects.toMatchObject({ code: 'folderEmpty' });
    const many = folderOf(...Array.from({ length: 501 }, (_, i) => `${i}.csv`));
    await expect(expandPaths([many])).rejects.toMatchObject({ code: 'fileUnreadable' });
  });

  it('lets a folder be imported like files', async () => {
    const sheets = await createImporter().preview([folderOf('1.csv', '2.csv')], {});
    expect(sheets.map(({ file, rows }) => [file, rows])).toEqual([
      ['1.csv', 2],
      ['2.csv', 2],
    ]);
  });
});
