import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { silhouette, silhouettesOf } from '../../../../src/shared/engine/validate/silhouette.ts';

/** As Rousseeuw writes it, without thought for speed. */
const byDefinition = (rows: readonly (readonly number[])[], labels: readonly number[]): number[] => {
  const distance = (a: readonly number[], b: readonly number[]) => Math.hypot(...a.map((value, j) => value - b[j]!));
  return rows.map((row, i) => {
    const meanTo = (label: number) => {
      const others = rows.filter((_, j) => labels[j] === label && j !== i);
      return others.reduce((sum, other) => sum + distance(row, other), 0) / others.length;
    };
    if (labels.filter((label) => label === labels[i]).length === 1) return 0;
    const a = meanTo(labels[i]!);
    const b = Math.min(...[...new Set(labels)].filter((label) => label !== labels[i]).map(meanTo));
    return Math.max(a, b) === 0 ? 0 : (b - a) / Math.max(a, b);
  });
};

// Differences whose squares are below a float64 are no distance to us.
const place = fc.double({ min: -9, max: 9, noNaN: true }).map((value) => Math.round(value * 1e6) / 1e6);
const row = fc.tuple(fc.integer({ min: -9, max: 9 }), place, fc.nat(4));
const labelled = fc.array(row, { minLength: 2, maxLength: 30 });

describe('silhouette', () => {
  it('is what its definition says, between −1 and 1', () => {
    fc.assert(
      fc.property(labelled, (rows) => {
        const points = rows.map(([a, b]) => [a, b]);
        const labels = rows.map(([, , label]) => label);
        fc.pre(new Set(labels).size > 1);
        const { mean, values } = silhouette(
          { matrix: matrixFromRows(points), labels: Int32Array.from(labels) },
          silent,
        );
        byDefinition(points, labels).forEach((value, i) => {
          expect(values[i]).toBeCloseTo(value, 9);
          expect(Math.abs(values[i]!)).toBeLessThanOrEqual(1);
        });
        expect(mean).toBeCloseTo(values.reduce((sum, value) => sum + value, 0) / rows.length, 12);
      }),
    );
  });

  it('gives several groupings what each gets by itself', () => {
    const matrix = matrixFromRows(Array.from({ length: 20 }, (_, i) => [Math.sin(i), i % 5]));
    const labellings = [2, 3, 5].map((k) => Int32Array.from({ length: 20 }, (_, i) => i % k));
    expect(silhouettesOf(matrix, labellings, silent)).toEqual(
      labellings.map((labels) => silhouette({ matrix, labels }, silent)),
    );
  });

  it('is not defined for one part', () => {
    const matrix = matrixFromRows([[1], [2]]);
    expect(silhouette({ matrix, labels: Int32Array.of(0, 0) }, silent).mean).toBeNull();
    expect(silhouette({ matrix, labels: Int32Array.of(0, 1) }, silent).mean).toBe(0);
  });
});
