import type { Certainty } from '../../model/explanation.ts';
import { certaintyOf, surenessOf } from './sureness.ts';

export interface WhyHereInput {
  /** One customer on the prepared scale, a number for each feature that was used. */
  readonly point: ArrayLike<number>;
  /** Its segment. */
  readonly label: number;
  /** Mean of each label's customers on the same scale; empty for a label without customers. */
  readonly centers: readonly (readonly number[])[];
}

export interface WhyHereAnswer {
  /** The other segment with the nearest centre; null where there is none. */
  readonly runnerUp: number | null;
  /** See `surenessOf`; null without a runner-up. */
  readonly sureness: number | null;
  readonly certainty: Certainty | null;
  readonly isNearerToRunnerUp: boolean;
  /**
   * What each feature adds to (squared distance to the runner-up − squared distance to its own centre): they sum to
   * that difference. Above 0 speaks for its own segment, below for the runner-up.
   */
  readonly pulls: readonly number[];
}

const squaredDistance = (point: ArrayLike<number>, center: readonly number[]): number =>
  center.reduce((sum, middle, j) => sum + (point[j]! - middle) ** 2, 0);

/** Why a customer is in its segment rather than in the next best one, and how sure that is. O(k × columns). */
export const whyHere = ({ point, label, centers }: WhyHereInput): WhyHereAnswer => {
  const mine = centers[label]!;
  let runnerUp: number | null = null;
  let other = Number.POSITIVE_INFINITY;
  centers.forEach((center, at) => {
    if (at === label || center.length === 0) return;
    const distance = Math.sqrt(squaredDistance(point, center));
    if (distance < other) {
      other = distance;
      runnerUp = at;
    }
  });
  if (runnerUp === null)
    return { runnerUp, sureness: null, certainty: null, isNearerToRunnerUp: false, pulls: mine.map(() => 0) };
  const own = Math.sqrt(squaredDistance(point, mine));
  const next = centers[runnerUp]!;
  const sureness = surenessOf(own, other);
  return {
    runnerUp,
    sureness,
    certainty: certaintyOf(sureness),
    isNearerToRunnerUp: other < own,
    // (x − r)² − (x − o)², without the loss of taking one square from another.
    pulls: mine.map((middle, j) => (middle - next[j]!) * (2 * point[j]! - middle - next[j]!)),
  };
};
