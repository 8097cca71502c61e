import type { Feature } from '../../shared/model/feature.ts';
import { customersInNone, type ProfileCell, type Segmentation } from '../../shared/model/segmentation.ts';
import { format } from '../client/words.ts';
import { typicalValueText } from './words.ts';

/**
 * Yes or no: as the rules speak of it, or where all values are 0 and one other. Only then is the variance the mean times
 * what lacks to that other (1, or its logarithm).
 */
const isFlag = (key: string, { explanation, preparation }: Segmentation): boolean => {
  const isTold = explanation?.rules.segments.some(({ rules }) =>
    rules.some(({ conditions }) => conditions.some((one) => one.feature === key && one.values === 'flag')),
  );
  const prepared = preparation.find(({ feature }) => feature === key);
  if (isTold === true || prepared === undefined) return isTold ?? false;
  const { mean, deviation, median } = prepared;
  if (median !== 0 && median !== 1) return false;
  return [1, Math.LN2].some((one) => Math.abs(deviation ** 2 - mean * (one - mean)) < 1e-6 * deviation ** 2);
};

/** Everybody's mean, from those of the segments; null where some customers are in none. */
const meanOf = (key: string, segmentation: Segmentation): number | null => {
  if (customersInNone(segmentation) > 0) return null;
  const parts = segmentation.segments.map(({ size, profile }) => ({
    size,
    mean: profile.find(({ feature }) => feature === key)?.mean ?? null,
  }));
  if (parts.some(({ size, mean }) => size > 0 && mean === null)) return null;
  return parts.reduce((sum, { size, mean }) => sum + (mean ?? 0) * size, 0) / Math.max(1, segmentation.customers);
};

/** What is typical of a segment and of everybody: medians, means where those are equal, shares of a yes-or-no column. */
export const typicalText = (
  { feature: key, median, mean }: ProfileCell,
  feature: Feature,
  segmentation: Segmentation,
): { readonly value: string; readonly all: string; readonly figure: 'mean' | 'median' } => {
  const all = segmentation.preparation.find((one) => one.feature === key)?.median ?? null;
  const allMean = meanOf(key, segmentation);
  const flag = isFlag(key, segmentation);
  if (mean === null || allMean === null || (!flag && median !== all))
    return {
      value: typicalValueText(median, feature),
      all: typicalValueText(all, feature),
      figure: 'median',
    };
  const write = (value: number) => (flag ? format.share(value) : typicalValueText(value, feature));
  return { value: write(mean), all: write(allMean), figure: 'mean' };
};
