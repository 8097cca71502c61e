import type { Phrase, WordList } from '../phrase.ts';

const col = (v: Parameters<Phrase>[0]): string => `“${v.column}”`;
/** Through which join a column is read, where it stands in another table. */
const via: Phrase = (v) =>
  v.table === undefined ? '' : ` It stands in “${v.table}”, joined by “${v.key}” and “${v.otherKey}”.`;
/** How the rows of another table are found to be a customer’s. */
const whose: Phrase = (v) =>
  v.table === undefined ? '' : ` Whose a row of “${v.table}” is says “${v.otherKey}”, as “${v.key}” in the orders.`;
const listed: Phrase = (v) =>
  v.table === undefined
    ? ''
    : ` All lines of an order that stands in “${v.table}” are returned, joined by “${v.key}” and “${v.otherKey}”.`;
const rest = 'anything else';
/** Where no column says it, the table does: one of the web shop, one of the till. */
const channel = (v: Parameters<Phrase>[0]): string => (v.column === null ? 'channel' : String(v.column));
const channels = (v: Parameters<Phrase>[0]): string =>
  v.column === null ? 'channels (the names of your order files, without dates)' : `values of ${col(v)}`;
const asOf: Phrase = (v, f) => (v.asOf === null ? 'the last order' : f.day(String(v.asOf)));
const quarters = ['January to March', 'April to June', 'July to September', 'October to December'];
const yesNo = 'Yes counts as 1, no as 0, and where nothing is said it is missing';

const scored = (limits: unknown): string =>
  limits === null || limits === undefined ? 'one for each fifth of the customers' : `with steps at ${limits}`;

