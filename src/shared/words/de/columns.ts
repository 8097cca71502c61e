import type { Format } from '../format.ts';
import type { Values, WordList } from '../phrase.ts';

const rowsOf = (v: Values, f: Format): string => f.count(Number(v.rows), 'Zeile', 'Zeilen');
const shownOf = (v: Values, f: Format): string =>
  v.shown === null ? '' : `, davon ${f.number(Number(v.shown))} gezeigt`;

/** Was in den Spalten einer Tabelle steht. */
export const columns = {
  'column.filled.all': () => 'Keine Zelle ist leer.',
  'column.filled.most': (v, f) =>
    `In „${v.column}“ fehlt am meisten: ${f.share(Number(v.share))} der Zellen sind leer${Number(v.others) === 0 ? '' : `, und ${f.count(Number(v.others), 'weitere Spalte hat', 'weitere Spalten haben')} auch Lücken`}.`,
  'column.filled.picture': () => 'Wie viel jeder Spalte gefüllt ist',
  'column.filled.one': (v, f) => `${v.column}: ${f.share(Number(v.share))} gefüllt`,
  'column.counting': () => 'Wird gezählt',
  'column.open': (v) => `Alles über ${v.column}`,
  'column.back': () => 'Alle Spalten',
  'column.bars': (v) => `${v.column}: Zeilen nach Balken zeigen`,
  'column.values': (v) => `${v.column}: Zeilen nach Wert zeigen`,
  'column.bar': (v, f) => `${v.from === v.to ? v.from : `${v.from} bis ${v.to}`}: ${rowsOf(v, f)}${shownOf(v, f)}`,
  'column.value': (v, f) => `${v.text}: ${rowsOf(v, f)}${shownOf(v, f)}`,
  'column.range': (v) => (v.least === v.most ? String(v.least) : `${v.least} bis ${v.most}`),
  'column.different': (v, f) => `${v.about === true ? 'etwa ' : ''}${f.number(Number(v.count))} verschiedene`,
  'column.allDifferent': () => 'alle verschieden',
  'column.empty': (v, f) => `${f.number(Number(v.count))} leer (${f.share(Number(v.share))})`,
  'column.odd': (v, f) => `${f.number(Number(v.count))} nicht wie erwartet`,
  'column.nothing': () => 'Es steht nichts darin.',
  'column.title.range': (v) =>
    v.quarter === v.threeQuarters
      ? `Mindestens die Hälfte der Zeilen hat ${v.middle}`
      : `Die Hälfte der Zeilen liegt zwischen ${v.quarter} und ${v.threeQuarters}; die Mitte ist ${v.middle}`,
  'column.axis': (v) => String(v.column),
  'column.axis.log': (v) => `${v.column}; die Schritte vervielfachen sich`,
  'column.beyond': (v, f) =>
    `${f.count(Number(v.rows), 'Zeile liegt', 'Zeilen liegen')} außerhalb des Bildes und ${Number(v.rows) === 1 ? 'zählt' : 'zählen'} in den äußersten Balken.`,
  'column.box': () => 'Der Kasten umfasst die mittlere Hälfte, der Strich darin ist die mittlere Zeile.',
  'column.from': () => 'Von',
  'column.to': () => 'Bis',
  'column.rows': () => 'Zeilen',
  'column.shown': () => 'Gezeigt',
  'column.figures': () => 'In Zahlen',
  'column.figure.filled': () => 'Gefüllte Zeilen',
  'column.figure.empty': () => 'Leer',
  'column.figure.odd': () => 'Nicht wie erwartet',
  'column.figure.different': () => 'Verschiedene Werte',
  'column.figure.mean': () => 'Durchschnitt',
  'column.figure.about': (v, f) => `etwa ${f.number(Number(v.count))}`,
  'column.frequent': () => 'Am häufigsten',
  'column.frequent.none': () => 'Kein Wert ist häufiger als die anderen.',
  'column.oddOnes': () => 'Nicht wie erwartet',
  'column.oddOnes.text': () => 'Sie bleiben, wie sie geschrieben sind, und zählen nirgends.',
  'column.showEmpty': () => 'Die leeren Zeilen zeigen',
  'column.showOdd': () => 'Diese Zeilen zeigen',
  'column.asAll': () => 'Wieder alle Zeilen zeigen',
} satisfies WordList;
