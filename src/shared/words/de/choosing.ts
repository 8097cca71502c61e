import type { choosing as english } from '../en/choosing.ts';
import type { Format } from '../format.ts';
import type { Translated, Values } from '../phrase.ts';
import { capital, spelled } from './spelled.ts';

const segmentsOf = (v: Values): string =>
  Number(v.k) === 0 ? 'Kein Segment' : `${capital(spelled(v.k))} ${Number(v.k) === 1 ? 'Segment' : 'Segmente'}`;

/** “Letzte Bestellung vor höchstens 90 Tagen, mindestens 4 Bestellungen und mindestens 125 ausgegeben.” What is not known is not spoken of. */
const ruleText = (v: Values, f: Format): string => {
  const days = f.count(Number(v.days), 'Tag', 'Tagen');
  const ordered = f.count(Number(v.orders), 'Bestellung', 'Bestellungen');
  const money = f.money(Number(v.spent));
  const when = `letzte Bestellung vor ${v.late === true ? 'höchstens' : 'mehr als'} ${days}`;
  const orders = `${v.often === true ? 'mindestens' : 'weniger als'} ${ordered}`;
  const spent = `${v.much === true ? 'mindestens' : 'weniger als'} ${money} ausgegeben`;
  const value = [...(v.orders === null ? [] : [orders]), ...(v.spent === null ? [] : [spent])];
  const lately = v.days === null ? [] : [when];
  const text =
    v.either === true && value.length > 1 ? `${when}, aber ${value.join(' oder ')}` : f.list([...lately, ...value]);
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
};

/** Why there are as many segments as there are. */
export const choosing: Translated<typeof english> = {
  'segmentation.reason.asked': (v) => `${segmentsOf(v)}, wie Sie es wollten.`,
  'segmentation.reason.branches': (v) => `${segmentsOf(v)}, wie Sie den Baum Ast für Ast geschnitten haben.`,
  'segmentation.reason.itself': (v) => `${segmentsOf(v)}: so viele, wie es Stellen gibt, an denen sich Kunden drängen.`,
  'segmentation.reason.likelihood': (v) =>
    `${segmentsOf(v)}: Diese Anzahl erklärt Ihre Kunden am besten, ohne zu raten.`,
  'segmentation.reason.rules': (v) =>
    `${segmentsOf(v)} nach einfachen Regeln: Tage seit der letzten Bestellung, Bestellungen und Geld.`,
  'segmentation.reason.serves': (v, f) =>
    `${segmentsOf(v)}: genug, um Kunden verschieden anzusprechen, und keines so klein, dass es die Mühe nicht lohnt. Im größten sind ${f.share(Number(v.largestShare))} Ihrer Kunden, im kleinsten ${f.share(Number(v.smallestShare))}.`,
  'segmentation.reason.uneven': (v, f) =>
    `${segmentsOf(v)}: Ihre Kunden verteilen sich ungleich, und von vier bis sieben Segmenten ist dies die gleichmäßigste Einteilung. Im größten sind ${f.share(Number(v.largestShare))} der Kunden, im kleinsten ${f.share(Number(v.smallestShare))}.`,
  'segmentation.reason.silhouette': (v) =>
    `${segmentsOf(v)}: Von zwei bis zwölf hält diese Anzahl Ihre Kunden am deutlichsten auseinander.`,
  'segmentation.reason.merge': (v, f) =>
    `${segmentsOf(v)}: Sie haben ${f.number(Number(v.count))} von ${f.number(Number(v.before))} Segmenten zusammengelegt, die anderen sind geblieben, wie sie waren.`,
  'segmentation.reason.split': (v, f) =>
    `${segmentsOf(v)}: Sie haben eines von ${f.count(Number(v.before), 'Segment', 'Segmenten')} in ${f.number(Number(v.parts))} geteilt, die anderen sind geblieben, wie sie waren.`,
  'segmentation.statistical': (v, f) => {
    const choice = `${segmentsOf(v)} ${Number(v.k) < 2 ? 'wäre' : 'wären'} die Wahl allein nach Zahlen: Dann heben sich die Kunden am besten voneinander ab`;
    return Number(v.of) > 1
      ? `${choice}, und ${f.number(Number(v.agreeing))} von ${f.number(Number(v.of))} Maßen ${Number(v.agreeing) === 1 ? 'nennt' : 'nennen'} diese Anzahl.`
      : `${choice}.`;
  },
  'segmentation.index.silhouette': () => 'Silhouette',
  'segmentation.index.calinskiHarabasz': () => 'Calinski–Harabasz',
  'segmentation.index.daviesBouldin': () => 'Davies–Bouldin',
  'segmentation.index.bic': () => 'BIC',
  'segmentation.index.gap': () => 'Gap-Statistik',
  'segmentation.index.elbow': () => 'Ellbogen der Inertia',
  'ruleSegment.rule': ruleText,
  'structure.none': () =>
    'Ihre Kunden gehen ineinander über. Diese Segmente sind eine nützliche Einteilung, keine natürlichen Gruppen.',
  'structure.weak': () =>
    'Ihre Kunden neigen zu Gruppen, die ineinander übergehen. Manche könnten genauso gut im Segment nebenan sein.',
  'structure.clear': () => 'Ihre Kunden bilden Gruppen, die sich voneinander abheben.',
  'segmentation.reason.alike': () => 'Ein Segment: In dem, was verglichen wurde, sind Ihre Kunden alle gleich.',
};
