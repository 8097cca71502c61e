import type { mending as english } from '../en/mending.ts';
import type { Format } from '../format.ts';
import type { Translated, Values } from '../phrase.ts';

/** Nominative, accusative and dative alike. */
const rows = (v: Values, f: Format): string => f.count(Number(v.rows), 'Zeile', 'Zeilen');

/** The screen on which a shop looks at what may be wrong with its tables, and mends it. */
export const mending: Translated<typeof english> = {
  'mend.title': (v, f) =>
    Number(v.findings) === 0
      ? 'In Ihren Tabellen ist nichts zu verbessern'
      : `${f.count(Number(v.findings), 'Stelle', 'Stellen')} in Ihren Tabellen ${Number(v.findings) === 1 ? 'ist' : 'sind'} einen Blick wert`,
  'mend.title.first': () => 'Sind Ihre Tabellen in Ordnung?',
  'mend.subtitle': (v, f) => `${rows(v, f)} durchgesehen, Zelle für Zelle.`,
  'mend.before': () => 'Stand vor Ihrer letzten Änderung. Wird neu durchgesehen …',
  'mend.before.still': () => 'Stand vor Ihrer letzten Änderung.',
  'mend.job': () => 'Qualität Ihrer Tabellen',
  'mend.again': () => 'Neu prüfen',
  'mend.cancelled.title': () => 'Ihre Tabellen wurden nicht durchgesehen',
  'mend.cancelled': () =>
    'Tessera sucht nach leeren und unmöglichen Zellen, nach Zeilen, die doppelt dastehen, und nach Namen in mehreren Schreibweisen.',
  'mend.noData.title': () => 'Noch gibt es nichts durchzusehen',
  'mend.noData': () => 'Bringen Sie eine Tabelle, dann steht hier, was daran vielleicht nicht stimmt.',

  'mend.view': () => 'Was gezeigt wird',
  'mend.view.findings': () => 'Gefundenes',
  'mend.view.rules': () => 'Was nicht zählen muss',
  'mend.source': () => 'Tabelle',
  'mend.source.all': () => 'Alle Tabellen',

  'mend.score': () => 'von 100',
  'mend.score.spoken': (v, f) => `Insgesamt ${f.number(Number(v.score), 0)} von 100`,
  'mend.parts': () => 'Woraus sich die Note ergibt',
  'mend.part.completeness': () => 'Ausgefüllt',
  'mend.part.completeness.what': () => 'Steht in den wichtigen Zellen etwas?',
  'mend.part.uniqueness': () => 'Nur einmal',
  'mend.part.uniqueness.what': () => 'Steht alles nur einmal da?',
  'mend.part.validity': () => 'Möglich',
  'mend.part.validity.what': () => 'Kann jeder Wert stimmen?',
  'mend.part.consistency': () => 'Ein Name',
  'mend.part.consistency.what': () => 'Hat jedes Ding nur einen Namen?',
  'mend.part.keys': () => 'Eindeutig',
  'mend.part.keys.what': () => 'Lassen sich Kunden und Bestellungen auseinanderhalten?',
  'mend.part.freshness': () => 'Aktuell',
  'mend.part.freshness.what': () => 'Ist jeder Tag da, bis heute?',
  'mend.part.none': () => 'nicht beurteilt',
  'mend.part.only': (v) => `Nur zeigen, was „${v.part}“ betrifft`,

  'mend.findings': () => 'Was gefunden wurde',
  'mend.findings.none': () => 'Nichts dergleichen wurde gefunden.',
  'mend.clean.title': () => 'Alles ist in Ordnung',
  'mend.clean': () => 'Keine Zelle ist unmöglich, nichts steht doppelt da, und jedes Ding hat nur einen Namen.',
  'mend.severity.high': () => 'Ernst',
  'mend.severity.medium': () => 'Lohnend',
  'mend.severity.low': () => 'Klein',
  'mend.severity.info': () => 'Gut zu wissen',
  'mend.oneClick': () => 'Ein Klick',
  'mend.rows': (v, f) => rows(v, f),
  'mend.money': (v, f) => `${f.money(Number(v.money))} Umsatz`,

  'mend.table': () => 'Die Zeilen, um die es geht',
  'mend.table.of': (v, f) =>
    Number(v.shown) < Number(v.rows)
      ? `Die ersten ${f.number(Number(v.shown))} von ${rows(v, f)}`
      : f.count(Number(v.shown), 'Zeile', 'Zeilen'),
  'mend.table.none': () => 'Hier geht es um die ganze Tabelle, nicht um einzelne Zeilen.',
  'mend.table.row': () => 'Zeile',
  'mend.table.empty': () => 'leer',
  'mend.cell.marked': () => 'die Zelle, um die es geht',

  'mend.where': () => 'Wo',
  'mend.where.column': (v) => `Spalte „${v.column}“`,
  'mend.fix': () => 'Verbessern',
  'mend.fix.setMissing': (v, f) =>
    `${f.count(Number(v.rows), 'Zelle zählt', 'Zellen zählen')} von da an als leer. Was in der Datei steht, bleibt daneben erhalten.`,
  'mend.fix.merge': (v, f) =>
    `${f.count(Number(v.rows), 'Zelle wird', 'Zellen werden')} in der häufigsten Schreibweise gelesen. Was in der Datei steht, bleibt daneben erhalten.`,
  'mend.fix.merge.pair': (v) => `Aus „${v.from}“ wird „${v.to}“`,
  'mend.fix.merge.more': (v, f) => `und ${f.count(Number(v.count), 'weitere Schreibweise', 'weitere Schreibweisen')}`,
  'mend.fix.setAside': (v, f) =>
    `${f.count(Number(v.rows), 'Zeile zählt', 'Zeilen zählen')} nicht mehr${v.money === null ? '' : `, und mit ${Number(v.rows) === 1 ? 'ihr' : 'ihnen'} ${f.money(Number(v.money))} Umsatz`}. Nichts wird gelöscht.`,
  'mend.fix.rule': (v, f) =>
    `Keine genaue Wiederholung zählt mehr: ${rows(v, f)}${v.money === null ? '' : ` mit ${f.money(Number(v.money))} Umsatz`}. Nichts wird gelöscht.`,
  'mend.fix.undo': () => 'Sie können es jederzeit rückgängig machen.',
  'mend.fix.none': () =>
    'Mit einem Klick ist das nicht zu beheben. Sehen Sie sich die Zeilen an: Verbessern Sie sie in Ihrer Datei und bringen Sie sie noch einmal, oder lassen Sie alles, wie es ist.',
  'mend.fix.info': () => 'Hier ist nichts zu verbessern. Es ist nur gut zu wissen.',
  'mend.fix.identity': () => 'Wer derselbe Kunde sein kann',
  'mend.fix.job': () => 'Verbessern',
  'mend.fix.done': (v, f) => `Fertig: ${f.count(Number(v.rows), 'Stelle wurde', 'Stellen wurden')} verbessert.`,

  'mend.rules': () => 'Zeilen, die nicht zählen müssen',
  'mend.rules.hint': () =>
    'Sie zählen, bis Sie sie beiseitelegen. Sehen Sie sich zuerst an, was das bewirken würde. Nichts wird gelöscht.',
  'mend.rule.none': () => 'Keine solchen Zeilen',
  'mend.rule.switch': (v) => `Beiseitelegen: ${v.what}`,
  'mend.rule.look': () => 'Was würde es ändern?',
  'mend.rule.look.of': (v) => `Was würde es ändern: ${v.what}`,
  'mend.rule.on': (v) => `„${v.what}“ zählen nicht mehr.`,
  'mend.rule.off': (v) => `„${v.what}“ zählen wieder.`,
  'mend.rule.nothing': () => 'In Ihren Tabellen gibt es keine solchen Zeilen.',
  'mend.rule.ask': () =>
    'Wählen Sie neben einer Regel „Was würde es ändern?“, um Ihre Zahlen mit und ohne sie zu sehen.',
  'mend.preview.job': () => 'Zählen mit und ohne',
  'mend.preview.on': () => 'Wenn diese Zeilen beiseitegelegt wären',
  'mend.preview.off': () => 'Wenn diese Zeilen wieder zählten',
  'mend.preview.what': () => 'Ihre Zahlen',
  'mend.preview.now': () => 'Jetzt',
  'mend.preview.then': () => 'Dann',
  'mend.preview.change': () => 'Änderung',
  'mend.preview.customers': () => 'Kunden',
  'mend.preview.orders': () => 'Bestellungen',
  'mend.preview.orderLines': () => 'Zeilen, die zählen',
  'mend.preview.revenue': () => 'Umsatz',
  'mend.preview.do': () => 'Beiseitelegen',
  'mend.preview.undo': () => 'Wieder zählen',
  'mend.preview.examples': () => 'Zum Beispiel',
};
