import type { WordList } from '../phrase.ts';

const expected: Readonly<Record<string, string>> = {
  integer: 'a number',
  decimal: 'a number',
  date: 'a date',
  timestamp: 'a date and time',
  boolean: 'yes or no',
};

/** The rows of a table: sorting, choosing, going to one. */
export const rows = {
  'rows.row': () => 'Row',
  'rows.all': (v, f) => f.count(Number(v.total), 'row', 'rows'),
  'rows.some': (v, f) => `${f.number(Number(v.total))} of ${f.count(Number(v.all), 'row', 'rows')}`,
  'rows.odd': (v) => `Expected ${expected[String(v.type)] ?? 'something else'}; kept as it was written.`,
  'rows.aside': () => 'Set aside',
  'rows.aside.noCustomer': () => 'No customer',
  'rows.aside.cancelled': () => 'Cancelled',
  'rows.aside.notAboveZero': () => 'Not above zero',
  'rows.aside.byHand': () => 'By you',
  'rows.aside.test': () => 'Test order',
  'rows.aside.duplicate': () => 'Repeat',
  'rows.aside.nonProduct': () => 'Postage, fee',
  'rows.aside.returned': () => 'Came back',
  'rows.aside.wholesale': () => 'Bulk buyer',
  'rows.aside.unreadable': () => 'Not readable',
  'rows.yes': () => 'Yes',
  'rows.no': () => 'No',
  'rows.sorting': (v) => (v.column === null ? 'Looking through the rows' : `Sorting by “${v.column}”`),
  'rows.stop': () => 'Stop',
  'rows.none': () => 'No row is like that',
  'rows.none.text': () => 'Choose less, or show all rows again.',
  'rows.clear': () => 'Show all rows',
  'rows.goTo': () => 'Go to row',
  'rows.goTo.none': (v, f) => `Row ${f.number(Number(v.row))} is not among those shown.`,
  'rows.which': () => 'Rows',
  'rows.which.all': () => 'All rows',
  'rows.which.counted': () => 'Rows that count',
  'rows.which.any': () => 'Rows set aside',
  'rows.filter': (v) => `Choose rows by ${v.column}`,
  'rows.filter.test': (v) => `Show rows where ${v.column}`,
  'rows.filter.apply': () => 'Show',
  'rows.filter.clear': () => 'Show all rows',
  'rows.filter.remove': (v) => `Remove: ${v.what}`,
  'rows.filter.from': () => 'From',
  'rows.filter.to': () => 'To',
  'rows.filter.text': () => 'Text',
  'rows.test.contains': () => 'contains',
  'rows.test.equals': () => 'is exactly',
  'rows.test.between': () => 'lies between',
  'rows.test.days': () => 'lies between',
  'rows.test.empty': () => 'is empty',
  'rows.test.filled': () => 'is not empty',
  'rows.test.odd': () => 'is not as expected',
  'rows.test.yes': () => 'is yes',
  'rows.test.no': () => 'is no',
  'rows.where.contains': (v) => `${v.column} contains “${v.text}”`,
  'rows.where.equals': (v) => `${v.column} is “${v.text}”`,
  'rows.where.yes': (v) => `${v.column} is yes`,
  'rows.where.no': (v) => `${v.column} is no`,
  'rows.where.between': (v, f) =>
    v.least === null
      ? `${v.column} up to ${f.number(Number(v.most), 2)}`
      : v.most === null
        ? `${v.column} from ${f.number(Number(v.least), 2)}`
        : `${v.column} from ${f.number(Number(v.least), 2)} to ${f.number(Number(v.most), 2)}`,
  'rows.where.days': (v, f) =>
    v.first === null
      ? `${v.column} up to ${f.day(String(v.last))}`
      : v.last === null
        ? `${v.column} from ${f.day(String(v.first))}`
        : `${v.column} from ${f.day(String(v.first))} to ${f.day(String(v.last))}`,
  'rows.where.empty': (v) => `${v.column} is empty`,
  'rows.where.filled': (v) => `${v.column} is not empty`,
  'rows.where.odd': (v) => `${v.column} is not as expected`,
} satisfies WordList;
