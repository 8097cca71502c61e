import type { Feature } from '../../model/feature.ts';
import { cleanHeader } from './clean-header.ts';

/**
 * How a column is spoken of. `flag`: yes or no as 1 and 0; `spentOn`: money on something; `count`: how many; `since`:
 * days since the customer was last here.
 */
export type FactKind = 'age' | 'birthYear' | 'since' | 'flag' | 'spentOn' | 'count' | 'plain';
/** What it is about, where an action can say more for it. */
type Topic = 'spending' | 'income' | 'offers' | 'visits' | 'emails' | 'purchases' | 'complaints' | 'campaigns' | null;

export interface ColumnFact {
  /** Column of the matrix. */
  readonly at: number;
  readonly name: string;
  readonly kind: FactKind;
  readonly topic: Topic;
  /** As it is written after a number, empty if none. */
  readonly unit: string;
  readonly isMoney: boolean;
}

const prefix = 'column:';
const headerOf = ({ key }: Pick<Feature, 'key'>): string => (key.startsWith(prefix) ? key.slice(prefix.length) : key);

/** Order facts have names and sentences of their own. */
const isColumn = ({ key }: Pick<Feature, 'key'>): boolean => key.startsWith(prefix);

const plurals =
  /\b(purchases|orders|visits|opens|clicks|returns|kids|children|teenagers|teens|logins|items|reviews|calls|sessions)\b/i;

const isFlag = (values: Float64Array): boolean => {
  const seen = new Set<number>();
  for (const value of values) {
    if (Number.isNaN(value)) continue;
    if (value !== 0 && value !== 1) return false;
    seen.add(value);
  }
  return seen.size === 2;
};

const kindOf = (name: string, says: 'count' | 'spentOn' | null, values: Float64Array): FactKind => {
  if (/^(customer )?(age|alter|edad|età|âge|leeftijd)$/i.test(name)) return 'age';
  if (/\b(year (of )?birth|birth ?year|year born|geburtsjahr)\b/i.test(name)) return 'birthYear';
  if (/^recency$|\bdays since (the )?(last|latest)\b/i.test(name)) return 'since';
  if (isFlag(values)) return 'flag';
  if (says !== null) return says;
  return plurals.test(name) && !/\b(rate|value|average|share|percent|per)\b/i.test(name) ? 'count' : 'plain';
};

const topicOf = (name: string, kind: FactKind): Topic => {
  if (/\b(deals?|discounts?|coupons?|offers?|vouchers?|promo\w*)\b/i.test(name)) return 'offers';
  if (kind === 'spentOn' || /\b(spend|spending|spent|revenue|sales)\b/i.test(name)) return 'spending';
  if (/\b(income|salary|earnings)\b/i.test(name)) return 'income';
  if (/\bcomplain/i.test(name)) return 'complaints';
  if (kind === 'flag') return /\b(accepted|responded|response)\b/i.test(name) ? 'campaigns' : null;
  if (kind !== 'count') return null;
  if (/\be-?mails?\b/i.test(name)) return 'emails';
  if (/\bvisits\b/i.test(name)) return 'visits';
  return /\b(purchases|orders)\b/i.test(name) ? 'purchases' : null;
};

/**
 * The columns of a customer table that can be spoken of. Two of the same name are spoken of by their whole headings, a
 * second age or birth year by its name like any other.
 */
export const columnFacts = (features: readonly Feature[], columnAt: (at: number) => Float64Array): ColumnFact[] => {
  const picked = features.flatMap((feature, at) =>
    isColumn(feature) ? [{ feature, at, ...cleanHeader(headerOf(feature)) }] : [],
  );
  const given = new Map<string, number>();
  for (const { name } of picked) given.set(name.toLowerCase(), (given.get(name.toLowerCase()) ?? 0) + 1);
  const taken = new Set<FactKind | 'person'>();
  return picked.map(({ feature, at, name, unit, says }) => {
    const found = kindOf(name, says, columnAt(at));
    // “Younger” can come from one of them only.
    const slot = found === 'age' || found === 'birthYear' ? 'person' : found === 'since' ? 'since' : null;
    const kind = slot !== null && taken.has(slot) ? 'plain' : found;
    if (slot !== null) taken.add(slot);
    return {
      at,
      name: given.get(name.toLowerCase()) === 1 ? name : headerOf(feature).trim(),
      kind,
      topic: topicOf(name, kind),
      unit,
      isMoney: feature.unit === 'money',
    };
  });
};
