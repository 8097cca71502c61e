import type { Feature } from '../../shared/model/feature.ts';
import type { Segmentation } from '../../shared/model/segmentation.ts';

/** How far apart segments are in a fact, in everybody's standard deviations. */
const apartIn = ({ segments }: Segmentation, key: string): number => {
  const effects = segments.map(({ profile }) => profile.find(({ feature }) => feature === key)?.effect ?? 0);
  return Math.max(0, ...effects) - Math.min(0, ...effects);
};

/** Facts by how much they tell segments apart, those that were not used at the end. */
export const byDifference = (segmentation: Segmentation): Feature[] =>
  [...segmentation.features].sort((a, b) => apartIn(segmentation, b.key) - apartIn(segmentation, a.key));
