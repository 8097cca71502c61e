import type { explanation as english } from '../en/explanation.ts';
import type { Format } from '../format.ts';
import type { Translated, Values } from '../phrase.ts';

/** As many digits as the number has: a rule says exactly what was counted. */
const exact = (value: number, v: Values, f: Format): string => {
  if (v.isYear === true) return String(value);
  const decimals = (/\.(\d+)$/.exec(String(value))?.[1] ?? '').length;
  return v.unit === 'money' && decimals <= 2 ? f.money(value) : f.number(value, Math.min(decimals, 6));
};

/** Shares that only round to all are not all. */
const part = (value: unknown, f: Format): string =>
  Number(value) < 1 && Number(value) >= 0.995 ? `über ${f.share(0.99)}` : f.share(Number(value));

type Bounds = { readonly from: number | null; readonly below: number | null; readonly last: number | null };

const boundsOf = (v: Values): Bounds => {
  const from = typeof v.from === 'number' ? v.from : null;
  const below = typeof v.below === 'number' ? v.below : null;
  return { from, below, last: below === null ? null : v.kind === 'any' ? below : below - 1 };
};

const daysText = ({ from, below, last }: Bounds, v: Values, f: Format): string => {
  const days = (value: number) => f.count(value, 'Tag', 'Tagen');
  if (from === null)
    return below === 1 ? 'letzte Bestellung am letzten Tag' : `letzte Bestellung vor weniger als ${days(below!)}`;
  if (below === null) return `letzte Bestellung vor ${exact(from, v, f)} oder mehr Tagen`;
  return from === last
    ? `letzte Bestellung vor ${days(from)}`
    : `letzte Bestellung vor ${exact(from, v, f)} bis ${days(last!)}`;
};

const ordersText = ({ from, below, last }: Bounds, v: Values, f: Format): string => {
  const orders = (value: number) => f.count(value, 'Bestellung', 'Bestellungen');
  if (from === null) return below === 2 ? 'eine Bestellung' : `weniger als ${orders(below!)}`;
  if (below === null) return `${exact(from, v, f)} oder mehr Bestellungen`;
  return from === last ? orders(from) : `${exact(from, v, f)} bis ${orders(last!)}`;
};

/** “unter 35”, “35 oder mehr”, “35 bis 39”; years are earlier and later. */
const rangeText = ({ from, below, last }: Bounds, v: Values, f: Format): string => {
  const isYear = v.isYear === true;
  if (from === null) return `${isYear ? 'vor' : 'unter'} ${exact(below!, v, f)}`;
  if (below === null) return `${exact(from, v, f)} oder ${isYear ? 'später' : 'mehr'}`;
  return from === last ? exact(from, v, f) : `${exact(from, v, f)} bis ${exact(last!, v, f)}`;
};

const conditionText = (v: Values, f: Format): string => {
  const bounds = boundsOf(v);
  if (v.kind === 'flag') return `„${v.name}“: ${bounds.from === null ? 'nein' : 'ja'}`;
  if (v.feature === 'daysSinceLastOrder') return daysText(bounds, v, f);
  if (v.feature === 'orders') return ordersText(bounds, v, f);
  if (v.feature === 'totalSpent')
    return `${bounds.from === null ? `weniger als ${exact(bounds.below!, v, f)}` : rangeText(bounds, v, f)} ausgegeben`;
  return `${v.name} ${rangeText(bounds, v, f)}`;
};

