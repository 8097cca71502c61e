import type { WayResult } from '../../../shared/model/comparison.ts';
import type { Method } from '../../../shared/model/segmentation.ts';
import { word } from '../../charts/words.ts';
import { t } from '../../client/words.ts';

export const wayName = (method: Method): string =>
  method === 'kmeans' || method === 'ward' ? word(`segments.way.${method}`) : t(`trust.way.${method}`);

/** How distinct segments are, in a word; bands after Kaufman & Rousseeuw (1990), p. 88. */
export const distinctWord = (silhouette: number): string =>
  t(
    silhouette > 0.5
      ? 'compare.ways.distinct.strong'
      : silhouette > 0.25
        ? 'compare.ways.distinct.fair'
        : silhouette > 0.1
          ? 'compare.ways.distinct.weak'
          : 'compare.ways.distinct.none',
  );

export const repeatableWord = (jaccard: number): string =>
  t(
    jaccard >= 0.85
      ? 'trust.short.sure'
      : jaccard >= 0.75
        ? 'trust.short.steady'
        : jaccard >= 0.6
          ? 'trust.short.doubtful'
          : 'trust.short.fleeting',
    { recovered: 0, of: 1 },
  );

export const balanceText = ({ segments }: WayResult): string => {
  const shares = segments.map(({ share }) => share);
  return t('compare.ways.smallest', { smallest: Math.min(...shares), largest: Math.max(...shares) });
};
