import type { Phrase, WordList } from '../phrase.ts';

/** What a missing column would have said. */
const meanings: Readonly<Record<string, string>> = {
  customer: 'who bought',
  order: 'which order it is',
  date: 'when',
  quantity: 'how many',
  price: 'what one costs',
  amount: 'how much money',
  product: 'which product it is',
};

const daysBetween: Phrase = (v, f) => {
  if (v.from === null || v.from === undefined) return '';
  return v.from === v.to ? ` of ${f.day(String(v.from))}` : ` from ${f.day(String(v.from))} to ${f.day(String(v.to))}`;
};
const whenAdded: Phrase = (v, f) => (v.at === null ? '' : ` of ${f.day(String(v.at).slice(0, 10))}`);

const types: Readonly<Record<string, string>> = {
  integer: 'whole numbers',
  decimal: 'numbers',
  date: 'dates',
  timestamp: 'dates with times',
  boolean: 'yes or no',
  text: 'text',
  category: 'text',
};
const typeName = (type: unknown): string => types[String(type)] ?? 'something else';

/** A newer file of a known kind: what it is, how it differs and what it changes. */
export const recipes = {
  'recipe.heading': () => 'The next file of a kind you know',
  'recipe.heading.cannot': () => 'Almost the next file of a kind you know',
  'recipe.differences': () => 'What is different this time',
  'recipe.go': () => 'Bring everything up to date',
  'recipe.done': (v, f) => {
    const told = [
      Number(v.arrived) > 0 ? f.count(Number(v.arrived), 'new customer', 'new customers') : '',
      Number(v.moved) > 0
        ? `${f.number(Number(v.moved))} moved to another segment`
        : 'everybody else stayed in their segment',
    ].filter((part) => part !== '');
    const sentence = told.join(', ');
    return `Up to date: ${sentence}. Undo takes all of it back.`;
  },
  'recipe.recognised': (v, f) => `This is read the same way as “${v.file}”${whenAdded(v, f)}.`,
  'recipe.cannotReplay': (v) =>
    `This looks like “${v.file}”, but the column “${v.column}” is missing, which said ${meanings[String(v.role)] ?? 'what is needed'}. Add the column to the file, or choose another one for it.`,
  'recipe.identical': (v, f) =>
    `This is the same file as “${v.file}”${whenAdded(v, f)}. Adding it again changes nothing but what newer files said since.`,
  'recipe.orders': (v, f) => {
    if (Number(v.added) === 0)
      return `${Number(v.known) === 1 ? 'Its one order is' : `All its ${f.number(Number(v.known))} orders are`} here already.`;
    const added = f.count(Number(v.added), 'new order', 'new orders');
    return Number(v.known) === 0
      ? `It brings ${added}.`
      : `It brings ${added} and ${f.count(Number(v.known), 'order that is', 'orders that are')} here already.`;
  },
  'recipe.customers': (v, f) =>
    Number(v.known) === 0
      ? `It has ${f.count(Number(v.added), 'new customer', 'new customers')}.`
      : Number(v.added) === 0
        ? `You know ${Number(v.known) === 1 ? 'its one customer' : `all its ${f.number(Number(v.known))} customers`}.`
        : `It has ${f.count(Number(v.added), 'new customer', 'new customers')} and ${f.number(Number(v.known))} you know.`,
  'recipe.replaces.orders': (v, f) =>
    `${f.count(Number(v.orders), 'order', 'orders')}${daysBetween(v, f)} ${Number(v.orders) === 1 ? 'is' : 'are'} in both: the newer file counts, so nothing is counted twice.`,
  'recipe.replaces.events': (v, f) =>
    `${f.count(Number(v.rows), 'row', 'rows')}${daysBetween(v, f)} ${Number(v.rows) === 1 ? 'is' : 'are'} replaced by the newer file, a customer’s whole day at a time.`,
  'recipe.replaces.rows': (v, f) =>
    `${f.count(Number(v.rows), 'row', 'rows')} ${Number(v.rows) === 1 ? 'is' : 'are'} brought up to date: the newer row counts.`,
  'recipe.difference.newColumn': (v) => `“${v.column}” is new. It is kept, and used for nothing yet.`,
  'recipe.difference.missing': (v) => `“${v.column}” is not in this file. Nothing needs it.`,
  'recipe.difference.missingUsed': (v) =>
    `“${v.column}” is not in this file. What it said will be missing for the new rows.`,
  'recipe.difference.needed': (v) =>
    `“${v.column}” is not in this file, and it said ${meanings[String(v.role)] ?? 'what is needed'}.`,
  'recipe.difference.type': (v) =>
    `“${v.column}” held ${typeName(v.was)} and now seems to hold ${typeName(v.now)}. Cells that do not fit are kept as written.`,
  'recipe.difference.decimals': (v) => `“${v.column}” had whole numbers only and now has decimals too.`,
  'recipe.difference.days': (v) =>
    `Dates in “${v.column}” are written another way now${v.example === null ? '' : ` (for example ${v.example})`}. The file proves it, so they are read that way.`,
  'recipe.difference.decimalMark': (v) =>
    `Numbers in “${v.column}” are written another way now${v.example === null ? '' : ` (for example ${v.example})`}. The file proves it, so they are read that way.`,
  'recipe.difference.encoding': (v) => `Its letters are stored as ${v.now}, before as ${v.was}. Nothing is lost.`,
  'recipe.difference.delimiter': () => 'Its columns are set apart by another sign than before.',
  'recipe.difference.headerRow': (v, f) =>
    Number(v.now) === 0
      ? 'Its columns have no headings.'
      : `Its headings are in row ${f.number(Number(v.now))}, before in row ${f.number(Number(v.was))}.`,
  'recipe.difference.noKey': () => 'No column tells customers apart, so its rows would be added as further customers.',
  'rows.aside.replaced': () => 'Replaced',
  'aside.replaced': () => 'Replaced by a newer file',
  'aside.replaced.why': () => 'A newer file says what stands here, so this line does not count any more.',
  'recipe.waiting.unknown': (v) =>
    `“${v.file}” is of a kind that this project has not seen yet. Open it once yourself.`,
  'recipe.waiting.older': (v, f) =>
    `“${v.file}” ends on ${f.day(String(v.to))}, before what is here (${f.day(String(v.last))}), and would take the place of newer orders.`,
  'recipe.folderMissing': (v) => `The folder “${v.folder}” is not there at the moment.`,
  'watch.heading': () => 'New files by themselves',
  'watch.hint': () =>
    'Name the folder where your shop’s exports land. While this project is open, a new file of a known kind comes in by itself; whatever is unclear waits for you.',
  'watch.choose': () => 'Look in a folder',
  'watch.path': () => 'Which folder?',
  'watch.path.example': () => 'for example /home/me/exports',
  'watch.start': () => 'Look there',
  'watch.stop': () => 'Stop looking there',
  'watch.nothing': () => 'No file there yet.',
  'watch.imported.short': (v, f) => `came in on ${f.day(String(v.at).slice(0, 10))}`,
  'watch.waiting.short': () => 'waits for you',
  'watch.failed.short': () => 'could not be read',
  'watch.open': () => 'Look at it',
  'watch.imported': (v) => `“${v.file}” came in by itself, and everything is up to date. Undo takes it back.`,
  'journal.watch': (v) => `Look for new files in “${v.folder}”`,
  'journal.unwatch': (v) => `Stop looking for new files in “${v.folder}”`,
  'recipe.sameSegments': (v, f) =>
    `The same ${f.count(Number(v.k), 'segment', 'segments')} as before; every customer stands where it fits best now.`,
  'recipe.sameNumber.edited': (v, f) =>
    `As many as before: ${f.count(Number(v.k), 'segment', 'segments')}, found anew in the same way. What you had put together or divided by hand could not be done again; do it once more where you want it.`,
  'recipe.sameNumber': (v, f) => `As many as before: ${f.count(Number(v.k), 'segment', 'segments')}.`,
} satisfies WordList;
