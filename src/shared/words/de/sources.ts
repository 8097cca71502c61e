import type { sources as english } from '../en/sources.ts';
import type { Phrase, Translated, Values } from '../phrase.ts';
import { exportInstead, shopNotes } from './shops.ts';

/** What a column would say, after “Steht in dieser Spalte, …”. */
const meanings: Readonly<Record<string, string>> = {
  customer: 'wer gekauft hat',
  order: 'welche Bestellung es ist',
  date: 'wann es war',
  quantity: 'wie viel Stück es sind',
  price: 'was ein Stück kostet',
  amount: 'um wie viel Geld es geht',
  product: 'was gekauft wurde',
  name: 'wie der Kunde heißt',
  email: 'welche E-Mail-Adresse der Kunde hat',
};

const kinds: Readonly<Record<string, readonly [one: string, many: string]>> = {
  integer: ['ist keine Zahl', 'sind keine Zahlen'],
  decimal: ['ist keine Zahl', 'sind keine Zahlen'],
  date: ['ist kein Datum', 'sind kein Datum'],
  timestamp: ['ist kein Datum', 'sind kein Datum'],
  boolean: ['sagt weder Ja noch Nein', 'sagen weder Ja noch Nein'],
};

/** `Zeile 12`, or `zuerst Zeile 12`. */
const first: Phrase = (v, f) => `${Number(v.rows) === 1 ? '' : 'zuerst '}Zeile ${f.number(Number(v.first))}`;

const day: Phrase = (v, f) => f.day(String(v.day));

const cellsStay = (v: Values): string =>
  Number(v.cells) === 1 ? 'Sie bleibt, wie sie geschrieben wurde.' : 'Sie bleiben, wie sie geschrieben wurden.';

