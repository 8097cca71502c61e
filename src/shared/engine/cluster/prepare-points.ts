import { intakeOf, setScale } from './intake.ts';
import type { Points } from './points.ts';
import type { RunPass } from './run-pass.ts';
import { checkedScale, meanVarianceOf } from './screen.ts';

/**
 * Fills the rows, their screen and the weights of a plan; returns the mean of the columns' variances.
 * O(rows × columns), by the whole crew.
 * @throws AppError `badInput` where a value is no number, or too large to square; `cancelled`
 */
export const preparePoints = (points: Points, plan: Int32Array<SharedArrayBuffer>, run: RunPass): number => {
  const { rows, columns } = points;
  const intake = intakeOf(points, plan);
  const { scale, shared, from } = intake;
  const takeIn = (by: number): void => {
    run('kmeansPreparePiece', [plan.byteOffset, by, from, 0], undefined, shared);
  };
  takeIn(scale);
  const moments = intake.moments();
  const better = checkedScale(rows, columns, moments, scale);
  if (better !== scale) {
    setScale(plan, better);
    takeIn(better);
  }
  return meanVarianceOf(rows, columns, moments);
};
