import type { Format } from '../format.ts';
import type { WordList } from '../phrase.ts';

const found = (matched: unknown, rows: unknown, own: unknown, other: unknown, f: Format): string => {
  const [some, all] = [Number(matched), Number(rows)];
  if (some === all) return `All ${f.count(all, 'row', 'rows')} of “${own}” find something in “${other}”`;
  return `${f.number(some)} of the ${f.count(all, 'row', 'rows')} of “${own}” find something in “${other}”`;
};

/** Which tables belong together, by which columns, and why. */
export const joins = {
  'join.reason.found': (v, f) =>
    `${f.share(Number(v.share))} of the values of one are in the other (${f.count(Number(v.keys), 'value', 'values')}).`,
  'join.reason.form.folded': () => 'Capitals and spaces were not looked at.',
  'join.reason.form.bare': () => 'Leading zeros, a # before and a .0 behind were not looked at.',
  'join.reason.sameName': (v) => `Both are called “${v.name}”.`,
  'join.reason.alikeNames': (v) => `“${v.left}” and “${v.right}” are called alike.`,
  'join.reason.sameRole': () => 'Both hold the same thing.',
  'join.reason.counted': () => 'Both only count up, so that they agree may be chance.',
  'join.reason.sample': () => 'The counts are estimated from a part of the values.',
  'join.summary': (v, f) =>
    `${found(v.leftMatched, v.leftRows, v.left, v.right, f)}. ${found(v.rightMatched, v.rightRows, v.right, v.left, f)}.`,
  'join.doubt.nothing': () => 'The two columns have no value in common.',
  'join.doubt.manyToMany': (v) =>
    `The same value stands in several rows of “${v.left}” and of “${v.right}”, so that which row belongs to which cannot be told.`,
  'join.doubt.few': (v, f) => `At most ${f.share(Number(v.share))} of the rows on either side find something.`,
  'journal.joinOn': (v) => `Join “${v.left}” and “${v.right}”`,
  'journal.joinOff': (v) => `Stop joining “${v.left}” and “${v.right}”`,
  'journal.joinAdded': (v) => `Join “${v.left}” and “${v.right}” by columns of your own`,
  'journal.joinRemoved': (v) => `Remove the join of “${v.left}” and “${v.right}”`,
} satisfies WordList;
