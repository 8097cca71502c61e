import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createMatrix, type Matrix, matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { type Progress, silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { orderMerges } from '../../../../src/shared/engine/tree/order-merges.ts';
import { wardMerges } from '../../../../src/shared/engine/tree/ward.ts';
import { pointMatrix } from '../../../reference/points.ts';
import { wardByChain } from '../../../reference/ward-chain.ts';
import { onThreads } from '../../../support/machine.ts';

interface Case {
  readonly name: string;
  readonly matrix: Matrix;
  readonly weights?: Float64Array;
}

const matrixOf = (rows: number, columns: number, seed: number, value: (random: () => number) => number): Matrix => {
  const matrix = createMatrix(rows, columns);
  const random = createRandom(seed);
  for (let i = 0; i < matrix.data.length; i += 1) matrix.data[i] = value(random);
  return matrix;
};

const weightsOf = (rows: number, seed: number): Float64Array => {
  const random = createRandom(seed);
  return Float64Array.from({ length: rows }, () => 0.1 + 5 * random() ** 3);
};

/** Sizes around those of leaves (16) and groups (256) of boxes, ties, equal rows, weights, many and few columns. */
const cases: Case[] = [
  { name: 'one row', matrix: matrixFromRows([[1, 2]]) },
  { name: 'two rows', matrix: matrixFromRows([[1], [4]]) },
  ...[15, 16, 17, 255, 256, 257, 700, 4100].map((rows) => ({
    name: `${rows} rows`,
    matrix: pointMatrix(rows, 1 + (rows % 5), rows),
  })),
  { name: 'whole numbers', matrix: matrixOf(900, 2, 1, (random) => Math.floor(random() * 12)) },
  { name: 'few different rows', matrix: matrixOf(2000, 2, 2, (random) => Math.floor(random() * 3)) },
  { name: 'equal rows only', matrix: matrixOf(300, 3, 3, () => 7) },
  { name: 'weights', matrix: pointMatrix(1200, 4, 4), weights: weightsOf(1200, 4) },
  {
    name: 'weights and ties',
    matrix: matrixOf(600, 2, 5, (random) => Math.floor(random() * 9)),
    weights: Float64Array.from({ length: 600 }, (_, i) => 1 + (i % 3)),
  },
  {
    name: 'weights of every size',
    matrix: pointMatrix(500, 3, 11),
    weights: Float64Array.from({ length: 500 }, (_, i) => 10 ** ((i % 61) - 30)),
  },
  { name: 'forty columns', matrix: matrixOf(400, 40, 6, (random) => random()) },
  { name: 'far from zero', matrix: matrixOf(800, 3, 7, (random) => 1e7 + random()) },
  { name: 'tiny numbers', matrix: matrixOf(500, 3, 8, (random) => random() * 1e-200) },
  { name: 'huge numbers', matrix: matrixOf(500, 3, 9, (random) => random() * 1e200) },
  { name: 'far outliers', matrix: matrixOf(800, 3, 10, (random) => random() ** -6) },
];

describe('Ward’s merges', () => {
  it('are the same bytes in plain TypeScript and by kernels, on any number of threads', async () => {
    const grow = () => cases.map((given) => wardMerges(given, silent));
    const plain = await onThreads(0, grow);
    for (const threads of [1, 3]) {
      const found = await onThreads(threads, grow);
      found.forEach((merges, i) => {
        expect(merges, `${cases[i]!.name} on ${threads}`).toEqual(plain[i]);
      });
    }
  });

  it('are those of the nearest-neighbour chain where no two distances are the same', () =>
    onThreads(2, () => {
      fc.assert(
        fc.property(
          fc.nat(),
          fc.integer({ min: 2, max: 400 }),
          fc.integer({ min: 1, max: 8 }),
          (seed, rows, columns) => {
            const matrix = pointMatrix(rows, columns, seed);
            const one = orderMerges(rows, wardByChain(matrix, silent));
            const other = orderMerges(rows, wardMerges({ matrix }, silent));
            expect(other.left).toEqual(one.left);
            expect(other.right).toEqual(one.right);
            one.heights.forEach((height, i) => {
              expect(Math.abs(other.heights[i]! - height)).toBeLessThanOrEqual(1e-12 * height);
            });
          },
        ),
        { numRuns: 40 },
      );
    }));

  it('take a row of weight w for w equal rows', () =>
    onThreads(1, () => {
      fc.assert(
        fc.property(fc.nat(), fc.integer({ min: 2, max: 60 }), (seed, rows) => {
          const matrix = pointMatrix(rows, 3, seed);
          const random = createRandom(seed);
          const weights = Float64Array.from({ length: rows }, () => 1 + Math.floor(random() * 4));
          const copies = [...weights].flatMap((weight, row) => Array.from({ length: weight }, () => row));
          const repeated = createMatrix(copies.length, 3);
          for (let j = 0; j < 3; j += 1)
            copies.forEach((row, i) => {
              repeated.data[j * copies.length + i] = matrix.data[j * rows + row]!;
            });
          const heights = wardMerges({ matrix, weights }, silent).heights.toSorted();
          const wanted = wardMerges({ matrix: repeated }, silent)
            .heights.toSorted()
            .slice(copies.length - rows);
          expect(heights).toEqual(wanted);
        }),
        { numRuns: 40 },
      );
    }));

  it('do not depend on the order of rows, where no two distances are the same', () => {
    const rows = 300;
    const matrix = pointMatrix(rows, 4, 12);
    const turned = createMatrix(rows, 4);
    for (let j = 0; j < 4; j += 1)
      for (let i = 0; i < rows; i += 1) turned.data[j * rows + i] = matrix.data[(j + 1) * rows - 1 - i]!;
    const heights = wardMerges({ matrix }, silent).heights.toSorted();
    wardMerges({ matrix: turned }, silent)
      .heights.toSorted()
      .forEach((height, i) => {
        expect(Math.abs(height - heights[i]!)).toBeLessThanOrEqual(1e-12 * height);
      });
  });

  it('rise from children to parents, ties or not', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: 0, max: 4 }), fc.integer({ min: 0, max: 4 })), {
          minLength: 1,
          maxLength: 60,
        }),
        (rows) => {
          const { one, other, heights } = wardMerges({ matrix: matrixFromRows(rows) }, silent);
          const heightOf = new Float64Array(rows.length);
          heights.forEach((height, i) => {
            expect(height).toBeGreaterThanOrEqual(Math.max(heightOf[one[i]!]!, heightOf[other[i]!]!));
            heightOf[one[i]!] = height;
          });
        },
      ),
    );
  });

  it('stop when they are cancelled, and report a share of the work that never falls', async () => {
    const matrix = pointMatrix(3000, 4, 13);
    for (const threads of [0, 2])
      await onThreads(threads, () => {
        const fractions: number[] = [];
        wardMerges({ matrix }, { ...silent, report: (fraction) => fractions.push(fraction) });
        expect(fractions).toEqual(fractions.toSorted((a, b) => a - b));
        expect(fractions.at(-1)).toBe(1);
        let polls = 0;
        const stopping: Progress = { report: () => {}, cancelled: () => ++polls > 5 };
        expect(() => wardMerges({ matrix }, stopping)).toThrowError(
          expect.objectContaining({ code: 'cancelled' }) as Error,
        );
      });
  });
});
