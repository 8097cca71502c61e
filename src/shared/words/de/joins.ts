import type { joins as english } from '../en/joins.ts';
import type { Format } from '../format.ts';
import type { Translated } from '../phrase.ts';

const found = (matched: unknown, rows: unknown, own: unknown, other: unknown, f: Format): string => {
  const [some, all] = [Number(matched), Number(rows)];
  const find = some === 1 ? 'findet' : 'finden';
  const where = `ein Gegenstück in „${other}“`;
  if (some !== all) return `${f.number(some)} von ${f.count(all, 'Zeile', 'Zeilen')} aus „${own}“ ${find} ${where}`;
  return `${all === 1 ? 'Die einzige Zeile' : `Alle ${f.count(all, 'Zeile', 'Zeilen')}`} aus „${own}“ ${find} ${where}`;
};

/** Which tables belong together, by which columns, and why. */
export const joins: Translated<typeof english> = {
  'join.reason.found': (v, f) =>
    `${f.share(Number(v.share))} der Werte der einen stehen auch in der anderen (${f.count(Number(v.keys), 'Wert', 'Werte')}).`,
  'join.reason.form.folded': () => 'Groß- und Kleinschreibung und Leerzeichen wurden nicht beachtet.',
  'join.reason.form.bare': () => 'Führende Nullen, ein # davor und ein .0 dahinter wurden nicht beachtet.',
  'join.reason.sameName': (v) => `Beide heißen „${v.name}“.`,
  'join.reason.alikeNames': (v) => `„${v.left}“ und „${v.right}“ heißen ähnlich.`,
  'join.reason.sameRole': () => 'Beide enthalten das Gleiche.',
  'join.reason.counted': () => 'Beide zählen nur hoch; dass sie übereinstimmen, kann Zufall sein.',
  'join.reason.sample': () => 'Die Anzahlen sind aus einem Teil der Werte geschätzt.',
  'join.summary': (v, f) =>
    `${found(v.leftMatched, v.leftRows, v.left, v.right, f)}. ${found(v.rightMatched, v.rightRows, v.right, v.left, f)}.`,
  'join.doubt.nothing': () => 'Die beiden Spalten haben keinen Wert gemeinsam.',
  'join.doubt.manyToMany': (v) =>
    `Derselbe Wert steht in mehreren Zeilen von „${v.left}“ und von „${v.right}“; welche Zeile zu welcher gehört, lässt sich daher nicht sagen.`,
  'join.doubt.few': (v, f) =>
    `Auf beiden Seiten finden höchstens ${f.share(Number(v.share))} der Zeilen ein Gegenstück.`,
  'journal.joinOn': (v) => `Verknüpfung von „${v.left}“ und „${v.right}“`,
  'journal.joinOff': (v) => `Aufheben der Verknüpfung von „${v.left}“ und „${v.right}“`,
  'journal.joinAdded': (v) => `Eigene Verknüpfung von „${v.left}“ und „${v.right}“`,
  'journal.joinRemoved': (v) => `Entfernen der Verknüpfung von „${v.left}“ und „${v.right}“`,
};
