import type { catalogue as english } from '../en/catalogue.ts';
import type { Phrase, Translated } from '../phrase.ts';

type Values = Parameters<Phrase>[0];

const col = (v: Values): string => `„${v.column}“`;
const from = (v: Values): string => `Aus der Spalte ${col(v)}`;
/** Through which join a column is read, where it stands in another table. */
const via: Phrase = (v) =>
  v.table === undefined ? '' : ` Die Spalte steht in „${v.table}“, verknüpft über „${v.key}“ und „${v.otherKey}“.`;
/** How the rows of another table are found to be a customer’s. */
const whose: Phrase = (v) =>
  v.table === undefined
    ? ''
    : ` Zu wem eine Zeile von „${v.table}“ gehört, sagt „${v.otherKey}“, in den Bestellungen „${v.key}“.`;
const listed: Phrase = (v) =>
  v.table === undefined
    ? ''
    : ` Steht eine Bestellung in „${v.table}“, gelten alle ihre Zeilen als zurückgeschickt, verknüpft über „${v.key}“ und „${v.otherKey}“.`;
const rest = 'alles andere';
/** Where no column says it, the table does: one of the web shop, one of the till. */
const channel = (v: Values): string => (v.column === null ? 'Kanal' : String(v.column));
const channels = (v: Values): string =>
  v.column === null ? 'Kanäle (so heißen Ihre Bestelldateien, ohne Datum)' : `Werte von ${col(v)}`;
const until: Phrase = (v, f) => (v.asOf === null ? 'bis zur letzten Bestellung' : `bis zum ${f.day(String(v.asOf))}`);
/** After “der 90 Tage”: when these days end. */
const ending: Phrase = (v, f) =>
  v.asOf === null ? 'die mit der letzten Bestellung enden' : `die am ${f.day(String(v.asOf))} enden`;
const quarters = ['Januar bis März', 'April bis Juni', 'Juli bis September', 'Oktober bis Dezember'];
const yesNo = 'Ja zählt als 1, Nein als 0, und wo nichts steht, fehlt der Wert';

const scored = (limits: unknown): string =>
  limits === null || limits === undefined ? 'einer je Fünftel der Kunden' : `mit Stufen bei ${limits}`;

