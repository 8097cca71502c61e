import type { Segmentation } from '../../shared/model/segmentation.ts';
import { format, tell } from '../client/words.ts';
import { chartSegments } from './chart-segment.ts';
import type { ProfilePicture } from './profile-picture.ts';
import { typicalValueText, word } from './words.ts';

/** Facts up to this many keep the order of the file; of more, those come first that tell segments apart most. */
const inOrder = 8;

const spreadOf = ({ segments }: Segmentation, key: string): number => {
  const effects = segments.map(({ profile }) => profile.find(({ feature }) => feature === key)?.effect ?? 0);
  return Math.max(...effects) - Math.min(...effects);
};

/** How the facts of a heat map follow each other: as one reads best, what differs most first, or as in the file; or by a segment. */
export type ProfileOrder = 'usual' | 'differing' | 'file' | { readonly segmentId: number };

const effectIn = ({ segments }: Segmentation, segmentId: number, key: string): number =>
  segments.find(({ id }) => id === segmentId)?.profile.find(({ feature }) => feature === key)?.effect ?? 0;

/** The heat map of a segmentation: each segment against every fact that was used. */
export const profileOf = (segmentation: Segmentation, order: ProfileOrder = 'usual'): ProfilePicture => {
  const facts = segmentation.preparation.flatMap((prepared) => {
    const feature = segmentation.features.find(({ key }) => key === prepared.feature);
    return prepared.used && feature !== undefined ? [{ feature, median: prepared.median }] : [];
  });
  if (typeof order === 'object')
    facts.sort(
      (a, b) =>
        effectIn(segmentation, order.segmentId, b.feature.key) - effectIn(segmentation, order.segmentId, a.feature.key),
    );
  else if (order === 'differing' || (order === 'usual' && facts.length > inOrder))
    facts.sort((a, b) => spreadOf(segmentation, b.feature.key) - spreadOf(segmentation, a.feature.key));
  return {
    segments: chartSegments(segmentation),
    features: facts.map(({ feature }) => tell(feature.name)),
    keys: facts.map(({ feature }) => feature.key),
    cells: segmentation.segments.map(({ profile }) =>
      facts.map(({ feature, median }) => {
        const cell = profile.find((one) => one.feature === feature.key);
        return {
          effect: cell?.effect ?? 0,
          word: word(`level.${cell?.level ?? 'same'}`),
          details: [
            word('profile.median', { value: typicalValueText(cell?.median, feature) }),
            word('profile.mean', { value: typicalValueText(cell?.mean, feature) }),
            word('profile.overall', { value: typicalValueText(median, feature) }),
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
