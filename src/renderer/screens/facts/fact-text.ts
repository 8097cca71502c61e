import type { Feature } from '../../../shared/model/feature.ts';
import { featurePhrase } from '../../client/feature-text.ts';
import { format } from '../../client/words.ts';

/** A fact’s number as a person writes it: shares as percents. */
export const factText = (fact: Pick<Feature, 'key' | 'unit'>, value: number): string => {
  if (fact.unit !== 'share') return featurePhrase(fact, value);
  return value < 0 ? `−${format.share(-value)}` : format.share(value);
};