/** What sets segments and customers apart. */
export const explanation: Translated<typeof english> = {
  // Rules
  'explain.rule.heading': () => 'Woran man sie erkennt',
  'explain.condition': conditionText,
  'explain.rule.mostly': (v) => `Meistens: ${v.conditions}.`,
  'explain.rule.roughly': (v) => `Ungefähr: ${v.conditions}.`,
  'explain.rule.or': (v) => `Oder: ${v.conditions}.`,
  'explain.rule.everybody': () => 'Alle sind darin.',
  'explain.rule.none': () => 'Keine kurze Regel beschreibt sie: Sie unterscheiden sich durch alle Merkmale zusammen.',
  'explain.rule.fit': (v, f) =>
    `Von den Kunden, auf die das zutrifft, sind ${part(v.precision, f)} im Segment; es trifft auf ${part(v.coverage, f)} des Segments zu.`,
  'explain.rule.together': (v, f) =>
    `Zusammen: Von den Kunden, auf die das zutrifft, sind ${part(v.precision, f)} im Segment; es trifft auf ${part(v.coverage, f)} des Segments zu.`,
  'explain.rule.missing': (v, f) =>
    `Wo etwas nicht bekannt ist (${f.list(String(v.names).split('\n'))}), zählt stattdessen ein üblicher Wert.`,

  // Neighbours
  'explain.near.heading': (v) => (v.isOnly === true ? 'Gegenüber dem anderen Segment' : 'Am ähnlichsten'),
  'explain.near.values': (v) => `${v.here} · dort ${v.there}`,
  'explain.near.select': (v) => `„${v.name}“ auswählen`,

  // Customers
  'explain.customers.heading': () => 'Wer hierhergehört',
  'explain.customers.certainty': (v, f) =>
    Number(v.onTheEdge) === 0
      ? `Sicher hierher gehören ${part(v.sure, f)}, und niemand steht auf der Grenze zu einem anderen Segment.`
      : `Sicher hierher gehören ${part(v.sure, f)}; auf der Grenze zu einem anderen Segment stehen ${part(v.onTheEdge, f)}.`,
  'explain.customers.typical': () => 'Typisch',
  'explain.customers.borderline': () => 'Auf der Grenze',
  'explain.customers.nearly': (v) => `könnte ebenso gut in „${v.segment}“ sein`,
  'explain.customers.fact': (v) => `${v.name} ${v.value}`,

  // One customer
  'explain.why.heading': () => 'Warum hier',
  'explain.why.sure': (v) => `Sicher in „${v.segment}“.`,
  'explain.why.fairlySure': (v) => `Ziemlich sicher in „${v.segment}“; als Nächstes käme „${v.other}“.`,
  'explain.why.onTheEdge': (v) => `Auf der Grenze zwischen „${v.segment}“ und „${v.other}“.`,
  'explain.why.nearer': (v) => `Zählt zu „${v.segment}“, ähnelt aber noch mehr dem Segment „${v.other}“.`,
  'explain.why.only': () => 'Es gibt nur ein Segment, und alle sind darin.',
  'explain.why.forThis': () => 'Spricht für dieses Segment',
  'explain.why.forOther': () => 'Spricht für das andere',
  'explain.why.typical': (v) => `typisch hier ${v.here}, dort ${v.there}`,
  'explain.why.average': (v) => `im Durchschnitt hier ${v.here}, dort ${v.there}`,
  'explain.why.likewise': (v) => `ebenso: ${v.facts}`,
  'explain.why.likewise.more': (v, f) => `${f.number(Number(v.more))} weitere`,
  'explain.why.runnerUp': () => 'Nächstbestes',

  // Method details: the analyst's words
  'explain.method.rules': () => 'Entscheidungsbaum (CART, Gini)',
  'explain.method.depth': () => 'Tiefe',
  'explain.method.accuracy': () => 'Genauigkeit bei diesen Kunden',
  'explain.method.heldOut': (v) =>
    Number(v.folds) > 1
      ? `Genauigkeit, ${v.folds}-fache Kreuzvalidierung`
      : 'Genauigkeit auf einem zurückgehaltenen Fünftel',
  'explain.method.baseline': () => 'Genauigkeit von „der größte Cluster“',
  'explain.method.weights': () => 'Gewicht eines Kunden',
  'explain.method.weights.value': () => '1 / √Clustergröße',
  'explain.method.perSegment': () => 'Regeln je Cluster: Präzision · Trefferquote',
  'explain.method.cluster': () => 'Cluster',
  'explain.method.fit': () => 'hier',
  'explain.method.fitHeldOut': () => 'zurückgehalten',
  'explain.method.fit.value': (v, f) =>
    `${v.precision === null ? '–' : f.number(Number(v.precision), 2)}\u00a0·\u00a0${f.number(Number(v.coverage), 2)}`,
  'explain.method.effects': () => 'Effektstärken',
  'explain.method.effect': () => 'd, dieser Cluster',
  'explain.method.between': () => 'η², alle',
  'explain.method.effects.text': () =>
    'd: Abstand des Clustermittels vom Mittel aller, in Standardabweichungen der aufbereiteten Werte. η²: Anteil der Varianz, der zwischen den Clustern liegt.',
  'explain.method.sureness': () => 'Vereinfachte Silhouette',
  'explain.method.sureness.text': () =>
    '1 − Abstand zum eigenen Zentroid / Abstand zum nächstgelegenen anderen: 0 genau zwischen beiden, 1 am eigenen Zentroid. Sicher ab 0,4, ziemlich sicher ab 0,15; je sicherer ein Kunde, desto öfter bleibt er, wo er ist, wenn Kunden neu gezogen werden.',
};
