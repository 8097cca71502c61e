import type { customers as english } from '../en/customers.ts';
import type { Translated } from '../phrase.ts';

const among = (segment: unknown): string => (segment === null ? 'allen Kunden' : `„${segment}“`);

/** A share of others that is not all of them is never told as 100 %. */
const notAll = (share: unknown): number => Math.min(0.99, Number(share));

/** The customers' table, and one customer's own page. */
export const customers: Translated<typeof english> = {
  'customers.sureness': () => 'Wie sicher',
  'customers.sureness.sure': () => 'Sicher',
  'customers.sureness.fairlySure': () => 'Ziemlich sicher',
  'customers.sureness.onTheEdge': () => 'An der Grenze',
  'customers.subtitle.keys': () =>
    'Ein Klick zeigt einen Kunden, die Eingabetaste öffnet seine Seite, ein Kästchen wählt ihn überall aus.',
  'customers.columns': () => 'Spalten',
  'customers.columns.up': (v) => `„${v.column}“ nach oben`,
  'customers.columns.down': (v) => `„${v.column}“ nach unten`,
  'customers.columns.usual': () => 'Wie üblich',
  'customers.filter': (v) => `Kunden wählen nach „${v.column}“`,
  'customers.filter.test': (v) => `Kunden zeigen, bei denen „${v.column}“`,
  'customers.filter.clear': () => 'Alle zeigen',
  'customers.filter.segments': () => 'Segmente',
  'customers.where.in': (v) => `In ${v.names}`,
  'customers.where.sureness': (v) => `Wie sicher: ${v.list}`,
  'customers.mark': (v) => `${v.name} auswählen`,
  'customers.mark.all': () => 'Alle gezeigten auswählen',
  'customers.only': (v, f) =>
    Number(v.count) === 1 ? 'Nur der ausgewählte Kunde' : `Nur die ${f.number(Number(v.count))} ausgewählten Kunden`,
  'customers.narrow': () => 'Alle. Der Trichter neben einer Überschrift grenzt sie ein.',
  'customers.arranging': () => 'Wird geordnet',

  // One customer
  'customers.open': () => 'Seite öffnen',
  'customers.page.back': () => 'Zurück',
  'customers.page.previous': () => 'Voriger Kunde (K)',
  'customers.page.next': () => 'Nächster Kunde (J)',
  'customers.page.place': (v, f) => `${f.number(Number(v.place))} von ${f.number(Number(v.total))} in der Tabelle`,
  'customers.page.placeAll': (v, f) => `${f.number(Number(v.place))} von allen ${f.number(Number(v.total))}`,
  'customers.page.copy': () => 'Als Text kopieren',
  'customers.page.copied': (v) => `Was über ${v.name} bekannt ist, steht in der Zwischenablage.`,
  'customers.page.select': () => 'Auswählen',
  'customers.page.selected': () => 'Ausgewählt',
  'customers.page.gone': () => 'Dieser Kunde ist nicht mehr da',
  'customers.page.gone.text': () =>
    'Vielleicht wurde er ausgeschlossen, oder die Datei, in der er stand, wurde zurückgenommen. „Rückgängig“ holt ihn wieder.',
  'customers.page.toTable': () => 'Zu allen Kunden',
  'customers.page.action': () => 'Was zu tun ist',
  'customers.page.action.of': (v) => `Für alle in „${v.segment}“: ${v.action}`,
  'customers.unusual': () => 'Was ungewöhnlich ist',
  'customers.unusual.none': (v) =>
    `Nichts fällt auf: In jedem Merkmal sind andere aus ${among(v.segment)} ganz ähnlich.`,
  'customers.unusual.high': (v, f) =>
    `${v.fact}: ${v.value}, mehr als bei ${f.share(notAll(v.share))} von ${among(v.segment)}; typisch ist ${v.typical}.`,
  'customers.unusual.low': (v, f) =>
    `${v.fact}: ${v.value}, weniger als bei ${f.share(notAll(v.share))} von ${among(v.segment)}; typisch ist ${v.typical}.`,
  'customers.strip.title': (v) => `${v.name} unter ${among(v.segment)} und allen`,
  'customers.strip.table': () => 'Die Merkmale dieses Kunden unter denen der anderen',
  'customers.strip.fact': () => 'Merkmal',
  'customers.strip.here': () => 'Dieser Kunde',
  'customers.strip.everybody': () => 'Alle',
  'customers.strip.typical': (v) => `Typisch: ${v.who}`,
  'customers.strip.place': () => 'Platz im Segment',
  'customers.strip.below': (v, f) => `mehr als ${f.share(notAll(v.share))}`,
  'customers.strip.usual': (v) =>
    v.segment === null ? `Typisch für alle: ${v.all}` : `Typisch für „${v.segment}“: ${v.here}; für alle: ${v.all}`,
  'customers.strip.yes': (v, f) =>
    v.segment === null
      ? `Trifft auf ${f.share(Number(v.all))} aller Kunden zu`
      : `Trifft auf ${f.share(Number(v.share))} von „${v.segment}“ zu, auf ${f.share(Number(v.all))} aller Kunden`,
  'customers.strip.log': () =>
    'Wo die meisten Werte klein sind, sind die Linien dort gestreckt, damit man sie unterscheiden kann.',
  'customers.orders.all': (v, f) =>
    Number(v.count) === 1 ? 'Die Bestellung zeigen' : `Alle ${f.number(Number(v.count))} Bestellungen zeigen`,
  'customers.lines': (v) => `Zeilen der Bestellung ${v.order}`,
  'customers.lines.from': (v) =>
    v.sheet === null ? `Wie sie in ${v.file} stehen` : `Wie sie in ${v.file} stehen, Blatt „${v.sheet}“`,
  'customers.lines.more': (v, f) =>
    `${f.count(Number(v.more), 'weitere Zeile steht', 'weitere Zeilen stehen')} unter Daten.`,
  'customers.records': () => 'Wer das ist',
  'customers.records.text': (v, f) =>
    Number(v.count) === 1
      ? 'Ein Eintrag Ihrer Dateien.'
      : `Aus ${f.number(Number(v.count))} Einträgen Ihrer Dateien zusammengeführt, weil es derselbe Mensch ist.`,
  'customers.records.open': () => 'Derselbe Kunde?',
  'customers.keys': () => 'Nächster und voriger Kunde, auf der Seite eines Kunden',

  // As text
  'customers.text.segment': (v) => `Segment: ${v.segment}${v.sureness === null ? '' : ` (${v.sureness})`}`,
  'customers.text.action': (v) => `Was zu tun ist: ${v.action}`,
  'customers.text.fact': (v) => `${v.fact}: ${v.value}`,
  'customers.text.order': (v, f) =>
    `${f.day(String(v.day))}${v.order === null ? '' : `, ${v.order}`}: ${f.money(Number(v.amount))}, ${f.count(Number(v.lines), 'Zeile', 'Zeilen')}`,
};
