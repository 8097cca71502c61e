import { correlation } from '../../charts/correlation.ts';
import { middlesOf, nearnessOf } from '../../charts/nearness.ts';
import type { ScatterPicture } from '../../charts/scatter-picture.ts';
import { word } from '../../charts/words.ts';

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

/** Whether two facts go together, as a headline. */
export const factsTitle = ({ x, y }: ScatterPicture, names: { readonly x: string; readonly y: string }): string => {
  const strength = correlation(x.values, y.values);
  if (Math.abs(strength) < together) return word('map.title.unrelated', names);
  return word(strength > 0 ? 'map.title.together' : 'map.title.against', names);
};
