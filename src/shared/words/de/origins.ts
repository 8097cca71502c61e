import type { origins as english } from '../en/origins.ts';
import type { Format } from '../format.ts';
import type { Translated, Values } from '../phrase.ts';

/** „eins → anderes“, und wer nur auf einer Seite ist. */
const flowName = (v: Values): string =>
  v.fromKind === 'absent'
    ? `neu in ${v.toKind === 'none' ? 'keinem Segment' : `„${v.to}“`}`
    : v.toKind === 'absent'
      ? `fort aus ${v.fromKind === 'none' ? 'keinem Segment' : `„${v.from}“`}`
      : `${v.fromKind === 'none' ? 'kein Segment' : `„${v.from}“`} → ${v.toKind === 'none' ? 'kein Segment' : `„${v.to}“`}`;

const chosenNames = (v: Values, f: Format): string =>
  f.list(
    Object.keys(v)
      .filter((name) => /^segment\d+$/.test(name))
      .map((name) => `„${v[name]}“`),
  );

const chosenName = (v: Values): string =>
  v.kind === 'own' ? `in „${v.own}“` : v.kind === 'segments' ? `in ${v.count} Segmenten` : 'in der Auswahl';

const monthName = (v: Values, f: Format): string =>
  `${v.segment === null ? '' : ` in „${v.segment}“`} am ${f.day(String(v.day))}`;

const rebuiltNote = (v: Values): string =>
  v.rebuilt === 1 ? ' Der Monat wurde nachträglich gebildet, aus den Bestellungen bis zu diesem Tag.' : '';

const orderName = (v: Values, f: Format): string =>
  `Bestellung ${v.order === null ? '' : `${v.order} `}vom ${f.day(String(v.day))}`;

const minus = (value: unknown): string => (/^[-−]/.test(String(value)) ? `(${value})` : String(value));

