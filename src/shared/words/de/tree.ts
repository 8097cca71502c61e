import type { tree as english } from '../en/tree.ts';
import type { Format } from '../format.ts';
import type { Translated } from '../phrase.ts';

const segments = (k: unknown): string => `${k} ${Number(k) === 1 ? 'Segment' : 'Segmente'}`;
const customers = (count: unknown, f: Format): string => f.count(Number(count), 'Kunde', 'Kunden');

/** The tree: cutting it branch by branch, looking into a branch, and what a cut would give. */
export const tree: Translated<typeof english> = {
  'tree.subtitle': () =>
    'Kunden, die ähnlich einkaufen, hängen zusammen; Äste, die erst weit oben zusammenkommen, unterscheiden sich am meisten. Ziehen Sie die Linie und sehen Sie, was jede Zahl von Segmenten bedeuten würde.',
  'tree.leaves': (v, f) => f.count(Number(v.leaves), 'Zweig', 'Zweige'),
  'tree.leaves.label': () => 'Wie fein der Baum gezeichnet ist',
  'tree.crumbs': () => 'Der gezeigte Ast',
  'tree.everybody': (v, f) => `${Number(v.customers) === 1 ? '' : 'Alle '}${customers(v.customers, f)}`,
  'tree.crumb': (v, f) => customers(v.customers, f),
  'tree.divide': () => 'Teilen',
  'tree.divide.tip': () => 'Aus diesem Ast zwei Segmente machen',
  'tree.join': () => 'Vereinen',
  'tree.join.tip': () => 'Aus diesem Ast und seinem Nachbarn ein Segment machen',
  'tree.one.tip': () => 'Aus diesem Ast ein Segment machen',
  'tree.zoom': () => 'Näher',
  'tree.zoom.tip': () => 'Nur diesen Ast ansehen',
  'tree.straight': () => 'Begradigen',
  'tree.straight.tip': () => 'Zurück zu einem geraden Schnitt',
  'tree.chooseFirst': () => 'Klicken Sie zuerst auf einen Ast',
  'tree.tools': () => 'Was mit dem Ast geschehen soll',
  'tree.handle.here': (v) => `Hier ${v.k}`,
  'tree.value.here': (v) => `${segments(v.k)} in diesem Ast, ${v.all} insgesamt`,
  'tree.scale.lower': () => 'niedriger',
  'tree.scale.higher': () => 'höher',
  'tree.scale.zero': () => 'blass: wie alle',
  'tree.companion': () => 'Was dieser Schnitt ergäbe',
  'tree.companion.inUse': () => 'Ihre jetzigen Segmente',
  'tree.companion.map': (v, f) =>
    `Eine kleine Karte mit einem Punkt für jeden von ${f.count(Number(v.customers), 'Kunden', 'Kunden')}, gefärbt nach diesem Schnitt in ${segments(v.k)}.`,
  'tree.new': (v) => `Neues Segment\u00a0${v.number}`,
  'tree.column.segment': () => 'Segment',
  'tree.column.customers': () => 'Kunden',
  'tree.column.both': () => 'Kunden · Umsatz',
  'tree.branch': (v, f) => `${v.name}: ${customers(v.customers, f)}`,
  'tree.byHand': (v) => `${segments(v.k)}, Ast für Ast geschnitten`,
  'tree.use.tooMany': () => 'Mehr Segmente kann es nicht geben.',
  'tree.loading': () => 'Der Baum wird geholt …',
};
