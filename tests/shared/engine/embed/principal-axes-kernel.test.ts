import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { principalAxesByKernel, principalAxesPlain } from '../../../../src/shared/engine/embed/principal-axes.ts';
import { centredProducts } from '../../../../src/shared/engine/embed/principal-axes-kernel.ts';
import { createMatrix, matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { onThreads } from '../../../support/machine.ts';

/** Columns of different widths that hang together, about a mean. */
const stretched = (rows: number, columns: number, seed: number, mean = 0) => {
  const random = createRandom(seed);
  const matrix = createMatrix(rows, columns);
  for (let i = 0; i < rows; i += 1) {
    const along = random();
    for (let j = 0; j < columns; j += 1)
      matrix.data[j * rows + i] = mean + (columns - j) * (along + random() / (1 + 2 * j));
  }
  return matrix;
};

const furthest = (one: Float64Array, other: Float64Array): number =>
  one.reduce((most, value, i) => Math.max(most, Math.abs(value - other[i]!)), 0);

describe('principalAxesByKernel', () => {
  it('gives what plain TypeScript gives, for any rows and columns', async () => {
    await onThreads(2, (machine) => {
      fc.assert(
        fc.property(
          fc.integer({ min: 1, max: 3000 }),
          fc.integer({ min: 1, max: 9 }),
          fc.nat(1e6),
          (rows, columns, seed) => {
            const matrix = stretched(rows, columns, seed, 3);
            const kernel = principalAxesByKernel(machine!, matrix, silent)!;
            const plain = principalAxesPlain(matrix, silent);
            kernel.explained.forEach((share, axis) => {
              expect(share).toBeCloseTo(plain.explained[axis]!, 10);
            });
            // Nearly equal axes may be turned within their plane.
            fc.pre(rows > 20);
            expect(furthest(kernel.axes.data, plain.axes.data)).toBeLessThan(1e-8);
            kernel.loadings.forEach((vector, axis) => {
              expect(Math.hypot(...vector)).toBeCloseTo(1, 12);
              vector.forEach((weight, j) => {
                expect(weight).toBeCloseTo(plain.loadings[axis]![j]!, 8);
              });
            });
          },
        ),
        { numRuns: 60 },
      );
    });
  });

  it('gives the same bytes on any number of threads, over several copies of rows', async () => {
    const matrix = stretched(50_001, 7, 5);
    const [one, two, three] = [
      await onThreads(1, (machine) => principalAxesByKernel(machine!, matrix, silent)),
      await onThreads(2, (machine) => principalAxesByKernel(machine!, matrix, silent)),
      await onThreads(3, (machine) => principalAxesByKernel(machine!, matrix, silent)),
    ];
    expect(two).toEqual(one);
    expect(three).toEqual(one);
    expect(furthest(one!.axes.data, principalAxesPlain(matrix, silent).axes.data)).toBeLessThan(1e-9);
  });

  it('keeps its digits far from zero and in a sorted column, and finds no variance where there is none', async () => {
    await onThreads(2, (machine) => {
      const rows = 40_000;
      const matrix = createMatrix(rows, 3);
      for (let i = 0; i < rows; i += 1) {
        matrix.data[i] = 1e9 + i / rows;
        matrix.data[rows + i] = i < rows - 1 ? 0.1 : 5;
        matrix.data[2 * rows + i] = 0.3;
      }
      const { means, covariance } = centredProducts(machine!, matrix, silent)!;
      // The variance of 0, 1, …, n − 1 over n.
      const exact = (rows ** 2 - 1) / 12 / rows ** 2;
      expect(Math.abs(covariance[0]! / exact - 1)).toBeLessThan(1e-6);
      expect(Math.abs(covariance[4]! / ((4.9 ** 2 * (1 - 1 / rows)) / rows) - 1)).toBeLessThan(1e-12);
      expect([covariance[2], covariance[5], covariance[8]]).toEqual([0, 0, 0]);
      expect(means[2]).toBe(0.3);
    });
    expect(principalAxesPlain(matrixFromRows(Array(1000).fill([0.1, 0.7])), silent).explained).toEqual([0, 0]);
  });

  it('stops between two copies of rows when cancelled', async () => {
    const matrix = stretched(400_000, 12, 1);
    let looks = 0;
    const cancelled = () => {
      looks += 1;
      return looks > 10;
    };
    await onThreads(2, (machine) => {
      const begun = performance.now();
      expect(() => principalAxesByKernel(machine!, matrix, { report: () => {}, cancelled })).toThrow('cancelled');
      expect(performance.now() - begun).toBeLessThan(200);
    });
  });
});
