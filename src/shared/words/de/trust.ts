import type { trust as english } from '../en/trust.ts';
import type { Translated } from '../phrase.ts';

/** The verdict comes as the engine's own word. */
const verdicts: Readonly<Record<string, string>> = { none: 'keine', weak: 'schwach', clear: 'deutlich' };

/** How far segments can be trusted, what else there is beside them, and who is in none. */
export const trust: Translated<typeof english> = {
  'segmentation.reason.nowhere': () =>
    'Ein Segment: Nirgends häufen sich Ihre Kunden mehr als anderswo. Auf eine andere Art lassen sie sich trotzdem einteilen.',

  // How repeatable
  'trust.title': () => 'Wiederholbar',
  'trust.checking': () => 'Wird geprüft …',
  'trust.checking.text': () => 'Tessera lost immer wieder Kunden aus und sucht jedes Mal nach diesem Segment.',
  'trust.sure': (v) => (v.recovered === v.of ? 'Jedes Mal wiedergefunden' : 'Fast jedes Mal wiedergefunden'),
  'trust.steady': () => 'Meistens wiedergefunden',
  'trust.doubtful': () => 'Oft wiedergefunden, mit wechselnden Kunden',
  'trust.fleeting': () => 'Kaum wiedergefunden',
  'trust.short.sure': (v) => (v.recovered === v.of ? 'immer wiedergefunden' : 'fast immer wiedergefunden'),
  'trust.short.steady': () => 'meist wiedergefunden',
  'trust.short.doubtful': () => 'teils wiedergefunden',
  'trust.short.fleeting': () => 'kaum wiedergefunden',
  'trust.drawn': (v, f) =>
    `${f.count(Number(v.of), 'Mal', 'Mal')} wurden Ihre Kunden ausgelost und neu eingeteilt: Dieses Segment kam ${v.recovered === v.of ? 'jedes Mal' : v.recovered === 0 ? 'kein einziges Mal' : f.count(Number(v.recovered), 'Mal', 'Mal')} wieder heraus.`,
  'trust.advice.sure': () => 'Darauf können Sie bauen.',
  'trust.advice.steady': () => 'Darauf können Sie bauen; ein paar Kunden am Rand kommen und gehen.',
  'trust.advice.doubtful': () => 'Den Kern gibt es, aber verlassen Sie sich nicht auf jeden einzelnen Kunden darin.',
  'trust.advice.fleeting': () => 'Bauen Sie nicht zu sehr darauf: Mit ein paar anderen Kunden sähe es anders aus.',

  // By plain rules
  'trust.rules.title': () => 'Lieber nach einfachen Regeln',
  'trust.rules.text': () =>
    'Ein paar Regeln über Tage seit der letzten Bestellung, Bestellungen und Geld: leicht zu erklären und von Hand anzuwenden.',
  'trust.rules.use': () => 'Übernehmen',
  'trust.rules.job': () => 'Einteilen nach einfachen Regeln',
  'trust.rules.rule': () => 'Wer darin ist',

  // How many
  'trust.many': () => 'Wie viele, und warum',
  'trust.many.notAgain': () =>
    'Mit neuen Daten findet dieser Weg die Segmente neu, und was Sie von Hand geändert haben, wird nicht wiederholt. Der schnelle Weg behält es bei.',
  'trust.many.same': () => 'Die Zahlen allein würden ebenso viele wählen.',

  // Customers in no segment
  'trust.none': () => 'In keinem Segment',
  'trust.none.within': () => 'Kunden in keinem Segment',
  'trust.none.why': () => 'Sie ähneln hier niemandem, deshalb wurden sie niemandem zugeordnet.',
  'trust.none.one': () => 'Dieser Kunde ähnelt hier niemandem.',
  'trust.none.count': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde ist', 'Kunden sind')} in keinem Segment (${f.share(Number(v.share))}): ${Number(v.customers) === 1 ? 'Er ähnelt' : 'Sie ähneln'} hier niemandem.`,

  // Ways of finding segments
  'trust.ways.more': () => 'Weitere Verfahren',
  'trust.way.gmm': () => 'Überlappende Gruppen',
  'trust.way.gmm.text': () =>
    'Gruppen dürfen rund oder länglich sein und ineinander übergehen; jeder Kunde kommt in die wahrscheinlichste.',
  'trust.way.kmedoids': () => 'Um typische Kunden herum',
  'trust.way.kmedoids.text': () =>
    'Für jedes Segment steht ein wirklicher Kunde, sodass einige außergewöhnliche weniger ins Gewicht fallen.',
  'trust.way.hdbscan': () => 'Wo sich Kunden häufen',
  'trust.way.hdbscan.text': () =>
    'Findet die Häufungen und wie viele es sind. Wer niemandem ähnelt, bleibt in keinem Segment.',
  'trust.way.rules': () => 'Einfache Regeln',
  'trust.way.rules.text': () =>
    'Ein paar Regeln über Tage seit der letzten Bestellung, Bestellungen und Geld, leicht zu erklären.',
  'trust.way.microward': () => 'Schneller Baum',
  'trust.way.microward.text': () => 'Der Baum für sehr viele Kunden: Die ähnlichsten werden zuerst zusammengefasst.',
  'trust.way.average': () => 'Baum der Durchschnitte',
  'trust.way.average.text': () => 'Verbindet Gruppen, die sich im Durchschnitt ähneln.',
  'trust.way.complete': () => 'Baum der fernsten Nachbarn',
  'trust.way.complete.text': () => 'Verbindet Gruppen, in denen sich selbst die verschiedensten Kunden noch ähneln.',
  'trust.way.single': () => 'Baum der nächsten Nachbarn',
  'trust.way.single.text': () => 'Verbindet Gruppen, die sich berühren: findet Ketten und lässt Einzelgänger für sich.',
  'trust.way.weighted': () => 'Baum der ausgewogenen Durchschnitte',
  'trust.way.weighted.text': () => 'Wie der Baum der Durchschnitte, doch kleine Gruppen zählen so viel wie große.',
  'trust.way.itself': () => 'Dieses Verfahren findet die Zahl selbst',

  // The map of neighbours
  'neighbours.arrange': () => 'Nachbarn',
  'neighbours.title': () => 'Die ähnlichsten Kunden stehen nebeneinander',
  'neighbours.subtitle': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde', 'Kunden')}, je ein Punkt. Wie weit Gruppen voneinander entfernt sind, sagt wenig.`,
  'neighbours.axis': () => 'Nebeneinander: am ähnlichsten',
  'neighbours.job': () => 'Karte der Nachbarn',
  'neighbours.place': () => 'Nebeneinanderstellen',
  'neighbours.place.text': () =>
    'Jeder Kunde bekommt einen Platz neben denen, die ihm am ähnlichsten sind. Das geschieht einmal und bleibt erhalten.',
  'neighbours.tooMany': (v, f) =>
    `Bei mehr als ${f.number(Number(v.limit))} Kunden würde das zu lange dauern. „Ähnlichkeit“ zeigt alle auf einmal.`,

  // Method details: the analyst's words
  'trust.method': () => 'Stabilität und zweite Meinung',
  'trust.method.stability': () => 'Bootstrap-Stabilität',
  'trust.method.none': () => 'noch nicht berechnet',
  'trust.method.rules': () => 'Regeln ergeben dieselben Cluster, wer auch immer gezogen wird',
  'trust.method.one': () => 'ein einziger Cluster wird immer wiedergefunden',
  'trust.method.caption': (v, f) =>
    `Bootstrap-Jaccard (Hennig 2007): ${f.count(Number(v.bootstraps), 'Ziehung', 'Ziehungen')} von ${f.count(Number(v.rows), 'Zeile', 'Zeilen')}; über ${f.number(0.75)} wiedergefunden, unter ${f.number(0.5)} aufgelöst`,
  'trust.method.jaccard': () => 'Jaccard',
  'trust.method.recovered': () => 'Gefunden',
  'trust.method.dissolved': () => 'Aufgelöst',
  'trust.method.structure': () => 'Nullmodell-Test',
  'trust.method.structure.value': (v, f) =>
    `${verdicts[String(v.verdict)] ?? v.verdict}, p ${Number(v.pValue) < 0.001 ? `< ${f.number(0.001, 3)}` : `= ${f.number(Number(v.pValue), 3)}`}`,
  'trust.method.opinion': () => 'Zweite Meinung',
  'trust.method.opinion.value': (v, f) =>
    `${v.library} auf ${f.count(Number(v.rows), 'Zeile', 'Zeilen')}: angepasster Rand-Index ${f.number(Number(v.adjustedRandIndex), 3)}${v.inertiaRatio === null ? '' : `, Inertia das ${f.number(Number(v.inertiaRatio), 4)}-Fache der unseren`}`,
  'trust.method.opinion.none': () => 'kein unabhängiger Code für dieses Verfahren',
  'trust.sweep': () => 'Jede Zahl, die versucht wurde, und was jeder Index dazu sagt',
  'trust.sweep.best': () => 'von diesem Index genannt',
  'trust.sweep.names': () => 'Was jeder Index nennt',
  'trust.sweep.noOpinion': () => 'keine',
  'trust.sweep.gapRows': (v, f) => `Gap-Statistik aus ${f.count(Number(v.rows), 'Zeile', 'Zeilen')}.`,
  'trust.sweep.statistical': () => 'Statistisches Optimum',
  'trust.sweep.serves': () => 'Die brauchbarste Zahl',
  'trust.axes': () => 'Hauptachsen: Korrelation jedes aufbereiteten Merkmals mit den ersten beiden',
  'trust.axes.fact': () => 'Merkmal',
  'trust.axes.across': () => 'Erste (quer)',
  'trust.axes.up': () => 'Zweite (hoch)',
  'neighbours.method': () => 't-SNE (van der Maaten 2014), Perplexität 30, ausgehend von den Hauptachsen; ohne Zufall.',
};
