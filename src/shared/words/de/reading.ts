import type { reading as english } from '../en/reading.ts';
import type { Phrase, Translated } from '../phrase.ts';

const encodings: Readonly<Record<string, string>> = {
  'utf-8': 'UTF-8',
  'utf-16le': 'UTF-16',
  'utf-16be': 'UTF-16',
  'windows-1252': 'Windows-1252',
};

/** After “weil”. */
const proofs: Readonly<Record<string, string>> = {
  mark: 'die Datei mit der Kennung dafür beginnt',
  zeros: 'jedes zweite Byte null ist',
  valid: 'sich die ganze Datei so lesen lässt',
  invalid: 'sich nicht die ganze Datei als UTF-8 lesen lässt',
};

/** After “durch”. */
const delimiters: Readonly<Record<string, string>> = {
  ',': 'Kommas',
  ';': 'Semikolons',
  '\t': 'Tabulatoren',
  '|': 'senkrechte Striche',
  whitespace: 'Leerzeichen',
};

const delimiterName = (delimiter: string): string => delimiters[delimiter] ?? `„${delimiter}“`;

/** What a date begins with, after “mit”. */
const dateParts: Readonly<Record<string, string>> = {
  day: 'dem Tag',
  month: 'dem Monat',
  year: 'dem Jahr',
};

/** `Zeile 12`, or `12 Zeilen (zuerst Zeile 40)`. */
const rowsFrom: Phrase = (v, f) =>
  Number(v.rows) === 1
    ? `Zeile ${f.number(Number(v.first))}`
    : `${f.number(Number(v.rows))} Zeilen (zuerst Zeile ${f.number(Number(v.first))})`;

/** How many rows have as many cells as most. */
const alike: Phrase = (v, f) =>
  Number(v.rows) === 1
    ? `So hat die erste Zeile ${f.number(Number(v.columns))} Zellen.`
    : `So ${Number(v.alike) === 1 ? 'hat' : 'haben'} ${f.number(Number(v.alike))} der ersten ${f.number(Number(v.rows))} Zeilen ${f.number(Number(v.columns))} Zellen.`;

/** How a file was read, and what was met that is not of its table. */
export const reading: Translated<typeof english> = {
  'import.reading': (v) => `Wie „${v.name}“ gelesen wurde`,
  'source.read.encoding': (v, f) =>
    v.proof === 'mended'
      ? `Die Zeichen werden als UTF-8 gelesen, denn so ist fast die ganze Datei geschrieben; ${f.count(Number(v.bytes), 'Zeichen ist anders geschrieben und wird', 'Zeichen sind anders geschrieben und werden')} als Windows-1252 gelesen.`
      : `Die Zeichen werden als ${encodings[String(v.encoding)] ?? v.encoding} gelesen, weil ${proofs[String(v.proof)]}.`,
  'source.read.delimiter': (v, f) =>
    Number(v.columns) < 2
      ? 'Es gibt nur eine Spalte: Nichts trennt Zellen voneinander.'
      : `Die Spalten sind durch ${delimiterName(String(v.delimiter))} getrennt: ${alike(v, f)}`,
  'source.read.delimiterDeclared': (v) =>
    `Die Spalten sind durch ${delimiterName(String(v.delimiter))} getrennt: So steht es in der ersten Zeile der Datei.`,
  'source.read.header': (v, f) =>
    `Die Namen der Spalten stehen in Zeile ${f.number(Number(v.row))}${Number(v.above) > 0 ? `, unter ${f.count(Number(v.above), 'Zeile', 'Zeilen')} mit Titeln oder Anmerkungen` : ''}.`,
  'source.read.noHeader': () => 'Die Spalten haben keine Namen: Die erste Zeile sieht aus wie die darunter.',
  'source.read.decimals': (v, f) =>
    `Vor den Nachkommastellen steht ein ${v.mark === ',' ? 'Komma' : 'Punkt'}: ${v.written} in „${v.column}“ wird als ${f.number(Number(v.value), 3)} gelesen.`,
  'source.read.days': (v) =>
    `Ein Datum beginnt mit ${dateParts[String(v.first)] ?? `„${v.first}“`}: ${v.written} in „${v.column}“ lässt sich nicht anders lesen.`,
  'source.read.daysTaken': (v) =>
    `Wir nehmen an, dass ein Datum mit ${dateParts[String(v.first)] ?? `„${v.first}“`} beginnt; nichts in „${v.column}“ beweist es, zum Beispiel ${v.written}.`,
  'import.look.title': (v, f) => `${v.file}: etwa ${f.count(Number(v.rows), 'Zeile', 'Zeilen')}`,
  'import.look.orderLines': () => 'Jede Zeile scheint ein verkaufter Posten zu sein.',
  'import.look.orders': () => 'Jede Zeile scheint eine Bestellung zu sein.',
  'import.look.customers': () => 'Jede Zeile scheint ein Kunde zu sein.',
  'import.look.products': () => 'Jede Zeile scheint ein Artikel zu sein.',
  'import.look.events': () => 'Jede Zeile scheint ein Besuch oder Ereignis zu sein.',
  'import.look.text': () => 'Jetzt wird alles gelesen.',
  'import.look.copying': () => 'Jetzt wird alles übernommen.',
  'import.look.aside': () => 'Was nicht zählt, steht fest, sobald alle Zeilen gelesen sind.',
  'source.read.firstLook': (v, f) =>
    `Das ${Number(v.rows) === 1 ? 'sagt die erste' : `sagen die ersten ${f.number(Number(v.rows))}`} von etwa ${f.count(Number(v.about), 'Zeile', 'Zeilen')}. Bevor etwas gespeichert wird, werden alle Zeilen gelesen; danach kann es anders aussehen.`,
  'source.note.outside.header': (v, f) =>
    `${rowsFrom(v, f)} ${Number(v.rows) === 1 ? 'wiederholt' : 'wiederholen'} die Namen der Spalten. Aufgehoben, aber nicht mitgezählt.`,
  'source.note.outside.totals': (v, f) =>
    `${rowsFrom(v, f)} ${Number(v.rows) === 1 ? 'enthält' : 'enthalten'} Summen. Aufgehoben, aber nicht mitgezählt.`,
  'source.note.outside.note': (v, f) =>
    `${rowsFrom(v, f)} ${Number(v.rows) === 1 ? 'ist eine Anmerkung' : 'sind Anmerkungen'} neben oder unter der Tabelle. Aufgehoben, aber nicht mitgezählt.`,
  'source.note.strayQuotes': (v, f) =>
    Number(v.cells) === 1
      ? `Ein Anführungszeichen in Zeile ${f.number(Number(v.first))} wird geöffnet und nie geschlossen. Es wurde als gewöhnliches Zeichen gelesen.`
      : `${f.number(Number(v.cells))} Anführungszeichen (das erste in Zeile ${f.number(Number(v.first))}) werden geöffnet und nie geschlossen. Sie wurden als gewöhnliche Zeichen gelesen.`,
  'source.note.shortenedIds': (v, f) =>
    `${f.count(Number(v.cells), 'Zelle', 'Zellen')} in „${v.column}“ (zum Beispiel ${v.example}) ${Number(v.cells) === 1 ? 'wurde' : 'wurden'} schon vorher von einem Tabellenprogramm gekürzt: Die letzten Ziffern sind verloren. Falls es Bestell- oder Artikelnummern sind, exportieren Sie sie noch einmal als Text.`,
};
