import { AppError } from '../../errors.ts';
import { machineInUse } from '../kernels/machine.ts';
import type { Matrix } from '../matrix.ts';
import type { Progress } from '../progress.ts';
import { pickRows } from '../sample.ts';
import { firstEqualRows } from './equal-rows.ts';
import { linkageByKernels } from './linkage-by-kernels.ts';
import { linkagePlain } from './linkage-plain.ts';
import type { MatrixLinkage } from './linkage-share.ts';
import type { LooseMerges } from './order-merges.ts';

/** So many rows' distances take 1.94 of the 2 GB that a tree may take. */
export const linkageAtMost = 22_000;

/** The different rows, how many there are of each, and for each row the first that is equal to it. */
const gatherEqual = (matrix: Matrix, progress: Progress) => {
  const first = firstEqualRows(matrix, progress);
  const different = Int32Array.from(first.keys()).filter((row) => first[row] === row);
  const all = new Float64Array(matrix.rows);
  for (const row of first) all[row]! += 1;
  return { different, counts: Float64Array.from(different, (row) => all[row]!), first };
};

/** Merges of different rows as those of all: first those of equal ones, at height 0. */
const withEqual = (merges: LooseMerges, different: Int32Array, first: Int32Array): LooseMerges => {
  const equal = Int32Array.from(first.keys()).filter((row) => first[row] !== row);
  return {
    one: Int32Array.from([...equal.map((row) => first[row]!), ...merges.one.map((row) => different[row]!)]),
    other: Int32Array.from([...equal, ...merges.other.map((row) => different[row]!)]),
    heights: Float64Array.from([...equal.map(() => 0), ...merges.heights]),
  };
};

/**
 * Merges by average (UPGMA), complete or weighted (WPGMA) linkage of euclidean distances, exact: the nearest-neighbour
 * chain (Murtagh 1983; Müllner 2011) over the triangle of all distances, updated as Lance & Williams (1967). Of equally
 * near branches that whose last row comes first;
 * equal rows are one branch from the start. Any number of threads gives the same bytes. O(rows²) time and memory
 * (4·rows² bytes) beside the distances, which take O(rows² × columns).
 * @throws AppError `tooManyCustomers`, `cancelled`
 */
export const mergesByLinkage = (matrix: Matrix, linkage: MatrixLinkage, progress: Progress): LooseMerges => {
  const { rows } = matrix;
  if (rows > linkageAtMost)
    throw new AppError('tooManyCustomers', { customers: rows, limit: linkageAtMost, method: linkage });
  const { different, counts, first } = gatherEqual(matrix, progress);
  const near = different.length === rows ? matrix : pickRows(matrix, different);
  const machine = machineInUse();
  const merges =
    (machine && linkageByKernels(machine, near, linkage, counts, progress)) ??
    linkagePlain(near, linkage, counts, progress);
  return different.length === rows ? merges : withEqual(merges, different, first);
};
