import { describe, expect, it } from 'vitest';
import { createMatrix, type Matrix } from '../../../../src/shared/engine/matrix.ts';
import { fitMethod } from '../../../../src/shared/engine/methods/fit-method.ts';
import type { MatrixMethod } from '../../../../src/shared/engine/methods/method-fit.ts';
import { runMethod } from '../../../../src/shared/engine/methods/run-method.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { normalOf } from '../../../../src/shared/engine/validate/random-normal.ts';
import { bandOf, type StabilityInput, stabilityOf } from '../../../../src/shared/engine/validate/stability.ts';
import { onThreads } from '../../../support/machine.ts';

/** Round lumps of normal rows at the given middles, in two columns. */
const lumpsAt = (middles: readonly (readonly [number, number])[], rowsEach: number, seed = 1): Matrix => {
  const random = createRandom(seed);
  const matrix = createMatrix(middles.length * rowsEach, 2);
  middles.forEach((middle, part) => {
    for (let row = part * rowsEach; row < (part + 1) * rowsEach; row += 1)
      for (let j = 0; j < 2; j += 1) matrix.data[j * matrix.rows + row] = middle[j]! + normalOf(random);
  });
  return matrix;
};

const apart = lumpsAt(
  [
    [0, 0],
    [12, 0],
    [0, 12],
    [12, 12],
  ],
  60,
);
const oneLump = lumpsAt([[0, 0]], 400);

const inputOf = (matrix: Matrix, k: number, method: MatrixMethod = 'kmeans'): StabilityInput => {
  const [fit] = fitMethod({ matrix, method, ks: [k], seed: 1 }, silent);
  return { matrix, method, k: fit!.k, labels: fit!.labels, seed: 1, bootstraps: 30 };
};

describe('how repeatable parts are', () => {
  it.each(['kmeans', 'ward', 'average', 'gmm', 'kmedoids', 'hdbscan'] as const)(
    'is nearly always for lumps that stand apart: %s',
    (method) => {
      const { parts, bootstraps, rows } = stabilityOf(inputOf(apart, 4, method), silent);
      expect({ bootstraps, rows }).toEqual({ bootstraps: 30, rows: 240 });
      expect(parts).toHaveLength(4);
      for (const part of parts) {
        expect(part.jaccard).toBeGreaterThan(method === 'hdbscan' ? 0.75 : 0.95);
        expect(part.recovered).toBeGreaterThan(method === 'hdbscan' ? 18 : 27);
      }
    },
  );

  it('is low for one lump that was cut into five', () => {
    const { parts } = stabilityOf(inputOf(oneLump, 5), silent);
    const mean = parts.reduce((sum, { jaccard }) => sum + jaccard, 0) / 5;
    expect(mean).toBeLessThan(0.7);
    expect(parts.filter(({ band }) => band === 'sure')).toHaveLength(0);
    expect(parts.some(({ dissolved }) => dissolved > 5)).toBe(true);
  });

  it('knows a real lump from one that was cut in two', () => {
    const matrix = lumpsAt(
      [
        [0, 0],
        [0, 0],
        [14, 0],
      ],
      80,
    );
    const { labels } = runMethod({ matrix, method: 'kmeans', k: 3, rule: 'silhouette', seed: 1 }, silent);
    const { parts } = stabilityOf({ matrix, method: 'kmeans', k: 3, labels, seed: 1, bootstraps: 30 }, silent);
    const real = labels[200]!;
    expect(parts[real]!.jaccard).toBeGreaterThan(0.95);
    for (const [label, { jaccard }] of parts.entries()) if (label !== real) expect(jaccard).toBeLessThan(0.9);
  });

  it('is the same for the same seed, and nearly for another', () => {
    const input = inputOf(oneLump, 3);
    expect(stabilityOf(input, silent)).toEqual(stabilityOf(input, silent));
    const other = stabilityOf({ ...input, seed: 2 }, silent);
    expect(other).not.toEqual(stabilityOf(input, silent));
    stabilityOf(input, silent).parts.forEach(({ jaccard }, label) => {
      expect(Math.abs(jaccard - other.parts[label]!.jaccard)).toBeLessThan(0.2);
    });
  });

  it('is the same for any number of threads, and in plain TypeScript', async () => {
    const input = inputOf(
      lumpsAt(
        [
          [0, 0],
          [2.5, 0],
          [1, 2.5],
        ],
        1_000,
      ),
      3,
    );
    const found = [];
    for (const threads of [0, 1, 2, 3])
      found.push(await onThreads(threads, () => stabilityOf({ ...input, bootstraps: 8 }, silent)));
    for (const one of found) expect(one).toEqual(found[0]);
  });

  it('draws from a sample where a method takes long', () => {
    const input = inputOf(
      lumpsAt(
        [
          [0, 0],
          [12, 0],
        ],
        1_500,
      ),
      2,
      'average',
    );
    const { rows, parts } = stabilityOf({ ...input, bootstraps: 3 }, silent);
    expect(rows).toBe(2_000);
    for (const { jaccard } of parts) expect(jaccard).toBeGreaterThan(0.95);
  });

  it('passes over draws of too few different rows', () => {
    const matrix = createMatrix(4, 1);
    matrix.data.set([0, 1, 2, 3]);
    const input = { matrix, method: 'kmeans', k: 4, labels: Int32Array.from([0, 1, 2, 3]), seed: 1 } as const;
    const { parts } = stabilityOf({ ...input, bootstraps: 40 }, silent);
    for (const { recovered, dissolved } of parts) expect(recovered + dissolved).toBeLessThan(40);
  });

  it('puts figures into Hennig’s bands', () => {
    expect([1, 0.85, 0.8, 0.75, 0.7, 0.6, 0.59, 0].map(bandOf)).toEqual([
      ...['sure', 'sure', 'steady', 'steady'],
      ...['doubtful', 'doubtful', 'fleeting', 'fleeting'],
    ]);
  });

  it('reports rising progress and stops when it is cancelled', () => {
    const fractions: number[] = [];
    stabilityOf(inputOf(apart, 4), { report: (fraction) => fractions.push(fraction), cancelled: () => false });
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBeGreaterThan(0.98);
    const input = inputOf(apart, 4);
    let reports = 0;
    const progress = {
      report: () => {
        reports += 1;
      },
      cancelled: () => reports > 5,
    };
    expect(() => stabilityOf(input, progress)).toThrow(/cancelled/);
  });
});
