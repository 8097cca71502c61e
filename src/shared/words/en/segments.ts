import { type Format, withoutCents } from '../format.ts';
import type { Values, WordList } from '../phrase.ts';
import { aboutTexts, inside, places, traitTexts, valueText, wayOf } from './trait-words.ts';

// Names, reasons and suggested actions of segments. Names are put together from traits by `src/shared/engine/explain`.

/** What is typical, where words alone do not tell segments apart. */
const orderTexts = (v: Values, f: Format): string[] => [
  ...(typeof v.aboutOrders === 'number' ? [f.count(v.aboutOrders, 'order', 'orders')] : []),
  ...(typeof v.aboutSpent === 'number' ? [`${f.money(v.aboutSpent)} each`] : []),
  ...(typeof v.aboutDays === 'number' ? [`${f.count(v.aboutDays, 'day', 'days')} ago`] : []),
];

/** Parts as one name: a capital first, a number in brackets where all else is the same. */
const nameOf = (parts: readonly string[], v: Values): string => {
  const text = parts.filter((part) => part !== '').join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${typeof v.number === 'number' ? ` (${v.number})` : ''}`;
};

const isAre = (name: string, kind: unknown): string => (kind === 'count' || /(?<![su])s$/i.test(name) ? 'are' : 'is');

/** Two numbers as far apart in writing as they are: more digits until they differ. */
const versus = (v: Values, place: string, f: Format): [string, string] => {
  const write = (digits?: number) =>
    ['Typical', 'All'].map((which) =>
      valueText(Number(v[`${place}${which}`]), v[`${place}Kind`], v[`${place}Unit`], v[`${place}Money`], f, digits),
    ) as [string, string];
  for (const digits of [undefined, 1, 2, 3, 4]) {
    const [typical, all] = write(digits);
    if (typical !== all) return [typical, all];
  }
  return write();
};

/** “bought 4 times”, “never bought”; the number as written, so that decimals stay as they are. */
const boughtTimes = (written: string): string => {
  if (written === '0') return 'never bought';
  return `bought ${written === '1' ? 'once' : written === '2' ? 'twice' : `${written} times`}`;
};

const factText = (v: Values, place: string, f: Format): string | null => {
  const kind = v[`${place}Kind`];
  if (kind === undefined) return null;
  const name = inside(String(v[`${place}Name`]));
  if (kind === 'flag')
    return `“${v[`${place}Name`]}” is yes for ${f.share(Number(v[`${place}Typical`]))} of them, against ${f.share(Number(v[`${place}All`]))} of everybody`;
  const [typical, all] = versus(v, place, f);
  const usually = v[`${place}Basis`] === 'mean' ? 'on average' : 'typically';
  const way = kind === 'count' ? wayOf(name) : null;
  if (way !== null) return `they ${usually} ${boughtTimes(typical)} ${way}, against ${all} for everybody`;
  if (kind === 'birthYear') return `they were ${usually} born in ${typical}, against ${all} for everybody`;
  if (kind === 'age') return `they are ${usually} ${typical} years old, against ${all} for everybody`;
  if (kind === 'spentOn') return `they ${usually} spend ${typical} on ${name}, against ${all} for everybody`;
  return `their ${name} ${isAre(name, kind)} ${usually} ${typical}, against ${all} for everybody`;
};

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const traitsReason = (v: Values, f: Format): string => {
  const facts = places.map((place) => factText(v, place, f)).filter((fact) => fact !== null);
  return sentence(
    facts
      .map((fact, i) => (i === 0 ? fact : fact.replace(/ (for|of) everybody$/, '').replace(' typically', '')))
      .join('; '),
  );
};

const exampleText = (v: Values, f: Format): string => {
  const { firstName: name, firstKind: kind, firstTypical: value } = v;
  if (kind === 'flag') return `: “${name}”, for example, is yes for ${f.share(Number(value))} of them`;
  const text = valueText(Number(value), kind, v.firstUnit, v.firstMoney, f);
  return `: their ${inside(String(name))}, for example, ${isAre(String(name), kind)} typically ${text}`;
};

/** Whole money from 100 up: cents of a typical customer say nothing. */
const roundMoney = (value: number, f: Format): string => f.money(withoutCents(value));

const timesText = (orders: number): string => {
  if (orders === 1) return 'once';
  if (orders === 2) return 'twice';
  const below = Math.floor(orders);
  return `${orders === below ? below : `${below} or ${below + 1}`} times`;
};

const agoText = (days: number, asOf: Values[string] | undefined, f: Format): string => {
  const whole = Math.round(days);
  if (whole === 0) return typeof asOf === 'string' ? `on ${f.day(asOf)}` : 'on the last day of the file';
  return `${f.count(whole, 'day', 'days')} ago`;
};

const ordersReason = (v: Values, f: Format): string => {
  const { orders, days, spent, share, asOf } = v;
  const revenue = typeof share === 'number' && share >= 0 ? `: ${f.share(share)} of all revenue` : '';
  const money = typeof spent === 'number' ? `spent ${roundMoney(spent, f)} each` : '';
  const ago = typeof days === 'number' ? agoText(days, asOf, f) : '';
  if (typeof orders === 'number') {
    const when = ago === '' ? '' : orders === 1 ? `, ${ago}` : `, last ${ago}`;
    const and = money === '' ? '' : `${when === '' ? '' : ','} and ${money}`;
    return `They typically ordered ${timesText(orders)}${when}${and}${revenue}.`;
  }
  if (ago !== '') return `Their last order was typically ${ago}${money === '' ? '' : `, and they ${money}`}${revenue}.`;
  return money === '' ? 'Nothing is known of their orders.' : `They typically ${money}${revenue}.`;
};

const spenders: Readonly<Record<string, string>> = { low: 'small spenders', high: 'big spenders' };
/** Where nothing says how often they order. */
const spendersAlone: Readonly<Record<string, string>> = {
  low: 'lower spenders',
  average: 'average spenders',
  high: 'higher spenders',
};
const oftenWords: Readonly<Record<string, string>> = {
  customers: '',
  once: 'one-time',
  occasional: 'occasional',
  regular: 'regular',
  frequent: 'frequent',
};
const whenWords: Readonly<Record<string, string>> = { lately: 'here lately', between: 'quiet lately' };

/** “Frequent big spenders, here lately”, “Former regulars”, “One-time customers, long ago”. */
const plainName = (v: Values, f: Format): string => {
  const often = String(v.often);
  const spend = String(v.spend);
  const isLongAgo = v.when === 'longAgo';
  const who =
    often === 'regular' && !(spend in spenders)
      ? 'regulars'
      : [oftenWords[often], (often === 'customers' ? spendersAlone : spenders)[spend] ?? 'customers']
          .filter(Boolean)
          .join(' ');
  // Nobody is a one-time customer no more.
  const first = isLongAgo && often !== 'once' ? `former ${who}` : who;
  const when = isLongAgo ? (often === 'once' ? 'long ago' : '') : (whenWords[String(v.when)] ?? '');
  return nameOf([first, when, ...traitTexts(v), ...orderTexts(v, f)], v);
};

export const segments = {
  /** Named by a person. */
  'segment.custom': (v) => String(v.name),

  'segment.best.name': () => 'Best customers',
  'segment.best.action': () => 'Send a thank-you and early access; do not discount.',
  'segment.loyal.name': () => 'Loyal regulars',
  'segment.loyal.action': () => 'Keep the habit going: show them new arrivals first, no discount needed.',
  'segment.rareBig.name': () => 'Rare big spenders',
  'segment.rareBig.action': () =>
    'Write to them before the occasions they buy for, with your finest things rather than a discount.',
  'segment.new.name': () => 'New customers',
  'segment.new.action': () => 'Welcome them and make the next order easy while they still remember you.',
  'segment.promising.name': () => 'Promising newcomers',
  'segment.promising.action': () => 'Thank them in person and suggest what goes well with what they bought.',
  'segment.slipping.name': () => 'Slipping away',
  'segment.slipping.action': () => 'Ask what they miss and give them a reason to come back this month.',
  'segment.valuableGone.name': () => 'Valuable but gone',
  'segment.valuableGone.action': () => 'Win them back one by one: a personal note and your best offer.',
  'segment.loyalGone.name': () => 'Loyal but gone',
  'segment.loyalGone.action': () => 'Ask why they stopped, and remind them of what they used to order.',
  'segment.once.name': () => 'Bought once',
  'segment.once.action': () =>
    'Give them one good reason for a second order, and do not spend more on it than that order brings.',
  'segment.longGone.name': () => 'Long gone',
  'segment.longGone.action': () => 'Try one last “we miss you”; where nothing comes back, save the postage.',
  'segment.oneBig.name': () => 'One big order',
  'segment.oneBig.action': () => 'Find out what that order was for, and offer the same again when it is due.',
  'segment.oneSmall.name': () => 'One small order',
  'segment.oneSmall.action': () => 'Include them in the newsletter; leave costly mailings to others.',
  'segment.steadySmall.name': () => 'Steady small spenders',
  'segment.steadySmall.action': () =>
    'Suggest one thing more with each order: a set, a refill, free delivery from a certain sum.',
  'segment.occasional.name': () => 'Occasional buyers',
  'segment.occasional.action': () => 'Remind them now and then with something new, so that you are who they think of.',
  'segment.lapsed.name': () => 'Lapsed buyers',
  'segment.lapsed.action': () => 'Send one reminder with what is new since they were last here.',
  'segment.frequent.name': () => 'Frequent buyers',
  'segment.frequent.action': () => 'Thank them, and show them new arrivals first.',
  'segment.bigSpenders.name': () => 'Big spenders',
  'segment.bigSpenders.action': () => 'Send a thank-you and early access; do not discount.',
  'segment.smallSpenders.name': () => 'Small spenders',
  'segment.smallSpenders.action': () => 'Suggest one thing more with each order, and keep mailings cheap.',

  'segment.plain.name': plainName,
  'segment.plain.action': (v) =>
    v.when === 'lately'
      ? 'Suggest what goes with their last order while they remember it.'
      : v.when === 'longAgo'
        ? 'Try one reminder, and leave it at that if nothing comes back.'
        : 'Invite them to their next order with something new; no discount at first.',
  'segment.why.orders': ordersReason,

  'segment.traits.name': (v, f) => {
    const [first = '', ...more] = [...traitTexts(v), ...aboutTexts(v, f)];
    const isPerson = /^(\w+ )?(older|younger|newer|(long|longer)-standing)$/.test(first);
    return nameOf(more.length === 0 && isPerson ? [`${first} customers`] : [first, ...more], v);
  },
  'segment.average.name': (v, f) => nameOf(['average customers', ...traitTexts(v), ...aboutTexts(v, f)], v),
  'segment.average.action': () => 'Treat them as you treat everybody; what works for most will work for them.',
  'segment.why.traits': traitsReason,
  'segment.why.average': (v, f) => `They are close to everybody in all that was compared${exampleText(v, f)}.`,
  'segment.why.nothing': () => 'Nothing that was compared tells them from everybody.',

  'segment.action.couldSpend': () =>
    'They could spend more with you than they do: ask what they look for and do not find.',
  'segment.action.stretched': () =>
    'They spend much for what they earn: reward their loyalty rather than pushing for more.',
  'segment.action.spendMuch': () =>
    'They already spend more than most: show them what is new first, without a discount.',
  'segment.action.spendLittle': () =>
    'They spend little so far: try one small offer on a few of them, and keep mailings cheap.',
  'segment.action.like': (v) => `Show them what is new in ${v.name} first; they already spend more on it than most.`,
  'segment.action.miss': (v) => `Find out whether they know that you have ${v.name}, for example with one small offer.`,
  'segment.action.offers': () => 'They respond to offers: send them the next one first, and watch what it earns you.',
  'segment.action.visits': () =>
    'They come to look more often than most: make it easy to find and order what they looked at.',
  'segment.action.emails': () => 'They answer to e-mail more than most: tell them your news there first.',
  'segment.action.noEmails': () => 'E-mail hardly reaches them: try a letter or a word at the till.',
  'segment.action.away': () => 'They have not been here for longer than most: send one reminder with what is new.',
  'segment.action.here': () => 'They were here recently: suggest what goes well with what they bought.',
  'segment.action.buyOften': () => 'They buy more often than most: thank them, and show them what is new first.',
  'segment.action.buyRarely': () => 'They buy less often than most: give them one good reason for the next purchase.',
  'segment.action.complaints': () => 'They have complained: call them, put it right, and tell them that you did.',
  'segment.action.campaigns': () => 'They say yes when you ask: let them be the first to hear of the next campaign.',
  'segment.action.try': () => 'Try one message made for them on a few, and compare before you write to all.',

  'segment.everybody.name': () => 'All customers',
  'segment.everybody.action': () => 'Ask for more segments to see who differs and to treat them differently.',
  'segment.nobody.name': (v) => nameOf(['nobody'], v),
  'segment.nobody.why': () => 'Nobody is in it.',
  'segment.nobody.action': () => 'Nothing to do here.',
} satisfies WordList;
