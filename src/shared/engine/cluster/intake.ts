import { checkSums } from '../check-numbers.ts';
import { sharedNumbers } from '../matrix.ts';
import { piecesOf, word } from './kmeans-plan.ts';
import type { Points } from './points.ts';
import { screenOf } from './screen.ts';

/** A plan whose centers, scale and weights are set, while the crew is still to take the rows in. */
export interface Intake {
  readonly scale: number;
  readonly shared: SharedArrayBuffer;
  /** Where the matrix begins in it. */
  readonly from: number;
  /**
   * After the rows were taken in: the sums of the columns.
   * @throws AppError `badInput` where a value is no number, or too large to square
   */
  moments(): Float64Array;
}

export const setScale = ({ buffer, byteOffset }: Int32Array<SharedArrayBuffer>, scale: number): void => {
  new Float64Array(buffer, byteOffset + word.scale * 4, 1)[0] = scale;
};

export const intakeOf = (
  { rows, columns, matrix, weights, screenWeights }: Points,
  plan: Int32Array<SharedArrayBuffer>,
): Intake => {
  const { buffer } = plan;
  if (weights !== null) {
    new Float64Array(buffer, plan[word.weights]!, rows).set(weights);
    const shown = new Float32Array(buffer, plan[word.screenWeights]!, Math.ceil(rows / 64) * 64);
    shown.fill(0);
    shown.set(screenWeights()!);
  }
  const { centers, scale } = screenOf(matrix);
  new Float64Array(buffer, plan[word.centers]!, columns).set(centers);
  setScale(plan, scale);
  return {
    scale,
    ...sharedNumbers(matrix),
    moments: () => {
      const moments = new Float64Array(3 * columns);
      const pieces = piecesOf(rows);
      const parts = new Float64Array(buffer, plan[word.moments]!, pieces * columns * 3);
      for (let piece = 0; piece < pieces; piece += 1)
        for (let j = 0; j < 3 * columns; j += 1) {
          const one = parts[piece * columns * 3 + j]!;
          moments[j] = j < 2 * columns ? moments[j]! + one : Math.max(moments[j]!, one);
        }
      checkSums(matrix, moments.subarray(0, 2 * columns), moments.subarray(2 * columns), 'Clustering');
      return moments;
    },
  };
};
