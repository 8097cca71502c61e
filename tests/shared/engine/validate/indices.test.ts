import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatrix, matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { runMethod } from '../../../../src/shared/engine/methods/run-method.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { bestByIndex } from '../../../../src/shared/engine/validate/best-by-index.ts';
import { chooseK } from '../../../../src/shared/engine/validate/choose-k.ts';
import { elbowOf } from '../../../../src/shared/engine/validate/elbow.ts';
import { bestGap, gapStatistic } from '../../../../src/shared/engine/validate/gap-statistic.ts';
import { sampledSilhouettes, stratifiedGroups } from '../../../../src/shared/engine/validate/sampled-silhouettes.ts';
import { scoreParts, silhouetteAtMost } from '../../../../src/shared/engine/validate/score-parts.ts';
import { silhouettesOf } from '../../../../src/shared/engine/validate/silhouette.ts';
import { say } from '../../../../src/shared/words/say.ts';
import { onThreads } from '../../../support/machine.ts';

/** Four clouds of different sizes, not quite apart. */
const clouds = (rows: number, seed: number) => {
  const random = createRandom(seed);
  const matrix = createMatrix(rows, 2);
  const labels = Int32Array.from({ length: rows }, () => {
    const at = random();
    return at < 0.5 ? 0 : at < 0.8 ? 1 : at < 0.97 ? 2 : 3;
  });
  labels.forEach((label, i) => {
    matrix.data[i] = random() + random() + random() + 1.6 * (label % 2);
    matrix.data[rows + i] = random() + random() + random() + 1.6 * (label >> 1);
  });
  return { matrix, labels };
};

describe('elbowOf', () => {
  const curve = (...inertias: number[]) => inertias.map((inertia, i) => ({ k: i + 2, inertia }));

  it('is where the curve bends', () => {
    expect(elbowOf(curve(100, 40, 10, 9, 8, 7))).toBe(4);
    expect(elbowOf(curve(100, 10, 9, 8, 7, 6))).toBe(3);
  });

  it('is nowhere on a straight or rising curve and for two points', () => {
    expect(elbowOf(curve(50, 40, 30, 20))).toBeNull();
    expect(elbowOf(curve(50, 49, 40, 20))).toBeNull();
    expect(elbowOf(curve(10, 20, 30))).toBeNull();
    expect(elbowOf(curve(10, 2))).toBeNull();
  });
});

describe('bestGap', () => {
  it('is the least k that the next one does not beat by more than its error', () => {
    const gaps = [
      { k: 1, gap: 0.1, error: 0.01 },
      { k: 2, gap: 0.3, error: 0.01 },
      { k: 3, gap: 0.305, error: 0.01 },
      { k: 4, gap: 0.6, error: 0.01 },
    ];
    expect(bestGap(gaps)).toBe(2);
    expect(bestGap(gaps.slice(2))).toBeNull();
  });

  it('is over the different rows only', () => {
    const matrix = matrixFromRows(Array.from({ length: 60 }, (_, i) => [i % 3, (i % 3) ** 2]));
    expect(gapStatistic({ matrix, ks: [1, 2, 3, 4], seed: 1 }, silent).gaps.map(({ k }) => k)).toEqual([1, 2]);
  });
});

