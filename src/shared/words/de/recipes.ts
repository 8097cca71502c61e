import type { recipes as english } from '../en/recipes.ts';
import type { Phrase, Translated } from '../phrase.ts';

/** What a missing column would have said. */
const meanings: Readonly<Record<string, string>> = {
  customer: 'wer gekauft hat',
  order: 'welche Bestellung es ist',
  date: 'wann es war',
  quantity: 'wie viele es sind',
  price: 'was ein Stück kostet',
  amount: 'um wie viel Geld es geht',
  product: 'welcher Artikel es ist',
};
const meaning = (role: unknown): string => meanings[String(role)] ?? 'was gebraucht wird';

const daysBetween: Phrase = (v, f) => {
  if (v.from === null || v.from === undefined) return '';
  return v.from === v.to
    ? ` vom ${f.day(String(v.from))}`
    : ` vom ${f.day(String(v.from))} bis zum ${f.day(String(v.to))}`;
};
const whenAdded: Phrase = (v, f) => (v.at === null ? '' : ` vom ${f.day(String(v.at).slice(0, 10))}`);

const types: Readonly<Record<string, string>> = {
  integer: 'ganze Zahlen',
  decimal: 'Zahlen',
  date: 'Datumsangaben',
  timestamp: 'Datumsangaben mit Uhrzeit',
  boolean: 'Ja oder Nein',
  text: 'Text',
  category: 'Text',
};
const typeName = (type: unknown): string => types[String(type)] ?? 'etwas anderes';

const example: Phrase = (v) => (v.example === null ? '' : ` (zum Beispiel ${v.example})`);

