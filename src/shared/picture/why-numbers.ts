import type { NumberInSentence, NumberRef } from '../model/number-origin.ts';
import type { Segment } from '../model/segmentation.ts';
import { type Format, withoutCents } from '../words/format.ts';

/** What a reason tells of how customers order, in the order in which it does. */
const facts = [
  ['orders', 'orders'],
  ['days', 'daysSinceLastOrder'],
  ['spent', 'totalSpent'],
] as const;

/** The figures of a segment's reason as they stand in it: those of how its customers order. */
export const whyNumbers = (
  { id: segmentId, why }: Pick<Segment, 'id' | 'why'>,
  segmentationId: number,
  format: Format,
): NumberInSentence[] => {
  const { values } = why;
  const share = values?.share;
  const typical = facts.flatMap(([name, feature]): NumberInSentence[] => {
    const value = values?.[name];
    // “1 or 2 times” says no figure of its own.
    if (typeof value !== 'number' || (name === 'orders' && !Number.isInteger(value))) return [];
    const of: NumberRef = { of: 'segmentFeature', segmentId, feature, figure: 'median', segmentationId };
    return [[name === 'spent' ? format.money(withoutCents(value)) : format.number(Math.round(value)), of]];
  });
  return typeof share !== 'number' || share < 0
    ? typical
    : [...typical, [format.share(share), { of: 'segment', segmentId, figure: 'revenueShare', segmentationId }]];
};
