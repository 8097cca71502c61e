import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { principalAxes } from '../../../../src/shared/engine/embed/principal-axes.ts';
import { columnOf, matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';

const table = fc.integer({ min: 2, max: 5 }).chain((columns) =>
  fc.array(fc.array(fc.double({ min: -9, max: 9, noNaN: true }), { minLength: columns, maxLength: columns }), {
    minLength: 2,
    maxLength: 25,
  }),
);
const mean = (values: Float64Array) => values.reduce((sum, value) => sum + value, 0) / values.length;
const product = (a: Float64Array, b: Float64Array) => a.reduce((sum, value, i) => sum + value * b[i]!, 0);

describe('principalAxes', () => {
  it('gives two centred axes at right angles, the wider first, none wider than all the columns together', () => {
    fc.assert(
      fc.property(table, (rows) => {
        const { axes, explained } = principalAxes({ matrix: matrixFromRows(rows) }, silent);
        const [x, y] = [columnOf(axes, 0), columnOf(axes, 1)];
        expect(mean(x)).toBeCloseTo(0, 8);
        expect(product(x, y)).toBeCloseTo(0, 6);
        expect(product(x, x)).toBeGreaterThanOrEqual(product(y, y) - 1e-9);
        expect(explained[0]! + explained[1]!).toBeLessThanOrEqual(1 + 1e-12);
      }),
    );
  });

  it('points towards more of what it is made of most', () => {
    const rows = [
      [1, 5],
      [2, 4],
      [3, 3.5],
      [4, 1],
    ];
    const { axes } = principalAxes({ matrix: matrixFromRows(rows) }, silent);
    const turned = principalAxes({ matrix: matrixFromRows(rows.map(([a, b]) => [b!, a!])) }, silent);
    expect(columnOf(axes, 0)[0]).toBeGreaterThan(0);
    expect([...columnOf(turned.axes, 0)].map((value) => value.toFixed(9))).toEqual(
      [...columnOf(axes, 0)].map((value) => value.toFixed(9)),
    );
  });

  it('gives one axis for one column, and none where nothing varies', () => {
    const { axes, explained } = principalAxes({ matrix: matrixFromRows([[1], [2], [6]]) }, silent);
    expect([...axes.data]).toEqual([-2, -1, 3]);
    expect(explained).toEqual([1]);
    expect(
      principalAxes(
        {
          matrix: matrixFromRows([
            [4, 4],
            [4, 4],
          ]),
        },
        silent,
      ).explained,
    ).toEqual([0, 0]);
  });
});