describe('sampled silhouettes', () => {
  it('are of samples that hold as large a share of every part, no row twice', () => {
    const sizes = fc.array(fc.integer({ min: 1, max: 900 }), { minLength: 1, maxLength: 8 });
    fc.assert(
      fc.property(sizes, fc.integer({ min: 5, max: 80 }), fc.nat(), (parts, size, seed) => {
        const labels = Int32Array.from(parts.flatMap((count, c) => Array<number>(count).fill(c)));
        const samples = stratifiedGroups(labels, parts.length, size, seed);
        const rows = samples.flatMap((sample) => [...sample]);
        expect(new Set(rows).size).toBe(rows.length);
        for (const sample of samples)
          parts.forEach((count, c) => {
            const each = Math.min(count / 8, Math.max(2, Math.round((size * count) / labels.length)));
            const taken = sample.filter((row) => labels[row] === c).length;
            expect([Math.floor(each), Math.ceil(each)]).toContain(taken);
          });
      }),
    );
  });

  it('draw every row as often', () => {
    const labels = Int32Array.from({ length: 40 }, (_, i) => (i < 30 ? 0 : 1));
    const times = new Float64Array(40);
    for (let seed = 0; seed < 4000; seed += 1)
      for (const sample of stratifiedGroups(labels, 2, 2, seed)) for (const row of sample) times[row]! += 1;
    // 16 of 30 and 10 of 10; the deviation is 32.
    times.subarray(0, 30).forEach((count) => {
      expect(Math.abs(count - (4000 * 16) / 30)).toBeLessThan(140);
    });
    expect([...times.subarray(30)]).toEqual(Array(10).fill(4000));
  });

  it('are as far off as they say', async () => {
    const { matrix, labels } = clouds(silhouetteAtMost + 1000, 3);
    const coarser = labels.map((label) => label >> 1);
    const ways = [
      { k: 4, labels },
      { k: 2, labels: coarser },
    ];
    // By the kernels: these are a billion distances.
    const scaled = await onThreads(1, () => {
      const exact = silhouettesOf(matrix, [labels, coarser], silent);
      return [1, 2, 3, 4, 5, 6].flatMap((seed) =>
        sampledSilhouettes(matrix, ways, seed, silent).map(({ mean, error }, i) => (mean! - exact[i]!.mean!) / error!),
      );
    });
    const spread = Math.sqrt(scaled.reduce((sum, value) => sum + value * value, 0) / scaled.length);
    // Student's t of 7 degrees has a standard deviation of 1.18, and samples of 16 rows in 21 are off by half as much as
    // such of few. Both of one seed move together.
    expect(spread).toBeGreaterThan(0.3);
    expect(spread).toBeLessThan(1.2);
  });
});

describe('scoreParts', () => {
  it('samples beyond 20,000 rows, and says how far off that may be', () => {
    const { matrix, labels } = clouds(silhouetteAtMost + 1000, 9);
    const [sampled] = scoreParts(matrix, [{ k: 4, labels }], 5, silent);
    expect(sampled!.score.silhouetteError).toBeGreaterThan(0.0005);
    expect(sampled!.score.silhouetteError).toBeLessThan(0.01);
    const [again] = scoreParts(matrix, [{ k: 4, labels }], 5, silent);
    expect(again).toEqual(sampled);
    expect(sampled!.silhouettes).toBeNull();
  });

  it('gives every index for a sweep, each naming a number of its own', () => {
    const random = createRandom(4);
    const rows = Array.from({ length: 300 }, (_, i) => [random() + 3 * (i % 5), random() + 3 * ((i * 2) % 5)]);
    const { scores, indices, statisticalK, statisticalReason } = runMethod(
      { matrix: matrixFromRows(rows), method: 'kmeans', k: 'auto', rule: 'serves', seed: 1 },
      silent,
    );
    for (const score of scores)
      expect(score).toMatchObject({
        gap: expect.any(Number),
        bic: expect.any(Number),
        gapRows: 300,
        silhouetteError: null,
      });
    expect(indices.map(({ index }) => index)).toEqual([
      'silhouette',
      'calinskiHarabasz',
      'daviesBouldin',
      'bic',
      'gap',
      'elbow',
    ]);
    for (const { index, k } of indices.slice(0, 5)) expect(k, index).toBe(5);
    expect(statisticalK).toBe(5);
    expect(say(statisticalReason!)).toMatch(
      /^Five segments would be the choice by figures alone: .* [56] of 6 measures/,
    );
  });
});

describe('bestByIndex', () => {
  it('has no opinion on scores of before there were indices', () => {
    const old = [2, 3, 4].map((k) => ({
      k,
      inertia: 9 - k,
      silhouette: 0.1 * k,
      smallestShare: 0.1,
      largestShare: 0.4,
    }));
    expect(bestByIndex(old)).toEqual([
      { index: 'silhouette', k: 4 },
      { index: 'calinskiHarabasz', k: null },
      { index: 'daviesBouldin', k: null },
      { index: 'bic', k: null },
      { index: 'gap', k: null },
      { index: 'elbow', k: null },
    ]);
    expect(say(chooseK(old, 'silhouette').statisticalReason!)).not.toMatch(/measures/);
  });
});
