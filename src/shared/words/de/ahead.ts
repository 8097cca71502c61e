import type { ahead as english } from '../en/ahead.ts';
import type { Format } from '../format.ts';
import type { Translated } from '../phrase.ts';

/** „12 Monaten“, „90 Tagen“: nach „in“ und „der letzten“. */
const span = (days: number, f: Format): string => {
  const months = Math.round(days / 30.4);
  return days >= 60 ? f.count(months, 'Monat', 'Monaten') : f.count(days, 'Tag', 'Tagen');
};
const plainSpan = (days: number, f: Format): string => span(days, f).replace(/(Monat|Tag)en$/, '$1e');
const whole = (value: unknown, f: Format): string => f.number(Math.round(Number(value)));
const orders = (value: unknown, f: Format): string => f.count(Math.round(Number(value)), 'Bestellung', 'Bestellungen');
const customers = (value: unknown, f: Format): string => f.count(Number(value), 'Kunde', 'Kunden');

/** Der Blick nach vorn: wer bald geht, was jeder wert ist, und wie gut das an Vergangenem stimmte. */
export const ahead: Translated<typeof english> = {
  'app.screen.predict': () => 'Ausblick',

  'ahead.title.first': () => 'Was von Ihren Kunden zu erwarten ist',
  'ahead.title': (v, f) =>
    v.worth === null
      ? `In den nächsten ${span(Number(v.days), f)} sind etwa ${orders(v.orders, f)} Ihrer Kunden zu erwarten`
      : `In den nächsten ${span(Number(v.days), f)} sind etwa ${orders(v.orders, f)} über ${f.money(Math.round(Number(v.worth)))} zu erwarten`,
  'ahead.title.earned': (v, f) =>
    `In den nächsten ${span(Number(v.days), f)} bringen etwa ${orders(v.orders, f)} Ihnen ${f.money(Math.round(Number(v.worth)))}`,
  'ahead.subtitle': (v, f) =>
    v.low === null
      ? `Stand ${f.day(String(v.asOf))}; in neun von zehn Fällen ${whole(v.ordersLow, f)} bis ${orders(v.ordersHigh, f)}. Neue Kunden kommen hinzu.`
      : `Stand ${f.day(String(v.asOf))}; in neun von zehn Fällen ${f.money(Math.round(Number(v.low)))} bis ${f.money(Math.round(Number(v.high)))}. Neue Kunden kommen hinzu.`,
  'ahead.job': () => 'Blick nach vorn',
  'ahead.again': () => 'Noch einmal',
  'ahead.before': () => 'Stand vor Ihrer letzten Änderung. Es wird neu gerechnet …',
  'ahead.before.still': () => 'Stand vor Ihrer letzten Änderung.',
  'ahead.cancelled.title': () => 'Noch wurde nicht nach vorn geblickt',
  'ahead.cancelled': () =>
    'Daraus, wer wann für wie viel gekauft hat, errechnet Tessera, wer wohl wiederkommt, wer bald geht und was jeder wert ist.',
  'ahead.cannot.title': () => 'Für einen Ausblick ist es zu früh',
  'ahead.noOrders.title': () => 'Ein Ausblick braucht Bestellungen',
  'ahead.add': () => 'Tabelle hinzufügen',

  'ahead.horizon': () => 'Wie weit voraus',
  'ahead.horizon.value': (v, f) => plainSpan(Number(v.days), f),
  'ahead.margin': () => 'Was Ihnen von einem Verkauf bleibt',
  'ahead.margin.value': (v, f) =>
    Number(v.margin) === 1 ? 'alles: Umsatz wird gezeigt' : `${f.share(Number(v.margin))}: Gewinn wird gezeigt`,
  'ahead.discount': () => 'Was späteres Geld weniger wert ist',
  'ahead.discount.value': (v, f) => (Number(v.rate) === 0 ? 'nichts' : `${f.share(Number(v.rate))} im Jahr`),

  'ahead.plan': () => 'Die nächsten 30 Tage',
  'ahead.plan.note': (v, f) => `Etwa ${orders(v.soon, f)} kommen von selbst.`,
  'ahead.group.slipping': () => 'Könnten gehen',
  'ahead.group.due': () => 'Bestellen wohl bald',
  'ahead.group.once': () => 'Bisher einmal da',
  'ahead.group.staying': () => 'Noch bei Ihnen',
  'ahead.group.gone': () => 'Wohl gegangen',
  'ahead.group.slipping.what': () =>
    'Länger still, als von ihnen zu erwarten ist. Schreiben Sie jetzt: ein persönliches Wort, ein Grund wiederzukommen.',
  'ahead.group.due.what': () =>
    'Ihre nächste Bestellung ist eher wahrscheinlich als nicht. Lieblingsware vorrätig halten; kein Rabatt nötig.',
  'ahead.group.once.what': () => 'Die zweite Bestellung entscheidet. Laden Sie sie ein, solange sie sich erinnern.',
  'ahead.group.staying.what': () => 'Sie kommen wie immer. Danken Sie ihnen; stören Sie nicht.',
  'ahead.group.gone.what': () =>
    'Zu lange still dafür, wie oft sie kamen. Ein letzter Brief, dann nichts mehr ausgeben.',
  'ahead.unit': (v) => (Number(v.customers) === 1 ? 'Kunde' : 'Kunden'),
  'ahead.customers': (v, f) => customers(v.customers, f),
  'ahead.atStake': (v, f) =>
    v.money === true
      ? `${f.money(Math.round(Number(v.value)))}, wenn sie bleiben`
      : `${orders(v.value, f)}, wenn sie bleiben`,
  'ahead.lost': (v, f) =>
    v.money === true
      ? `${f.money(Math.round(Number(v.value)))}, wenn sie wiederkämen`
      : `${orders(v.value, f)}, wenn sie wiederkämen`,
  'ahead.expected': (v, f) =>
    v.money === true ? `${f.money(Math.round(Number(v.value)))} erwartet` : `${orders(v.value, f)} erwartet`,
  'ahead.soonOrders': (v, f) => `${orders(v.value, f)} in 30 Tagen`,

  'ahead.bands': () => 'Worauf der kommende Umsatz ruht',
  'ahead.bands.title': (v, f) =>
    `Die wertvollsten ${f.share(Number(v.upTo))} bringen ${f.share(Number(v.share))} dessen, was kommt`,
  'ahead.band.first': (v, f) => `Erste ${f.share(Number(v.upTo))}`,
  'ahead.band.next': (v, f) => `Nächste ${f.share(Number(v.upTo))}`,
  'ahead.band.rest': () => 'Alle anderen',

  'ahead.segments': () => 'Was jedes Segment bringen wird',
  'ahead.segments.segment': () => 'Segment',
  'ahead.segments.customers': () => 'Kunden',
  'ahead.segments.orders': () => 'Bestellungen',
  'ahead.segments.worth': () => 'Kommender Umsatz',
  'ahead.segments.profit': () => 'Kommender Gewinn',
  'ahead.segments.leaving': () => 'Könnten gehen',
  'ahead.segments.atStake': () => 'Auf dem Spiel',
  'ahead.range': (v, f) => `${f.money(Math.round(Number(v.low)))} bis ${f.money(Math.round(Number(v.high)))}`,

  'ahead.past': () => 'Wie gut das stimmt: erprobt an Tagen, die es nicht kannte',
  'ahead.past.title': (v, f) =>
    Math.abs(Number(v.expected) / Number(v.came) - 1) < 0.05
      ? `An den letzten ${span(Number(v.days), f)} erprobt, erwartete es etwa so viele Bestellungen, wie kamen`
      : Number(v.expected) < Number(v.came)
        ? `An den letzten ${span(Number(v.days), f)} erprobt, erwartete es ${f.share(1 - Number(v.expected) / Number(v.came))} zu wenige Bestellungen`
        : `An den letzten ${span(Number(v.days), f)} erprobt, erwartete es ${f.share(Number(v.expected) / Number(v.came) - 1)} zu viele Bestellungen`,
  'ahead.past.sentence': (v, f) =>
    `Ohne Kenntnis der Tage nach dem ${f.day(String(v.until))} erwartete es ${orders(v.expected, f)} der bis dahin bekannten ${customers(v.customers, f)}, zwischen ${whole(v.low, f)} und ${whole(v.high, f)}; ${whole(v.came, f)} kamen.`,
  'ahead.past.better': (v, f) =>
    `Bei einzelnen Kunden lag es um ${f.number(Number(v.own), 2)} Bestellungen daneben; wer ohne es rät, bestenfalls um ${f.number(Number(v.best), 2)}.`,
  'ahead.past.worse': (v, f) =>
    `Bei einzelnen Kunden lag es um ${f.number(Number(v.own), 2)} Bestellungen daneben, wer ohne es rät um ${f.number(Number(v.best), 2)}: Einzelne sind in diesem Laden schwer vorherzusagen. Trauen Sie den Summen mehr als den Namen.`,
  'ahead.tracking.title': () => 'Bestellungen, die kamen, und die erwartet wurden',
  'ahead.tracking.came': () => 'kamen',
  'ahead.tracking.expected': () => 'erwartet',
  'ahead.tracking.unknown': () => 'ihm unbekannt',
  'ahead.tracking.axis': () => 'Wiederholte Bestellungen seit dem ersten Tag',
  'ahead.tracking.week': () => 'Woche bis',
  'ahead.tracking.summary': (v, f) =>
    `Wiederholte Bestellungen, Woche um Woche zusammengezählt: ${whole(v.came, f)} kamen, ${whole(v.expected, f)} wurden erwartet.`,
  'ahead.chances.title': () => 'Bestellen die wirklich, die es erwartet?',
  'ahead.chances.axis': () => 'Aussicht auf eine Bestellung, wie es sie sah',
  'ahead.chances.came': () => 'Bestellten wirklich',
  'ahead.chances.group': () => 'Aussicht',
  'ahead.chances.customers': () => 'Kunden',
  'ahead.chances.perfect': () => 'genau wie gesagt',
  'ahead.chances.summary': (v, f) =>
    `Zehn Gruppen von Kunden nach ihrer Aussicht: gesagt ${f.share(Number(v.least))} bis ${f.share(Number(v.most))}, bestellt haben ${f.share(Number(v.leastCame))} bis ${f.share(Number(v.mostCame))}.`,

  'ahead.people': () => 'Zuerst diese',
  'ahead.people.rest': (v, f) => `und weitere ${customers(v.customers, f)}, alle jetzt ausgewählt`,
  'ahead.people.silent': (v, f) =>
    v.usual === null
      ? `einmal da, vor ${f.count(Number(v.days), 'Tag', 'Tagen')}`
      : `${f.count(Number(v.days), 'Tag', 'Tage')} still, sonst alle ${f.number(Math.max(1, Math.round(Number(v.usual))))}`,
  'ahead.people.ifStaying': () => 'Wenn sie bleiben',
  'ahead.people.ifBack': () => 'Wenn sie wiederkämen',
  'ahead.people.show': () => 'In der Tabelle zeigen',
  'ahead.ask': () => 'Wählen Sie eine Gruppe: Wer darin ist, steht hier und ist überall sonst ausgewählt.',

  'ahead.method.model': () => 'Modell',
  'ahead.method.value': () => 'Wert einer Bestellung',
  'ahead.method.bgnbd': () => 'BG/NBD',
  'ahead.method.mbgnbd': () => 'MBG/NBD',
  'ahead.method.paretonbd': () => 'Pareto/NBD',
  'ahead.method.gammagamma': () => 'Gamma-Gamma',
  'ahead.method.likelihood': () => 'Log-Likelihood',
  'ahead.method.prior': () => 'Wenige Kunden: von einem schwachen Prior gehalten',
  'ahead.method.discount': (v, f) =>
    `${f.share(Number(v.rate))} im Jahr, stetig, über ${f.number(Number(v.days))} Tage`,
  'ahead.method.discount.name': () => 'Abzinsung',
  'ahead.method.trials': () => 'Hold-out',
  'ahead.method.trial': (v, f) =>
    `MAE ${f.number(Number(v.absolute), 3)}, RMSE ${f.number(Number(v.squared), 3)}, Summe ${whole(v.total, f)}`,
  'ahead.method.zero': () => 'Niemand kommt wieder',
  'ahead.method.mean': () => 'Alle gleich',
  'ahead.method.sameRate': () => 'So oft wie bisher',
  'ahead.method.coverage': () => 'Kunden innerhalb ihres Intervalls',
  'ahead.method.matrix': () =>
    'Wahrscheinlichkeit, noch Kunde zu sein, nach wiederholten Bestellungen und Tagen seit der letzten',
  'ahead.method.matrix.orders': () => 'Wiederholte Bestellungen',
  'ahead.method.byOrders': () => 'Mittlere Bestellungen im Hold-out nach wiederholten Bestellungen davor',
  'ahead.method.byOrders.more': (v) => `${v.orders} oder mehr`,
};
