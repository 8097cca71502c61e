import { AppError } from '../../errors.ts';
import { type Arena, arenaBytes } from '../kernels/arena.ts';
import type { Machine } from '../kernels/machine.ts';
import { withMachine } from '../kernels/plain-machine.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import {
  type Components,
  type Covariance,
  covarianceOf,
  factorSize,
  isTriangular,
  precisionFactor,
} from './covariance.ts';
import type { ComponentSums } from './maximise.ts';
import { blockRows, plainMixture } from './mixture-block.ts';
import { mixturePiece } from './mixture-piece.ts';

/** Passes over all rows, spread over the machine's threads; the same bytes on any number of them. */
export interface Sweeper {
  /** Sums of each component by labels, about these means. */
  byLabels(labels: Int32Array, means: Float64Array, progress: Progress): ComponentSums[];
  /** The log-likelihood of the components, and sums by their responsibilities about their means. */
  byModel(components: Components, progress: Progress): { logLikelihood: number; sums: ComponentSums[] };
  /** The log-likelihood and the responsibilities, rows × components. */
  finish(components: Components, progress: Progress): { logLikelihood: number; responsibilities: Matrix };
}

/** @throws AppError `badInput` where a covariance cannot be inverted */
const modelsOf = (
  covariance: Covariance,
  { weights, means, covariances }: Components,
  columns: number,
): Float64Array => {
  const size = 1 + columns + factorSize(covariance, columns);
  const models = new Float64Array(weights.length * size);
  let tied: Float64Array | null = null;
  weights.forEach((weight, c) => {
    const factor = tied ?? precisionFactor(covariance, covarianceOf(covariance, covariances, c, columns), columns);
    if (factor === null)
      throw new AppError('badInput', {
        method: 'Gaussian mixture',
        problem:
          'the covariance of a component cannot be inverted, for its rows lie too close together or its numbers are too large; take fewer segments, scale the columns, or raise the regularisation',
      });
    if (covariance === 'tied') tied = factor;
    let logDeterminant = 0;
    for (let j = 0; j < columns; j += 1)
      logDeterminant += Math.log(factor[isTriangular(covariance) ? (j * (j + 3)) / 2 : j]!);
    const at = c * size;
    models[at] = Math.log(weight) - 0.5 * columns * Math.log(2 * Math.PI) + logDeterminant;
    models.set(means.subarray(c * columns, (c + 1) * columns), at + 1);
    models.set(factor, at + 1 + columns);
  });
  return models;
};

/** Numbers of sums that all pieces together may hold: 64 MB. */
const mostSums = 8_000_000;
/** A piece has at least this many rows, and there are at most this many pieces. */
const leastPieceRows = 512;
const mostPieces = 128;

/** Between shared memories numbers are copied one by one: column by column, so that a cancel is heard. */
const copyColumns = (to: Float64Array, from: Float64Array, rows: number, progress: Progress): void => {
  for (let start = 0; start < from.length; start += rows) {
    throwIfCancelled(progress);
    to.set(from.subarray(start, start + rows), start);
  }
};

/**
 * Runs `use` with a sweeper over the matrix.
 * @throws AppError `cancelled`
 */
export const withSweeper = <Result>(
  matrix: Matrix,
  components: number,
  covariance: Covariance,
  progress: Progress,
  use: (sweeper: Sweeper) => Result,
): Result => {
  const { rows, columns } = matrix;
  const products = isTriangular(covariance) ? 2 : 1;
  const stride = 1 + columns + factorSize(covariance, columns);
  const sumsSize = 1 + components * stride;
  const pieces = Math.max(1, Math.min(mostPieces, Math.floor(rows / leastPieceRows), Math.floor(mostSums / sumsSize)));
  const pieceRows = Math.ceil(rows / pieces / blockRows) * blockRows;
  const count = Math.ceil(rows / pieceRows);
  const scratchSize = (3 * columns + components) * blockRows + 8;
  const sizes = [rows * columns, components * stride, count * scratchSize, count * sumsSize, rows * components];
  const bytes = arenaBytes(...sizes.map((size) => size * 8), rows * 4);
  return withMachine(bytes, { mixturePiece }, plainMixture, (machine: Machine, arena: Arena) => {
    const points = arena.f64(rows * columns);
    const models = arena.f64(components * stride);
    const scratch = arena.f64(count * scratchSize);
    const sums = arena.f64(count * sumsSize);
    const shares = arena.f64(rows * components);
    const labelled = arena.i32(rows);
    copyColumns(points.view, matrix.data, rows, progress);

    const run = (mode: 'labels' | 'model' | 'finish', own: Progress): void => {
      const numbers = [
        points.at,
        rows,
        columns,
        components,
        isTriangular(covariance) ? 1 : 0,
        products,
        models.at,
        stride,
      ];
      const labelsAt = mode === 'labels' ? labelled.at : 0;
      const sharesAt = mode === 'finish' ? shares.at : 0;
      const rest = [labelsAt, sharesAt, scratch.at, scratchSize, sums.at, sumsSize, stride, pieceRows];
      machine.run('mixturePiece', arena.memory, count, [...numbers, ...rest], own);
    };
    const reduce = (): Float64Array => {
      const total = new Float64Array(sumsSize);
      for (let piece = 0; piece < count; piece += 1)
        for (let i = 0; i < sumsSize; i += 1) total[i]! += sums.view[piece * sumsSize + i]!;
      return total;
    };
    const componentSums = (total: Float64Array): ComponentSums[] =>
      Array.from({ length: components }, (_, c) => {
        const own = total.subarray(1 + c * stride, 1 + (c + 1) * stride);
        return { weight: own[0]!, first: own.subarray(1, 1 + columns), second: own.subarray(1 + columns) };
      });
    return use({
      byLabels: (labels, means, own) => {
        labelled.view.set(labels);
        for (let c = 0; c < components; c += 1)
          models.view.set(means.subarray(c * columns, (c + 1) * columns), c * stride + 1);
        run('labels', own);
        return componentSums(reduce());
      },
      byModel: (model, own) => {
        models.view.set(modelsOf(covariance, model, columns));
        run('model', own);
        const total = reduce();
        return { logLikelihood: total[0]!, sums: componentSums(total) };
      },
      finish: (model, own) => {
        models.view.set(modelsOf(covariance, model, columns));
        run('finish', own);
        const responsibilities = createMatrix(rows, components);
        copyColumns(responsibilities.data, shares.view, rows, own);
        return { logLikelihood: reduce()[0]!, responsibilities };
      },
    });
  });
};
