import { describe, expect, it } from 'vitest';
import { fitFrom, type KmeansFit } from '../../../../src/shared/engine/cluster/fit-kmeans.ts';
import { fitOnGrid } from '../../../../src/shared/engine/cluster/fit-on-grid.ts';
import { centroidsOnGrid, gridOf } from '../../../../src/shared/engine/cluster/grid.ts';
import { pointsOf } from '../../../../src/shared/engine/cluster/points.ts';
import { createMatrix, type Matrix } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom, type Random } from '../../../../src/shared/engine/random.ts';
import { countDifferentRows, rowMajor } from '../../../../src/shared/engine/rows.ts';
import { normalOf } from '../../../../src/shared/engine/validate/random-normal.ts';
import { onThreads } from '../../../support/machine.ts';

/** Six round clouds, their centers about two deviations from the middle. */
const clouds = (rows: number, columns: number, random: Random): Matrix => {
  const centers = Array.from({ length: 6 }, () => Array.from({ length: columns }, () => 2 * normalOf(random)));
  const matrix = createMatrix(rows, columns);
  for (let i = 0; i < rows; i += 1) {
    const center = centers[Math.floor(random() * 6)]!;
    for (let j = 0; j < columns; j += 1) matrix.data[j * rows + i] = center[j]! + normalOf(random);
  }
  return matrix;
};

type Bend = (value: number, row: number, column: number) => number;
const suited: [string, Bend][] = [
  ['clouds', (value) => value],
  ['tenths with many ties', (value) => Math.round(value * 10) / 10],
  ['numbers far from 0', (value) => value + 1e9],
  ['a constant column beside others', (value, _, column) => (column === 0 ? 7.3 : value)],
  ['numbers as small as they are large elsewhere', (value) => value * 1e-100],
  ['one row out of all proportion', (value, row) => (row === 777 ? value * 1e9 : value)],
  ['a few rows that do not fit the grid', (value, row) => (row % 300 === 7 ? value * 1e3 : value)],
];
const unsuited: [string, Bend][] = [
  ['every twelfth row out of all proportion', (value, row) => (row % 12 === 5 ? value * 1e6 : value)],
  ['numbers too large to be squared by whole steps', (value) => value * 1e150],
];

const startsFrom = ({ rows, columns, data }: Matrix, k: number, random: Random): Matrix => {
  const init = createMatrix(k, columns);
  // Even rows: those out of all proportion are odd.
  for (let c = 0; c < k; c += 1)
    for (let j = 0; j < columns; j += 1) init.data[j * k + c] = data[j * rows + 2 * Math.floor((random() * rows) / 2)]!;
  return init;
};

const bent = (rows: number, columns: number, random: Random, bend: Bend): Matrix => {
  const matrix = clouds(rows, columns, random);
  for (let at = 0; at < matrix.data.length; at += 1)
    matrix.data[at] = bend(matrix.data[at]!, at % rows, Math.floor(at / rows));
  return matrix;
};

const expectSame = (found: KmeansFit, plain: KmeansFit): void => {
  expect(found.iterations).toBe(plain.iterations);
  expect(found.labels).toEqual(plain.labels);
  expect(Math.abs(found.inertia - plain.inertia)).toBeLessThanOrEqual(1e-12 * plain.inertia);
  const size = plain.centroids.data.reduce((most, value) => Math.max(most, Math.abs(value)), 0);
  found.centroids.data.forEach((value, at) => {
    expect(Math.abs(value - plain.centroids.data[at]!)).toBeLessThanOrEqual(1e-13 * size);
  });
};

const shapes = [
  { rows: 3001, columns: 1, k: 3, tolerance: 1e-4 },
  { rows: 2050, columns: 2, k: 7, tolerance: 0 },
  { rows: 5003, columns: 5, k: 17, tolerance: 1e-4 },
  { rows: 4098, columns: 12, k: 8, tolerance: 0 },
  { rows: 1500, columns: 9, k: 1, tolerance: 0 },
];

