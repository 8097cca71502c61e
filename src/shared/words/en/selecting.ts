import type { WordList } from '../phrase.ts';

const people = (v: unknown) => Number(v);

/** What can be done with what is selected, and with segments: put together, divided, frozen, kept as one’s own. */
export const selecting = {
  'edit.actions': (v) => `More to do with ${v.name}`,
  'edit.mergeSelected': (v, f) =>
    `Put the ${f.count(Number(v.count), 'selected segment', 'selected segments')} together`,
  'edit.mergeWith': () => 'Put together with',
  'edit.split': () => 'Divide into',
  'edit.split.parts': (v, f) => f.count(Number(v.parts), 'part', 'parts'),
  'edit.freeze': () => 'Freeze',
  'edit.freeze.hint': () => 'Keeps its customers when segments are found again',
  'edit.thaw': () => 'Let it change again',
  'edit.thaw.hint': () => 'Its customers are divided anew with the others',
  'edit.frozen': () => 'Frozen',
  'edit.frozen.hint': () => 'It keeps its customers when segments are found again; everybody else is divided anew.',
  'edit.job.merge': () => 'Putting segments together',
  'edit.job.split': () => 'Dividing a segment',
  'edit.done.merge': (v, f) =>
    `${f.count(Number(v.count), 'segment', 'segments')} became one: ${v.name}, ${f.count(people(v.customers), 'customer', 'customers')}.`,
  'edit.done.split': (v) => `${v.name} was divided into ${v.parts}.`,
  'edit.done.freeze': (v) => `${v.name} keeps its customers from now on.`,
  'edit.done.thaw': (v) => `${v.name} may change again.`,

  'own.bar': () => 'What to do with the selected customers',
  'own.save': () => 'Keep as a segment',
  'own.save.do': (v, f) => `Keep ${f.count(people(v.customers), 'customer', 'customers')}`,
  'own.saved': (v, f) => `“${v.name}” holds ${f.count(people(v.customers), 'customer', 'customers')} from now on.`,
  'own.name': () => 'What do you call them?',
  'own.name.example': () => 'Met at the fair',
  'own.name.hint': () => 'A segment of your own keeps these very customers, next month too.',
  'own.name.taken': () => 'Another segment is called so.',
  'own.color': () => 'Colour',
  'own.exclude': () => 'Exclude',
  'own.exclude.title': (v, f) => `Exclude ${f.count(people(v.customers), 'customer', 'customers')}?`,
  'own.exclude.text': () =>
    'They count in no figure and no segment any more, next month neither, and your segments are brought up to date. You find them under Data, with what was set aside, and can bring them back at any time.',
  'own.exclude.do': (v, f) => `Exclude ${f.count(people(v.customers), 'customer', 'customers')}`,
  'own.excluded.done': (v, f) =>
    `${f.count(people(v.customers), 'customer is', 'customers are')} excluded.${v.moved === null || Number(v.moved) === 0 ? '' : ` ${f.count(Number(v.moved), 'other customer is', 'other customers are')} in another segment now.`}`,
  'own.included.done': (v, f) => `${f.count(people(v.customers), 'customer counts', 'customers count')} again.`,
  'own.job.exclude': () => 'Excluding customers',
  'own.job.include': () => 'Bringing customers back',
  'own.export': () => 'Export these',
  'own.export.customers': () => 'These customers with their facts',
  'own.export.mailingList': () => 'Mailing list of them',
  'own.show': () => 'Show only these',
  'own.title': () => 'Your own segments',
  'own.text': () => 'Customers whom you put together yourself. They may be in several, and stay in them next month.',
  'own.rename': () => 'Rename',
  'own.recolour': (v) => `Change the colour of ${v.name}`,
  'own.remove': () => 'Remove',
  'own.removed': (v) => `“${v.name}” is removed; its customers stay where they are.`,
  'own.missing': (v, f) =>
    Number(v.customers) === 1
      ? '1 more is not among these customers'
      : `${f.number(people(v.customers))} more are not among these customers`,
  'own.share': (v, f) => `${f.share(Number(v.share))} of customers`,
  'own.revenueShare': (v, f) => `${f.share(Number(v.share))} of revenue`,
  'own.group': () => 'Your own segments',
  'own.selection': () => 'Selected customers',
  'own.find.save': (v, f) =>
    `Keep the ${f.count(people(v.customers), 'selected customer', 'selected customers')} as a segment`,
  'own.find.exclude': (v, f) =>
    `Exclude the ${f.count(people(v.customers), 'selected customer', 'selected customers')}`,
  'own.find.show': (v, f) => `Show only the ${f.count(people(v.customers), 'selected customer', 'selected customers')}`,
  'own.shortcut': () => 'To what can be done with the selection',
  'own.excluded.title': () => 'Excluded customers',
  'own.excluded.why': () => 'You took them out of all figures and segments.',
  'own.excluded.figures': (v, f) =>
    [
      f.count(people(v.customers), 'customer', 'customers'),
      ...(Number(v.lines) === 0 ? [] : [f.count(Number(v.lines), 'row', 'rows')]),
      ...(Number(v.money) === 0 ? [] : [f.money(Number(v.money))]),
    ].join(' · '),
  'own.excluded.one': (v, f) =>
    [f.count(Number(v.lines), 'row', 'rows'), ...(Number(v.money) === 0 ? [] : [f.money(Number(v.money))])].join(' · '),
  'own.excluded.more': (v, f) => `Show ${f.number(people(v.customers))} of them`,
  'own.include': () => 'Bring back',
  'own.include.one': (v) => `Bring ${v.name} back`,
  'own.include.all': () => 'Bring all back',

  'edit.method': () => 'Changed by hand',
  'edit.method.merge': (v, f) =>
    `Segmentation ${v.from}, with these clusters merged: ${v.names}. All other labels are unchanged; ${f.count(Number(v.customers), 'customer', 'customers')} ${Number(v.customers) === 1 ? 'is' : 'are'} in the merged one. Profiles, rules and scores were computed anew.`,
  'edit.method.split': (v, f) =>
    `Segmentation ${v.from}, with this cluster divided: ${v.names} (${f.count(Number(v.customers), 'customer', 'customers')}), by k-means with k = ${v.parts} and seed ${v.seed} on the prepared features as they are scaled among all customers. All other labels are unchanged. Profiles, rules and scores were computed anew.`,
  'edit.method.kept': () => 'Frozen',
  'edit.method.kept.value': (v, f) =>
    `${f.count(Number(v.count), 'cluster', 'clusters')} with ${f.count(Number(v.customers), 'customer', 'customers')} kept their labels: ${v.names}. Only the other customers were clustered; the number of clusters counts the frozen ones, and stability is that of the others.`,
} satisfies WordList;
