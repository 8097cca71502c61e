import { createMatrix, type Matrix } from '../../../../src/shared/engine/matrix.ts';
import type { MatrixMethod, MethodInput } from '../../../../src/shared/engine/methods/method-fit.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { createNormal } from '../../../../src/shared/engine/validate/random-normal.ts';

/** A method as it is asked for, and with which columns of categories over so many rows. */
export interface Asked {
  readonly name: string;
  readonly method: MatrixMethod;
  readonly options: Partial<MethodInput>;
  /** Whether the division depends on the rows alone: no starts that are drawn by a row's number. */
  readonly isExact: boolean;
  /** Whether the number of parts is given. */
  readonly takesK: boolean;
}

const exact = { options: {}, isExact: true, takesK: true };
const drawn = { options: {}, isExact: false, takesK: true };

export const everyMethod: readonly Asked[] = [
  { ...drawn, name: 'kmeans', method: 'kmeans' },
  { ...exact, name: 'ward', method: 'ward' },
  { ...exact, name: 'average', method: 'average' },
  { ...exact, name: 'complete', method: 'complete' },
  { ...exact, name: 'single', method: 'single' },
  { ...exact, name: 'weighted', method: 'weighted' },
  { ...exact, name: 'microward', method: 'microward' },
  ...(['full', 'tied', 'diag', 'spherical'] as const).map(
    (covariance): Asked => ({ ...drawn, name: `gmm ${covariance}`, method: 'gmm', options: { covariance } }),
  ),
  // Mutual reachabilities are equal by their nature: a row's core distance is that to several branches at once. Which
  // of them it joins first, and so whether they make a cluster, is up to the order of rows, as in R's dbscan.
  { ...drawn, name: 'hdbscan', method: 'hdbscan', takesK: false },
  { ...drawn, name: 'kmedoids', method: 'kmedoids' },
  { ...drawn, name: 'kprototypes', method: 'kprototypes' },
];

/** Normal lumps of the given sizes, their middles far from each other in every column, their rows mixed. */
export const lumpsOf = (sizes: readonly number[], columns: number, seed: number, apart = 40): Matrix => {
  const random = createRandom(seed);
  const normal = createNormal(random);
  const rows = sizes.reduce((sum, size) => sum + size, 0);
  const order = shuffled(rows, seed + 1);
  const matrix = createMatrix(rows, columns);
  let row = 0;
  sizes.forEach((size, lump) => {
    for (let i = 0; i < size; i += 1, row += 1)
      for (let j = 0; j < columns; j += 1)
        matrix.data[j * rows + order[row]!] = normal() + apart * ((lump * (j + 1)) % sizes.length);
  });
  return matrix;
};

/** 0 to n − 1 in a seeded order. */
export const shuffled = (n: number, seed: number): Int32Array => {
  const random = createRandom(seed);
  const order = Int32Array.from({ length: n }, (_, i) => i);
  for (let i = n - 1; i > 0; i -= 1) {
    const other = Math.floor(random() * (i + 1));
    [order[i], order[other]] = [order[other]!, order[i]!];
  }
  return order;
};

/** The matrix with every value by a function of its value and column. */
export const mapped = (matrix: Matrix, change: (value: number, column: number) => number): Matrix => {
  const result = createMatrix(matrix.rows, matrix.columns);
  for (let at = 0; at < result.data.length; at += 1)
    result.data[at] = change(matrix.data[at]!, Math.floor(at / matrix.rows));
  return result;
};

/** With one more column, of one value, before the others. */
export const withConstant = (matrix: Matrix, value: number): Matrix => {
  const result = createMatrix(matrix.rows, matrix.columns + 1);
  result.data.fill(value, 0, matrix.rows);
  result.data.set(matrix.data, matrix.rows);
  return result;
};

/** Labels by first appearance, noise kept: equal for equal partitions whatever the labels. */
export const partitionOf = (labels: Int32Array): number[] => {
  const seen = new Map<number, number>([[-1, -1]]);
  return Array.from(labels, (label) => {
    if (!seen.has(label)) seen.set(label, seen.size - 1);
    return seen.get(label)!;
  });
};

/** Sum of squared distances to the means of the parts, row by row; noise left out. */
export const recountedInertia = ({ rows, columns, data }: Matrix, labels: Int32Array): number => {
  const members = new Map<number, number[]>();
  labels.forEach((label, row) => {
    if (label >= 0) members.set(label, [...(members.get(label) ?? []), row]);
  });
  let inertia = 0;
  for (const own of members.values())
    for (let j = 0; j < columns; j += 1) {
      const values = own.map((row) => data[j * rows + row]!);
      const mean = values.reduce((sum, value) => sum + value / values.length, 0);
      inertia += values.reduce((sum, value) => sum + (value - mean) ** 2, 0);
    }
  return inertia;
};
