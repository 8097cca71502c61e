/** Where the values of some customers lie. */
export interface SpreadPart {
  /** Customers with a value. */
  readonly count: number;
  /** Values that 5, 25, 50, 75 and 95 of a hundred do not exceed; null without customers. */
  readonly quantiles: readonly [number, number, number, number, number] | null;
  /** Share of ones, where there is nothing but 0 and 1. */
  readonly yes: number;
  /** How many lie at each place of the axis, from 0 to 1 at the most. */
  readonly density: readonly number[];
}

export interface Spread {
  /** `flag`: nothing but 0 and 1; `log`: an axis in log(1 + value); `linear` else. */
  readonly axis: 'flag' | 'log' | 'linear';
  /** Ends of the axis, in values. */
  readonly low: number;
  readonly high: number;
  /** Customers whose value lies beyond the ends. */
  readonly beyond: number;
  readonly missing: number;
  readonly everybody: SpreadPart;
  /** By label. */
  readonly parts: readonly SpreadPart[];
}

/** Places along the axis. */
const bins = 96;
/** So many values say where nearly all lie. */
const sampled = 20_000;
/** Of a thousand customers this many at each end may lie beyond the axis. */
const cutAway = 0.005;
/** Skewness from which a logarithmic axis shows more. */
const skewed = 1.5;

/** Between two values in proportion, as most statistics programs do. */
export const quantileOf = (sorted: Float64Array, at: number): number => {
  const place = at * (sorted.length - 1);
  const below = Math.floor(place);
  const from = sorted[below]!;
  return from + ((sorted[Math.min(sorted.length - 1, below + 1)] ?? from) - from) * (place - below);
};

const skewnessOf = (values: ArrayLike<number>): number => {
  let [sum, squares, cubes] = [0, 0, 0];
  const n = values.length;
  for (let i = 0; i < n; i += 1) sum += values[i]!;
  const mean = sum / n;
  for (let i = 0; i < n; i += 1) {
    const off = values[i]! - mean;
    squares += off * off;
    cubes += off * off * off;
  }
  return squares === 0 ? 0 : cubes / n / (squares / n) ** 1.5;
};

/**
 * The ends of an axis on which nearly all lie: everything, unless a few extraordinary values would press the rest together.
 * @param sample sorted
 */
export const axisEnds = (sample: Float64Array, least: number, most: number): { low: number; high: number } => {
  const [from, to] = [quantileOf(sample, cutAway), quantileOf(sample, 1 - cutAway)];
  const isWide = most - least > 2 * (to - from) && to > from;
  return isWide ? { low: from, high: to } : { low: least, high: most };
};

/** Whether a logarithmic axis shows more of what lies between two ends. */
export const isSkewed = (sample: Float64Array, low: number, high: number): boolean =>
  skewnessOf(sample.filter((value) => value >= low && value <= high)) > skewed;

