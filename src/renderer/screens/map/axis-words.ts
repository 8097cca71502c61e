import type { Feature } from '../../../shared/model/feature.ts';
import { word } from '../../charts/words.ts';
import { tell } from '../../client/words.ts';

export interface Link {
  readonly feature: Feature;
  /** Correlation of the fact with the axis. */
  readonly strength: number;
}

/** Facts this closely tied to an axis name it. */
const namesAxis = 0.5;
const most = 3;

const own: Readonly<Record<string, readonly [string, string]>> = {
  daysSinceLastOrder: ['map.axis.longerAgo', 'map.axis.moreRecently'],
  orders: ['map.axis.moreOrders', 'map.axis.fewerOrders'],
  totalSpent: ['map.axis.moreSpent', 'map.axis.lessSpent'],
};

const phrase = ({ feature, strength }: Link): string => {
  const [more, less] = own[feature.key] ?? ['map.axis.more', 'map.axis.less'];
  const key = (strength > 0 ? more : less) as 'map.axis.more';
  return word(key, { feature: tell(feature.name) });
};

/** Whether an axis points towards less: of what is spent where it tells of that, else of the fact it is tied to most. */
export const isReversed = (links: readonly Link[]): boolean => {
  const spent = links.find(({ feature, strength }) => feature.key === 'totalSpent' && Math.abs(strength) >= namesAxis);
  const strongest = links.reduce<Link | null>(
    (best, link) => (best === null || Math.abs(link.strength) > Math.abs(best.strength) ? link : best),
    null,
  );
  const told = spent ?? strongest;
  return told !== null && told.strength < 0;
};

/** What grows towards the end of a map axis: “more orders, more spent, ordered more recently →”; else what nearness means. */
export const axisWords = (links: readonly Link[]): string => {
  const named = links
    .filter(({ strength }) => Math.abs(strength) >= namesAxis)
    .sort((a, b) => Math.abs(b.strength) - Math.abs(a.strength))
    .slice(0, most);
  if (named.length === 0) return word('map.axis.plain');
  const words = named.map(phrase).join(', ');
  return word('map.axis.words', { words: words.charAt(0).toLocaleUpperCase() + words.slice(1) });
};
