import { type AgglomerationMethod, agnes, type Cluster } from 'ml-hclust';
import { kmeans } from 'ml-kmeans';
import type { SecondOpinion } from '../../model/trust.ts';
import { type Matrix, rowsOf } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { countDifferentRows } from '../rows.ts';
import { pickRows, sampleRows } from '../sample.ts';
import { cutTree } from '../tree/cut.ts';
import { growTree, type Linkage } from '../tree/grow.ts';
import { adjustedRandIndex } from './adjusted-rand-index.ts';
import { inertiaOf } from './score-parts.ts';

export interface SecondOpinionInput {
  /** On the scale in which distances were taken. */
  readonly matrix: Matrix;
  /** Any method's name; others than k-means and trees have no second opinion. */
  readonly method: string;
  /** The run's division, 0 to k − 1 for each row. */
  readonly labels: Int32Array;
  readonly k: number;
  readonly seed: number;
}

/** Rows that ml-kmeans takes well under a second for, whatever k. */
const kmeansSample = 1_000;
/** ml-kmeans draws its starts one by one and not greedily: of several runs one is good. */
const kmeansRuns = 8;
/** ml-hclust copies its distances at every merge: some 50 ms here, 9 s at 2,000 rows, and it hears no cancel. */
const treeSample = 300;

/** ml-hclust's names of our linkages, with heights of distances as in scipy. */
const agglomerations: Readonly<Record<Linkage, AgglomerationMethod>> = {
  ward: 'ward2',
  single: 'single',
  complete: 'complete',
  average: 'average',
  weighted: 'wpgma',
};

const byLibraryKmeans = (sample: Matrix, k: number, seed: number, progress: Progress) => {
  const rows = rowsOf(sample);
  let best = { labels: new Int32Array(0), inertia: Number.POSITIVE_INFINITY };
  for (let run = 0; run < kmeansRuns; run += 1) {
    throwIfCancelled(progress);
    const { clusters } = kmeans(rows, k, { initialization: 'kmeans++', seed: seed + run, maxIterations: 300 });
    const labels = Int32Array.from(clusters);
    const inertia = inertiaOf(sample, labels, k);
    if (inertia < best.inertia) best = { labels, inertia };
    progress.report((run + 1) / kmeansRuns);
  }
  return best.labels;
};

const byLibraryTree = (sample: Matrix, k: number, linkage: Linkage): Int32Array => {
  const labels = new Int32Array(sample.rows);
  const parts = agnes(rowsOf(sample), { method: agglomerations[linkage] }).group(k).children;
  parts.forEach((part: Cluster, label: number) => {
    for (const row of part.indices()) labels[row] = label;
  });
  return labels;
};

/** The run's labels in a sample, from 0 without gaps. */
const closedUp = (labels: Int32Array): { labels: Int32Array; k: number } => {
  const known = new Map<number, number>();
  const closed = labels.map((label) => {
    const next = known.get(label) ?? known.size;
    known.set(label, next);
    return next;
  });
  return { labels: closed, k: known.size };
};

const isLinkage = (method: string): method is Linkage => method in agglomerations;

/**
 * What independent code says of a run: k-means by ml-kmeans with starts of its own (the best of eight) on a seeded
 * sample of 1,000 rows, against the run's labels there; a tree by ml-hclust on 300 rows, against the cut of our tree of
 * the same rows. Agreement is the adjusted Rand index; the inertias are those to the means of either's parts. Null for
 * other methods and where there is nothing to divide. Under a second.
 * @throws AppError `cancelled`
 */
export const secondOpinion = (
  { matrix, method, labels, k, seed }: SecondOpinionInput,
  progress: Progress,
): SecondOpinion | null => {
  const tree = isLinkage(method);
  if (!tree && method !== 'kmeans') return null;
  throwIfCancelled(progress);
  const rows = sampleRows(matrix.rows, Math.min(matrix.rows, tree ? treeSample : kmeansSample), seed);
  const sample = pickRows(matrix, rows);
  const here = closedUp(rows.map((row) => labels[row]!));
  // A small part may have nobody in the sample.
  const parts = Math.min(tree ? k : here.k, countDifferentRows(sample, k));
  if (parts < 2) return null;
  const ours = tree
    ? cutTree({ tree: growTree({ matrix: sample, linkage: method }, progress), k: parts })
    : here.labels;
  throwIfCancelled(progress);
  const theirs = tree ? byLibraryTree(sample, parts, method) : byLibraryKmeans(sample, parts, seed, progress);
  progress.report(1);
  const inertia = inertiaOf(sample, ours, parts);
  return {
    library: tree ? 'ml-hclust' : 'ml-kmeans',
    rows: rows.length,
    adjustedRandIndex: adjustedRandIndex(ours, theirs),
    inertiaRatio: inertia > 0 ? inertiaOf(sample, theirs, parts) / inertia : null,
  };
};
