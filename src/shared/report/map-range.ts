/** What one axis of the map shows. */
export interface MapRange {
  readonly low: number;
  readonly span: number;
  holds(value: number): boolean;
}

/** The widest and the flattest that a map may be, as height over width. */
const flattest = 0.42;
const tallest = 0.75;
/** Room around the outermost dots, as a share of the span. */
const air = 0.03;

const ends = (values: Float64Array, rows: readonly number[]): { low: number; high: number } => {
  const sorted = Float64Array.from(rows, (row) => values[row]!).sort();
  const at = (share: number) => sorted[Math.round((sorted.length - 1) * share)]!;
  const low = at(0);
  const high = at(1);
  const [most, least] = [at(0.995), at(0.005)];
  const core = most - least;
  // A few customers far out must not press everybody else into one spot: they stand at the edge instead.
  return {
    low: core > 0 && least - low > core ? least - core * 0.25 : low,
    high: core > 0 && high - most > core ? most + core * 0.25 : high,
  };
};

const rangeOf = (low: number, high: number, span: number): MapRange => ({
  low: (low + high - span) / 2,
  span,
  holds: (value) => value >= low && value <= high,
});

/**
 * Ranges of both axes to one scale, so that distances mean the same in every direction; the shorter is widened to keep
 * the map's shape within bounds. O(n log n).
 */
export const axisRange = (x: Float64Array, y: Float64Array, rows: readonly number[]): [MapRange, MapRange] => {
  const [across, up] = [ends(x, rows), ends(y, rows)];
  const wide = (across.high - across.low) * (1 + 2 * air) || 1;
  const high = (up.high - up.low) * (1 + 2 * air);
  const width = Math.max(wide, high / tallest);
  const height = Math.max(high, width * flattest);
  return [rangeOf(across.low, across.high, width), rangeOf(up.low, up.high, height)];
};

/** Where a value stands on an axis of so many units; what lies outside stands at its edge. */
export const positionOn = ({ low, span }: MapRange, value: number, units: number): number =>
  Math.round(Math.min(units - 6, Math.max(6, ((value - low) / span) * units)));
