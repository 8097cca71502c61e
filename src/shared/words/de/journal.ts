import type { journal as english } from '../en/journal.ts';
import type { Format } from '../format.ts';
import type { Phrase, Translated } from '../phrase.ts';

/** In the dative: they follow „von“. */
const rules: Readonly<Record<string, string>> = {
  noCustomer: 'Zeilen ohne Kunden',
  cancelled: 'stornierten Bestellungen',
  notAboveZero: 'Zeilen, deren Menge oder Preis nicht über null liegt',
  byHand: 'von Hand markierten Zeilen',
  test: 'Testbestellungen',
  duplicate: 'genauen Wiederholungen',
  nonProduct: 'Porto, Gebühren und Gutscheinen',
  returned: 'zurückgegebenen Käufen',
  wholesale: 'einmaligen Großabnehmern',
};
const ways: Record<string, string> = {
  kmeans: 'schnell',
  ward: 'aus dem Baum',
  average: 'aus einem Baum der Durchschnitte',
  complete: 'aus einem Baum der fernsten Nachbarn',
  single: 'aus einem Baum der nächsten Nachbarn',
  weighted: 'aus einem Baum der ausgewogenen Durchschnitte',
  microward: 'aus dem schnellen Baum',
  gmm: 'mit überlappenden Gruppen',
  hdbscan: 'wo sich Kunden häufen',
  kmedoids: 'um typische Kunden herum',
  rules: 'nach einfachen Regeln',
};
const way = (method: unknown): string => ways[String(method)] ?? 'mit einem anderen Verfahren';
const ruleOf: (what: string) => Phrase = (what) => (v) => `${what} von ${rules[String(v.reason)] ?? v.reason}`;

// All in the dative.
const rows = (count: unknown, f: Format): string => f.count(Number(count), 'Zeile', 'Zeilen');
const cells = (count: unknown, f: Format): string => f.count(Number(count), 'Zelle', 'Zellen');
const segments = (count: unknown, f: Format): string => f.count(Number(count), 'Segment', 'Segmenten');
const customers = (count: unknown, f: Format): string => f.count(Number(count), 'Kunden', 'Kunden');

/** What was done, short enough for „Rückgängig: …“ and a history list: nouns, so that they fit behind it. */
export const journal: Translated<typeof english> = {
  'journal.import': (v, f) => `Hinzufügen von „${v.file}“ (${rows(v.rows, f)})`,
  'journal.importMany': (v, f) => `Hinzufügen von ${f.count(Number(v.files), 'Datei', 'Dateien')} (${rows(v.rows, f)})`,
  // Several columns come with English quotation marks between them.
  'journal.reread': (v) => `Neues Einlesen von „${String(v.columns).replaceAll('”, “', '“, „')}“ aus „${v.file}“`,
  'journal.ruleOn': ruleOf('Beiseitelegen'),
  'journal.ruleOff': ruleOf('Mitzählen'),
  'journal.fix.setMissing': (v, f) => `Zählen von ${cells(v.rows, f)} in „${v.column}“ als leer`,
  'journal.fix.merge': (v, f) => `Gleiche Schreibweise in ${cells(v.rows, f)} von „${v.column}“`,
  'journal.fix.setAside': (v, f) => `Beiseitelegen von ${rows(v.rows, f)} nach „${v.column}“`,
  'journal.segmentation': (v, f) => `Bilden von ${segments(v.k, f)} (${way(v.method)})`,
  'journal.activate': (v, f) => `Wechsel zu ${segments(v.k, f)} (${way(v.method)})`,
  'journal.rename': (v) => `Umbenennen eines Segments in „${v.name}“`,
  'journal.featureAdded': (v) => `Neues Merkmal „${v.name}“`,
  'journal.featureRemoved': (v) => `Entfernen des Merkmals „${v.name}“`,
  'journal.merge': (v, f) => `Zusammenlegen von ${segments(v.count, f)}`,
  'journal.split': (v, f) => `Teilen eines Segments in ${f.count(Number(v.parts), 'Teil', 'Teile')}`,
  'journal.freeze': () => 'Festhalten eines Segments',
  'journal.thaw': () => 'Freigeben eines Segments',
  'journal.ownSaved': (v, f) => `Behalten von ${customers(v.customers, f)} als „${v.name}“`,
  'journal.ownRemoved': (v) => `Entfernen des eigenen Segments „${v.name}“`,
  'journal.exclude': (v, f) => `Ausschließen von ${customers(v.customers, f)}`,
  'journal.include': (v, f) => `Zurückholen von ${customers(v.customers, f)}`,
  'journal.report': () => 'Änderung am Bericht',
  'journal.recolour': () => 'Neue Farbe für ein Segment',
};
