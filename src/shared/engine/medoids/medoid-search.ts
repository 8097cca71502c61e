import { type Arena, arenaBytes } from '../kernels/arena.ts';
import type { Machine } from '../kernels/machine.ts';
import { withMachine } from '../kernels/plain-machine.ts';
import type { Matrix } from '../matrix.ts';
import { type GowerSpace, gowerBetween } from '../mixed/gower.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { pickRows } from '../sample.ts';
import { medoidsPiece } from './medoids-piece.ts';
import { plainMedoids } from './medoids-plain.ts';

/** What rows are apart by. */
export type Dissimilarity =
  | { readonly kind: 'euclidean'; readonly matrix: Matrix }
  | { readonly kind: 'gower'; readonly space: GowerSpace }
  /** The upper triangle row by row. */
  | { readonly kind: 'given'; readonly rows: number; readonly condensed: Float64Array };

export const rowsOfDissimilarity = (from: Dissimilarity): number => {
  if (from.kind === 'given') return from.rows;
  return from.kind === 'euclidean' ? from.matrix.rows : from.space.values.rows;
};

/** Whether there is any distance between two rows. */
export const areApart = (from: Dissimilarity, one: number, other: number): boolean => {
  if (from.kind === 'gower') return gowerBetween(from.space, one, other) > 0;
  if (from.kind === 'given') {
    const low = Math.min(one, other);
    return from.condensed[(low * (2 * from.rows - low - 1)) / 2 + Math.max(one, other) - low - 1]! > 0;
  }
  const { rows, columns, data } = from.matrix;
  for (let j = 0; j < columns; j += 1) if (data[j * rows + one] !== data[j * rows + other]) return true;
  return false;
};

/** The same among these rows only; a given one is not cut. */
export const pickDissimilarity = (from: Dissimilarity, rows: Int32Array): Dissimilarity => {
  if (from.kind === 'given') throw new RangeError('A given dissimilarity is taken whole.');
  if (from.kind === 'euclidean') return { kind: 'euclidean', matrix: pickRows(from.matrix, rows) };
  return { kind: 'gower', space: { ...from.space, values: pickRows(from.space.values, rows) } };
};

/** Rows with k medoids among them, kept up to date swap by swap. */
export interface MedoidSearch {
  readonly rows: number;
  /** Dissimilarities of one row to all; overwritten by the next call. */
  from(row: number): Float64Array;
  /** Begins with these rows as medoids. */
  place(medoids: readonly number[], progress: Progress): void;
  medoids(): Int32Array;
  /** The number of its medoid for each row; of equally near ones the lowest. */
  labels(): Int32Array;
  /** Sum of the dissimilarities of the rows to their medoids. */
  deviation(): number;
  /**
   * The first of these candidates whose swap with some medoid lessens the deviation, and that medoid; null where none
   * does. What others would do is looked at on several threads, but the first in order counts.
   */
  firstBetter(candidates: readonly number[], progress: Progress): { index: number; medoid: number } | null;
  swap(medoid: number, row: number): void;
}

/** Candidates judged at once. */
export const mostCandidates = 32;
/** A swap lessens the deviation by more than rounding alone could. */
const negligible = 1e-12;

const search = (machine: Machine, arena: Arena, from: Dissimilarity, k: number, candidates: number): MedoidSearch => {
  const rows = rowsOfDissimilarity(from);
  const kind = { euclidean: 0, gower: 1, given: 2 }[from.kind];
  const matrix = from.kind === 'euclidean' ? from.matrix : from.kind === 'gower' ? from.space.values : null;
  const columns = matrix?.columns ?? 0;
  const source = from.kind === 'given' ? from.condensed : matrix!.data;
  const data = arena.f64(source.length);
  const terms = arena.f64(2 * columns);
  const toMedoids = arena.f64(k * rows);
  const nearest = arena.f64(rows);
  const second = arena.f64(rows);
  const owner = arena.i32(rows);
  const removals = arena.f64(k);
  const candidateRows = arena.i32(candidates);
  const outs = arena.f64(candidates * rows);
  const changes = arena.f64(candidates * k);
  data.view.set(source);
  if (from.kind === 'gower')
    for (let j = 0; j < columns; j += 1) {
      terms.view[2 * j] = from.space.scales[j]!;
      terms.view[2 * j + 1] = from.space.weights[j]!;
    }
  const { dissimilarities } = machine.kernels('medoids', arena.memory);
  const medoids = new Int32Array(k);
  const measure = (row: number, out: number): void => {
    dissimilarities!(kind, data.at, rows, columns, terms.at, row, out);
  };
  const refresh = (): void => {
    removals.view.fill(0);
    for (let row = 0; row < rows; row += 1) {
      let one = Number.POSITIVE_INFINITY;
      let two = Number.POSITIVE_INFINITY;
      let own = 0;
      for (let c = 0; c < k; c += 1) {
        const distance = toMedoids.view[c * rows + row]!;
        if (distance < one) {
          two = one;
          one = distance;
          own = c;
        } else if (distance < two) two = distance;
      }
      nearest.view[row] = one;
      second.view[row] = two;
      owner.view[row] = own;
      removals.view[own]! += two - one;
    }
  };
  const deviation = (): number => nearest.view.reduce((sum, distance) => sum + distance, 0);
  return {
    rows,
    from: (row) => {
      measure(row, outs.at);
      return outs.view.subarray(0, rows);
    },
    place: (chosen, progress) => {
      chosen.forEach((row, c) => {
        throwIfCancelled(progress);
        medoids[c] = row;
        measure(row, toMedoids.at + c * rows * 8);
      });
      refresh();
    },
    medoids: () => medoids.slice(),
    labels: () => owner.view.slice(),
    deviation,
    firstBetter: (tried, progress) => {
      candidateRows.view.set(tried);
      const numbers = [kind, data.at, rows, columns, terms.at, nearest.at, second.at, owner.at];
      const places = [removals.at, candidateRows.at, outs.at, changes.at, k];
      machine.run('medoidsPiece', arena.memory, tried.length, [...numbers, ...places], progress);
      const enough = -negligible * deviation();
      for (let index = 0; index < tried.length; index += 1) {
        const own = changes.view.subarray(index * k, (index + 1) * k);
        let medoid = 0;
        for (let c = 1; c < k; c += 1) if (own[c]! < own[medoid]!) medoid = c;
        if (own[medoid]! < enough) return { index, medoid };
      }
      return null;
    },
    swap: (medoid, row) => {
      medoids[medoid] = row;
      measure(row, toMedoids.at + medoid * rows * 8);
      refresh();
    },
  };
};

/** Runs `use` with a search among the rows for k medoids, so many candidates at once. Memory O(rows × (columns + k + candidates)). */
export const withMedoidSearch = <Result>(
  from: Dissimilarity,
  k: number,
  candidates: number,
  use: (search: MedoidSearch) => Result,
): Result => {
  const rows = rowsOfDissimilarity(from);
  const columns = from.kind === 'given' ? 0 : (from.kind === 'euclidean' ? from.matrix : from.space.values).columns;
  const data = from.kind === 'given' ? from.condensed.length : rows * columns;
  const f64s = [data, 2 * columns, k * rows, rows, rows, k, candidates * rows, candidates * k];
  const bytes = arenaBytes(...f64s.map((count) => count * 8), rows * 4, candidates * 4);
  return withMachine(bytes, { medoidsPiece }, plainMedoids, (machine, arena) =>
    use(search(machine, arena, from, k, candidates)),
  );
};
