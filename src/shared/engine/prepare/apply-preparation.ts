import type { Preparation } from '../../model/preparation.ts';
import { transformValue } from './transform-value.ts';

export const withinLimits = (value: number, { low, high }: { readonly low: number; readonly high: number }): number => {
  if (value < low) return low;
  return value > high ? high : value;
};

/** The prepared value: its limits, its scale, its weight. */
export const scaleValue = (
  transformed: number,
  { cap, center, spread, weight }: Pick<Preparation, 'cap' | 'center' | 'spread' | 'weight'>,
): number => {
  const scaled = ((cap === null ? transformed : withinLimits(transformed, cap)) - center) / spread;
  return weight === 1 ? scaled : scaled * Math.sqrt(weight);
};

/** One value prepared as its feature was, to the same bits; NaN is missing. 0 for a feature that was left out. O(1). */
export const applyPreparation = (preparation: Preparation, value: number): number => {
  if (!preparation.used) return 0;
  const filled = Number.isNaN(value) ? preparation.fill : value;
  return scaleValue(transformValue(filled, preparation), preparation);
};

/** What an indicator column holds. */
export const indicatorOf = (value: number, weight: number): number => (Number.isNaN(value) ? Math.sqrt(weight) : 0);

/**
 * A row that may be new, one value for each record, prepared as the matrix was: the features used, then the indicators.
 * O(columns).
 */
export const prepareRow = (preparation: readonly Preparation[], row: readonly number[]): number[] => [
  ...preparation.flatMap((one, j) => (one.used ? [applyPreparation(one, row[j]!)] : [])),
  ...preparation.flatMap(({ indicator, weight }, j) => (indicator ? [indicatorOf(row[j]!, weight)] : [])),
];
