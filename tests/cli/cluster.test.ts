import { readFileSync, writeFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { adjustedRandIndex } from '../../src/shared/engine/validate/adjusted-rand-index.ts';
import { describeRealData, realData } from '../support/real-data.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

interface ClusterJson {
  n: number;
  d: number;
  k: number;
  inertia: number;
  silhouette: number | null;
  iterations: number;
  heights: number[] | null;
  seconds: { read: number; compute: number; validate: number };
  peakMb: number;
}

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describeRealData('cluster on published data', () => {
  const mall = () => [
    realData('mall/Mall_Customers_standard.csv'),
    '--columns',
    'Annual Income (k$),Spending Score (1-100)',
    '--method',
    'kmeans',
  ];

  it('finds the five of Mall, given and by itself', async () => {
    const given = await tesseraJson<ClusterJson>('cluster', ...mall(), '--k', '5');
    expect(given).toMatchObject({ n: 200, d: 2, k: 5 });
    expect(Math.abs(given.inertia - 44_448.5)).toBeLessThan(0.1);
    expect(given.silhouette).toBeCloseTo(0.5539, 4);
    expect((await tesseraJson<ClusterJson>('cluster', ...mall(), '--k', 'auto')).k).toBe(5);
  });

  it.each([
    ['s1', 15, 0.987, 0.983],
    ['hepta', 7, 1, 1],
    ['wine', 3, 0.897, 0.79],
  ])('%s agrees with its truth', { timeout: 120_000 }, async (name, k, kmeans, ward) => {
    const truth = Int32Array.from(
      gunzipSync(readFileSync(realData(`clusterbench/${name}.labels0.gz`)))
        .toString()
        .trim()
        .split(/\s+/),
      Number,
    );
    for (const [method, least] of [
      ['kmeans', kmeans],
      ['ward', ward],
    ] as const) {
      const out = folder.file(`${name}.txt`);
      await tesseraJson(
        'cluster',
        realData(`clusterbench/${name}.data.gz`),
        '--method',
        method,
        '--k',
        String(k),
        '--scale',
        'zscore',
        '--labels',
        out,
      );
      const labels = Int32Array.from(readFileSync(out, 'utf8').trim().split('\n'), Number);
      expect(adjustedRandIndex(labels, truth)).toBeGreaterThanOrEqual(least - 0.0006);
    }
  });
});

describe('cluster on files of one’s own', () => {
  const points = Array.from({ length: 90 }, (_, i) => [(i % 3) * 10 + Math.sin(i), (i % 3) * -7 + Math.cos(i * 2)]);
  const f64 = (rows: number[][]) => Buffer.from(Float64Array.from(rows.flat()).buffer);

  it('reads text and binary alike and takes given starts', async () => {
    writeFileSync(folder.file('x.csv'), `a,b,word\n${points.map(([a, b], i) => `${a},${b},w${i}`).join('\n')}\n`);
    writeFileSync(folder.file('x.txt'), points.map(([a, b]) => `  ${a}   ${b}`).join('\n'));
    writeFileSync(folder.file('x.f64'), f64(points));
    writeFileSync(folder.file('init.f64'), f64(points.slice(0, 3)));
    const run = (...words: string[]) => tesseraJson<ClusterJson>('cluster', ...words, '--method', 'kmeans', '--k', '3');
    const [text, plain, binary, started] = await Promise.all([
      run(folder.file('x.csv')),
      run(folder.file('x.txt')),
      run(folder.file('x.f64'), '--columns', '2'),
      run(folder.file('x.f64'), '--columns', '2', '--init', folder.file('init.f64')),
    ]);
    expect(text).toMatchObject({ n: 90, d: 2, k: 3 });
    for (const other of [plain, binary, started]) expect(other.inertia).toBeCloseTo(text.inertia, 9);
  });

  it('prints the ten greatest heights of a tree', async () => {
    writeFileSync(folder.file('x.f64'), f64(points));
    const tree = await tesseraJson<ClusterJson>(
      'cluster',
      folder.file('x.f64'),
      '--columns',
      '2',
      '--method',
      'ward',
      '--k',
      'auto',
    );
    expect(tree.k).toBe(3);
    expect(tree.heights).toHaveLength(10);
    expect([...tree.heights!].sort((a, b) => b - a)).toEqual(tree.heights);
  });

  it.each([
    ['1,2\n3,x\n5,6\n', 'badNumber', 'row 2'],
    ['1,2\n3\n5,6\n', 'badShape', 'Row 2'],
    ['a,b\n', 'fileHeaderOnly', 'x.csv'],
    ['', 'fileEmpty', 'x.csv'],
    ['a,b\nx,y\nz,w\n', 'noNumbers', 'only text'],
  ])('refuses %j with a sentence', async (text, code, says) => {
    writeFileSync(folder.file('x.csv'), text);
    const { code: exit, stdout } = await tessera(
      'cluster',
      folder.file('x.csv'),
      '--method',
      'kmeans',
      '--k',
      '2',
      '--json',
    );
    expect(exit).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code, message: expect.stringContaining(says) as string } });
  });

  it('refuses more segments than there are different rows', async () => {
    writeFileSync(folder.file('x.csv'), '1,2\n1,2\n1,2\n3,4\n');
    const { code, stdout } = await tessera('cluster', folder.file('x.csv'), '--method', 'kmeans', '--k', '3', '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'tooManySegments' } });
  });
});
