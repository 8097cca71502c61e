import type { KChoice, KScore } from '../../model/segmentation.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, part } from '../progress.ts';
import { asAsked, chooseK, type KChosen, type KRule } from '../validate/choose-k.ts';
import { scoreParts } from '../validate/score-parts.ts';
import { sweptKs } from '../validate/swept-ks.ts';
import { checkDifferentRows, type KmeansFit, sweepKmeans, usualTolerance } from './fit-kmeans.ts';
import { pointsOf } from './points.ts';

export interface RunKmeansInput {
  /** Prepared: finite numbers. */
  readonly matrix: Matrix;
  readonly k: KChoice;
  /** How `auto` chooses. */
  readonly rule: KRule;
  readonly seed: number;
  /**
   * Relative to the mean variance of the columns. Where not given 0, until no row changes its part; beyond 50,000 rows
   * the usual 1e-4, which changes the inertia by about a ten-thousandth and takes less than half the time.
   */
  readonly tolerance?: number;
  /** Runs from different starts for each k; ten where not given. */
  readonly restarts?: number;
  /** What each row counts for, 0 or more; 1 where not given. Silhouettes and shares count rows all the same. */
  readonly weights?: Float64Array;
}

export interface KmeansResult extends KmeansFit, KChosen {
  /** What was tried, rising in k; one entry where k was given, which then stands for the statistical optimum too. */
  readonly scores: KScore[];
  readonly silhouette: number | null;
  readonly silhouettes: Float64Array | null;
}

const exactAtMost = 50_000;

const toleranceOf = ({ matrix, tolerance }: RunKmeansInput): number =>
  tolerance ?? (matrix.rows > exactAtMost ? usualTolerance : 0);

/**
 * k-means, k given or chosen over 2 to 12. Same input, same bytes. O(starts × iterations × rows × k × columns) for
 * each k, and the silhouette's O(rows² × columns).
 * @throws AppError `tooManySegments` where fewer than k rows differ, `cancelled`
 */
export const runKmeans = (input: RunKmeansInput, progress: Progress): KmeansResult => {
  const { matrix, k: asked, rule, weights, restarts } = input;
  if (asked !== 'auto') checkDifferentRows(matrix, asked, weights);
  const ks = asked === 'auto' ? sweptKs(matrix) : [asked];
  const points = pointsOf(matrix, progress, weights);
  const fits = sweepKmeans(points, ks, input.seed, toleranceOf(input), part(progress, 0, 0.6), restarts);
  const parts = fits.map(({ labels }, i) => ({ k: ks[i]!, labels }));
  const scored = scoreParts(matrix, parts, input.seed, part(progress, 0.6, 1));
  // Inertia stays as k-means has it: to its last centroids.
  const scores = scored.map(({ score }, i) => ({ ...score, inertia: fits[i]!.inertia }));
  const chosen = asked === 'auto' ? chooseK(scores, rule) : asAsked(asked);
  const at = ks.indexOf(chosen.k);
  const { score, silhouettes } = scored[at]!;
  return { ...chosen, ...fits[at]!, scores, silhouette: score.silhouette, silhouettes };
};
