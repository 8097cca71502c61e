import type { Format } from '../format.ts';
import type { Values, WordList } from '../phrase.ts';

/** A name that is half a sentence itself stands in quotes. */
const quoted = (name: unknown): string => (/[,:]|\s\S+\s\S+\s/.test(String(name)) ? `“${name}”` : String(name));

/** “one → other”, and those who are on one side only. */
const flowName = (v: Values): string =>
  v.fromKind === 'absent'
    ? `newly in ${v.toKind === 'none' ? 'no segment' : quoted(v.to)}`
    : v.toKind === 'absent'
      ? `gone from ${v.fromKind === 'none' ? 'no segment' : quoted(v.from)}`
      : `${v.fromKind === 'none' ? 'no segment' : quoted(v.from)} → ${v.toKind === 'none' ? 'no segment' : quoted(v.to)}`;

/** Segments that are selected together, as they are called. */
const chosenNames = (v: Values, f: Format): string =>
  f.list(
    Object.keys(v)
      .filter((name) => /^segment\d+$/.test(name))
      .map((name) => quoted(v[name])),
  );

/** Whose number it is of customers who are selected or kept together. */
const chosenName = (v: Values): string =>
  v.kind === 'own' ? `in ${quoted(v.own)}` : v.kind === 'segments' ? `in ${v.count} segments` : 'who are selected';

const monthName = (v: Values, f: Format): string =>
  `${v.segment === null ? '' : ` in ${quoted(v.segment)}`} on ${f.day(String(v.day))}`;

/** A month that was rebuilt is what the data of today say of then. */
const rebuiltNote = (v: Values): string =>
  v.rebuilt === 1 ? ' The month was rebuilt afterwards, from the orders up to that day.' : '';

const orderName = (v: Values, f: Format): string =>
  `order ${v.order === null ? '' : `${v.order} `}of ${f.day(String(v.day))}`;

/** What is taken away stands in brackets where it is below nothing. */
const minus = (value: unknown): string => (/^[-−]/.test(String(value)) ? `(${value})` : String(value));

