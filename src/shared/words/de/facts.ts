import type { facts as english } from '../en/facts.ts';
import type { Translated } from '../phrase.ts';

/** The screen of customer facts: what can be said of every customer, and which of it segments are made from. */
export const facts: Translated<typeof english> = {
  'facts.title': (v, f) =>
    `${f.count(Number(v.facts), 'Merkmal', 'Merkmale')} zu jedem Ihrer ${f.count(Number(v.customers), 'Kunden', 'Kunden')}`,
  'facts.title.first': () => 'Was sich über jeden Kunden sagen lässt',
  'facts.subtitle': (v, f) =>
    v.day === null
      ? 'So, wie es in Ihren Tabellen steht.'
      : `Stand: ${f.day(String(v.day))}. Was danach kam, zählt nicht.`,
  'facts.job': () => 'Merkmale',
  'facts.noData.title': () => 'Noch gibt es keine Kunden',
  'facts.noData': () => 'Bringen Sie eine Tabelle mit, dann steht hier alles, was sich über Ihre Kunden sagen lässt.',
  'facts.large.title': () => 'Sie haben viele Kunden',
  'facts.large': (v, f) =>
    `Alle Merkmale von ${f.count(Number(v.customers), 'Kunden', 'Kunden')} zu berechnen, dauert eine Weile und macht das Projekt größer.`,
  'facts.large.do': () => 'Berechnen',
  'facts.find': () => 'Merkmal suchen',
  'facts.find.none': () => 'Kein Merkmal heißt so.',
  'facts.day': () => 'Stand',
  'facts.day.last': () => 'Letzter Kauf',
  'facts.list': () => 'Merkmale',

  'facts.group.recency': () => 'Wann sie zuletzt kauften',
  'facts.group.money': () => 'Wie viel sie ausgeben',
  'facts.group.baskets': () => 'Warenkörbe',
  'facts.group.rhythm': () => 'Wie regelmäßig sie kaufen',
  'facts.group.categories': () => 'Was sie kaufen',
  'facts.group.returns': () => 'Rücksendungen und Rabatte',
  'facts.group.channels': () => 'Wo sie kaufen',
  'facts.group.engagement': () => 'Besuche, geöffnete E-Mails und anderes',
  'facts.group.demographics': () => 'Wer sie sind',
  'facts.group.season': () => 'Wochentage und Jahreszeiten',
  'facts.group.scores': () => 'Punkte',
  'facts.group.ahead': () => 'Was zu erwarten ist',
  'facts.group.own': () => 'Ihre eigenen',

  'facts.missing': (v, f) => `bei ${f.share(Number(v.share))} unbekannt`,
  'facts.middle': () => 'Mitte',
  'facts.use': (v) => `Segmente bilden aus: ${v.fact}`,
  'facts.spread': (v) => `So verteilt sich „${v.fact}“: von ${v.low} bis ${v.high}, die Mitte ist ${v.middle}`,
  'facts.spread.none': () => 'Darüber ist nichts bekannt.',

  'facts.how': () => 'So wird es berechnet',
  'facts.figures': () => 'Wie sich die Kunden darin unterscheiden',
  'facts.figure.lowest': () => 'Kleinster Wert',
  'facts.figure.quarter': () => 'Ein Viertel liegt unter',
  'facts.figure.middle': () => 'Mitte',
  'facts.figure.threeQuarters': () => 'Ein Viertel liegt über',
  'facts.figure.highest': () => 'Größter Wert',
  'facts.figure.missing': () => 'Kunden ohne Angabe',
  'facts.unit': () => 'Einheit',
  'facts.unit.days': () => 'Tage',
  'facts.unit.count': () => 'Anzahl',
  'facts.unit.money': () => 'Geld',
  'facts.unit.number': () => 'einfache Zahl',
  'facts.unit.share': () => 'Anteil an 1',
  'facts.from': () => 'Woher es kommt',
  'facts.from.column': (v) => `„${v.column}“ in ${v.source}`,
  'facts.from.open': (v) => `Tabelle mit „${v.column}“ zeigen`,
  'facts.remove': () => 'Merkmal entfernen',
  'facts.removed': (v) => `„${v.name}“ wurde entfernt.`,

  'facts.chosen': (v, f) => `${f.count(Number(v.count), 'Merkmal', 'Merkmale')} für Segmente gewählt`,
  'facts.chosen.usual': () => 'Die üblichen',
  'facts.chosen.go': () => 'Segmente daraus bilden',
  'facts.chosen.way': (v, f) =>
    Number(v.count) === 1
      ? 'Aus dem einen Merkmal, das Sie unter „Merkmale“ gewählt haben.'
      : `Aus den ${f.number(Number(v.count))} Merkmalen, die Sie unter „Merkmale“ gewählt haben.`,
  'facts.chosen.job': () => 'Segmente werden gesucht',

  'facts.own': () => 'Eigenes Merkmal',
  'facts.own.name': () => 'Wie es heißen soll',
  'facts.own.formula': () => 'Formel',
  'facts.own.formula.hint': () =>
    'Zum Beispiel totalSpent / orders. Erlaubt sind + − × ÷ als + - * /, Klammern und if(…, …, …).',
  'facts.own.insert': () => 'Merkmal einfügen',
  'facts.own.unit': () => 'Einheit',
  'facts.own.keep': () => 'Behalten',
  'facts.own.kept': (v) => `„${v.name}“ ist jetzt ein Merkmal Ihrer Kunden.`,
  'facts.own.first': () => 'Was sich für die ersten Kunden ergibt',
  'facts.own.nothing': () => 'nichts',
  'facts.own.missing': (v, f) => `Für ${f.count(Number(v.count), 'Kunden', 'Kunden')} ergibt sich nichts.`,
  'facts.own.untried': () => 'Die Formel ist lesbar. Ausprobiert wird sie, sobald Sie sie behalten.',
  'facts.own.empty': () => 'Schreiben Sie eine Formel und sehen Sie hier, was sich ergibt.',

  'facts.scores': () => 'Punkte',
  'facts.scores.title': () => 'Ab wann es Punkte gibt',
  'facts.scores.hint': () =>
    'Es gibt jeweils 1 bis 5 Punkte. Bleibt ein Feld leer, bekommt je ein Fünftel Ihrer Kunden dieselbe Punktzahl; oder Sie legen die Stufen mit vier steigenden Zahlen selbst fest.',
  'facts.scores.recency': () => 'Tage seit letzter Bestellung',
  'facts.scores.frequency': () => 'Bestellungen',
  'facts.scores.money': () => 'Umsatz gesamt',
  'facts.scores.example': (v) => `zum Beispiel ${v.example}`,
  'facts.scores.wrong': () => 'Vier Zahlen, jede größer als die vorige',
  'facts.scores.use': () => 'Übernehmen',

  'facts.export': () => 'Merkmale speichern',
  'facts.export.csv': () => 'Als CSV',
  'facts.export.xlsx': () => 'Als Excel-Datei',
  'facts.figure.skewness': () => 'Schiefe',
};
