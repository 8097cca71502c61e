import { columnOf, createMatrix, type Matrix } from '../../../../src/shared/engine/matrix.ts';
import { createRandom, type Random } from '../../../../src/shared/engine/random.ts';
import { createNormal } from '../../../../src/shared/engine/validate/random-normal.ts';

/** Rows × columns from a seed. */
export type Maker = (rows: number, columns: number, seed: number) => Matrix;

/** Rows one after the other, each written into `row`. */
const byRows =
  (rowFrom: (uniform: Random, normal: Random) => (row: Float64Array) => void): Maker =>
  (rows, columns, seed) => {
    const uniform = createRandom(seed);
    const next = rowFrom(uniform, createNormal(uniform));
    const matrix = createMatrix(rows, columns);
    const row = new Float64Array(columns);
    for (let i = 0; i < rows; i += 1) {
      row.fill(0);
      next(row);
      for (let j = 0; j < columns; j += 1) matrix.data[j * rows + i] = row[j]!;
    }
    return matrix;
  };

const each = (one: (uniform: Random, normal: Random) => number): Maker =>
  byRows((uniform, normal) => (row) => {
    for (let j = 0; j < row.length; j += 1) row[j] = one(uniform, normal);
  });

/** Normal columns of which every two are correlated by `rho`, each value then changed by `shape`. */
const correlated = (rho: number, shape: (value: number) => number = (value) => value): Maker =>
  byRows((_, normal) => (row) => {
    const common = Math.sqrt(rho) * normal();
    for (let j = 0; j < row.length; j += 1) row[j] = shape(common + Math.sqrt(1 - rho) * normal());
  });

/** One lump each: what must be called “none”. */
export const lumps: Record<string, Maker> = {
  uniform: each((uniform) => uniform()),
  normal: each((_, normal) => normal()),
  'correlated 0.5': correlated(0.5),
  'correlated 0.9': correlated(0.9),
  'log-normal 0.5': each((_, normal) => Math.exp(0.5 * normal())),
  'log-normal 1': each((_, normal) => Math.exp(normal())),
  'log-normal 0.7, correlated 0.6': correlated(0.6, (value) => Math.exp(0.7 * value)),
};

/** No lumps apart, but easily taken for such: what must not be called “clear”, most of it not even “weak”. */
export const traps: Record<string, Maker> = {
  'Student t, 2 degrees': each((uniform, normal) => normal() / Math.sqrt(-Math.log(1 - uniform()))),
  'Student t, 2 degrees, elliptical': byRows((uniform, normal) => (row) => {
    const scale = Math.sqrt(-Math.log(1 - uniform()));
    for (let j = 0; j < row.length; j += 1) row[j] = normal() / scale;
  }),
  Cauchy: each((_, normal) => normal() / normal()),
  ball: byRows((uniform, normal) => (row) => {
    for (let j = 0; j < row.length; j += 1) row[j] = normal();
    const scale = uniform() ** (1 / row.length) / Math.hypot(...row);
    for (let j = 0; j < row.length; j += 1) row[j]! *= scale;
  }),
  'ratings 1 to 5': each((uniform) => 1 + Math.floor(uniform() * 5)),
  'a rating and what varies less': byRows((uniform, normal) => (row) => {
    for (let j = 0; j < row.length; j += 1) row[j] = 0.2 * normal();
    row[0] = 1 + Math.floor(uniform() * 5);
  }),
  'yes or no': each((uniform) => (uniform() < 0.3 ? 1 : 0)),
  'log of order counts': byRows((uniform, normal) => (row) => {
    const keen = Math.exp(0.7 * normal());
    for (let j = 0; j < row.length; j += 1) row[j] = Math.log1p(1 + Math.floor(-Math.log(1 - uniform()) * 3 * keen));
  }),
  'many zeros': each((uniform, normal) => (uniform() < 0.4 ? 0 : Math.exp(normal()))),
  'one of three, and normal': byRows((uniform, normal) => (row) => {
    for (let j = 3; j < row.length; j += 1) row[j] = normal();
    row[Math.min(row.length - 1, Math.floor(uniform() * 3))] = 1;
  }),
  'the same rating everywhere': byRows((uniform) => (row) => {
    row.fill(Math.floor(uniform() * 5));
  }),
  'every row ten times': (rows, columns, seed) => {
    const once = lumps.normal!(Math.ceil(rows / 10), columns, seed);
    const matrix = createMatrix(rows, columns);
    for (let j = 0; j < columns; j += 1)
      for (let i = 0; i < rows; i += 1) columnOf(matrix, j)[i] = columnOf(once, j)[i % once.rows]!;
    return matrix;
  },
  'one column of many varies': byRows((_, normal) => (row) => {
    row.fill(7);
    row[0] = normal();
  }),
};

/** Two normal lumps of one size, their middles so many standard deviations apart along the diagonal. */
export const twoLumps = (apart: number): Maker =>
  byRows((uniform, normal) => (row) => {
    const by = uniform() < 0.5 ? apart / Math.sqrt(row.length) : 0;
    for (let j = 0; j < row.length; j += 1) row[j] = normal() + by;
  });