/** Where a number comes from: what opens when it is clicked, and the paragraph that can be copied. */
export const origins = {
  'origin.open': () => 'Where this number comes from',
  'origin.openByDouble': () => 'Double-click to see where it comes from',
  'origin.openByRight': () => 'Right-click to see where it comes from',
  'origin.back': () => 'Back to the number before',
  'origin.none': () => 'There is no such number here',

  'origin.name.total.customers': () => 'Customers',
  'origin.name.total.orders': () => 'Orders',
  'origin.name.total.orderLines': () => 'Rows that count',
  'origin.name.total.revenue': () => 'Sales',
  'origin.name.total.firstDay': () => 'First order',
  'origin.name.total.lastDay': () => 'Last order',
  'origin.name.chosen.customers': (v) => `Customers ${chosenName(v)}`,
  'origin.name.chosen.share': (v) => `Share of all customers: those ${chosenName(v)}`,
  'origin.name.chosen.revenue': (v) => `Revenue of customers ${chosenName(v)}`,
  'origin.name.chosen.revenueShare': (v) => `Share of all revenue of customers ${chosenName(v)}`,
  'origin.name.month.customers': (v, f) => `Customers${monthName(v, f)}`,
  'origin.name.month.revenue': (v, f) => `Revenue of customers${monthName(v, f)}`,
  'origin.name.order.lines': (v, f) => `Rows of ${orderName(v, f)}`,
  'origin.name.order.amount': (v, f) => `Money of ${orderName(v, f)}`,
  'origin.name.run.segments': () => 'Number of segments',
  'origin.name.run.silhouette': () => 'How distinct the segments are',
  'origin.name.segment.size': (v) => `Customers in ${quoted(v.segment)}`,
  'origin.name.segment.share': (v) => `Share of all customers in ${quoted(v.segment)}`,
  'origin.name.segment.revenue': (v) => `Revenue of ${quoted(v.segment)}`,
  'origin.name.segment.revenueShare': (v) => `Share of all revenue of ${quoted(v.segment)}`,
  'origin.name.segment.revenuePerCustomer': (v) => `Revenue for each customer in ${quoted(v.segment)}`,
  'origin.name.segment.silhouette': (v) => `How distinct ${quoted(v.segment)} is`,
  'origin.name.segment.stability': (v) => `How repeatable ${quoted(v.segment)} is`,
  'origin.name.segmentFeature.mean': (v) => `${v.feature}, average in ${quoted(v.segment)}`,
  'origin.name.segmentFeature.median': (v) => `${v.feature}, typical in ${quoted(v.segment)}`,
  'origin.name.segmentFeature.effect': (v) => `${v.feature}: ${quoted(v.segment)} against everybody`,
  'origin.name.everyone.mean': (v) => `${v.feature}, average of everybody`,
  'origin.name.everyone.median': (v) => `${v.feature}, typical of everybody`,
  'origin.name.segmentFeature.missing': (v) => `${v.feature}: not known in ${quoted(v.segment)}`,
  'origin.name.everyone.least': (v) => `${v.feature}, the lowest`,
  'origin.name.everyone.quarter': (v) => `${v.feature}: a quarter of customers have at most this`,
  'origin.name.everyone.threeQuarters': (v) => `${v.feature}: three quarters of customers have at most this`,
  'origin.name.everyone.greatest': (v) => `${v.feature}, the highest`,
  'origin.name.everyone.skewness': (v) => `${v.feature}: how lopsided it is`,
  'origin.name.everyone.missing': (v) => `${v.feature}: not known`,
  'origin.name.correlation': (v) => `How ${quoted(v.feature)} and ${quoted(v.with)} go together`,
  'origin.name.run.structure': () => 'Whether there are groups at all',
  'origin.name.run.across': () => 'Share of the differences that the map shows across',
  'origin.name.run.up': () => 'Share of the differences that the map shows upwards',
  'origin.name.sweep.silhouette': (v) => `How distinct ${v.k} segments would be`,
  'origin.name.sweep.smallestShare': (v) => `Smallest of ${v.k} segments`,
  'origin.name.sweep.largestShare': (v) => `Largest of ${v.k} segments`,
  'origin.name.comparison.common': () => 'Customers in both',
  'origin.name.comparison.onlyA': () => 'Customers in the first only',
  'origin.name.comparison.onlyB': () => 'Customers in the second only',
  'origin.name.comparison.stayed': () => 'Customers who are in the same segment in both',
  'origin.name.comparison.stayedShare': () => 'Share of customers who are in the same segment in both',
  'origin.name.comparison.moved': () => 'Customers who are in another segment',
  'origin.name.comparison.movedRevenue': () => 'Revenue of customers who are in another segment',
  'origin.name.comparison.movedRevenueShare': () => 'Share of revenue of customers who are in another segment',
  'origin.name.comparison.randIndex': () => 'Agreement, chance taken off, by pairs of customers',
  'origin.name.comparison.mutualInformation': () => 'Agreement, chance taken off, by what one tells of the other',
  'origin.name.flow.customers': (v) => `Customers: ${flowName(v)}`,
  'origin.name.flow.revenue': (v) => `Revenue: ${flowName(v)}`,
  'origin.name.flow.revenueShare': (v) => `Share of revenue: ${flowName(v)}`,
  'origin.name.pair': (v) => `What ${quoted(v.from)} and ${quoted(v.to)} have in common`,
  'origin.name.cut': (v) => `Height of the tree at ${v.k} segments`,
  'origin.name.rows': (v) => (v.file === null ? 'Rows of all files' : `Rows of ${quoted(v.file)}`),
  'origin.name.aside.lines': (v) => (v.reason === null ? 'Rows set aside' : String(v.reason)),
  'origin.name.aside.money': (v) => (v.reason === null ? 'Money on rows set aside' : `${v.reason}: the money on them`),
  'origin.name.quality': (v) => (v.part === undefined ? 'How good the data is' : `${v.part}, points of 100`),
  'origin.name.customer': (v) => `${v.feature} of ${v.customer}`,
  'origin.name.sureness': (v) => `How sure the segment of ${v.customer} is`,

  'origin.formula': () => 'How it is made',
  'origin.formula.total.customers': () => 'Everybody with at least one row that counts.',
  'origin.formula.total.orders': () =>
    'The different orders among the rows that count; an order number once, however many rows it has.',
  'origin.formula.total.orderLines': () => 'The rows of the order files that no rule sets aside.',
  'origin.formula.total.revenue': () => 'The money of all rows that count, added up.',
  'origin.formula.total.firstDay': () => 'The earliest day of all rows that count.',
  'origin.formula.total.lastDay': () =>
    'The latest day of all rows that count. Days since the last order are counted up to this day.',
  'origin.formula.chosen.customers': (v, f) =>
    v.kind === 'own'
      ? 'The customers of this segment of your own who are among those of the segments in use, counted.'
      : v.kind === 'segments'
        ? `The customers of ${chosenNames(v, f)}, added up; each is in one segment only.`
        : 'The customers who are selected one by one, counted.',
  'origin.formula.chosen.share': () => 'These customers divided by all customers.',
  'origin.formula.chosen.revenue': () => 'What these customers spent in all, added up.',
  'origin.formula.chosen.revenueShare': (v, f) =>
    v.kind === 'segments'
      ? `What the customers of ${chosenNames(v, f)} spent, divided by all revenue.`
      : 'What these customers spent, divided by all revenue.',
  'origin.formula.month.customers': (v) =>
    `${v.segment === null ? 'Everybody who had bought by that day, counted.' : 'The customers who were in this segment as of that day, counted.'}${rebuiltNote(v)}`,
  'origin.formula.month.revenue': (v) => `What they had spent in all by that day, added up.${rebuiltNote(v)}`,
  'origin.formula.order.lines': () => 'The rows of this order that count, counted.',
  'origin.formula.order.amount': () => 'The money of the rows of this order that count, added up.',
  'origin.formula.run.segments': () =>
    'How many groups the customers were divided into. Why this many is told beside the segments.',
  'origin.formula.run.silhouette': () =>
    'For each customer, how much nearer the other customers of its own segment are than those of the next best one, from −1 to 1; then the average over everybody.',
  'origin.formula.segment.size': () => 'The customers that are in this segment, counted.',
  'origin.formula.segment.share': () => 'Customers in this segment divided by all customers.',
  'origin.formula.segment.revenue': () => 'What the customers of this segment spent in all, added up.',
  'origin.formula.segment.revenueShare': () => 'Revenue of this segment divided by all revenue.',
  'origin.formula.segment.revenuePerCustomer': () => 'Revenue of this segment divided by its customers.',
  'origin.formula.segment.silhouette': () =>
    'For each of its customers, how much nearer the others of this segment are than those of the next best one, from −1 to 1; then the average.',
  'origin.formula.segment.stability': () =>
    'Customers are drawn anew many times and divided again. Each time it is measured how much of this segment is found again, from 0 to 1; this is the average.',
  'origin.formula.segmentFeature.mean': (v) =>
    `“${v.feature}” of the customers in this segment, added up and divided by how many they are.`,
  'origin.formula.segmentFeature.median': (v) =>
    `“${v.feature}” of the customers in this segment in order of size: the one in the middle, or half-way between the two in the middle.`,
  'origin.formula.segmentFeature.effect': (v) =>
    `The segment’s average of “${v.feature}” less everybody’s, measured in how much customers usually differ. From 0.3 on it is called higher or lower, from 1 on much.`,
  'origin.formula.everyone.mean': (v) => `“${v.feature}” of all customers, added up and divided by how many they are.`,
  'origin.formula.everyone.median': (v) =>
    `“${v.feature}” of all customers in order of size: the one in the middle, or half-way between the two in the middle.`,
  'origin.formula.segmentFeature.missing': (v) =>
    `The customers in this segment of whom “${v.feature}” is not known, divided by all of its customers.`,
  'origin.formula.everyone.least': (v) => `“${v.feature}” of all customers in order of size: the first one.`,
  'origin.formula.everyone.quarter': (v) =>
    `“${v.feature}” of all customers in order of size: the one a quarter of the way, straight between two where the place falls between them.`,
  'origin.formula.everyone.threeQuarters': (v) =>
    `“${v.feature}” of all customers in order of size: the one three quarters of the way, straight between two where the place falls between them.`,
  'origin.formula.everyone.greatest': (v) => `“${v.feature}” of all customers in order of size: the last one.`,
  'origin.formula.everyone.skewness': (v) =>
    `How far “${v.feature}” reaches to one side: 0 is the same to both sides, above 1 a few customers have much more than most.`,
  'origin.formula.everyone.missing': (v) =>
    `The customers of whom “${v.feature}” is not known, divided by all customers.`,
  'origin.formula.correlation': (v) =>
    `Customers in order of “${v.feature}”, and once more in order of “${v.with}”: 1 where both orders are the same, −1 where one is the other turned round, about 0 where one says nothing of the other. Only customers who have both count.`,
  'origin.formula.run.structure': () =>
    'How often customers without any groups would look as divided as these: at most 0.05 means that it is hardly chance. Above that, segments are a useful division and no natural groups.',
  'origin.formula.run.across': () =>
    'All that customers differ by, laid onto one line: the share of all differences that can be seen along it. What neither line shows is not on the map.',
  'origin.formula.run.up': () =>
    'Of what the line across does not show, all that can be seen along a second one, as a share of all differences. What neither line shows is not on the map.',
  'origin.formula.sweep.silhouette': (v) =>
    `Customers were divided into ${v.k} segments; for each customer, how much nearer the others of its own segment are than those of the next best one, from −1 to 1; then the average over everybody.`,
  'origin.formula.sweep.smallestShare': (v) =>
    `Customers were divided into ${v.k} segments; the customers of the smallest one divided by all customers.`,
  'origin.formula.sweep.largestShare': (v) =>
    `Customers were divided into ${v.k} segments; the customers of the largest one divided by all customers.`,
  'origin.formula.comparison.common': () => 'The customers who are there on both sides, counted.',
  'origin.formula.comparison.onlyA': () =>
    'The customers who are there on the first side and not on the second, counted.',
  'origin.formula.comparison.onlyB': () =>
    'The customers who are there on the second side and not on the first, counted.',
  'origin.formula.comparison.stayed': () =>
    'The customers who are on both sides in the same segment, or in segments that have so much in common that they are held for the same.',
  'origin.formula.comparison.stayedShare': () =>
    'Customers who are in the same segment on both sides, divided by the customers who are there on both.',
  'origin.formula.comparison.moved': () =>
    'The customers who are there on both sides, but not in the same segment, counted.',
  'origin.formula.comparison.movedRevenue': () =>
    'What the customers who are not in the same segment on both sides spent in all, added up.',
  'origin.formula.comparison.movedRevenueShare': () =>
    'Revenue of the customers who are not in the same segment, divided by that of all customers who are there on both sides.',
  'origin.formula.comparison.randIndex': () =>
    'Of any two customers it is asked whether they are together on one side, on the other, on both or on none: 1 where both sides always say the same, about 0 where they agree no more than by chance.',
  'origin.formula.comparison.mutualInformation': () =>
    'How much better a customer’s segment on one side can be told by whoever knows it on the other: 1 where it is certain, about 0 where it is no better than chance.',
  'origin.formula.flow.customers': () => 'The customers who are here on one side and there on the other, counted.',
  'origin.formula.flow.revenue': () => 'What these customers spent in all, added up.',
  'origin.formula.flow.revenueShare': () =>
    'What these customers spent, divided by what all customers spent who are there on both sides.',
  'origin.formula.pair': () =>
    'The customers who are in both of these segments, divided by the customers who are in at least one of them.',
  'origin.formula.cut': (v) =>
    `Up to this height the tree hangs together in ${v.k} branches; there the two that are most alike become one. The higher, the less alike they are.`,
  'origin.formula.rows': () => 'The rows below the heading, counted, whether they count or not.',
  'origin.formula.aside.lines': (v) =>
    v.reason === null
      ? 'The rows that a rule sets aside, counted; each once, by the first rule that takes it.'
      : v.on === 0
        ? 'The rows that this rule would take, were it on. They count now.'
        : 'The rows that this rule takes, counted; none that an earlier rule has taken.',
  'origin.formula.aside.money': (v) =>
    v.on === 0
      ? 'The money of these rows, added up. They count now.'
      : 'The money of these rows, added up. None of it counts anywhere.',
  'origin.formula.quality': (v) =>
    v.part === undefined
      ? 'The points of each part, times how much it weighs, added up and divided by all weights.'
      : 'Of 100 points each finding takes off the share of rows it is about, more the graver it is; then the average over all files. Cells that are filled are counted as they are.',
  'origin.formula.sureness': () =>
    '1 less the distance to the middle of its own segment divided by the distance to the middle of the next best one: 0 is half-way between both, 1 in the middle of its own. Sure from 0.4, fairly sure from 0.15.',

  'origin.input.size': () => 'Customers in the segment',
  'origin.input.customers': () => 'All customers',
  'origin.input.revenue': () => 'Revenue of the segment',
  'origin.input.allRevenue': () => 'All revenue',
  'origin.input.mean': () => 'Average in the segment',
  'origin.input.everyonesMean': () => 'Average of everybody',
  'origin.input.preparedMean': () => 'Average in the segment, made comparable',
  'origin.input.everyonesPreparedMean': () => 'Average of everybody, made comparable',
  'origin.input.preparedDeviation': () => 'How much customers usually differ',
  'origin.input.lastOrder': () => 'Last order',
  'origin.input.asOf': () => 'Counted to',
  'origin.input.draws': () => 'Times customers were drawn anew',
  'origin.input.recovered': () => 'Times it was found again',
  'origin.input.ownDistance': () => 'Distance to its own segment',
  'origin.input.nextDistance': () => 'Distance to the next best one',
  'origin.input.known': () => 'Customers of whom it is known',

  'origin.input.chosen': () => 'These customers',
  'origin.input.chosenRevenue': () => 'Their revenue',
  'origin.input.sum': () => 'Added up',
  'origin.input.lacking': () => 'Customers of whom it is not known',
  'origin.input.both': () => 'Customers of whom both are known',
  'origin.input.inBoth': () => 'Customers in both',
  'origin.input.inEither': () => 'Customers in at least one',
  'origin.input.stayed': () => 'In the same segment',
  'origin.input.moved': () => 'In another segment',
  'origin.input.movedRevenue': () => 'Revenue of those in another segment',
  'origin.input.commonRevenue': () => 'Revenue of all who are in both',
  'origin.input.flowRevenue': () => 'Revenue of these customers',
  'origin.input.branches': () => 'Branches just below',
  'origin.input.silhouette': () => 'How distinct the segments are',
  'origin.input.rowsOfFiles': () => 'Rows of all files',
  'origin.input.rowsSetAside': () => 'Rows',
  'origin.input.completeness': () => 'Completeness',
  'origin.input.uniqueness': () => 'Uniqueness',
  'origin.input.validity': () => 'Validity',
  'origin.input.consistency': () => 'Consistency',
  'origin.input.keys': () => 'Keys',
  'origin.input.freshness': () => 'Freshness',

  // The formula with this case's values put in
  'origin.worked.chosen.share': (v, f) => `${f.number(Number(v.chosenCount))} of ${v.customers}: ${v.value}`,
  'origin.worked.chosen.revenueShare': (v) => `${v.chosenRevenue} of ${v.allRevenue}: ${v.value}`,
  'origin.worked.segment.share': (v, f) => `${f.number(Number(v.sizeCount))} of ${v.customers}: ${v.value}`,
  'origin.worked.segment.revenueShare': (v) => `${v.revenue} of ${v.allRevenue}: ${v.value}`,
  'origin.worked.segment.revenuePerCustomer': (v) => `${v.revenue} for ${v.size}: ${v.value} each`,
  'origin.worked.segment.stability': (v) =>
    `Found again ${v.recovered} times of ${v.draws}; on average ${v.value} of it`,
  'origin.worked.segmentFeature.mean': (v) => `${v.sum} for ${v.known}: ${v.value}`,
  'origin.worked.segmentFeature.median': (v) => `In the middle of ${v.known}: ${v.value}`,
  'origin.worked.segmentFeature.effect': (v) =>
    `(${v.preparedMean} − ${minus(v.everyonesPreparedMean)}) ÷ ${v.preparedDeviation} = ${v.value}`,
  'origin.worked.segmentFeature.missing': (v, f) => `${f.number(Number(v.lackingCount))} of ${v.size}: ${v.value}`,
  'origin.worked.everyone.mean': (v) => `${v.sum} for ${v.known}: ${v.value}`,
  'origin.worked.everyone.median': (v) => `In the middle of ${v.known}: ${v.value}`,
  'origin.worked.everyone.missing': (v, f) => `${f.number(Number(v.lackingCount))} of ${v.customers}: ${v.value}`,
  'origin.worked.sureness': (v) => `1 − ${v.ownDistance} ÷ ${v.nextDistance} = ${v.value}`,
  'origin.worked.comparison.stayedShare': (v, f) => `${f.number(Number(v.stayedCount))} of ${v.inBoth}: ${v.value}`,
  'origin.worked.comparison.movedRevenueShare': (v) => `${v.movedRevenue} of ${v.commonRevenue}: ${v.value}`,
  'origin.worked.flow.revenueShare': (v) => `${v.flowRevenue} of ${v.commonRevenue}: ${v.value}`,
  'origin.worked.pair': (v, f) => `${f.number(Number(v.inBothCount))} of ${v.inEither}: ${v.value}`,

  'origin.unit.customers': (v, f) => f.count(Number(v.value), 'customer', 'customers'),
  'origin.unit.orders': (v, f) => f.count(Number(v.value), 'order', 'orders'),
  'origin.unit.orderLines': (v, f) => f.count(Number(v.value), 'row', 'rows'),
  'origin.unit.segments': (v, f) => f.count(Number(v.value), 'segment', 'segments'),
  'origin.unit.money': (v, f) => f.money(Number(v.value)),
  'origin.unit.share': (v, f) => f.share(Number(v.value)),
  'origin.unit.day': (v, f) => f.day(new Date(Number(v.value) * 86_400_000).toISOString().slice(0, 10)),
  'origin.unit.days': (v, f) => f.count(Number(v.value), 'day', 'days'),
  'origin.unit.count': (v, f) => f.number(Number(v.value)),
  'origin.unit.number': (v, f) => f.number(Number(v.value)),
  // Nearly nothing below zero is no “−0”.
  'origin.unit.score': (v, f) => f.number(Math.round(Number(v.value) * 1000) / 1000 + 0, 3),

  'origin.unit.chance': (v, f) =>
    Number(v.value) < 0.001 ? `below ${f.number(0.001, 3)}` : f.number(Number(v.value), 3),
  'origin.unit.points': (v, f) => f.number(Number(v.value), 1),

  'origin.exactly': (v, f) => `exactly ${f.number(Number(v.value), 6)}`,
  'origin.same': (v) =>
    v.from === 'rows' ? 'Counted again from the rows just now: the same.' : 'Counted again just now: the same.',
  'origin.differs': (v) => `Counted again just now: ${v.recount}. That is not the same; please report it.`,
  'origin.countAgain': () => 'Count it again',
  'origin.countAgain.job': (v) => `Counting again: ${v.name}`,
  'origin.stale': () =>
    'What counts has changed since the segments were made; this number is of before. Make the segments again to bring it up to date.',
  'origin.missing': (v, f) => `${f.count(Number(v.missing), 'customer', 'customers')} without it left out.`,

  'origin.data': () => 'Made from',
  'origin.data.table': (v, f) => `${v.name}, ${f.count(Number(v.rows), 'row', 'rows')}`,
  'origin.data.days': (v, f) => `${f.day(String(v.first))} to ${f.day(String(v.last))}`,
  'origin.data.aside': (v, f) => `${f.count(Number(v.lines), 'row', 'rows')} set aside: ${v.reasons}`,
  'origin.data.reason': (v, f) => `${v.reason} (${f.number(Number(v.lines))})`,
  'origin.show.customers': (v, f) =>
    Number(v.customers) === 1 ? 'Show this customer' : `Show these ${f.number(Number(v.customers))} customers`,
  'origin.show.rows': () => 'Show the rows',
  'origin.show.lacking': () => 'Show customers without it',
  'origin.show.howMany': () => 'Compare numbers of segments',
  'origin.show.quality': () => 'Show what was found',
  'origin.show.tree': () => 'Show the tree',
  'origin.copy': () => 'Copy as method paragraph',
  'origin.copied': () => 'Copied',
  'origin.copy.failed': () => 'This window may not use the clipboard. Select the text and copy it by hand.',

  // Method details and the paragraph: the analyst's words
  'origin.method.figure': (v) => `${v.name}: ${v.value}.`,
  'origin.method.formula.run.silhouette': () =>
    'Mean silhouette width (Rousseeuw 1987) by Euclidean distance on the prepared features.',
  'origin.method.formula.segment.silhouette': () =>
    'Mean silhouette width (Rousseeuw 1987) of the cluster’s customers by Euclidean distance on the prepared features.',
  'origin.method.formula.segment.stability': () =>
    'Cluster-wise stability: the mean over bootstrap samples of the greatest Jaccard similarity with a cluster of the new partition (Hennig 2007).',
  'origin.method.formula.segmentFeature.effect': () =>
    'Standardised difference of means: the cluster’s mean of the prepared feature less the mean of all customers, divided by the population standard deviation of all.',
  'origin.method.formula.sureness': () =>
    'Simplified silhouette (Hruschka, de Castro & Campello 2004): 1 − distance to the own centroid / distance to the next nearest centroid on the prepared features, values below 0 taken as 0.',
  'origin.method.formula.run.structure': () =>
    'p-value of the null hypothesis of one lump: the lesser of a test for valleys along principal axes and of a partition test against samples without structure, by weighted Bonferroni correction.',
  'origin.method.formula.run.across': () =>
    'Share of the total variance of the prepared features along the first principal axis (Pearson 1901).',
  'origin.method.formula.run.up': () =>
    'Share of the total variance of the prepared features along the second principal axis (Pearson 1901).',
  'origin.method.formula.sweep.silhouette': (v) =>
    `Mean silhouette width (Rousseeuw 1987) of the partition into ${v.k} clusters by Euclidean distance on the prepared features.`,
  'origin.method.formula.everyone.quarter': () => 'First quartile (Hyndman & Fan 1996, type 7).',
  'origin.method.formula.everyone.threeQuarters': () => 'Third quartile (Hyndman & Fan 1996, type 7).',
  'origin.method.formula.everyone.skewness': () =>
    'Third standardised moment over n, of the values before any transform.',
  'origin.method.formula.correlation': () =>
    'Spearman’s rank correlation over the customers with both values, ties at their middle rank.',
  'origin.method.formula.comparison.stayedShare': () =>
    'Share of the customers in common whose clusters are matched: by their identity in the project, the rest by exact assignment on Jaccard indices.',
  'origin.method.formula.comparison.randIndex': () =>
    'Adjusted Rand index (Hubert & Arabie 1985) over the customers in common.',
  'origin.method.formula.comparison.mutualInformation': () =>
    'Adjusted mutual information (Vinh, Epps & Bailey 2010, arithmetic mean) over the customers in common.',
  'origin.method.formula.pair': () => 'Jaccard index of the two clusters over the customers in common.',
  'origin.method.formula.cut': () =>
    'Height of the merge that joins two branches: √(2 n₁ n₂ ⁄ (n₁ + n₂)) times the distance of their centroids on the prepared features (Ward 1963, as in SciPy).',
  'origin.method.worked': (v) => `${v.sum}.`,
  'origin.method.missing': (v, f) => `${f.number(Number(v.missing))} customers without a value were left out.`,
  'origin.method.data': (v, f) =>
    `Data: ${v.tables}${v.first === null || v.last === null ? '' : `, ${f.day(String(v.first))} to ${f.day(String(v.last))}`}.`,
  'origin.method.asOf': (v, f) => `Days are counted to ${f.day(String(v.day))}, the last order in the data.`,
  'origin.method.aside': (v, f) => `${f.count(Number(v.lines), 'row was', 'rows were')} excluded: ${v.reasons}.`,
  'origin.method.run': (v, f) =>
    `${f.number(Number(v.customers))} customers were divided into ${f.count(Number(v.k), 'cluster', 'clusters')} by ${v.method}, ${v.isAuto === true ? 'k chosen by internal validity indices' : 'k as asked for'}, seed ${v.seed}, on ${v.features}.`,
  'origin.method.preparation': (v) => `Features were prepared as follows: ${v.list}.`,
  'origin.method.preparation.item': (v) => `${v.feature} (${v.done})`,
  'origin.method.engine': (v, f) =>
    `Computed with Tessera, engine ${v.engine}, input ${v.hash}, on ${f.day(String(v.day))}.`,

  // A customer’s orders on a line of time
  'customers.timeline': (v, f) =>
    `${f.count(Number(v.count), 'order', 'orders')} since ${f.day(String(v.from))}${v.gap === null ? '' : `, at most ${f.count(Number(v.gap), 'day', 'days')} without one`}`,
  'customers.timeline.order': (v, f) =>
    `${f.day(String(v.day))}: ${f.money(Number(v.amount))}, ${f.count(Number(v.lines), 'row', 'rows')}`,
  'customers.timeline.gap': (v, f) => `Longest time without an order: ${f.count(Number(v.days), 'day', 'days')}`,
} satisfies WordList;
