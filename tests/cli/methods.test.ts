import { readFileSync, writeFileSync } from 'node:fs';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { rowsOf } from '../../src/shared/engine/matrix.ts';
import { standardise } from '../../src/shared/engine/prepare/standardise.ts';
import { createRandom } from '../../src/shared/engine/random.ts';
import { adjustedRandIndex } from '../../src/shared/engine/validate/adjusted-rand-index.ts';
import { benchLabels, benchPoints } from '../support/bench-data.ts';
import { describeRealData, realData } from '../support/real-data.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

interface ClusterJson {
  readonly k: number;
  readonly inertia: number;
  readonly logLikelihood?: number;
  readonly recommendedK?: number | null;
  readonly structure?: { readonly verdict: string; readonly pValue: number };
  readonly sweep?: readonly { readonly k: number }[];
  readonly stability?: readonly { readonly segment: number; readonly jaccard: number }[];
  readonly secondOpinion: { readonly adjustedRandIndex: number } | null;
  readonly threads: number;
  readonly seconds: { readonly compute: number; readonly validate: number };
  readonly peakMb: number;
}

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

const labelsIn = (file: string): Int32Array => Int32Array.from(readFileSync(file, 'utf8').trim().split('\n'), Number);

const uniform = (rows: number): string => {
  const random = createRandom(11);
  return Array.from({ length: rows }, () => `${random()},${random()}`).join('\n');
};

describeRealData('cluster by every method', () => {
  const hepta = realData('clusterbench/hepta.data.gz');

  it.each([
    ['kmeans', ['--k', '7']],
    ['ward', ['--k', '7']],
    ['average', ['--k', '7']],
    ['complete', ['--k', '7']],
    ['single', ['--k', '7']],
    ['weighted', ['--k', '7']],
    ['microward', ['--k', '7']],
    ['gmm', ['--k', '7', '--covariance', 'spherical']],
    ['kmedoids', ['--k', '7']],
    ['hdbscan', ['--min-cluster-size', '10']],
  ])('%s finds the seven of hepta', async (method, words) => {
    const out = folder.file('labels.txt');
    const found = await tesseraJson<ClusterJson>('cluster', hepta, '--method', method, ...words, '--labels', out);
    expect(found.k).toBe(7);
    expect(adjustedRandIndex(labelsIn(out), benchLabels('hepta'))).toBeGreaterThan(0.98);
    expect(found.seconds.compute).toBeGreaterThan(0);
    expect(found.peakMb).toBeLessThan(100);
  });

  it('gives the likelihood of a Gaussian mixture, scikit-learn’s from the same start', async () => {
    const rows = rowsOf(standardise(benchPoints('hepta')));
    const starts = [0, 32, 62, 92, 122, 152, 182];
    writeFileSync(folder.file('init.csv'), starts.map((row) => rows[row]!.join(',')).join('\n'));
    const { logLikelihood } = await tesseraJson<ClusterJson>(
      ...['cluster', hepta, '--method', 'gmm', '--k', '7', '--scale', 'zscore'],
      ...['--covariance', 'tied', '--init', folder.file('init.csv')],
    );
    // scikit-learn 1.2.1: GaussianMixture(7, covariance_type='tied', means_init=these rows).fit(z-scores)
    expect(Math.abs(logLikelihood! / -423.4746539429754 - 1)).toBeLessThan(1e-6);
  });

  it('says how clear the structure is, how many parts it would take, and how repeatable they are', async () => {
    const found = await tesseraJson<ClusterJson>(
      ...['cluster', hepta, '--method', 'kmeans', '--sweep', '4..9', '--stability'],
    );
    expect(found).toMatchObject({ k: 7, recommendedK: 7, structure: { verdict: 'clear' } });
    expect(found.sweep?.map(({ k }) => k)).toEqual([4, 5, 6, 7, 8, 9]);
    expect(found.stability).toHaveLength(7);
    for (const { jaccard } of found.stability!) expect(jaccard).toBeGreaterThan(0.95);
    expect(found.secondOpinion!.adjustedRandIndex).toBeGreaterThan(0.95);
  });
});

describe('cluster on matrices of one’s own', () => {
  it('recommends no number where there is no structure, and gives the least bad', async () => {
    writeFileSync(folder.file('x.csv'), uniform(1500));
    const found = await tesseraJson<ClusterJson>('cluster', folder.file('x.csv'), '--method', 'kmeans', '--k', 'auto');
    expect(found.structure?.verdict).toBe('none');
    expect(found.recommendedK).toBeNull();
    expect(found.k).toBeGreaterThan(1);
  });

  it('gives the same labels on any number of threads', async () => {
    writeFileSync(folder.file('x.csv'), uniform(6000));
    const run = async (threads: string) => {
      const out = folder.file(`${threads}.txt`);
      const { inertia } = await tesseraJson<ClusterJson>(
        ...['cluster', folder.file('x.csv'), '--method', 'kmeans', '--k', '6', '--threads', threads, '--labels', out],
      );
      return { inertia, labels: readFileSync(out, 'utf8') };
    };
    const [one, three] = await Promise.all([run('1'), run('3')]);
    expect(three).toEqual(one);
  });

  it('takes columns of text as categories', async () => {
    const rows = Array.from(
      { length: 60 },
      (_, i) => `${(i % 3) * 5 + (i % 7) / 7},${['red', 'green', 'blue'][i % 3]}`,
    );
    writeFileSync(folder.file('x.csv'), `size,colour\n${rows.join('\n')}\n`);
    const out = folder.file('labels.txt');
    const { stability } = await tesseraJson<ClusterJson>(
      ...['cluster', folder.file('x.csv'), '--method', 'kprototypes', '--k', '3', '--stability', '--labels', out],
    );
    expect(stability?.map(({ jaccard }) => jaccard > 0.95)).toEqual([true, true, true]);
    const truth = Int32Array.from({ length: 60 }, (_, i) => i % 3);
    expect(adjustedRandIndex(labelsIn(out), truth)).toBe(1);
  });

  it('writes −1 for noise', async () => {
    const lump = Array.from({ length: 40 }, (_, i) => `${Math.sin(i) / 9},${Math.cos(i * 2) / 9}`);
    const other = lump.map((line) => line.split(',').map((x) => Number(x) + 10));
    writeFileSync(folder.file('x.csv'), [...lump, ...other, '300,-200'].join('\n'));
    const out = folder.file('labels.txt');
    const found = await tesseraJson<ClusterJson>(
      'cluster',
      folder.file('x.csv'),
      '--method',
      'hdbscan',
      '--labels',
      out,
    );
    expect(found.k).toBe(2);
    expect(labelsIn(out).at(-1)).toBe(-1);
  });

  it.each([
    [['--method', 'kmeans'], 'Say how many'],
    [['--method', 'kmeans', '--sweep', '5..2'], 'two numbers as in 2..12'],
    [['--method', 'kmeans', '--k', '3', '--sweep', '2..4'], 'cannot be used with'],
    [['--method', 'kmeans', '--k', '3', '--threads', '0'], 'whole number from 1'],
    [['--method', 'hdbscan', '--min-cluster-size', '900'], '900'],
  ])('refuses %j', async (words, says) => {
    writeFileSync(folder.file('x.csv'), uniform(50));
    const { code, stdout } = await tessera('cluster', folder.file('x.csv'), ...words, '--json');
    expect(code).not.toBe(0);
    expect(stdout).toContain(says);
  });
});
