import { type Message, message } from '../../model/message.ts';
import { type Archetype, archetypes } from './archetypes.ts';
import { assignPairs } from './assign.ts';
import { isAvoided, isSameName, type KnownNames, keepName } from './keep-name.ts';
import type { Told } from './name-by-traits.ts';
import { isGone, type OrderFacts, type Shop } from './order-facts.ts';
import { round } from './round.ts';
import { isNoticeable, nameValues, type Trait } from './traits.ts';

/** A name that fits less is worse than a plain one made of facts. */
const leastFit = 0.3;

/** Where a fact stands among all customers moves by this much without anything worth a new name having happened. */
const slack = 0.05;
const positions = ['quiet', 'often', 'rich', 'basket'] as const;

/** The facts with each position as it is, a little lower and a little higher. What was counted stays as it is. */
const nearby = (facts: OrderFacts): OrderFacts[] =>
  positions.reduce<OrderFacts[]>(
    (all, key) =>
      facts[key] === null
        ? all
        : all.flatMap((one) => [0, -slack, slack].map((shift) => ({ ...one, [key]: facts[key]! + shift }))),
    [facts],
  );

/** How well an archetype fits; the one that a segment was called by before keeps its name a little beyond the border. */
const fitOf = (archetype: Archetype, facts: OrderFacts, shop: Shop, isBefore: boolean): number | null => {
  const fits = (isBefore ? nearby(facts) : [facts]).map((one) => archetype.fit(one, shop));
  return fits.reduce((best, one) => (one !== null && (best === null || one > best) ? one : best), null);
};

/** More than all fits together: a name that is still true stays, whoever else it would fit. */
const staying = 1000;

const archetypeName = ({ key }: Archetype): Message => message(`segment.${key}.name`);

/**
 * For each segment the archetype whose name it gets, −1 for none: the best in total over all segments, those settled
 * already left out.
 */
const castArchetypes = (
  facts: readonly OrderFacts[],
  shop: Shop,
  known: KnownNames,
  isSettled: readonly boolean[],
): Int32Array => {
  const costs = facts.flatMap((segment, i) =>
    archetypes.map((archetype) => {
      const name = archetypeName(archetype);
      const isBefore = known.before[i]?.key === name.key;
      const fits = segment.size === 0 || isSettled[i] ? null : fitOf(archetype, segment, shop, isBefore);
      if (fits === null || fits < leastFit || isAvoided(name, known)) return Number.POSITIVE_INFINITY;
      return -fits * archetype.weight - (isBefore ? staying : 0);
    }),
  );
  return assignPairs({ rows: facts.length, columns: archetypes.length, costs, alone: 0 });
};

type Words = Message['values'];

const howOften = ({ orders, often, once }: OrderFacts): string => {
  if (orders === null || often === null || once === null) return 'customers';
  if (once > 0.5) return 'once';
  if (often >= 0.85 && orders >= 5) return 'frequent';
  return often >= 0.4 && orders >= 3 ? 'regular' : 'occasional';
};

/** Spending as most do is worth a word only where nothing else is known. */
const howMuch = (rich: number | null, often: string): string | null => {
  if (rich === null) return null;
  if (rich >= 0.35 && rich <= 0.65) return often === 'customers' ? 'average' : null;
  return rich < 0.35 ? 'low' : 'high';
};

const when = (facts: OrderFacts, shop: Shop): string | null =>
  facts.quiet === null ? null : isGone(facts, shop) ? 'longAgo' : facts.quiet <= 0.35 ? 'lately' : 'between';

/** Facts in words for ranges: what is left when no archetype fits or another segment has its name. */
const plainNames = (facts: OrderFacts, shop: Shop, traits: readonly Trait[]): [Message, ...Message[]] => {
  const { orders, spent, days, rich } = facts;
  const isLongAgo = isGone(facts, shop);
  const often = howOften(facts);
  const who = { often, spend: howMuch(rich, often), when: isLongAgo ? 'longAgo' : null };
  const full = { ...who, when: when(facts, shop) };
  const strong = traits.filter(isNoticeable);
  const abouts: Words[] = [
    ...(orders === null ? [] : [{ aboutOrders: Math.round(orders) }]),
    ...(spent === null ? [] : [{ aboutSpent: round(spent) }]),
    ...(days === null ? [] : [{ aboutDays: Math.round(days) }]),
  ];
  const name = (...parts: Words[]) => message('segment.plain.name', Object.assign({}, ...parts));
  const { quiet } = facts;
  const isLately = full.when === 'lately';
  // When they were here strikes more than what they spend: only that is said.
  const strikes = isLately && who.spend !== null && 0.5 - quiet! > Math.abs(0.5 - rich!);
  // Beside “Occasional buyers” the plain words would say the same over again.
  const [first, second] = strikes
    ? [{ ...full, spend: null }, full]
    : often === 'occasional' && who.spend === null
      ? [full, who]
      : [who, full];
  return [
    name(first),
    name(second),
    ...[1, 2].filter((count) => count <= strong.length).map((count) => name(who, nameValues(strong.slice(0, count)))),
    ...abouts.map((about) => name(who, about)),
    ...abouts.slice(1).map((_, i) => name(full, ...abouts.slice(0, i + 2))),
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
 * @param known names of the run before, kept where they are still true, and those that are a person's own
 */
export const tellByOrders = (
  { facts, shop }: { readonly facts: readonly OrderFacts[]; readonly shop: Shop },
  traits: readonly (readonly Trait[])[],
  shares: readonly (number | null)[],
  asOf: string | null,
  known: KnownNames,
): Told[] => {
  const plain = facts.map((segment, i) =>
    keepName(plainNames(segment, shop, traits[i]!), traits[i]!, i, known, (before) =>
      nearby(segment).some((one) =>
        plainNames(one, shop, [])
          .slice(0, 2)
          .some((name) => isSameName(name, before)),
      ),
    ),
  );
  const isSettled = plain.map(([name], i) => name === known.before[i]);
  const cast = castArchetypes(facts, shop, known, isSettled);
  return facts.map((segment, i) => {
    const archetype = archetypes[cast[i]!];
    const why = whyOf(segment, shares[i]!, asOf);
    if (archetype !== undefined)
      return {
        names: [archetypeName(archetype)],
        why,
        action: message(`segment.${archetype.key}.action`),
      };
    return {
      names: plain[i]!,
      why,
      action: message('segment.plain.action', { when: when(segment, shop) }),
    };
  });
};
