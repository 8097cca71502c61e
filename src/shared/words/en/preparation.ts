import type { Format } from '../format.ts';
import type { Values, WordList } from '../phrase.ts';

// How the facts are prepared: the analyst's words, for Method details and the choice of the algorithm only.

const transforms = (v: Values, f: Format): string[] => {
  if (v.transform === 'log1p') return ['log(1 + x)'];
  return v.transform === 'yeoJohnson' ? [`Yeo-Johnson (λ ${f.number(Number(v.lambda), 3)})`] : [];
};
const scales: Readonly<Record<string, string>> = {
  zscore: 'z-score',
  robust: 'median and IQR',
  minmax: '0 to 1',
  none: 'as it is',
};

const done = (v: Values, f: Format): string =>
  [
    ...transforms(v, f),
    scales[String(v.scale)] ?? '',
    ...(v.weight === 1 ? [] : [`weight ${f.number(Number(v.weight), 2)}`]),
  ].join(', ');

const leftOut = (v: Values, f: Format): string => {
  if (v.why === 'nearConstant') return 'nearly constant, left out';
  if (v.why === 'weightless') return 'weight 0, left out';
  return v.why === 'correlated'
    ? `left out: goes with ${v.with} (r ${f.number(Number(v.r), 3)})`
    : 'constant, left out';
};

const fills: Readonly<Record<string, string>> = {
  mean: 'with the mean',
  zero: 'with 0',
  indicator: 'with the median, and an indicator column',
};

/** A limit beyond all numbers is not said. */
const beyond = (side: 'below' | 'above', limit: Values[string] | undefined, f: Format): string =>
  typeof limit === 'number' ? `${side} ${f.number(limit, 2)}` : side;

const capped = (v: Values, f: Format): string =>
  `Capped: ${f.number(Number(v.low))} ${beyond('below', v.least, f)}, ${f.number(Number(v.high))} ${beyond('above', v.greatest, f)}`;

/** Said on screen while choosing, and in the record of what was done. */
export const preparation = {
  'preparation.done': done,
  'preparation.leftOut': leftOut,
  'preparation.suggested': (v) => `Its skewness suggests ${v.suggested === 'log1p' ? 'log(1 + x)' : 'Yeo-Johnson'}`,
  'preparation.scaled': (v, f) => `Less ${f.number(Number(v.center), 3)}, divided by ${f.number(Number(v.spread), 3)}`,
  'preparation.capped': capped,
  'preparation.filled': (v) =>
    v.missing === 'dropRows' ? 'Rows without it dropped' : `Filled in ${fills[String(v.missing)]}`,
  'preparation.nearConstant': () => 'Nearly constant',

  'preparation.title': () => 'How the facts are prepared',
  'preparation.transform': () => 'Skewed facts',
  'preparation.transform.auto': () => 'Logarithm where it helps',
  'preparation.transform.suggested': () => 'Logarithm or Yeo-Johnson where it helps',
  'preparation.transform.none': () => 'As they are',
  'preparation.transform.log1p': () => 'Logarithm wherever it can be taken',
  'preparation.transform.yeoJohnson': () => 'Yeo-Johnson throughout',
  'preparation.scale': () => 'Scale',
  'preparation.scale.zscore': () => 'z-scores',
  'preparation.scale.robust': () => 'Median and quartiles (robust)',
  'preparation.scale.minmax': () => 'From 0 to 1',
  'preparation.scale.none': () => 'Own units',
  'preparation.cap': () => 'Outliers',
  'preparation.cap.none': () => 'Kept as they are',
  'preparation.cap.quantile': () => 'Capped at the outermost 1 %',
  'preparation.cap.iqr': () => 'Capped at 1.5 interquartile ranges',
  'preparation.cap.mad': () => 'Capped at 3.5 deviations (MAD)',
  'preparation.missing': () => 'Missing values',
  'preparation.missing.median': () => 'Median',
  'preparation.missing.mean': () => 'Mean',
  'preparation.missing.zero': () => '0',
  'preparation.missing.indicator': () => 'Median, and that it was missing',
  'preparation.correlated': () => 'Leave out what another fact already says (|r| ≥ 0.95)',
  'preparation.leaveNearConstant': () => 'Leave out facts that are the same for 99 %',
  'preparation.weights': () => 'Weights',
  'preparation.weight': (v) => `Weight of ${v.name}`,
  'preparation.reset': () => 'As usual',
} satisfies WordList;
