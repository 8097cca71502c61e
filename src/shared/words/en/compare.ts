import type { Format } from '../format.ts';
import type { Values, WordList } from '../phrase.ts';

/** A name that is half a sentence itself stands in quotes. */
const quoted = (name: unknown): string => (/[,:]|\s\S+\s\S+\s/.test(String(name)) ? `“${name}”` : String(name));
const customers = (value: unknown, f: Format): string => f.count(Number(value), 'customer', 'customers');
const are = (value: unknown): string => (Number(value) === 1 ? 'is' : 'are');

/** 35 days; 120; 18 %. */
const amount = (value: unknown, v: Values, f: Format): string => {
  if (value === null || value === undefined) return 'not known';
  const number = Number(value);
  if (v.unit === 'days') return f.count(Math.round(number), 'day', 'days');
  if (v.unit === 'money') return f.money(number);
  if (v.unit === 'share') return f.share(number);
  return f.number(number, v.unit === 'count' ? 1 : undefined);
};
/** A figure in the middle of them, or their mean where the middle tells nothing. */
const typically = (v: Values): string => (v.average === true ? 'on average' : 'typically');
const times = (value: unknown, f: Format): string =>
  Number(value) === 1 ? 'once' : `${f.number(Number(value), 1)} times`;

/** Segmentations, ways and months side by side. */
export const compare = {
  'app.screen.compare': () => 'Compare',
  'compare.views': () => 'What to compare',
  'compare.view.runs': () => 'Two segmentations',
  'compare.view.ways': () => 'Ways side by side',
  'compare.view.months': () => 'Month by month',

  // Two segmentations
  'compare.a': () => 'One segmentation',
  'compare.b': () => 'The other segmentation',
  'compare.swap': () => 'Swap the two',
  'compare.run': (v, f) => (v.asOf === null ? `${v.name}` : `${v.name}, ${f.day(String(v.asOf))}`),
  'compare.run.inUse': (v) => `${v.name} (in use)`,
  'compare.run.rebuilt': (v, f) => `${f.day(String(v.asOf))}, rebuilt`,
  'compare.run.number': (v, f) => `${v.name}, no. ${f.number(Number(v.number))}`,
  'compare.title.none': () => 'Compare',
  'compare.title.nobody': () => 'The two have no customer in common',
  'compare.title.same': () => 'Both divide your customers exactly alike',
  'compare.title.stayed': (v, f) =>
    v.day === null
      ? 'Nobody moved to another segment'
      : `Since ${f.day(String(v.day))} nobody moved to another segment`,
  'compare.title.apart': (v, f) =>
    Number(v.share) >= 0.995
      ? `Both agree about all but ${f.number(Number(v.moved))} of ${customers(v.common, f)}`
      : `Both agree about ${f.share(Number(v.share))} of your customers; ${f.number(Number(v.moved))} ${are(v.moved)} in another segment`,
  'compare.title.moved': (v, f) =>
    `Since ${f.day(String(v.day))}, ${f.number(Number(v.moved))} of ${customers(v.common, f)} moved to another segment`,
  'compare.subtitle.same': () => 'The same customers, divided in two ways. Click a band to see who they are and why.',
  'compare.subtitle.moved': (v, f) =>
    [
      Number(v.onlyB) > 0 ? `${customers(v.onlyB, f)} ${are(v.onlyB)} new.` : '',
      Number(v.onlyA) > 0 ? `${customers(v.onlyA, f)} ${are(v.onlyA)} not there any more.` : '',
      'Click a band to see who they are and why.',
    ]
      .filter((part) => part !== '')
      .join(' '),
  'compare.one.title': () => 'There is only one segmentation yet',
  'compare.one.text': () =>
    'Try other ways of finding segments side by side, or find them again with another number; then both stand here.',
  'compare.one.do': () => 'See ways side by side',
  'compare.different': () => 'Choose two different segmentations.',
  'compare.picture': () => 'Who went where',
  'compare.picture.summary': (v, f) =>
    `${f.count(Number(v.flows), 'flow', 'flows')} between ${f.count(Number(v.before), 'segment', 'segments')} and ${f.count(Number(v.after), 'segment', 'segments')}. Arrow keys go from one to the next, Enter selects its customers.`,
  'compare.picture.customers': (v, f) => customers(v.customers, f),
  'compare.picture.gathered': (v, f) =>
    `${f.count(Number(v.count), 'small flow', 'small flows')} with ${customers(v.customers, f)} in all ${Number(v.count) === 1 ? 'is' : 'are'} only hinted at; the table has ${Number(v.count) === 1 ? 'it' : 'them all'}.`,
  'compare.months.gathered': (v, f) =>
    `${f.count(Number(v.count), 'small flow', 'small flows')} with ${customers(v.customers, f)} in all ${Number(v.count) === 1 ? 'is' : 'are'} only hinted at.`,
  'compare.new': () => 'New customers since',
  'compare.gone': () => 'Not there any more',
  'compare.table': () => 'Who went where',
  'compare.table.from': () => 'From',
  'compare.table.to': () => 'To',
  'compare.table.customers': () => 'Customers',
  'compare.table.revenue': () => 'Spent so far',
  'compare.table.why': () => 'Why',

  // One flow
  'compare.flow.stayed': (v, f) => `${customers(v.customers, f)} ${are(v.customers)} in ${quoted(v.to)} both times`,
  'compare.flow.moved': (v, f) => `${customers(v.customers, f)} went from ${quoted(v.from)} to ${quoted(v.to)}`,
  'compare.flow.apart': (v, f) =>
    `${customers(v.customers, f)} of ${quoted(v.from)} ${Number(v.customers) === 1 ? 'counts' : 'count'} as ${quoted(v.to)} in the second`,
  'compare.flow.new': (v, f) =>
    v.to === null
      ? `${customers(v.customers, f)} ${are(v.customers)} new, and in no segment`
      : `${customers(v.customers, f)} ${are(v.customers)} new, and in ${quoted(v.to)}`,
  'compare.flow.gone': (v, f) =>
    v.from === null
      ? `${customers(v.customers, f)} in no segment ${are(v.customers)} not there any more`
      : `${customers(v.customers, f)} of ${quoted(v.from)} ${are(v.customers)} not there any more`,
  'compare.flow.none': (v, f) => `${customers(v.customers, f)} ${are(v.customers)} in no segment both times`,
  'compare.flow.placed': (v, f) =>
    `${customers(v.customers, f)} in no segment ${are(v.customers)} in ${quoted(v.to)} now`,
  'compare.flow.unplaced': (v, f) =>
    `${customers(v.customers, f)} of ${quoted(v.from)} ${are(v.customers)} in no segment now`,
  'compare.flow.spent': (v, f) => `Spent so far: ${f.money(Math.round(Number(v.revenue)))}`,
  'compare.flow.share': (v, f) => `${f.share(Number(v.share))} of what all of them spent`,
  'compare.flow.close': () => 'Back to all',
  'compare.flow.list': () => 'Who they are',
  'compare.flow.see': () => 'See them under Customers',
  'compare.flow.export': () => 'Save the list',
  'compare.flow.export.csv': () => 'As CSV',
  'compare.flow.export.xlsx': () => 'As Excel',
  'compare.flow.gone.note': () => 'They are in none of the segments in use, so they cannot be selected there.',
  'compare.flow.all': () => 'Largest moves',
  'compare.flow.noMoves': () => 'Nobody is in another segment.',
  'compare.then': (v) => `${v.name}, then`,
  'compare.now': (v) => `${v.name}, now`,
  'compare.customer': () => 'Customer',

  // Why
  'compare.why': () => 'Why',
  'compare.why.share': (v, f) => `${f.share(Number(v.share))} of the reason`,
  'compare.why.nothing': () => 'No single fact explains it: they stand between both segments.',
  'compare.why.changed.daysSinceLastOrder': (v, f) =>
    `Their last order is ${typically(v)} ${amount(v.after, v, f)} back now; then it was ${amount(v.before, v, f)}.`,
  'compare.why.changed.orders': (v, f) =>
    `They have ordered ${typically(v)} ${times(v.after, f)} by now; then it was ${times(v.before, f)}.`,
  'compare.why.changed.totalSpent': (v, f) =>
    `They have spent ${typically(v)} ${amount(v.after, v, f)} by now; then it was ${amount(v.before, v, f)}.`,
  'compare.why.changed.fact': (v, f) =>
    `${v.name}: ${typically(v)} ${amount(v.after, v, f)} now, ${amount(v.before, v, f)} then.`,
  'compare.why.apart.daysSinceLastOrder': (v, f) =>
    `Their last order is ${typically(v)} ${amount(v.after, v, f)} back; of those who stay together in both, ${amount(v.before, v, f)}.`,
  'compare.why.apart.orders': (v, f) =>
    `They ordered ${typically(v)} ${times(v.after, f)}; those who stay together in both, ${times(v.before, f)}.`,
  'compare.why.apart.totalSpent': (v, f) =>
    `They spent ${typically(v)} ${amount(v.after, v, f)}; those who stay together in both, ${amount(v.before, v, f)}.`,
  'compare.why.apart.fact': (v, f) =>
    `${v.name}: ${typically(v)} ${amount(v.after, v, f)}; of those who stay together in both, ${amount(v.before, v, f)}.`,
  'compare.why.grown.daysSinceLastOrder': (v, f) =>
    `Their last order is ${typically(v)} ${amount(v.after, v, f)} back, then it was ${amount(v.before, v, f)}; what is usual changed more than they did.`,
  'compare.why.grown.orders': (v, f) =>
    `They have ordered ${typically(v)} ${times(v.after, f)}, then it was ${times(v.before, f)}; what is usual changed more than they did.`,
  'compare.why.grown.totalSpent': (v, f) =>
    `They have spent ${typically(v)} ${amount(v.after, v, f)}, then it was ${amount(v.before, v, f)}; what is usual changed more than they did.`,
  'compare.why.grown.fact': (v, f) =>
    `${v.name}: ${typically(v)} ${amount(v.after, v, f)} now, ${amount(v.before, v, f)} then; what is usual changed more than they did.`,

  // Agreement
  'compare.agreement': () => 'How far they agree',
  'compare.agreement.same': () => 'Completely: everybody is with the same people in both.',
  'compare.agreement.nearly': (v, f) =>
    Number(v.share) >= 0.995
      ? `Nearly completely: all but ${f.number(Number(v.moved))} are in the same segment in both.`
      : `Nearly completely: ${f.share(Number(v.share))} are in the same segment in both.`,
  'compare.agreement.mostly': (v, f) => `Mostly: ${f.share(Number(v.share))} are in the same segment in both.`,
  'compare.agreement.partly': (v, f) => `In part: ${f.share(Number(v.share))} are in the same segment in both.`,
  'compare.agreement.hardly': (v, f) => `Hardly: only ${f.share(Number(v.share))} are in the same segment in both.`,
  'compare.agreement.moved': (v, f) =>
    `The ${customers(v.customers, f)} who ${are(v.customers)} elsewhere spent ${f.money(Math.round(Number(v.revenue)))}, ${f.share(Number(v.share))} of what all spent.`,
  'compare.pairs': () => 'Which segment is which',
  'compare.pairs.same': (v, f) => `${f.share(Number(v.jaccard))} in common`,
  'compare.pairs.onlyA': () => 'in the first only',
  'compare.pairs.onlyB': () => 'in the second only',
  'compare.differences': () => 'Made differently',
  'compare.differences.method': (v) => `The first is ${v.a}, the second ${v.b}.`,
  'compare.differences.onlyA': (v, f) => `Only the first looks at ${f.list(String(v.names).split('\n'))}.`,
  'compare.differences.onlyB': (v, f) => `Only the second looks at ${f.list(String(v.names).split('\n'))}.`,
  'compare.differences.prepared': (v, f) => `Both weigh or scale ${f.list(String(v.names).split('\n'))} differently.`,

  // Method details: the analyst's words
  'compare.method.ari': () => 'Adjusted Rand index (Hubert & Arabie 1985)',
  'compare.method.ami': () => 'Adjusted mutual information (Vinh, Epps & Bailey 2010)',
  'compare.method.jaccard': () => 'Jaccard index of each pair of segments',
  'compare.method.pairing': () =>
    'Pairs: the same segment id in both, then the exact assignment of the greatest total Jaccard index from a third on (Kuhn 1955, Jonker & Volgenant 1987). All figures over the customers in common.',
  'compare.method.why': () =>
    'Reasons: how much each feature, as prepared, adds to the change in squared distance to the two centroids, averaged over the customers of a flow; between two ways on the same customers, against those who stay together.',

  // Ways
  'compare.ways.title': () => 'What other ways make of your customers',
  'compare.ways.title.done': (v, f) =>
    `${f.count(Number(v.ways), 'way', 'ways')} of finding segments in the same ${customers(v.customers, f)}`,
  'compare.ways.subtitle': () =>
    'Every way looks at the same customers and the same facts. Nothing is kept until you use one.',
  'compare.ways.text': () =>
    'Tessera divides your customers in each of these ways and sets the results beside each other: how many segments, how distinct, how balanced, and which serves best for what.',
  'compare.ways.choose': () => 'Ways to try',
  'compare.ways.more': () => 'Further ways',
  'compare.ways.number': () => 'How many segments',
  'compare.ways.own': () => 'Each its own number',
  'compare.ways.go': () => 'Try them side by side',
  'compare.ways.again': () => 'Try again',
  'compare.ways.change': () => 'Other ways',
  'compare.ways.job': () => 'Trying ways side by side',
  'compare.ways.table': () => 'Ways of finding segments side by side',
  'compare.ways.way': () => 'Way',
  'compare.ways.segments': () => 'Segments',
  'compare.ways.distinct': () => 'How distinct',
  'compare.ways.repeatable': () => 'How repeatable',
  'compare.ways.balanced': () => 'How balanced',
  'compare.ways.simple': () => 'Told by simple rules',
  'compare.ways.time': () => 'Time taken',
  'compare.ways.none': (v, f) => `${customers(v.customers, f)} in no segment`,
  'compare.ways.distinct.strong': () => 'clearly apart',
  'compare.ways.distinct.fair': () => 'apart',
  'compare.ways.distinct.weak': () => 'close together',
  'compare.ways.distinct.none': () => 'blending',
  'compare.ways.unknown': () => 'not checked yet',
  'compare.ways.smallest': (v, f) => `smallest ${f.share(Number(v.smallest))}, largest ${f.share(Number(v.largest))}`,
  'compare.ways.ruled': (v, f) => `${f.share(Number(v.share))} of customers`,
  'compare.ways.seconds': (v, f) =>
    Number(v.seconds) < 0.1 ? 'less than 0.1 s' : `${f.number(Number(v.seconds), Number(v.seconds) < 10 ? 1 : 0)} s`,
  'compare.ways.use': () => 'Use this one',
  'compare.ways.use.way': (v) => `Use this one: ${v.name}`,
  'compare.ways.inUse': () => 'In use',
  'compare.ways.agreement': () => 'How far the ways agree',
  'compare.ways.agreement.text': () => '100 % is the same division, 0 % no more in common than by chance.',
  'compare.ways.agreement.cell': (v, f) =>
    `${v.one} and ${v.other}: ${f.share(Math.max(0, Number(v.value)))} agreement`,
  'compare.ways.best': () => 'Which serves best for what',
  'compare.ways.best.distinct': (v) => `Segments that stand apart most clearly: ${v.name}.`,
  'compare.ways.best.balanced': (v, f) =>
    `Segments of like size, each worth a campaign: ${v.name}; even the smallest holds ${f.share(Number(v.value))}.`,
  'compare.ways.best.repeatable': (v) => `Segments that come out again with other customers: ${v.name}.`,
  'compare.ways.best.simple': (v, f) =>
    Number(v.value) >= 1
      ? `Easiest to explain: ${v.name}; simple rules tell exactly who is where.`
      : `Easiest to explain: ${v.name}; simple rules tell it for ${f.share(Number(v.value))} of the customers.`,
  'compare.ways.best.agreed': (v, f) =>
    `Most like what the others find: ${v.name}; it agrees with them by ${f.share(Math.max(0, Number(v.value)))}.`,
  'compare.ways.best.odd': (v, f) =>
    `To find customers who are like nobody else: ${v.name}; it leaves ${f.number(Number(v.value))} in no segment.`,
  'compare.ways.method': () =>
    'How distinct: mean silhouette. How balanced: evenness of sizes (Pielou 1966). Agreement: adjusted Rand index. Told by simple rules: held-out accuracy of a shallow decision tree. How repeatable: mean bootstrap Jaccard of a kept run with the same labels. Seed 1.',
  'compare.ways.method.silhouette': (v, f) => `silhouette ${f.number(Number(v.value), 3)}`,

  // Months
  'compare.months.title': (v, f) =>
    `${f.count(Number(v.months), 'month', 'months')}, ${f.day(String(v.from))} to ${f.day(String(v.to))}`,
  'compare.months.title.grew': (v, f) =>
    `From ${f.day(String(v.from))} to ${f.day(String(v.to))}: ${quoted(v.name)} grew most, by ${customers(v.by, f)}`,
  'compare.months.title.one': () => 'One month so far',
  'compare.months.subtitle': () => 'Every column is one month. Click a band to see who went where and why.',
  'compare.months.rebuilt.note': (v, f) =>
    `${Number(v.count) === Number(v.all) - 1 ? 'All months but the last' : f.count(Number(v.count), 'month', 'months')} ${Number(v.count) === 1 ? 'is' : 'are'} a reconstruction: made today from the orders until then, with the segments of today. Facts without a date count as they are now.`,
  'compare.months.empty.title': () => 'See how your segments came about',
  'compare.months.empty.text': () =>
    'There is one import so far. Tessera can look back: it finds the segments of today as of earlier month ends, from the same orders and nothing later. It is a reconstruction, and it will say so.',
  'compare.months.empty.none': () =>
    'Bring in next month’s file, and the months stand here side by side. The data at hand reach back too little to rebuild an earlier month.',
  'compare.months.rebuild': (v, f) => `Rebuild ${f.count(Number(v.months), 'month', 'months')}`,
  'compare.months.rebuild.more': () => 'Rebuild earlier months',
  'compare.months.rebuild.many': () => 'How many months',
  'compare.months.rebuild.option': (v, f) => f.count(Number(v.months), 'month', 'months'),
  'compare.months.job': () => 'Rebuilding earlier months',
  'compare.months.picture': () => 'Who went where, month by month',
  'compare.months.sizes': () => 'Customers in each segment',
  'compare.months.comings': () => 'Who came and who left',
  'compare.months.new': () => 'Came for the first time',
  'compare.months.left': () => 'Not there any more',
  'compare.months.month': () => 'Month',
  'compare.months.all': () => 'All customers',
  'compare.months.revenue': () => 'Spent so far',
  'compare.months.rebuilt': () => 'reconstruction',
  'compare.months.measure': () => 'What to show',
  'compare.months.measure.customers': () => 'Customers',
  'compare.months.measure.revenue': () => 'Spent so far',
  'compare.months.line': (v, f) =>
    `${v.name}: ${v.first} on ${f.day(String(v.from))}, ${v.last} on ${f.day(String(v.to))}`,
  'compare.timeLeft': (v, f) =>
    Number(v.seconds) < 60
      ? `about ${f.count(Math.max(1, Math.round(Number(v.seconds))), 'second', 'seconds')} left`
      : `about ${f.count(Math.round(Number(v.seconds) / 60), 'minute', 'minutes')} left`,
} satisfies WordList;
