import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { sizesOf } from '../../../../src/shared/engine/labels.ts';
import { createMatrix, type Matrix } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { assignNearest } from '../../../../src/shared/engine/tree/assign-nearest.ts';
import { cutAtHeight, cutTree, labelRows } from '../../../../src/shared/engine/tree/cut.ts';
import { foldTree } from '../../../../src/shared/engine/tree/fold.ts';
import { growTree } from '../../../../src/shared/engine/tree/grow.ts';
import { growMicroTree, type MicroTree } from '../../../../src/shared/engine/tree/micro-tree.ts';
import { adjustedRandIndex } from '../../../../src/shared/engine/validate/adjusted-rand-index.ts';
import { normalOf } from '../../../../src/shared/engine/validate/random-normal.ts';
import { pointMatrix } from '../../../reference/points.ts';
import { onThreads } from '../../../support/machine.ts';

/** Round clouds of different sizes on a grid, six of their widths apart, and which cloud each row is of. */
const clouds = (rows: number, columns: number, seed: number): { matrix: Matrix; truth: Int32Array } => {
  const random = createRandom(seed);
  const matrix = createMatrix(rows, columns);
  const truth = Int32Array.from({ length: rows }, () => Math.floor(7 * random() ** 2));
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < columns; j += 1) {
      const middle = j === 0 ? 6 * (truth[i]! % 3) : j === 1 ? 6 * Math.floor(truth[i]! / 3) : 0;
      matrix.data[j * rows + i] = middle + normalOf(random);
    }
  return { matrix, truth };
};

const totalOf = ({ rows, columns, data }: Matrix): number => {
  let total = 0;
  for (let j = 0; j < columns; j += 1) {
    const column = data.subarray(j * rows, (j + 1) * rows);
    const mean = column.reduce((sum, value) => sum + value, 0) / rows;
    total += column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
  }
  return total;
};

const expectMicroTree = ({ tree, leafOf, centres, leafScatter }: MicroTree, matrix: Matrix): void => {
  const { rows, heights, sizes, leafSizes } = tree;
  expect(sizesOf(leafOf, rows)).toEqual(leafSizes);
  expect(Math.min(...leafSizes)).toBeGreaterThan(0);
  expect(centres.rows).toBe(rows);
  if (rows > 1) expect(sizes.at(-1)).toBe(matrix.rows);
  expect(heights).toEqual(heights.toSorted());
  const within = leafScatter.reduce((sum, scatter) => sum + scatter, 0);
  const between = heights.reduce((sum, height) => sum + height ** 2, 0) / 2;
  const total = totalOf(matrix);
  expect(Math.abs(within + between - total)).toBeLessThanOrEqual(1e-9 * total);
};

