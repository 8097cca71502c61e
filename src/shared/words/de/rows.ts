import type { rows as english } from '../en/rows.ts';
import type { Translated } from '../phrase.ts';

const expected: Readonly<Record<string, string>> = {
  integer: 'eine Zahl',
  decimal: 'eine Zahl',
  date: 'ein Datum',
  timestamp: 'ein Datum mit Uhrzeit',
  boolean: 'Ja oder Nein',
};

/** The rows of a table: sorting, choosing, going to one. */
export const rows: Translated<typeof english> = {
  'rows.row': () => 'Zeile',
  'rows.all': (v, f) => f.count(Number(v.total), 'Zeile', 'Zeilen'),
  'rows.some': (v, f) => `${f.number(Number(v.total))} von ${f.count(Number(v.all), 'Zeile', 'Zeilen')}`,
  'rows.odd': (v) =>
    `Erwartet war ${expected[String(v.type)] ?? 'etwas anderes'}; der Wert bleibt so, wie er geschrieben wurde.`,
  'rows.aside': () => 'Beiseitegelegt',
  'rows.aside.noCustomer': () => 'Ohne Kunden',
  'rows.aside.cancelled': () => 'Storniert',
  'rows.aside.notAboveZero': () => 'Nicht über null',
  'rows.aside.byHand': () => 'Von Ihnen',
  'rows.aside.test': () => 'Testkauf',
  'rows.aside.duplicate': () => 'Doppelt',
  'rows.aside.nonProduct': () => 'Porto, Gebühr',
  'rows.aside.returned': () => 'Kam zurück',
  'rows.aside.wholesale': () => 'Großabnehmer',
  'rows.aside.unreadable': () => 'Nicht lesbar',
  'rows.yes': () => 'Ja',
  'rows.no': () => 'Nein',
  'rows.sorting': (v) => (v.column === null ? 'Die Zeilen werden durchgesehen' : `Es wird nach „${v.column}“ sortiert`),
  'rows.stop': () => 'Stopp',
  'rows.none': () => 'Keine Zeile passt dazu',
  'rows.none.text': () => 'Schränken Sie weniger ein, oder lassen Sie wieder alle Zeilen zeigen.',
  'rows.clear': () => 'Alle zeigen',
  'rows.goTo': () => 'Zu Zeile',
  'rows.goTo.none': (v, f) => `Zeile ${f.number(Number(v.row))} ist nicht unter den gezeigten.`,
  'rows.which': () => 'Zeilen',
  'rows.which.all': () => 'Alle Zeilen',
  'rows.which.counted': () => 'Zeilen, die zählen',
  'rows.which.any': () => 'Beiseitegelegte',
  'rows.filter': (v) => `Zeilen nach „${v.column}“ auswählen`,
  // The test chosen below goes on with the sentence: “Ort enthält”.
  'rows.filter.test': (v) => `Zeilen zeigen, für die gilt: ${v.column}`,
  'rows.filter.clear': () => 'Alle Zeilen zeigen',
  'rows.filter.apply': () => 'Zeigen',
  'rows.filter.remove': (v) => `Entfernen: ${v.what}`,
  'rows.filter.from': () => 'Von',
  'rows.filter.to': () => 'Bis',
  'rows.filter.text': () => 'Text',
  'rows.test.contains': () => 'enthält',
  'rows.test.equals': () => 'ist genau',
  'rows.test.between': () => 'liegt zwischen',
  'rows.test.days': () => 'liegt zwischen',
  'rows.test.empty': () => 'ist leer',
  'rows.test.filled': () => 'ist nicht leer',
  'rows.test.odd': () => 'ist anders als erwartet',
  'rows.test.yes': () => 'ist Ja',
  'rows.test.no': () => 'ist Nein',
  'rows.where.contains': (v) => `${v.column} enthält „${v.text}“`,
  'rows.where.equals': (v) => `${v.column} ist „${v.text}“`,
  'rows.where.yes': (v) => `${v.column} ist Ja`,
  'rows.where.no': (v) => `${v.column} ist Nein`,
  'rows.where.between': (v, f) =>
    v.least === null
      ? `${v.column} bis ${f.number(Number(v.most), 2)}`
      : v.most === null
        ? `${v.column} ab ${f.number(Number(v.least), 2)}`
        : `${v.column} von ${f.number(Number(v.least), 2)} bis ${f.number(Number(v.most), 2)}`,
  'rows.where.days': (v, f) =>
    v.first === null
      ? `${v.column} bis ${f.day(String(v.last))}`
      : v.last === null
        ? `${v.column} ab ${f.day(String(v.first))}`
        : `${v.column} von ${f.day(String(v.first))} bis ${f.day(String(v.last))}`,
  'rows.where.empty': (v) => `${v.column} ist leer`,
  'rows.where.filled': (v) => `${v.column} ist nicht leer`,
  'rows.where.odd': (v) => `${v.column} ist anders als erwartet`,
};
