import { describe, expect, it } from 'vitest';
import { hdbscan } from '../../../src/shared/engine/density/hdbscan.ts';
import { principalAxes } from '../../../src/shared/engine/embed/principal-axes.ts';
import { kmedoids } from '../../../src/shared/engine/medoids/kmedoids.ts';
import { runMethod } from '../../../src/shared/engine/methods/run-method.ts';
import { kprototypes } from '../../../src/shared/engine/mixed/kprototypes.ts';
import { fitMixture } from '../../../src/shared/engine/mixture/fit-mixture.ts';
import type { Progress } from '../../../src/shared/engine/progress.ts';
import { growTree } from '../../../src/shared/engine/tree/grow.ts';
import { silhouette } from '../../../src/shared/engine/validate/silhouette.ts';
import { pointMatrix } from '../../reference/points.ts';
import { clusterMatrix } from '../../support/cluster-matrix.ts';

const large = pointMatrix(30_000, 12, 1);
const wide = pointMatrix(20_000, 200, 1);
const tasks: [string, (progress: Progress) => unknown][] = [
  [
    'runMethod',
    (progress) => runMethod({ matrix: large, method: 'kmeans', k: 'auto', rule: 'serves', seed: 1 }, progress),
  ],
  ['growTree', (progress) => growTree({ matrix: large, linkage: 'ward' }, progress)],
  [
    'silhouette',
    (progress) => silhouette({ matrix: large, labels: new Int32Array(30_000).map((_, i) => i % 3) }, progress),
  ],
  ['principalAxes', (progress) => principalAxes({ matrix: wide }, progress)],
  [
    'clusterMatrix',
    (progress) => clusterMatrix({ matrix: large, method: 'kmeans', k: 12, scale: 'zscore', seed: 1 }, progress),
  ],
  ['fitMixture', (progress) => fitMixture({ matrix: large, k: 12, covariance: 'full', seed: 1 }, progress)],
  ['hdbscan', (progress) => hdbscan({ matrix: large, minClusterSize: 20 }, progress)],
  ['kmedoids', (progress) => kmedoids({ data: { matrix: large }, k: 12, seed: 1 }, progress)],
  ['kprototypes', (progress) => kprototypes({ numeric: large, categories: [], k: 12, seed: 1 }, progress)],
];

/** What this thread worked: on a busy machine the clock also runs while others work. */
const workedMs = (): number => {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
};

describe('long work listens', () => {
  it.each(tasks)('%s ends within 200 ms of a cancel', (_, task) => {
    const began = performance.now();
    let looked = workedMs();
    let longest = 0;
    const progress: Progress = {
      report: () => {},
      cancelled: () => {
        const now = workedMs();
        longest = Math.max(longest, now - looked);
        looked = now;
        return performance.now() - began > 200;
      },
    };
    expect(() => task(progress)).toThrowError(expect.objectContaining({ code: 'cancelled' }) as Error);
    // Whenever a cancel comes, it waits for the next look at most.
    expect(longest).toBeLessThan(150);
    expect(workedMs() - looked).toBeLessThan(50);
  });

  it.each([
    [
      'runMethod',
      (progress: Progress) =>
        runMethod({ matrix: pointMatrix(500, 3, 1), method: 'kmeans', k: 'auto', rule: 'serves', seed: 1 }, progress),
    ],
    ['growTree', (progress: Progress) => growTree({ matrix: pointMatrix(1500, 3, 1), linkage: 'ward' }, progress)],
  ])('%s reports from 0 to 1 and never falls', (_, task) => {
    const reports: number[] = [];
    task({ report: (fraction) => reports.push(fraction), cancelled: () => false });
    expect(reports.length).toBeGreaterThan(10);
    expect(reports).toEqual([...reports].sort((a, b) => a - b));
    expect(reports[0]).toBeLessThan(0.1);
    expect(reports.at(-1)).toBeGreaterThan(0.9);
    expect(reports.at(-1)).toBeLessThanOrEqual(1);
  });
});
