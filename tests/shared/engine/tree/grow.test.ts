import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { countDifferentRows } from '../../../../src/shared/engine/rows.ts';
import { growTree } from '../../../../src/shared/engine/tree/grow.ts';
import { orderMerges } from '../../../../src/shared/engine/tree/order-merges.ts';
import { differentRows, type Tree } from '../../../../src/shared/engine/tree/tree.ts';
import { wardMerges } from '../../../../src/shared/engine/tree/ward.ts';
import { wardByLibrary } from '../../../../src/shared/engine/tree/ward-by-library.ts';
import { pointMatrix } from '../../../reference/points.ts';
import { coarseRows } from './trees.ts';

const expectTree = (tree: Tree): void => {
  const { rows, left, right, heights, sizes } = tree;
  const children = [...left, ...right].sort((a, b) => a - b);
  expect(children).toEqual(Array.from({ length: 2 * rows - 2 }, (_, i) => i));
  const size = (node: number) => (node < rows ? 1 : sizes[node - rows]!);
  heights.forEach((height, i) => {
    expect(left[i]).toBeLessThan(right[i]!);
    expect(right[i]).toBeLessThan(rows + i);
    expect(sizes[i]).toBe(size(left[i]!) + size(right[i]!));
    if (i > 0) expect(height).toBeGreaterThanOrEqual(heights[i - 1]!);
  });
};

describe('growTree', () => {
  it('is a tree whichever way it is grown, also over ties and equal rows', () => {
    fc.assert(
      fc.property(coarseRows, (rows) => {
        const matrix = matrixFromRows(rows);
        const different = countDifferentRows(matrix, rows.length);
        for (const merges of [wardByLibrary(matrix), wardMerges({ matrix }, silent)]) {
          const tree = orderMerges(rows.length, merges);
          expectTree(tree);
          expect(differentRows(tree)).toBe(different);
        }
      }),
    );
  });

  it('is the same tree by both ways where no two distances are the same', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 2, max: 90 }), fc.integer({ min: 1, max: 5 }), (seed, rows, columns) => {
        const matrix = pointMatrix(rows, columns, seed);
        const one = orderMerges(rows, wardByLibrary(matrix));
        const other = orderMerges(rows, wardMerges({ matrix }, silent));
        expect(other.left).toEqual(one.left);
        expect(other.right).toEqual(one.right);
        one.heights.forEach((height, i) => {
          expect(Math.abs(other.heights[i]! - height) / height).toBeLessThan(1e-9);
        });
      }),
    );
  });

  it('spends exactly the whole sum of squares: half of the squared heights', () => {
    const matrix = pointMatrix(3000, 4, 2);
    const tree = growTree({ matrix, linkage: 'ward' }, silent);
    expectTree(tree);
    let total = 0;
    for (let j = 0; j < 4; j += 1) {
      const column = matrix.data.subarray(j * 3000, (j + 1) * 3000);
      const mean = column.reduce((sum, value) => sum + value, 0) / 3000;
      total += column.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    }
    const spent = tree.heights.reduce((sum, height) => sum + height ** 2, 0) / 2;
    expect(Math.abs(spent - total) / total).toBeLessThan(1e-10);
  });

  it('gives the same bytes twice and stands single rows', () => {
    const grow = () => growTree({ matrix: pointMatrix(900, 2, 8), linkage: 'ward' }, silent);
    expect(grow()).toEqual(grow());
    expect(growTree({ matrix: matrixFromRows([[1, 2]]), linkage: 'ward' }, silent)).toMatchObject({ rows: 1 });
  });
});
