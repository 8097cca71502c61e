/** A function of few parameters with its gradient; `gradient` is filled in. −∞ or NaN where it has no value. */
export type Objective = (point: Float64Array, gradient: Float64Array) => number;

export interface Maximum {
  readonly point: Float64Array;
  readonly value: number;
  /** Whether the gradient vanishes there, to rounding. */
  readonly converged: boolean;
  /** Evaluations of the function. */
  readonly evaluations: number;
}

interface MaximiseOptions {
  /** The point stays within ± this in every direction. */
  readonly bound?: number;
  readonly iterations?: number;
  /** The gradient's largest component, relative to the value's size, that counts as none. */
  readonly tolerance?: number;
  /** What is known of the inverse of the negative Hessian at the start, row-major; a good guess saves most steps. */
  readonly inverse?: Float64Array | undefined;
}

const dot = (a: Float64Array, b: Float64Array): number => a.reduce((sum, value, i) => sum + value * b[i]!, 0);
const largest = (values: Float64Array): number => values.reduce((most, value) => Math.max(most, Math.abs(value)), 0);

/**
 * Climbs from a start to the next maximum by BFGS with a backtracking line search (Armijo), within a box.
 * A few parameters only: O(iterations × (the function + d²)).
 * Source: Nocedal & Wright, Numerical Optimization (2006), algorithm 6.1.
 * @throws never; a start without a value comes back as it is, not converged
 */
export const maximise = (
  objective: Objective,
  start: Float64Array,
  { bound = 14, iterations = 200, tolerance = 1e-9, inverse: guess }: MaximiseOptions = {},
): Maximum => {
  const d = start.length;
  let point = start.slice();
  let gradient = new Float64Array(d);
  let value = objective(point, gradient);
  let evaluations = 1;
  // The inverse of the negative Hessian, as far as it is known.
  let inverse = new Float64Array(d * d);
  const reset = (scale: number) => {
    inverse = new Float64Array(d * d);
    for (let i = 0; i < d; i += 1) inverse[i * d + i] = scale;
  };
  let isFresh = guess === undefined;
  if (guess === undefined) reset(1 / Math.max(1, largest(gradient)));
  else inverse = guess.slice();
  /** A gradient that only points out of the box is none. */
  const free = () => gradient.map((slope, i) => (Math.abs(point[i]!) >= bound && slope * point[i]! > 0 ? 0 : slope));
  const small = () => largest(free()) <= tolerance * Math.max(1, Math.abs(value));
  for (let iteration = 0; iteration < iterations && Number.isFinite(value) && !small(); iteration += 1) {
    let direction = new Float64Array(d);
    const slopes = free();
    for (let i = 0; i < d; i += 1) for (let j = 0; j < d; j += 1) direction[i]! += inverse[i * d + j]! * slopes[j]!;
    let rise = dot(direction, slopes);
    if (!(rise > 0)) {
      reset(1 / Math.max(1, largest(gradient)));
      isFresh = true;
      direction = slopes.map((slope) => slope / Math.max(1, largest(gradient)));
      rise = dot(direction, slopes);
    }
    // No step of a logarithm is believed beyond a factor of e².
    let step = Math.min(1, 2 / largest(direction));
    let next = point;
    let nextValue = Number.NaN;
    const nextGradient = new Float64Array(d);
    for (let halving = 0; halving < 40; halving += 1) {
      next = point.map((at, i) => Math.max(-bound, Math.min(bound, at + step * direction[i]!)));
      nextValue = objective(next, nextGradient);
      evaluations += 1;
      if (nextValue >= value + 1e-4 * step * rise) break;
      step /= 2;
    }
    if (!(nextValue >= value)) {
      if (isFresh) break;
      reset(1 / Math.max(1, largest(gradient)));
      isFresh = true;
      continue;
    }
    const moved = next.map((at, i) => at - point[i]!);
    const bent = nextGradient.map((slope, i) => gradient[i]! - slope);
    const curvature = dot(moved, bent);
    const stood = nextValue === value;
    point = next;
    gradient = nextGradient;
    value = nextValue;
    if (curvature > 1e-14 * Math.sqrt(dot(moved, moved) * dot(bent, bent))) {
      if (isFresh) reset(curvature / dot(bent, bent));
      isFresh = false;
      const spread = new Float64Array(d);
      for (let i = 0; i < d; i += 1) for (let j = 0; j < d; j += 1) spread[i]! += inverse[i * d + j]! * bent[j]!;
      const factor = (1 + dot(bent, spread) / curvature) / curvature;
      for (let i = 0; i < d; i += 1)
        for (let j = 0; j < d; j += 1)
          inverse[i * d + j]! +=
            factor * moved[i]! * moved[j]! - (moved[i]! * spread[j]! + spread[i]! * moved[j]!) / curvature;
    } else if (stood) break;
  }
  return {
    point,
    value,
    converged: Number.isFinite(value) && largest(free()) <= 1e-5 * Math.max(1, Math.abs(value)),
    evaluations,
  };
};
