import { describe, expect, it } from 'vitest';
import { fitKmeans } from '../../../../src/shared/engine/cluster/fit-kmeans.ts';
import { pointsOf } from '../../../../src/shared/engine/cluster/points.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { cutTree } from '../../../../src/shared/engine/tree/cut.ts';
import { growTree } from '../../../../src/shared/engine/tree/grow.ts';
import { secondOpinion } from '../../../../src/shared/engine/validate/second-opinion.ts';
import { pointMatrix } from '../../../reference/points.ts';

const matrix = pointMatrix(3000, 3, 4);

describe('secondOpinion', () => {
  it('agrees with a sound k-means run', () => {
    const { labels } = fitKmeans(pointsOf(matrix), 3, 1, 0, silent);
    const opinion = secondOpinion({ matrix, method: 'kmeans', labels, k: 3, seed: 1 }, silent);
    expect(opinion).toMatchObject({ library: 'ml-kmeans', rows: 1000, adjustedRandIndex: 1 });
    expect(opinion!.inertiaRatio).toBeCloseTo(1, 9);
  });

  it('does not agree with a division by chance', () => {
    const labels = new Int32Array(3000).map((_, i) => ((i * 7919) % 5) % 3);
    const opinion = secondOpinion({ matrix, method: 'kmeans', labels, k: 3, seed: 1 }, silent)!;
    expect(Math.abs(opinion.adjustedRandIndex)).toBeLessThan(0.05);
    expect(opinion.inertiaRatio).toBeLessThan(0.2);
  });

  it.each(['ward', 'average', 'complete', 'single', 'weighted'] as const)('agrees with our tree: %s', (method) => {
    const few = pointMatrix(250, 3, 4);
    const labels = cutTree({ tree: growTree({ matrix: few, linkage: method }, silent), k: 6 });
    const opinion = secondOpinion({ matrix: few, method, labels, k: 6, seed: 1 }, silent);
    expect(opinion).toMatchObject({ library: 'ml-hclust', rows: 250, adjustedRandIndex: 1 });
    expect(opinion!.inertiaRatio).toBeCloseTo(1, 12);
  });

  it('has nothing to say of other methods, nor of one part', () => {
    const labels = new Int32Array(3000);
    expect(secondOpinion({ matrix, method: 'hdbscan', labels, k: 1, seed: 1 }, silent)).toBeNull();
    expect(secondOpinion({ matrix, method: 'kmeans', labels, k: 1, seed: 1 }, silent)).toBeNull();
  });

  it('takes less than a second', () => {
    const labels = new Int32Array(3000).map((_, i) => i % 12);
    const began = performance.now();
    secondOpinion({ matrix, method: 'kmeans', labels, k: 12, seed: 1 }, silent);
    secondOpinion({ matrix, method: 'ward', labels, k: 12, seed: 1 }, silent);
    // Two opinions on a machine that may be busy with other tests.
    expect(performance.now() - began).toBeLessThan(6000);
  });
});
