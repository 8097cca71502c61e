import { closeSync, mkdirSync, openSync, readSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createMatrix, type Matrix } from '../../../../shared/engine/matrix.ts';
import { createRandom, type Random } from '../../../../shared/engine/random.ts';
import { normalOf } from '../../../../shared/engine/validate/random-normal.ts';

/** How the rows lie: apart, into each other as customers do, or with no groups at all. */
export const layouts = ['separated', 'overlapping', 'uniform'] as const;
export type Layout = (typeof layouts)[number];

export const columns = 12;
const kinds = 8;

/** Shares that fall from kind to kind, as those of customers do. */
const kindOf = (random: Random): number => Math.floor(kinds * random() ** 1.5);

const centresOf = (value: () => number): Float64Array[] =>
  Array.from({ length: kinds }, () => Float64Array.from({ length: columns }, value));

const rowOf: Record<Layout, (random: Random) => () => Float64Array> = {
  separated: (random) => {
    const centres = centresOf(() => 10 * random());
    return () => centres[kindOf(random)]!.map((value) => value + normalOf(random));
  },
  overlapping: (random) => {
    const centres = centresOf(() => normalOf(random));
    return () => {
      // Half of what a row is goes through all of its columns, so that columns are correlated.
      const common = normalOf(random);
      return centres[kindOf(random)]!.map((value) => value + 0.7 * normalOf(random) + 0.7 * common);
    };
  },
  uniform: (random) => () => Float64Array.from({ length: columns }, () => random()),
};

/** Seeded rows and, as starting centroids, a row from each eighth of the first 10,000; written as the peers read them. */
export const writeBenchData = (layout: Layout, rows: number, folder: string): void => {
  mkdirSync(folder, { recursive: true });
  const next = rowOf[layout](createRandom(20_240_611));
  const flat = new Float64Array(rows * columns);
  for (let row = 0; row < rows; row += 1) flat.set(next(), row * columns);
  const init = new Float64Array(kinds * columns);
  for (let c = 0; c < kinds; c += 1) {
    const row = Math.floor((c * Math.min(rows, 10_000)) / kinds);
    init.set(flat.subarray(row * columns, (row + 1) * columns), c * columns);
  }
  writeFileSync(join(folder, 'x.f64'), new Uint8Array(flat.buffer));
  writeFileSync(join(folder, 'init8.f64'), new Uint8Array(init.buffer));
};

/** How many rows of that width a folder's data have. */
export const benchDataRows = (folder: string): number => Math.floor(statSync(join(folder, 'x.f64')).size / columns / 8);

/** The first rows of a file of that width. */
export const readBenchMatrix = (path: string, rows: number): Matrix => {
  const flat = new Float64Array(rows * columns);
  const file = openSync(path, 'r');
  try {
    const bytes = new Uint8Array(flat.buffer);
    for (let at = 0; at < bytes.length; ) {
      const read = readSync(file, bytes, at, Math.min(bytes.length - at, 1 << 28), at);
      if (read === 0) throw new RangeError(`${path} has fewer than ${rows} rows.`);
      at += read;
    }
  } finally {
    closeSync(file);
  }
  const matrix = createMatrix(rows, columns);
  for (let row = 0; row < rows; row += 1)
    for (let j = 0; j < columns; j += 1) matrix.data[j * rows + row] = flat[row * columns + j]!;
  return matrix;
};
