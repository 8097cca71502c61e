import type { Phrase, WordList } from '../phrase.ts';
import { exportInstead, shopNotes } from './shops.ts';

/** What a column would be for, inside “to say …”. */
const meanings: Readonly<Record<string, string>> = {
  customer: 'who bought',
  order: 'which order it is',
  date: 'when',
  quantity: 'how many',
  price: 'what one costs',
  amount: 'how much money',
  product: 'what was bought',
  name: 'the customer’s name',
  email: 'the e-mail address',
};

const kinds: Readonly<Record<string, readonly [one: string, many: string]>> = {
  integer: ['is not a number', 'are not numbers'],
  decimal: ['is not a number', 'are not numbers'],
  date: ['is not a date', 'are not dates'],
  timestamp: ['is not a date', 'are not dates'],
  boolean: ['says neither yes nor no', 'say neither yes nor no'],
};

/** `row 12`, or `the first is row 12`. */
const first: Phrase = (v, f) => `${Number(v.rows) === 1 ? '' : 'the first is '}row ${f.number(Number(v.first))}`;

const day: Phrase = (v, f) => f.day(String(v.day));

/** What a preview doubts, and what it noticed. */
export const sources = {
  'source.doubt.noHeader': (v) => {
    const taken = [
      v.customer === null ? null : `“${v.customer}” to say who bought`,
      v.date === null ? null : `“${v.date}” when`,
      v.amount === null ? null : `“${v.amount}” how much`,
    ].filter((part) => part !== null);
    return `The columns have no names, so we went by what stands in them${taken.length === 0 ? '' : ` and took ${taken.join(', ')}`}. Is that so?`;
  },
  'source.doubt.byValues': (v) =>
    `Does “${v.column}”${v.example === null ? '' : ` (for example ${v.example})`} say ${meanings[String(v.role)] ?? 'that'}?`,
  'source.doubt.dayOrMonth': (v, f) =>
    `Is ${v.written} in “${v.column}” ${day({ day: v.taken ?? null }, f)} or ${day({ day: v.other ?? null }, f)}? We read it as ${day({ day: v.taken ?? null }, f)}.`,
  'source.doubt.thousands': (v, f) =>
    `Is ${v.written} in “${v.column}” more than a thousand, or a small number with three decimals? We read it as ${f.number(Number(v.value), 3)}.`,
  'source.doubt.twoCustomers': (v) =>
    `Two columns could name the customer: “${v.chosen}” and “${v.rival}”. We took “${v.chosen}”.`,
  'source.doubt.noCustomer': () => 'No column seems to say who bought.',
  'source.doubt.exportInstead': exportInstead,
  'source.doubt.oneCustomer': (v) =>
    `“${v.column}” names one customer only (${v.customer}), so there is nobody to tell apart. Open a file with the orders of all customers, or choose another column.`,
  'source.doubt.currencies': (v) =>
    `The money is in several currencies (${v.currencies} in “${v.column}”) and would be added up as it stands. Better open a file of one currency.`,
  'source.doubt.future': (v, f) =>
    `The last date is ${day({ day: v.last ?? null }, f)}, long after today. One wrong date makes all customers look long gone. Correct it in the file, or choose another column for the date.`,
  'source.doubt.eventsOfNobody': () =>
    'No column seems to say whose visits, openings or actions these are. Tessera can keep them, but not count them for anybody.',
  'source.doubt.noDate': () => 'No column seems to say when.',
  'source.doubt.noMoney': () => 'No column seems to say how much was paid. Orders can be counted, money cannot.',
  'source.doubt.noKey': () => 'No column tells customers apart, so every row counts as one customer.',
  'source.doubt.noFacts': () => 'No column has numbers that could tell customers apart.',
  'source.doubt.repeatedKey': (v, f) =>
    `“${v.column}” repeats: ${f.count(Number(v.rows), 'row', 'rows')} name ${Number(v.different) < 1000 ? f.number(Number(v.different)) : 'far fewer'} customers. Of each, the last row counts.`,
  'source.doubt.unreadable': (v, f) =>
    `${f.number(Number(v.lines))} of ${f.count(Number(v.rows), 'row', 'rows')} cannot be read. Is the right column chosen for the date and for the money?`,

  ...shopNotes,
  'source.note.shortRows': (v, f) =>
    `${f.count(Number(v.rows), 'row is', 'rows are')} shorter than the column names (${first(v, f)}). What is missing there counts as empty.`,
  'source.note.longRows': (v, f) =>
    `${f.count(Number(v.rows), 'row has', 'rows have')} more cells than there are column names (${first(v, f)}). ${Number(v.columns) === 1 ? `What stands there is kept in “${v.column}”.` : `What stands there is kept in ${f.count(Number(v.columns), 'further column', 'further columns')}, from “${v.column}” on.`}`,
  'source.note.odd': (v, f) =>
    `${f.count(Number(v.cells), 'cell', 'cells')} in “${v.column}” ${(kinds[String(v.type)] ?? ['differs', 'differ'])[Number(v.cells) === 1 ? 0 : 1]}. They are kept as they were written.`,
  'source.note.oddMany': (v, f) =>
    `${f.count(Number(v.cells), 'cell', 'cells')} in ${f.count(Number(v.columns), 'column', 'columns')} are not what the others there are. They are kept as they were written.`,
  'source.note.ordersByDay': () =>
    'There is no order number, so what a customer bought on one day counts as one order.',
  'source.note.notUsed': () => 'Used beside the orders; “What belongs together”, under Data, shows what comes of it.',
  'data.again.label': (v) => `Read “${v.column}” as something else`,
  'data.again.type': () => 'What it holds',
  'data.again.format': () => 'How it is written',
  'data.again.role': () => 'What it is for',
  'data.again.hint': () => 'No file is needed: the project keeps every cell as it was written. Undo takes it back.',
  'data.again.do': () => 'Read it again',
  'data.again.job': (v) => `Reading “${v.column}” again`,
  'data.again.done': (v, f) =>
    Number(v.odd) === 0
      ? `“${v.column}” is read again, and every cell fits.`
      : `“${v.column}” is read again. ${f.count(Number(v.odd), 'cell does', 'cells do')} not fit and ${Number(v.odd) === 1 ? 'is' : 'are'} kept as written.`,
} satisfies WordList;
