import type { Format } from '../format.ts';
import type { Phrase, Values, WordList } from '../phrase.ts';

const rows = (v: Values, f: Format): string => f.count(Number(v.rows), 'row', 'rows');
const cells = (v: Values, f: Format): string => f.count(Number(v.rows), 'cell', 'cells');
const isAre = (v: Values): string => (Number(v.rows) === 1 ? 'is' : 'are');

const why =
  (good: string, bad: string): Phrase =>
  (v, f) =>
    Number(v.findings) === 0 ? good : `${f.count(Number(v.findings), 'finding', 'findings')}: ${bad}`;

/** In years where days are too many to picture. */
const longAgo = (days: number, f: Format): string =>
  days < 730 ? f.count(days, 'day', 'days') : `about ${f.number(Math.round(days / 365.25))} years`;

/** What the quality report says, and the rules that are off until somebody wants them. */
export const quality = {
  'aside.byHand': () => 'Set aside in the quality report',
  'aside.byHand.why': () => 'You said that these rows must not count.',
  'aside.test': () => 'Test orders',
  'aside.test.why': () => 'Their name, e-mail or product says “test”, or they cost a cent.',
  'aside.duplicate': () => 'Exact repeats',
  'aside.duplicate.why': () =>
    'The very same row stands further up. In one order that may be right: the same thing put in twice.',
  'aside.nonProduct': () => 'Postage, fees, vouchers',
  'aside.nonProduct.why': () => 'What is charged or given beside goods.',
  'aside.returned': () => 'Purchases that came back',
  'aside.returned.why': () =>
    'A later row takes back the whole of it. Where only a part came back, the purchase counts in full.',
  'aside.wholesale': () => 'One-off bulk buyers',
  'aside.wholesale.why': () => 'One or two orders, far larger than anybody else’s.',

  'app.stage.checking': () => 'Looking through your tables',

  'quality.part.completeness': (v, f) =>
    Number(v.share) === 1
      ? 'Nothing is missing where it matters.'
      : `${Number(v.share) > 0.99 ? 'Over 99\u00a0%' : f.share(Number(v.share))} of the cells that matter are filled.`,
  'quality.part.completeness.none': () => 'There is nothing to judge yet.',
  'quality.part.uniqueness': why('Nothing stands there twice.', 'some rows seem to stand there twice.'),
  'quality.part.uniqueness.none': () => 'There is nothing to judge yet.',
  'quality.part.validity': why('Every value can be true.', 'some values cannot be true.'),
  'quality.part.validity.none': () => 'There is nothing to judge yet.',
  'quality.part.consistency': why('Everything is called by one name.', 'one thing goes by several names.'),
  'quality.part.consistency.none': () => 'There is nothing to judge yet.',
  'quality.part.keys': why('Customers and orders can be told apart.', 'customers or orders may be mixed up.'),
  'quality.part.keys.none': () => 'There is nothing to judge yet.',
  'quality.part.freshness': why('The days follow each other as they should.', 'some time is missing.'),
  'quality.part.freshness.none': () => 'No table says when.',

  'quality.missing': (v, f) => `“${v.column}” is empty in ${rows(v, f)} (${f.share(Number(v.share))}).`,
  'quality.empty': (v) => `“${v.column}” is empty in every row.`,
  'quality.duplicates': (v, f) =>
    `${rows(v, f)} ${Number(v.rows) === 1 ? 'repeats' : 'repeat'} an earlier row word for word.${v.mayBeReal ? ' They may be right: nothing here tells rows apart.' : ''}`,
  'quality.duplicates.lines': (v, f) =>
    `${rows(v, f)} ${Number(v.rows) === 1 ? 'repeats' : 'repeat'} an earlier row word for word. In one order that may be right: the same thing put in twice.`,
  'quality.nearDuplicates': (v, f) =>
    `${rows(v, f)} ${Number(v.rows) === 1 ? 'seems' : 'seem'} to be a customer who is there already: the same name or e-mail but for case, spaces or accents.`,
  'quality.odd': (v, f) =>
    `${cells(v, f)} in “${v.column}” ${isAre(v)} not what the others there are. They are kept as they were written.`,
  'quality.impossibleBirth': (v, f) =>
    `${rows(v, f)} in “${v.column}” ${Number(v.rows) === 1 ? 'says' : 'say'} that somebody is over ${v.age} years old, or not born yet.`,
  'quality.impossibleAge': (v, f) =>
    `${rows(v, f)} in “${v.column}” ${Number(v.rows) === 1 ? 'gives' : 'give'} an age that nobody has.`,
  'quality.futureDate': (v, f) =>
    `${rows(v, f)} in “${v.column}” ${isAre(v)} after ${f.day(String(v.day))}, in the future.`,
  'quality.longAgo': (v, f) => `${rows(v, f)} in “${v.column}” ${isAre(v)} before 1970, long before all others.`,
  'quality.negative': (v, f) => `${rows(v, f)} in “${v.column}” ${isAre(v)} below zero, where no other is.`,
  'quality.placeholder': (v, f) =>
    `“${v.column}” says ${v.values} in ${rows(v, f)}. It looks like a stand-in for “not known”.`,
  'quality.badEmail': (v, f) => `${rows(v, f)} in “${v.column}” ${isAre(v)} no e-mail address.`,
  'quality.outliers': (v, f) =>
    `${rows(v, f)} in “${v.column}” ${isAre(v)} far from all others (the middle is ${f.number(Number(v.median))}). They may well be true.`,
  'quality.constant': (v) => `“${v.column}” is “${v.value}” in every row, so it tells nothing.`,
  'quality.spellings': (v, f) =>
    `“${v.column}” writes ${f.count(Number(v.groups), 'thing', 'things')} in several ways, for example ${v.example}.`,
  'quality.misspelling': (v, f) =>
    `“${v.column}” has ${f.count(Number(v.groups), 'rare word', 'rare words')} that may be a slip of the keyboard, for example ${v.example}.`,
  'quality.abbreviation': (v) => `“${v.from}” and “${v.to}” in “${v.column}” may be the same.`,
  'quality.rareCategories': (v, f) =>
    `“${v.column}” says ${v.values} in only ${rows(v, f)}. Somebody may have typed that for fun.`,
  'quality.keySpellings': (v, f) =>
    `${f.count(Number(v.rows), 'customer is', 'customers are')} written in several ways (case, spaces, zeros in front) and counted apart, for example ${v.example}.`,
  'quality.sharedOrder': (v, f) =>
    `${f.count(Number(v.rows), 'order number belongs', 'order numbers belong')} to several customers.`,
  'quality.longOrder': (v, f) =>
    `${f.count(Number(v.rows), 'order number goes', 'order numbers go')} over several days.`,
  'quality.repeatedKey': (v, f) =>
    `${rows(v, f)} in “${v.column}” ${Number(v.rows) === 1 ? 'names' : 'name'} a customer who has a row already. Of each, the last row counts.`,
  'quality.gap': (v, f) =>
    `There is nothing from ${f.day(String(v.from))} to ${f.day(String(v.to))}${Number(v.holes) > 1 ? ', and in other stretches' : ''}. Is a file missing?`,
  'quality.stale': (v, f) =>
    `The last day is ${f.day(String(v.last))}, ${longAgo(Number(v.days), f)} ago. Is there a newer file?`,

  'quality.fix.setMissing': (v, f) => `Count ${cells(v, f)} in “${v.column}” as empty`,
  'quality.fix.merge': (v, f) =>
    Number(v.groups) === 1
      ? `Write “${v.to}” in ${cells(v, f)} of “${v.column}”`
      : `Use one spelling in ${cells(v, f)} of “${v.column}”`,
  'quality.fix.setAside': (v, f) => `Set aside ${rows(v, f)}`,
  'quality.fix.rule': (v, f) => `Set aside all exact repeats (${rows(v, f)})`,
} satisfies WordList;
