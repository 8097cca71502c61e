import type { Neighbours } from '../neighbours/neighbours.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';

/** Symmetric affinities of near rows, in compressed rows; all together they are 1. */
export interface Affinities {
  /** Row i's neighbours stand from `starts[i]` to before `starts[i + 1]`. */
  readonly starts: Int32Array;
  readonly others: Int32Array;
  readonly weights: Float32Array;
}

const mostSteps = 64;
const close = 1e-5;
/** Rows, each with its neighbours, between two looks at the cancel flag. */
const rowsPerLook = 4096;

/**
 * Writes the affinities of one row to its neighbours: a Gaussian of such a width that the row has `perplexity` neighbours
 * in effect (van der Maaten & Hinton 2008), found by halving; they sum to 1.
 */
const fitRow = (distances: Float64Array, from: number, k: number, perplexity: number, to: Float64Array): void => {
  const entropy = Math.log(perplexity);
  const nearest = distances[from]! ** 2;
  // Scale-free: the mean square stands for a width of about one.
  let unit = 0;
  for (let i = 0; i < k; i += 1) unit += distances[from + i]! ** 2 - nearest;
  let precision = unit > 0 ? k / unit : 1;
  let low = 0;
  let high = Number.POSITIVE_INFINITY;
  let sum = 0;
  for (let step = 0; step < mostSteps; step += 1) {
    sum = 0;
    let weighted = 0;
    for (let i = 0; i < k; i += 1) {
      const square = distances[from + i]! ** 2 - nearest;
      const weight = Math.exp(-square * precision);
      to[from + i] = weight;
      sum += weight;
      weighted += weight * square;
    }
    const off = Math.log(sum) + (precision * weighted) / sum - entropy;
    if (Math.abs(off) <= close) break;
    if (off > 0) {
      low = precision;
      precision = high === Number.POSITIVE_INFINITY ? precision * 2 : (low + high) / 2;
    } else {
      high = precision;
      precision = (low + high) / 2;
    }
    // Neighbours that are all equally near, as copies are, have no such width.
    if (!Number.isFinite(precision) || unit === 0) break;
  }
  for (let i = 0; i < k; i += 1) to[from + i]! /= sum;
};

/**
 * Affinities of every row with its neighbours and of those with it, (p(i|j) + p(j|i)) / 2n. O(rows × k × (steps + log k)).
 * @throws AppError `cancelled`
 */
export const affinitiesOf = (near: Neighbours, perplexity: number, progress: Progress): Affinities => {
  const { k } = near;
  const rows = near.rows.length / k;
  const one = new Float64Array(rows * k);
  for (let row = 0; row < rows; row += 1) {
    if (row % 64 === 0) throwIfCancelled(progress);
    fitRow(near.distances, row * k, k, perplexity, one);
  }
  // Who has whom among its neighbours, turned round; rows come in rising order.
  const incoming = new Int32Array(rows + 1);
  throwIfCancelled(progress);
  for (let at = 0; at < near.rows.length; at += 1) {
    if (at % (rowsPerLook * 64) === 0) throwIfCancelled(progress);
    incoming[near.rows[at]! + 1]! += 1;
  }
  for (let row = 0; row < rows; row += 1) incoming[row + 1]! += incoming[row]!;
  const from = new Int32Array(rows * k);
  const weightFrom = new Float64Array(rows * k);
  const next = incoming.slice();
  for (let row = 0; row < rows; row += 1) {
    if (row % rowsPerLook === 0) throwIfCancelled(progress);
    for (let i = row * k; i < (row + 1) * k; i += 1) {
      const at = next[near.rows[i]!]!;
      next[near.rows[i]!] = at + 1;
      from[at] = row;
      weightFrom[at] = one[i]!;
    }
  }
  throwIfCancelled(progress);
  const starts = new Int32Array(rows + 1);
  const others = new Int32Array(2 * rows * k);
  const weights = new Float32Array(2 * rows * k);
  const place = new Int32Array(rows).fill(-1);
  let end = 0;
  for (let row = 0; row < rows; row += 1) {
    if (row % rowsPerLook === 0) throwIfCancelled(progress);
    const start = end;
    const add = (other: number, weight: number): void => {
      if (place[other]! >= start) weights[place[other]!]! += weight / (2 * rows);
      else {
        place[other] = end;
        others[end] = other;
        weights[end] = weight / (2 * rows);
        end += 1;
      }
    };
    for (let i = row * k; i < (row + 1) * k; i += 1) add(near.rows[i]!, one[i]!);
    for (let i = incoming[row]!; i < incoming[row + 1]!; i += 1) add(from[i]!, weightFrom[i]!);
    starts[row + 1] = end;
  }
  throwIfCancelled(progress);
  const kept = others.slice(0, end);
  throwIfCancelled(progress);
  return { starts, others: kept, weights: weights.slice(0, end) };
};
