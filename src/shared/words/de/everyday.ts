import type { everyday as english } from '../en/everyday.ts';
import type { Phrase, Translated } from '../phrase.ts';

const period: Phrase = (v, f) =>
  v.firstDay === null || v.lastDay === null
    ? ''
    : v.firstDay === v.lastDay
      ? `, alle am ${f.day(String(v.firstDay))}`
      : `, vom ${f.day(String(v.firstDay))} bis ${f.day(String(v.lastDay))}`;
const ordered: Phrase = (v, f) =>
  `${f.count(Number(v.customers), 'Kunde', 'Kunden')}, ${f.count(Number(v.orders), 'Bestellung', 'Bestellungen')}${period(v, f)}`;
const described: Phrase = (v, f) =>
  `${f.count(Number(v.customers), 'Kunde', 'Kunden')} mit je ${f.count(Number(v.facts), 'Merkmal', 'Merkmalen')}`;

/** The everyday screens: start, import, data, customers. */
export const everyday: Translated<typeof english> = {
  'start.title': () => 'Ziehen Sie Ihre Verkaufstabelle hierher.',
  'start.need': () => 'Mehr brauchen wir nicht: wer gekauft hat, wann und für wie viel.',
  'start.stays': () => 'Alles bleibt auf diesem Computer.',
  'start.sample': () => 'Beispielladen ansehen',
  'start.open': () => 'Tabelle öffnen',
  'start.recent': () => 'Letzte Projekte',
  'start.recent.none': () => 'Hier stehen später Ihre Projekte. Jedes ist eine Datei auf diesem Computer.',
  'start.recent.customers': (v, f) => f.count(Number(v.customers), 'Kunde', 'Kunden'),
  'start.recent.open': () => 'gerade offen',
  'start.kinds': () =>
    'CSV, Excel, OpenDocument, Parquet, JSON oder SQLite, auch gepackt. Oder fügen Sie eine Tabelle ein.',
  'start.sample.progress': () => 'Beispielladen wird eingerichtet',
  'start.today': () => 'heute',
  'start.yesterday': () => 'gestern',

  'drop.input': () => 'Datei zum Einlesen',
  'drop.here': () => 'Zum Einlesen loslassen',
  'drop.hint': () => 'Die Datei wird auf diesem Computer gelesen und geht nirgendwo sonst hin.',
  'drop.project': () =>
    'Ein Projekt öffnen Sie über die Liste der letzten Projekte oder mit „tessera serve“ und seinem Namen. Was Sie hier abgelegt haben, blieb unberührt.',
  'paste.name': () => 'Eingefügte Tabelle',
  'drop.busy': () => 'Tessera arbeitet noch. Legen Sie die Datei noch einmal ab, wenn das fertig ist.',

  'import.reading.title': (v) => `Wird gelesen: ${v.files}`,
  'import.reading.copying': () => 'Die Daten werden übernommen. Sie bleiben auf diesem Computer.',
  'import.reading.text': () => 'Jede Zeile wird einmal angesehen, um zu erkennen, was darin steht.',
  'import.file': (v) => `„${v.name}“`,
  'import.files': (v, f) => f.count(Number(v.count), 'Datei', 'Dateien'),

  'import.right.orders': (v, f) => `${ordered(v, f)}. Richtig?`,
  'import.right.customers': (v, f) => `${described(v, f)}. Richtig?`,
  'import.right.many': (v, f) =>
    `${f.count(Number(v.sheets), 'Tabelle', 'Tabellen')} mit ${f.count(Number(v.rows), 'Zeile', 'Zeilen')}. Richtig?`,
  'import.sheet.orders': ordered,
  'import.sheet.customers': described,
  'import.sheet.other': (v, f) => f.count(Number(v.rows), 'Zeile', 'Zeilen'),
  'import.from': (v, f) =>
    `Aus ${v.file}, ${f.count(Number(v.rows), 'Zeile', 'Zeilen')}${v.revenue === null ? '' : `, ${f.money(Number(v.revenue))} Umsatz`}.`,
  'import.from.sheets': (v) => `${v.file} (${v.sheets})`,
  'import.note.of': (v) => `${v.tables}: ${v.text}`,
  'import.yes': () => 'Stimmt so',
  'import.change': () => 'Etwas ändern',
  'import.change.done': () => 'Fragen ausblenden',
  'import.cancel': () => 'Nicht diese Datei',
  'import.doubtful.title': () => 'Helfen Sie uns mit dieser Datei',
  'import.doubtful.text': () =>
    'Nicht alles ist eindeutig. Beantworten Sie, was noch fehlt; die Zahlen ändern sich sofort mit.',
  'import.doubtful.missing': (v) => `Es fehlt noch: ${v.missing}.`,
  'import.go': () => 'Segmente bilden',
  'import.updating': () => 'Wird mit Ihren Antworten neu gelesen …',

  'import.target': () => 'Wohin damit?',
  'import.target.new': () => 'Neues Projekt',
  'import.target.add': (v) => `Zu „${v.name}“ dazu`,

  'import.aside': () => 'Beiseitegelegt',
  'import.aside.none': () => 'Jede Zeile zählt. Nichts musste beiseitegelegt werden.',
  'import.aside.hint': () =>
    'Diese Zeilen bleiben im Projekt, zählen aber nicht mit. Schalten Sie ein, was mitzählen soll.',
  'aside.noCustomer': () => 'Zeilen ohne Kunden',
  'aside.noCustomer.why': () =>
    'Hier gibt es niemanden, der in ein Segment gehört; oft sind es Verkäufe an der Ladentheke.',
  'aside.cancelled': () => 'Stornierte Bestellungen',
  'aside.cancelled.why': () => 'Ihre Bestellnummer sagt, dass sie zurückgenommen wurden.',
  'aside.notAboveZero': () => 'Menge oder Preis nicht über null',
  'aside.notAboveZero.why': () => 'Geschenke, Korrekturen und Testeinträge.',
  'aside.unreadable': () => 'Unlesbare Zeilen',
  'aside.unreadable.why': () =>
    'Datum oder Betrag ergeben keinen Sinn, oder es sind Summen und Anmerkungen. Sie können nur weggelassen werden.',
  'aside.lines': (v, f) => f.count(Number(v.lines), 'Zeile', 'Zeilen'),
  'aside.money': (v, f) => `${f.money(Number(v.money))} Umsatz`,
  'aside.switch': (v) => `Mitzählen: ${v.what}`,

  'import.preview': () => 'Die ersten Zeilen, so wie sie in der Datei stehen',
  'import.preview.scroll': () => 'Erste Zeilen der Datei',
  'import.sheets': () => 'Gefundene Tabellen',

  'ask.kind': () => 'Was ist eine Zeile dieser Datei?',
  'ask.kind.orderLines': () => 'Ein verkaufter Artikel (mehrere je Bestellung)',
  'ask.kind.orders': () => 'Eine ganze Bestellung',
  'ask.kind.customers': () => 'Ein Kunde mit seinen Merkmalen',
  'ask.customer': () => 'Welche Spalte sagt, wer gekauft hat?',
  'ask.customer.table': () => 'Welche Spalte unterscheidet die Kunden?',
  'ask.order': () => 'Welche Spalte enthält die Bestell- oder Belegnummer?',
  'ask.date': () => 'Welche Spalte sagt, wann?',
  'ask.quantity': () => 'Welche Spalte sagt, wie viele gekauft wurden?',
  'ask.price': () => 'Welche Spalte enthält den Stückpreis?',
  'ask.amount': () => 'Welche Spalte enthält den Betrag der Zeile?',
  'ask.amount.order': () => 'Welche Spalte enthält den Betrag der Bestellung?',
  'ask.product': () => 'Welche Spalte sagt, was gekauft wurde?',
  'ask.name': () => 'Welche Spalte enthält den Namen des Kunden?',
  'ask.email': () => 'Welche Spalte enthält die E-Mail-Adresse?',
  'ask.choose': () => 'Spalte wählen',
  'ask.none': () => 'Keine davon',
  'ask.optional': () => 'falls vorhanden',
  'ask.needed': () => 'nötig',
  'ask.examples': (v) => `zum Beispiel ${v.examples}`,
  'ask.empty': () => 'leer in den Zeilen, die wir gesehen haben',
  'ask.orPrice': () => 'oder nennen Sie stattdessen Menge und Preis',
  'ask.dates': () => 'Wie ist das Datum geschrieben?',
  'ask.numbers': (v) => `Wie sind die Zahlen in „${v.column}“ geschrieben?`,
  'ask.format.day': (v, f) => `${v.written} ist der ${f.day(String(v.day))}`,
  'ask.format.number': (v, f) =>
    `${v.written} ist ${f.number(Number(v.means), 3)}${Math.abs(Number(v.means)) >= 1000 ? ', also tausend oder mehr' : ', mit drei Nachkommastellen'}`,
  'ask.format.choose': () => 'Wählen Sie, was stimmt',
  'ask.format.taken.day': (v, f) => `gilt als ${f.day(String(v.day))}, bis Sie wählen`,
  'ask.format.taken.number': (v, f) => `gilt als ${f.number(Number(v.means), 3)}, bis Sie wählen`,
  'ask.format.both.dates': () => 'die Daten in der Datei passen zu beiden Schreibweisen',
  'ask.format.both.numbers': () => 'die Zahlen in der Datei passen zu beiden Schreibweisen',
  'ask.needs.customer': () => 'wer gekauft hat',
  'ask.needs.date': () => 'wann',
  'ask.needs.amount': () => 'für wie viel',

  'import.working.title': (v) => `Segmente entstehen aus ${v.files}`,
  'import.working.text': () => 'Sie können jederzeit abbrechen; was Sie hatten, bleibt, wie es ist.',
  'import.working.in': () => 'Die Daten sind da. Wenn Sie jetzt abbrechen, bleiben sie ohne Segmente erhalten.',
  'import.working.steps': () => 'Schritte',
  'import.failed.title': (v) => `Nicht lesbar: ${v.files}`,
  'import.failed.again': () => 'Andere Datei wählen',
  'import.none': () => 'Es gibt nichts zu importieren.',
  'import.none.text': () => 'Ziehen Sie eine Tabelle irgendwo auf dieses Fenster, oder öffnen Sie eine.',
  'import.job': (v) => `Wird gelesen: ${v.files}`,
  'import.job.segments': () => 'Segmente bilden',

  'role.customer': () => 'wer gekauft hat',
  'role.order': () => 'Bestellnummer',
  'role.date': () => 'wann',
  'role.quantity': () => 'wie viele',
  'role.price': () => 'Stückpreis',
  'role.amount': () => 'Betrag',
  'role.product': () => 'was gekauft wurde',
  'role.name': () => 'Name',
  'role.email': () => 'E-Mail',
  'role.phone': () => 'Telefon',
  'role.consent': () => 'Einwilligung',
  'role.channel': () => 'Kanal',
  'role.none': () => 'ungenutzt',
  'role.fact': () => 'Merkmal',
  'type.integer': () => 'ganze Zahl',
  'type.decimal': () => 'Zahl',
  'type.text': () => 'Text',
  'type.date': () => 'Datum',
  'type.timestamp': () => 'Datum und Uhrzeit',
  'type.boolean': () => 'ja oder nein',
  'type.category': () => 'wenige Wörter',

  'kind.orderLines': () => 'eine Zeile je verkauftem Artikel',
  'kind.orders': () => 'eine Zeile je Bestellung',
  'kind.customers': () => 'eine Zeile je Kunde',
  'kind.products': () => 'eine Zeile je Artikel',
  'kind.events': () => 'eine Zeile je Besuch oder Ereignis',
  'kind.other': () => 'eine andere Tabelle',

  'data.title': (v, f) =>
    `${f.count(Number(v.rows), 'Zeile', 'Zeilen')} ${Number(v.tables) > 1 && Number(v.files) === 1 ? `in ${f.number(Number(v.tables))} Tabellen ` : ''}aus ${Number(v.files) === 1 ? String(v.file) : f.count(Number(v.files), 'Datei', 'Dateien')}`,
  'data.title.empty': () => 'Noch keine Daten',
  'data.subtitle': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde', 'Kunden')}${v.orders === null ? '' : `, ${f.count(Number(v.orders), 'Bestellung', 'Bestellungen')}`}${v.revenue === null ? '' : `, ${f.money(Number(v.revenue))} Umsatz`}.`,
  'data.asOf': (v, f) => `„Tage seit“ zählt bis zum ${f.day(String(v.day))}, der letzten Bestellung in der Datei.`,
  'data.empty': () =>
    'Ziehen Sie eine Tabelle irgendwo auf dieses Fenster. Mehr brauchen wir nicht: wer gekauft hat, wann und für wie viel.',
  'data.add': () => 'Datei dazu',
  'data.sources': () => 'Dateien',
  'data.source.rows': (v, f) => f.count(Number(v.rows), 'Zeile', 'Zeilen'),
  'data.source.download': () => 'Zeilen im Original speichern',
  'data.source.original': (v) => `${v.name}, im Original`,
  'data.columns': () => 'Spalten',
  'data.table': (v) => `Zeilen aus ${v.name}`,
  'data.stale': () => 'Seit diese Segmente entstanden sind, hat sich geändert, was mitzählt.',
  'data.noSegments': () => 'Die Daten sind da. Segmente gibt es noch nicht.',
  'data.segmentAgain': () => 'Segmente neu bilden',

  'customers.title': (v, f) => f.count(Number(v.total), 'Kunde', 'Kunden'),
  'customers.title.of': (v, f) => `${f.number(Number(v.total))} von ${f.count(Number(v.all), 'Kunden', 'Kunden')}`,
  'customers.one': (v) => `Kunde ${v.key}`,
  'customers.search': () => 'Nummer, Name, E-Mail',
  'customers.key': () => 'Kunde',
  'customers.name': () => 'Name',
  'customers.email': () => 'E-Mail',
  'customers.segment': () => 'Segment',
  'customers.table': () => 'Kunden',
  'customers.showAll': () => 'Alle zeigen',
  'customers.none': () => 'Niemand passt dazu.',
  'customers.none.text': () => 'Versuchen Sie es mit weniger Buchstaben, oder zeigen Sie wieder alle.',
  'customers.pick': () => 'Wählen Sie einen Kunden, um seine Geschichte zu sehen.',
  'customers.pick.text': () => 'Jede seiner Bestellungen, und wie er in sein Segment kam.',
  'customers.story.orders': (v, f) => f.count(Number(v.count), 'Bestellung', 'Bestellungen'),
  'customers.story.lines': (v, f) => f.count(Number(v.lines), 'Zeile', 'Zeilen'),
  'customers.story.noOrders': () => 'In diesem Projekt gibt es keine Bestellungen, nur Merkmale.',
  'customers.facts': () => 'Merkmale',
  'customers.missing': () => 'unbekannt',
  'customers.days': (v, f) => f.count(Number(v.days), 'Tag', 'Tage'),
};
