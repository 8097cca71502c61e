import { type Message, message } from '../../model/message.ts';
import { archetypes } from './archetypes.ts';
import { assignPairs } from './assign.ts';
import type { Told } from './name-by-traits.ts';
import type { OrderFacts, Shop } from './order-facts.ts';
import { round } from './round.ts';
import { isNoticeable, nameValues, type Trait } from './traits.ts';

/** A name that fits less is worse than a plain one made of facts. */
const leastFit = 0.3;

/** For each segment the archetype whose name it gets, −1 for none: the best in total over all segments. */
const castArchetypes = (facts: readonly OrderFacts[], shop: Shop): Int32Array => {
  const costs = facts.flatMap((segment) =>
    archetypes.map(({ fit, weight }) => {
      const fits = segment.size === 0 ? null : fit(segment, shop);
      return fits === null || fits < leastFit ? Number.POSITIVE_INFINITY : -fits * weight;
    }),
  );
  return assignPairs({ rows: facts.length, columns: archetypes.length, costs, alone: 0 });
};

type Words = Message['values'];

/** Who they are, in words for ranges: what is left when no archetype fits or another segment has its name. */
const plainWords = ({ orders, often, once, rich, quiet }: OrderFacts): { who: Words; when: Words } => ({
  who: {
    often:
      orders === null || often === null || once === null
        ? 'customers'
        : once > 0.5
          ? 'once'
          : often >= 0.85 && orders >= 5
            ? 'frequent'
            : often >= 0.5 && orders >= 3
              ? 'regular'
              : 'occasional',
    spend: rich === null ? null : rich < 0.35 ? 'low' : rich <= 0.65 ? 'average' : 'high',
  },
  when: { when: quiet === null ? null : quiet <= 0.35 ? 'lately' : quiet >= 0.7 ? 'longAgo' : 'between' },
});

const plainNames = (facts: OrderFacts, traits: readonly Trait[]): [Message, ...Message[]] => {
  const { who, when } = plainWords(facts);
  const strong = traits.filter(isNoticeable);
  const { orders, spent, days } = facts;
  const abouts: Words[] = [
    { aboutOrders: orders === null ? null : round(orders) },
    { aboutSpent: spent === null ? null : round(spent) },
    { aboutDays: days === null ? null : round(days) },
  ];
  const name = (...parts: Words[]) => message('segment.plain.name', Object.assign({}, ...parts));
  return [
    name(who),
    name(who, when),
    ...(strong.length === 0
      ? []
      : [name(who, when, nameValues(strong.slice(0, 1))), name(who, when, nameValues(strong.slice(0, 2)))]),
    ...abouts.map((_, i) => name(who, when, nameValues(strong.slice(0, 1)), ...abouts.slice(0, i + 1))),
  ];
};

const whyOf = ({ orders, days, spent }: OrderFacts, share: number | null, asOf: string | null): Message =>
  message('segment.why.orders', { orders, days, spent, share, asOf });

/**
 * Names segments of customers who order: each (segment, archetype) pair is scored from what is typical of the segment
 * and where that stands in the shop, impossible ones are ruled out, and names go where they fit best in total.
 * O(segments² × archetypes).
 * @param traits what columns of a customer table say about each segment besides; empty where there are none
 * @param shares each segment's share of all revenue
 */
export const tellByOrders = (
  { facts, shop }: { readonly facts: readonly OrderFacts[]; readonly shop: Shop },
  traits: readonly (readonly Trait[])[],
  shares: readonly (number | null)[],
  asOf: string | null,
): Told[] => {
  const cast = castArchetypes(facts, shop);
  return facts.map((segment, i) => {
    const archetype = archetypes[cast[i]!];
    const why = whyOf(segment, shares[i]!, asOf);
    if (archetype !== undefined)
      return {
        names: [message(`segment.${archetype.key}.name`)],
        why,
        action: message(`segment.${archetype.key}.action`),
      };
    const { when } = plainWords(segment);
    return { names: plainNames(segment, traits[i]!), why, action: message('segment.plain.action', when) };
  });
};
