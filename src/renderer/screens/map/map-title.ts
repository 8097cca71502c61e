import type { Feature } from '../../../shared/model/feature.ts';
import { noSegmentId } from '../../../shared/model/segmentation.ts';
import { correlation } from '../../../shared/picture/correlation.ts';
import { mapFinding } from '../../../shared/picture/findings.ts';
import { middlesOf } from '../../../shared/picture/nearness.ts';
import { inSentence } from '../../../shared/words/in-sentence.ts';
import { word } from '../../charts/words.ts';
import { locale, tell } from '../../client/words.ts';
import type { MapPicture } from './map-picture.ts';

/** Facts that go together at least this closely are said to. */
const together = 0.35;

/** What the map shows, as a headline. */
export const likenessTitle = ({ x, y, labels, segments: all }: MapPicture): string => {
  const segments = all.filter(({ id }) => id !== noSegmentId);
  const order = segments.map(({ label }) => label);
  const place = new Map(order.map((label, i) => [label, i]));
  const middles = middlesOf(
    x.values,
    y.values,
    labels.map((label) => place.get(label) ?? -1),
    segments.length,
  );
  return tell(
    mapFinding(
      middles,
      segments.map(({ name }) => name),
    ),
  );
};

/** A column keeps its name as the file has it. */
const nameInSentence = ({ key, name }: Feature): string =>
  key.startsWith('column:') ? tell(name) : inSentence(tell(name), locale);
/** “more orders”, “lower Age”. */
const grown = (feature: Feature, more: boolean): string => {
  const counted = feature.unit !== 'number';
  const key = more ? (counted ? 'map.more' : 'map.higher') : counted ? 'map.less' : 'map.lower';
  return word(key, { name: nameInSentence(feature) });
};

/** Whether two facts go together, as a headline. */
export const factsTitle = ({ x, y }: MapPicture, across: Feature, up: Feature): string => {
  const strength = correlation(x.values, y.values);
  if (Math.abs(strength) < together)
    return word('map.title.unrelated', { x: nameInSentence(across), y: nameInSentence(up) });
  return word(strength > 0 ? 'map.title.together' : 'map.title.against', {
    x: grown(across, true),
    y: grown(up, strength > 0),
  });
};
