import type { Feature } from '../../model/feature.ts';
import { message } from '../../model/message.ts';
import type { Preparation } from '../../model/preparation.ts';
import type { Segment } from '../../model/segmentation.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { columnFacts } from './column-fact.ts';
import { type KnownNames, noKnownNames } from './keep-name.ts';
import { tellByOrders } from './name-by-orders.ts';
import { type Told, type TraitSegment, tellByTraits } from './name-by-traits.ts';
import { orderFacts } from './order-facts.ts';
import { profileSegments, rowsByLabel } from './profile.ts';
import { summarise } from './summarise.ts';
import { traitsOf } from './traits.ts';
import { uniqueNames } from './unique-names.ts';

export interface DescribeInput {
  /** Customers × features in original units, NaN for missing. */
  readonly raw: Matrix;
  /** The same customers on the scale that distances were taken on; a column for each feature that was used. */
  readonly prepared: Matrix;
  readonly features: readonly Feature[];
  /** One for each feature. */
  readonly preparation: readonly Preparation[];
  /** Segment of each customer, 0 to k − 1; anything else is in none. */
  readonly labels: Int32Array;
  readonly k: number;
  /** What each customer spent in all; null where that is not known. */
  readonly revenue: Float64Array | null;
  /** The day that “days since” counts from. */
  readonly asOf: string | null;
  readonly silhouettes: Float64Array | null;
  /** Names that earlier runs gave; none where absent. */
  readonly known?: KnownNames;
}

/** A segment but for what it gets in the project: id, label, colour and freeze. */
export type DescribedSegment = Omit<Segment, 'id' | 'label' | 'color' | 'frozen'>;

type Profiles = ReturnType<typeof profileSegments>;

const traitSegments = ({ raw, features }: DescribeInput, profiles: Profiles): TraitSegment[] => {
  const facts = columnFacts(features, (at) => columnOf(raw, at));
  const spreadOf = (at: number): number => {
    const effects = profiles.map((cells) => cells[at]!.effect);
    return Math.max(...effects) - Math.min(...effects);
  };
  const telling = facts
    .map((fact) => ({ fact, spread: spreadOf(fact.at), all: summarise(columnOf(raw, fact.at)) }))
    .filter(({ spread }) => spread > 0)
    .sort((a, b) => b.spread - a.spread || a.fact.at - b.fact.at);
  const traits = traitsOf(facts, raw, profiles);
  return profiles.map((cells, i) => ({
    traits: traits[i]!,
    typical: telling.flatMap(({ fact, all }) => {
      const of = fact.kind === 'flag' ? 'mean' : 'median';
      const value = cells[fact.at]![of];
      return value === null || all[of] === null ? [] : [{ fact, value, all: all[of] }];
    }),
  }));
};

const orderKeys = ['daysSinceLastOrder', 'orders', 'totalSpent'] as const;

const tell = (
  input: DescribeInput,
  members: readonly Int32Array[],
  profiles: Profiles,
  shares: readonly (number | null)[],
): Told[] => {
  const { raw, features, revenue, asOf, known = noKnownNames } = input;
  const columnOfKey = (key: string): Float64Array | null => {
    const at = features.findIndex((feature) => feature.key === key);
    return at < 0 ? null : columnOf(raw, at);
  };
  const segments = traitSegments(input, profiles);
  if (!orderKeys.some((key) => columnOfKey(key) !== null))
    return segments.map((segment, label) => tellByTraits(segment, label, known));
  const [days, orders, spent] = orderKeys.map(columnOfKey) as [
    Float64Array | null,
    Float64Array | null,
    Float64Array | null,
  ];
  const facts = orderFacts({ days, orders, spent: revenue ?? spent }, members);
  return tellByOrders(
    facts,
    segments.map(({ traits }) => traits),
    shares,
    asOf,
    known,
  );
};

const everybody = (told: Told): Told => ({
  names: [message('segment.everybody.name')],
  why: told.why,
  action: message('segment.everybody.action'),
});

/**
 * Size, share, revenue, profile, name, reason and suggested action of each segment, in the order of labels. Order data
 * is named after how customers order, other tables after what sets segments apart; names are unique. The same input
 * gives the same answer. O(features × rows log rows + k² × features).
 */
export const describeSegments = (input: DescribeInput): DescribedSegment[] => {
  const { labels, k, revenue, silhouettes } = input;
  const members = rowsByLabel(labels, k);
  const profiles = profileSegments(input, members);
  const total = (values: Float64Array, rows: Int32Array): number =>
    rows.reduce((sum, row) => sum + (Number.isNaN(values[row]!) ? 0 : values[row]!), 0);
  const revenues = members.map((rows) => (revenue === null ? null : total(revenue, rows)));
  const allRevenue = revenue?.reduce((sum, value) => sum + (Number.isNaN(value) ? 0 : value), 0) ?? 0;
  const shares = revenues.map((value) => (value === null || allRevenue <= 0 ? null : value / allRevenue));
  const told = tell(input, members, profiles, shares).map((one, i) =>
    members[i]!.length === 0 ? nobody : k === 1 ? everybody(one) : one,
  );
  const names = uniqueNames(told.map((one) => one.names));
  return told.map(({ why, action }, i) => {
    const rows = members[i]!;
    return {
      name: names[i]!,
      size: rows.length,
      share: labels.length === 0 ? 0 : rows.length / labels.length,
      revenue: revenues[i]!,
      revenueShare: shares[i]!,
      why,
      action,
      silhouette: silhouettes === null || rows.length === 0 ? null : total(silhouettes, rows) / rows.length,
      profile: profiles[i]!,
    };
  });
};

/** A label that no customer has. */
const nobody: Told = {
  names: [message('segment.nobody.name')],
  why: message('segment.nobody.why'),
  action: message('segment.nobody.action'),
};
