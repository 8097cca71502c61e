import { expect, it } from 'vitest';
import { assignNearest } from '../../../../src/main/services/recipes/assign-nearest.ts';
import { columnOf, createMatrix } from '../../../../src/shared/engine/matrix.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { createTestJob } from '../test-shop.ts';

const randomMatrix = (rows: number, columns: number, seed: number) => {
  const random = createRandom(seed);
  const matrix = createMatrix(rows, columns);
  for (let at = 0; at < columns; at += 1) {
    const column = columnOf(matrix, at);
    for (let row = 0; row < rows; row += 1) column[row] = random() * 4 - 2;
  }
  return matrix;
};

it('finds the nearest middle of every row, and the first of two as near', async () => {
  const matrix = randomMatrix(50_000, 3, 1);
  const centers = randomMatrix(5, 3, 2);
  const labels = await assignNearest(matrix, centers, createTestJob());
  const distance = (row: number, center: number) =>
    [0, 1, 2].reduce((sum, at) => sum + (columnOf(matrix, at)[row]! - columnOf(centers, at)[center]!) ** 2, 0);
  expect(new Set(labels)).toEqual(new Set([0, 1, 2, 3, 4]));
  for (let row = 0; row < matrix.rows; row += 97) {
    const all = [0, 1, 2, 3, 4].map((center) => distance(row, center));
    expect(labels[row]).toBe(all.indexOf(Math.min(...all)));
  }
  const twice = createMatrix(2, 1);
  columnOf(twice, 0).set([-1, 1]);
  const between = createMatrix(1, 1);
  expect([...(await assignNearest(between, twice, createTestJob()))]).toEqual([0]);
});

it('hears a cancel', async () => {
  const job = createTestJob();
  job.cancel();
  await expect(assignNearest(randomMatrix(10, 1, 3), randomMatrix(2, 1, 4), job)).rejects.toMatchObject({
    code: 'cancelled',
  });
});
