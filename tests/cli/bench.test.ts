import { readFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { BenchTable } from '../../src/main/hosts/cli/bench/bench.ts';
import { columns, readBenchMatrix, writeBenchData } from '../../src/main/hosts/cli/bench/bench-data.ts';
import type { ImportBench } from '../../src/main/hosts/cli/bench/import-bench.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe('bench', () => {
  it.each(['kmeans', 'ward', 'silhouette', 'sweep', 'microward', 'map', 'pca'])('times one run of %s', async (task) => {
    writeBenchData('separated', 2000, folder.path);
    const measured = await tesseraJson<{ seconds: number; value: number | number[] }>(
      ...['bench', '--task', task, '--rows', '2000', '--threads', '2', '--data', folder.path],
    );
    expect(measured.seconds).toBeGreaterThan(0);
    for (const value of [measured.value].flat()) expect(Number.isFinite(value)).toBe(true);
  });

  it('writes rows as peers read them', () => {
    writeBenchData('overlapping', 500, folder.path);
    const flat = new Float64Array(readFileSync(folder.file('x.f64')).buffer.slice(0));
    const matrix = readBenchMatrix(folder.file('x.f64'), 500);
    expect(flat.length).toBe(500 * columns);
    expect(matrix.data[3 * 500 + 7]).toBe(flat[7 * columns + 3]);
  });

  it('compares with ml-kmeans, in turn and with the same answer', async () => {
    const out = folder.file('table.json');
    const { code } = await tessera(
      ...['bench', '--runs', '1', '--only', 'kmeans', '--layout', 'separated', '--scale', '0.01', '--out', out],
    );
    expect(code).toBe(0);
    const { lines, runs } = JSON.parse(readFileSync(out, 'utf8')) as BenchTable;
    expect(runs).toBe(1);
    expect(lines.map(({ peer }) => peer)).toEqual(['ml-kmeans']);
    expect(lines[0]!.difference).toBeLessThan(1e-9);
    expect(lines[0]!.rows).toBe(10_000);
  });

  it('measures on data of one’s own, as far as they go', async () => {
    writeBenchData('overlapping', 1500, folder.path);
    const { lines } = await tesseraJson<BenchTable>(
      ...['bench', '--runs', '1', '--only', 'kmeans', '--data', folder.path, '--scale', '0.001'],
    );
    expect(lines.map(({ layout, rows, peer }) => [layout, rows, peer])).toEqual([['given', 1000, 'ml-kmeans']]);
    const none = await tesseraJson<BenchTable>('bench', '--runs', '1', '--only', 'kmeans', '--data', folder.path);
    expect(none.lines).toEqual([]);
  });

  it('imports order lines, all of them, in turn with the sqlite3 shell where there is one', async () => {
    const out = folder.file('import.json');
    const found = await tesseraJson<ImportBench>(
      ...['bench', 'import', '--rows', '3000', '--customers', '200', '--runs', '1', '--out', out],
    );
    expect(JSON.parse(readFileSync(out, 'utf8'))).toEqual(found);
    expect(found).toMatchObject({ rows: 3000, runs: 1, isWhole: true });
    expect(found.seconds).toBeGreaterThan(0);
    expect(found.ratio === null).toBe(found.shellSeconds === null);
  });

  it('says that the peers are not there', async () => {
    const { code, stdout } = await tessera('bench', '--peers', folder.file('none.py'), '--json');
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toMatchObject({ error: { code: 'notFound' } });
  });
});
