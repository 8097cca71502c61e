/** How the known values of a fact are spread. */
export interface Spread {
  readonly known: number;
  readonly missing: number;
  readonly lowest: number;
  readonly quarter: number;
  readonly middle: number;
  readonly threeQuarters: number;
  readonly highest: number;
  /** Third standardised moment; 0 where nothing varies. */
  readonly skewness: number;
  /** Customers in equal steps from low to high; what lies beyond 99 of 100 stands in the last. */
  readonly bars: readonly number[];
}

const barCount = 24;

const skewnessOf = (values: Float64Array): number => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  let [squares, cubes] = [0, 0];
  for (const value of values) {
    squares += (value - mean) ** 2;
    cubes += (value - mean) ** 3;
  }
  const variance = squares / values.length;
  return Math.sqrt(variance) <= 1e-12 * Math.max(Math.abs(values[0]!), Math.abs(values.at(-1)!))
    ? 0
    : cubes / values.length / variance ** 1.5;
};

/** Straight between the two nearest, as everywhere else: the same middle on every screen. */
const between = (sorted: Float64Array, share: number): number => {
  const place = share * (sorted.length - 1);
  const [low, high] = [sorted[Math.floor(place)]!, sorted[Math.ceil(place)]!];
  return low + (high - low) * (place - Math.floor(place));
};

/** Null where nothing is known of it. O(n log n). */
export const spreadOf = (values: Float64Array): Spread | null => {
  const sorted = values.filter((value) => Number.isFinite(value)).sort();
  if (sorted.length === 0) return null;
  const [lowest, highest] = [sorted[0]!, sorted.at(-1)!];
  const isWhole = sorted.every(Number.isInteger);
  const nearlyAll = between(sorted, 0.99);
  // Where nearly all are alike, the few others are what there is to see. Whole numbers have a bar each, the last one too.
  const end = nearlyAll > lowest ? (isWhole ? Math.ceil(nearlyAll) : nearlyAll) : highest;
  const count = end === lowest ? 1 : isWhole && end - lowest < barCount ? end - lowest + 1 : barCount;
  const width = end === lowest ? 1 : isWhole && count < barCount ? 1 : (end - lowest) / count;
  const bars = Array<number>(count).fill(0);
  for (const value of sorted) bars[Math.min(count - 1, Math.floor((value - lowest) / width))]! += 1;
  return {
    known: sorted.length,
    missing: values.length - sorted.length,
    lowest,
    quarter: between(sorted, 0.25),
    middle: between(sorted, 0.5),
    threeQuarters: between(sorted, 0.75),
    highest,
    skewness: skewnessOf(sorted),
    bars,
  };
};
