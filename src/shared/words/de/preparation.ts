import type { preparation as english } from '../en/preparation.ts';
import type { Format } from '../format.ts';
import type { Translated, Values } from '../phrase.ts';

// How the facts are prepared: the analyst's words, for Method details and the choice of the algorithm only.

const transforms = (v: Values, f: Format): string[] => {
  if (v.transform === 'log1p') return ['log(1 + x)'];
  return v.transform === 'yeoJohnson' ? [`Yeo-Johnson (λ ${f.number(Number(v.lambda), 3)})`] : [];
};
const scales: Readonly<Record<string, string>> = {
  zscore: 'z-Wert',
  robust: 'Median und IQR',
  minmax: '0 bis 1',
  none: 'unverändert',
};

const done = (v: Values, f: Format): string =>
  [
    ...transforms(v, f),
    scales[String(v.scale)] ?? '',
    ...(v.weight === 1 ? [] : [`Gewicht ${f.number(Number(v.weight), 2)}`]),
  ].join(', ');

const leftOut = (v: Values, f: Format): string => {
  if (v.why === 'nearConstant') return 'fast konstant, weggelassen';
  if (v.why === 'weightless') return 'Gewicht 0, weggelassen';
  return v.why === 'correlated'
    ? `weggelassen: verläuft wie ${v.with} (r ${f.number(Number(v.r), 3)})`
    : 'konstant, weggelassen';
};

const fills: Readonly<Record<string, string>> = {
  mean: 'mit dem Mittelwert',
  zero: 'mit 0',
  indicator: 'mit dem Median, dazu eine Indikatorspalte',
};

/** A limit beyond all numbers is not said. */
const beyond = (side: 'below' | 'above', limit: Values[string] | undefined, f: Format): string =>
  typeof limit === 'number'
    ? `${side === 'below' ? 'unter' : 'über'} ${f.number(limit, 2)}`
    : side === 'below'
      ? 'unten'
      : 'oben';

const capped = (v: Values, f: Format): string =>
  `Gekappt: ${f.number(Number(v.low))} ${beyond('below', v.least, f)}, ${f.number(Number(v.high))} ${beyond('above', v.greatest, f)}`;

/** Said on screen while choosing, and in the record of what was done. */
export const preparation: Translated<typeof english> = {
  'preparation.done': done,
  'preparation.leftOut': leftOut,
  'preparation.suggested': (v) => `Die Schiefe spricht für ${v.suggested === 'log1p' ? 'log(1 + x)' : 'Yeo-Johnson'}`,
  'preparation.scaled': (v, f) =>
    `Minus ${f.number(Number(v.center), 3)}, geteilt durch ${f.number(Number(v.spread), 3)}`,
  'preparation.capped': capped,
  'preparation.filled': (v) =>
    v.missing === 'dropRows' ? 'Zeilen ohne Wert weggelassen' : `Aufgefüllt ${fills[String(v.missing)]}`,
  'preparation.nearConstant': () => 'Fast konstant',

  'preparation.title': () => 'Aufbereitung der Merkmale',
  'preparation.transform': () => 'Schiefe Merkmale',
  'preparation.transform.auto': () => 'Logarithmus, wo er hilft',
  'preparation.transform.suggested': () => 'Logarithmus oder Yeo-Johnson, wo es hilft',
  'preparation.transform.none': () => 'Unverändert',
  'preparation.transform.log1p': () => 'Logarithmus, wo immer er möglich ist',
  'preparation.transform.yeoJohnson': () => 'Durchweg Yeo-Johnson',
  'preparation.scale': () => 'Skala',
  'preparation.scale.zscore': () => 'z-Werte',
  'preparation.scale.robust': () => 'Median und Quartile (robust)',
  'preparation.scale.minmax': () => 'Von 0 bis 1',
  'preparation.scale.none': () => 'Eigene Einheiten',
  'preparation.cap': () => 'Ausreißer',
  'preparation.cap.none': () => 'Unverändert',
  'preparation.cap.quantile': () => 'Gekappt am äußersten Prozent',
  'preparation.cap.iqr': (_, f) => `Gekappt bei ${f.number(1.5)} Interquartilsabständen`,
  'preparation.cap.mad': (_, f) => `Gekappt bei ${f.number(3.5)} Abweichungen (MAD)`,
  'preparation.missing': () => 'Fehlende Werte',
  'preparation.missing.median': () => 'Median',
  'preparation.missing.mean': () => 'Mittelwert',
  'preparation.missing.zero': () => '0',
  'preparation.missing.indicator': () => 'Median, und dass der Wert fehlte',
  'preparation.correlated': (_, f) => `Weglassen, was ein anderes Merkmal schon sagt (|r| ≥ ${f.number(0.95)})`,
  'preparation.leaveNearConstant': () => 'Merkmale weglassen, die bei 99 % gleich sind',
  'preparation.weights': () => 'Gewichte',
  'preparation.weight': (v) => `Gewicht: ${v.name}`,
  'preparation.reset': () => 'Wie üblich',
};
