import { describe, expect, it } from 'vitest';
import { matrixFromRows } from '../../src/shared/engine/matrix.ts';
import { kmedoids } from '../../src/shared/engine/medoids/kmedoids.ts';
import { gower, type MixedTable } from '../../src/shared/engine/mixed/gower.ts';
import { standardise } from '../../src/shared/engine/prepare/standardise.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import { benchPoints } from '../support/bench-data.ts';
import { describeRealData } from '../support/real-data.ts';
import reference from './medoids.json' with { type: 'json' };

const missing = Number.NaN;
const table: MixedTable = {
  numeric: matrixFromRows([
    [21, 10.5],
    [40, 200],
    [missing, 55],
    [65, 0],
    [33, 31],
    [52, 75],
    [47, missing],
    [28, 120],
  ]),
  categories: [Int32Array.of(0, 1, 0, 2, 1, -1, 0, 2), Int32Array.of(0, 1, 1, 0, 0, 1, 0, 1)],
};

describe('Gower’s dissimilarity is that of R’s daisy', () => {
  it.each([
    [undefined, reference.gower],
    [[1, 2, 0.5, 3], reference.gowerWeighted],
  ])('with weights %j', (weights, wanted) => {
    const found = gower({ ...table, ...(weights && { weights }) }, silent);
    expect(found).toHaveLength(28);
    for (const [i, value] of wanted.entries()) expect(found[i]).toBeCloseTo(value, 12);
  });
});

describeRealData('k-medoids are no worse than R’s pam', () => {
  it.each(['wine', 'hepta'] as const)('%s', (name) => {
    const matrix = standardise(benchPoints(name));
    for (const { k, deviation } of reference[name])
      expect(kmedoids({ data: { matrix }, k, seed: 1 }, silent).totalDeviation).toBeLessThan(deviation * (1 + 1e-9));
  });
});
