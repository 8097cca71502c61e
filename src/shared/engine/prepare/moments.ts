export interface Moments {
  readonly mean: number;
  /** Over n, not n − 1. */
  readonly deviation: number;
  /** Third standardised moment, m₃ / m₂^1.5 over n; 0 where nothing varies. */
  readonly skewness: number;
}

/** Constant but for rounding: values that differ by less than this share of their size. */
const negligible = 1e-12;

/** Population moments in two passes. A deviation that is rounding only counts as 0. O(n). */
export const momentsOf = (values: Float64Array): Moments => {
  const n = values.length;
  if (n === 0) return { mean: 0, deviation: 0, skewness: 0 };
  let sum = 0;
  let greatest = 0;
  for (const value of values) {
    sum += value;
    greatest = Math.max(greatest, Math.abs(value));
  }
  const mean = sum / n;
  let squares = 0;
  for (const value of values) squares += (value - mean) ** 2;
  const deviation = Math.sqrt(squares / n);
  if (deviation <= greatest * negligible) return { mean, deviation: 0, skewness: 0 };
  let cubes = 0;
  for (const value of values) cubes += ((value - mean) / deviation) ** 3;
  return { mean, deviation, skewness: cubes / n };
};