/** A newer file of a known kind: what it is, how it differs and what it changes. */
export const recipes: Translated<typeof english> = {
  'recipe.heading': () => 'Die nächste Datei einer bekannten Art',
  'recipe.heading.cannot': () => 'Fast die nächste Datei einer bekannten Art',
  'recipe.differences': () => 'Was diesmal anders ist',
  'recipe.go': () => 'Alles aktualisieren',
  'recipe.done': (v, f) => {
    const told = [
      Number(v.arrived) > 0 ? f.count(Number(v.arrived), 'neuer Kunde', 'neue Kunden') : '',
      Number(v.moved) > 0
        ? `${f.number(Number(v.moved))} in ein anderes Segment gewechselt`
        : 'alle anderen sind in ihrem Segment geblieben',
    ].filter((part) => part !== '');
    return `Auf dem neuesten Stand: ${told.join(', ')}. „Rückgängig“ nimmt alles zurück.`;
  },
  'recipe.recognised': (v, f) => `Die Datei wird genauso gelesen wie „${v.file}“${whenAdded(v, f)}.`,
  'recipe.cannotReplay': (v) =>
    `Das sieht aus wie „${v.file}“, aber die Spalte „${v.column}“ fehlt. Sie sagte, ${meaning(v.role)}. Ergänzen Sie die Spalte in der Datei, oder wählen Sie eine andere dafür.`,
  'recipe.identical': (v, f) =>
    `Das ist dieselbe Datei wie „${v.file}“${whenAdded(v, f)}. Sie noch einmal hinzuzufügen ändert nur, was neuere Dateien seither gesagt haben.`,
  'recipe.orders': (v, f) => {
    if (Number(v.added) === 0)
      return Number(v.known) === 1
        ? 'Ihre einzige Bestellung ist schon da.'
        : `Alle ${f.number(Number(v.known))} Bestellungen darin sind schon da.`;
    const added = f.count(Number(v.added), 'neue Bestellung', 'neue Bestellungen');
    return Number(v.known) === 0
      ? `Sie bringt ${added}.`
      : `Sie bringt ${added} und ${f.count(Number(v.known), 'Bestellung, die schon da ist', 'Bestellungen, die schon da sind')}.`;
  },
  'recipe.customers': (v, f) => {
    const added = f.count(Number(v.added), 'neuen Kunden', 'neue Kunden');
    if (Number(v.known) === 0) return `Sie enthält ${added}.`;
    return Number(v.added) === 0
      ? Number(v.known) === 1
        ? 'Den einzigen Kunden darin kennen Sie schon.'
        : `Alle ${f.number(Number(v.known))} Kunden darin kennen Sie schon.`
      : `Sie enthält ${added} und ${f.count(Number(v.known), 'bekannten', 'bekannte')}.`;
  },
  'recipe.replaces.orders': (v, f) =>
    `${f.count(Number(v.orders), 'Bestellung', 'Bestellungen')}${daysBetween(v, f)} ${Number(v.orders) === 1 ? 'steht' : 'stehen'} in beiden Dateien: Die neuere gilt, damit nichts doppelt zählt.`,
  'recipe.replaces.events': (v, f) =>
    `${f.count(Number(v.rows), 'Zeile', 'Zeilen')}${daysBetween(v, f)} ${Number(v.rows) === 1 ? 'wird' : 'werden'} durch die neuere Datei ersetzt, immer der ganze Tag eines Kunden.`,
  'recipe.replaces.rows': (v, f) =>
    `${f.count(Number(v.rows), 'Zeile wird', 'Zeilen werden')} aktualisiert: Die neuere Zeile gilt.`,
  'recipe.difference.newColumn': (v) =>
    `„${v.column}“ ist neu. Die Spalte wird aufbewahrt und noch für nichts verwendet.`,
  'recipe.difference.missing': (v) => `„${v.column}“ fehlt in dieser Datei, wird aber nirgends gebraucht.`,
  'recipe.difference.missingUsed': (v) =>
    `„${v.column}“ fehlt in dieser Datei. Was dort stand, wird bei den neuen Zeilen fehlen.`,
  'recipe.difference.needed': (v) => `„${v.column}“ fehlt in dieser Datei. Die Spalte sagte, ${meaning(v.role)}.`,
  'recipe.difference.type': (v) =>
    `„${v.column}“ enthielt bisher ${typeName(v.was)} und jetzt anscheinend ${typeName(v.now)}. Zellen, die nicht passen, bleiben, wie sie geschrieben sind.`,
  'recipe.difference.decimals': (v) =>
    `„${v.column}“ enthielt bisher nur ganze Zahlen und jetzt auch welche mit Nachkommastellen.`,
  'recipe.difference.days': (v, f) =>
    `Das Datum in „${v.column}“ ist jetzt anders geschrieben${example(v, f)}. Die Datei beweist es, also wird es so gelesen.`,
  'recipe.difference.decimalMark': (v, f) =>
    `Die Zahlen in „${v.column}“ sind jetzt anders geschrieben${example(v, f)}. Die Datei beweist es, also werden sie so gelesen.`,
  'recipe.difference.encoding': (v) =>
    `Die Buchstaben sind jetzt als ${v.now} gespeichert, vorher als ${v.was}. Nichts geht verloren.`,
  'recipe.difference.delimiter': () => 'Die Spalten sind durch ein anderes Zeichen getrennt als zuvor.',
  'recipe.difference.headerRow': (v, f) =>
    Number(v.now) === 0
      ? 'Die Spalten haben keine Überschriften.'
      : `Die Überschriften stehen in Zeile ${f.number(Number(v.now))}, vorher in Zeile ${f.number(Number(v.was))}.`,
  'recipe.difference.noKey': () =>
    'Keine Spalte unterscheidet die Kunden, also kämen ihre Zeilen als weitere Kunden hinzu.',
  'rows.aside.replaced': () => 'Ersetzt',
  'aside.replaced': () => 'Durch eine neuere Datei ersetzt',
  'aside.replaced.why': () => 'Was hier steht, sagt eine neuere Datei, deshalb zählt diese Zeile nicht mehr.',
  'recipe.waiting.unknown': (v) =>
    `Eine Datei wie „${v.file}“ gab es in diesem Projekt noch nicht. Öffnen Sie sie einmal selbst.`,
  'recipe.waiting.older': (v, f) =>
    `„${v.file}“ endet am ${f.day(String(v.to))}, also früher als das, was schon da ist (${f.day(String(v.last))}), und würde neuere Bestellungen ersetzen.`,
  'recipe.folderMissing': (v) => `Der Ordner „${v.folder}“ ist gerade nicht da.`,
  'watch.heading': () => 'Neue Dateien von selbst',
  'watch.hint': () =>
    'Nennen Sie den Ordner, in dem die Exporte Ihres Ladens landen. Solange dieses Projekt offen ist, kommt eine neue Datei bekannter Art von selbst herein; was unklar ist, wartet auf Sie.',
  'watch.choose': () => 'Ordner beobachten',
  'watch.path': () => 'Welcher Ordner?',
  'watch.path.example': () => 'zum Beispiel /home/ich/exporte',
  'watch.start': () => 'Beobachten',
  'watch.stop': () => 'Nicht mehr beobachten',
  'watch.nothing': () => 'Noch keine Datei da.',
  'watch.imported.short': (v, f) => `kam am ${f.day(String(v.at).slice(0, 10))}`,
  'watch.waiting.short': () => 'wartet auf Sie',
  'watch.failed.short': () => 'nicht lesbar',
  'watch.open': () => 'Ansehen',
  'watch.imported': (v) =>
    `„${v.file}“ ist von selbst hereingekommen, und alles ist auf dem neuesten Stand. „Rückgängig“ nimmt es zurück.`,
  // Nouns, so that they fit behind „Rückgängig: …“, as in the journal.
  'journal.watch': (v) => `Beobachten des Ordners „${v.folder}“`,
  'journal.unwatch': (v) => `Ende des Beobachtens von „${v.folder}“`,
  'recipe.sameSegments': (v, f) =>
    `${Number(v.k) === 1 ? 'Dasselbe' : 'Dieselben'} ${f.count(Number(v.k), 'Segment', 'Segmente')} wie zuvor; jeder Kunde steht dort, wo er jetzt am besten passt.`,
  'recipe.sameNumber.edited': (v, f) =>
    `So viele wie zuvor: ${f.count(Number(v.k), 'Segment', 'Segmente')}, auf demselben Weg neu gefunden. Was Sie von Hand zusammengelegt oder geteilt hatten, ließ sich nicht wiederholen; tun Sie es noch einmal, wo Sie es wollen.`,
  'recipe.sameNumber': (v, f) => `So viele wie zuvor: ${f.count(Number(v.k), 'Segment', 'Segmente')}.`,
};
