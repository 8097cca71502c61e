import type { Feature } from '../../../shared/model/feature.ts';
import type { Preparation } from '../../../shared/model/preparation.ts';
import { t } from '../../client/words.ts';
import { factText } from './fact-text.ts';

/** What was done to a fact before segments were made, sentence by sentence. */
export const preparedText = (feature: Feature, preparation: Preparation): string[] => {
  const { used, transform, scale, cappedLow, cappedHigh, cap, imputed, fill } = preparation;
  if (!used) return [t('factPicture.after.out')];
  const end = (value: number | null | undefined) => (value == null ? null : factText(feature, value));
  return [
    t(`factPicture.after.${transform}`),
    ...(cappedLow + cappedHigh > 0
      ? [
          t('factPicture.after.cap', {
            customers: cappedLow + cappedHigh,
            low: cappedLow > 0 ? end(cap?.ownLow) : null,
            high: cappedHigh > 0 ? end(cap?.ownHigh) : null,
          }),
        ]
      : []),
    ...(imputed > 0 ? [t('factPicture.after.filled', { customers: imputed, fill: factText(feature, fill) })] : []),
    ...(scale === 'none' ? [] : [t('factPicture.after.scale')]),
  ];
};
