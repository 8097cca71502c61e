import type { WordList } from '../phrase.ts';

const among = (segment: unknown): string => (segment === null ? 'all customers' : `“${segment}”`);

/** A share of others that is not all of them is never told as 100 %. */
const notAll = (share: unknown): number => Math.min(0.99, Number(share));

/** The customers' table, and one customer's own page. */
export const customers = {
  'customers.sureness': () => 'How sure',
  'customers.sureness.sure': () => 'Sure',
  'customers.sureness.fairlySure': () => 'Fairly sure',
  'customers.sureness.onTheEdge': () => 'On the edge',
  'customers.subtitle.keys': () => 'A click shows one, Enter opens its page, a box selects it everywhere.',
  'customers.columns': () => 'Columns',
  'customers.columns.up': (v) => `Move ${v.column} up`,
  'customers.columns.down': (v) => `Move ${v.column} down`,
  'customers.columns.usual': () => 'As usual',
  'customers.filter': (v) => `Choose customers by ${v.column}`,
  'customers.filter.test': (v) => `Show customers where ${v.column}`,
  'customers.filter.clear': () => 'Show all of them',
  'customers.filter.segments': () => 'Segments',
  'customers.where.in': (v) => `In ${v.names}`,
  'customers.where.sureness': (v) => `How sure: ${v.list}`,
  'customers.mark': (v) => `Select ${v.name}`,
  'customers.mark.all': () => 'Select everybody shown',
  'customers.only': (v, f) => `Only the ${f.count(Number(v.count), 'selected customer', 'selected customers')}`,
  'customers.narrow': () => 'Everybody. The funnel beside a heading narrows them down.',
  'customers.arranging': () => 'Putting them in order',

  // One customer
  'customers.open': () => 'Open the page',
  'customers.page.back': () => 'Back',
  'customers.page.previous': () => 'Previous customer (K)',
  'customers.page.next': () => 'Next customer (J)',
  'customers.page.place': (v, f) => `${f.number(Number(v.place))} of ${f.number(Number(v.total))} in the table`,
  'customers.page.placeAll': (v, f) => `${f.number(Number(v.place))} of all ${f.number(Number(v.total))}`,
  'customers.page.copy': () => 'Copy as text',
  'customers.page.copied': (v) => `What is known of ${v.name} is on the clipboard.`,
  'customers.page.select': () => 'Select',
  'customers.page.selected': () => 'Selected',
  'customers.page.gone': () => 'This customer is not here any more',
  'customers.page.gone.text': () =>
    'They may have been excluded, or the file that they stood in was taken back. Undo brings them here again.',
  'customers.page.toTable': () => 'To all customers',
  'customers.page.action': () => 'What to do',
  'customers.page.action.of': (v) => `For everybody in “${v.segment}”: ${v.action}`,
  'customers.unusual': () => 'What is unusual',
  'customers.unusual.none': (v) => `Nothing stands out: in every fact others of ${among(v.segment)} are much the same.`,
  'customers.unusual.high': (v, f) =>
    `${v.fact}: ${v.value}, more than ${f.share(notAll(v.share))} of ${among(v.segment)}; ${v.typical} is typical.`,
  'customers.unusual.low': (v, f) =>
    `${v.fact}: ${v.value}, less than ${f.share(notAll(v.share))} of ${among(v.segment)}; ${v.typical} is typical.`,
  'customers.strip.title': (v) => `${v.name} among ${among(v.segment)} and everybody`,
  'customers.strip.table': () => 'This customer’s facts among those of others',
  'customers.strip.fact': () => 'Fact',
  'customers.strip.here': () => 'This customer',
  'customers.strip.everybody': () => 'Everybody',
  'customers.strip.typical': (v) => `Typical: ${v.who}`,
  'customers.strip.place': () => 'Place in the segment',
  'customers.strip.below': (v, f) => `more than ${f.share(notAll(v.share))}`,
  'customers.strip.usual': (v) =>
    v.segment === null
      ? `Typical of everybody: ${v.all}`
      : `Typical of “${v.segment}”: ${v.here}; of everybody: ${v.all}`,
  'customers.strip.yes': (v, f) =>
    v.segment === null
      ? `True of ${f.share(Number(v.all))} of everybody`
      : `True of ${f.share(Number(v.share))} of “${v.segment}”, of ${f.share(Number(v.all))} of everybody`,
  'customers.strip.log': () =>
    'Where most values are small the lines are stretched there, so that they can be told apart.',
  'customers.orders.all': (v, f) => `Show all ${f.count(Number(v.count), 'order', 'orders')}`,
  'customers.lines': (v) => `Rows of order ${v.order}`,
  'customers.lines.from': (v) =>
    v.sheet === null ? `As they stand in ${v.file}` : `As they stand in ${v.file}, sheet “${v.sheet}”`,
  'customers.lines.more': (v, f) => `${f.count(Number(v.more), 'row', 'rows')} more stand under Data.`,
  'customers.records': () => 'Who this is',
  'customers.records.text': (v, f) =>
    Number(v.count) === 1
      ? 'One record of your files.'
      : `Put together from ${f.number(Number(v.count))} records of your files, because they are the same person.`,
  'customers.records.open': () => 'Same customer?',
  'customers.keys': () => 'Next and previous customer, on a customer’s page',

  // As text
  'customers.text.segment': (v) => `Segment: ${v.segment}${v.sureness === null ? '' : ` (${v.sureness})`}`,
  'customers.text.action': (v) => `What to do: ${v.action}`,
  'customers.text.fact': (v) => `${v.fact}: ${v.value}`,
  'customers.text.order': (v, f) =>
    `${f.day(String(v.day))}${v.order === null ? '' : `, ${v.order}`}: ${f.money(Number(v.amount))}, ${f.count(Number(v.lines), 'row', 'rows')}`,
} satisfies WordList;
