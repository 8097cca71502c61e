import type { segmentScreen as english } from '../en/segment-screen.ts';
import type { Format } from '../format.ts';
import type { Translated } from '../phrase.ts';
import { capital, spelled } from './spelled.ts';

/** A name that is half a sentence itself stands in quotes, also before a colon. */
const quoted = (name: unknown): string => (/[,:]|\s\S+\s\S+\s/.test(String(name)) ? `„${name}“` : String(name));

/** Fünf Segmente; Ein Segment */
const segments = (value: unknown): string =>
  `${capital(spelled(value))} ${Number(value) === 1 ? 'Segment' : 'Segmente'}`;
const customers = (value: unknown, f: Format): string => f.count(Number(value), 'Kunde', 'Kunden');

const units: Readonly<Record<string, string>> = {
  days: 'Tage',
  money: 'In der Währung Ihrer Datei',
  share: 'Anteil',
  count: 'Anzahl',
};
const unitText = (unit: unknown): string => units[String(unit)] ?? 'Wert, wie in Ihrer Datei';

/** The ways of looking at segments on their own screen. */
export const segmentScreen: Translated<typeof english> = {
  'segmentScreen.views': () => 'Wie Sie sie ansehen',
  'segmentScreen.view.cards': () => 'Karten',
  'segmentScreen.view.table': () => 'Tabelle',
  'segmentScreen.view.differences': () => 'Unterschiede',
  'segmentScreen.view.spread': () => 'Streuung',
  'segmentScreen.view.lines': () => 'Linien',
  'segmentScreen.view.revenue': () => 'Umsatz',
  'segmentScreen.view.size': () => 'Größe',
  'segmentScreen.view.number': () => 'Wie viele',

  // Cards
  'segmentScreen.card.customers': (v) => (Number(v.customers) === 1 ? 'Kunde' : 'Kunden'),
  'segmentScreen.card.ofCustomers': (v, f) => `${f.share(Number(v.share))} von allen`,
  'segmentScreen.card.revenue': () => 'vom Umsatz',
  'segmentScreen.card.money': (v, f) => f.money(Math.round(Number(v.money))),
  'segmentScreen.card.whatToDo': () => 'Was tun',
  'segmentScreen.card.typical': () => 'Typische Kunden',
  'segmentScreen.card.next': () => 'Wie es weitergeht',
  'segmentScreen.card.fact': (v) => `${v.name}: ${v.word}, ${v.value}; alle: ${v.all}`,
  'segmentScreen.card.against': (v) => `, ${v.word} als bei allen: ${v.all}`,
  'segmentScreen.card.everybody': () => 'alle',
  'segmentScreen.card.average': () => 'In allem, was verglichen wurde, etwa durchschnittlich.',
  'segmentScreen.keys': () =>
    'Mit den Pfeiltasten von Karte zu Karte, Eingabe wählt aus, Strg und Eingabe nimmt dazu, F2 benennt um.',

  // What to do next with a segment
  'segmentScreen.next.map': () => 'Karte',
  'segmentScreen.next.map.of': (v) => `„${v.name}“ auf der Karte zeigen`,
  'segmentScreen.next.customers': () => 'Kunden',
  'segmentScreen.next.customers.of': (v) => `Kunden von „${v.name}“ auflisten`,
  'segmentScreen.next.mail': () => 'Verteiler',
  'segmentScreen.next.mail.of': (v) => `Verteiler von „${v.name}“ speichern`,

  // How they differ
  'segmentScreen.differences.title': (v) => `Größter Unterschied: ${v.fact}, ${v.word} bei „${v.segment}“`,
  'segmentScreen.differences.zero': () => 'weiß ist der durchschnittliche Kunde',
  'segmentScreen.differences.marks': () => '↑↑ viel höher, ↑ höher, · durchschnittlich, ↓ niedriger, ↓↓ viel niedriger',
  'segmentScreen.differences.sort': () => 'Reihenfolge der Merkmale',
  'segmentScreen.differences.sort.differing': () => 'Größte Unterschiede zuerst',
  'segmentScreen.differences.sort.file': () => 'Wie in Ihrer Datei',
  'segmentScreen.differences.sort.selected': () => 'Nach dem gewählten Segment',

  // A line for each customer
  'segmentScreen.lines.title': (v) =>
    `${quoted(v.first)} und ${quoted(v.last)} liegen am weitesten auseinander: ${v.fact}`,
  'segmentScreen.lines.plain': () => 'Eine Linie für jeden Kunden',
  'segmentScreen.lines.summary': (v, f) =>
    `Jeder Kunde ist eine Linie durch ${f.count(Number(v.facts), 'Merkmal', 'Merkmale')}, in der Farbe seines Segments; eine dicke Linie ist die Mitte eines Segments.`,
  'segmentScreen.lines.how': (v, f) =>
    `${
      v.drawn === v.customers
        ? `Eine Linie für jeden von ${f.count(Number(v.customers), 'Kunden', 'Kunden')}`
        : `Linien von ${f.number(Number(v.drawn))} der ${f.count(Number(v.customers), 'Kunden', 'Kunden')}, jedes Segment nach seinem Anteil`
    }; dick: die Mitte eines Segments. Zum Auswählen entlang einer Achse ziehen.`,
  'segmentScreen.lines.axis': (v) => `${v.fact}: danach auswählen, Achse verschieben`,
  'segmentScreen.lines.select': () => 'Kunden auswählen von',
  'segmentScreen.lines.from': (v) => `${v.fact} von`,
  'segmentScreen.lines.to': (v) => `${v.fact} bis`,
  'segmentScreen.lines.between': (v) => `${v.from} bis ${v.to}`,
  'segmentScreen.lines.all': () => 'Nach allen Werten auswählen',
  'segmentScreen.lines.left': () => 'Nach links',
  'segmentScreen.lines.right': () => 'Nach rechts',
  'segmentScreen.lines.missing': () => 'keine',
  'segmentScreen.lines.yes': () => 'ja',
  'segmentScreen.lines.no': () => 'nein',

  // Several at once
  'segmentScreen.several.title': (v) => segments(v.count),
  'segmentScreen.several.together': (v, f) =>
    `Zusammen ${customers(v.customers, f)}, ${f.share(Number(v.share))} von allen${v.revenueShare === null ? '' : `, mit ${f.share(Number(v.revenueShare))} vom Umsatz`}.`,
  'segmentScreen.several.apart': () => 'Worin sie sich unterscheiden',

  // How many
  'segmentScreen.number.title': (v) =>
    `${segments(v.serves)} ${Number(v.serves) === 1 ? 'nützt' : 'nützen'} am meisten; am deutlichsten getrennt wären ${spelled(v.statistical)}`,
  'segmentScreen.number.title.same': (v) =>
    Number(v.serves) === 1
      ? 'Ein Segment nützt am meisten'
      : `${segments(v.serves)} nützen am meisten und sind am deutlichsten getrennt`,
  'segmentScreen.number.summary': (v) =>
    `Für jede Anzahl von Segmenten: wie deutlich getrennt sie sind und wie gleichmäßig sie Ihre Kunden aufteilen. ${v.finding}.`,
  'segmentScreen.number.axis': () => 'Wie viele',
  'segmentScreen.number.choose': () => 'Anzahl der Segmente zum Ansehen',
  'segmentScreen.number.distinct': () => 'Wie deutlich getrennt',
  'segmentScreen.number.balance': () => 'Vom kleinsten zum größten Segment; die Linie wäre gleichmäßig',
  'segmentScreen.number.smallest': () => 'Kleinstes Segment',
  'segmentScreen.number.largest': () => 'Größtes Segment',
  'segmentScreen.number.note': () => 'Hinweis',
  'segmentScreen.number.together': () => 'kaum getrennt',
  'segmentScreen.number.partly': () => 'teils getrennt',
  'segmentScreen.number.well': () => 'gut getrennt',
  'segmentScreen.number.far': () => 'weit getrennt',
  'segmentScreen.number.verdict': (v, f) =>
    Number(v.k) === 1
      ? 'Ein Segment, in dem alle Ihre Kunden sind.'
      : `${segments(v.k)}${v.distinct === '' ? '' : `: ${v.distinct}`}. Im größten sind ${f.share(Number(v.largest))} Ihrer Kunden, im kleinsten ${f.share(Number(v.smallest))}.`,
  'segmentScreen.number.mark.used': () => 'in Gebrauch',
  'segmentScreen.number.mark.serves': () => 'am nützlichsten',
  'segmentScreen.number.mark.statistical': () => 'am deutlichsten',
  'segmentScreen.number.serves': () => 'Die nützlichste Anzahl',
  'segmentScreen.number.statistical': () => 'Nur nach den Zahlen',
  'segmentScreen.number.away': () => 'Wählen Sie im Bild eine Anzahl, um zu lesen, wie sie sich machen würde.',
  'segmentScreen.number.inUse': () => 'Das sind jetzt Ihre Segmente.',
  'segmentScreen.number.use': (v) => `${segments(v.k)} nehmen`,
  'segmentScreen.number.none': () => 'Auf diese Weise wurde noch keine andere Anzahl probiert.',
  'segmentScreen.number.try': () => 'Jede Anzahl von zwei bis zwölf probieren',
  'segmentScreen.number.compare': () => 'Andere Anzahlen vergleichen',

  // How they are spread
  'segmentScreen.spread.selected': () => 'Ausgewählte Kunden',
  'segmentScreen.spread.selected.note': (v, f) =>
    `Dunkel in der ersten Zeile: ${f.count(Number(v.customers), 'ausgewählter Kunde', 'ausgewählte Kunden')}, typisch ${v.typical}.`,
  'segmentScreen.spread.everybody': () => 'Alle',
  'segmentScreen.spread.how': () =>
    'Hügel zeigen, wo Kunden liegen, alle gleich hoch; der Ring ist der typische Wert, auf der dicken Linie liegt die Hälfte.',
  'segmentScreen.spread.facts': (v, f) =>
    v.count === v.of
      ? Number(v.of) === 1
        ? `${f.number(1)} Merkmal`
        : `Alle ${f.number(Number(v.of))} Merkmale`
      : `${f.number(Number(v.count))} von ${f.count(Number(v.of), 'Merkmal', 'Merkmalen')}`,
  'segmentScreen.spread.choose': () => 'Gezeigte Merkmale',
  'segmentScreen.spread.usual': () => 'Die mit den größten Unterschieden',
  'segmentScreen.spread.finding': (v) => `${v.name}: am höchsten bei „${v.segment}“`,
  'segmentScreen.spread.finding.least': (v) => `${v.name}: am niedrigsten bei „${v.least}“`,
  'segmentScreen.spread.summary': (v) =>
    `Wie die Kunden jedes Segments streuen, verglichen mit allen: ${v.name}. ${v.finding}.`,
  'segmentScreen.spread.one': (v) => `${v.segment}: ${v.name} typisch ${v.typical}`,
  'segmentScreen.spread.axis': (v) => unitText(v.unit),
  'segmentScreen.spread.axis.log': (v) => `${unitText(v.unit)}, logarithmisch`,
  'segmentScreen.spread.axis.flag': () => 'Anteil der Kunden mit Ja; die Linie steht für alle',
  'segmentScreen.spread.yes': () => 'Ja',
  'segmentScreen.spread.quarter': () => 'Ein Viertel hat höchstens',
  'segmentScreen.spread.typical': () => 'Typisch',
  'segmentScreen.spread.threeQuarters': () => 'Drei Viertel haben höchstens',
  'segmentScreen.spread.known': () => 'Kunden mit einem Wert',
  'segmentScreen.spread.beyond': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde liegt', 'Kunden liegen')} jenseits der Enden der Achse.`,
  'segmentScreen.spread.missing': (v, f) => `Bei ${f.count(Number(v.customers), 'Kunden', 'Kunden')} nicht bekannt.`,

  // As large as what they bring
  'segmentScreen.treemap.customers': () => 'Wie groß die Segmente sind',
  'segmentScreen.treemap.area.revenue': () => 'Fläche: Anteil am Umsatz',
  'segmentScreen.treemap.area.customers': () => 'Fläche: Anteil der Kunden',
  'segmentScreen.treemap.below': (v, f) =>
    `Nicht im Bild, weil sie nichts oder weniger als nichts einbringen: ${v.names} (${f.money(Number(v.money))}).`,
  'segmentScreen.treemap.summary': (v) =>
    `Für jedes Segment eine Kachel, so groß wie sein Anteil am Umsatz. ${v.finding}.`,
  'segmentScreen.treemap.summary.customers': () =>
    'Für jedes Segment eine Kachel, so groß wie sein Anteil an den Kunden.',
  'segmentScreen.treemap.ofRevenue': (v, f) => `vom Umsatz · ${f.money(Number(v.money))}`,
  'segmentScreen.treemap.revenue': (v, f) => `${f.share(Number(v.share))} vom Umsatz`,
  'segmentScreen.treemap.customers.share': (v, f) => `${f.share(Number(v.share))} der Kunden`,
  'segmentScreen.treemap.people': (v, f) => `${f.share(Number(v.share))} der Kunden · ${v.customers}`,
  'segmentScreen.treemap.one': (v, f) =>
    v.revenueShare === null
      ? `${v.name}: ${f.share(Number(v.share))} der Kunden`
      : `${v.name}: ${f.share(Number(v.revenueShare))} vom Umsatz, ${f.share(Number(v.share))} der Kunden`,

  // Who they are and what they bring
  'segmentScreen.strip.title': (v, f) =>
    `${quoted(v.name)}: ${f.share(Number(v.share))} Ihrer Kunden, ${f.share(Number(v.revenueShare))} vom Umsatz`,
  'segmentScreen.strip.customers': () => 'Kunden',
  'segmentScreen.strip.revenue': () => 'Umsatz',
  'segmentScreen.strip.summary': (v) =>
    `Oben der Anteil jedes Segments an den Kunden, unten der am Umsatz. ${v.finding}.`,
  'segmentScreen.strip.part': (v, f) => `${v.name} ${f.share(Number(v.share))}`,
  'segmentScreen.strip.tip': (v, f) =>
    v.revenueShare === null
      ? `${f.share(Number(v.share))} Ihrer Kunden`
      : `${f.share(Number(v.share))} Ihrer Kunden, ${f.share(Number(v.revenueShare))} vom Umsatz`,
  'segmentScreen.ownName.merge': (v) =>
    `Ihr eigener Name, aus der Zeit vor dem Zusammenlegen von ${v.count} Segmenten. Nach ihren Zahlen hießen sie „${v.name}“.`,
  'segmentScreen.ownName.split': (v) =>
    `Ihr eigener Name, aus der Zeit vor dem Teilen des Segments. Nach seinen Zahlen hieße dieser Teil „${v.name}“.`,
};
