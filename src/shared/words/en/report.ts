import type { WordList } from '../phrase.ts';

const customers = (v: unknown): string => (Number(v) === 1 ? 'customer' : 'customers');

/** The report that is printed, projected and passed on. */
export const report = {
  'report.title': (v) => `${v.project}: customer segments`,
  'report.made': (v, f) => `Report of ${f.day(String(v.day))}`,
  'report.private': () => 'Names no individual customer.',
  'report.notPrivate': () =>
    'This report names individual customers. Pass it on only to people who may see who they are.',
  'report.stale': () =>
    'The data changed after these segments were found. The figures here are those the segments were found in.',
  'report.from': (v) => `The segments were found from ${v.facts}.`,
  'report.countedFrom': (v, f) =>
    `“Days since” counts from ${f.day(String(v.day))}, the last order in the file, not from today: an old file does not make everybody look lost.`,

  'report.data': () => 'The data',
  'report.customers': () => 'Customers',
  'report.orders': () => 'Orders',
  'report.revenue': () => 'Revenue',
  'report.period': () => 'Orders from',
  'report.period.value': (v, f) =>
    v.from === v.to ? f.day(String(v.from)) : `${f.day(String(v.from))} to ${f.day(String(v.to))}`,
  'report.factCount': () => 'Facts about each',
  'report.files': (v) => `Read from ${v.files}.`,
  'report.file': (v, f) =>
    `${v.file}${v.sheet === null ? '' : `, sheet “${v.sheet}”`} (${f.count(Number(v.rows), 'row', 'rows')})`,
  'report.file.sheet': (v, f) => `“${v.sheet}” (${f.count(Number(v.rows), 'row', 'rows')})`,
  'report.file.sheets': (v) => `${v.file}, sheets ${v.sheets}`,

  'report.segments': () => 'Who your customers are',
  'report.segments.column.segment': () => 'Segment',
  'report.segments.column.customers': () => 'Customers',
  'report.segments.column.share': () => 'Share of customers',
  'report.segments.column.revenue': () => 'Revenue',
  'report.segments.column.revenueShare': () => 'Share of revenue',
  'report.segments.column.perCustomer': () => 'Revenue per customer',
  'report.segments.all': () => 'Everybody',
  'report.segments.action': () => 'What to do',

  'report.shares.title': (v, f) =>
    `${v.name}: ${f.share(Number(v.share))} of the customers, ${f.share(Number(v.revenueShare))} of the revenue`,
  'report.shares.title.even': () => 'Customers and revenue are spread alike',
  'report.shares.title.customers': () => 'How many customers each segment has',
  'report.shares.text': () => 'Pale bars are the share of all customers, full bars the share of all revenue.',
  'report.shares.ofCustomers': (v, f) => `${f.share(Number(v.share))} of customers`,
  'report.shares.ofRevenue': (v, f) => `${f.share(Number(v.share))} of revenue`,

  'report.profile': () => 'How they differ from the average customer',
  'report.profile.text': () => 'Each cell says what is typical: half of the segment’s customers have less, half more.',
  'report.profile.corner': () => 'Typical',
  'report.profile.everybody': (v) => `everybody: ${v.value}`,
  'report.profile.lower': () => 'lower than average',
  'report.profile.higher': () => 'higher',
  'report.profile.part': (v) => `How they differ, part ${v.part} of ${v.parts}`,

  'report.map.text': (v, f) =>
    v.shown === v.customers
      ? `One dot is one customer, ${f.number(Number(v.customers))} in all. Similar customers lie close together.`
      : `One dot is one customer: ${f.number(Number(v.shown))} of ${f.number(Number(v.customers))}, drawn by lot. Similar customers lie close together.`,
  'report.map.edge': (v, f) =>
    `${f.count(Number(v.customers), 'customer lies', 'customers lie')} far outside and ${Number(v.customers) === 1 ? 'stands' : 'stand'} at the edge.`,
  'report.map.summary': (v, f) => `${f.number(Number(v.shown))} dots, coloured by segment. ${v.finding}.`,
  'report.map.right': (v) => `${v.words} →`,
  'report.map.up': (v) => `↑ ${v.words}`,

  'report.tree': () => 'How the segments hang together',
  'report.tree.text': () =>
    'Customers that shop alike are joined first, at the right; the further left two branches join, the more they differ. The dashed line is where the tree was cut into segments.',
  'report.tree.summary': (v, f) =>
    `A tree of ${f.number(Number(v.customers))} customers, cut into ${f.count(Number(v.k), 'segment', 'segments')}: ${v.names}.`,
  'report.tree.axis.different': () => '← join late: very different',
  'report.tree.axis.alike': () => 'join early: much alike →',
  'report.tree.branch': (v, f) => `${f.number(Number(v.customers))} ${customers(v.customers)}`,

  'report.aside': () => 'What was set aside',
  'report.aside.text': () => 'These rows stay in the project but do not count in any figure here.',
  'report.aside.none': () => 'Every row counts. Nothing had to be set aside.',
  'report.aside.unknown': () =>
    'The files have changed since these segments were found, so what had been set aside then is not listed.',
  'report.aside.column.reason': () => 'Rows',
  'report.aside.column.lines': () => 'How many',
  'report.aside.column.money': () => 'Money on them',
  'report.aside.counted': () => 'Counted all the same, because that rule is switched off.',
  'report.aside.all': () => 'Set aside in all',

  'report.facts': () => 'Where the facts come from',

  'report.list': () => 'The customers',
  'report.list.bySpend': () => 'Largest spenders first.',
  'report.list.byFile': () => 'In the order of the file.',
  'report.list.some': (v, f) =>
    `There are ${f.number(Number(v.customers))} customers, too many to print: up to ${f.number(Number(v.most))} of each segment are listed here. Export the customers as a table to have them all.`,
  'report.list.of': (v, f) =>
    Number(v.shown) === Number(v.customers)
      ? f.count(Number(v.customers), 'customer', 'customers')
      : `${f.number(Number(v.shown))} of ${f.count(Number(v.customers), 'customer', 'customers')}`,
  'report.list.key': () => 'Customer',
  'report.list.name': () => 'Name',
  'report.list.email': () => 'E-mail',
  'report.list.missing': () => 'not known',

  'report.foot': () => 'Made with Tessera, on one computer, without sending anything anywhere.',

  // Method details: the analyst's words
  'report.method.scores.inertia': () => 'Inertia',
  'report.method.effects': () => 'Effect sizes',
  'report.method.effects.text': () =>
    'Difference of a cluster’s mean from everybody’s in standard deviations, on the prepared scale.',
  'report.method.skewBefore': () => 'Skewness before',
  'report.method.skewAfter': () => 'Skewness after',
  'report.method.mean': () => 'Mean',
  'report.method.deviation': () => 'Deviation',
  'report.method.median': () => 'Median, raw',
} satisfies WordList;
