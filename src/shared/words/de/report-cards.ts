import type { reportCards as english } from '../en/report-cards.ts';
import type { Translated } from '../phrase.ts';

/** The verdict comes as the engine's own word. */
const verdicts: Readonly<Record<string, string>> = { none: 'keine', weak: 'schwach', clear: 'deutlich' };

/** What the cards of a report say beyond the first one's words, and what the cards are called. */
export const reportCards: Translated<typeof english> = {
  'report.card.title': () => 'Titel',
  'report.card.summary': () => 'Kurz gesagt',
  'report.card.howMany': () => 'Wie viele und warum',
  'report.card.segments': () => 'Segmente',
  'report.card.persona': () => 'Ein Blatt je Segment',
  'report.card.revenue': () => 'Kunden und Umsatz',
  'report.card.profile': () => 'Unterschiede',
  'report.card.map': () => 'Karte',
  'report.card.tree': () => 'Baum',
  'report.card.distributions': () => 'Verteilung der Merkmale',
  'report.card.changes': () => 'Was sich geändert hat',
  'report.card.setAside': () => 'Beiseitegelegtes',
  'report.card.quality': () => 'Qualität der Tabellen',
  'report.card.caveats': () => 'Was zu bedenken ist',
  'report.card.origins': () => 'Herkunft der Merkmale',
  'report.card.methods': () => 'Details zur Methode',
  'report.card.text': () => 'Eigener Text',
  'report.card.customers': () => 'Kunden mit Namen',

  'report.changes': () => 'Was sich seit dem letzten Mal geändert hat',
  'report.changes.first': () =>
    'Dies sind die ersten Segmente dieses Projekts. Die nächsten werden mit ihnen verglichen: wer kam, wer ging, wer wechselte.',
  'report.changes.more': (v, f) =>
    `${f.count(Number(v.count), 'kleinere Änderung steht', 'kleinere Änderungen stehen')} hier nicht.`,
  'report.changes.none': () => 'Seit dem letzten Mal hat niemand gewechselt.',

  'report.spread': () => 'Wie die Merkmale verteilt sind',
  'report.spread.text': () =>
    'Der Strich ist der typische Kunde. Die Hälfte der Kunden eines Segments liegt im Balken, neun von zehn liegen auf der Linie.',
  'report.spread.summary': (v, f) =>
    `${v.fact} in ${f.count(Number(v.segments), 'Segment', 'Segmenten')}: für jedes eine Linie vom untersten bis zum obersten Zwanzigstel, ein Balken für die mittlere Hälfte und ein Strich beim typischen Kunden.`,
  'report.spread.low': () => '5 % haben weniger als',
  'report.spread.quarter': () => 'Ein Viertel hat weniger als',
  'report.spread.typical': () => 'Typisch',
  'report.spread.threeQuarters': () => 'Ein Viertel hat mehr als',
  'report.spread.high': () => '5 % haben mehr als',

  'report.persona.who': () => 'Wer sie sind',
  'report.persona.do': () => 'Was zu tun ist, und was nicht',
  'report.persona.typical': () => 'Typische Zahlen',
  'report.persona.fact': () => 'Merkmal',
  'report.persona.when': () => 'Wann sie kaufen',
  'report.persona.where': () => 'Wo sie kaufen',
  'report.persona.what': () => 'Was sie kaufen',
  'report.persona.habit': (v) => `${v.fact}: ${v.value} (alle: ${v.all}).`,

  'report.quality': () => 'Wie verlässlich die Tabellen sind',
  'report.quality.title': (v, f) => `Die Tabellen erreichen ${f.number(Number(v.score), 0)} von 100`,
  'report.quality.never': () =>
    'Die Tabellen wurden noch nicht durchgesehen. Öffnen Sie unter „Daten“ die „Qualität“, dann steht hier, was daran vielleicht nicht stimmt.',
  'report.quality.before': () => 'Die Daten haben sich geändert, seit die Tabellen durchgesehen wurden.',
  'report.quality.column.part': () => 'Worauf geachtet wurde',
  'report.quality.column.score': () => 'Von 100',
  'report.quality.column.findings': () => 'Hinweise',
  'report.quality.column.where': () => 'Wo',
  'report.quality.column.weight': () => 'Gewicht',
  'report.quality.column.rows': () => 'Zeilen',
  'report.quality.where': (v) => `„${v.column}“ in ${v.file}`,
  'report.quality.more': (v, f) =>
    `${f.count(Number(v.count), 'kleinerer Hinweis steht', 'kleinere Hinweise stehen')} nicht hier.`,

  'report.caveats': () => 'Was zu bedenken ist',
  'report.caveat.unchecked': () => 'Wie verlässlich wiederholbar die Segmente sind, wurde noch nicht geprüft.',
  'report.caveat.fleeting.several': (v) =>
    `${v.names === null ? 'Alle Segmente' : v.names}: kaum wiedergefunden, wenn Kunden neu ausgelost werden. Bauen Sie nicht viel darauf: Mit ein paar anderen Kunden sähen sie anders aus.`,
  'report.caveat.doubtful.several': (v) =>
    `${v.names === null ? 'Alle Segmente' : v.names}: nur zum Teil wiedergefunden, wenn Kunden neu ausgelost werden. Ihr Kern steht fest; verlassen Sie sich aber nicht auf jeden einzelnen Kunden darin.`,
  'report.caveat.few': (v, f) =>
    `Es hat nur ${f.count(Number(v.customers), 'Kunden', 'Kunden')}: Mit ein paar anderen sähen seine Zahlen anders aus.`,
  'report.caveat.old': (v, f) =>
    `Die Daten enden am ${f.day(String(v.day))}, ${Number(v.days) < 730 ? f.count(Number(v.days), 'Tag', 'Tage') : `rund ${f.number(Math.round(Number(v.days) / 365.25))} Jahre`} vor diesem Bericht. Wer damals Stammkunde war, kann inzwischen weg sein.`,
  'report.caveat.aside': (v, f) =>
    `${f.count(Number(v.lines), 'Zeile', 'Zeilen')} (${f.share(Number(v.share))}) ${Number(v.lines) === 1 ? 'zählt nicht, weil eine Regel sie beiseitelegt' : 'zählen nicht, weil eine Regel sie beiseitelegt'}.`,
  'report.caveat.missing': (v, f) =>
    `„${v.fact}“ ist bei ${f.count(Number(v.customers), 'Kunden', 'Kunden')} (${f.share(Number(v.share))}) nicht bekannt; ${Number(v.customers) === 1 ? 'er gilt' : 'sie gelten'} darin als typisch.`,
  'report.caveat.quality.never': () => 'Noch hat niemand nachgesehen, was an den Tabellen vielleicht nicht stimmt.',
  'report.caveat.quality.low': (v, f) =>
    `Die Tabellen erreichen ${f.number(Number(v.score), 0)} von 100: Manches, was darin steht, stimmt vielleicht nicht.`,
  'report.caveat.typical': () =>
    'Was über ein Segment gesagt wird, ist typisch dafür. Kein einzelner Kunde muss so sein.',

  'report.foot.names': () =>
    'Mit Tessera auf einem einzigen Computer erstellt, ohne irgendetwas irgendwohin zu senden. Nennt einzelne Kunden.',

  'report.pptx.continued': (v) => `${v.title} (Fortsetzung)`,
  'report.xlsx.report': () => 'Bericht',
  'report.xlsx.words': () => 'In Worten',
  'report.pdf.missing': (v, f) =>
    `${f.count(Number(v.letters), 'Schriftzeichen', 'Schriftzeichen')}${v.scripts === null ? '' : ` (${v.scripts})`} ${Number(v.letters) === 1 ? 'lässt' : 'lassen'} sich in diesem PDF nicht schreiben und ${Number(v.letters) === 1 ? 'steht' : 'stehen'} als ${v.mark}. Die Webseite, die Arbeitsmappe und die Folien dieses Berichts zeigen alles vollständig; aus einem Browser gedruckt, wird auch aus der Webseite ein PDF.`,
  'report.pdf.script.Han': () => 'Chinesisch oder Japanisch',
  'report.pdf.script.Kana': () => 'Japanisch',
  'report.pdf.script.Hangul': () => 'Koreanisch',
  'report.pdf.script.Arabic': () => 'Arabisch',
  'report.pdf.script.Hebrew': () => 'Hebräisch',
  'report.pdf.script.Devanagari': () => 'Devanagari',
  'report.pdf.script.Thai': () => 'Thailändisch',

  // Method details: the analyst's words
  'report.methods.data': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde wurde', 'Kunden wurden')} durch ${f.count(Number(v.count), 'Merkmal', 'Merkmale')} beschrieben (${v.facts})${v.asOf === null ? '' : `, Stand ${f.day(String(v.asOf))}`}${v.files === '' ? '' : `, berechnet aus: ${v.files}`}.`,
  'report.methods.prepared': (v, f) =>
    `${Number(v.logs) === 0 ? 'Kein Merkmal wurde transformiert' : `Um die Schiefe zu verringern, ${Number(v.logs) === 1 ? 'wurde' : 'wurden'} ${f.number(Number(v.logs))} von ${f.count(Number(v.features), 'Merkmal', 'Merkmalen')} transformiert`}, und alle wurden auf eine gemeinsame Skala gebracht${Number(v.imputed) === 0 ? '' : `; ${f.count(Number(v.imputed), 'fehlender Wert wurde', 'fehlende Werte wurden')} ergänzt`}${Number(v.leftOut) === 0 ? '' : `; ${f.count(Number(v.leftOut), 'Merkmal wurde', 'Merkmale wurden')} weggelassen (siehe Tabelle)`}.`,
  'report.methods.clustered': (v, f) =>
    `Verfahren: ${v.method} mit k = ${f.number(Number(v.k))}, ${v.asked === true ? 'automatisch gewählt' : 'wie vorgegeben'}, Startwert ${v.seed}${v.silhouette === null ? '' : `; die mittlere Silhouette beträgt ${v.silhouette}`}.`,
  'report.methods.structure': (v, f) =>
    `Ein Nullmodell-Test auf Clusterstruktur ergab das Urteil „${verdicts[String(v.verdict)] ?? v.verdict}“ (p ${Number(v.pValue) < 0.001 ? `< ${f.number(0.001, 3)}` : `= ${f.number(Number(v.pValue), 3)}`}).`,
  'report.methods.stability': (v, f) =>
    `In ${f.count(Number(v.bootstraps), 'Bootstrap-Ziehung', 'Bootstrap-Ziehungen')} von ${f.count(Number(v.rows), 'Zeile', 'Zeilen')} erreichten die Cluster mittlere Jaccard-Ähnlichkeiten von ${v.least} bis ${v.most} (Hennig 2007).`,
  'report.methods.opinion': (v, f) =>
    `Unabhängiger Code (${v.library}) auf ${f.count(Number(v.rows), 'Zeile', 'Zeilen')} stimmte mit einem angepassten Rand-Index von ${v.index} überein.`,
  'report.aside.excluded': (v, f) =>
    `Von Hand herausgenommen: ${f.count(Number(v.customers), 'Kunde', 'Kunden')}, ${f.count(Number(v.lines), 'Zeile', 'Zeilen')} mit ${f.money(Number(v.money))}, die sonst zählen würden.`,
  'report.aside.excluded.title': () => 'Von Hand herausgenommene Kunden',
  'report.aside.excluded.since': () => 'Herausgenommen am',
  'report.aside.excluded.more': (v, f) => `Und ${f.count(Number(v.customers), 'weiterer Kunde', 'weitere Kunden')}.`,
  'composer.excludedNamed': () => 'Die herausgenommenen Kunden nennen',
};
