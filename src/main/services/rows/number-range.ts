import type { ColumnSpread, SpreadBar } from '../../../shared/model/column-spread.ts';
import { axisEnds, isSkewed, quantileOf } from '../../../shared/picture/spread.ts';
import { daySteps } from './day-steps.ts';

type Range = NonNullable<ColumnSpread['range']>;

/** As many bars as still can be pointed at in a narrow column. */
const most = 32;
const sampled = 20_000;

/** How many of sorted numbers are less than one. O(log n) */
const countBelow = (sorted: Float64Array, value: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! < value) low = middle + 1;
    else high = middle;
  }
  return low;
};

const countUpTo = (sorted: Float64Array, value: number): number => {
  let [low, high] = [0, sorted.length];
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (sorted[middle]! <= value) low = middle + 1;
    else high = middle;
  }
  return low;
};

/** Evenly taken from all of them: they say where nearly all lie. */
const sampleOf = (sorted: Float64Array): Float64Array => {
  const step = Math.max(1, Math.floor(sorted.length / sampled));
  return step === 1
    ? sorted
    : Float64Array.from({ length: Math.floor(sorted.length / step) }, (_, i) => sorted[i * step]!);
};

/** Where bars begin, and where the last one ends. */
const stepsOf = (
  { low, high, axis }: Pick<Range, 'low' | 'high' | 'axis'>,
  isDays: boolean,
  isWhole: boolean,
): number[] => {
  if (isDays) return daySteps(low, high);
  if (low === high) return [low, isWhole ? high + 1 : high];
  if (isWhole && high - low < most) return Array.from({ length: high - low + 2 }, (_, i) => low + i);
  const [from, to] = axis === 'log' ? [Math.log1p(low), Math.log1p(high)] : [low, high];
  const steps = Array.from({ length: most + 1 }, (_, i) => {
    const at = from + ((to - from) * i) / most;
    return axis === 'log' ? Math.expm1(at) : at;
  });
  // Of whole numbers a bar holds one at least, or it would look as if some were missing.
  const bounds = isWhole ? [...new Set([...steps.slice(0, most).map(Math.ceil), high + 1])] : steps;
  bounds[0] = low;
  return bounds;
};

/**
 * How sorted numbers are spread: bars on an axis on which nearly all of them lie. O(bars × log n).
 * @param sorted at least one, none NaN
 * @param isWhole all are whole numbers
 */
export const numberRange = (sorted: Float64Array, mean: number, isDays: boolean, isWhole: boolean): Range => {
  const sample = sampleOf(sorted);
  const ends = axisEnds(sample, sorted[0]!, sorted.at(-1)!);
  const [from, to] = isWhole ? [Math.floor(ends.low), Math.ceil(ends.high)] : [ends.low, ends.high];
  const axis = !isDays && from >= 0 && isSkewed(sample, from, to) ? 'log' : 'linear';
  const steps = stepsOf({ low: from, high: to, axis }, isDays, isWhole);
  // Days fill whole months or years.
  const [low, high] = isDays ? [steps[0]!, steps.at(-1)! - 1] : [from, to];
  const bars = steps.slice(0, -1).map((start, i): SpreadBar => {
    const isLast = i === steps.length - 2;
    const first = i === 0 ? 0 : countBelow(sorted, start);
    const end = isLast ? sorted.length : countBelow(sorted, steps[i + 1]!);
    const rows = Math.max(0, end - first);
    return {
      from: start,
      to: isWhole ? steps[i + 1]! - 1 : steps[i + 1]!,
      least: rows === 0 ? null : sorted[first]! + 0,
      most: rows === 0 ? null : sorted[end - 1]! + 0,
      rows,
    };
  });
  return {
    isDays,
    least: sorted[0]! + 0,
    most: sorted.at(-1)! + 0,
    mean,
    quantiles: [0.05, 0.25, 0.5, 0.75, 0.95].map((at) => quantileOf(sorted, at) + 0) as unknown as Range['quantiles'],
    axis,
    low,
    high,
    beyond: countBelow(sorted, low) + sorted.length - countUpTo(sorted, high),
    isEach: !isDays && isWhole && bars.every((bar) => bar.from === bar.to),
    bars,
  };
};

/** The bar of a number; what lies before the first or beyond the last is in that one. O(log bars) */
export const barOf = (bars: readonly SpreadBar[], value: number): number => {
  let [low, high] = [0, bars.length - 1];
  while (low < high) {
    const middle = (low + high + 1) >>> 1;
    if (bars[middle]!.from <= value) low = middle;
    else high = middle - 1;
  }
  return low;
};
