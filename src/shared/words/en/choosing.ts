import type { Format } from '../format.ts';
import type { Values, WordList } from '../phrase.ts';
import { capital, spelled } from './spelled.ts';

const segmentsOf = (v: Values): string => `${capital(spelled(v.k))} ${v.k === 1 ? 'segment' : 'segments'}`;

/** “Last ordered within 90 days, ordered at least 4 times and spent 125 or more.” What is not known is not spoken of. */
const ruleText = (v: Values, f: Format): string => {
  const days = f.count(Number(v.days), 'day', 'days');
  const times = `${f.number(Number(v.orders))} times`;
  const money = f.money(Number(v.spent));
  const when = v.late === true ? `last ordered within ${days}` : `last ordered more than ${days} ago`;
  const orders = v.often === true ? `ordered at least ${times}` : `ordered fewer than ${times}`;
  const spent = v.much === true ? `spent ${money} or more` : `spent less than ${money}`;
  const value = [...(v.orders === null ? [] : [orders]), ...(v.spent === null ? [] : [spent])];
  const lately = v.days === null ? [] : [when];
  const text =
    v.either === true && value.length > 1 ? `${when}, but ${value.join(' or ')}` : f.list([...lately, ...value]);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** Why there are as many segments as there are. */
export const choosing = {
  'segmentation.reason.asked': (v) => `${segmentsOf(v)}, as you asked.`,
  'segmentation.reason.branches': (v) => `${segmentsOf(v)}, as you cut the tree branch by branch.`,
  'segmentation.reason.itself': (v) => `${segmentsOf(v)}: as many as there are places where customers crowd.`,
  'segmentation.reason.likelihood': (v) =>
    `${segmentsOf(v)}: the number that explains your customers best without guessing.`,
  'segmentation.reason.rules': (v) => `${segmentsOf(v)} by plain rules on days since the last order, orders and money.`,
  'segmentation.reason.serves': (v, f) =>
    `${segmentsOf(v)}: enough to treat differently, none too small to bother with. The largest holds ${f.share(Number(v.largestShare))} of your customers, the smallest ${f.share(Number(v.smallestShare))}.`,
  'segmentation.reason.uneven': (v, f) =>
    `${segmentsOf(v)}: your customers split unevenly, and this is the most even split from four to seven. The largest holds ${f.share(Number(v.largestShare))} of them, the smallest ${f.share(Number(v.smallestShare))}.`,
  'segmentation.reason.silhouette': (v) =>
    `${segmentsOf(v)}: of every number from two to twelve, this one tells your customers apart most clearly.`,
  'segmentation.reason.merge': (v) =>
    `${segmentsOf(v)}: you put ${v.count} of ${v.before} segments together, and the others stay as they were.`,
  'segmentation.reason.split': (v) =>
    `${segmentsOf(v)}: you divided one of ${v.before} segments into ${v.parts}, and the others stay as they were.`,
  'segmentation.statistical': (v) =>
    Number(v.of) > 1
      ? `${segmentsOf(v)} would be the choice by figures alone: there customers stand apart best, and ${v.agreeing} of ${v.of} measures ${Number(v.agreeing) === 1 ? 'names' : 'name'} that number.`
      : `${segmentsOf(v)} would be the choice by figures alone: there customers stand apart best.`,
  'segmentation.index.silhouette': () => 'Silhouette',
  'segmentation.index.calinskiHarabasz': () => 'Calinski–Harabasz',
  'segmentation.index.daviesBouldin': () => 'Davies–Bouldin',
  'segmentation.index.bic': () => 'BIC',
  'segmentation.index.gap': () => 'Gap statistic',
  'segmentation.index.elbow': () => 'Elbow of the inertia',
  'ruleSegment.rule': ruleText,
  'structure.none': () =>
    'Your customers blend into each other. These segments are a useful division, not natural groups.',
  'structure.weak': () =>
    'Your customers lean towards groups that run into each other. Some of them could as well be in a neighbouring segment.',
  'structure.clear': () => 'Your customers fall into groups that stand apart from each other.',
  'segmentation.reason.alike': () => 'One segment: in what was compared, your customers are all alike.',
} satisfies WordList;