/** Facts of the catalogue beyond the first ones: names, and the formula of each in words. */
export const catalogue = {
  'feature.daysSinceLastOrder.fromDay': (v, f) =>
    `Days from a customer’s last order to ${asOf(v, f)}, the day asked for; nothing later counts. From the column ${col(v)}.`,
  'feature.daysSinceFirstOrder': () => 'Days since first order',
  'feature.daysSinceFirstOrder.from': (v, f) =>
    `Days from a customer’s first order to ${asOf(v, f)}. From the column ${col(v)}.`,

  'feature.meanOrderValue': () => 'Mean order value',
  'feature.meanOrderValue.from': (v) => `Total spent divided by the number of orders. From ${v.columns}.`,
  'feature.medianOrderValue': () => 'Typical order value',
  'feature.medianOrderValue.from': (v) =>
    `Of all orders of a customer, the one in the middle by money; the mean of the two in the middle where their number is even. From ${v.columns}.`,
  'feature.spentShareLast': (v) => `Share spent in the last ${v.days} days`,
  'feature.spentShareLast.from': (v, f) =>
    `Money of the ${v.days} days that end on ${asOf(v, f)}, as a part of all that the customer spent until then. From ${v.columns}.`,

  'feature.linesPerOrder': () => 'Lines per order',
  'feature.linesPerOrder.from': () => 'Lines that count divided by orders.',
  'feature.itemsPerOrder': () => 'Items per order',
  'feature.itemsPerOrder.from': (v) => `The sum of ${col(v)} over all lines that count, divided by orders.`,
  'feature.distinctProducts': () => 'Different products',
  'feature.distinctProducts.from': (v) => `How many different values of ${col(v)} a customer has bought.`,

  'feature.daysBetweenOrders': () => 'Days between orders',
  'feature.daysBetweenOrders.from': (v) =>
    `Days from the first to the last order divided by the number of gaps between days with an order; missing below two such days. From the column ${col(v)}.`,
  'feature.orderIrregularity': () => 'Irregularity of orders',
  'feature.orderIrregularity.from': (v) =>
    `How much the gaps between days with an order differ, as a part of their mean (standard deviation over mean): 0 like clockwork, about 1 by chance; missing below three such days. From the column ${col(v)}.`,
  'feature.stillCustomer': () => 'Chance to be still a customer',
  'feature.ordersAhead': () => 'Orders to come',
  'feature.worthAhead': () => 'Sales to come',
  'feature.stillCustomer.from': (v) =>
    `How likely it is, by how often and how lately somebody ordered, that they are still a customer. From the column “${v.column}”, as under Predict.`,
  'feature.ordersAhead.from': (v, f) =>
    `Orders to be expected within the ${f.count(Number(v.days), 'day', 'days')} after ${v.asOf === null ? 'the last order' : f.day(String(v.asOf))}. From the column “${v.column}”, as under Predict.`,
  'feature.worthAhead.from': (v, f) =>
    `What somebody is expected to spend within the ${f.count(Number(v.days), 'day', 'days')} after ${v.asOf === null ? 'the last order' : f.day(String(v.asOf))}, money later counting a little less. From the column “${v.column}”, as under Predict.`,
  'feature.spendTrend': () => 'Spending trend',
  'feature.spendTrend.from': (v, f) =>
    `The time from a customer’s first order to ${asOf(v, f)} is halved: money of the second half less money of the first half, as a part of both. −1 is nothing lately, 0 as much as before, 1 is the most; missing below two orders. From the column ${col(v)}.`,

  'feature.moneyMix': (v) => `Share of money by ${v.column}`,
  'feature.moneyMix.level': (v) => `Share of money on ${v.level} (${v.column})`,
  'feature.moneyMix.rest': (v) => `Share of money on ${rest} (${v.column})`,
  'feature.moneyMix.from': (v, f) =>
    `Money of the lines with each of the ${v.most} main values of ${col(v)}, as a part of the money of all lines that have one; the others together.${via(v, f)}`,
  'feature.lineMix': (v) => `Share of lines by ${v.column}`,
  'feature.lineMix.level': (v) => `Share of lines with ${v.level} (${v.column})`,
  'feature.lineMix.rest': (v) => `Share of lines with ${rest} (${v.column})`,
  'feature.lineMix.from': (v, f) =>
    `Lines with each of the ${v.most} main values of ${col(v)}, as a part of all lines that have one; the others together.${via(v, f)}`,
  'feature.distinctIn': (v) => `Different values of ${v.column}`,
  'feature.distinctIn.from': (v, f) => `How many different values of ${col(v)} a customer’s lines have.${via(v, f)}`,
  'feature.evennessIn': (v) => `Spread over ${v.column}`,
  'feature.evennessIn.from': (v, f) =>
    `How evenly a customer’s lines are spread over its values of ${col(v)}: 0 all in one, 1 all alike (entropy over its greatest value).${via(v, f)}`,

  'feature.returnRate': () => 'Return rate',
  'feature.returnRate.from': (v, f) =>
    `Lines that are cancelled or below zero, divided by lines bought, whether or not they are set aside.${listed(v, f)}`,
  'feature.returnedMoney': () => 'Share of money returned',
  'feature.returnedMoney.from': (v, f) =>
    `Money of lines that are cancelled or below zero, divided by money of lines bought, whether or not they are set aside.${listed(v, f)}`,
  'feature.discountShare': (v) => `Share of lines with ${v.column}`,
  'feature.discountShare.from': (v) => `Lines whose ${col(v)} is not zero, as a part of all lines that say what it is.`,
  'feature.belowUsualPrice': () => 'Share bought below the usual price',
  'feature.belowUsualPrice.from': (v) =>
    `Lines at 99 % or less of the product’s usual price, which is the middle one of all prices that it was sold at until the day. From the columns “${v.product}” and “${v.price}”.`,

  'feature.channelMix': (v) => `Share of orders by ${channel(v)}`,
  'feature.channelMix.level': (v) => `Share of orders by ${v.level} (${channel(v)})`,
  'feature.channelMix.rest': (v) => `Share of orders by ${rest} (${channel(v)})`,
  'feature.channelMix.from': (v) => `Orders by each of the main ${channels(v)}, as a part of all that name one.`,
  'feature.distinctChannels': (v) => `Different values of ${channel(v)}`,
  'feature.distinctChannels.from': (v) => `How many different ${channels(v)} a customer’s orders have.`,
  'feature.firstChannel': (v) => `First order by ${channel(v)}`,
  'feature.firstChannel.level': (v) => `First order by ${v.level} (${channel(v)})`,
  'feature.firstChannel.rest': (v) => `First order by ${rest} (${channel(v)})`,
  'feature.firstChannel.from': (v) => `1 where the first order came by this one of the ${channels(v)}, otherwise 0.`,
  'feature.lastChannel': (v) => `Last order by ${channel(v)}`,
  'feature.lastChannel.level': (v) => `Last order by ${v.level} (${channel(v)})`,
  'feature.lastChannel.rest': (v) => `Last order by ${rest} (${channel(v)})`,
  'feature.lastChannel.from': (v) => `1 where the last order came by this one of the ${channels(v)}, otherwise 0.`,
  'feature.daysSinceChannel': (v) => `Days since last order by ${channel(v)}`,
  'feature.daysSinceChannel.level': (v) => `Days since last order by ${v.level} (${channel(v)})`,
  'feature.daysSinceChannel.rest': (v) => `Days since last order by ${rest} (${channel(v)})`,
  'feature.daysSinceChannel.from': (v, f) =>
    `Days from the last order by each of the ${channels(v)} to ${asOf(v, f)}; missing where there is none.`,
  'feature.channelSwitches': (v) => `Switches of ${channel(v)}`,
  'feature.channelSwitches.from': (v, f) =>
    `How often a customer’s next order came by another of the ${channels(v)} than the one before, until ${asOf(v, f)}; missing where no order names one.`,
  'feature.channelJourney': (v) => `From the first ${channel(v)} to the last`,
  'feature.channelJourney.level': (v) => `Went ${v.level} (${channel(v)})`,
  'feature.channelJourney.rest': (v) => `Went ${rest} (${channel(v)})`,
  'feature.channelJourney.from': (v, f) =>
    `1 for customers who began with the first and were last at the second of these ${channels(v)}, until ${asOf(v, f)}, otherwise 0; rare ways are told together.`,

  'feature.events': () => 'Visits and other events',
  'feature.events.from': (v, f) => `How many rows of “${v.file}” are about the customer.${whose(v, f)}`,
  'feature.eventsLately': (v) => `Events in the last ${v.days} days`,
  'feature.eventsLately.from': (v, f) =>
    `How many rows of “${v.file}” about the customer are of the ${v.days} days that end on ${asOf(v, f)}.${whose(v, f)}`,
  'feature.daysSinceEvent': () => 'Days since last event',
  'feature.daysSinceEvent.from': (v, f) =>
    `Days from the customer’s last row of “${v.file}” to ${asOf(v, f)}; missing where there is none.${whose(v, f)}`,
  'feature.eventCount': (v) => `Events by ${v.column}`,
  'feature.eventCount.level': (v) => `Number of ${v.level} (${v.column})`,
  'feature.eventCount.rest': (v) => `Number of ${rest} (${v.column})`,
  'feature.eventCount.from': (v, f) =>
    `How many events of a customer have each of the main values of ${col(v)}.${whose(v, f)}`,
  'feature.daysSinceKind': (v) => `Days since last event by ${v.column}`,
  'feature.daysSinceKind.level': (v) => `Days since last ${v.level} (${v.column})`,
  'feature.daysSinceKind.rest': (v) => `Days since ${rest} (${v.column})`,
  'feature.daysSinceKind.from': (v, f) =>
    `Days from the last event with each value of ${col(v)} to ${asOf(v, f)}; missing where there is none.${whose(v, f)}`,

  'feature.flag': (v) => `${v.column}`,
  'feature.flag.from': (v, f) => `From the column ${col(v)} of “${v.file}”. ${yesNo}.${whose(v, f)}`,
  'feature.consent': (v) => `Consent: ${v.column}`,
  'feature.consent.from': (v, f) => `From the column ${col(v)} of “${v.file}”. ${yesNo}.${whose(v, f)}`,
  'feature.rank': (v) => `${v.column}, in order`,
  'feature.rank.from': (v, f) =>
    `The words of the column ${col(v)} of “${v.file}” have an order: the lowest that occurs is 1, the next 2, and so on; words outside of it are missing.${whose(v, f)}`,
  'feature.level': (v) => `${v.column}`,
  'feature.level.level': (v) => `${v.column}: ${v.level}`,
  'feature.level.rest': (v) => `${v.column}: ${rest}`,
  'feature.level.from': (v, f) =>
    `1 for customers with this value in the column ${col(v)} of “${v.file}”, otherwise 0; rare values are told together.${whose(v, f)}`,
  'feature.daysSince': (v) => `Days since ${v.column}`,
  'feature.daysSince.from': (v, f) =>
    `Days from the date in the column ${col(v)} of “${v.file}” to ${v.asOf === null ? 'the last of these dates' : f.day(String(v.asOf))}; a date later than that is missing.${whose(v, f)}`,

  'feature.weekendShare': () => 'Share of orders at weekends',
  'feature.weekendShare.from': (v) =>
    `Orders on a Saturday or Sunday, as a part of all orders. From the column ${col(v)}.`,
  'feature.usualHour': () => 'Usual hour',
  'feature.usualHour.from': (v) =>
    `The mean time of day of a customer’s orders, taken around the clock so that 23 and 1 meet at midnight. From the column ${col(v)}.`,
  'feature.quarterShare': () => 'Share of orders by quarter',
  'feature.quarterShare.level': (v) => `Share of orders from ${quarters[Number(v.level) - 1] ?? v.level}`,
  'feature.quarterShare.rest': () => `Share of orders at ${rest}`,
  'feature.quarterShare.from': (v) =>
    `Orders in each quarter of the year, whichever year, as a part of all orders. From the column ${col(v)}.`,
  'feature.strongestQuarter': () => 'Strongest quarter',
  'feature.strongestQuarter.from': (v) =>
    `The quarter of the year, 1 to 4, with most orders; the earlier of two with as many. From the column ${col(v)}.`,

  'feature.recencyScore': () => 'Recency score',
  'feature.recencyScore.from': (v) =>
    `Days since last order as a score from 1 to 5, ${scored(v.limits)}; 5 is best, the most recent.`,
  'feature.frequencyScore': () => 'Frequency score',
  'feature.frequencyScore.from': (v) => `Orders as a score from 1 to 5, ${scored(v.limits)}; 5 is best.`,
  'feature.moneyScore': () => 'Money score',
  'feature.moneyScore.from': (v) => `Total spent as a score from 1 to 5, ${scored(v.limits)}; 5 is best.`,
  'feature.scoreSum': () => 'Sum of scores',
  'feature.scoreSum.from': () => 'The recency, frequency and money scores added up.',

  'feature.own': (v) => `${v.name}`,
  'feature.own.from': (v) => `By the formula ${v.formula}.`,
} satisfies WordList;
