import type { WordList } from '../phrase.ts';
import { capital, spelled } from './spelled.ts';

/** A name that is half a sentence itself stands in quotes. */
const quoted = (name: unknown): string => (/[,:]|\s\S+\s\S+\s/.test(String(name)) ? `“${name}”` : String(name));

const isOne = (value: unknown): boolean => Number(value) === 1;
const segments = (value: unknown): string => `${spelled(value)} ${isOne(value) ? 'segment' : 'segments'}`;

const units: Readonly<Record<string, string>> = {
  days: 'Days',
  money: 'In your file’s currency',
  share: 'Share',
  count: 'Number',
};
const unitText = (unit: unknown): string => units[String(unit)] ?? 'Value, as in your file';

/** The ways of looking at segments on their own screen. */
export const segmentScreen = {
  'segmentScreen.views': () => 'How to look at them',
  'segmentScreen.view.cards': () => 'Cards',
  'segmentScreen.view.table': () => 'Table',
  'segmentScreen.view.differences': () => 'Differences',
  'segmentScreen.view.spread': () => 'Spread',
  'segmentScreen.view.lines': () => 'Lines',
  'segmentScreen.view.revenue': () => 'Revenue',
  'segmentScreen.view.size': () => 'Size',
  'segmentScreen.view.number': () => 'How many',

  // Cards
  'segmentScreen.card.customers': (v) => (Number(v.customers) === 1 ? 'customer' : 'customers'),
  'segmentScreen.card.ofCustomers': (v, f) => `${f.share(Number(v.share))} of all`,
  'segmentScreen.card.revenue': () => 'of revenue',
  'segmentScreen.card.money': (v, f) => f.money(Math.round(Number(v.money))),
  'segmentScreen.card.whatToDo': () => 'What to do',
  'segmentScreen.card.typical': () => 'Typical customers',
  'segmentScreen.card.next': () => 'Where to go from here',
  'segmentScreen.card.fact': (v) => `${v.name}: ${v.word}, ${v.value}; everybody ${v.all}`,
  'segmentScreen.card.against': (v) => `, ${v.word} than everybody’s ${v.all}`,
  'segmentScreen.card.everybody': () => 'everybody',
  'segmentScreen.card.average': () => 'About average in everything that was compared.',
  'segmentScreen.keys': () =>
    'Arrow keys go from card to card, Enter selects, Ctrl and Enter adds to the selection, F2 renames.',

  // What to do next with a segment
  'segmentScreen.next.map': () => 'Map',
  'segmentScreen.next.map.of': (v) => `See ${quoted(v.name)} on the map`,
  'segmentScreen.next.customers': () => 'Customers',
  'segmentScreen.next.customers.of': (v) => `List the customers of ${quoted(v.name)}`,
  'segmentScreen.next.mail': () => 'Mailing list',
  'segmentScreen.next.mail.of': (v) => `Save the mailing list of ${quoted(v.name)}`,

  // How they differ
  'segmentScreen.differences.title': (v) => `What differs most: ${v.fact}, ${v.word} for ${quoted(v.segment)}`,
  'segmentScreen.differences.zero': () => 'white is the average customer',
  'segmentScreen.differences.marks': () => '↑↑ much higher, ↑ higher, · average, ↓ lower, ↓↓ much lower',
  'segmentScreen.differences.sort': () => 'Order of the facts',
  'segmentScreen.differences.sort.differing': () => 'What differs most first',
  'segmentScreen.differences.sort.file': () => 'As in your file',
  'segmentScreen.differences.sort.selected': () => 'By the selected segment',

  // A line for each customer
  'segmentScreen.lines.title': (v) => `${quoted(v.first)} and ${quoted(v.last)} lie farthest apart: ${v.fact}`,
  'segmentScreen.lines.plain': () => 'A line for each customer',
  'segmentScreen.lines.summary': (v, f) =>
    `Each customer is a line through ${f.count(Number(v.facts), 'fact', 'facts')}, in the colour of the segment; a thick line is a segment’s middle.`,
  'segmentScreen.lines.how': (v, f) =>
    `${
      v.drawn === v.customers
        ? `A line for each of ${f.count(Number(v.customers), 'customer', 'customers')}`
        : `Lines of ${f.number(Number(v.drawn))} of ${f.count(Number(v.customers), 'customer', 'customers')}, each segment by its share`
    }; thick: the middle of a segment. Draw along an axis to select.`,
  'segmentScreen.lines.axis': (v) => `${v.fact}: select by it, move its axis`,
  'segmentScreen.lines.select': () => 'Select customers between',
  'segmentScreen.lines.from': (v) => `${v.fact} from`,
  'segmentScreen.lines.to': (v) => `${v.fact} to`,
  'segmentScreen.lines.between': (v) => `${v.from} to ${v.to}`,
  'segmentScreen.lines.all': () => 'Select by all values',
  'segmentScreen.lines.left': () => 'Move left',
  'segmentScreen.lines.right': () => 'Move right',
  'segmentScreen.lines.missing': () => 'none',
  'segmentScreen.lines.yes': () => 'yes',
  'segmentScreen.lines.no': () => 'no',

  // Several at once
  'segmentScreen.several.title': (v) => `${capital(spelled(v.count))} segments`,
  'segmentScreen.several.together': (v, f) =>
    `Together ${f.count(Number(v.customers), 'customer', 'customers')}, ${f.share(Number(v.share))} of all${v.revenueShare === null ? '' : `, who bring ${f.share(Number(v.revenueShare))} of the revenue`}.`,
  'segmentScreen.several.apart': () => 'Where they differ from each other',

  // How many
  'segmentScreen.number.title': (v) =>
    `${capital(segments(v.serves))} ${isOne(v.serves) ? 'serves' : 'serve'} best; ${spelled(v.statistical)} would stand apart most`,
  'segmentScreen.number.title.same': (v) =>
    isOne(v.serves) ? 'One segment serves best' : `${capital(segments(v.serves))} serve best and stand apart most`,
  'segmentScreen.number.summary': (v) =>
    `For every number of segments, how distinct they are and how evenly they divide your customers. ${v.finding}.`,
  'segmentScreen.number.axis': () => 'How many',
  'segmentScreen.number.choose': () => 'Number of segments to look at',
  'segmentScreen.number.distinct': () => 'How distinct',
  'segmentScreen.number.balance': () => 'From the smallest to the largest segment; the line would be even',
  'segmentScreen.number.smallest': () => 'Smallest segment',
  'segmentScreen.number.largest': () => 'Largest segment',
  'segmentScreen.number.note': () => 'Note',
  'segmentScreen.number.together': () => 'run together',
  'segmentScreen.number.partly': () => 'partly apart',
  'segmentScreen.number.well': () => 'well apart',
  'segmentScreen.number.far': () => 'far apart',
  'segmentScreen.number.verdict': (v, f) =>
    isOne(v.k)
      ? 'One segment, which holds all of your customers.'
      : `${capital(segments(v.k))}${v.distinct === '' ? '' : `: ${v.distinct}`}. The largest holds ${f.share(Number(v.largest))} of your customers, the smallest ${f.share(Number(v.smallest))}.`,
  'segmentScreen.number.mark.used': () => 'in use',
  'segmentScreen.number.mark.serves': () => 'serves best',
  'segmentScreen.number.mark.statistical': () => 'most distinct',
  'segmentScreen.number.serves': () => 'The number that serves best',
  'segmentScreen.number.statistical': () => 'By figures alone',
  'segmentScreen.number.away': () => 'Choose a number in the picture to read how it would do.',
  'segmentScreen.number.inUse': () => 'These are your segments now.',
  'segmentScreen.number.use': (v) => `Use ${segments(v.k)}`,
  'segmentScreen.number.none': () => 'No other number has been tried in this way yet.',
  'segmentScreen.number.try': () => 'Try every number from two to twelve',
  'segmentScreen.number.compare': () => 'Compare other numbers',

  // How they are spread
  'segmentScreen.spread.selected': () => 'Selected customers',
  'segmentScreen.spread.selected.note': (v, f) =>
    `Dark in the first row: the ${f.count(Number(v.customers), 'selected customer', 'selected customers')}, typically ${v.typical}.`,
  'segmentScreen.spread.everybody': () => 'Everybody',
  'segmentScreen.spread.how': () =>
    'Hills show where customers lie, each as high as the next; the ring is the typical one, half lie on the thick line.',
  'segmentScreen.spread.facts': (v, f) =>
    v.count === v.of
      ? `All ${f.count(Number(v.of), 'fact', 'facts')}`
      : `${f.number(Number(v.count))} of ${f.count(Number(v.of), 'fact', 'facts')}`,
  'segmentScreen.spread.choose': () => 'Facts to show',
  'segmentScreen.spread.usual': () => 'Those that differ most',
  'segmentScreen.spread.finding': (v) => `${v.name}: ${quoted(v.segment)} highest`,
  'segmentScreen.spread.finding.least': (v) => `${v.name}: ${quoted(v.least)} lowest`,
  'segmentScreen.spread.summary': (v) =>
    `How the customers of each segment are spread in ${v.name}, against everybody. ${v.finding}.`,
  'segmentScreen.spread.one': (v) => `${v.segment}: ${v.name} typically ${v.typical}`,
  'segmentScreen.spread.axis': (v) => unitText(v.unit),
  'segmentScreen.spread.axis.log': (v) => `${unitText(v.unit)}, logarithmic`,
  'segmentScreen.spread.axis.flag': () => 'Share of customers with yes; the line is everybody',
  'segmentScreen.spread.yes': () => 'Yes',
  'segmentScreen.spread.quarter': () => 'A quarter have at most',
  'segmentScreen.spread.typical': () => 'Typical',
  'segmentScreen.spread.threeQuarters': () => 'Three quarters have at most',
  'segmentScreen.spread.known': () => 'Customers with a value',
  'segmentScreen.spread.beyond': (v, f) =>
    `${f.count(Number(v.customers), 'customer lies', 'customers lie')} beyond the ends of the axis.`,
  'segmentScreen.spread.missing': (v, f) => `Not known of ${f.count(Number(v.customers), 'customer', 'customers')}.`,

  // As large as what they bring
  'segmentScreen.treemap.customers': () => 'How large the segments are',
  'segmentScreen.treemap.area.revenue': () => 'Area: share of revenue',
  'segmentScreen.treemap.area.customers': () => 'Area: share of customers',
  'segmentScreen.treemap.below': (v, f) =>
    `Not in the picture, since they bring nothing or less than nothing: ${v.names} (${f.money(Number(v.money))}).`,
  'segmentScreen.treemap.summary': (v) => `A tile for each segment, as large as its share of revenue. ${v.finding}.`,
  'segmentScreen.treemap.summary.customers': () => 'A tile for each segment, as large as its share of customers.',
  'segmentScreen.treemap.ofRevenue': (v, f) => `of revenue · ${f.money(Number(v.money))}`,
  'segmentScreen.treemap.revenue': (v, f) => `${f.share(Number(v.share))} of revenue`,
  'segmentScreen.treemap.customers.share': (v, f) => `${f.share(Number(v.share))} of customers`,
  'segmentScreen.treemap.people': (v, f) => `${f.share(Number(v.share))} of customers · ${v.customers}`,
  'segmentScreen.treemap.one': (v, f) =>
    v.revenueShare === null
      ? `${v.name}: ${f.share(Number(v.share))} of customers`
      : `${v.name}: ${f.share(Number(v.revenueShare))} of revenue, ${f.share(Number(v.share))} of customers`,

  // Who they are and what they bring
  'segmentScreen.strip.title': (v, f) =>
    `${quoted(v.name)}: ${f.share(Number(v.share))} of your customers, ${f.share(Number(v.revenueShare))} of the revenue`,
  'segmentScreen.strip.customers': () => 'Customers',
  'segmentScreen.strip.part': (v, f) => `${v.name} ${f.share(Number(v.share))}`,
  'segmentScreen.strip.revenue': () => 'Revenue',
  'segmentScreen.strip.summary': (v) => `Each segment’s share of customers above and of revenue below. ${v.finding}.`,
  'segmentScreen.strip.tip': (v, f) =>
    v.revenueShare === null
      ? `${f.share(Number(v.share))} of your customers`
      : `${f.share(Number(v.share))} of your customers, ${f.share(Number(v.revenueShare))} of the revenue`,
  // A person's own name of a segment that was put together or divided since
  'segmentScreen.ownName.merge': (v) =>
    `Your own name, from before ${v.count} segments were put together. From their figures they would be called “${v.name}”.`,
  'segmentScreen.ownName.split': (v) =>
    `Your own name, from before the segment was divided. From its figures this part would be called “${v.name}”.`,
} satisfies WordList;
