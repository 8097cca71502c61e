import type { selecting as english } from '../en/selecting.ts';
import type { Format } from '../format.ts';
import type { Translated, Values } from '../phrase.ts';

/** Customers as who does something. */
const customers = (v: Values, f: Format): string => f.count(Number(v.customers), 'Kunde', 'Kunden');
/** Customers as whom something is done to. */
const theCustomers = (v: Values, f: Format): string => f.count(Number(v.customers), 'Kunden', 'Kunden');
const selected = (v: Values, f: Format): string =>
  f.count(Number(v.customers), 'ausgewählten Kunden', 'ausgewählte Kunden');
const money = (v: Values, f: Format): string[] => (Number(v.money) === 0 ? [] : [f.money(Number(v.money))]);

/** What can be done with what is selected, and with segments: put together, divided, frozen, kept as one’s own. */
export const selecting: Translated<typeof english> = {
  'edit.actions': (v) => `Mehr Möglichkeiten: ${v.name}`,
  'edit.mergeSelected': (v, f) =>
    `${f.count(Number(v.count), 'ausgewähltes Segment', 'ausgewählte Segmente')} zusammenlegen`,
  'edit.mergeWith': () => 'Zusammenlegen mit',
  'edit.split': () => 'Teilen in',
  'edit.split.parts': (v, f) => f.count(Number(v.parts), 'Teil', 'Teile'),
  'edit.freeze': () => 'Festhalten',
  'edit.freeze.hint': () => 'Behält seine Kunden, wenn neue Segmente gesucht werden',
  'edit.thaw': () => 'Wieder freigeben',
  'edit.thaw.hint': () => 'Seine Kunden werden mit den anderen neu aufgeteilt',
  'edit.frozen': () => 'Fest',
  'edit.frozen.hint': () =>
    'Es behält seine Kunden, wenn neue Segmente gesucht werden; alle anderen werden neu aufgeteilt.',
  'edit.job.merge': () => 'Segmente werden zusammengelegt',
  'edit.job.split': () => 'Ein Segment wird geteilt',
  'edit.done.merge': (v, f) =>
    `Aus ${f.count(Number(v.count), 'Segment', 'Segmenten')} wurde eines: ${v.name}, ${customers(v, f)}.`,
  'edit.done.split': (v, f) => `In ${f.count(Number(v.parts), 'Teil', 'Teile')} geteilt: ${v.name}.`,
  'edit.done.freeze': (v) => `Behält ab jetzt seine Kunden: ${v.name}.`,
  'edit.done.thaw': (v) => `Darf sich wieder ändern: ${v.name}.`,

  'own.bar': () => 'Was mit den ausgewählten Kunden geschehen soll',
  'own.save': () => 'Als Segment behalten',
  'own.save.do': (v, f) => `${theCustomers(v, f)} behalten`,
  'own.saved': (v, f) => `„${v.name}“ enthält ab jetzt ${theCustomers(v, f)}.`,
  'own.name': () => 'Wie nennen Sie diese Kunden?',
  'own.name.example': () => 'Von der Messe',
  'own.name.hint': () => 'Ein eigenes Segment behält genau diese Kunden, auch im nächsten Monat.',
  'own.name.taken': () => 'So heißt schon ein anderes Segment.',
  'own.color': () => 'Farbe',
  'own.exclude': () => 'Ausschließen',
  'own.exclude.title': (v, f) => `${theCustomers(v, f)} ausschließen?`,
  'own.exclude.text': () =>
    'Sie zählen dann in keiner Zahl und keinem Segment mehr mit, auch nicht im nächsten Monat, und Ihre Segmente werden auf den neuen Stand gebracht. Sie finden sie unter „Daten“ bei dem, was beiseitegelegt ist, und können sie jederzeit zurückholen.',
  'own.exclude.do': (v, f) => `${theCustomers(v, f)} ausschließen`,
  'own.excluded.done': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde ist', 'Kunden sind')} ausgeschlossen.${v.moved === null || Number(v.moved) === 0 ? '' : ` ${f.count(Number(v.moved), 'weiterer Kunde ist', 'weitere Kunden sind')} jetzt in einem anderen Segment.`}`,
  'own.included.done': (v, f) => `${f.count(Number(v.customers), 'Kunde zählt', 'Kunden zählen')} wieder mit.`,
  'own.job.exclude': () => 'Kunden werden ausgeschlossen',
  'own.job.include': () => 'Kunden werden zurückgeholt',
  'own.export': () => 'Exportieren',
  'own.export.customers': () => 'Diese Kunden mit ihren Merkmalen',
  'own.export.mailingList': () => 'Verteiler mit ihnen',
  'own.show': () => 'Nur diese',
  'own.title': () => 'Eigene Segmente',
  'own.text': () =>
    'Kunden, die Sie selbst zusammengestellt haben. Sie können in mehreren sein und bleiben auch im nächsten Monat darin.',
  'own.rename': () => 'Umbenennen',
  'own.recolour': (v) => `Farbe ändern: ${v.name}`,
  'own.remove': () => 'Entfernen',
  'own.removed': (v) => `„${v.name}“ ist entfernt; seine Kunden bleiben, wo sie sind.`,
  'own.missing': (v, f) =>
    Number(v.customers) === 1
      ? '1 weiterer ist nicht unter diesen Kunden'
      : `${f.number(Number(v.customers))} weitere sind nicht unter diesen Kunden`,
  'own.share': (v, f) => `${f.share(Number(v.share))} der Kunden`,
  'own.revenueShare': (v, f) => `${f.share(Number(v.share))} des Umsatzes`,
  'own.group': () => 'Eigene Segmente',
  'own.selection': () => 'Ausgewählte Kunden',
  'own.find.save': (v, f) => `${selected(v, f)} als Segment behalten`,
  'own.find.exclude': (v, f) => `${selected(v, f)} ausschließen`,
  'own.find.show': (v, f) => `Nur ${selected(v, f)} zeigen`,
  'own.shortcut': () => 'Zu dem, was mit der Auswahl geht',
  'own.excluded.title': () => 'Ausgeschlossene Kunden',
  'own.excluded.why': () => 'Sie haben sie aus allen Zahlen und Segmenten herausgenommen.',
  'own.excluded.figures': (v, f) =>
    [
      customers(v, f),
      ...(Number(v.lines) === 0 ? [] : [f.count(Number(v.lines), 'Zeile', 'Zeilen')]),
      ...money(v, f),
    ].join(' · '),
  'own.excluded.one': (v, f) => [f.count(Number(v.lines), 'Zeile', 'Zeilen'), ...money(v, f)].join(' · '),
  'own.excluded.more': (v, f) => `${f.number(Number(v.customers))} davon zeigen`,
  'own.include': () => 'Zurückholen',
  'own.include.one': (v) => `Zurückholen: ${v.name}`,
  'own.include.all': () => 'Alle zurückholen',

  'edit.method': () => 'Von Hand geändert',
  'edit.method.merge': (v, f) =>
    `Einteilung ${v.from}, darin zusammengelegte Cluster: ${v.names}. Alle anderen Zuordnungen sind unverändert; im zusammengelegten Cluster ${Number(v.customers) === 1 ? 'ist' : 'sind'} ${customers(v, f)}. Profile, Regeln und Gütemaße wurden neu berechnet.`,
  'edit.method.split': (v, f) =>
    `Einteilung ${v.from}, darin geteilter Cluster: ${v.names} (${customers(v, f)}), mit k-means, k = ${v.parts} und Startwert ${v.seed}, auf den aufbereiteten Merkmalen, wie sie unter allen Kunden skaliert sind. Alle anderen Zuordnungen sind unverändert. Profile, Regeln und Gütemaße wurden neu berechnet.`,
  'edit.method.kept': () => 'Festgehalten',
  'edit.method.kept.value': (v, f) =>
    `${f.count(Number(v.count), 'Cluster', 'Cluster')} mit ${theCustomers(v, f)} ${Number(v.count) === 1 ? 'behielt seine' : 'behielten ihre'} Zuordnung: ${v.names}. Nur die anderen Kunden wurden neu gruppiert; die Zahl der Cluster zählt die festgehaltenen mit, und die Stabilität ist die der anderen.`,
};
