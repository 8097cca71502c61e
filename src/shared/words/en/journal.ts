import type { Phrase, WordList } from '../phrase.ts';

const rules: Readonly<Record<string, string>> = {
  noCustomer: 'lines without a customer',
  cancelled: 'cancelled orders',
  notAboveZero: 'lines whose quantity or price is not above zero',
  byHand: 'rows that somebody marked',
  test: 'test orders',
  duplicate: 'exact repeats',
  nonProduct: 'postage, fees and vouchers',
  returned: 'purchases that came back',
  wholesale: 'one-off bulk buyers',
};
const ways: Record<string, string> = {
  kmeans: 'the quick way',
  ward: 'from the tree',
  average: 'from a tree of averages',
  complete: 'from a tree of farthest neighbours',
  single: 'from a tree of nearest neighbours',
  weighted: 'from a tree of balanced averages',
  microward: 'from the quick tree',
  gmm: 'by overlapping groups',
  hdbscan: 'where customers crowd',
  kmedoids: 'around typical customers',
  rules: 'by plain rules',
};
const way = (method: unknown): string => ways[String(method)] ?? 'another way';
const ruleOf: (verb: string) => Phrase = (verb) => (v) => `${verb} ${rules[String(v.reason)] ?? v.reason}`;

/** What was done, short enough for “Undo …” and a history list. */
export const journal = {
  'journal.import': (v, f) => `Add “${v.file}” (${f.count(Number(v.rows), 'row', 'rows')})`,
  'journal.importMany': (v, f) =>
    `Add ${f.count(Number(v.files), 'file', 'files')} (${f.count(Number(v.rows), 'row', 'rows')})`,
  'journal.reread': (v) => `Read “${v.columns}” of “${v.file}” again`,
  'journal.ruleOn': ruleOf('Set aside'),
  'journal.ruleOff': ruleOf('Count'),
  'journal.fix.setMissing': (v, f) => `Count ${f.count(Number(v.rows), 'cell', 'cells')} in “${v.column}” as empty`,
  'journal.fix.merge': (v, f) => `Use one spelling in ${f.count(Number(v.rows), 'cell', 'cells')} of “${v.column}”`,
  'journal.fix.setAside': (v, f) => `Set aside ${f.count(Number(v.rows), 'row', 'rows')} by “${v.column}”`,
  'journal.segmentation': (v, f) => `Make ${f.count(Number(v.k), 'segment', 'segments')} ${way(v.method)}`,
  'journal.activate': (v, f) => `Switch to ${f.count(Number(v.k), 'segment', 'segments')} ${way(v.method)}`,
  'journal.rename': (v) => `Rename a segment to “${v.name}”`,
  'journal.featureAdded': (v) => `Add the fact “${v.name}”`,
  'journal.featureRemoved': (v) => `Remove the fact “${v.name}”`,
  'journal.merge': (v, f) => `Put ${f.count(Number(v.count), 'segment', 'segments')} together`,
  'journal.split': (v) => `Divide a segment into ${v.parts}`,
  'journal.freeze': () => 'Freeze a segment',
  'journal.thaw': () => 'Let a segment change again',
  'journal.ownSaved': (v, f) => `Keep ${f.count(Number(v.customers), 'customer', 'customers')} as “${v.name}”`,
  'journal.ownRemoved': (v) => `Remove your segment “${v.name}”`,
  'journal.exclude': (v, f) => `Exclude ${f.count(Number(v.customers), 'customer', 'customers')}`,
  'journal.include': (v, f) => `Bring ${f.count(Number(v.customers), 'customer', 'customers')} back`,
  'journal.report': () => 'Change the report',
  'journal.recolour': () => 'Change a segment’s colour',
} satisfies WordList;
