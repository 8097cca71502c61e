import type { WordList } from '../phrase.ts';

/** Why two columns join their tables. */
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
} satisfies WordList;