/** Where a number comes from: what opens when it is clicked, and the paragraph that can be copied. */
export const origins: Translated<typeof english> = {
  'origin.open': () => 'Woher diese Zahl kommt',
  'origin.openByRight': () => 'Rechtsklick zeigt, woher sie kommt',
  'origin.back': () => 'Zurück zur vorigen Zahl',
  'origin.none': () => 'Diese Zahl gibt es hier nicht',

  'origin.name.total.customers': () => 'Kunden',
  'origin.name.total.orders': () => 'Bestellungen',
  'origin.name.total.orderLines': () => 'Zeilen, die zählen',
  'origin.name.total.revenue': () => 'Umsatz',
  'origin.name.total.firstDay': () => 'Erste Bestellung',
  'origin.name.total.lastDay': () => 'Letzte Bestellung',
  'origin.name.chosen.customers': (v) => `Kunden ${chosenName(v)}`,
  'origin.name.chosen.share': (v) => `Anteil der Kunden ${chosenName(v)} an allen Kunden`,
  'origin.name.chosen.revenue': (v) => `Umsatz der Kunden ${chosenName(v)}`,
  'origin.name.chosen.revenueShare': (v) => `Anteil der Kunden ${chosenName(v)} am ganzen Umsatz`,
  'origin.name.month.customers': (v, f) => `Kunden${monthName(v, f)}`,
  'origin.name.month.revenue': (v, f) => `Umsatz der Kunden${monthName(v, f)}`,
  'origin.name.order.lines': (v, f) => `Zeilen der ${orderName(v, f)}`,
  'origin.name.order.amount': (v, f) => `Betrag der ${orderName(v, f)}`,
  'origin.name.run.segments': () => 'Anzahl der Segmente',
  'origin.name.run.silhouette': () => 'Wie deutlich die Segmente getrennt sind',
  'origin.name.segment.size': (v) => `Kunden in „${v.segment}“`,
  'origin.name.segment.share': (v) => `Anteil von „${v.segment}“ an allen Kunden`,
  'origin.name.segment.revenue': (v) => `Umsatz von „${v.segment}“`,
  'origin.name.segment.revenueShare': (v) => `Anteil von „${v.segment}“ am ganzen Umsatz`,
  'origin.name.segment.revenuePerCustomer': (v) => `Umsatz je Kunde in „${v.segment}“`,
  'origin.name.segment.silhouette': (v) => `Wie deutlich getrennt „${v.segment}“ ist`,
  'origin.name.segment.stability': (v) => `Wie verlässlich wiederholbar „${v.segment}“ ist`,
  'origin.name.segmentFeature.mean': (v) => `${v.feature}, Durchschnitt in „${v.segment}“`,
  'origin.name.segmentFeature.median': (v) => `${v.feature}, typisch in „${v.segment}“`,
  'origin.name.segmentFeature.effect': (v) => `${v.feature}: „${v.segment}“ gegenüber allen`,
  'origin.name.everyone.mean': (v) => `${v.feature}, Durchschnitt aller`,
  'origin.name.everyone.median': (v) => `${v.feature}, typisch für alle`,
  'origin.name.customer': (v) => `${v.customer}: ${v.feature}`,
  'origin.name.sureness': (v) => `${v.customer}: wie sicher das Segment ist`,

  'origin.formula': () => 'Wie sie entsteht',
  'origin.formula.total.customers': () => 'Alle, von denen es mindestens eine Zeile gibt, die zählt.',
  'origin.formula.total.orders': () =>
    'Die verschiedenen Bestellungen in den Zeilen, die zählen; jede Bestellnummer einmal, egal wie viele Zeilen sie hat.',
  'origin.formula.total.orderLines': () => 'Die Zeilen der Dateien mit Bestellungen, die keine Regel beiseitelegt.',
  'origin.formula.total.revenue': () => 'Das Geld aller Zeilen, die zählen, zusammengezählt.',
  'origin.formula.total.firstDay': () => 'Der früheste Tag aller Zeilen, die zählen.',
  'origin.formula.total.lastDay': () =>
    'Der späteste Tag aller Zeilen, die zählen. Bis zu diesem Tag zählen die Tage seit der letzten Bestellung.',
  'origin.formula.chosen.customers': (v, f) =>
    v.kind === 'own'
      ? 'Die Kunden dieses eigenen Segments, die unter denen der jetzigen Segmente sind, gezählt.'
      : v.kind === 'segments'
        ? `Die Kunden von ${chosenNames(v, f)}, zusammengezählt; jeder ist nur in einem Segment.`
        : 'Die einzeln ausgewählten Kunden, gezählt.',
  'origin.formula.chosen.share': () => 'Diese Kunden, geteilt durch alle Kunden.',
  'origin.formula.chosen.revenue': () => 'Was diese Kunden insgesamt ausgegeben haben, zusammengezählt.',
  'origin.formula.chosen.revenueShare': (v, f) =>
    v.kind === 'segments'
      ? `Was die Kunden von ${chosenNames(v, f)} ausgegeben haben, geteilt durch den ganzen Umsatz.`
      : 'Was diese Kunden ausgegeben haben, geteilt durch den ganzen Umsatz.',
  'origin.formula.month.customers': (v) =>
    `${v.segment === null ? 'Alle, die bis zu diesem Tag gekauft hatten, gezählt.' : 'Die Kunden, die zu diesem Tag in diesem Segment waren, gezählt.'}${rebuiltNote(v)}`,
  'origin.formula.month.revenue': (v) =>
    `Was sie bis zu diesem Tag insgesamt ausgegeben hatten, zusammengezählt.${rebuiltNote(v)}`,
  'origin.formula.order.lines': () => 'Die Zeilen dieser Bestellung, die zählen.',
  'origin.formula.order.amount': () => 'Das Geld der Zeilen dieser Bestellung, die zählen, zusammengezählt.',
  'origin.formula.run.segments': () =>
    'In wie viele Gruppen die Kunden eingeteilt wurden. Warum es so viele sind, steht bei den Segmenten.',
  'origin.formula.run.silhouette': () =>
    'Für jeden Kunden, wie viel näher ihm die anderen Kunden seines Segments sind als die des nächstbesten, von −1 bis 1; davon der Durchschnitt über alle.',
  'origin.formula.segment.size': () => 'Die Kunden in diesem Segment, gezählt.',
  'origin.formula.segment.share': () => 'Kunden in diesem Segment, geteilt durch alle Kunden.',
  'origin.formula.segment.revenue': () => 'Was die Kunden dieses Segments insgesamt ausgegeben haben, zusammengezählt.',
  'origin.formula.segment.revenueShare': () => 'Umsatz dieses Segments, geteilt durch den ganzen Umsatz.',
  'origin.formula.segment.revenuePerCustomer': () => 'Umsatz dieses Segments, geteilt durch seine Kunden.',
  'origin.formula.segment.silhouette': () =>
    'Für jeden Kunden darin, wie viel näher ihm die anderen dieses Segments sind als die des nächstbesten, von −1 bis 1; davon der Durchschnitt.',
  'origin.formula.segment.stability': () =>
    'Viele Male werden Kunden neu gezogen und neu eingeteilt. Jedes Mal wird gemessen, wie viel von diesem Segment sich wiederfindet, von 0 bis 1; dies ist der Durchschnitt.',
  'origin.formula.segmentFeature.mean': (v) =>
    `„${v.feature}“ der Kunden in diesem Segment, zusammengezählt und durch ihre Anzahl geteilt.`,
  'origin.formula.segmentFeature.median': (v) =>
    `„${v.feature}“ der Kunden in diesem Segment, der Größe nach geordnet: der Wert in der Mitte, oder der halbe Weg zwischen den beiden in der Mitte.`,
  'origin.formula.segmentFeature.effect': (v) =>
    `Wie weit der Durchschnitt von „${v.feature}“ im Segment über oder unter dem aller Kunden liegt, gemessen daran, wie sehr sich Kunden gewöhnlich unterscheiden. Ab 0,3 heißt es höher oder niedriger, ab 1 viel höher oder niedriger.`,
  'origin.formula.everyone.mean': (v) => `„${v.feature}“ aller Kunden, zusammengezählt und durch ihre Anzahl geteilt.`,
  'origin.formula.everyone.median': (v) =>
    `„${v.feature}“ aller Kunden, der Größe nach geordnet: der Wert in der Mitte, oder der halbe Weg zwischen den beiden in der Mitte.`,
  'origin.formula.sureness': () =>
    'Der Abstand zur Mitte des eigenen Segments, geteilt durch den Abstand zur Mitte des nächstbesten und von 1 abgezogen: 0 ist genau zwischen beiden, 1 in der Mitte des eigenen. Sicher ab 0,4, ziemlich sicher ab 0,15.',

  'origin.input.size': () => 'Kunden im Segment',
  'origin.input.customers': () => 'Alle Kunden',
  'origin.input.revenue': () => 'Umsatz des Segments',
  'origin.input.allRevenue': () => 'Ganzer Umsatz',
  'origin.input.mean': () => 'Durchschnitt im Segment',
  'origin.input.everyonesMean': () => 'Durchschnitt aller',
  'origin.input.preparedMean': () => 'Durchschnitt im Segment, vergleichbar gemacht',
  'origin.input.everyonesPreparedMean': () => 'Durchschnitt aller, vergleichbar gemacht',
  'origin.input.preparedDeviation': () => 'Wie sehr sich Kunden gewöhnlich unterscheiden',
  'origin.input.lastOrder': () => 'Letzte Bestellung',
  'origin.input.asOf': () => 'Gezählt bis',
  'origin.input.draws': () => 'Wie oft Kunden neu gezogen wurden',
  'origin.input.recovered': () => 'Wie oft es sich wiederfand',
  'origin.input.ownDistance': () => 'Abstand zum eigenen Segment',
  'origin.input.nextDistance': () => 'Abstand zum nächstbesten',
  'origin.input.chosen': () => 'Diese Kunden',
  'origin.input.chosenRevenue': () => 'Ihr Umsatz',
  'origin.input.known': () => 'Kunden, von denen es bekannt ist',

  'origin.unit.customers': (v, f) => f.count(Number(v.value), 'Kunde', 'Kunden'),
  'origin.unit.orders': (v, f) => f.count(Number(v.value), 'Bestellung', 'Bestellungen'),
  'origin.unit.orderLines': (v, f) => f.count(Number(v.value), 'Zeile', 'Zeilen'),
  'origin.unit.segments': (v, f) => f.count(Number(v.value), 'Segment', 'Segmente'),
  'origin.unit.money': (v, f) => f.money(Number(v.value)),
  'origin.unit.share': (v, f) => f.share(Number(v.value)),
  'origin.unit.day': (v, f) => f.day(new Date(Number(v.value) * 86_400_000).toISOString().slice(0, 10)),
  'origin.unit.days': (v, f) => f.count(Number(v.value), 'Tag', 'Tage'),
  'origin.unit.count': (v, f) => f.number(Number(v.value)),
  'origin.unit.number': (v, f) => f.number(Number(v.value)),
  // Nearly nothing below zero is no “−0”.
  'origin.unit.score': (v, f) => f.number(Math.round(Number(v.value) * 1000) / 1000 + 0, 3),

  'origin.exactly': (v, f) => `genau ${f.number(Number(v.value), 6)}`,
  'origin.same': (v) =>
    v.from === 'rows' ? 'Eben aus den Zeilen nachgezählt: Es stimmt überein.' : 'Eben nachgezählt: Es stimmt überein.',
  'origin.differs': (v) => `Eben nachgezählt: ${v.recount}. Das stimmt nicht überein; bitte melden Sie es.`,
  'origin.countAgain': () => 'Nachzählen',
  'origin.countAgain.job': (v) => `Wird nachgezählt: ${v.name}`,
  'origin.stale': () =>
    'Seit die Segmente gebildet wurden, hat sich geändert, was zählt; diese Zahl ist von vorher. Bilden Sie die Segmente neu, dann stimmt sie wieder.',
  'origin.missing': (v, f) =>
    `Ohne diese Angabe und deshalb weggelassen: ${f.count(Number(v.missing), 'Kunde', 'Kunden')}.`,

  'origin.data': () => 'Gemacht aus',
  'origin.data.table': (v, f) => `${v.name}, ${f.count(Number(v.rows), 'Zeile', 'Zeilen')}`,
  'origin.data.days': (v, f) => `${f.day(String(v.first))} bis ${f.day(String(v.last))}`,
  'origin.data.aside': (v, f) => `${f.count(Number(v.lines), 'Zeile', 'Zeilen')} beiseitegelegt: ${v.reasons}`,
  'origin.data.reason': (v, f) => `${v.reason} (${f.number(Number(v.lines))})`,
  'origin.show.customers': (v, f) =>
    Number(v.customers) === 1 ? 'Diesen Kunden zeigen' : `Diese ${f.number(Number(v.customers))} Kunden zeigen`,
  'origin.show.rows': () => 'Zeilen zeigen',
  'origin.copy': () => 'Als Methodenabsatz kopieren',
  'origin.copied': () => 'Kopiert',
  'origin.copy.failed': () =>
    'Dieses Fenster darf die Zwischenablage nicht benutzen. Markieren Sie den Text und kopieren Sie ihn von Hand.',

  // Method details and the paragraph: the analyst's words
  'origin.method.figure': (v) => `${v.name}: ${v.value}.`,
  'origin.method.formula.run.silhouette': () =>
    'Mittlere Silhouettenbreite (Rousseeuw 1987) mit euklidischem Abstand auf den aufbereiteten Merkmalen.',
  'origin.method.formula.segment.silhouette': () =>
    'Mittlere Silhouettenbreite (Rousseeuw 1987) der Kunden des Clusters mit euklidischem Abstand auf den aufbereiteten Merkmalen.',
  'origin.method.formula.segment.stability': () =>
    'Stabilität je Cluster: Mittel der größten Jaccard-Ähnlichkeit mit einem Cluster der neuen Zerlegung über die Bootstrap-Stichproben (Hennig 2007).',
  'origin.method.formula.segmentFeature.effect': () =>
    'Standardisierte Mittelwertdifferenz: Mittel des aufbereiteten Merkmals im Cluster abzüglich des Mittels aller Kunden, geteilt durch die Standardabweichung aller Kunden (als Grundgesamtheit).',
  'origin.method.formula.sureness': () =>
    'Vereinfachte Silhouette (Hruschka, de Castro & Campello 2004): 1 − Abstand zum eigenen Zentroid / Abstand zum nächstgelegenen anderen Zentroid auf den aufbereiteten Merkmalen, Werte unter 0 als 0 genommen.',
  'origin.method.missing': (v, f) =>
    Number(v.missing) === 1
      ? `${f.number(1)} Kunde ohne Wert wurde weggelassen.`
      : `${f.number(Number(v.missing))} Kunden ohne Wert wurden weggelassen.`,
  'origin.method.data': (v, f) =>
    `Daten: ${v.tables}${v.first === null || v.last === null ? '' : `, ${f.day(String(v.first))} bis ${f.day(String(v.last))}`}.`,
  'origin.method.asOf': (v, f) =>
    `Tage sind bis zum ${f.day(String(v.day))} gezählt, der letzten Bestellung in den Daten.`,
  'origin.method.aside': (v, f) =>
    `${f.count(Number(v.lines), 'Zeile wurde', 'Zeilen wurden')} ausgeschlossen: ${v.reasons}.`,
  'origin.method.run': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde wurde', 'Kunden wurden')} in ${f.count(Number(v.k), 'Cluster', 'Cluster')} eingeteilt. Verfahren: ${v.method}, ${v.isAuto === true ? 'k nach internen Gütemaßen gewählt' : 'k wie vorgegeben'}, Startwert ${v.seed}. Merkmale: ${v.features}.`,
  'origin.method.preparation': (v) => `Die Merkmale wurden so aufbereitet: ${v.list}.`,
  'origin.method.preparation.item': (v) => `${v.feature} (${v.done})`,
  'origin.method.engine': (v, f) =>
    `Berechnet mit Tessera, Rechenkern ${v.engine}, Eingabe ${v.hash}, am ${f.day(String(v.day))}.`,

  // A customer’s orders on a line of time
  'customers.timeline': (v, f) =>
    `${f.count(Number(v.count), 'Bestellung', 'Bestellungen')} seit dem ${f.day(String(v.from))}${v.gap === null ? '' : `, höchstens ${f.count(Number(v.gap), 'Tag', 'Tage')} ohne eine`}`,
  'customers.timeline.order': (v, f) =>
    `${f.day(String(v.day))}: ${f.money(Number(v.amount))}, ${f.count(Number(v.lines), 'Zeile', 'Zeilen')}`,
  'customers.timeline.gap': (v, f) => `Längste Zeit ohne Bestellung: ${f.count(Number(v.days), 'Tag', 'Tage')}`,

  'origin.openByDouble': () => 'Doppelklick zeigt, woher sie kommt',
  'origin.name.segmentFeature.missing': (v) => `${v.feature}: unbekannt in „${v.segment}“`,
  'origin.name.everyone.least': (v) => `${v.feature}, der kleinste Wert`,
  'origin.name.everyone.quarter': (v) => `${v.feature}: höchstens so viel bei einem Viertel der Kunden`,
  'origin.name.everyone.threeQuarters': (v) => `${v.feature}: höchstens so viel bei drei Vierteln der Kunden`,
  'origin.name.everyone.greatest': (v) => `${v.feature}, der größte Wert`,
  'origin.name.everyone.skewness': (v) => `${v.feature}: wie schief es verteilt ist`,
  'origin.name.everyone.missing': (v) => `${v.feature}: unbekannt`,
  'origin.name.correlation': (v) => `Wie „${v.feature}“ und „${v.with}“ zusammenhängen`,
  'origin.name.run.structure': () => 'Ob es überhaupt Gruppen gibt',
  'origin.name.run.across': () => 'Anteil der Unterschiede, den die Karte quer zeigt',
  'origin.name.run.up': () => 'Anteil der Unterschiede, den die Karte nach oben zeigt',
  'origin.name.sweep.silhouette': (v) => `Wie deutlich ${v.k} Segmente getrennt wären`,
  'origin.name.sweep.smallestShare': (v) => `Kleinstes von ${v.k} Segmenten`,
  'origin.name.sweep.largestShare': (v) => `Größtes von ${v.k} Segmenten`,
  'origin.name.comparison.common': () => 'Kunden auf beiden Seiten',
  'origin.name.comparison.onlyA': () => 'Kunden nur auf der ersten Seite',
  'origin.name.comparison.onlyB': () => 'Kunden nur auf der zweiten Seite',
  'origin.name.comparison.stayed': () => 'Kunden, die auf beiden Seiten im selben Segment sind',
  'origin.name.comparison.stayedShare': () => 'Anteil der Kunden, die auf beiden Seiten im selben Segment sind',
  'origin.name.comparison.moved': () => 'Kunden, die in einem anderen Segment sind',
  'origin.name.comparison.movedRevenue': () => 'Umsatz der Kunden, die in einem anderen Segment sind',
  'origin.name.comparison.movedRevenueShare': () => 'Umsatzanteil der Kunden, die in einem anderen Segment sind',
  'origin.name.comparison.randIndex': () => 'Übereinstimmung ohne Zufall, nach Kundenpaaren',
  'origin.name.comparison.mutualInformation': () =>
    'Übereinstimmung ohne Zufall, nach dem, was eines vom anderen verrät',
  'origin.name.flow.customers': (v) => `Kunden: ${flowName(v)}`,
  'origin.name.flow.revenue': (v) => `Umsatz: ${flowName(v)}`,
  'origin.name.flow.revenueShare': (v) => `Umsatzanteil: ${flowName(v)}`,
  'origin.name.pair': (v) => `Was „${v.from}“ und „${v.to}“ gemeinsam haben`,
  'origin.name.cut': (v) => `Höhe des Baums bei ${v.k} Segmenten`,
  'origin.name.rows': (v) => (v.file === null ? 'Zeilen aller Dateien' : `Zeilen von „${v.file}“`),
  'origin.name.aside.lines': (v) => (v.reason === null ? 'Beiseitegelegte Zeilen' : String(v.reason)),
  'origin.name.aside.money': (v) =>
    v.reason === null ? 'Geld auf beiseitegelegten Zeilen' : `${v.reason}: das Geld darauf`,
  'origin.name.quality': (v) => (v.part === undefined ? 'Wie gut die Daten sind' : `${v.part}, Punkte von 100`),
  'origin.formula.segmentFeature.missing': (v) =>
    `Die Kunden dieses Segments, von denen „${v.feature}“ unbekannt ist, geteilt durch alle seine Kunden.`,
  'origin.formula.everyone.least': (v) => `„${v.feature}“ aller Kunden der Größe nach: der erste Wert.`,
  'origin.formula.everyone.quarter': (v) =>
    `„${v.feature}“ aller Kunden der Größe nach: der Wert nach einem Viertel des Wegs, gerade zwischen zwei Werten, wo die Stelle dazwischen liegt.`,
  'origin.formula.everyone.threeQuarters': (v) =>
    `„${v.feature}“ aller Kunden der Größe nach: der Wert nach drei Vierteln des Wegs, gerade zwischen zwei Werten, wo die Stelle dazwischen liegt.`,
  'origin.formula.everyone.greatest': (v) => `„${v.feature}“ aller Kunden der Größe nach: der letzte Wert.`,
  'origin.formula.everyone.skewness': (v) =>
    `Wie weit „${v.feature}“ nach einer Seite reicht: 0 ist nach beiden Seiten gleich, über 1 haben wenige Kunden viel mehr als die meisten.`,
  'origin.formula.everyone.missing': (v) =>
    `Die Kunden, von denen „${v.feature}“ unbekannt ist, geteilt durch alle Kunden.`,
  'origin.formula.correlation': (v) =>
    `Alle Kunden nach „${v.feature}“ geordnet, und noch einmal nach „${v.with}“: 1, wenn beide Reihenfolgen gleich sind, −1, wenn eine die andere umkehrt, etwa 0, wenn eine nichts über die andere sagt. Nur wer beides hat, zählt.`,
  'origin.formula.run.structure': () =>
    'Wie oft Kunden ganz ohne Gruppen so geteilt aussähen wie diese: Bis 0,05 ist es kaum Zufall. Darüber sind Segmente eine nützliche Einteilung und keine natürlichen Gruppen.',
  'origin.formula.run.across': () =>
    'Alles, worin sich Kunden unterscheiden, auf eine Linie gelegt: der Anteil aller Unterschiede, den man auf ihr sieht. Was keine der beiden Linien zeigt, ist nicht auf der Karte.',
  'origin.formula.run.up': () =>
    'Von dem, was die Linie quer nicht zeigt, das Meiste, was eine zweite Linie zeigen kann, als Anteil aller Unterschiede. Was keine der beiden Linien zeigt, ist nicht auf der Karte.',
  'origin.formula.sweep.silhouette': (v) =>
    `Die Kunden wurden in ${v.k} Segmente geteilt; für jeden Kunden, wie viel näher ihm die anderen seines Segments sind als die des nächstbesten, von −1 bis 1; davon der Durchschnitt über alle.`,
  'origin.formula.sweep.smallestShare': (v) =>
    `Die Kunden wurden in ${v.k} Segmente geteilt; die Kunden des kleinsten geteilt durch alle Kunden.`,
  'origin.formula.sweep.largestShare': (v) =>
    `Die Kunden wurden in ${v.k} Segmente geteilt; die Kunden des größten geteilt durch alle Kunden.`,
  'origin.formula.comparison.common': () => 'Die Kunden, die es auf beiden Seiten gibt, gezählt.',
  'origin.formula.comparison.onlyA': () =>
    'Die Kunden, die es auf der ersten Seite gibt und auf der zweiten nicht, gezählt.',
  'origin.formula.comparison.onlyB': () =>
    'Die Kunden, die es auf der zweiten Seite gibt und auf der ersten nicht, gezählt.',
  'origin.formula.comparison.stayed': () =>
    'Die Kunden, die auf beiden Seiten im selben Segment sind, oder in Segmenten, die so viel gemeinsam haben, dass sie als dasselbe gelten.',
  'origin.formula.comparison.stayedShare': () =>
    'Kunden, die auf beiden Seiten im selben Segment sind, geteilt durch die Kunden, die es auf beiden gibt.',
  'origin.formula.comparison.moved': () =>
    'Die Kunden, die es auf beiden Seiten gibt, aber nicht im selben Segment, gezählt.',
  'origin.formula.comparison.movedRevenue': () =>
    'Was die Kunden, die nicht auf beiden Seiten im selben Segment sind, insgesamt ausgegeben haben.',
  'origin.formula.comparison.movedRevenueShare': () =>
    'Umsatz der Kunden, die nicht im selben Segment sind, geteilt durch den aller Kunden, die es auf beiden Seiten gibt.',
  'origin.formula.comparison.randIndex': () =>
    'Von je zwei Kunden wird gefragt, ob sie auf einer Seite beisammen sind, auf der anderen, auf beiden oder auf keiner: 1, wenn beide Seiten immer dasselbe sagen, etwa 0, wenn sie nicht öfter einig sind als durch Zufall.',
  'origin.formula.comparison.mutualInformation': () =>
    'Wie viel besser sich das Segment eines Kunden auf einer Seite sagen lässt, wenn man es auf der anderen kennt: 1, wenn es sicher ist, etwa 0, wenn es nicht besser ist als Zufall.',
  'origin.formula.flow.customers': () => 'Die Kunden, die auf einer Seite hier und auf der anderen dort sind, gezählt.',
  'origin.formula.flow.revenue': () => 'Was diese Kunden insgesamt ausgegeben haben.',
  'origin.formula.flow.revenueShare': () =>
    'Was diese Kunden ausgegeben haben, geteilt durch das, was alle ausgegeben haben, die es auf beiden Seiten gibt.',
  'origin.formula.pair': () =>
    'Die Kunden, die in beiden Segmenten sind, geteilt durch die Kunden, die in mindestens einem davon sind.',
  'origin.formula.cut': (v) =>
    `Bis zu dieser Höhe hängt der Baum in ${v.k} Ästen zusammen; dort werden die zwei ähnlichsten zu einem. Je höher, desto weniger gleichen sie sich.`,
  'origin.formula.rows': () => 'Die Zeilen unter der Überschrift, gezählt, ob sie zählen oder nicht.',
  'origin.formula.aside.lines': (v) =>
    v.reason === null
      ? 'Die Zeilen, die eine Regel beiseitelegt, gezählt; jede einmal, nach der ersten Regel, die zutrifft.'
      : v.on === 0
        ? 'Die Zeilen, die diese Regel beiseitelegen würde, wäre sie an. Sie zählen jetzt.'
        : 'Die Zeilen, die diese Regel beiseitelegt, gezählt; keine, die eine frühere Regel schon genommen hat.',
  'origin.formula.aside.money': (v) =>
    v.on === 0
      ? 'Das Geld dieser Zeilen, zusammengezählt. Sie zählen jetzt.'
      : 'Das Geld dieser Zeilen, zusammengezählt. Nichts davon zählt irgendwo.',
  'origin.formula.quality': (v) =>
    v.part === undefined
      ? 'Die Punkte jedes Teils, mal sein Gewicht, zusammengezählt und durch alle Gewichte geteilt.'
      : 'Von 100 Punkten nimmt jeder Fund den Anteil der Zeilen weg, um die es geht, mehr, je schwerer er wiegt; davon der Durchschnitt über alle Dateien. Gefüllte Zellen werden gezählt, wie sie sind.',
  'origin.input.sum': () => 'Zusammengezählt',
  'origin.input.lacking': () => 'Kunden, von denen es unbekannt ist',
  'origin.input.both': () => 'Kunden, von denen beides bekannt ist',
  'origin.input.inBoth': () => 'Kunden in beiden',
  'origin.input.inEither': () => 'Kunden in mindestens einem',
  'origin.input.stayed': () => 'Im selben Segment',
  'origin.input.moved': () => 'In einem anderen Segment',
  'origin.input.movedRevenue': () => 'Umsatz derer in einem anderen Segment',
  'origin.input.commonRevenue': () => 'Umsatz aller auf beiden Seiten',
  'origin.input.flowRevenue': () => 'Umsatz dieser Kunden',
  'origin.input.branches': () => 'Äste gleich darunter',
  'origin.input.silhouette': () => 'Wie deutlich die Segmente getrennt sind',
  'origin.input.rowsOfFiles': () => 'Zeilen aller Dateien',
  'origin.input.rowsSetAside': () => 'Zeilen',
  'origin.input.completeness': () => 'Vollständigkeit',
  'origin.input.uniqueness': () => 'Eindeutigkeit',
  'origin.input.validity': () => 'Gültigkeit',
  'origin.input.consistency': () => 'Einheitlichkeit',
  'origin.input.keys': () => 'Schlüssel',
  'origin.input.freshness': () => 'Aktualität',
  'origin.worked.segment.share': (v, f) => `${f.number(Number(v.sizeCount))} von ${v.customers}: ${v.value}`,
  'origin.worked.segment.revenueShare': (v) => `${v.revenue} von ${v.allRevenue}: ${v.value}`,
  'origin.worked.segment.revenuePerCustomer': (v) => `${v.revenue} für ${v.size}: je ${v.value}`,
  'origin.worked.segment.stability': (v) =>
    `${v.recovered} von ${v.draws} Malen wiedergefunden; im Schnitt ${v.value} davon`,
  'origin.worked.segmentFeature.mean': (v) => `${v.sum} für ${v.known}: ${v.value}`,
  'origin.worked.segmentFeature.median': (v) => `In der Mitte von ${v.known}: ${v.value}`,
  'origin.worked.segmentFeature.effect': (v) =>
    `(${v.preparedMean} − ${minus(v.everyonesPreparedMean)}) ÷ ${v.preparedDeviation} = ${v.value}`,
  'origin.worked.segmentFeature.missing': (v, f) => `${f.number(Number(v.lackingCount))} von ${v.size}: ${v.value}`,
  'origin.worked.everyone.mean': (v) => `${v.sum} für ${v.known}: ${v.value}`,
  'origin.worked.everyone.median': (v) => `In der Mitte von ${v.known}: ${v.value}`,
  'origin.worked.everyone.missing': (v, f) => `${f.number(Number(v.lackingCount))} von ${v.customers}: ${v.value}`,
  'origin.worked.sureness': (v) => `1 − ${v.ownDistance} ÷ ${v.nextDistance} = ${v.value}`,
  'origin.worked.chosen.share': (v, f) => `${f.number(Number(v.chosenCount))} von ${v.customers}: ${v.value}`,
  'origin.worked.chosen.revenueShare': (v) => `${v.chosenRevenue} von ${v.allRevenue}: ${v.value}`,
  'origin.worked.comparison.stayedShare': (v, f) => `${f.number(Number(v.stayedCount))} von ${v.inBoth}: ${v.value}`,
  'origin.worked.comparison.movedRevenueShare': (v) => `${v.movedRevenue} von ${v.commonRevenue}: ${v.value}`,
  'origin.worked.flow.revenueShare': (v) => `${v.flowRevenue} von ${v.commonRevenue}: ${v.value}`,
  'origin.worked.pair': (v, f) => `${f.number(Number(v.inBothCount))} von ${v.inEither}: ${v.value}`,
  'origin.unit.chance': (v, f) =>
    Number(v.value) < 0.001 ? `unter ${f.number(0.001, 3)}` : f.number(Number(v.value), 3),
  'origin.unit.points': (v, f) => f.number(Number(v.value), 1),
  'origin.show.lacking': () => 'Kunden ohne diese Angabe zeigen',
  'origin.show.howMany': () => 'Anzahlen von Segmenten vergleichen',
  'origin.show.quality': () => 'Zeigen, was gefunden wurde',
  'origin.show.tree': () => 'Den Baum zeigen',
  'origin.method.formula.run.structure': () =>
    'p-Wert der Nullhypothese einer einzigen Häufung: der kleinere aus einem Test auf Täler entlang der Hauptachsen und einem Partitionstest gegen Stichproben ohne Struktur, mit gewichteter Bonferroni-Korrektur.',
  'origin.method.formula.run.across': () =>
    'Anteil der Gesamtvarianz der aufbereiteten Merkmale entlang der ersten Hauptachse (Pearson 1901).',
  'origin.method.formula.run.up': () =>
    'Anteil der Gesamtvarianz der aufbereiteten Merkmale entlang der zweiten Hauptachse (Pearson 1901).',
  'origin.method.formula.sweep.silhouette': (v) =>
    `Mittlere Silhouettenbreite (Rousseeuw 1987) der Partition in ${v.k} Cluster, euklidische Abstände der aufbereiteten Merkmale.`,
  'origin.method.formula.everyone.quarter': () => 'Unteres Quartil (Hyndman & Fan 1996, Typ 7).',
  'origin.method.formula.everyone.threeQuarters': () => 'Oberes Quartil (Hyndman & Fan 1996, Typ 7).',
  'origin.method.formula.everyone.skewness': () =>
    'Drittes standardisiertes Moment über n, der Werte vor jeder Transformation.',
  'origin.method.formula.correlation': () =>
    'Rangkorrelation nach Spearman über die Kunden mit beiden Werten, gleiche Werte mit mittlerem Rang.',
  'origin.method.formula.comparison.stayedShare': () =>
    'Anteil der gemeinsamen Kunden, deren Cluster einander zugeordnet sind: nach ihrer Kennung im Projekt, sonst durch exakte Zuordnung nach Jaccard-Index.',
  'origin.method.formula.comparison.randIndex': () =>
    'Adjustierter Rand-Index (Hubert & Arabie 1985) über die gemeinsamen Kunden.',
  'origin.method.formula.comparison.mutualInformation': () =>
    'Adjustierte Transinformation (Vinh, Epps & Bailey 2010, arithmetisches Mittel) über die gemeinsamen Kunden.',
  'origin.method.formula.pair': () => 'Jaccard-Index der beiden Cluster über die gemeinsamen Kunden.',
  'origin.method.formula.cut': () =>
    'Höhe der Vereinigung zweier Äste: √(2 n₁ n₂ ⁄ (n₁ + n₂)) mal der Abstand ihrer Schwerpunkte in den aufbereiteten Merkmalen (Ward 1963, wie in SciPy).',
  'origin.method.worked': (v) => `${v.sum}.`,
};
