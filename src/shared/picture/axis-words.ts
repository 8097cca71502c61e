import type { Feature } from '../model/feature.ts';
import { type Message, message } from '../model/message.ts';

export interface Link {
  readonly feature: Feature;
  /** Correlation of the fact with the axis. */
  readonly strength: number;
}

/** Facts this closely tied to an axis name it. */
const namesAxis = 0.5;
const most = 3;

const own: Readonly<Record<string, readonly [string, string]>> = {
  daysSinceLastOrder: ['longerAgo', 'moreRecently'],
  orders: ['moreOrders', 'fewerOrders'],
  totalSpent: ['moreSpent', 'lessSpent'],
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

/** What grows towards the end of a map axis, closest tie first; null where no fact says enough about it. */
export const axisPhrase = (links: readonly Link[], tell: (what: Message) => string): string | null => {
  const words = links
    .filter(({ strength }) => Math.abs(strength) >= namesAxis)
    .sort((a, b) => Math.abs(b.strength) - Math.abs(a.strength))
    .slice(0, most)
    .map(({ feature, strength }) => {
      const [more, less] = own[feature.key] ?? ['more', 'less'];
      return tell(message(`pictures.map.axis.${strength > 0 ? more : less}`, { feature: tell(feature.name) }));
    })
    .join(', ');
  return words === '' ? null : words.charAt(0).toLocaleUpperCase() + words.slice(1);
};
