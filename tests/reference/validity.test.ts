import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { matrixFromRows } from '../../src/shared/engine/matrix.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import { bestGap, gapStatistic } from '../../src/shared/engine/validate/gap-statistic.ts';
import { scoreParts } from '../../src/shared/engine/validate/score-parts.ts';
import { pointMatrix, points } from './points.ts';

interface Indices {
  k: number;
  labels: number[];
  silhouette: number;
  calinskiHarabasz: number;
  daviesBouldin: number;
  bic: number;
}

const reference: { indices: Indices[]; gaps: [number, number][]; uniformGaps: [number, number][] } = JSON.parse(
  readFileSync(join(import.meta.dirname, 'validity.json'), 'utf8'),
);

describe('indices of a division', () => {
  it.each(reference.indices)('with $k parts are those of scikit-learn and SciPy', ({ k, labels, ...wanted }) => {
    const [scored] = scoreParts(pointMatrix(200, 3, 5), [{ k, labels: Int32Array.from(labels) }], 1, silent);
    for (const index of ['silhouette', 'calinskiHarabasz', 'daviesBouldin', 'bic'] as const)
      expect(Math.abs(scored!.score[index]! / wanted[index] - 1), index).toBeLessThan(1e-11);
    expect(scored!.score).toMatchObject({ silhouetteError: null, gap: null });
  });
});

describe('gapStatistic', () => {
  const ks = [1, 2, 3, 4, 5, 6];

  it.each([
    ['three clouds', pointMatrix(200, 3, 5), reference.gaps, 3],
    [
      'one',
      matrixFromRows(points(200, 3, 5).map((row, i) => row.map((value) => value - 2 * (i % 3)))),
      reference.uniformGaps,
      1,
    ],
  ] as const)('of %s is that of R’s clusGap within the error of its reference sets', (_, matrix, wanted, best) => {
    const { gaps, rows } = gapStatistic({ matrix, ks, seed: 1, references: 40, rowsAtMost: 200 }, silent);
    expect(rows).toBe(200);
    // Along one line two clouds are hardly better than one, so that the first of R's own gaps is a matter of luck.
    expect(bestGap(gaps.slice(best === 1 ? 0 : 1))).toBe(best);
    gaps.forEach(({ gap, error }, i) => {
      const [reference, spread] = wanted[i]!;
      expect(Math.abs(gap - reference), `k = ${i + 1}`).toBeLessThan((4 * spread) / Math.sqrt(40));
      expect(error / spread, `error at k = ${i + 1}`).toBeGreaterThan(0.6);
      expect(error / spread, `error at k = ${i + 1}`).toBeLessThan(1.6);
    });
  });
});
