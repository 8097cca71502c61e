import type { report as english } from '../en/report.ts';
import type { Translated } from '../phrase.ts';

/** The report that is printed, projected and passed on. */
export const report: Translated<typeof english> = {
  'report.title': (v) => `${v.project}: Kundensegmente`,
  'report.made': (v, f) => `Bericht vom ${f.day(String(v.day))}`,
  'report.private': () => 'Nennt keine einzelnen Kunden.',
  'report.notPrivate': () =>
    'Dieser Bericht nennt einzelne Kunden. Geben Sie ihn nur an Menschen weiter, die sehen dürfen, wer sie sind.',
  'report.stale': () =>
    'Die Daten haben sich geändert, seit diese Segmente gefunden wurden. Die Zahlen hier sind die, aus denen die Segmente entstanden.',
  'report.from': (v) => `Die Segmente wurden gebildet aus: ${v.facts}.`,
  'report.countedFrom': (v, f) =>
    `„Tage seit“ zählt ab dem ${f.day(String(v.day))}, der letzten Bestellung in der Datei, nicht ab heute: So sehen bei einer alten Datei nicht alle Kunden verloren aus.`,

  'report.data': () => 'Die Daten',
  'report.customers': () => 'Kunden',
  'report.orders': () => 'Bestellungen',
  'report.revenue': () => 'Umsatz',
  'report.period': () => 'Zeitraum',
  'report.period.value': (v, f) =>
    v.from === v.to ? f.day(String(v.from)) : `${f.day(String(v.from))} bis ${f.day(String(v.to))}`,
  'report.factCount': () => 'Merkmale je Kunde',
  'report.files': (v) => `Gelesen aus: ${v.files}.`,
  'report.file': (v, f) =>
    `${v.file}${v.sheet === null ? '' : `, Blatt „${v.sheet}“`} (${f.count(Number(v.rows), 'Zeile', 'Zeilen')})`,

  'report.file.sheet': (v, f) => `„${v.sheet}“ (${f.count(Number(v.rows), 'Zeile', 'Zeilen')})`,
  'report.file.sheets': (v) => `${v.file}, Blätter ${v.sheets}`,

  'report.segments': () => 'Wer Ihre Kunden sind',
  'report.segments.column.segment': () => 'Segment',
  'report.segments.column.customers': () => 'Kunden',
  'report.segments.column.share': () => 'Anteil der Kunden',
  'report.segments.column.revenue': () => 'Umsatz',
  'report.segments.column.revenueShare': () => 'Anteil am Umsatz',
  'report.segments.column.perCustomer': () => 'Umsatz je Kunde',
  'report.segments.all': () => 'Alle',
  'report.segments.action': () => 'Was zu tun ist',

  'report.shares.title': (v, f) =>
    `${v.name}: ${f.share(Number(v.share))} der Kunden, ${f.share(Number(v.revenueShare))} des Umsatzes`,
  'report.shares.title.even': () => 'Kunden und Umsatz sind gleich verteilt',
  'report.shares.title.customers': () => 'Wie viele Kunden jedes Segment hat',
  'report.shares.text': () => 'Blasse Balken zeigen den Anteil an allen Kunden, kräftige den Anteil am ganzen Umsatz.',
  'report.shares.ofCustomers': (v, f) => `${f.share(Number(v.share))} der Kunden`,
  'report.shares.ofRevenue': (v, f) => `${f.share(Number(v.share))} des Umsatzes`,

  'report.profile': () => 'Was sie vom Durchschnitt unterscheidet',
  'report.profile.text': () =>
    'Jede Zelle sagt, was typisch ist: Die Hälfte der Kunden des Segments hat weniger, die Hälfte mehr.',
  'report.profile.corner': () => 'Typisch',
  'report.profile.everybody': (v) => `alle: ${v.value}`,
  'report.profile.lower': () => 'unter dem Durchschnitt',
  'report.profile.higher': () => 'darüber',
  'report.profile.part': (v) => `Was sie unterscheidet, Teil ${v.part} von ${v.parts}`,

  'report.map.text': (v, f) =>
    v.shown === v.customers
      ? `Ein Punkt ist ein Kunde, insgesamt ${f.number(Number(v.customers))}. Ähnliche Kunden liegen nah beieinander.`
      : `Ein Punkt ist ein Kunde: ${f.number(Number(v.shown))} von ${f.number(Number(v.customers))}, ausgelost. Ähnliche Kunden liegen nah beieinander.`,
  'report.map.edge': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde liegt', 'Kunden liegen')} weit außerhalb und ${Number(v.customers) === 1 ? 'steht' : 'stehen'} am Rand.`,
  'report.map.summary': (v, f) => `${f.count(Number(v.shown), 'Punkt', 'Punkte')}, nach Segment gefärbt. ${v.finding}.`,
  'report.map.right': (v) => `${v.words} →`,
  'report.map.up': (v) => `↑ ${v.words}`,

  'report.tree': () => 'Wie die Segmente zusammenhängen',
  'report.tree.text': () =>
    'Kunden, die ähnlich einkaufen, kommen zuerst zusammen, ganz rechts; je weiter links sich zwei Äste verbinden, desto mehr unterscheiden sie sich. An der gestrichelten Linie wurde der Baum in Segmente geschnitten.',
  'report.tree.summary': (v, f) =>
    `Ein Baum mit ${f.count(Number(v.customers), 'Kunden', 'Kunden')}, geschnitten in ${f.count(Number(v.k), 'Segment', 'Segmente')}: ${v.names}.`,
  'report.tree.axis.different': () => '← spät verbunden: sehr verschieden',
  'report.tree.axis.alike': () => 'früh verbunden: sehr ähnlich →',
  'report.tree.branch': (v, f) => f.count(Number(v.customers), 'Kunde', 'Kunden'),

  'report.aside': () => 'Was beiseitegelegt wurde',
  'report.aside.text': () => 'Diese Zeilen bleiben im Projekt, zählen aber hier in keiner Zahl mit.',
  'report.aside.none': () => 'Jede Zeile zählt. Nichts musste beiseitegelegt werden.',
  'report.aside.unknown': () =>
    'Die Dateien haben sich geändert, seit diese Segmente gefunden wurden; was damals beiseitegelegt war, steht deshalb nicht hier.',
  'report.aside.column.reason': () => 'Zeilen',
  'report.aside.column.lines': () => 'Wie viele',
  'report.aside.column.money': () => 'Ihr Betrag',
  'report.aside.counted': () => 'Trotzdem mitgezählt, weil diese Regel ausgeschaltet ist.',
  'report.aside.all': () => 'Insgesamt beiseitegelegt',

  'report.facts': () => 'Woher die Merkmale kommen',

  'report.list': () => 'Die Kunden',
  'report.list.bySpend': () => 'Wer am meisten ausgibt, steht oben.',
  'report.list.byFile': () => 'In der Reihenfolge der Datei.',
  'report.list.some': (v, f) =>
    `Es sind ${f.number(Number(v.customers))} Kunden, zu viele zum Drucken: Aus jedem Segment stehen hier bis zu ${f.number(Number(v.most))}. Exportieren Sie die Kunden als Tabelle, um alle zu haben.`,
  'report.list.of': (v, f) =>
    Number(v.shown) === Number(v.customers)
      ? f.count(Number(v.customers), 'Kunde', 'Kunden')
      : `${f.number(Number(v.shown))} von ${f.count(Number(v.customers), 'Kunden', 'Kunden')}`,
  'report.list.key': () => 'Kunde',
  'report.list.name': () => 'Name',
  'report.list.email': () => 'E-Mail',
  'report.list.missing': () => 'unbekannt',

  'report.foot': () => 'Mit Tessera auf einem einzigen Computer erstellt, ohne irgendetwas irgendwohin zu senden.',

  // Method details: the analyst's words
  'report.method.scores.inertia': () => 'Inertia',
  'report.method.effects': () => 'Effektstärken',
  'report.method.effects.text': () =>
    'Abstand des Clustermittels vom Mittel aller, in Standardabweichungen der aufbereiteten Werte.',
  'report.method.skewBefore': () => 'Schiefe vorher',
  'report.method.skewAfter': () => 'Schiefe nachher',
  'report.method.mean': () => 'Mittel',
  'report.method.deviation': () => 'Streuung',
  'report.method.median': () => 'Median, roh',
};