describe('k-means over rows on a grid is k-means in plain TypeScript', () => {
  it.each(suited)('over %s, byte for byte on any number of threads', { timeout: 30_000 }, async (_, bend) => {
    const random = createRandom(21);
    for (const { rows, columns, k: most, tolerance } of shapes) {
      const matrix = bent(rows, columns, random, bend);
      const k = countDifferentRows(matrix, most);
      const init = startsFrom(matrix, k, random);
      const plain = await onThreads(0, () => fitFrom(pointsOf(matrix), init, tolerance, silent));
      const onGrid: KmeansFit[] = [];
      for (const threads of [1, 2, 3]) {
        const fit = await onThreads(threads, (machine) => {
          const found = fitFrom(pointsOf(matrix), init, tolerance, silent);
          const grid = fitOnGrid(machine!, pointsOf(matrix), rowMajor(init), tolerance, silent);
          // What is asked for takes the grid wherever it serves.
          if (grid !== null) expect(found).toEqual(grid);
          if (columns === 12) expect(grid).not.toBeNull();
          return found;
        });
        expectSame(fit, plain);
        onGrid.push(fit);
      }
      expect(onGrid[1]).toEqual(onGrid[0]);
      expect(onGrid[2]).toEqual(onGrid[0]);
    }
  });

  it.each(unsuited)('and leaves %s to floats', async (_, bend) => {
    const random = createRandom(5);
    const matrix = bent(3000, 4, random, bend);
    const init = startsFrom(matrix, 5, random);
    const plain = await onThreads(0, () => fitFrom(pointsOf(matrix), init, 0, silent));
    const { grid, fit } = await onThreads(2, (machine) => ({
      grid: fitOnGrid(machine!, pointsOf(matrix), rowMajor(init), 0, silent),
      fit: fitFrom(pointsOf(matrix), init, 0, silent),
    }));
    expect(grid).toBeNull();
    expectSame(fit, plain);
  });

  it('takes the inertia from the rows where a difference of sums would lose it', async () => {
    const random = createRandom(9);
    // Clouds a hundred times farther apart than they are wide.
    const matrix = bent(4000, 3, random, (value, row) => value / 50 + (row % 4) * 20);
    const init = createMatrix(4, 3);
    for (let c = 0; c < 4; c += 1) for (let j = 0; j < 3; j += 1) init.data[j * 4 + c] = c * 20;
    const plain = await onThreads(0, () => fitFrom(pointsOf(matrix), init, 0, silent));
    const grid = await onThreads(2, (machine) => fitOnGrid(machine!, pointsOf(matrix), rowMajor(init), 0, silent));
    expectSame(grid!, plain);
  });
});

it('bounds the error of products on the grid', () => {
  const random = createRandom(4);
  for (const columns of [1, 3, 12, 40]) {
    const matrix = clouds(1200, columns, random);
    const { data, rows } = matrix;
    const grid = gridOf(matrix)!;
    const centroids = rowMajor(startsFrom(matrix, 6, random));
    const { values, halves, slack, pairSlacks, blur, unit } = centroidsOnGrid(grid, centroids);
    const width = (columns + 1) & ~1;
    let most = 0;
    for (let row = 0; row < rows; row += 1) {
      const x = Array.from({ length: columns }, (_, j) => (data[j * rows + row]! - grid.centers[j]!) * grid.scale);
      const q = x.map(Math.round);
      const square = q.reduce((sum, one) => sum + one * one, 0);
      const pair = [0, 1, 2, 3, 4, 5].map((c) => {
        let product = halves[c]!;
        let exact = 0;
        for (let j = 0; j < columns; j += 1) {
          const center = (centroids[c * columns + j]! - grid.centers[j]!) * grid.scale;
          product += q[j]! * values[c * width + j]!;
          exact += x[j]! * center - (center * center) / 2;
        }
        return { product, exact: exact / unit };
      });
      for (const [i, a] of pair.entries())
        for (const [j, b] of pair.entries()) {
          expect(Math.abs(a.product)).toBeLessThan(2 ** 30);
          const error = Math.abs(a.product - b.product - (a.exact - b.exact));
          const ofPair = pairSlacks![i * 6 + j]!;
          expect(ofPair).toBeLessThanOrEqual(slack * (1 + 1e-6));
          expect(ofPair).toBe(pairSlacks![j * 6 + i]);
          most = Math.max(most, error / (ofPair + blur * square));
        }
    }
    expect(most).toBeLessThan(1);
    // And is not so wide that it says nothing.
    expect(most).toBeGreaterThan(0.02);
  }
});
