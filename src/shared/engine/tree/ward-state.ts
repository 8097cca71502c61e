import type { Progress } from '../progress.ts';

/**
 * The branches of a Ward tree in the making, by id; where two join, the lower id stands for both. Each keeps some
 * candidates for its nearest branch, nearest first, and below which cost no other branch can be.
 */
export interface WardState {
  /** Branches at the start. */
  readonly count: number;
  readonly columns: number;
  /** Numbers of a centre: the columns, and a zero where they are odd. */
  readonly stride: number;
  /** Most candidates of a branch. */
  readonly reach: number;
  readonly centres: Float64Array;
  readonly weights: Float64Array;
  /** Itself, or the branch that it went into. */
  readonly into: Int32Array;
  /** The branch that it has swallowed since it was last looked at, or −1. */
  readonly partner: Int32Array;
  /** How many candidates it has. */
  readonly found: Int32Array;
  readonly costs: Float64Array;
  readonly ids: Int32Array;
  /** No branch that is not among the candidates costs less to join. Below 0: nothing is known. */
  readonly bounds: Float64Array;
}

/** How the nearest branches are found, and what it must be told for that. */
export interface WardSearch {
  /**
   * Puts the nearest branch first among the candidates of each of these.
   * @throws AppError `cancelled`
   */
  find(ids: Int32Array, progress: Progress): void;
  /** After `gone` went into `kept`. */
  joined(kept: number, gone: number): void;
  /** After some joined, `left` being still apart. */
  settle(left: number): void;
}

/** Of equally near branches the one that holds the lowest row is nearer. */
export const nearer = (cost: number, id: number, otherCost: number, otherId: number): boolean =>
  cost < otherCost || (cost === otherCost && id < otherId);

/** Twice what joining two branches adds to the sum of squares: the square of the height in the tree. */
export const wardCost = ({ centres, weights, stride }: WardState, one: number, other: number): number => {
  // Even and odd columns are summed apart, as the kernel does: the same bytes either way.
  let even = 0;
  let odd = 0;
  const end = (one + 1) * stride;
  for (let a = one * stride, b = other * stride; a < end; a += 2, b += 2) {
    const first = centres[a]! - centres[b]!;
    const second = centres[a + 1]! - centres[b + 1]!;
    even += first * first;
    odd += second * second;
  }
  const v = weights[one]!;
  const w = weights[other]!;
  return (even + odd) * ((2 * v * w) / (v + w));
};

/** Joins `gone` into `kept`, the lower id. */
export const joinBranches = (state: WardState, kept: number, gone: number, cost: number): void => {
  const { centres, weights, into, partner, bounds, stride } = state;
  const v = weights[kept]!;
  const w = weights[gone]!;
  const sum = v + w;
  const share = w / sum;
  // As a step from one centre, so that equal centres stay exactly equal.
  for (let a = kept * stride, b = gone * stride; a < (kept + 1) * stride; a += 1, b += 1)
    centres[a] = centres[a]! + (centres[b]! - centres[a]!) * share;
  weights[kept] = sum;
  into[gone] = kept;
  partner[kept] = gone;
  // By the formula of Lance & Williams no branch that is far from both can be nearer to the two together than this.
  const one = bounds[kept]!;
  const other = bounds[gone]!;
  bounds[kept] = Math.min(one + other - cost, (v * one + w * other) / sum);
};
