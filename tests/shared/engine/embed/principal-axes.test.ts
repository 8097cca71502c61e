import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { eigenOf } from '../../../../src/shared/engine/embed/jacobi.ts';
import { principalAxes } from '../../../../src/shared/engine/embed/principal-axes.ts';
import { columnOf, matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';

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

  it.each([
    [60, 150],
    [200, 120],
    [1, 130],
  ])('is as exact for %i rows of %i columns', { timeout: 60_000 }, (rows, columns) => {
    const random = createRandom(7);
    const hidden = Array.from({ length: 3 }, () => Array.from({ length: columns }, () => random() - 0.5));
    const data = Array.from({ length: rows }, () => {
      const along = [random() * 9, random() * 5, random() * 2];
      return Array.from({ length: columns }, (_, j) =>
        along.reduce((sum, t, f) => sum + t * hidden[f]![j]!, random() / 5),
      );
    });
    const { axes, explained } = principalAxes({ matrix: matrixFromRows(data) }, silent);
    const means = Array.from({ length: columns }, (_, j) => data.reduce((sum, row) => sum + row[j]!, 0) / rows);
    const centred = data.map((row) => row.map((value, j) => value - means[j]!));
    const covariance = Float64Array.from({ length: columns * columns }, (_, at) => {
      const [p, q] = [Math.floor(at / columns), at % columns];
      return centred.reduce((sum, row) => sum + row[p]! * row[q]!, 0) / rows;
    });
    const { values, vectors } = eigenOf(covariance, columns, silent);
    const total = values.reduce((sum, value) => sum + value, 0);
    for (const axis of rows > 1 ? [0, 1] : []) {
      expect(explained[axis]).toBeCloseTo(values[axis]! / total, 9);
      const exact = centred.map((row) => row.reduce((sum, value, j) => sum + value * vectors[axis]![j]!, 0));
      const found = columnOf(axes, axis);
      const sign = Math.sign(product(found, Float64Array.from(exact)));
      exact.forEach((value, i) => {
        expect(found[i]! * sign).toBeCloseTo(value, 7);
      });
    }
    if (rows === 1) expect([...axes.data]).toEqual([0, 0]);
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
