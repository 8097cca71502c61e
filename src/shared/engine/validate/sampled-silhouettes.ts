import { sizesOf } from '../labels.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, part } from '../progress.ts';
import { createRandom } from '../random.ts';
import { pickRows } from '../sample.ts';
import { silhouettesOf } from './silhouette.ts';

/** Samples that share no row. */
const groups = 8;
/** About this many rows in each. */
const groupSize = 2_000;
/** Of each part in each sample, if it has them. */
const atLeast = 2;

/**
 * Samples without a row in common, each with as large a share of every part as of all, rows rising. A part of very few
 * is spread over them. O(rows).
 */
export const stratifiedGroups = (labels: Int32Array, k: number, size: number, seed: number): Int32Array[] => {
  const sizes = sizesOf(labels, k);
  const wanted = sizes.map((rows) =>
    Math.min(rows, groups * Math.max(atLeast, Math.round((size * rows) / labels.length))),
  );
  const random = createRandom(seed);
  const left = sizes.slice();
  const room = Array.from(wanted, (count) =>
    Array.from({ length: groups }, (_, group) => Math.floor((count + group) / groups)),
  );
  const chosen = Array.from({ length: groups }, (): number[] => []);
  // Knuth's selection sampling (TAOCP 2, 3.4.2 S) for each part by itself, and a free place in some sample.
  labels.forEach((label, row) => {
    const isTaken = left[label]! * random() < wanted[label]!;
    left[label]! -= 1;
    if (!isTaken) return;
    let place = Math.floor(random() * wanted[label]!);
    wanted[label]! -= 1;
    const rooms = room[label]!;
    const group = rooms.findIndex((free) => {
      place -= free;
      return place < 0;
    });
    rooms[group]! -= 1;
    chosen[group]!.push(row);
  });
  return chosen.map((rows) => Int32Array.from(rows));
};

/** The mean over all rows from a sample: parts weigh as much as they have rows. */
const weightedMean = (values: Float64Array, strata: Int32Array, sizes: Int32Array): number => {
  const counts = sizesOf(strata, sizes.length);
  let sum = 0;
  let weight = 0;
  values.forEach((value, i) => {
    const each = sizes[strata[i]!]! / counts[strata[i]!]!;
    sum += each * value;
    weight += each;
  });
  return sum / weight;
};

export interface SampledSilhouette {
  readonly mean: number | null;
  /** Standard error of the mean. */
  readonly error: number | null;
}

/**
 * Mean silhouettes of several groupings from eight samples of some 2,000 rows, drawn with the seed in proportion from
 * the parts of the finest grouping. The spread of the eight gives the error (random groups; Wolter 2007, Introduction
 * to Variance Estimation, 2): the rows of one sample cannot, since all are measured against the same few others.
 * O(groups × size² × (columns + groupings)).
 * @throws AppError `cancelled`
 */
export const sampledSilhouettes = (
  matrix: Matrix,
  labellings: readonly { readonly k: number; readonly labels: Int32Array }[],
  seed: number,
  progress: Progress,
): SampledSilhouette[] => {
  const finest = labellings.reduce((most, one) => (one.k > most.k ? one : most));
  const sizes = sizesOf(finest.labels, finest.k);
  const means = stratifiedGroups(finest.labels, finest.k, groupSize, seed).map((rows, group) => {
    const pick = (labels: Int32Array) => Int32Array.from(rows, (row) => labels[row]!);
    const strata = pick(finest.labels);
    return silhouettesOf(
      pickRows(matrix, rows),
      labellings.map(({ labels }) => pick(labels)),
      part(progress, group / groups, (group + 1) / groups),
    ).map(({ mean, values }) => (mean === null ? null : weightedMean(values, strata, sizes)));
  });
  return labellings.map((_, i) => {
    const each = means.map((one) => one[i]!);
    if (each.some((mean) => mean === null)) return { mean: null, error: null };
    const mean = each.reduce((sum, value) => sum + value / groups, 0);
    const variance = each.reduce((sum, value) => sum + (value - mean) ** 2 / (groups - 1), 0);
    return { mean, error: Math.sqrt(variance / groups) };
  });
};
