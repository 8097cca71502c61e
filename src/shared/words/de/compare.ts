import type { compare as english } from '../en/compare.ts';
import type { Format } from '../format.ts';
import type { Translated, Values } from '../phrase.ts';

const customers = (value: unknown, f: Format): string => f.count(Number(value), 'Kunde', 'Kunden');
/** After “von”, “mit”, “um”: one form for all but the nominative. */
const ofCustomers = (value: unknown, f: Format): string => f.count(Number(value), 'Kunden', 'Kunden');
const are = (value: unknown): string => (Number(value) === 1 ? 'ist' : 'sind');
const went = (value: unknown): string => (Number(value) === 1 ? 'ging' : 'gingen');
const names = (v: Values, f: Format): string => f.list(String(v.names).split('\n'));

/** 35 Tage; 120; 18 %. */
const amount = (value: unknown, v: Values, f: Format): string => {
  if (value === null || value === undefined) return 'nicht bekannt';
  const number = Number(value);
  if (v.unit === 'days') return f.count(Math.round(number), 'Tag', 'Tage');
  if (v.unit === 'money') return f.money(number);
  if (v.unit === 'share') return f.share(number);
  return f.number(number, v.unit === 'count' ? 1 : undefined);
};
/** Vor 35 Tagen. */
const ago = (value: unknown, v: Values, f: Format): string =>
  v.unit === 'days' && value !== null && value !== undefined
    ? `vor ${f.count(Math.round(Number(value)), 'Tag', 'Tagen')}`
    : amount(value, v, f);
/** A figure in the middle of them, or their mean where the middle tells nothing. */
const typically = (v: Values): string => (v.average === true ? 'im Durchschnitt' : 'typischerweise');
const times = (value: unknown, f: Format): string =>
  Number(value) === 1 ? 'einmal' : `${f.number(Number(value), 1)}\u00a0Mal`;
const moreChanged = 'Das Übliche hat sich stärker verändert als sie.';

