import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { startHost } from '../support/browser-host.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
  mkdirSync(folder.file('taken'));
  writeFileSync(folder.file('file.txt'), 'x');
  writeFileSync(
    folder.file('shop.csv'),
    [
      'Order,Date,Customer,Amount',
      ...Array.from({ length: 90 }, (_, i) => `${i},2025-03-${(i % 28) + 1},K${i % 30},${i + 5}.50`),
    ].join('\n'),
  );
  writeFileSync(folder.file('points.csv'), '1,2\n3,4\n9,9\n');
});
afterEach(() => folder.remove());

const failure = async (...words: string[]) => {
  const { code, stdout } = await tessera(...words, '--json');
  return { exit: code, ...(JSON.parse(stdout) as { error: { code: string; message: string } }).error };
};

describe('a place that cannot be written to', () => {
  it('is said in a sentence, by run and by cluster', { timeout: 60_000 }, async () => {
    const { file } = folder;
    const runs = await failure('run', file('shop.csv'), '--out', file('file.txt'));
    expect(runs).toMatchObject({ exit: 1, code: 'fileNotWritten' });
    expect(runs.message).toMatch(/file\.txt.*could not be written.*Choose another place/);
    const labels = await failure(
      'cluster',
      file('points.csv'),
      '--method',
      'kmeans',
      '--k',
      '2',
      '--labels',
      file('taken'),
    );
    expect(labels).toMatchObject({ exit: 1, code: 'fileNotWritten' });
  });

  it('by exports, which leave nothing there', { timeout: 60_000 }, async () => {
    const { file } = folder;
    const project = file('shop.tessera');
    await tesseraJson('import', project, file('shop.csv'));
    expect((await failure('report', project, '--out', file('r.html'))).message).toMatch(/no segments yet/);
    await tesseraJson('segment', project, '--k', '4');
    for (const out of [file('taken'), file('file.txt/a.csv')])
      expect(await failure('export', project, '--what', 'segments', '--out', out)).toMatchObject({
        exit: 1,
        code: 'fileNotWritten',
      });
    expect(readdirSync(folder.path).sort()).toEqual(['file.txt', 'points.csv', 'shop.csv', 'shop.tessera', 'taken']);
    expect(
      await failure('export', project, '--what', 'segments', '--segment', '99', '--out', file('s.csv')),
    ).toMatchObject({ exit: 1, code: 'notFound' });
    expect(
      await failure('export', project, '--what', 'segments', '--segment', 'best', '--out', file('s.csv')),
    ).toMatchObject({ exit: 2, code: 'wrongUsage' });
    expect(existsSync(file('s.csv'))).toBe(false);
    expect(await failure('segment', file('taken'))).toMatchObject({ exit: 1, code: 'notAProject' });
  });
});

describe('a run that fails', () => {
  it('takes away the folders that it made, and no others', { timeout: 60_000 }, async () => {
    const { file } = folder;
    expect(await failure('run', file('nowhere.csv'), '--out', file('new/deep'))).toMatchObject({ code: 'fileMissing' });
    expect(await failure('run', file('nowhere.csv'), '--out', file('taken'))).toMatchObject({ code: 'fileMissing' });
    expect(existsSync(file('new'))).toBe(false);
    expect(existsSync(file('taken'))).toBe(true);
    expect(await failure('run', file('shop.csv'), '--out', '')).toMatchObject({ exit: 2, code: 'wrongUsage' });
  });
});

describe('a run that replaces a project', () => {
  it('leaves one that is open elsewhere alone', { timeout: 60_000 }, async () => {
    const { file } = folder;
    await tesseraJson('run', file('shop.csv'), '--out', file('out'), '--k', '4');
    const before = readFileSync(file('out/segments.csv'));
    const host = await startHost(file('out/project.tessera'));
    try {
      expect(await failure('run', file('shop.csv'), '--out', file('out'), '--replace', '--k', '3')).toMatchObject({
        exit: 1,
        code: 'projectLocked',
      });
      expect(readFileSync(file('out/segments.csv')).equals(before)).toBe(true);
    } finally {
      await host.stop();
    }
    // As a crash would leave it.
    writeFileSync(file('out/project.tessera-wal'), 'a log of the former project');
    await tesseraJson('run', file('shop.csv'), '--out', file('out'), '--replace', '--k', '3');
    expect(readdirSync(file('out')).sort()).toEqual(['project.tessera', 'report.html', 'segments.csv']);
    await tesseraJson('segment', file('out/project.tessera'), '--k', '5');
  });
});

describe('cluster', () => {
  it('takes as many parts as are asked for', async () => {
    writeFileSync(folder.file('many.csv'), Array.from({ length: 80 }, (_, i) => `${i % 40},${i}`).join('\n'));
    for (const method of ['kmeans', 'ward'])
      expect(await tesseraJson('cluster', folder.file('many.csv'), '--method', method, '--k', '35')).toMatchObject({
        k: 35,
      });
  });
});