describe('growMicroTree', () => {
  it('keeps every row and the whole sum of squares, in leaves and in heights', () => {
    fc.assert(
      fc.property(
        fc.nat(),
        fc.integer({ min: 1, max: 300 }),
        fc.integer({ min: 1, max: 6 }),
        fc.integer({ min: 1, max: 40 }),
        fc.integer({ min: 1, max: 200 }),
        (seed, rows, columns, leaves, sampled) => {
          const matrix = pointMatrix(rows, columns, seed);
          const micro = growMicroTree({ matrix, seed, leaves, sampled }, silent);
          expect(micro.tree.rows).toBeLessThanOrEqual(leaves);
          expectMicroTree(micro, matrix);
        },
      ),
      { numRuns: 60 },
    );
  });

  it('is the top of the exact tree where all rows are in the sample', () => {
    const matrix = pointMatrix(900, 3, 5);
    const exact = growTree({ matrix, linkage: 'ward' }, silent);
    const micro = growMicroTree({ matrix, seed: 1, leaves: 60 }, silent);
    expect(micro.tree.rows).toBe(60);
    micro.tree.heights.forEach((height, i) => {
      const wanted = exact.heights[900 - 60 + i]!;
      expect(Math.abs(height - wanted)).toBeLessThanOrEqual(1e-9 * wanted);
    });
    for (const k of [2, 5, 30])
      expect(labelRows(micro, cutTree({ tree: micro.tree, k }))).toEqual(cutTree({ tree: exact, k }));
  });

  it('gives the same bytes on any number of threads, in TypeScript and by kernels', async () => {
    const { matrix } = clouds(5000, 5, 2);
    const grow = () => growMicroTree({ matrix, seed: 3, leaves: 150, sampled: 1200 }, silent);
    const plain = await onThreads(0, grow);
    expectMicroTree(plain, matrix);
    for (const threads of [1, 3]) expect(await onThreads(threads, grow)).toEqual(plain);
  });

  it('finds clouds that stand apart among very many rows', () =>
    onThreads(2, () => {
      const { matrix, truth } = clouds(200_000, 4, 4);
      const micro = growMicroTree({ matrix, seed: 1, leaves: 1000, sampled: 8000 }, silent);
      expectMicroTree(micro, matrix);
      const labels = labelRows(micro, cutTree({ tree: micro.tree, k: 7 }));
      expect(adjustedRandIndex(labels, truth)).toBeGreaterThan(0.97);
      const sizes = [...sizesOf(labels, 7)];
      expect(sizes).toEqual(sizes.toSorted((a, b) => b - a));
      const folded = foldTree(micro.tree, 20);
      expect(folded.leafSizes.reduce((sum, size) => sum + size, 0)).toBe(200_000);
      expect(cutAtHeight(micro.tree, micro.tree.heights.at(-2)!)).toEqual(cutTree({ tree: micro.tree, k: 2 }));
    }));

  it('stands few different rows', () => {
    const matrix = createMatrix(500, 2);
    for (let i = 0; i < 500; i += 1) matrix.data[i] = i % 4;
    const micro = growMicroTree({ matrix, seed: 1, leaves: 50, sampled: 100 }, silent);
    expect(micro.tree.rows).toBe(4);
    expect([...micro.tree.leafSizes]).toEqual([125, 125, 125, 125]);
    expect([...micro.leafScatter]).toEqual([0, 0, 0, 0]);
    expect(growMicroTree({ matrix: createMatrix(1, 3), seed: 1 }, silent).tree).toMatchObject({ rows: 1 });
  });

  it('stops when it is cancelled', () =>
    onThreads(2, () => {
      const matrix = pointMatrix(20_000, 4, 1);
      for (const after of [1, 10, 60]) {
        let polls = 0;
        const progress = { report: () => {}, cancelled: () => ++polls > after };
        expect(() => growMicroTree({ matrix, seed: 1, leaves: 500, sampled: 2000 }, progress)).toThrowError(
          expect.objectContaining({ code: 'cancelled' }) as Error,
        );
      }
    }));
});

describe('assignNearest', () => {
  it('takes the first of equally near centres, by kernels and in TypeScript, also far from all', async () => {
    const random = createRandom(9);
    const whole = (rows: number, most: number) => {
      const matrix = createMatrix(rows, 3);
      for (let i = 0; i < matrix.data.length; i += 1) matrix.data[i] = Math.floor(random() * most);
      return matrix;
    };
    const matrix = whole(3000, 12);
    matrix.data[5] = 1e9;
    const centres = whole(300, 12);
    const wanted = Int32Array.from({ length: 3000 }, (_, row) => {
      let best = 0;
      let least = Number.POSITIVE_INFINITY;
      for (let id = 0; id < 300; id += 1) {
        let square = 0;
        for (let j = 0; j < 3; j += 1) square += (matrix.data[j * 3000 + row]! - centres.data[j * 300 + id]!) ** 2;
        if (square < least) {
          least = square;
          best = id;
        }
      }
      return best;
    });
    for (const threads of [0, 1, 2])
      expect(await onThreads(threads, () => assignNearest(matrix, centres, silent))).toEqual(wanted);
  });
});
