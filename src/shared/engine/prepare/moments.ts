export interface Moments {
  readonly mean: number;
  /** Over n, not n − 1. */
  readonly deviation: number;
  /** Third standardised moment, m₃ / m₂^1.5 over n; 0 where nothing varies. */
  readonly skewness: number;
}

/** Constant but for rounding: values that differ by less than this share of their size. */
const negligible = 1e-12;

/** Cubes of larger or smaller numbers may be beyond a float64; they are taken in units of the greatest. */
const cubedAtMost = 1e90;
const cubedAtLeast = 1e-75;

const greatestSize = (values: Float64Array): number => {
  let greatest = 0;
  for (let i = 0; i < values.length; i += 1) {
    const size = Math.abs(values[i]!);
    if (size > greatest) greatest = size;
  }
  return greatest;
};

/** Population moments in two passes. A deviation that is rounding only counts as 0. O(n). */
export const momentsOf = (values: Float64Array): Moments => {
  const n = values.length;
  if (n === 0) return { mean: 0, deviation: 0, skewness: 0 };
  const greatest = greatestSize(values);
  const unit = greatest > cubedAtMost || (greatest > 0 && greatest < cubedAtLeast) ? greatest : 1;
  let sum = 0;
  for (let i = 0; i < n; i += 1) sum += values[i]! / unit;
  const mean = (sum / n) * unit;
  let squares = 0;
  let cubes = 0;
  for (let i = 0; i < n; i += 1) {
    const off = (values[i]! - mean) / unit;
    const square = off * off;
    squares += square;
    cubes += square * off;
  }
  const variance = squares / n;
  const deviation = Math.sqrt(variance) * unit;
  if (deviation <= greatest * negligible) return { mean, deviation: 0, skewness: 0 };
  return { mean, deviation, skewness: cubes / n / (variance * Math.sqrt(variance)) };
};
