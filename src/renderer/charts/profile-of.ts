import type { Segmentation } from '../../shared/model/segmentation.ts';
import { format, tell } from '../client/words.ts';
import { chartSegments } from './chart-segment.ts';
import type { ProfilePicture } from './profile-picture.ts';
import { valueText, word } from './words.ts';

/** The heat map of a segmentation: a row a segment, a column for every fact that was used. */
export const profileOf = (segmentation: Segmentation): ProfilePicture => {
  const facts = segmentation.preparation.flatMap((prepared) => {
    const feature = segmentation.features.find(({ key }) => key === prepared.feature);
    return prepared.used && feature !== undefined ? [{ feature, median: prepared.median }] : [];
  });
  return {
    segments: chartSegments(segmentation),
    features: facts.map(({ feature }) => tell(feature.name)),
    cells: segmentation.segments.map(({ profile }) =>
      facts.map(({ feature: { key, unit }, median }) => {
        const cell = profile.find(({ feature }) => feature === key);
        return {
          effect: cell?.effect ?? 0,
          word: word(`level.${cell?.level ?? 'same'}`),
          details: [
            word('profile.median', { value: valueText(cell?.median, unit) }),
            word('profile.mean', { value: valueText(cell?.mean, unit) }),
            word('profile.overall', { value: valueText(median, unit) }),
          ],
        };
      }),
    ),
  };
};

/** The heat map in sentences: what is not average about each segment. */
export const profileSummary = ({ segments, features, cells }: ProfilePicture): string => {
  const findings = segments.map(({ name }, i) => {
    const facts = cells[i]!.flatMap(({ word: said }, f) =>
      said === word('level.same') ? [] : [word('profile.fact', { feature: features[f]!, word: said })],
    );
    return facts.length === 0
      ? word('profile.allSame', { segment: name })
      : word('profile.finding', { segment: name, facts: format.list(facts) });
  });
  return word('profile.summary', { findings: findings.join(' ') });
};