/** What a preview doubts, and what it noticed. */
export const sources: Translated<typeof english> = {
  'source.doubt.noHeader': (v, f) => {
    const taken = [
      v.customer === null ? null : `„${v.customer}“ als Käufer`,
      v.date === null ? null : `„${v.date}“ als Datum`,
      v.amount === null ? null : `„${v.amount}“ als Betrag`,
    ].filter((part) => part !== null);
    return `Die Spalten haben keine Namen, also haben wir uns nach ihrem Inhalt gerichtet.${taken.length === 0 ? '' : ` Wir lesen ${f.list(taken)}.`} Stimmt das?`;
  },
  'source.doubt.byValues': (v) =>
    `Steht in „${v.column}“${v.example === null ? '' : ` (zum Beispiel ${v.example})`}, ${meanings[String(v.role)] ?? 'was wir vermuten'}?`,
  'source.doubt.dayOrMonth': (v, f) =>
    `Ist ${v.written} in „${v.column}“ der ${day({ day: v.taken ?? null }, f)} oder der ${day({ day: v.other ?? null }, f)}? Wir lesen es als ${day({ day: v.taken ?? null }, f)}.`,
  'source.doubt.thousands': (v, f) =>
    `Ist ${v.written} in „${v.column}“ mehr als tausend oder eine kleine Zahl mit drei Nachkommastellen? Wir lesen es als ${f.number(Number(v.value), 3)}.`,
  'source.doubt.twoCustomers': (v) =>
    `Zwei Spalten könnten den Kunden nennen: „${v.chosen}“ und „${v.rival}“. Wir nehmen „${v.chosen}“.`,
  'source.doubt.noCustomer': () => 'In keiner Spalte scheint zu stehen, wer gekauft hat.',
  'source.doubt.exportInstead': exportInstead,
  'source.doubt.oneCustomer': (v) =>
    `„${v.column}“ nennt nur einen einzigen Kunden (${v.customer}), da gibt es nichts zu unterscheiden. Öffnen Sie eine Datei mit den Bestellungen aller Kunden oder wählen Sie eine andere Spalte.`,
  'source.doubt.currencies': (v) =>
    `Das Geld ist in mehreren Währungen angegeben (${v.currencies} in „${v.column}“) und würde so, wie es dasteht, zusammengezählt. Öffnen Sie besser eine Datei mit nur einer Währung.`,
  'source.doubt.future': (v, f) =>
    `Das letzte Datum ist der ${day({ day: v.last ?? null }, f)}, weit nach heute. Ein einziges falsches Datum lässt alle Kunden aussehen, als wären sie längst weg. Berichtigen Sie es in der Datei oder wählen Sie eine andere Spalte für das Datum.`,
  'source.doubt.eventsOfNobody': () =>
    'In keiner Spalte scheint zu stehen, von wem diese Besuche, Öffnungen oder Handlungen sind. Tessera kann sie aufbewahren, aber niemandem zurechnen.',
  'source.doubt.noDate': () => 'In keiner Spalte scheint zu stehen, wann etwas war.',
  'source.doubt.noMoney': () =>
    'In keiner Spalte scheint zu stehen, wie viel bezahlt wurde. Bestellungen lassen sich zählen, Geld nicht.',
  'source.doubt.noKey': () => 'Keine Spalte unterscheidet die Kunden, also zählt jede Zeile als ein Kunde.',
  'source.doubt.noFacts': () => 'Keine Spalte enthält Zahlen, an denen sich Kunden unterscheiden ließen.',
  'source.doubt.repeatedKey': (v, f) =>
    `„${v.column}“ wiederholt sich: ${f.count(Number(v.rows), 'Zeile nennt', 'Zeilen nennen')} ${Number(v.different) < 1000 ? f.number(Number(v.different)) : 'weit weniger'} Kunden. Für jeden zählt die letzte Zeile.`,
  'source.doubt.unreadable': (v, f) =>
    `${f.number(Number(v.lines))} von ${f.count(Number(v.rows), 'Zeile', 'Zeilen')} ${Number(v.lines) === 1 ? 'ist' : 'sind'} nicht lesbar. Sind für Datum und Geld die richtigen Spalten gewählt?`,

  ...shopNotes,
  'source.note.shortRows': (v, f) =>
    `${f.count(Number(v.rows), 'Zeile ist', 'Zeilen sind')} kürzer als die Reihe der Spaltennamen (${first(v, f)}). Was dort fehlt, zählt als leer.`,
  'source.note.longRows': (v, f) =>
    `${f.count(Number(v.rows), 'Zeile hat', 'Zeilen haben')} mehr Zellen, als es Spaltennamen gibt (${first(v, f)}). ${Number(v.columns) === 1 ? `Was dort steht, bleibt in „${v.column}“ erhalten.` : `Was dort steht, bleibt in ${f.count(Number(v.columns), 'weiteren Spalte', 'weiteren Spalten')} erhalten, ab „${v.column}“.`}`,
  'source.note.odd': (v, f) =>
    `${f.count(Number(v.cells), 'Zelle', 'Zellen')} in „${v.column}“ ${(kinds[String(v.type)] ?? ['weicht ab', 'weichen ab'])[Number(v.cells) === 1 ? 0 : 1]}. ${cellsStay(v)}`,
  'source.note.oddMany': (v, f) =>
    `${f.count(Number(v.cells), 'Zelle', 'Zellen')} in ${f.count(Number(v.columns), 'Spalte', 'Spalten')} ${Number(v.cells) === 1 ? 'passt' : 'passen'} nicht zu den anderen dort. ${cellsStay(v)}`,
  'source.note.ordersByDay': () =>
    'Es gibt keine Bestellnummer, also zählt als eine Bestellung, was ein Kunde an einem Tag gekauft hat.',
  'source.note.notUsed': () =>
    'Zur Verwendung neben den Bestellungen: „Was zusammengehört“, unter Daten, zeigt, was daraus wird.',
  'data.again.label': (v) => `„${v.column}“ anders lesen`,
  'data.again.type': () => 'Was darin steht',
  'data.again.format': () => 'Wie es geschrieben ist',
  'data.again.role': () => 'Wofür sie da ist',
  'data.again.hint': () =>
    'Eine Datei ist nicht nötig: Das Projekt bewahrt jede Zelle so auf, wie sie geschrieben wurde. „Rückgängig“ nimmt es zurück.',
  'data.again.do': () => 'Neu lesen',
  'data.again.job': (v) => `„${v.column}“ wird neu gelesen`,
  'data.again.done': (v, f) =>
    Number(v.odd) === 0
      ? `„${v.column}“ ist neu gelesen, und jede Zelle passt.`
      : `„${v.column}“ ist neu gelesen. ${f.count(Number(v.odd), 'Zelle passt nicht und bleibt, wie sie geschrieben wurde', 'Zellen passen nicht und bleiben, wie sie geschrieben wurden')}.`,
};
