import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../src/shared/engine/labels.ts';
import { matrixFromRows, rowsOf } from '../../src/shared/engine/matrix.ts';
import { kprototypes } from '../../src/shared/engine/mixed/kprototypes.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import reference from './mixed.json' with { type: 'json' };
import { mixedTable } from './mixed-table.ts';

describe('k-prototypes are those of another implementation from the same start', () => {
  it.each(reference.cases)('$rows rows, gamma $gamma', ({ rows, seed, start, gamma, ...wanted }) => {
    const { numbers, categories } = mixedTable(rows, seed);
    // The first two cases leave the weight to be found.
    const given = gamma === 0.25 || gamma === 4 ? { gamma } : {};
    const k = start.length;
    const found = kprototypes({ numeric: matrixFromRows(numbers), categories, k, seed: 1, start, ...given }, silent);
    expect(found.gamma).toBeCloseTo(gamma, 12);
    expect(found.cost).toBeCloseTo(wanted.cost, 9);
    expect([...sizesOf(found.labels, k)]).toEqual(wanted.sizes);
    rowsOf(found.means).forEach((mean, c) => {
      mean.forEach((value, j) => {
        expect(value).toBeCloseTo(wanted.means[c]![j]!, 10);
      });
      expect(found.modes.map((codes) => codes[c])).toEqual(wanted.modes[c]);
    });
  });
});
