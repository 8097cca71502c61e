import { readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { type Matrix, matrixFromRows } from '../../src/shared/engine/matrix.ts';
import { runMethod } from '../../src/shared/engine/methods/run-method.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import { adjustedRandIndex } from '../../src/shared/engine/validate/adjusted-rand-index.ts';
import { clusterMatrix } from '../support/cluster-matrix.ts';
import { describeRealData, realData } from '../support/real-data.ts';

const unzip = (path: string): string[] => gunzipSync(readFileSync(path)).toString().trim().split('\n');

const benchmark = (name: string): { matrix: Matrix; truth: Int32Array } => ({
  matrix: matrixFromRows(
    unzip(realData(`clusterbench/${name}.data.gz`)).map((line) => line.trim().split(/\s+/).map(Number)),
  ),
  truth: Int32Array.from(unzip(realData(`clusterbench/${name}.labels0.gz`)), Number),
});

describeRealData('published data with known answers', () => {
  it('finds the five of Mall and says why', () => {
    const lines = readFileSync(realData('mall/Mall_Customers_standard.csv'), 'utf8').trim().split(/\r?\n/).slice(1);
    const matrix = matrixFromRows(lines.map((line) => line.split(',').slice(3).map(Number)));
    for (const seed of [1, 2, 3]) {
      const found = runMethod({ matrix, method: 'kmeans', k: 'auto', rule: 'silhouette', seed }, silent);
      expect(found.k).toBe(5);
      expect(found.statisticalK).toBe(5);
      expect(found.silhouette).toBeCloseTo(0.5539, 4);
      expect(Math.abs(found.inertia - 44_448.5)).toBeLessThan(0.1);
      expect(found.scores.map(({ k }) => k)).toEqual([2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
      expect(found.reason).toEqual({ key: 'segmentation.reason.silhouette', values: { k: 5, statisticalK: 5 } });
    }
  });

  it.each([
    ['s1', 15, 0.987, 0.983],
    ['s2', 15, 0.938, 0.916],
    ['d31', 31, 0.955, 0.917],
    ['wine', 3, 0.897, 0.79],
    ['hepta', 7, 1, 1],
  ])('%s agrees with its truth', (name, k, kmeans, ward) => {
    const { matrix, truth } = benchmark(name);
    for (const [method, wanted] of [
      ['kmeans', kmeans],
      ['ward', ward],
    ] as const) {
      const { labels } = clusterMatrix({ matrix, method, k, scale: 'zscore', seed: 1 }, silent);
      expect(Math.abs(adjustedRandIndex(labels, truth) - wanted), method).toBeLessThan(0.0011);
    }
  });

  it('wine without z-scores is the poor result it is known for', () => {
    const { matrix, truth } = benchmark('wine');
    const { labels } = clusterMatrix({ matrix, method: 'kmeans', k: 3, scale: 'none', seed: 1 }, silent);
    expect(adjustedRandIndex(labels, truth)).toBeCloseTo(0.371, 3);
  });
});