/** Segmentations, ways and months side by side. */
export const compare: Translated<typeof english> = {
  'app.screen.compare': () => 'Vergleich',
  'compare.views': () => 'Was vergleichen',
  'compare.view.runs': () => 'Zwei Einteilungen',
  'compare.view.ways': () => 'Verfahren',
  'compare.view.months': () => 'Monat für Monat',

  // Two segmentations
  'compare.a': () => 'Eine Einteilung',
  'compare.b': () => 'Die andere Einteilung',
  'compare.swap': () => 'Vertauschen',
  'compare.run': (v, f) => (v.asOf === null ? `${v.name}` : `${v.name}, ${f.day(String(v.asOf))}`),
  'compare.run.inUse': (v) => `${v.name} (in Gebrauch)`,
  'compare.run.rebuilt': (v, f) => `${f.day(String(v.asOf))}, nachgebildet`,
  'compare.run.number': (v, f) => `${v.name}, Nr. ${f.number(Number(v.number))}`,
  'compare.title.none': () => 'Vergleich',
  'compare.title.nobody': () => 'Die beiden haben keinen Kunden gemeinsam',
  'compare.title.same': () => 'Beide teilen Ihre Kunden genau gleich ein',
  'compare.title.stayed': (v, f) =>
    v.day === null
      ? 'Niemand hat das Segment gewechselt'
      : `Seit ${f.day(String(v.day))} hat niemand das Segment gewechselt`,
  'compare.title.apart': (v, f) =>
    Number(v.share) >= 0.995
      ? `Beide sind sich fast einig: Nur ${f.number(Number(v.moved))} von ${ofCustomers(v.common, f)} ${are(v.moved)} in einem anderen Segment`
      : `Beide sind sich bei ${f.share(Number(v.share))} Ihrer Kunden einig; ${f.number(Number(v.moved))} ${are(v.moved)} in einem anderen Segment`,
  'compare.title.moved': (v, f) =>
    `Seit ${f.day(String(v.day))} ${Number(v.moved) === 1 ? 'hat' : 'haben'} ${f.number(Number(v.moved))} von ${ofCustomers(v.common, f)} das Segment gewechselt`,
  'compare.subtitle.same': () =>
    'Dieselben Kunden, auf zwei Arten eingeteilt. Klicken Sie auf ein Band, um zu sehen, wer es ist und warum.',
  'compare.subtitle.moved': (v, f) =>
    [
      Number(v.onlyB) > 0 ? `${customers(v.onlyB, f)} ${are(v.onlyB)} neu.` : '',
      Number(v.onlyA) > 0 ? `${customers(v.onlyA, f)} ${are(v.onlyA)} nicht mehr da.` : '',
      'Klicken Sie auf ein Band, um zu sehen, wer es ist und warum.',
    ]
      .filter((part) => part !== '')
      .join(' '),
  'compare.one.title': () => 'Es gibt erst eine Einteilung',
  'compare.one.text': () =>
    'Probieren Sie mehrere Verfahren nebeneinander aus, oder suchen Sie die Segmente mit einer anderen Anzahl neu; dann stehen beide hier.',
  'compare.one.do': () => 'Verfahren vergleichen',
  'compare.different': () => 'Wählen Sie zwei verschiedene Einteilungen.',
  'compare.picture': () => 'Wer wohin ging',
  'compare.picture.summary': (v, f) =>
    `${f.count(Number(v.flows), 'Strom', 'Ströme')} zwischen ${f.count(Number(v.before), 'Segment', 'Segmenten')} und ${f.count(Number(v.after), 'Segment', 'Segmenten')}. Die Pfeiltasten führen von einem zum nächsten, die Eingabetaste wählt seine Kunden aus.`,
  'compare.picture.customers': (v, f) => customers(v.customers, f),
  'compare.picture.gathered': (v, f) =>
    `${f.count(Number(v.count), 'kleiner Strom', 'kleine Ströme')} mit zusammen ${ofCustomers(v.customers, f)} ${are(v.count)} nur angedeutet; die Tabelle zeigt ${Number(v.count) === 1 ? 'ihn' : 'sie alle'}.`,
  'compare.months.gathered': (v, f) =>
    `${f.count(Number(v.count), 'kleiner Strom', 'kleine Ströme')} mit zusammen ${ofCustomers(v.customers, f)} ${are(v.count)} nur angedeutet.`,
  'compare.new': () => 'Neue Kunden seitdem',
  'compare.gone': () => 'Nicht mehr da',
  'compare.table': () => 'Wer wohin ging',
  'compare.table.from': () => 'Von',
  'compare.table.to': () => 'Nach',
  'compare.table.customers': () => 'Kunden',
  'compare.table.revenue': () => 'Ausgegeben',
  'compare.table.why': () => 'Warum',

  // One flow
  'compare.flow.stayed': (v, f) => `${customers(v.customers, f)} ${are(v.customers)} beide Male in „${v.to}“`,
  'compare.flow.moved': (v, f) => `${customers(v.customers, f)} ${went(v.customers)} von „${v.from}“ zu „${v.to}“`,
  'compare.flow.apart': (v, f) =>
    `${customers(v.customers, f)} aus „${v.from}“ ${Number(v.customers) === 1 ? 'zählt' : 'zählen'} im zweiten Fall zu „${v.to}“`,
  'compare.flow.new': (v, f) =>
    v.to === null
      ? `${customers(v.customers, f)} ${are(v.customers)} neu und in keinem Segment`
      : `${customers(v.customers, f)} ${are(v.customers)} neu und in „${v.to}“`,
  'compare.flow.gone': (v, f) =>
    v.from === null
      ? `${customers(v.customers, f)} ohne Segment ${are(v.customers)} nicht mehr da`
      : `${customers(v.customers, f)} aus „${v.from}“ ${are(v.customers)} nicht mehr da`,
  'compare.flow.none': (v, f) => `${customers(v.customers, f)} ${are(v.customers)} beide Male in keinem Segment`,
  'compare.flow.placed': (v, f) => `${customers(v.customers, f)} ohne Segment ${are(v.customers)} jetzt in „${v.to}“`,
  'compare.flow.unplaced': (v, f) =>
    `${customers(v.customers, f)} aus „${v.from}“ ${are(v.customers)} jetzt in keinem Segment`,
  'compare.flow.spent': (v, f) => `Bisher ausgegeben: ${f.money(Math.round(Number(v.revenue)))}`,
  'compare.flow.share': (v, f) => `${f.share(Number(v.share))} der Ausgaben aller Kunden`,
  'compare.flow.close': () => 'Zurück zu allen',
  'compare.flow.list': () => 'Wer sie sind',
  'compare.flow.see': () => 'Unter Kunden ansehen',
  'compare.flow.export': () => 'Liste speichern',
  'compare.flow.export.csv': () => 'Als CSV',
  'compare.flow.export.xlsx': () => 'Als Excel',
  'compare.flow.gone.note': () =>
    'Sie sind in keinem der jetzigen Segmente und lassen sich deshalb dort nicht auswählen.',
  'compare.flow.all': () => 'Größte Wechsel',
  'compare.flow.noMoves': () => 'Niemand ist in einem anderen Segment.',
  'compare.then': (v) => `${v.name}, damals`,
  'compare.now': (v) => `${v.name}, jetzt`,
  'compare.customer': () => 'Kunde',

  // Why
  'compare.why': () => 'Warum',
  'compare.why.share': (v, f) => `${f.share(Number(v.share))} des Grundes`,
  'compare.why.nothing': () => 'Kein einzelnes Merkmal erklärt es: Sie stehen zwischen beiden Segmenten.',
  'compare.why.changed.daysSinceLastOrder': (v, f) =>
    `Letzte Bestellung ${typically(v)}: jetzt ${ago(v.after, v, f)}, damals ${ago(v.before, v, f)}.`,
  'compare.why.changed.orders': (v, f) =>
    `Bis jetzt haben sie ${typically(v)} ${times(v.after, f)} bestellt, damals ${times(v.before, f)}.`,
  'compare.why.changed.totalSpent': (v, f) =>
    `Ausgegeben haben sie ${typically(v)}: jetzt ${amount(v.after, v, f)}, damals ${amount(v.before, v, f)}.`,
  'compare.why.changed.fact': (v, f) =>
    `${v.name}: ${typically(v)} jetzt ${amount(v.after, v, f)}, damals ${amount(v.before, v, f)}.`,
  'compare.why.apart.daysSinceLastOrder': (v, f) =>
    `Letzte Bestellung ${typically(v)}: ${ago(v.after, v, f)}; bei denen, die in beiden zusammenbleiben: ${ago(v.before, v, f)}.`,
  'compare.why.apart.orders': (v, f) =>
    `Sie haben ${typically(v)} ${times(v.after, f)} bestellt; die, die in beiden zusammenbleiben, ${times(v.before, f)}.`,
  'compare.why.apart.totalSpent': (v, f) =>
    `Ausgegeben haben sie ${typically(v)}: ${amount(v.after, v, f)}; die, die in beiden zusammenbleiben: ${amount(v.before, v, f)}.`,
  'compare.why.apart.fact': (v, f) =>
    `${v.name}: ${typically(v)} ${amount(v.after, v, f)}; bei denen, die in beiden zusammenbleiben: ${amount(v.before, v, f)}.`,
  'compare.why.grown.daysSinceLastOrder': (v, f) =>
    `Letzte Bestellung ${typically(v)}: jetzt ${ago(v.after, v, f)}, damals ${ago(v.before, v, f)}. ${moreChanged}`,
  'compare.why.grown.orders': (v, f) =>
    `Bis jetzt haben sie ${typically(v)} ${times(v.after, f)} bestellt, damals ${times(v.before, f)}. ${moreChanged}`,
  'compare.why.grown.totalSpent': (v, f) =>
    `Ausgegeben haben sie ${typically(v)}: jetzt ${amount(v.after, v, f)}, damals ${amount(v.before, v, f)}. ${moreChanged}`,
  'compare.why.grown.fact': (v, f) =>
    `${v.name}: ${typically(v)} jetzt ${amount(v.after, v, f)}, damals ${amount(v.before, v, f)}. ${moreChanged}`,

  // Agreement
  'compare.agreement': () => 'Wie weit sie übereinstimmen',
  'compare.agreement.same': () => 'Ganz: Alle sind in beiden mit denselben Leuten zusammen.',
  'compare.agreement.nearly': (v, f) =>
    Number(v.share) >= 0.995
      ? `Fast ganz: Nur ${f.number(Number(v.moved))} ${are(v.moved)} nicht in beiden im selben Segment.`
      : `Fast ganz: ${f.share(Number(v.share))} sind in beiden im selben Segment.`,
  'compare.agreement.mostly': (v, f) => `Meist: ${f.share(Number(v.share))} sind in beiden im selben Segment.`,
  'compare.agreement.partly': (v, f) => `Zum Teil: ${f.share(Number(v.share))} sind in beiden im selben Segment.`,
  'compare.agreement.hardly': (v, f) => `Kaum: Nur ${f.share(Number(v.share))} sind in beiden im selben Segment.`,
  'compare.agreement.moved': (v, f) =>
    `Anderswo ${are(v.customers)} ${customers(v.customers, f)}; ausgegeben: ${f.money(Math.round(Number(v.revenue)))}, das sind ${f.share(Number(v.share))} der Ausgaben aller Kunden.`,
  'compare.pairs': () => 'Welches Segment welchem entspricht',
  'compare.pairs.same': (v, f) => `${f.share(Number(v.jaccard))} gemeinsam`,
  'compare.pairs.onlyA': () => 'nur in der ersten',
  'compare.pairs.onlyB': () => 'nur in der zweiten',
  'compare.differences': () => 'Anders gemacht',
  'compare.differences.method': (v) => `Die erste: ${v.a}; die zweite: ${v.b}.`,
  'compare.differences.onlyA': (v, f) => `Nur in der ersten berücksichtigt: ${names(v, f)}.`,
  'compare.differences.onlyB': (v, f) => `Nur in der zweiten berücksichtigt: ${names(v, f)}.`,
  'compare.differences.prepared': (v, f) => `In beiden anders gewichtet oder skaliert: ${names(v, f)}.`,

  // Method details: the analyst's words
  'compare.method.ari': () => 'Adjustierter Rand-Index (Hubert & Arabie 1985)',
  'compare.method.ami': () => 'Adjustierte Transinformation (Vinh, Epps & Bailey 2010)',
  'compare.method.jaccard': () => 'Jaccard-Index jedes Segmentpaars',
  'compare.method.pairing': () =>
    'Paare: dieselbe Segment-ID in beiden, danach die exakte Zuordnung mit dem größten Jaccard-Index insgesamt, ab einem Drittel (Kuhn 1955, Jonker & Volgenant 1987). Alle Werte über die gemeinsamen Kunden.',
  'compare.method.why': () =>
    'Gründe: wie viel jedes Merkmal, so wie es aufbereitet ist, zur Änderung des quadrierten Abstands zu den beiden Zentroiden beiträgt, gemittelt über die Kunden eines Stroms; zwischen zwei Verfahren mit denselben Kunden im Vergleich zu denen, die zusammenbleiben.',

  // Ways
  'compare.ways.title': () => 'Was andere Verfahren aus Ihren Kunden machen',
  'compare.ways.title.done': (v, f) =>
    `${f.count(Number(v.ways), 'Verfahren', 'Verfahren')} für dieselben ${customers(v.customers, f)}`,
  'compare.ways.subtitle': () =>
    'Jedes Verfahren betrachtet dieselben Kunden und dieselben Merkmale. Nichts wird behalten, bis Sie eines verwenden.',
  'compare.ways.text': () =>
    'Tessera teilt Ihre Kunden mit jedem dieser Verfahren ein und stellt die Ergebnisse nebeneinander: wie viele Segmente, wie deutlich getrennt, wie ausgewogen, und welches wofür am besten taugt.',
  'compare.ways.choose': () => 'Verfahren zur Wahl',
  'compare.ways.more': () => 'Weitere Verfahren',
  'compare.ways.number': () => 'Wie viele Segmente',
  'compare.ways.own': () => 'Jedes seine eigene Zahl',
  'compare.ways.go': () => 'Nebeneinander ausprobieren',
  'compare.ways.again': () => 'Noch einmal',
  'compare.ways.change': () => 'Andere wählen',
  'compare.ways.job': () => 'Verfahren werden ausprobiert',
  'compare.ways.table': () => 'Verfahren der Einteilung nebeneinander',
  'compare.ways.way': () => 'Verfahren',
  'compare.ways.segments': () => 'Segmente',
  'compare.ways.distinct': () => 'Wie getrennt',
  'compare.ways.repeatable': () => 'Wiederholbar',
  'compare.ways.balanced': () => 'Wie ausgewogen',
  'compare.ways.simple': () => 'Einfache Regeln treffen',
  'compare.ways.time': () => 'Dauer',
  'compare.ways.none': (v, f) => `${customers(v.customers, f)} in keinem Segment`,
  'compare.ways.distinct.strong': () => 'klar getrennt',
  'compare.ways.distinct.fair': () => 'getrennt',
  'compare.ways.distinct.weak': () => 'nah beisammen',
  'compare.ways.distinct.none': () => 'fließend',
  'compare.ways.unknown': () => 'noch ungeprüft',
  'compare.ways.smallest': (v, f) => `kleinstes ${f.share(Number(v.smallest))}, größtes ${f.share(Number(v.largest))}`,
  'compare.ways.ruled': (v, f) => `${f.share(Number(v.share))} der Kunden`,
  'compare.ways.seconds': (v, f) =>
    Number(v.seconds) < 0.1
      ? `weniger als ${f.number(0.1, 1)} s`
      : `${f.number(Number(v.seconds), Number(v.seconds) < 10 ? 1 : 0)} s`,
  'compare.ways.use': () => 'Verwenden',
  'compare.ways.use.way': (v) => `Verwenden: ${v.name}`,
  'compare.ways.inUse': () => 'In Gebrauch',
  'compare.ways.agreement': () => 'Wie weit sie übereinstimmen',
  'compare.ways.agreement.text': () => '100 % ist dieselbe Einteilung, 0 % nicht mehr Gemeinsames als durch Zufall.',
  'compare.ways.agreement.cell': (v, f) =>
    `${v.one} und ${v.other}: ${f.share(Math.max(0, Number(v.value)))} Übereinstimmung`,
  'compare.ways.best': () => 'Was wofür am besten taugt',
  'compare.ways.best.distinct': (v) => `Segmente, die sich am klarsten abheben: ${v.name}.`,
  'compare.ways.best.balanced': (v, f) =>
    `Segmente ähnlicher Größe, jedes eine Aktion wert: ${v.name}; selbst das kleinste umfasst ${f.share(Number(v.value))}.`,
  'compare.ways.best.repeatable': (v) => `Segmente, die sich mit anderen Kunden wieder ergeben: ${v.name}.`,
  'compare.ways.best.simple': (v, f) =>
    Number(v.value) >= 1
      ? `Am leichtesten zu erklären: ${v.name}; einfache Regeln sagen genau, wer wo ist.`
      : `Am leichtesten zu erklären: ${v.name}; einfache Regeln sagen es bei ${f.share(Number(v.value))} der Kunden.`,
  'compare.ways.best.agreed': (v, f) =>
    `Den anderen am ähnlichsten: ${v.name}; Übereinstimmung mit ihnen: ${f.share(Math.max(0, Number(v.value)))}.`,
  'compare.ways.best.odd': (v, f) =>
    `Um Kunden zu finden, die niemandem gleichen: ${v.name}; in keinem Segment: ${f.number(Number(v.value))}.`,
  'compare.ways.method': () =>
    'Wie getrennt: mittlere Silhouette. Wie ausgewogen: Gleichmäßigkeit der Größen (Pielou 1966). Übereinstimmung: adjustierter Rand-Index. Einfache Regeln treffen: Trefferquote eines flachen Entscheidungsbaums auf zurückgehaltenen Daten. Wiederholbar: mittlerer Bootstrap-Jaccard einer behaltenen Einteilung mit denselben Zuordnungen. Startwert 1.',
  'compare.ways.method.silhouette': (v, f) => `Silhouette ${f.number(Number(v.value), 3)}`,

  // Months
  'compare.months.title': (v, f) =>
    `${f.count(Number(v.months), 'Monat', 'Monate')}, ${f.day(String(v.from))} bis ${f.day(String(v.to))}`,
  'compare.months.title.grew': (v, f) =>
    `${f.day(String(v.from))} bis ${f.day(String(v.to))}: „${v.name}“ wuchs am meisten, um ${ofCustomers(v.by, f)}`,
  'compare.months.title.one': () => 'Bisher ein Monat',
  'compare.months.subtitle': () =>
    'Jede Spalte ist ein Monat. Klicken Sie auf ein Band, um zu sehen, wer wohin ging und warum.',
  'compare.months.rebuilt.note': (v, f) =>
    `${Number(v.count) === Number(v.all) - 1 ? 'Alle Monate außer dem letzten' : f.count(Number(v.count), 'Monat', 'Monate')} ${Number(v.count) === 1 && Number(v.all) !== 2 ? 'ist' : 'sind'} nachgebildet: heute errechnet aus den Bestellungen bis dahin, mit den Segmenten von heute. Merkmale ohne Datum zählen so, wie sie jetzt sind.`,
  'compare.months.empty.title': () => 'Sehen Sie, wie Ihre Segmente entstanden',
  'compare.months.empty.text': () =>
    'Bisher gibt es einen Import. Tessera kann zurückblicken: Es sucht die Segmente von heute zu früheren Monatsenden, aus denselben Bestellungen und nichts Späterem. Das ist eine Nachbildung, und so wird sie auch gekennzeichnet.',
  'compare.months.empty.none': () =>
    'Nehmen Sie die Datei des nächsten Monats hinzu, dann stehen die Monate hier nebeneinander. Die jetzigen Daten reichen nicht weit genug zurück, um einen früheren Monat nachzubilden.',
  'compare.months.rebuild': (v, f) => `${f.count(Number(v.months), 'Monat', 'Monate')} nachbilden`,
  'compare.months.rebuild.more': () => 'Frühere Monate nachbilden',
  'compare.months.rebuild.many': () => 'Wie viele Monate',
  'compare.months.rebuild.option': (v, f) => f.count(Number(v.months), 'Monat', 'Monate'),
  'compare.months.job': () => 'Frühere Monate werden nachgebildet',
  'compare.months.picture': () => 'Wer wohin ging, Monat für Monat',
  'compare.months.sizes': () => 'Kunden je Segment',
  'compare.months.comings': () => 'Wer kam und wer ging',
  'compare.months.new': () => 'Zum ersten Mal da',
  'compare.months.left': () => 'Nicht mehr da',
  'compare.months.month': () => 'Monat',
  'compare.months.all': () => 'Alle Kunden',
  'compare.months.revenue': () => 'Ausgegeben',
  'compare.months.rebuilt': () => 'Nachbildung',
  'compare.months.measure': () => 'Was zeigen',
  'compare.months.measure.customers': () => 'Kunden',
  'compare.months.measure.revenue': () => 'Ausgegeben',
  'compare.months.line': (v, f) =>
    `${v.name}: ${v.first} am ${f.day(String(v.from))}, ${v.last} am ${f.day(String(v.to))}`,
  'compare.timeLeft': (v, f) =>
    Number(v.seconds) < 60
      ? `noch etwa ${f.count(Math.max(1, Math.round(Number(v.seconds))), 'Sekunde', 'Sekunden')}`
      : `noch etwa ${f.count(Math.round(Number(v.seconds) / 60), 'Minute', 'Minuten')}`,
};
