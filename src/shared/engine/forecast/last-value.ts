/** The last value, again and again: what is left for a series too short to fit anything to. */
export const lastValue = (values: Float64Array, horizon: number): Float64Array =>
  new Float64Array(horizon).fill(values.at(-1) ?? 0);
