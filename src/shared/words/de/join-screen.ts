import type { joinScreen as english } from '../en/join-screen.ts';
import type { Translated } from '../phrase.ts';

/** The screen of what belongs together. */
export const joinScreen: Translated<typeof english> = {
  'joins.title': (v, f) => {
    const one = Number(v.tables) === 1;
    if (Number(v.on) > 0)
      return `${f.count(Number(v.on), 'Verknüpfung', 'Verknüpfungen')} zwischen ${one ? 'Ihrer' : 'Ihren'} ${f.count(Number(v.tables), 'Tabelle', 'Tabellen')}`;
    return `Ihre ${f.count(Number(v.tables), 'Tabelle ist', 'Tabellen sind')} noch nicht verknüpft`;
  },
  'joins.subtitle': () =>
    'Über Werte, die in beiden stehen. Schalten Sie aus, was nicht stimmt; alles lässt sich rückgängig machen.',
  'joins.subtitle.before': () => 'Stand vor Ihrer letzten Änderung; es wird neu gesucht …',
  'joins.job': () => 'Wir suchen, was zusammengehört',
  'joins.alone.title': () => 'Es gibt nur eine Tabelle',
  'joins.alone': () =>
    'Fügen Sie eine zweite Datei hinzu, etwa Ihre Rücksendungen, Artikel oder Kunden, und wir suchen, was zusammengehört.',
  'joins.none.title': () => 'Wir sehen nichts, was in beiden Tabellen steht',
  'joins.none': () =>
    'Eine Verknüpfung braucht einen Wert, der in beiden steht, etwa eine Bestellnummer. Wählen Sie selbst zwei Spalten, oder fügen Sie eine Datei mit einer solchen Spalte hinzu.',
  'joins.cancelled.title': () => 'Sie haben die Suche abgebrochen',
  'joins.cancelled': () => 'Es wurde nichts geändert.',
  'joins.list': () => 'Verknüpfungen',
  'joins.line': (v) =>
    v.leftColumn === v.rightColumn
      ? `„${v.left}“ und „${v.right}“ über „${v.leftColumn}“`
      : `„${v.left}“ über „${v.leftColumn}“ und „${v.right}“ über „${v.rightColumn}“`,
  'joins.found': (v, f) =>
    Number(v.unmatched) === 0
      ? `${v.name}: ${Number(v.matched) === 1 ? '' : 'alle '}${f.count(Number(v.matched), 'Zeile', 'Zeilen')} gefunden`
      : `${v.name}: ${f.number(Number(v.matched))} gefunden, ${f.number(Number(v.unmatched))} nicht`,
  'joins.blank': (v, f) => `${f.number(Number(v.blank))} leer`,
  'joins.doubtful': () => 'zweifelhaft',
  'joins.own': () => 'von Ihnen',
  'joins.switch': (v) => `„${v.left}“ und „${v.right}“ über „${v.column}“ verknüpfen`,
  'joins.use': () => 'Wozu sie gut ist',
  'joins.use.customer': () => 'Sie sagt, um welchen Kunden es in einer Zeile geht.',
  'joins.use.returns': () => 'Sie sagt, welche Bestellungen zurückkamen, für den Anteil der Rücksendungen.',
  'joins.use.lookup': () => 'Sie sagt mehr über jede Zeile, etwa die Warengruppe oder den Ort.',
  'joins.use.facts': () => 'Sie sagt mehr über jeden Kunden.',
  'joins.use.events': () => 'Sie sagt, welcher Kunde vorbeikam oder eine E-Mail öffnete.',
  'joins.use.none': () => 'Noch nutzt sie kein Kundenmerkmal.',
  'joins.how': () => 'Wie sie passen',
  'joins.cardinality.oneToOne': (v) => `Jeder Wert steht einmal in „${v.left}“ und einmal in „${v.right}“.`,
  'joins.cardinality.oneToMany': (v) =>
    `Jeder Wert steht einmal in „${v.left}“ und kann mehrmals in „${v.right}“ stehen.`,
  'joins.cardinality.manyToOne': (v) =>
    `Jeder Wert kann mehrmals in „${v.left}“ stehen und steht einmal in „${v.right}“.`,
  'joins.cardinality.manyToMany': (v) => `In „${v.left}“ wie in „${v.right}“ stehen Werte mehrmals.`,
  'joins.why': () => 'Warum wir das glauben',
  'joins.remove': () => 'Entfernen',
  'joins.removed': () => 'Die Verknüpfung ist entfernt.',
  'joins.switchedOn': () => 'Verknüpft.',
  'joins.switchedOff': () => 'Nicht mehr verknüpft.',
  'joins.rows': () => 'Zeilen ohne Gegenstück',
  'joins.rows.side': (v, f) => `${v.name} (${f.number(Number(v.unmatched))})`,
  'joins.rows.none': (v) => `Jede Zeile von „${v.name}“, die einen Wert hat, findet ein Gegenstück.`,
  'joins.rows.listed': (v, f) => `die ersten ${f.number(Number(v.listed))} von ${f.number(Number(v.total))}`,
  'joins.rows.marked': () => 'Dieser Wert steht nirgends in der anderen Tabelle',
  'joins.rows.row': () => 'Zeile',
  'joins.rows.file': () => 'Datei',
  'joins.rows.empty': () => 'leer',
  'joins.add': () => 'Neue Verknüpfung',
  'joins.add.title': () => 'In welchen Spalten steht dasselbe?',
  'joins.add.left': () => 'Die eine Tabelle',
  'joins.add.right': () => 'Die andere Tabelle',
  'joins.add.column': () => 'Spalte daraus',
  'joins.add.choose': () => 'Wählen',
  'joins.add.counting': () => 'Es wird gezählt …',
  'joins.add.stopped': () => 'Nicht gezählt.',
  'joins.add.again': () => 'Noch einmal zählen',
  'joins.add.do': () => 'Verknüpfen',
  'joins.added': () => 'Verknüpft.',
};
