import type { PartStability, StabilityBand } from '../../model/trust.ts';
import { fitKmeans, usualTolerance } from '../cluster/fit-kmeans.ts';
import { pointsOf } from '../cluster/points.ts';
import type { Matrix } from '../matrix.ts';
import { fitMethod } from '../methods/fit-method.ts';
import type { MethodInput } from '../methods/method-fit.ts';
import { withCategories } from '../mixed/with-categories.ts';
import { type Progress, part, silent, throwIfCancelled } from '../progress.ts';
import { countDifferentRows } from '../rows.ts';
import { pickRows, sampleRows } from '../sample.ts';
import { drawCounts, jaccardOfParts } from './bootstrap.ts';

export interface StabilityInput extends Omit<MethodInput, 'ks' | 'init'> {
  readonly k: number;
  /** The division that is put to the test. */
  readonly labels: Int32Array;
  /** Times that customers are drawn anew; 50 where not given. */
  readonly bootstraps?: number;
}

export interface Stability {
  /** One for each label. */
  readonly parts: PartStability[];
  readonly bootstraps: number;
  /** Rows that were drawn from: a seeded sample where a method takes long. */
  readonly rows: number;
}

const usualBootstraps = 50;
/** Starts of each draw's k-means: as good as more, three lumps in four are found by the first. */
const restarts = 3;
/** Rows that a method other than k-means is run over again and again. */
const sampleAtMost = 2_000;

const recoveredAbove = 0.75;
const dissolvedBelow = 0.5;

/**
 * How well a segment is found again (Hennig 2007, bands of the R package fpc): from 0.85 almost surely, from 0.75
 * surely, from 0.6 as a pattern whose members are in doubt, below hardly.
 */
export const bandOf = (jaccard: number): StabilityBand =>
  jaccard >= 0.85 ? 'sure' : jaccard >= recoveredAbove ? 'steady' : jaccard >= 0.6 ? 'doubtful' : 'fleeting';

/** What was drawn: each of these rows, rising, as often as its count says. */
interface Draw {
  readonly rows: Int32Array;
  readonly matrix: Matrix;
  readonly categories: readonly Int32Array[];
  /** One for each row of all. */
  readonly counts: Float64Array;
}

/** The same method over these rows only, numbers and categories. */
const pickInput = <Input extends Pick<StabilityInput, 'matrix' | 'categories'>>(
  input: Input,
  rows: Int32Array,
  progress: Progress = silent,
): Input => ({
  ...input,
  matrix: pickRows(input.matrix, rows, progress),
  ...(input.categories
    ? { categories: input.categories.map((codes) => Int32Array.from(rows, (row) => codes[row]!)) }
    : {}),
});

const drawRows = (input: StabilityInput, seed: number, progress: Progress): Draw => {
  const { matrix } = input;
  const counts = drawCounts(matrix.rows, seed, progress);
  throwIfCancelled(progress);
  const rows = new Int32Array(matrix.rows);
  let drawn = 0;
  for (let row = 0; row < counts.length; row += 1)
    if (counts[row]! > 0) {
      rows[drawn] = row;
      drawn += 1;
    }
  const own = rows.slice(0, drawn);
  const { matrix: picked, categories = [] } = pickInput(input, own, progress);
  return { rows: own, matrix: picked, categories, counts };
};

/** Labels of all rows; those that were not drawn are in no part. */
type Redo = (draw: Draw, seed: number, progress: Progress) => { labels: Int32Array; k: number };

const spread = (rows: Int32Array, labels: Int32Array, all: number): Int32Array => {
  const wide = new Int32Array(all).fill(-1);
  for (let i = 0; i < rows.length; i += 1) wide[rows[i]!] = labels[i]!;
  return wide;
};

/** k-means over the drawn rows, each counting as often as it was drawn. */
const byWeights =
  ({ k, tolerance = usualTolerance }: StabilityInput): Redo =>
  ({ rows, matrix, counts }, seed, progress) => {
    const weights = new Float64Array(rows.length);
    for (let i = 0; i < rows.length; i += 1) weights[i] = counts[rows[i]!]!;
    const { labels } = fitKmeans(pointsOf(matrix, progress, weights), k, seed, tolerance, progress, restarts);
    return { k, labels: spread(rows, labels, counts.length) };
  };

/**
 * Any method over the drawn rows, copies and all; rows that were not drawn are in no part. A density method takes each
 * drawn row once: copies of one row would be crowds of their own.
 */
const byCopies =
  (input: StabilityInput): Redo =>
  ({ counts }, seed, progress) => {
    const drawn: number[] = [];
    const copiesOf = (count: number) => (input.method === 'hdbscan' ? Math.min(1, count) : count);
    for (let row = 0; row < counts.length; row += 1)
      for (let i = 0; i < copiesOf(counts[row]!); i += 1) drawn.push(row);
    const rows = Int32Array.from(drawn);
    const { labels: _, k, ...rest } = input;
    const picked = { ...pickInput(rest, rows), ks: [k], seed };
    const [fit] = fitMethod(picked, progress);
    return { labels: spread(rows, fit!.labels, counts.length), k: fit!.k };
  };

/** What is drawn from: all, or a seeded sample where the method takes long. */
const sampleOf = (input: StabilityInput): StabilityInput => {
  const { matrix, labels, method, seed } = input;
  if (method === 'kmeans' || matrix.rows <= sampleAtMost) return input;
  const rows = sampleRows(matrix.rows, sampleAtMost, seed);
  return { ...pickInput(input, rows), labels: Int32Array.from(rows, (row) => labels[row]!) };
};

/**
 * How repeatable each part is: customers are drawn anew, with replacement, and divided anew by the same method; each part
 * is then looked for among the new ones (cluster-wise stability, Hennig 2007, Computational Statistics & Data Analysis
 * 52, 258–271). k-means runs over all rows; other methods over 2,000 of them. O(bootstraps × the method).
 * @throws AppError `cancelled`
 */
export const stabilityOf = (input: StabilityInput, progress: Progress): Stability => {
  const { bootstraps = usualBootstraps, seed, method } = input;
  const sample = sampleOf(input);
  const k = input.k;
  const redo = method === 'kmeans' ? byWeights(sample) : byCopies(sample);
  const sums = new Float64Array(k);
  const seen = new Int32Array(k);
  const recovered = new Int32Array(k);
  const dissolved = new Int32Array(k);
  for (let draw = 0; draw < bootstraps; draw += 1) {
    throwIfCancelled(progress);
    const drawSeed = (Math.imul(seed, 0x9e3779b1) + draw + 1) >>> 0;
    const drawn = drawRows(sample, drawSeed, progress);
    if (countDifferentRows(withCategories(drawn.matrix, drawn.categories), k) < k) continue;
    const found = redo(drawn, drawSeed, part(progress, draw / bootstraps, (draw + 1) / bootstraps));
    throwIfCancelled(progress);
    jaccardOfParts(sample.labels, k, found.labels, found.k, drawn.counts).forEach((jaccard, label) => {
      if (Number.isNaN(jaccard)) return;
      sums[label]! += jaccard;
      seen[label]! += 1;
      if (jaccard > recoveredAbove) recovered[label]! += 1;
      if (jaccard < dissolvedBelow) dissolved[label]! += 1;
    });
  }
  const parts = Array.from({ length: k }, (_, label) => {
    const jaccard = seen[label]! > 0 ? sums[label]! / seen[label]! : 0;
    return { jaccard, band: bandOf(jaccard), recovered: recovered[label]!, dissolved: dissolved[label]! };
  });
  return { parts, bootstraps, rows: sample.matrix.rows };
};
