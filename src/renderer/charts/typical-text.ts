import type { Feature } from '../../shared/model/feature.ts';
import { customersInNone, type ProfileCell, type Segmentation } from '../../shared/model/segmentation.ts';
import { format } from '../client/words.ts';
import { valueText } from './words.ts';

/** Yes or no, as far as the rules speak of it. */
const isFlag = (key: string, { explanation }: Segmentation): boolean =>
  explanation?.rules.segments.some(({ rules }) =>
    rules.some(({ conditions }) => conditions.some((one) => one.feature === key && one.values === 'flag')),
  ) ?? false;

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
): { readonly value: string; readonly all: string } => {
  const all = segmentation.preparation.find((one) => one.feature === key)?.median ?? null;
  const allMean = meanOf(key, segmentation);
  const flag = isFlag(key, segmentation);
  if (mean === null || allMean === null || (!flag && median !== all))
    return { value: valueText(median, feature), all: valueText(all, feature) };
  const write = (value: number) => (flag ? format.share(value) : valueText(value, feature));
  return { value: write(mean), all: write(allMean) };
};
