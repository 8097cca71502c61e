import type { Format } from '../format.ts';
import type { WordList } from '../phrase.ts';

/** “12 months”, “90 days”. */
const span = (days: number, f: Format): string => {
  const months = Math.round(days / 30.4);
  return days >= 60 ? f.count(months, 'month', 'months') : f.count(days, 'day', 'days');
};
const whole = (value: unknown, f: Format): string => f.number(Math.round(Number(value)));
const orders = (value: unknown, f: Format): string => f.count(Math.round(Number(value)), 'order', 'orders');
const customers = (value: unknown, f: Format): string => f.count(Number(value), 'customer', 'customers');

/** The screen that looks ahead: who is about to leave, what everybody is worth, and how well that did on the past. */
export const ahead = {
  'app.screen.predict': () => 'Predict',

  'ahead.title.first': () => 'What to expect of your customers',
  'ahead.title': (v, f) =>
    v.worth === null
      ? `Within ${span(Number(v.days), f)} your customers will place about ${orders(v.orders, f)}`
      : `Within ${span(Number(v.days), f)} your customers will place about ${orders(v.orders, f)}, worth ${f.money(Math.round(Number(v.worth)))}`,
  'ahead.title.earned': (v, f) =>
    `Within ${span(Number(v.days), f)} about ${orders(v.orders, f)} will bring you ${f.money(Math.round(Number(v.worth)))}`,
  'ahead.subtitle': (v, f) =>
    v.low === null
      ? `As of ${f.day(String(v.asOf))}; nine times in ten ${whole(v.ordersLow, f)} to ${orders(v.ordersHigh, f)}. New customers come on top.`
      : `As of ${f.day(String(v.asOf))}; nine times in ten ${f.money(Math.round(Number(v.low)))} to ${f.money(Math.round(Number(v.high)))}. New customers come on top.`,
  'ahead.job': () => 'Looking ahead',
  'ahead.again': () => 'Look again',
  'ahead.before': () => 'As of before your last change. Looking again …',
  'ahead.before.still': () => 'As of before your last change.',
  'ahead.cancelled.title': () => 'Nobody has looked ahead yet',
  'ahead.cancelled': () =>
    'From who bought when and for how much, Tessera works out who is likely to come again, who is about to leave, and what everybody is worth.',
  'ahead.cannot.title': () => 'It is too early to look ahead',
  'ahead.noOrders.title': () => 'Looking ahead takes orders',
  'ahead.add': () => 'Add a spreadsheet',

  'ahead.horizon': () => 'How far ahead',
  'ahead.horizon.value': (v, f) => span(Number(v.days), f),
  'ahead.margin': () => 'What you keep of a sale',
  'ahead.margin.value': (v, f) =>
    Number(v.margin) === 1 ? 'all of it: sales are shown' : `${f.share(Number(v.margin))}: profit is shown`,
  'ahead.discount': () => 'What money later is worth less',
  'ahead.discount.value': (v, f) => (Number(v.rate) === 0 ? 'nothing' : `${f.share(Number(v.rate))} a year`),

  'ahead.plan': () => 'The next 30 days',
  'ahead.plan.note': (v, f) => `About ${orders(v.soon, f)} will come by themselves.`,
  'ahead.group.slipping': () => 'About to leave',
  'ahead.group.due': () => 'About to order',
  'ahead.group.once': () => 'Came once so far',
  'ahead.group.staying': () => 'Still with you',
  'ahead.group.gone': () => 'Probably gone',
  'ahead.group.slipping.what': () =>
    'Silent for longer than one expects of them. Write now: a personal word, a reason to return.',
  'ahead.group.due.what': () =>
    'Their next order is likelier than not. Have their favourites in stock; no discount needed.',
  'ahead.group.once.what': () => 'The second order decides. Invite them while they remember you.',
  'ahead.group.staying.what': () => 'They come as they always did. Thank them; do not disturb.',
  'ahead.group.gone.what': () => 'Too long silent for how often they came. One last letter, then spend nothing more.',
  'ahead.unit': (v) => (Number(v.customers) === 1 ? 'customer' : 'customers'),
  'ahead.customers': (v, f) => customers(v.customers, f),
  'ahead.atStake': (v, f) =>
    v.money === true ? `${f.money(Math.round(Number(v.value)))} if they stay` : `${orders(v.value, f)} if they stay`,
  'ahead.lost': (v, f) =>
    v.money === true
      ? `${f.money(Math.round(Number(v.value)))} if they came back`
      : `${orders(v.value, f)} if they came back`,
  'ahead.expected': (v, f) =>
    v.money === true ? `${f.money(Math.round(Number(v.value)))} expected` : `${orders(v.value, f)} expected`,
  'ahead.soonOrders': (v, f) => `${orders(v.value, f)} within 30 days`,

  'ahead.bands': () => 'Who the coming sales rest on',
  'ahead.bands.title': (v, f) =>
    `The most valuable ${f.share(Number(v.upTo))} bring ${f.share(Number(v.share))} of what is to come`,
  'ahead.band.first': (v, f) => `Top ${f.share(Number(v.upTo))}`,
  'ahead.band.next': (v, f) => `Next ${f.share(Number(v.upTo))}`,
  'ahead.band.rest': () => 'All others',

  'ahead.segments': () => 'What each segment will bring',
  'ahead.segments.segment': () => 'Segment',
  'ahead.segments.customers': () => 'Customers',
  'ahead.segments.orders': () => 'Orders to come',
  'ahead.segments.worth': () => 'Sales to come',
  'ahead.segments.profit': () => 'Profit to come',
  'ahead.segments.leaving': () => 'About to leave',
  'ahead.segments.atStake': () => 'At stake',
  'ahead.range': (v, f) => `${f.money(Math.round(Number(v.low)))} to ${f.money(Math.round(Number(v.high)))}`,

  'ahead.past': () => 'How well this does: tried on days it did not know',
  'ahead.past.title': (v, f) =>
    Math.abs(Number(v.expected) / Number(v.came) - 1) < 0.05
      ? `Tried on the last ${span(Number(v.days), f)}, it expected about as many orders as came`
      : Number(v.expected) < Number(v.came)
        ? `Tried on the last ${span(Number(v.days), f)}, it expected ${f.share(1 - Number(v.expected) / Number(v.came))} too few orders`
        : `Tried on the last ${span(Number(v.days), f)}, it expected ${f.share(Number(v.expected) / Number(v.came) - 1)} too many orders`,
  'ahead.past.sentence': (v, f) =>
    `Told nothing after ${f.day(String(v.until))}, it expected ${orders(v.expected, f)} of the ${customers(v.customers, f)} known by then, between ${whole(v.low, f)} and ${whole(v.high, f)}; ${whole(v.came, f)} came.`,
  'ahead.past.better': (v, f) =>
    `Customer by customer it was off by ${f.number(Number(v.own), 2)} orders; guessing without it, by ${f.number(Number(v.best), 2)} at best.`,
  'ahead.past.worse': (v, f) =>
    `Customer by customer it was off by ${f.number(Number(v.own), 2)} orders, a guess without it by ${f.number(Number(v.best), 2)}: single customers are hard to tell in this shop. Trust the sums more than the names.`,
  'ahead.tracking.title': () => 'Orders that came, and that were expected',
  'ahead.tracking.came': () => 'came',
  'ahead.tracking.expected': () => 'expected',
  'ahead.tracking.unknown': () => 'not known to it',
  'ahead.tracking.axis': () => 'Repeat orders since the first day',
  'ahead.tracking.week': () => 'Week to',
  'ahead.tracking.summary': (v, f) =>
    `Repeat orders added up by week: ${whole(v.came, f)} came, ${whole(v.expected, f)} were expected.`,
  'ahead.chances.title': () => 'Do those whom it expects really order?',
  'ahead.chances.axis': () => 'Chance to order that it gave',
  'ahead.chances.came': () => 'Ordered indeed',
  'ahead.chances.group': () => 'Chance given',
  'ahead.chances.customers': () => 'Customers',
  'ahead.chances.perfect': () => 'at its word',
  'ahead.chances.summary': (v, f) =>
    `Ten groups of customers by their chance: told ${f.share(Number(v.least))} to ${f.share(Number(v.most))}, ordered ${f.share(Number(v.leastCame))} to ${f.share(Number(v.mostCame))}.`,

  'ahead.people': () => 'Start with these',
  'ahead.people.rest': (v, f) => `and ${customers(v.customers, f)} more, all selected now`,
  'ahead.people.silent': (v, f) =>
    v.usual === null
      ? `came once, ${f.count(Number(v.days), 'day', 'days')} ago`
      : `${f.count(Number(v.days), 'day', 'days')} silent, else every ${f.number(Math.max(1, Math.round(Number(v.usual))))}`,
  'ahead.people.ifStaying': () => 'If they stay',
  'ahead.people.ifBack': () => 'If they came back',
  'ahead.people.show': () => 'Show them in the table',
  'ahead.ask': () => 'Choose a group: who is in it stands here, and is selected on every other screen.',

  'ahead.method.model': () => 'Model',
  'ahead.method.value': () => 'Value of an order',
  'ahead.method.bgnbd': () => 'BG/NBD',
  'ahead.method.mbgnbd': () => 'MBG/NBD',
  'ahead.method.paretonbd': () => 'Pareto/NBD',
  'ahead.method.gammagamma': () => 'Gamma-Gamma',
  'ahead.method.likelihood': () => 'Log-likelihood',
  'ahead.method.prior': () => 'Few customers: held by a weak prior',
  'ahead.method.discount': (v, f) =>
    `${f.share(Number(v.rate))} a year, continuous, over ${f.number(Number(v.days))} days`,
  'ahead.method.discount.name': () => 'Discounting',
  'ahead.method.trials': () => 'Hold-out',
  'ahead.method.trial': (v, f) =>
    `MAE ${f.number(Number(v.absolute), 3)}, RMSE ${f.number(Number(v.squared), 3)}, total ${whole(v.total, f)}`,
  'ahead.method.zero': () => 'Nobody comes again',
  'ahead.method.mean': () => 'Everybody alike',
  'ahead.method.sameRate': () => 'As often as so far',
  'ahead.method.coverage': () => 'Customers within their interval',
  'ahead.method.matrix': () => 'Probability alive by repeat orders and days since the last',
  'ahead.method.matrix.orders': () => 'Repeat orders',
  'ahead.method.byOrders': () => 'Mean orders in the hold-out by repeat orders before',
  'ahead.method.byOrders.more': (v) => `${v.orders} or more`,
} satisfies WordList;
