import { AppError } from '../../errors.ts';
import { checkNumbers } from '../check-numbers.ts';
import { orderBySize, renumber } from '../labels.ts';
import type { Matrix } from '../matrix.ts';
import { gowerSpace, type MixedTable } from '../mixed/gower.ts';
import { type Progress, part } from '../progress.ts';
import { createRandom } from '../random.ts';
import { sampleRows } from '../sample.ts';
import { fasterPam, startMedoids } from './faster-pam.ts';
import {
  areApart,
  type Dissimilarity,
  mostCandidates,
  pickDissimilarity,
  rowsOfDissimilarity,
  withMedoidSearch,
} from './medoid-search.ts';

export interface KmedoidsInput {
  /** By euclidean distance of a matrix, by Gower's dissimilarity of a table, or by one given: its upper triangle row by row. */
  readonly data:
    | { readonly matrix: Matrix }
    | { readonly table: MixedTable }
    | { readonly rows: number; readonly condensed: Float64Array };
  readonly k: number;
  readonly seed: number;
  /** Seeded starts of which the best is kept; 5 up to 2,000 rows, 1 above, where not given. */
  readonly restarts?: number;
  /** Up to this many rows the search is over all of them; 20,000 where not given. */
  readonly mostExactRows?: number;
  /** Rows of a sample above; 5,000 where not given. */
  readonly sampleSize?: number;
}

export interface Kmedoids {
  readonly k: number;
  /** 0 has the most rows. */
  readonly labels: Int32Array;
  /** The row that stands for each label. */
  readonly medoids: Int32Array;
  /** Sum over the rows of the dissimilarity to their medoid. */
  readonly totalDeviation: number;
  readonly swaps: number;
  /** Null where no swap whatever would lessen the deviation. Else how it was searched, and how much better it may get. */
  readonly sampled: {
    readonly rows: number;
    readonly samples: number;
    /** Mean deviation over all rows / that of the sample where the medoids are best − 1: about what a full search could gain at most. */
    readonly loss: number;
  } | null;
}

const exactRows = 20_000;
const usualSampleSize = 5000;
const samples = 5;

const refuse = (problem: string): AppError => new AppError('badInput', { method: 'k-medoids', problem });

const dissimilarityOf = ({ data }: KmedoidsInput): Dissimilarity => {
  if ('matrix' in data) {
    checkNumbers(data.matrix, 'k-medoids');
    return { kind: 'euclidean', matrix: data.matrix };
  }
  if ('table' in data) return { kind: 'gower', space: gowerSpace(data.table) };
  if (data.condensed.length !== (data.rows * (data.rows - 1)) / 2)
    throw refuse(`${data.condensed.length} dissimilarities are not those of all pairs of ${data.rows} rows`);
  if (!data.condensed.every((value) => value >= 0 && Number.isFinite(value)))
    throw refuse('a dissimilarity is not a number of 0 or more');
  return { kind: 'given', ...data };
};

interface Found {
  readonly medoids: Int32Array;
  readonly labels: Int32Array;
  readonly deviation: number;
  readonly swaps: number;
}

const searchAll = (from: Dissimilarity, k: number, seed: number, restarts: number, progress: Progress): Found =>
  withMedoidSearch(from, k, mostCandidates, (search) => {
    let best: Found | null = null;
    for (let restart = 0; restart < restarts; restart += 1) {
      const random = createRandom((Math.imul(seed, 0x9e3779b1) ^ Math.imul(k, 0x85ebca6b)) + restart);
      search.place(startMedoids(search, k, random, progress), progress);
      const swaps = fasterPam(search, part(progress, restart / restarts, (restart + 1) / restarts));
      const deviation = search.deviation();
      if (best === null || deviation < best.deviation)
        best = { medoids: search.medoids(), labels: search.labels(), deviation, swaps };
    }
    return best!;
  });

/** CLARA (Kaufman & Rousseeuw 1990): the medoids of several samples, the best for all rows. */
const searchSamples = (
  from: Dissimilarity,
  { k, seed, sampleSize = usualSampleSize }: KmedoidsInput,
  apart: readonly number[],
  progress: Progress,
): Kmedoids => {
  const rows = rowsOfDissimilarity(from);
  const size = Math.min(rows, Math.max(sampleSize, 40 * k));
  let best: (Found & { loss: number }) | null = null;
  for (let sample = 0; sample < samples; sample += 1) {
    // With as many rows that are apart as there are medoids, whatever was drawn and found so far.
    const also: number[] = [...apart, ...(best?.medoids ?? [])];
    const drawn = Int32Array.from(new Set([...sampleRows(rows, size, Math.imul(seed, 0x27d4eb2f) + sample), ...also]));
    const own = part(progress, sample / samples, (sample + 1) / samples);
    const inside = searchAll(pickDissimilarity(from, drawn), k, seed, 1, part(own, 0, 0.8));
    const medoids = inside.medoids.map((row) => drawn[row]!);
    const outside = withMedoidSearch(from, k, 1, (search) => {
      search.place([...medoids], own);
      return { labels: search.labels(), deviation: search.deviation() };
    });
    const means = { all: outside.deviation / rows, sample: inside.deviation / drawn.length };
    const loss = means.sample > 0 ? Math.max(0, means.all / means.sample - 1) : 0;
    if (best === null || outside.deviation < best.deviation) best = { ...outside, medoids, swaps: inside.swaps, loss };
    own.report(1);
  }
  return finish(best!, k, { rows: size, samples, loss: best!.loss });
};

const finish = ({ labels, medoids, deviation, swaps }: Found, k: number, sampled: Kmedoids['sampled']): Kmedoids => ({
  k,
  labels: renumber(labels, k),
  medoids: Int32Array.from(orderBySize(labels, k), (old) => medoids[old]!),
  totalDeviation: deviation,
  swaps,
  sampled,
});

/** The first rows that are apart from all before them, no more than `most`. O(rows × most × columns). */
const rowsApart = (from: Dissimilarity, most: number): number[] => {
  const found: number[] = [];
  for (let row = 0; row < rowsOfDissimilarity(from) && found.length < most; row += 1)
    if (found.every((other) => areApart(from, row, other))) found.push(row);
  return found;
};

/**
 * Parts around rows of the data that are nearest to all others of their part: partitioning around medoids (Kaufman &
 * Rousseeuw 1990) by FasterPAM (Schubert & Rousseeuw 2021), to a state that no single swap improves; above
 * `mostExactRows` by samples, with the loss stated. Takes O(rows² × columns) a round over all, O(rows × (columns + k))
 * memory and no matrix of dissimilarities, of which a given one is searched whole whatever its size.
 * @throws AppError `tooManySegments` where fewer than k rows differ, `badInput` where the data cannot be taken, `cancelled`
 */
export const kmedoids = (input: KmedoidsInput, progress: Progress): Kmedoids => {
  const { k, seed, restarts, mostExactRows = exactRows } = input;
  const from = dissimilarityOf(input);
  const rows = rowsOfDissimilarity(from);
  const apart = rowsApart(from, k);
  if (apart.length < k) throw new AppError('tooManySegments', { k, customers: apart.length });
  if (from.kind !== 'given' && rows > mostExactRows) return searchSamples(from, input, apart, progress);
  const starts = Math.max(1, restarts ?? (rows <= 2000 ? 5 : 1));
  return finish(searchAll(from, k, seed, starts, progress), k, null);
};
