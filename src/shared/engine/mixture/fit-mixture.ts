import { AppError } from '../../errors.ts';
import type { KChoice } from '../../model/segmentation.ts';
import { checkNumbers } from '../check-numbers.ts';
import { checkDifferentRows, fitFrom, fitKmeans, usualTolerance } from '../cluster/fit-kmeans.ts';
import { type Points, pointsOf } from '../cluster/points.ts';
import { orderBySize, renumber } from '../labels.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Progress, part, throwIfCancelled } from '../progress.ts';
import { countDifferentRows, rowMajor } from '../rows.ts';
import { type Components, type Covariance, parametersOf } from './covariance.ts';
import {
  expectAndMaximise,
  type MixtureBegin,
  type MixtureOptions,
  type MixtureRun,
} from './expectation-maximisation.ts';

/**
 * A given start. `labels`: the first components are those of these parts. `means`: parts by k-means from these
 * centroids, then these in place of the parts' means (scikit-learn's `means_init`). All three: these components.
 */
type MixtureStart =
  | { readonly labels: Int32Array }
  | { readonly means: Matrix }
  | {
      readonly weights: Float64Array;
      readonly means: Matrix /** As in `Components`. */;
      readonly covariances: Float64Array;
    };

export interface MixtureInput {
  readonly matrix: Matrix;
  /** `auto`: the least BIC over 2 to 12. */
  readonly k: KChoice;
  readonly covariance: Covariance;
  readonly seed: number;
  /** Runs from differently seeded k-means parts, of which the best is taken; 1 where not given. */
  readonly restarts?: number;
  readonly tolerance?: number;
  readonly maxIterations?: number;
  readonly regularisation?: number;
  readonly init?: MixtureStart;
}

/** How one number of components did; of each criterion less is better. */
interface MixtureScore {
  readonly k: number;
  /** Total over the rows. */
  readonly logLikelihood: number;
  readonly bic: number;
  readonly aic: number;
  readonly icl: number;
}

export interface Mixture extends MixtureScore {
  /** The component of the greatest responsibility; 0 has the most rows. */
  readonly labels: Int32Array;
  /** rows × k, each row sums to 1. */
  readonly responsibilities: Matrix;
  readonly weights: Float64Array;
  /** k × columns. */
  readonly means: Matrix;
  /** Flat, in scikit-learn's shapes: full k × columns × columns, tied columns × columns, diag k × columns, spherical k. */
  readonly covariances: Float64Array;
  /** `logLikelihood` divided by the rows: what scikit-learn's `score` gives. */
  readonly meanLogLikelihood: number;
  readonly iterations: number;
  readonly converged: boolean;
  /** Of every k that was tried. */
  readonly scores: readonly MixtureScore[];
}

const sweptKs = { from: 2, to: 12 };

/** Rows between two looks at the cancel flag. */
const rowsPerLook = 65_536;

const labelsOf = ({ rows, columns, data }: Matrix, progress: Progress): Int32Array => {
  const labels = new Int32Array(rows);
  for (let c = 1; c < columns; c += 1) {
    throwIfCancelled(progress);
    for (let row = 0; row < rows; row += 1)
      if (data[c * rows + row]! > data[labels[row]! * rows + row]!) labels[row] = c;
  }
  return labels;
};

/**
 * Criteria of a run: BIC (Schwarz 1978), AIC (Akaike 1974), and ICL, which is BIC plus twice the surprise of the
 * labels (Biernacki, Celeux & Govaert 2000).
 */
const scoreRun = (
  { logLikelihood, responsibilities }: MixtureRun,
  labels: Int32Array,
  covariance: Covariance,
  columns: number,
  progress: Progress,
): MixtureScore => {
  const { rows, columns: k, data } = responsibilities;
  const parameters = parametersOf(covariance, k, columns);
  const bic = parameters * Math.log(rows) - 2 * logLikelihood;
  let surprise = 0;
  for (let row = 0; row < rows; row += 1) {
    if (row % rowsPerLook === 0) throwIfCancelled(progress);
    surprise -= Math.log(data[labels[row]! * rows + row]!);
  }
  return { k, logLikelihood, bic, aic: 2 * parameters - 2 * logLikelihood, icl: bic + 2 * surprise };
};

/** The same with components in another order: `order[new] = old`. */
const reorder = (
  { weights, means, covariances }: Components,
  order: Int32Array,
  covariance: Covariance,
): Components => {
  const pick = (values: Float64Array): Float64Array => {
    const size = values.length / order.length;
    const picked = new Float64Array(values.length);
    order.forEach((old, c) => {
      picked.set(values.subarray(old * size, (old + 1) * size), c * size);
    });
    return picked;
  };
  return {
    weights: pick(weights),
    means: pick(means),
    covariances: covariance === 'tied' ? covariances : pick(covariances),
  };
};

const matrixOf = (flat: Float64Array, rows: number): Matrix => {
  const matrix = createMatrix(rows, flat.length / rows);
  for (let i = 0; i < rows; i += 1)
    for (let j = 0; j < matrix.columns; j += 1) matrix.data[j * rows + i] = flat[i * matrix.columns + j]!;
  return matrix;
};

