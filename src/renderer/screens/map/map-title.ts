import type { Feature } from '../../../shared/model/feature.ts';
import { correlation } from '../../../shared/picture/correlation.ts';
import { middlesOf, nearnessOf } from '../../../shared/picture/nearness.ts';
import type { ScatterPicture } from '../../charts/scatter-picture.ts';
import { word } from '../../charts/words.ts';
import { tell } from '../../client/words.ts';

/** Facts that go together at least this closely are said to. */
const together = 0.35;

/** What the map shows, as a headline. */
export const likenessTitle = ({ x, y, labels, segments }: ScatterPicture): string => {
  const order = segments.map(({ label }) => label);
  const place = new Map(order.map((label, i) => [label, i]));
  const middles = middlesOf(
    x.values,
    y.values,
    labels.map((label) => place.get(label) ?? -1),
    segments.length,
  );
  const found = nearnessOf(middles);
  if (found === null) return word('map.title.plain');
  const [one, other] = found.alike.map((i) => segments[i]!.name) as [string, string];
  if (segments.length < 3 || found.alike.includes(found.apart)) return word('map.title.two', { one, other });
  return word('map.title.apart', { apart: segments[found.apart]!.name, one, other });
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
