/** Between two sales lie 1.32 periods or more in the mean: from there on methods for intermittent demand do better. */
const intermittentFrom = 1.32;

/**
 * Whether sales come only now and then.
 * Source: Syntetos, Boylan & Croston, On the categorization of demand patterns, Journal of the Operational Research Society
 * 56 (2005).
 */
export const isIntermittent = (values: Float64Array): boolean => {
  const sales = values.reduce((count, value) => count + (value > 0 ? 1 : 0), 0);
  return values.every((value) => value >= 0) && sales < values.length && values.length >= intermittentFrom * sales;
};

/** Smoothing parameters that are tried; higher ones chase single sales. */
const tried = [0.02, 0.05, 0.1, 0.15, 0.2, 0.25, 0.3] as const;

interface Rate {
  /** Demand of a period to come. */
  readonly rate: number;
  /** Squared errors one step ahead. */
  readonly squares: number;
}

const firstSale = (values: Float64Array): { readonly size: number; readonly gap: number } => {
  const at = values.findIndex((value) => value > 0);
  return { size: values[at]!, gap: at + 1 };
};

/** Size and gap smoothed apart, whenever something sold. */
const crostonRate = (values: Float64Array, alpha: number): Rate => {
  let { size, gap } = firstSale(values);
  let [since, squares] = [0, 0];
  const shrink = 1 - alpha / 2;
  for (const value of values) {
    squares += (value - (shrink * size) / gap) ** 2;
    since += 1;
    if (value > 0) {
      size += alpha * (value - size);
      gap += alpha * (since - gap);
      since = 0;
    }
  }
  return { rate: (shrink * size) / gap, squares };
};

/** Size smoothed whenever something sold, the chance of a sale in every period. */
const tsbRate = (values: Float64Array, alpha: number, beta: number): Rate => {
  const first = firstSale(values);
  let [size, chance, squares] = [first.size, 1 / first.gap, 0];
  for (const value of values) {
    squares += (value - chance * size) ** 2;
    chance += beta * ((value > 0 ? 1 : 0) - chance);
    if (value > 0) size += alpha * (value - size);
  }
  return { rate: chance * size, squares };
};

const bestOf = (values: Float64Array, horizon: number, rates: () => readonly Rate[]): Float64Array => {
  if (!values.some((value) => value > 0)) return new Float64Array(horizon);
  return new Float64Array(horizon).fill(rates().reduce((best, one) => (one.squares < best.squares ? one : best)).rate);
};

/**
 * Croston's method with the correction of its bias (SBA), smoothed so that it was least off one step ahead. What is below
 * zero counts as no sale. O(n).
 * Source: Croston, Forecasting and stock control for intermittent demands, Operational Research Quarterly 23 (1972);
 * Syntetos & Boylan, The accuracy of intermittent demand estimates, International Journal of Forecasting 21 (2005).
 */
export const croston = (values: Float64Array, _period: number, horizon: number): Float64Array =>
  bestOf(values, horizon, () => tried.map((alpha) => crostonRate(values, alpha)));

/**
 * The method of Teunter, Syntetos & Babai: like Croston's, but what no longer sells fades away. O(n).
 * Source: Teunter, Syntetos & Babai, Intermittent demand: linking forecasting to inventory obsolescence, European Journal of
 * Operational Research 214 (2011).
 */
export const tsb = (values: Float64Array, _period: number, horizon: number): Float64Array =>
  bestOf(values, horizon, () => tried.flatMap((alpha) => tried.map((beta) => tsbRate(values, alpha, beta))));