/** Facts of the catalogue beyond the first ones: names, and the formula of each in words. */
export const catalogue: Translated<typeof english> = {
  'feature.daysSinceLastOrder.fromDay': (v, f) =>
    `Tage von der letzten Bestellung eines Kunden ${until(v, f)}, dem gewünschten Stichtag; Späteres zählt nicht. ${from(v)}.`,
  'feature.daysSinceFirstOrder': () => 'Tage seit erster Bestellung',
  'feature.daysSinceFirstOrder.from': (v, f) =>
    `Tage von der ersten Bestellung eines Kunden ${until(v, f)}. ${from(v)}.`,

  'feature.meanOrderValue': () => 'Mittlerer Bestellwert',
  'feature.meanOrderValue.from': (v) => `Umsatz gesamt geteilt durch die Zahl der Bestellungen. Aus: ${v.columns}.`,
  'feature.medianOrderValue': () => 'Typischer Bestellwert',
  'feature.medianOrderValue.from': (v) =>
    `Von allen Bestellungen eines Kunden die, die nach dem Betrag in der Mitte liegt; bei gerader Zahl das Mittel der beiden mittleren. Aus: ${v.columns}.`,
  'feature.spentShareLast': (v) => `Umsatzanteil der letzten ${v.days} Tage`,
  'feature.spentShareLast.from': (v, f) =>
    `Umsatz der ${v.days} Tage, ${ending(v, f)}, als Teil von allem, was der Kunde bis dahin ausgegeben hat. Aus: ${v.columns}.`,

  'feature.linesPerOrder': () => 'Zeilen je Bestellung',
  'feature.linesPerOrder.from': () => 'Zeilen, die zählen, geteilt durch Bestellungen.',
  'feature.itemsPerOrder': () => 'Stück je Bestellung',
  'feature.itemsPerOrder.from': (v) =>
    `Die Summe von ${col(v)} über alle Zeilen, die zählen, geteilt durch Bestellungen.`,
  'feature.distinctProducts': () => 'Verschiedene Artikel',
  'feature.distinctProducts.from': (v) => `Wie viele verschiedene Werte von ${col(v)} ein Kunde gekauft hat.`,

  'feature.daysBetweenOrders': () => 'Tage zwischen Bestellungen',
  'feature.daysBetweenOrders.from': (v) =>
    `Tage von der ersten bis zur letzten Bestellung, geteilt durch die Zahl der Abstände zwischen Tagen mit Bestellung; fehlt bei weniger als zwei solchen Tagen. ${from(v)}.`,
  'feature.orderIrregularity': () => 'Unregelmäßigkeit',
  'feature.orderIrregularity.from': (v) =>
    `Wie sehr sich die Abstände zwischen Tagen mit Bestellung unterscheiden, als Teil ihres Mittels (Standardabweichung durch Mittelwert): 0 wie ein Uhrwerk, etwa 1 bei reinem Zufall; fehlt bei weniger als drei solchen Tagen. ${from(v)}.`,
  'feature.stillCustomer': () => 'Aussicht, noch Kunde zu sein',
  'feature.ordersAhead': () => 'Kommende Bestellungen',
  'feature.worthAhead': () => 'Kommender Umsatz',
  'feature.stillCustomer.from': (v) =>
    `Wie wahrscheinlich jemand noch Kunde ist, danach, wie oft und wann zuletzt bestellt wurde. Aus der Spalte „${v.column}“, wie unter Ausblick.`,
  'feature.ordersAhead.from': (v, f) =>
    `Bestellungen, die in den ${f.count(Number(v.days), 'Tag', 'Tagen')} nach ${v.asOf === null ? 'der letzten Bestellung' : `dem ${f.day(String(v.asOf))}`} zu erwarten sind. Aus der Spalte „${v.column}“, wie unter Ausblick.`,
  'feature.worthAhead.from': (v, f) =>
    `Was jemand in den ${f.count(Number(v.days), 'Tag', 'Tagen')} nach ${v.asOf === null ? 'der letzten Bestellung' : `dem ${f.day(String(v.asOf))}`} voraussichtlich ausgibt; späteres Geld zählt etwas weniger. Aus der Spalte „${v.column}“, wie unter Ausblick.`,
  'feature.spendTrend': () => 'Umsatztrend',
  'feature.spendTrend.from': (v, f) =>
    `Die Zeit von der ersten Bestellung eines Kunden ${until(v, f)} wird halbiert: Umsatz der zweiten Hälfte minus Umsatz der ersten, als Teil von beiden zusammen. −1 heißt zuletzt nichts, 0 so viel wie zuvor, 1 ist das meiste; fehlt bei weniger als zwei Bestellungen. ${from(v)}.`,

  'feature.moneyMix': (v) => `Umsatzanteile nach ${v.column}`,
  'feature.moneyMix.level': (v) => `Umsatzanteil: ${v.level} (${v.column})`,
  'feature.moneyMix.rest': (v) => `Umsatzanteil: ${rest} (${v.column})`,
  'feature.moneyMix.from': (v, f) =>
    `Umsatz der Zeilen mit jedem der ${v.most} wichtigsten Werte von ${col(v)}, als Teil des Umsatzes aller Zeilen, die einen haben; die übrigen zusammen.${via(v, f)}`,
  'feature.lineMix': (v) => `Zeilenanteile nach ${v.column}`,
  'feature.lineMix.level': (v) => `Zeilenanteil: ${v.level} (${v.column})`,
  'feature.lineMix.rest': (v) => `Zeilenanteil: ${rest} (${v.column})`,
  'feature.lineMix.from': (v, f) =>
    `Zeilen mit jedem der ${v.most} wichtigsten Werte von ${col(v)}, als Teil aller Zeilen, die einen haben; die übrigen zusammen.${via(v, f)}`,
  'feature.distinctIn': (v) => `Verschiedene Werte: ${v.column}`,
  'feature.distinctIn.from': (v, f) =>
    `Wie viele verschiedene Werte von ${col(v)} die Zeilen eines Kunden haben.${via(v, f)}`,
  'feature.evennessIn': (v) => `Streuung: ${v.column}`,
  'feature.evennessIn.from': (v, f) =>
    `Wie gleichmäßig sich die Zeilen eines Kunden auf seine Werte von ${col(v)} verteilen: 0 alle bei einem, 1 alle gleich viel (Entropie durch ihren größten Wert).${via(v, f)}`,

  'feature.returnRate': () => 'Anteil Rücksendungen',
  'feature.returnRate.from': (v, f) =>
    `Zeilen, die storniert oder unter null sind, geteilt durch gekaufte Zeilen, ob beiseitegelegt oder nicht.${listed(v, f)}`,
  'feature.returnedMoney': () => 'Zurückgeschickter Umsatzanteil',
  'feature.returnedMoney.from': (v, f) =>
    `Umsatz der Zeilen, die storniert oder unter null sind, geteilt durch den Umsatz gekaufter Zeilen, ob beiseitegelegt oder nicht.${listed(v, f)}`,
  'feature.discountShare': (v) => `Zeilenanteil mit ${v.column}`,
  'feature.discountShare.from': (v) =>
    `Zeilen, bei denen ${col(v)} nicht null ist, als Teil aller Zeilen, die dazu etwas sagen.`,
  'feature.belowUsualPrice': () => 'Anteil unter dem üblichen Preis',
  'feature.belowUsualPrice.from': (v) =>
    `Zeilen zu höchstens 99 % des üblichen Preises des Artikels; üblich ist der mittlere aller Preise, zu denen er bis zu diesem Tag verkauft wurde. Aus den Spalten „${v.product}“ und „${v.price}“.`,

  'feature.channelMix': (v) => `Bestellanteile nach ${channel(v)}`,
  'feature.channelMix.level': (v) => `Bestellanteil: ${v.level} (${channel(v)})`,
  'feature.channelMix.rest': (v) => `Bestellanteil: ${rest} (${channel(v)})`,
  'feature.channelMix.from': (v) =>
    `Bestellungen mit jedem der wichtigsten ${channels(v)}, als Teil aller, die einen nennen.`,
  'feature.distinctChannels': (v) => `Verschiedene Werte: ${channel(v)}`,
  'feature.distinctChannels.from': (v) => `Wie viele verschiedene ${channels(v)} die Bestellungen eines Kunden haben.`,
  'feature.firstChannel': (v) => `Erste Bestellung nach ${channel(v)}`,
  'feature.firstChannel.level': (v) => `Erste Bestellung: ${v.level} (${channel(v)})`,
  'feature.firstChannel.rest': (v) => `Erste Bestellung: ${rest} (${channel(v)})`,
  'feature.firstChannel.from': (v) =>
    `1, wenn die erste Bestellung zu diesem einen der ${channels(v)} gehört, sonst 0.`,
  'feature.lastChannel': (v) => `Letzte Bestellung nach ${channel(v)}`,
  'feature.lastChannel.level': (v) => `Letzte Bestellung: ${v.level} (${channel(v)})`,
  'feature.lastChannel.rest': (v) => `Letzte Bestellung: ${rest} (${channel(v)})`,
  'feature.lastChannel.from': (v) =>
    `1, wenn die letzte Bestellung zu diesem einen der ${channels(v)} gehört, sonst 0.`,
  'feature.daysSinceChannel': (v) => `Tage seit letzter Bestellung nach ${channel(v)}`,
  'feature.daysSinceChannel.level': (v) => `Tage seit letzter Bestellung: ${v.level} (${channel(v)})`,
  'feature.daysSinceChannel.rest': (v) => `Tage seit letzter Bestellung: ${rest} (${channel(v)})`,
  'feature.daysSinceChannel.from': (v, f) =>
    `Tage von der letzten Bestellung mit jedem der ${channels(v)} ${until(v, f)}; fehlt, wo es keine gibt.`,
  'feature.channelSwitches': (v) => `Wechsel: ${channel(v)}`,
  'feature.channelSwitches.from': (v, f) =>
    `Wie oft die nächste Bestellung eines Kunden zu einem anderen der ${channels(v)} gehörte als die davor, ${until(v, f)}; fehlt, wo keine Bestellung einen nennt.`,
  'feature.channelJourney': (v) =>
    v.column === null ? 'Vom ersten zum letzten Kanal' : `Vom ersten zum letzten Wert: ${v.column}`,
  'feature.channelJourney.level': (v) => `Weg: ${v.level} (${channel(v)})`,
  'feature.channelJourney.rest': (v) => `Weg: ${rest} (${channel(v)})`,
  'feature.channelJourney.from': (v, f) =>
    `1 für Kunden, die mit dem ersten dieser ${channels(v)} begannen und zuletzt beim zweiten waren, ${until(v, f)}, sonst 0; seltene Wege stehen zusammen.`,

  'feature.events': () => 'Besuche und Ereignisse',
  'feature.events.from': (v, f) => `Wie viele Zeilen von „${v.file}“ den Kunden betreffen.${whose(v, f)}`,
  'feature.eventsLately': (v) => `Ereignisse der letzten ${v.days} Tage`,
  'feature.eventsLately.from': (v, f) =>
    `Wie viele Zeilen von „${v.file}“ zum Kunden aus den ${v.days} Tagen stammen, ${ending(v, f)}.${whose(v, f)}`,
  'feature.daysSinceEvent': () => 'Tage seit letztem Ereignis',
  'feature.daysSinceEvent.from': (v, f) =>
    `Tage von der letzten Zeile des Kunden in „${v.file}“ ${until(v, f)}; fehlt, wo es keine gibt.${whose(v, f)}`,
  'feature.eventCount': (v) => `Ereignisse nach ${v.column}`,
  'feature.eventCount.level': (v) => `Anzahl: ${v.level} (${v.column})`,
  'feature.eventCount.rest': (v) => `Anzahl: ${rest} (${v.column})`,
  'feature.eventCount.from': (v, f) =>
    `Wie viele Ereignisse eines Kunden jeden der wichtigsten Werte von ${col(v)} haben.${whose(v, f)}`,
  'feature.daysSinceKind': (v) => `Tage seit letztem Ereignis nach ${v.column}`,
  'feature.daysSinceKind.level': (v) => `Tage seit dem letzten Mal: ${v.level} (${v.column})`,
  'feature.daysSinceKind.rest': (v) => `Tage seit dem letzten Mal: ${rest} (${v.column})`,
  'feature.daysSinceKind.from': (v, f) =>
    `Tage vom letzten Ereignis mit jedem Wert von ${col(v)} ${until(v, f)}; fehlt, wo es keines gibt.${whose(v, f)}`,

  'feature.flag': (v) => `${v.column}`,
  'feature.flag.from': (v, f) => `${from(v)} von „${v.file}“. ${yesNo}.${whose(v, f)}`,
  'feature.consent': (v) => `Einwilligung: ${v.column}`,
  'feature.consent.from': (v, f) => `${from(v)} von „${v.file}“. ${yesNo}.${whose(v, f)}`,
  'feature.rank': (v) => `${v.column}, der Reihe nach`,
  'feature.rank.from': (v, f) =>
    `Die Wörter der Spalte ${col(v)} von „${v.file}“ haben eine Reihenfolge: Das niedrigste vorkommende ist 1, das nächste 2 und so weiter; Wörter außerhalb davon fehlen.${whose(v, f)}`,
  'feature.level': (v) => `${v.column}`,
  'feature.level.level': (v) => `${v.column}: ${v.level}`,
  'feature.level.rest': (v) => `${v.column}: ${rest}`,
  'feature.level.from': (v, f) =>
    `1 für Kunden mit diesem Wert in der Spalte ${col(v)} von „${v.file}“, sonst 0; seltene Werte stehen zusammen.${whose(v, f)}`,
  'feature.daysSince': (v) => `Tage seit: ${v.column}`,
  'feature.daysSince.from': (v, f) =>
    `Tage vom Datum in der Spalte ${col(v)} von „${v.file}“ ${v.asOf === null ? 'bis zum spätesten dieser Daten' : `bis zum ${f.day(String(v.asOf))}`}; ein späteres Datum fehlt.${whose(v, f)}`,

  'feature.weekendShare': () => 'Bestellanteil am Wochenende',
  'feature.weekendShare.from': (v) =>
    `Bestellungen an einem Samstag oder Sonntag, als Teil aller Bestellungen. ${from(v)}.`,
  'feature.usualHour': () => 'Übliche Uhrzeit',
  'feature.usualHour.from': (v) =>
    `Die mittlere Uhrzeit der Bestellungen eines Kunden, rund um die Uhr gerechnet, sodass sich 23 und 1 um Mitternacht treffen. ${from(v)}.`,
  'feature.quarterShare': () => 'Bestellanteile nach Quartal',
  'feature.quarterShare.level': (v) => `Bestellanteil: ${quarters[Number(v.level) - 1] ?? v.level}`,
  'feature.quarterShare.rest': () => `Bestellanteil: ${rest}`,
  'feature.quarterShare.from': (v) =>
    `Bestellungen in jedem Quartal, gleich in welchem Jahr, als Teil aller Bestellungen. ${from(v)}.`,
  'feature.strongestQuarter': () => 'Stärkstes Quartal',
  'feature.strongestQuarter.from': (v) =>
    `Das Quartal, 1 bis 4, mit den meisten Bestellungen; bei Gleichstand das frühere. ${from(v)}.`,

  'feature.recencyScore': () => 'Punkte Aktualität',
  'feature.recencyScore.from': (v) =>
    `Tage seit der letzten Bestellung als Punkte von 1 bis 5, ${scored(v.limits)}; 5 ist am besten, also am kürzesten her.`,
  'feature.frequencyScore': () => 'Punkte Häufigkeit',
  'feature.frequencyScore.from': (v) => `Bestellungen als Punkte von 1 bis 5, ${scored(v.limits)}; 5 ist am besten.`,
  'feature.moneyScore': () => 'Punkte Umsatz',
  'feature.moneyScore.from': (v) => `Umsatz gesamt als Punkte von 1 bis 5, ${scored(v.limits)}; 5 ist am besten.`,
  'feature.scoreSum': () => 'Punkte gesamt',
  'feature.scoreSum.from': () => 'Die Punkte für Aktualität, Häufigkeit und Umsatz zusammengezählt.',

  'feature.own': (v) => `${v.name}`,
  'feature.own.from': (v) => `Nach der Formel ${v.formula}.`,
};
