import type { quality as english } from '../en/quality.ts';
import type { Format } from '../format.ts';
import type { Phrase, Translated, Values } from '../phrase.ts';

const rows = (v: Values, f: Format): string => f.count(Number(v.rows), 'Zeile', 'Zeilen');
const cells = (v: Values, f: Format): string => f.count(Number(v.rows), 'Zelle', 'Zellen');
/** The verb that fits the number of rows. */
const verb = (v: Values, one: string, many: string): string => (Number(v.rows) === 1 ? one : many);
/** Quotation marks as they are set in German, in texts that come quoted. */
const quoted = (text: unknown): string => String(text).replace(/“([^”]*)”/g, '„$1“');

const why =
  (good: string, bad: string): Phrase =>
  (v, f) =>
    Number(v.findings) === 0 ? good : `${f.count(Number(v.findings), 'Hinweis', 'Hinweise')}: ${bad}`;

/** In years where days are too many to picture. */
const longAgo = (days: number, f: Format): string =>
  days < 730 ? f.count(days, 'Tag', 'Tagen') : `rund ${f.number(Math.round(days / 365.25))} Jahren`;

/** What the quality report says, and the rules that are off until somebody wants them. */
export const quality: Translated<typeof english> = {
  'aside.byHand': () => 'Unter „Qualität“ beiseitegelegt',
  'aside.byHand.why': () => 'Sie haben gesagt, dass diese Zeilen nicht zählen sollen.',
  'aside.test': () => 'Testkäufe',
  'aside.test.why': () =>
    'Im Namen, in der E-Mail-Adresse oder im Artikel steht „test“, oder sie kosten nur einen Cent.',
  'aside.duplicate': () => 'Doppelte Zeilen',
  'aside.duplicate.why': () =>
    'Genau dieselbe Zeile steht weiter oben. Innerhalb einer Bestellung kann das stimmen: zweimal dasselbe in den Korb gelegt.',
  'aside.nonProduct': () => 'Porto, Gebühren, Gutscheine',
  'aside.nonProduct.why': () => 'Was außer der Ware berechnet oder gutgeschrieben wird.',
  'aside.returned': () => 'Zurückgegebene Käufe',
  'aside.returned.why': () =>
    'Eine spätere Zeile nimmt den ganzen Kauf zurück. Kam nur ein Teil zurück, zählt der Kauf ganz.',
  'aside.wholesale': () => 'Einmalige Großabnehmer',
  'aside.wholesale.why': () => 'Eine oder zwei Bestellungen, weit größer als alle anderen.',

  'app.stage.checking': () => 'Ihre Tabellen werden durchgesehen',

  'quality.part.completeness': (v, f) =>
    Number(v.share) === 1
      ? 'Wo es darauf ankommt, fehlt nichts.'
      : `${Number(v.share) > 0.99 ? 'Über 99\u00a0%' : f.share(Number(v.share))} der wichtigen Zellen sind ausgefüllt.`,
  'quality.part.completeness.none': () => 'Noch gibt es nichts zu beurteilen.',
  'quality.part.uniqueness': why('Nichts steht doppelt da.', 'Manche Zeilen stehen wohl doppelt da.'),
  'quality.part.uniqueness.none': () => 'Noch gibt es nichts zu beurteilen.',
  'quality.part.validity': why('Jeder Wert kann stimmen.', 'Manche Werte können nicht stimmen.'),
  'quality.part.validity.none': () => 'Noch gibt es nichts zu beurteilen.',
  'quality.part.consistency': why('Alles hat nur einen Namen.', 'Manches hat mehrere Namen.'),
  'quality.part.consistency.none': () => 'Noch gibt es nichts zu beurteilen.',
  'quality.part.keys': why(
    'Kunden und Bestellungen lassen sich auseinanderhalten.',
    'Kunden oder Bestellungen sind vielleicht vermischt.',
  ),
  'quality.part.keys.none': () => 'Noch gibt es nichts zu beurteilen.',
  'quality.part.freshness': why('Die Tage folgen aufeinander, wie sie sollen.', 'Es fehlt ein Zeitraum.'),
  'quality.part.freshness.none': () => 'In keiner Tabelle steht ein Datum.',

  'quality.missing': (v, f) => `„${v.column}“ ist in ${rows(v, f)} leer (${f.share(Number(v.share))}).`,
  'quality.empty': (v) => `„${v.column}“ ist in jeder Zeile leer.`,
  'quality.duplicates': (v, f) =>
    `${rows(v, f)} ${verb(v, 'wiederholt', 'wiederholen')} Wort für Wort eine frühere Zeile.${v.mayBeReal ? ' Das kann stimmen: Nichts in dieser Tabelle unterscheidet die Zeilen voneinander.' : ''}`,
  'quality.duplicates.lines': (v, f) =>
    `${rows(v, f)} ${verb(v, 'wiederholt', 'wiederholen')} Wort für Wort eine frühere Zeile. Innerhalb einer Bestellung kann das stimmen: zweimal dasselbe in den Korb gelegt.`,
  'quality.nearDuplicates': (v, f) =>
    `${rows(v, f)} ${verb(v, 'nennt', 'nennen')} wohl einen Kunden, den es schon gibt: derselbe Name oder dieselbe E-Mail-Adresse bis auf Großschreibung, Leerzeichen oder Akzente.`,
  'quality.odd': (v, f) =>
    `${cells(v, f)} in „${v.column}“ ${verb(v, 'passt', 'passen')} nicht zu den anderen dort. Sie ${verb(v, 'bleibt', 'bleiben')}, wie sie geschrieben ${verb(v, 'wurde', 'wurden')}.`,
  'quality.impossibleBirth': (v, f) =>
    `Nach ${rows(v, f)} in „${v.column}“ wäre jemand über ${f.number(Number(v.age))} Jahre alt oder noch gar nicht geboren.`,
  'quality.impossibleAge': (v, f) =>
    `${rows(v, f)} in „${v.column}“ ${verb(v, 'nennt', 'nennen')} ein Alter, das niemand hat.`,
  'quality.futureDate': (v, f) =>
    `${rows(v, f)} in „${v.column}“ ${verb(v, 'liegt', 'liegen')} nach dem ${f.day(String(v.day))}, also in der Zukunft.`,
  'quality.longAgo': (v, f) =>
    `${rows(v, f)} in „${v.column}“ ${verb(v, 'liegt', 'liegen')} vor 1970, lange vor allen anderen.`,
  'quality.negative': (v, f) => `${rows(v, f)} in „${v.column}“ ${verb(v, 'liegt', 'liegen')} unter null, sonst keine.`,
  'quality.placeholder': (v, f) =>
    `In „${v.column}“ steht ${v.values} in ${rows(v, f)}. Das sieht nach einem Platzhalter für „unbekannt“ aus.`,
  'quality.badEmail': (v, f) =>
    `${rows(v, f)} in „${v.column}“ ${verb(v, 'enthält', 'enthalten')} keine gültige E-Mail-Adresse.`,
  'quality.outliers': (v, f) =>
    `${rows(v, f)} in „${v.column}“ ${verb(v, 'liegt', 'liegen')} weit weg von allen anderen (die Mitte ist ${f.number(Number(v.median))}). Das kann durchaus stimmen.`,
  'quality.constant': (v) => `In „${v.column}“ steht in jeder Zeile „${v.value}“, das sagt also nichts aus.`,
  'quality.spellings': (v, f) =>
    `In „${v.column}“ gibt es für ${f.count(Number(v.groups), 'Ding', 'Dinge')} mehrere Schreibweisen, zum Beispiel ${quoted(v.example)}.`,
  'quality.misspelling': (v, f) =>
    `In „${v.column}“ ${Number(v.groups) === 1 ? 'steht' : 'stehen'} ${f.count(Number(v.groups), 'seltenes Wort, das ein Tippfehler sein kann', 'seltene Wörter, die Tippfehler sein können')}, zum Beispiel ${quoted(v.example)}.`,
  'quality.abbreviation': (v) => `„${v.from}“ und „${v.to}“ in „${v.column}“ meinen vielleicht dasselbe.`,
  'quality.rareCategories': (v, f) =>
    `In „${v.column}“ steht ${quoted(v.values)} in nur ${rows(v, f)}. Vielleicht hat das jemand zum Spaß eingetippt.`,
  'quality.keySpellings': (v, f) =>
    `${f.count(Number(v.rows), 'Kunde ist', 'Kunden sind')} verschieden geschrieben (Großschreibung, Leerzeichen, führende Nullen) und ${verb(v, 'wird', 'werden')} getrennt gezählt, zum Beispiel ${quoted(v.example)}.`,
  'quality.sharedOrder': (v, f) =>
    `${f.count(Number(v.rows), 'Bestellnummer gehört', 'Bestellnummern gehören')} zu mehreren Kunden.`,
  'quality.longOrder': (v, f) =>
    `${f.count(Number(v.rows), 'Bestellnummer geht', 'Bestellnummern gehen')} über mehrere Tage.`,
  'quality.repeatedKey': (v, f) =>
    `${rows(v, f)} in „${v.column}“ ${verb(v, 'nennt einen Kunden, der schon eine Zeile hat', 'nennen Kunden, die schon eine Zeile haben')}. Für jeden zählt die letzte Zeile.`,
  'quality.gap': (v, f) =>
    `Vom ${f.day(String(v.from))} bis zum ${f.day(String(v.to))} gibt es nichts${Number(v.holes) > 1 ? ', und in anderen Zeiträumen auch nicht' : ''}. Fehlt eine Datei?`,
  'quality.stale': (v, f) =>
    `Der letzte Tag ist der ${f.day(String(v.last))}, vor ${longAgo(Number(v.days), f)}. Gibt es eine neuere Datei?`,

  'quality.fix.setMissing': (v, f) => `${cells(v, f)} in „${v.column}“ als leer zählen`,
  'quality.fix.merge': (v, f) =>
    Number(v.groups) === 1
      ? `In ${cells(v, f)} von „${v.column}“: „${v.to}“ schreiben`
      : `In ${cells(v, f)} von „${v.column}“ einheitlich schreiben`,
  'quality.fix.setAside': (v, f) => `${rows(v, f)} beiseitelegen`,
  'quality.fix.rule': (v, f) => `Alles Doppelte beiseitelegen (${rows(v, f)})`,
};
