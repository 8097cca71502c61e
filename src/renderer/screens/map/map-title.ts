import type { Feature } from '../../../shared/model/feature.ts';
import { noSegmentId } from '../../../shared/model/segmentation.ts';
import { correlation } from '../../../shared/picture/correlation.ts';
import { mapFinding } from '../../../shared/picture/findings.ts';
import { middlesOf } from '../../../shared/picture/nearness.ts';
import type { ScatterPicture } from '../../charts/scatter-picture.ts';
import { word } from '../../charts/words.ts';
import { tell } from '../../client/words.ts';

/** Facts that go together at least this closely are said to. */
const together = 0.35;

/** What the map shows, as a headline. */
export const likenessTitle = ({ x, y, labels, segments: all }: ScatterPicture): string => {
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

const inSentence = ({ key, name }: Feature): string => {
  const told = tell(name);
  // A column keeps its name as the file has it.
  return key.startsWith('column:') ? told : told.charAt(0).toLocaleLowerCase() + told.slice(1);
};
/** “more orders”, “lower Age”. */
const grown = (feature: Feature, more: boolean): string => {
  const counted = feature.unit !== 'number';
  const key = more ? (counted ? 'map.more' : 'map.higher') : counted ? 'map.less' : 'map.lower';
  return word(key, { name: inSentence(feature) });
};

/** Whether two facts go together, as a headline. */
export const factsTitle = ({ x, y }: ScatterPicture, across: Feature, up: Feature): string => {
  const strength = correlation(x.values, y.values);
  if (Math.abs(strength) < together) return word('map.title.unrelated', { x: inSentence(across), y: inSentence(up) });
  return word(strength > 0 ? 'map.title.together' : 'map.title.against', {
    x: grown(across, true),
    y: grown(up, strength > 0),
  });
};
