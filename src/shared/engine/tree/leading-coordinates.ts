import { eigenOf } from '../embed/jacobi.ts';
import { leadingEigenOf } from '../embed/leading-eigen.ts';
import { centredProducts } from '../embed/principal-axes-kernel.ts';
import type { Machine } from '../kernels/machine.ts';
import type { Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';

/** Axes that a screen looks along first, and the fewest that there are. */
const leads = 4;
/** Beyond this many columns only these axes are computed. */
const allAtMost = 60;

/** Axes there are to look along at most. */
export const axesOf = (columns: number): number => (columns > allAtMost ? leads : Math.max(leads, columns));

export interface LeadingCoordinates {
  /** Where each row stands along the leading axes about the mean, row by row; 0 along those that are not there. */
  readonly along: Float64Array;
  /**
   * More than rounding to float32 adds to the distance of two rows, or of two means of rows, along these axes: it grows
   * with how far from the mean the rows are.
   */
  readonly slack: number;
}

/**
 * The coordinates in which most distances show first: along the axes of greatest variance, which are at right angles,
 * so that no two rows are nearer than along these.
 * Null where the machine has not the memory.
 * O(rows × columns²) time.
 * @param axes `leads` or as many as `axesOf` says
 * @throws AppError `cancelled`
 */
export const leadingCoordinates = (
  machine: Machine,
  matrix: Matrix,
  axes: number,
  progress: Progress,
): LeadingCoordinates | null => {
  const { rows, columns, data } = matrix;
  const products = centredProducts(machine, matrix, progress);
  if (products === null) return null;
  const { means, covariance } = products;
  const count = Math.min(axes, columns);
  const { vectors } =
    columns > allAtMost ? leadingEigenOf(covariance, columns, count, progress) : eigenOf(covariance, columns, progress);
  const along = new Float64Array(rows * axes);
  for (let axis = 0; axis < count; axis += 1) {
    throwIfCancelled(progress);
    for (let j = 0; j < columns; j += 1) {
      const weight = vectors[axis]![j]!;
      for (let row = 0; row < rows; row += 1) along[row * axes + axis]! += weight * (data[j * rows + row]! - means[j]!);
    }
  }
  throwIfCancelled(progress);
  let farthest = 0;
  for (let row = 0; row < rows; row += 1) {
    let square = 0;
    for (let axis = 0; axis < axes; axis += 1) square += along[row * axes + axis]! ** 2;
    farthest = Math.max(farthest, square);
  }
  return { along, slack: Math.sqrt(farthest) * 1e-6 };
};
