import type { factPictures as english } from '../en/fact-pictures.ts';
import type { Translated } from '../phrase.ts';

const strength = (rho: number): string => {
  const size = Math.abs(rho);
  return size >= 0.9 ? 'fast immer' : size >= 0.6 ? 'meistens' : size >= 0.3 ? 'oft' : 'etwas öfter';
};

/** The pictures of customer facts: how they are spread, how they go together, what is missing, and what is done to them. */
export const factPictures: Translated<typeof english> = {
  'factPicture.views': () => 'Ansicht der Merkmale',
  'factPicture.view.list': () => 'Einzeln',
  'factPicture.view.together': () => 'Zusammenhänge',
  'factPicture.view.missing': () => 'Was fehlt',

  'factPicture.spread.title': (v) =>
    v.quarter === v.threeQuarters
      ? `Mindestens die Hälfte hat denselben Wert: ${v.middle}`
      : `Die Hälfte liegt zwischen ${v.quarter} und ${v.threeQuarters}; die Mitte ist ${v.middle}`,
  'factPicture.spread.customers': () => 'Kunden',
  'factPicture.spread.axis': (v) => String(v.fact),
  'factPicture.spread.axis.log': (v) => `${v.fact}; jeder Schritt vervielfacht`,
  'factPicture.spread.bar': (v, f) => `${v.from} bis ${v.to}: ${f.count(Number(v.customers), 'Kunde', 'Kunden')}`,
  'factPicture.spread.bars': (v) => `${v.fact}: Kunden über ihren Balken auswählen`,
  'factPicture.spread.from': () => 'Von',
  'factPicture.spread.to': () => 'Bis',
  'factPicture.spread.selected': () => 'Ausgewählt',
  'factPicture.spread.beyond': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde liegt', 'Kunden liegen')} außerhalb des Bilds und ${Number(v.customers) === 1 ? 'zählt' : 'zählen'} zu den äußersten Balken.`,
  'factPicture.spread.over': () => 'Darüberlegen',
  'factPicture.spread.over.none': () => 'Niemand',
  'factPicture.spread.box': () =>
    'Der Kasten umfasst die mittlere Hälfte, der Strich darin steht für den mittleren Kunden.',

  'factPicture.before': () => 'Wie Ihre Segmente es nutzen',
  'factPicture.view.before': () => 'Vorher und nachher',
  'factPicture.before.none': () => 'Es gibt noch keine Segmente, also wurde mit den Merkmalen nichts gemacht.',
  'factPicture.before.title': (v, f) =>
    Number(v.straightened) === 0
      ? 'Jedes Merkmal zählt, wie es ist, nur gleich gemessen'
      : `${f.number(Number(v.straightened))} von ${f.count(Number(v.facts), 'Merkmal', 'Merkmalen')} vor der Segmentierung begradigt`,
  'factPicture.before.how': () =>
    'Schief sagt, wie sehr die wenigen an einem Ende ziehen: 0 ist auf beiden Seiten gleich, über 1 würden wenige Kunden alles entscheiden.',
  'factPicture.before.before': () => 'Vorher',
  'factPicture.before.after': () => 'Nachher',
  'factPicture.before.skew': () => 'Schief',
  'factPicture.before.skew.after': () => 'Schief danach',
  'factPicture.before.what': () => 'Was gemacht wurde',
  'factPicture.before.capped': () => 'An der Grenze gehalten',
  'factPicture.before.filled': () => 'Aufgefüllt',
  'factPicture.before.skews': (v) =>
    `Wie schief es ist, ging von ${v.before} auf ${v.after}; 0 ist auf beiden Seiten gleich.`,
  'factPicture.after.axis': () => 'Standardabweichungen vom Mittelwert',
  'factPicture.after.scaled': () => 'So geht es in die Segmente ein',
  'factPicture.after.none': () => 'Es wird genommen, wie es ist.',
  'factPicture.after.log1p': () => 'Große Werte werden zusammengerückt, damit nicht ein paar davon alles entscheiden.',
  'factPicture.after.yeoJohnson': () => 'Die Werte werden so gebogen, dass sich beide Seiten der Mitte gleichen.',
  'factPicture.after.scale': () => 'Dann wird es so gemessen, dass jedes Merkmal gleich viel zählt.',
  'factPicture.after.cap': (v, f) =>
    `${f.count(Number(v.customers), 'extremer Wert steht', 'extreme Werte stehen')} an der Grenze${v.low === null && v.high === null ? '' : ` (${[v.low, v.high].filter((one) => one !== null).join(' und ')})`}.`,
  'factPicture.after.filled': (v, f) =>
    `${f.count(Number(v.customers), 'Kunde ohne Angabe zählt', 'Kunden ohne Angabe zählen')} als ${v.fill}.`,
  'factPicture.after.out': () =>
    'Es ist nicht dabei: Es unterscheidet die Kunden zu wenig, oder ein anderes Merkmal sagt dasselbe.',

  'factPicture.together.job': () => 'Wie Merkmale zusammenhängen',
  'factPicture.together.which': () => 'Welche Merkmale',
  'factPicture.together.used': () => 'Merkmale für Segmente',
  'factPicture.together.all': () => 'Alle Merkmale',
  'factPicture.together.title': (v) => `Am engsten hängen zusammen: ${v.a} und ${v.b}`,
  'factPicture.together.title.none': () => 'Keine zwei dieser Merkmale hängen zusammen',
  'factPicture.together.fewer': () => 'Nötig sind mindestens zwei Merkmale. Wählen Sie in der Liste mehr davon aus.',
  'factPicture.together.first': (v, f) => `Gezeigt werden die ersten ${f.number(Number(v.count))} Merkmale.`,
  'factPicture.together.scale.less': () => 'gegenläufig −1',
  'factPicture.together.scale.zero': () => '0 nichts',
  'factPicture.together.scale.more': () => 'gleich +1',
  'factPicture.together.grid': () => 'Wie je zwei Merkmale zusammenhängen; die Pfeiltasten führen von Feld zu Feld',
  'factPicture.together.cell': (v) => `${v.a} und ${v.b}: ${v.rho}`,
  'factPicture.together.fact': () => 'Merkmal',
  'factPicture.pair.with': (v) => `${v.a} und ${v.b}`,
  'factPicture.pair.none': () => 'Wer vom einen mehr hat, hat vom anderen weder mehr noch weniger.',
  'factPicture.pair.rise': (v) =>
    `Wer vom einen mehr hat, hat ${strength(Number(v.rho))} auch vom anderen mehr (${v.text} von 1).`,
  'factPicture.pair.fall': (v) =>
    `Wer vom einen mehr hat, hat ${strength(Number(v.rho))} vom anderen weniger (${v.text} von −1).`,
  'factPicture.pair.cell': (v, f) => `${f.count(Number(v.customers), 'Kunde', 'Kunden')} an der dunkelsten Stelle`,
  'factPicture.same': (v) => `${v.a} und ${v.b} sagen fast dasselbe. In den Segmenten würde es doppelt zählen.`,
  'factPicture.same.drop': (v) => `Weglassen: ${v.fact}`,
  'factPicture.same.dropped': (v) => `Bei den nächsten Segmenten weggelassen: ${v.fact}.`,

  'factPicture.missing.title.none': () => 'Für jeden Kunden ist jedes Merkmal bekannt',
  'factPicture.missing.title': (v, f) => `Fehlt am häufigsten, bei ${f.share(Number(v.share))} der Kunden: ${v.fact}`,
  'factPicture.missing.none': () => 'Es fehlt nichts, also muss auch nichts ersetzt werden.',
  'factPicture.missing.everybody': () => 'Alle',
  'factPicture.missing.share': () => 'Anteil der Kunden ohne Angabe',
  'factPicture.missing.does': () => 'In den Segmenten',
  'factPicture.missing.does.fill': (v) => `zählt als ${v.fill}`,
  'factPicture.missing.does.unused': () => 'nicht genutzt',
  'factPicture.missing.does.mark': (v) => `zählt als ${v.fill} und als fehlend`,
  'factPicture.missing.patterns': () => 'Was zusammen fehlt',
  'factPicture.missing.pattern.none': () => 'Nichts fehlt',
  'factPicture.missing.pattern.facts': () => 'Fehlt',
  'factPicture.missing.pattern.customers': () => 'Kunden',
};
