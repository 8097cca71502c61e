import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { gower, gowerBetween, gowerSpace } from '../../../../src/shared/engine/mixed/gower.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { mixedTable } from '../../../reference/mixed-table.ts';

const empty = matrixFromRows([]);
const nothing = Number.NaN;

describe('gower', () => {
  it('takes the weighted mean over what is known of both', () => {
    const table = {
      numeric: matrixFromRows([
        [0, 5],
        [10, nothing],
        [4, 5],
      ]),
      categories: [Int32Array.of(0, 1, -1)],
      weights: [2, 1, 3],
    };
    const found = gower(table, silent);
    // Full range and another category; 0.4 of the range, a constant column; 0.6 of the range alone.
    for (const [i, value] of [1, (2 * 0.4 + 0) / 3, 0.6].entries()) expect(found[i]).toBeCloseTo(value, 14);
    expect(found).toHaveLength(3);
  });

  it('is a number from 0 to 1, the same both ways and in any unit', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 2, max: 30 }),
        fc.double({ min: 1e-100, max: 1e100, noNaN: true }),
        (seed, rows, unit) => {
          const { numbers, categories } = mixedTable(rows, seed);
          const space = gowerSpace({ numeric: matrixFromRows(numbers), categories });
          const other = gowerSpace({
            numeric: matrixFromRows(numbers.map((row) => row.map((x) => x * unit))),
            categories,
          });
          for (let a = 0; a < rows; a += 1)
            for (let b = 0; b < rows; b += 1) {
              const value = gowerBetween(space, a, b);
              expect(value).toBeGreaterThanOrEqual(0);
              expect(value).toBeLessThanOrEqual(1);
              expect(gowerBetween(space, b, a)).toBe(value);
              expect(gowerBetween(other, a, b)).toBeCloseTo(value, 9);
            }
        },
      ),
      { numRuns: 25 },
    );
  });

  it('needs no numbers, and says 1 where nothing is known of both', () => {
    const categories = [Int32Array.of(0, 0, -1), Int32Array.of(1, 2, -1)];
    expect([...gower({ numeric: empty, categories }, silent)]).toEqual([0.5, 1, 1]);
  });

  it.each([
    [{ numeric: empty, categories: [new Int32Array(3), new Int32Array(2)] }],
    [{ numeric: matrixFromRows([[1], [2]]), categories: [new Int32Array(3)] }],
    [{ numeric: matrixFromRows([[1], [2]]), categories: [], weights: [1, 2] }],
    [{ numeric: matrixFromRows([[1], [2]]), categories: [], weights: [-1] }],
    [{ numeric: matrixFromRows([[-1.7e308], [1.7e308]]), categories: [] }],
  ])('refuses columns or weights that do not fit: %#', (table) => {
    expect(() => gower(table, silent)).toThrowError(expect.objectContaining({ code: 'badInput' }) as Error);
  });

  it('stops when asked', () => {
    const { numbers, categories } = mixedTable(10, 1);
    const cancelled = { report: () => {}, cancelled: () => true };
    expect(() => gower({ numeric: matrixFromRows(numbers), categories }, cancelled)).toThrowError(
      expect.objectContaining({ code: 'cancelled' }) as Error,
    );
  });
});
