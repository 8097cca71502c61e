import type { WordList } from '../phrase.ts';

const typed = (text: unknown): string => String(text);

/** The map: what it shows beside the dots, and who a dot is. */
export const map = {
  'map.show': () => 'Show',
  'map.show.title': () => 'What the map shows',
  'map.show.names': () => 'Names of the segments',
  'map.show.outlines': () => 'Outlines',
  'map.show.outlines.text': (v, f) =>
    `Each holds ${f.share(Number(v.share))} of a segment’s customers, the furthest left out.`,
  'map.show.arrows': () => 'Which facts pull where',
  'map.show.arrows.text': () => 'An arrow points to where a fact grows; the longer, the more closely.',
  'map.show.small': () => 'A small map for each segment',
  'map.show.small.text': () => 'The others are grey.',
  'map.small.tile': (v, f) => `${typed(v.name)}: ${f.count(Number(v.customers), 'customer', 'customers')}`,
  'map.small.hint': () => 'Click a small map to select its segment; Shift adds to what is selected.',
  'map.axis.tenfold': (v) => `${typed(v.axis)}, in tenfold steps`,
  'map.shade': () => 'Where dots would lie on each other, the shade says how many customers there are.',
  'map.shade.summary': (v, f) =>
    `Shaded by where ${f.count(Number(v.customers), 'customer', 'customers')} are, coloured by segment. ${typed(v.finding)}.`,
  'map.keys': () =>
    'Arrow keys go from segment to segment, with Ctrl or ⌘ from customer to customer, with Shift they move the map. Enter selects. Plus and minus zoom, 0 shows everybody.',
  'map.cursor.segment': (v, f) => `${typed(v.name)}, ${f.count(Number(v.customers), 'customer', 'customers')}`,
  'map.cursor.customer': (v) => `A customer of ${typed(v.name)}`,
  'map.story.bought': (v, f) =>
    v.spent === null
      ? f.count(Number(v.orders), 'order', 'orders')
      : `${f.count(Number(v.orders), 'order', 'orders')}, ${f.money(Number(v.spent))} in all`,
  'map.story.lastOrder': (v, f) =>
    Math.round(Number(v.days)) === 0
      ? 'Last order on the last day of your file'
      : `Last order ${f.count(Math.round(Number(v.days)), 'day', 'days')} ago`,
  'map.story.fact': (v) => `${typed(v.fact)}: ${typed(v.value)} (typical ${typed(v.all)})`,
  'map.hint': () =>
    'Click a dot to select its segment, with Ctrl or ⌘ only that customer. Shift adds to what is selected.',
  // Method details
  'map.shares.across': () => 'Share of all differences across',
  'map.shares.up': () => 'Share of all differences upwards',
  'map.space.arrange': () => 'Three facts',
  'map.space.back': () => 'Back',
  'map.space.subtitle': (v, f) =>
    v.drawn === v.customers
      ? `Each of ${f.count(Number(v.customers), 'customer', 'customers')} is a dot in a room of three facts.`
      : `${f.number(Number(v.drawn))} of ${f.count(Number(v.customers), 'customer', 'customers')} as dots in a room of three facts, each segment by its share.`,
  'map.space.title': (v) => `${typed(v.first)} and ${typed(v.second)} lie farthest apart`,
  'map.space.summary': (v) =>
    `Customers in a room of ${typed(v.x)}, ${typed(v.y)} and ${typed(v.z)}. ${typed(v.finding)}.`,
  'map.space.hint': () =>
    'Drag or use the arrow keys to turn the room, plus and minus to come closer, 0 to stand in front again. Click a dot to select its segment, with Ctrl or ⌘ only that customer.',
  'map.space.turn': () => 'Room of three facts; arrow keys turn it',
} satisfies WordList;