const refuse = (problem: string): AppError => new AppError('badInput', { method: 'Gaussian mixture', problem });

const givenBegin = (
  init: MixtureStart,
  matrix: Matrix,
  points: Points,
  k: number,
  progress: Progress,
): MixtureBegin => {
  if ('means' in init && (init.means.rows !== k || init.means.columns !== matrix.columns))
    throw refuse(
      `there are ${init.means.rows} starting means of ${init.means.columns} columns where k is ${k} and the data have ${matrix.columns}`,
    );
  if ('labels' in init) {
    if (init.labels.length !== matrix.rows || init.labels.some((label) => !(label >= 0 && label < k)))
      throw refuse(`the starting labels are not one of 0 to ${k - 1} for each row`);
    return init;
  }
  const means = rowMajor(init.means);
  if ('weights' in init) return { components: { weights: init.weights, means, covariances: init.covariances } };
  return { labels: fitFrom(points, init.means, usualTolerance, progress).labels, means };
};

const bestRun = (
  input: MixtureInput,
  points: Points,
  k: number,
  options: MixtureOptions,
  progress: Progress,
): MixtureRun => {
  const { matrix, init, seed } = input;
  const restarts = init === undefined ? Math.max(1, input.restarts ?? 1) : 1;
  let best: MixtureRun | null = null;
  for (let restart = 0; restart < restarts; restart += 1) {
    const own = part(progress, restart / restarts, (restart + 1) / restarts);
    const starting = part(own, 0, 0.2);
    const begin =
      init === undefined
        ? { labels: fitKmeans(points, k, seed + restart, usualTolerance, starting).labels }
        : givenBegin(init, matrix, points, k, starting);
    const run = expectAndMaximise(matrix, k, begin, options, part(own, 0.2, 1));
    if (best === null || run.lowerBound > best.lowerBound) best = run;
  }
  return best!;
};

/**
 * A mixture of Gaussians: soft parts, each with its own weight, mean and covariance. Starts from the parts of k-means
 * and goes on as scikit-learn's GaussianMixture does, to the same log-likelihood from the same start.
 * O(iterations × rows × k × columns²).
 * @throws AppError `tooManySegments` where fewer than k rows differ; `badInput` where a start does not fit or a
 * covariance cannot be inverted; `cancelled`
 */
export const fitMixture = (input: MixtureInput, progress: Progress): Mixture => {
  const { matrix, covariance, init } = input;
  const options = {
    covariance,
    tolerance: input.tolerance ?? 1e-3,
    maxIterations: input.maxIterations ?? 100,
    regularisation: input.regularisation ?? 1e-6,
  };
  if (input.k === 'auto' && init !== undefined) throw refuse('there is a start where k is to be found');
  checkNumbers(matrix, 'Gaussian mixture', progress);
  throwIfCancelled(progress);
  const most = input.k === 'auto' ? countDifferentRows(matrix, sweptKs.to) : input.k;
  if (input.k !== 'auto') checkDifferentRows(matrix, input.k);
  else if (most < sweptKs.from) throw new AppError('allAlike', { customers: matrix.rows });
  const ks =
    input.k === 'auto' ? Array.from({ length: most - sweptKs.from + 1 }, (_, i) => sweptKs.from + i) : [input.k];
  const points = pointsOf(matrix, progress);
  const scores: MixtureScore[] = [];
  let best: { run: MixtureRun; labels: Int32Array; score: MixtureScore } | null = null;
  let failure: unknown;
  ks.forEach((k, i) => {
    try {
      const run = bestRun(input, points, k, options, part(progress, i / ks.length, (i + 1) / ks.length));
      const labels = labelsOf(run.responsibilities, progress);
      const score = scoreRun(run, labels, covariance, matrix.columns, progress);
      scores.push(score);
      if (best === null || score.bic < best.score.bic) best = { run, labels, score };
    } catch (error) {
      // A k too many for the rows is out of the question; what else there is decides.
      if (!(error instanceof AppError && error.code === 'badInput')) throw error;
      failure = error;
    }
  });
  if (best === null) throw failure;
  const { run, labels, score } = best as { run: MixtureRun; labels: Int32Array; score: MixtureScore };
  const { k } = score;
  const order = orderBySize(labels, k);
  const { weights, means, covariances } = reorder(run.components, order, covariance);
  const responsibilities = createMatrix(matrix.rows, k);
  order.forEach((old, c) => {
    throwIfCancelled(progress);
    responsibilities.data.set(
      run.responsibilities.data.subarray(old * matrix.rows, (old + 1) * matrix.rows),
      c * matrix.rows,
    );
  });
  return {
    ...score,
    labels: renumber(labels, k),
    responsibilities,
    weights,
    means: matrixOf(means, k),
    covariances,
    meanLogLikelihood: run.logLikelihood / matrix.rows,
    iterations: run.iterations,
    converged: run.converged,
    scores,
  };
};
