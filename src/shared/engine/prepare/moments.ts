export interface Moments {
  readonly mean: number;
  /** Over n, not n − 1. */
  readonly deviation: number;
  /** Third standardised moment, m₃ / m₂^1.5 over n; 0 where nothing varies. */
  readonly skewness: number;
}

/** Constant but for rounding: values that differ by less than this share of their size. */
const negligible = 1e-12;

/** Squares of larger numbers may be beyond a float64; they are taken in units of the greatest. */
const squaredAtMost = 1e100;

/** Population moments in two passes. A deviation that is rounding only counts as 0. O(n). */
export const momentsOf = (values: Float64Array): Moments => {
  const n = values.length;
  if (n === 0) return { mean: 0, deviation: 0, skewness: 0 };
  let greatest = 0;
  for (const value of values) greatest = Math.max(greatest, Math.abs(value));
  const unit = greatest > squaredAtMost ? greatest : 1;
  let sum = 0;
  for (const value of values) sum += value / unit;
  const mean = (sum / n) * unit;
  let squares = 0;
  for (const value of values) squares += ((value - mean) / unit) ** 2;
  const deviation = Math.sqrt(squares / n) * unit;
  if (deviation <= greatest * negligible) return { mean, deviation: 0, skewness: 0 };
  let cubes = 0;
  for (const value of values) cubes += ((value - mean) / deviation) ** 3;
  return { mean, deviation, skewness: cubes / n };
};
