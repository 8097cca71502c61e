import type { Objective } from '../predict/maximise.ts';

interface ClimbOptions {
  /** Steps at most. */
  readonly steps: number;
  /** A step that gains less than this ends the climb. */
  readonly gain: number;
}

/** No coordinate goes further from nought than this, where a share is 0 or 1 to rounding. */
const bound = 14;

/**
 * Climbs to the next maximum by BFGS with a backtracking line search, for tens of thousands of small fits: a handful of
 * arrays, and an end as soon as nothing is to be gained that an information criterion would notice.
 * O(steps × (the function + d²)). A start without a value comes back as it is.
 * Source: Nocedal & Wright, Numerical Optimization (2006), algorithm 6.1.
 */
export const climb = (objective: Objective, start: Float64Array, { steps, gain }: ClimbOptions): Float64Array => {
  const d = start.length;
  let [point, next] = [start.slice(), new Float64Array(d)];
  let [slopes, nextSlopes] = [new Float64Array(d), new Float64Array(d)];
  const inverse = new Float64Array(d * d);
  const [direction, spread] = [new Float64Array(d), new Float64Array(d)];
  let value = objective(point, slopes);
  if (!Number.isFinite(value)) return point;
  const reset = (scale: number): void => {
    inverse.fill(0);
    for (let i = 0; i < d; i += 1) inverse[i * d + i] = scale;
  };
  const steepest = (): number => {
    let most = 1;
    for (let i = 0; i < d; i += 1) most = Math.max(most, Math.abs(slopes[i]!));
    return most;
  };
  reset(1 / steepest());
  let isFresh = true;
  let idle = 0;
  for (let step = 0; step < steps; step += 1) {
    let [rise, longest] = [0, 0];
    for (let i = 0; i < d; i += 1) {
      let along = 0;
      for (let j = 0; j < d; j += 1) along += inverse[i * d + j]! * slopes[j]!;
      direction[i] = along;
      rise += along * slopes[i]!;
      longest = Math.max(longest, Math.abs(along));
    }
    if (!(rise > 0)) {
      if (isFresh) break;
      reset(1 / steepest());
      isFresh = true;
      continue;
    }
    let length = Math.min(1, 2 / longest);
    let nextValue = Number.NEGATIVE_INFINITY;
    for (let halving = 0; halving < 25; halving += 1) {
      for (let i = 0; i < d; i += 1) next[i] = Math.max(-bound, Math.min(bound, point[i]! + length * direction[i]!));
      nextValue = objective(next, nextSlopes);
      if (nextValue >= value + 1e-4 * length * rise) break;
      length *= halving < 2 ? 0.5 : 0.25;
    }
    if (!(nextValue >= value)) {
      if (isFresh) break;
      reset(1 / steepest());
      isFresh = true;
      continue;
    }
    let [curvature, bending] = [0, 0];
    for (let i = 0; i < d; i += 1) {
      const bent = slopes[i]! - nextSlopes[i]!;
      curvature += (next[i]! - point[i]!) * bent;
      bending += bent * bent;
    }
    if (curvature > 1e-12 * bending) {
      if (isFresh) reset(curvature / bending);
      isFresh = false;
      let curved = 0;
      for (let i = 0; i < d; i += 1) {
        let sum = 0;
        for (let j = 0; j < d; j += 1) sum += inverse[i * d + j]! * (slopes[j]! - nextSlopes[j]!);
        spread[i] = sum;
        curved += (slopes[i]! - nextSlopes[i]!) * sum;
      }
      const factor = (1 + curved / curvature) / curvature;
      for (let i = 0; i < d; i += 1) {
        const moved = next[i]! - point[i]!;
        const own = spread[i]!;
        for (let j = 0; j < d; j += 1) {
          const other = next[j]! - point[j]!;
          inverse[i * d + j]! += factor * moved * other - (moved * spread[j]! + own * other) / curvature;
        }
      }
    }
    // Two idle steps in a row: one may only have turned a corner.
    idle = nextValue - value < gain ? idle + 1 : 0;
    [point, next] = [next, point];
    [slopes, nextSlopes] = [nextSlopes, slopes];
    value = nextValue;
    if (idle === 2) break;
  }
  return point;
};
