import type { segments as english } from '../en/segments.ts';
import { type Format, withoutCents } from '../format.ts';
import type { Translated, Values } from '../phrase.ts';
import { aboutTexts, inside, places, traitTexts, valueText } from './trait-words.ts';

// Names, reasons and suggested actions of segments. Names are put together from traits by `src/shared/engine/explain`.

/** What is typical, where words alone do not tell segments apart. */
const orderTexts = (v: Values, f: Format): string[] => [
  ...(typeof v.aboutOrders === 'number' ? [f.count(v.aboutOrders, 'Bestellung', 'Bestellungen')] : []),
  ...(typeof v.aboutSpent === 'number' ? [`je ${f.money(v.aboutSpent)}`] : []),
  ...(typeof v.aboutDays === 'number' ? [`vor ${f.count(v.aboutDays, 'Tag', 'Tagen')}`] : []),
];

/** Parts as one name: a capital first, a number in brackets where all else is the same. */
const nameOf = (parts: readonly string[], v: Values): string => {
  const text = parts.filter((part) => part !== '').join(', ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}${typeof v.number === 'number' ? ` (${v.number})` : ''}`;
};

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

/** „typischerweise sind sie 42 Jahre alt“; without an adverb „sie sind 42 Jahre alt“. */
const clause = (adverb: string, subject: string, verb: string, rest: string): string =>
  adverb === '' ? `${subject} ${verb} ${rest}` : `${adverb} ${verb} ${subject} ${rest}`;

/** Only the first says „typischerweise“ and „bei allen“: they hold for the others, too. */
const factText = (v: Values, place: string, isFirst: boolean, f: Format): string | null => {
  const kind = v[`${place}Kind`];
  if (kind === undefined) return null;
  const name = `„${inside(String(v[`${place}Name`]))}“`;
  const everybody = isFirst ? ' bei allen' : '';
  if (kind === 'flag')
    return `${name} trifft auf ${f.share(Number(v[`${place}Typical`]))} von ihnen zu, gegenüber ${f.share(Number(v[`${place}All`]))} bei allen`;
  const [typical, all] = versus(v, place, f);
  const usually = v[`${place}Basis`] === 'mean' ? 'im Schnitt' : isFirst ? 'typischerweise' : '';
  const against = `gegenüber ${all}${everybody}`;
  if (kind === 'birthYear') return clause(usually, 'sie', 'sind', `${typical} geboren, ${against}`);
  if (kind === 'age') return clause(usually, 'sie', 'sind', `${typical} Jahre alt, ${against}`);
  if (kind === 'spentOn') return clause(usually, 'sie', 'geben', `${typical} für ${name} aus, ${against}`);
  return clause(usually, name, 'liegt', `bei ${typical}, ${against}`);
};

const sentence = (text: string): string => `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;

const traitsReason = (v: Values, f: Format): string => {
  const known = places.filter((place) => v[`${place}Kind`] !== undefined);
  // After yes and no, how typical a number is has not been said yet.
  const firstNumber = known.find((place) => v[`${place}Kind`] !== 'flag');
  const facts = known.map((place) => factText(v, place, place === firstNumber, f)).filter((fact) => fact !== null);
  return sentence(facts.join('; '));
};

const exampleText = (v: Values, f: Format): string => {
  const { firstName: name, firstKind: kind, firstTypical: value } = v;
  const quoted = `„${inside(String(name))}“`;
  if (kind === 'flag') return `: ${quoted} trifft zum Beispiel auf ${f.share(Number(value))} von ihnen zu`;
  const text = valueText(Number(value), kind, v.firstUnit, v.firstMoney, f);
  return `: ${quoted} zum Beispiel liegt typischerweise bei ${text}`;
};

/** Whole money from 100 up: cents of a typical customer say nothing. */
const roundMoney = (value: number, f: Format): string => f.money(withoutCents(value));

const timesText = (orders: number, f: Format): string => {
  if (orders === 1) return 'einmal';
  if (orders === 2) return 'zweimal';
  const below = Math.floor(orders);
  return orders === below ? `${f.number(below)}\u00a0Mal` : `${f.number(below)} oder ${f.number(below + 1)}\u00a0Mal`;
};

const agoText = (days: number, asOf: Values[string] | undefined, f: Format): string => {
  const whole = Math.round(days);
  if (whole === 0) return typeof asOf === 'string' ? `am ${f.day(asOf)}` : 'am letzten Tag der Datei';
  return `vor ${f.count(whole, 'Tag', 'Tagen')}`;
};

const ordersReason = (v: Values, f: Format): string => {
  const { orders, days, spent, share, asOf } = v;
  const revenue = typeof share === 'number' && share >= 0 ? `: ${f.share(share)} des gesamten Umsatzes` : '';
  const money = typeof spent === 'number' ? `je ${roundMoney(spent, f)} ausgegeben` : '';
  const ago = typeof days === 'number' ? agoText(days, asOf, f) : '';
  if (typeof orders === 'number') {
    const when = ago === '' ? '' : orders === 1 ? `, ${ago}` : `, zuletzt ${ago}`;
    const and = money === '' ? '' : `${when === '' ? '' : ','} und ${money}`;
    return `Typischerweise haben sie ${timesText(orders, f)} bestellt${when}${and}${revenue}.`;
  }
  if (ago !== '')
    return `Typischerweise haben sie zuletzt ${ago} bestellt${money === '' ? '' : ` und insgesamt ${money}`}${revenue}.`;
  return money === '' ? 'Über ihre Bestellungen ist nichts bekannt.' : `Typischerweise haben sie ${money}${revenue}.`;
};

const spenders: Readonly<Record<string, string>> = { low: 'Kleinkäufer', high: 'Großkäufer' };
/** Where nothing says how often they order. */
const spendersAlone: Readonly<Record<string, string>> = {
  low: 'Kunden mit wenig Umsatz',
  average: 'Kunden mit mittlerem Umsatz',
  high: 'Kunden mit viel Umsatz',
};
/** Before „Großkäufer“, and with nothing said of what they spend. */
const oftenWords: Readonly<Record<string, readonly [adjective: string, alone: string]>> = {
  once: ['einmalige', 'Einmalkunden'],
  occasional: ['gelegentliche', 'gelegentliche Kunden'],
  regular: ['regelmäßige', 'Stammkunden'],
  frequent: ['häufige', 'häufige Kunden'],
};
const whenWords: Readonly<Record<string, string>> = { lately: 'kürzlich da', between: 'zuletzt still' };

/** „Häufige Großkäufer, kürzlich da“, „Frühere Stammkunden“, „Einmalkunden, lange her“. */
const plainName = (v: Values, f: Format): string => {
  const often = String(v.often);
  const [adjective, alone] = oftenWords[often] ?? ['', 'Kunden'];
  const spend = (often === 'customers' ? spendersAlone : spenders)[String(v.spend)];
  const who = spend === undefined ? alone : [adjective, spend].filter(Boolean).join(' ');
  const isLongAgo = v.when === 'longAgo';
  // Nobody is a one-time customer no more.
  const isFormer = isLongAgo && often !== 'once';
  const first = isFormer ? `${/^\p{Ll}/u.test(who) ? 'einst' : 'frühere'} ${who}` : who;
  const when = isLongAgo ? (often === 'once' ? 'lange her' : '') : (whenWords[String(v.when)] ?? '');
  return nameOf([first, when, ...traitTexts(v), ...orderTexts(v, f)], v);
};

export const segments: Translated<typeof english> = {
  /** Named by a person. */
  'segment.custom': (v) => String(v.name),

  'segment.best.name': () => 'Beste Kunden',
  'segment.best.action': () => 'Schicken Sie ein Dankeschön und zeigen Sie ihnen Neues vorab; kein Rabatt nötig.',
  'segment.loyal.name': () => 'Treue Stammkunden',
  'segment.loyal.action': () =>
    'Pflegen Sie die gute Gewohnheit: Zeigen Sie ihnen Neues zuerst, ein Rabatt ist nicht nötig.',
  'segment.rareBig.name': () => 'Seltene Großkäufer',
  'segment.rareBig.action': () =>
    'Schreiben Sie ihnen vor den Anlässen, zu denen sie kaufen, und zeigen Sie Ihre schönsten Stücke statt eines Rabatts.',
  'segment.new.name': () => 'Neue Kunden',
  'segment.new.action': () =>
    'Heißen Sie sie willkommen und machen Sie die nächste Bestellung leicht, solange sie sich noch an Sie erinnern.',
  'segment.promising.name': () => 'Neue mit Potenzial',
  'segment.promising.action': () => 'Danken Sie ihnen persönlich und schlagen Sie vor, was gut zu ihrem Kauf passt.',
  'segment.slipping.name': () => 'Auf dem Absprung',
  'segment.slipping.action': () =>
    'Fragen Sie, was ihnen fehlt, und geben Sie ihnen einen Grund, noch diesen Monat wiederzukommen.',
  'segment.valuableGone.name': () => 'Wertvoll, aber weg',
  'segment.valuableGone.action': () =>
    'Gewinnen Sie sie einzeln zurück: mit ein paar persönlichen Zeilen und Ihrem besten Angebot.',
  'segment.loyalGone.name': () => 'Treu, aber weg',
  'segment.loyalGone.action': () =>
    'Fragen Sie, warum sie nicht mehr kommen, und erinnern Sie an das, was sie sonst bestellt haben.',
  'segment.once.name': () => 'Einmalkäufer',
  'segment.once.action': () =>
    'Geben Sie ihnen einen guten Grund für eine zweite Bestellung, der nicht mehr kostet, als sie einbringt.',
  'segment.longGone.name': () => 'Längst weg',
  'segment.longGone.action': () =>
    'Versuchen Sie ein letztes „Wir vermissen Sie“; kommt nichts zurück, sparen Sie das Porto.',
  'segment.oneBig.name': () => 'Eine große Bestellung',
  'segment.oneBig.action': () =>
    'Finden Sie heraus, wofür die Bestellung war, und bieten Sie zur rechten Zeit wieder dasselbe an.',
  'segment.oneSmall.name': () => 'Eine kleine Bestellung',
  'segment.oneSmall.action': () => 'Nehmen Sie sie in den Newsletter auf; teure Post ist für andere da.',
  'segment.steadySmall.name': () => 'Beständige Kleinkäufer',
  'segment.steadySmall.action': () =>
    'Schlagen Sie zu jeder Bestellung noch etwas vor: ein Set, eine Nachfüllpackung, ab einer gewissen Summe freie Lieferung.',
  'segment.occasional.name': () => 'Gelegentliche Käufer',
  'segment.occasional.action': () => 'Melden Sie sich ab und zu mit etwas Neuem, damit sie zuerst an Sie denken.',
  'segment.lapsed.name': () => 'Abgewanderte Käufer',
  'segment.lapsed.action': () => 'Schicken Sie eine Erinnerung mit allem, was seit ihrem letzten Besuch neu ist.',
  'segment.frequent.name': () => 'Häufige Käufer',
  'segment.frequent.action': () => 'Danken Sie ihnen und zeigen Sie ihnen Neues zuerst.',
  'segment.bigSpenders.name': () => 'Großkäufer',
  'segment.bigSpenders.action': () =>
    'Schicken Sie ein Dankeschön und zeigen Sie ihnen Neues vorab; kein Rabatt nötig.',
  'segment.smallSpenders.name': () => 'Kleinkäufer',
  'segment.smallSpenders.action': () =>
    'Schlagen Sie zu jeder Bestellung noch etwas vor und halten Sie die Kosten für Post klein.',

  'segment.plain.name': plainName,
  'segment.plain.action': (v) =>
    v.when === 'lately'
      ? 'Schlagen Sie vor, was zur letzten Bestellung passt, solange sie noch frisch in Erinnerung ist.'
      : v.when === 'longAgo'
        ? 'Versuchen Sie es mit einer Erinnerung und lassen Sie es gut sein, wenn nichts zurückkommt.'
        : 'Laden Sie sie mit etwas Neuem zur nächsten Bestellung ein; erst einmal ohne Rabatt.',
  'segment.why.orders': ordersReason,

  'segment.traits.name': (v, f) => {
    const [first = '', ...more] = [...traitTexts(v), ...aboutTexts(v, f)];
    const isPerson = /^(\p{L}+ )*(älter|jünger)$/u.test(first);
    return nameOf(more.length === 0 && isPerson ? [`${first}e Kunden`] : [first, ...more], v);
  },
  'segment.average.name': (v, f) => nameOf(['durchschnittliche Kunden', ...traitTexts(v), ...aboutTexts(v, f)], v),
  'segment.average.action': () =>
    'Behandeln Sie sie wie alle anderen; was bei den meisten wirkt, wirkt auch bei ihnen.',
  'segment.why.traits': traitsReason,
  'segment.why.average': (v, f) =>
    `In allem, was verglichen wurde, liegen sie nah am Durchschnitt aller Kunden${exampleText(v, f)}.`,
  'segment.why.nothing': () => 'Nichts von dem, was verglichen wurde, unterscheidet sie von den anderen.',

  'segment.action.couldSpend': () =>
    'Diese Kunden könnten bei Ihnen mehr ausgeben: Fragen Sie, was sie suchen und nicht finden.',
  'segment.action.stretched': () =>
    'Gemessen an ihrem Einkommen geben sie viel aus: Belohnen Sie ihre Treue, statt auf mehr zu drängen.',
  'segment.action.spendMuch': () =>
    'Schon jetzt geben sie mehr aus als die meisten: Zeigen Sie ihnen Neues zuerst, ohne Rabatt.',
  'segment.action.spendLittle': () =>
    'Bisher geben sie wenig aus: Versuchen Sie bei einigen ein kleines Angebot und halten Sie die Kosten für Post klein.',
  'segment.action.like': (v) =>
    `Zeigen Sie ihnen zuerst, was es Neues gibt bei: ${v.name}. Dafür geben sie schon jetzt mehr aus als die meisten.`,
  'segment.action.miss': (v) =>
    `Finden Sie heraus, ob sie wissen, dass es das bei Ihnen gibt: ${v.name}. Ein kleines Angebot kann es zeigen.`,
  'segment.action.offers': () =>
    'Auf Angebote sprechen sie an: Schicken Sie ihnen das nächste zuerst und achten Sie darauf, was es Ihnen bringt.',
  'segment.action.visits': () =>
    'Zum Schauen kommen sie öfter als die meisten: Machen Sie es ihnen leicht, das Angesehene zu finden und zu bestellen.',
  'segment.action.emails': () =>
    'Auf E-Mails antworten sie öfter als die meisten: Erzählen Sie ihnen Neues zuerst auf diesem Weg.',
  'segment.action.noEmails': () =>
    'E-Mails erreichen sie kaum: Versuchen Sie es mit einem Brief oder einem Wort an der Kasse.',
  'segment.action.away': () =>
    'Länger als die meisten waren sie nicht mehr da: Schicken Sie eine Erinnerung mit allem, was neu ist.',
  'segment.action.here': () => 'Vor Kurzem waren sie da: Schlagen Sie vor, was gut zu ihrem Kauf passt.',
  'segment.action.buyOften': () =>
    'Öfter als die meisten kaufen sie ein: Danken Sie ihnen und zeigen Sie ihnen Neues zuerst.',
  'segment.action.buyRarely': () =>
    'Seltener als die meisten kaufen sie ein: Geben Sie ihnen einen guten Grund für den nächsten Kauf.',
  'segment.action.complaints': () =>
    'Von ihnen kamen Beschwerden: Rufen Sie an, bringen Sie es in Ordnung und sagen Sie ihnen das auch.',
  'segment.action.campaigns': () =>
    'Wenn Sie fragen, sagen sie Ja: Lassen Sie sie als Erste von der nächsten Aktion hören.',
  'segment.action.try': () =>
    'Versuchen Sie bei einigen eine eigens für sie gemachte Nachricht und vergleichen Sie, bevor Sie allen schreiben.',

  'segment.everybody.name': () => 'Alle Kunden',
  'segment.everybody.action': () =>
    'Lassen Sie mehr Segmente bilden, um zu sehen, wer sich unterscheidet, und darauf einzugehen.',
  'segment.nobody.name': (v) => nameOf(['niemand'], v),
  'segment.nobody.why': () => 'Niemand ist darin.',
  'segment.nobody.action': () => 'Hier ist nichts zu tun.',
};
