import type { Format } from '../format.ts';
import type { Values, WordList } from '../phrase.ts';

/** As many digits as the number has: a rule says exactly what was counted. */
const exact = (value: number, v: Values, f: Format): string => {
  if (v.isYear === true) return String(value);
  const decimals = (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length;
  return v.unit === 'money' && decimals <= 2 ? f.money(value) : f.number(value, Math.min(decimals, 6));
};

/** Shares that only round to all are not all. */
const part = (value: unknown, f: Format): string =>
  Number(value) < 1 && Number(value) >= 0.995 ? `over ${f.share(0.99)}` : f.share(Number(value));

type Bounds = { readonly from: number | null; readonly below: number | null; readonly last: number | null };

const boundsOf = (v: Values): Bounds => {
  const from = typeof v.from === 'number' ? v.from : null;
  const below = typeof v.below === 'number' ? v.below : null;
  return { from, below, last: below === null ? null : v.kind === 'any' ? below : below - 1 };
};

const daysText = ({ from, below, last }: Bounds, v: Values, f: Format): string => {
  const days = (value: number) => f.count(value, 'day', 'days');
  if (from === null) return below === 1 ? 'last order on the last day' : `last order less than ${days(below!)} ago`;
  if (below === null) return `last order ${exact(from, v, f)} or more days ago`;
  return from === last ? `last order ${days(from)} ago` : `last order ${exact(from, v, f)} to ${days(last!)} ago`;
};

const ordersText = ({ from, below, last }: Bounds, v: Values, f: Format): string => {
  if (from === null) return below === 2 ? 'one order' : `fewer than ${f.count(below!, 'order', 'orders')}`;
  if (below === null) return `${exact(from, v, f)} or more orders`;
  return from === last
    ? f.count(from, 'order', 'orders')
    : `${exact(from, v, f)} to ${f.count(last!, 'order', 'orders')}`;
};

/** “below 35”, “35 or more”, “35 to 39”; years are earlier and later. */
const rangeText = ({ from, below, last }: Bounds, v: Values, f: Format): string => {
  const isYear = v.isYear === true;
  if (from === null) return `${isYear ? 'before' : 'below'} ${exact(below!, v, f)}`;
  if (below === null) return `${exact(from, v, f)} or ${isYear ? 'later' : 'more'}`;
  return from === last ? exact(from, v, f) : `${exact(from, v, f)} to ${exact(last!, v, f)}`;
};

const conditionText = (v: Values, f: Format): string => {
  const bounds = boundsOf(v);
  if (v.kind === 'flag') return `“${v.name}”: ${bounds.from === null ? 'no' : 'yes'}`;
  if (v.feature === 'daysSinceLastOrder') return daysText(bounds, v, f);
  if (v.feature === 'orders') return ordersText(bounds, v, f);
  if (v.feature === 'totalSpent')
    return `spent ${bounds.from === null ? `less than ${exact(bounds.below!, v, f)}` : rangeText(bounds, v, f)}`;
  return `${v.name} ${rangeText(bounds, v, f)}`;
};

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** A name that is half a sentence itself stands in quotes. */
const quoted = (name: unknown): string => (/[,:]|\s\S+\s\S+\s/.test(String(name)) ? `“${name}”` : String(name));

/** What sets segments and customers apart. */
export const explanation = {
  // Rules
  'explain.rule.heading': () => 'How to tell them',
  'explain.condition': conditionText,
  'explain.rule.mostly': (v) => `Mostly: ${v.conditions}.`,
  'explain.rule.roughly': (v) => `Roughly: ${v.conditions}.`,
  'explain.rule.or': (v) => `Or: ${v.conditions}.`,
  'explain.rule.everybody': () => 'Everybody is in it.',
  'explain.rule.none': () => 'No short rule describes them: they differ by all their facts together.',
  'explain.rule.fit': (v, f) =>
    `${capital(part(v.precision, f))} of the customers who fit this are in the segment; ${part(v.coverage, f)} of the segment fit.`,
  'explain.rule.together': (v, f) =>
    `Together: ${part(v.precision, f)} of the customers who fit are in the segment; ${part(v.coverage, f)} of the segment fit.`,
  'explain.rule.missing': (v, f) =>
    `Where ${f.list(String(v.names).split('\n'))} ${String(v.names).includes('\n') ? 'are' : 'is'} not known, a usual value counts instead.`,

  // Neighbours
  'explain.near.heading': (v) => (v.isOnly === true ? 'Against the other segment' : 'Most like them'),
  'explain.near.values': (v) => `${v.here} · there ${v.there}`,
  'explain.near.select': (v) => `Select ${v.name}`,

  // Customers
  'explain.customers.heading': () => 'Who belongs here',
  'explain.customers.certainty': (v, f) =>
    Number(v.onTheEdge) === 0
      ? `${capital(part(v.sure, f))} surely belong here, and nobody is on the edge to another segment.`
      : `${capital(part(v.sure, f))} surely belong here; ${part(v.onTheEdge, f)} are on the edge to another segment.`,
  'explain.customers.typical': () => 'Typical',
  'explain.customers.borderline': () => 'On the edge',
  'explain.customers.nearly': (v) => `could as well be in ${quoted(v.segment)}`,
  'explain.customers.fact': (v) => `${v.name} ${v.value}`,

  // One customer
  'explain.why.heading': () => 'Why here',
  'explain.why.sure': (v) => `Surely in ${quoted(v.segment)}.`,
  'explain.why.fairlySure': (v) => `Fairly surely in ${quoted(v.segment)}; next would be ${quoted(v.other)}.`,
  'explain.why.onTheEdge': (v) => `On the edge between ${quoted(v.segment)} and ${quoted(v.other)}.`,
  'explain.why.nearer': (v) => `Counted to ${quoted(v.segment)}, but even more like ${quoted(v.other)}.`,
  'explain.why.only': () => 'There is only one segment, with everybody in it.',
  'explain.why.forThis': () => 'Speaks for this segment',
  'explain.why.forOther': () => 'Speaks for the other',
  'explain.why.typical': (v) => `typical here ${v.here}, there ${v.there}`,
  'explain.why.average': (v) => `on average here ${v.here}, there ${v.there}`,
  'explain.why.likewise': (v) => `likewise: ${v.facts}`,
  'explain.why.likewise.more': (v, f) => `${f.number(Number(v.more))} more`,
  'explain.why.runnerUp': () => 'Next best',

  // Method details: the analyst's words
  'explain.method.rules': () => 'Decision tree (CART, Gini)',
  'explain.method.depth': () => 'Depth',
  'explain.method.accuracy': () => 'Accuracy on these customers',
  'explain.method.heldOut': (v) =>
    Number(v.folds) > 1 ? `Accuracy, ${v.folds}-fold cross-validation` : 'Accuracy on a fifth held out',
  'explain.method.baseline': () => 'Accuracy of “the largest cluster”',
  'explain.method.weights': () => 'Weight of a customer',
  'explain.method.weights.value': () => '1 / √cluster size',
  'explain.method.perSegment': () => 'Rules by cluster: precision · recall',
  'explain.method.cluster': () => 'Cluster',
  'explain.method.fit': () => 'here',
  'explain.method.fitHeldOut': () => 'held out',
  'explain.method.fit.value': (v, f) =>
    `${v.precision === null ? '–' : f.number(Number(v.precision), 2)}\u00a0·\u00a0${f.number(Number(v.coverage), 2)}`,
  'explain.method.effects': () => 'Effect sizes',
  'explain.method.effect': () => 'd, this cluster',
  'explain.method.between': () => 'η², all',
  'explain.method.effects.text': () =>
    'd: difference of the cluster’s mean from everybody’s, in standard deviations of the prepared values. η²: share of the variance that lies between clusters.',
  'explain.method.sureness': () => 'Simplified silhouette',
  'explain.method.sureness.text': () =>
    '1 − distance to the own centroid / distance to the next nearest one: 0 half-way between the two, 1 at the own centroid. Sure from 0.4, fairly sure from 0.15; the surer a customer, the more often it stays where it is when customers are drawn anew.',
} satisfies WordList;
