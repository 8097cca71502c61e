import type { KChoice, KScore } from '../../model/segmentation.ts';
import { usualTolerance } from '../cluster/fit-kmeans.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, part } from '../progress.ts';
import type { KChosen, KRule } from '../validate/choose-k.ts';
import { scoreFits } from '../validate/score-fits.ts';
import { chooseFit } from './choose-fit.ts';
import { fitMethod } from './fit-method.ts';
import type { MethodFit, MethodInput } from './method-fit.ts';

export interface RunMethodInput extends Pick<MethodInput, 'method' | 'seed'> {
  /** Prepared: finite numbers. */
  readonly matrix: Matrix;
  readonly k: KChoice;
  /** How `auto` chooses where the method has no criterion of its own. */
  readonly rule: KRule;
}

export interface MethodResult extends KChosen, Pick<MethodFit, 'labels' | 'inertia' | 'iterations'> {
  /** What was tried, rising in k; one entry where k was given, which then stands for the statistical optimum too. */
  readonly scores: readonly KScore[];
  readonly silhouette: number | null;
  /** One value a row; null where only a sample was looked at, or there is one part. */
  readonly silhouettes: Float64Array | null;
}

/**
 * Up to so many rows k-means goes on until no row changes its part; beyond, the usual tolerance changes the inertia by
 * about a ten-thousandth and takes less than half the time.
 */
const exactAtMost = 50_000;

/** Where nobody crowds, a density method puts everybody in no part; they are one then. */
const withSomebody = (fit: MethodFit): MethodFit =>
  fit.k > 0 ? fit : { ...fit, k: 1, labels: new Int32Array(fit.labels.length) };

/**
 * From a matrix to a segmentation by any method, k given or chosen over 2 to 12: fits, scores and chooses. Same input,
 * same bytes. Complexity is the method's, and the silhouette's O(rows² × columns).
 * @throws AppError as `fitMethod`
 */
export const runMethod = (
  { matrix, method, k: asked, rule, seed }: RunMethodInput,
  progress: Progress,
): MethodResult => {
  const ks = asked === 'auto' ? ('sweep' as const) : [asked];
  const isKmeans = method === 'kmeans';
  const tolerance = matrix.rows > exactAtMost ? usualTolerance : 0;
  const found = fitMethod({ matrix, method, ks, seed, ...(isKmeans ? { tolerance } : {}) }, part(progress, 0, 0.6));
  const fits = found.map(withSomebody);
  const scored = scoreFits({ matrix, fits, seed }, part(progress, 0.6, 1));
  // Inertia stays as k-means has it: to its last centroids.
  const scores = scored.map(({ score }, i) => (isKmeans ? { ...score, inertia: fits[i]!.inertia } : score));
  const { at, chosen } = chooseFit({ method, asked, rule }, found, scores);
  const { labels, inertia, iterations } = fits[at]!;
  const { score, silhouettes } = scored[at]!;
  return { ...chosen, labels, inertia, iterations, scores, silhouette: score.silhouette, silhouettes };
};