const endsOf = (known: Float64Array): { low: number; high: number; sample: Float64Array } => {
  const step = Math.max(1, Math.floor(known.length / sampled));
  const sample = known.filter((_, i) => i % step === 0).sort();
  let [least, most] = [Infinity, -Infinity];
  for (const value of known) {
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return { ...axisEnds(sample, least, most), sample };
};

/** Counts spread over their neighbourhood as by a bell of that width, in bins; the highest becomes 1. */
const smooth = (counts: Float64Array, width: number): number[] => {
  const reach = Math.ceil(width * 3);
  const bell = Array.from({ length: reach + 1 }, (_, i) => Math.exp(-0.5 * (i / Math.max(width, 1e-6)) ** 2));
  const found = Array.from(counts, (_, at) => {
    let sum = 0;
    for (let off = -reach; off <= reach; off += 1) {
      // What falls over an end is mirrored, so that a crowd at zero does not look thin.
      let from = at + off;
      if (from < 0) from = -from - 1;
      if (from >= counts.length) from = 2 * counts.length - from - 1;
      sum += (counts[from] ?? 0) * bell[Math.abs(off)]!;
    }
    return sum;
  });
  const most = Math.max(...found);
  return most > 0 ? found.map((value) => value / most) : found;
};

const isWhole = (values: Float64Array): boolean => {
  const step = Math.max(1, Math.floor(values.length / sampled));
  for (let i = 0; i < values.length; i += step) if (!Number.isInteger(values[i])) return false;
  return true;
};

/** Places on an axis from 0 to 1, and back. */
export const axisOf = ({ axis, low, high }: Pick<Spread, 'axis' | 'low' | 'high'>): ((value: number) => number) => {
  const along = axis === 'log' ? Math.log1p : (value: number) => value;
  const [from, to] = [along(low), along(high)];
  return (value) => (to === from ? 0.5 : (along(value) - from) / (to - from));
};

const none: SpreadPart = { count: 0, quantiles: null, yes: 0, density: Array.from({ length: bins }, () => 0) };

/**
 * Where some values lie on an axis; they are sorted.
 * @param members none NaN
 * @param whole the fact has whole numbers only
 */
const partOn = (axis: Pick<Spread, 'axis' | 'low' | 'high'>, members: Float64Array, whole: boolean): SpreadPart => {
  if (members.length === 0) return none;
  members.sort();
  const place = axisOf(axis);
  const counts = new Float64Array(bins);
  let ones = 0;
  for (const value of members) {
    ones += value === 1 ? 1 : 0;
    const at = Math.floor(place(value) * bins);
    if (at >= 0 && value <= axis.high) counts[Math.min(bins - 1, at)]! += 1;
  }
  const quantiles = [0.05, 0.25, 0.5, 0.75, 0.95].map((at) => quantileOf(members, at)) as unknown as [
    number,
    number,
    number,
    number,
    number,
  ];
  // Silverman's rule on the axis; whole numbers must not look like teeth of a comb.
  const range = (place(quantiles[3]) - place(quantiles[1])) * bins;
  const rule = (0.9 * range * members.length ** -0.2) / 1.34;
  const unit = whole ? 0.55 * (place(quantiles[2] + 1) - place(quantiles[2])) * bins : 0;
  const density = smooth(counts, Math.min(bins / 6, Math.max(1.2, rule, unit)));
  return { count: members.length, quantiles, yes: ones / members.length, density };
};

/** Some rows more on the axis of a spread, e.g. those that are selected. O(rows log rows) */
export const partOfRows = (spread: Spread, values: Float64Array, rows: Uint32Array): SpreadPart => {
  const members = Float64Array.from(rows, (row) => values[row] ?? Number.NaN).filter((value) => !Number.isNaN(value));
  return partOn(spread, members, isWhole(members));
};

/**
 * How the values of one fact are spread among k parts, on one axis for all of them. Rows with a label outside 0 … k − 1
 * count with everybody only; NaN is no value. O(rows log rows).
 */
export const spreadOf = (values: Float64Array, labels: Int32Array, k: number): Spread => {
  const known = values.filter((value) => !Number.isNaN(value));
  const missing = values.length - known.length;
  const empty = { axis: 'linear', low: 0, high: 1, beyond: 0, missing } as const;
  if (known.length === 0) return { ...empty, everybody: none, parts: Array.from({ length: k }, () => none) };
  const { low, high, sample } = endsOf(known);
  const isFlag = low >= 0 && high <= 1 && known.every((value) => value === 0 || value === 1);
  const axis = isFlag ? 'flag' : low >= 0 && isSkewed(sample, low, high) ? 'log' : 'linear';
  const whole = isWhole(known);

  const partOf = (members: Float64Array): SpreadPart => partOn({ axis, low, high }, members, whole);

  const sizes = new Int32Array(k);
  for (let row = 0; row < values.length; row += 1) {
    const label = labels[row]!;
    if (label >= 0 && label < k && !Number.isNaN(values[row]!)) sizes[label]! += 1;
  }
  const members = Array.from(sizes, (size) => new Float64Array(size));
  const filled = new Int32Array(k);
  for (let row = 0; row < values.length; row += 1) {
    const label = labels[row]!;
    if (label < 0 || label >= k || Number.isNaN(values[row]!)) continue;
    members[label]![filled[label]!] = values[row]!;
    filled[label]! += 1;
  }
  let beyond = 0;
  for (const value of known) beyond += value < low || value > high ? 1 : 0;
  return { axis, low, high, beyond, missing, everybody: partOf(known), parts: members.map(partOf) };
};
