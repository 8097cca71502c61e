import type { EtsForm } from './ets-form.ts';

/** Smoothing parameters and the state before the first value. */
export interface EtsParameters {
  readonly alpha: number;
  readonly beta: number;
  readonly gamma: number;
  readonly phi: number;
  readonly level: number;
  readonly slope: number;
  /** Seasons in the order in which they come, from the first value on; a single neutral one without a season. */
  readonly seasons: Float64Array;
}

/** Where a series stands after its last value; `seasons` go on from the next one. */
export interface EtsState {
  readonly level: number;
  readonly slope: number;
  readonly seasons: Float64Array;
}

export interface EtsRun {
  /** −2 × the log-likelihood without its constant; infinite where a value that multiplies is not above zero. */
  readonly deviance: number;
  /** One-step forecasts. */
  readonly fitted: Float64Array;
  readonly state: EtsState;
}

/** Slopes of the deviance by what `EtsParameters` holds. */
export interface EtsSlopes {
  alpha: number;
  beta: number;
  gamma: number;
  phi: number;
  level: number;
  slope: number;
  readonly seasons: Float64Array;
}

/** Keeps the logarithm of a perfect fit finite. */
const tiny = 1e-12;

/**
 * Runs exponential smoothing along a series and, where asked, back again for the exact slopes (the adjoint recursion).
 * The states do not depend on whether errors add or multiply, only their likelihood does.
 * O(n) each way; memory O(n), taken once.
 * Source: Hyndman, Koehler, Ord & Snyder (2008), tables 2.1 to 2.3 and equation 5.5.
 */
export const createEtsRecursion = (values: Float64Array, period: number, form: EtsForm) => {
  const n = values.length;
  const isTimes = form.season === 'M';
  const isRelative = form.error === 'M';
  const m = form.season === 'N' ? 1 : period;
  const [levels, slopes, seasonal, fitted] = [0, 1, 2, 3].map(() => new Float64Array(n)) as [
    Float64Array,
    Float64Array,
    Float64Array,
    Float64Array,
  ];
  const season = new Float64Array(m);
  const seasonSlope = new Float64Array(m);
  let [level, slope, squares, logs] = [0, 0, 0, 0];

  const forward = ({ alpha, beta, gamma, phi, ...start }: EtsParameters): number => {
    level = start.level;
    slope = start.slope;
    season.set(start.seasons);
    squares = 0;
    logs = 0;
    let product = 1;
    for (let t = 0, j = 0; t < n; t += 1) {
      const value = values[t]!;
      const s = season[j]!;
      levels[t] = level;
      slopes[t] = slope;
      seasonal[t] = s;
      const q = level + phi * slope;
      const forecast = isTimes ? q * s : q + s;
      fitted[t] = forecast;
      const error = value - forecast;
      if (isTimes) {
        if (!(q > 0 && s > 0)) return Number.POSITIVE_INFINITY;
        const off = value / s - q;
        level = q + alpha * off;
        slope = phi * slope + beta * off;
        season[j] = s + gamma * (value / q - s);
      } else {
        level = q + alpha * error;
        slope = phi * slope + beta * error;
        season[j] = s + gamma * error;
      }
      if (isRelative) {
        if (!(forecast > 0)) return Number.POSITIVE_INFINITY;
        const relative = error / forecast;
        squares += relative * relative;
        // Logarithms of a few forecasts together.
        product *= forecast;
        if (product > 1e60 || product < 1e-60) {
          logs += Math.log(product);
          product = 1;
        }
      } else squares += error * error;
      j = j + 1 === m ? 0 : j + 1;
    }
    logs += Math.log(product);
    return n * Math.log(squares + tiny) + 2 * logs;
  };

  const backward = ({ alpha, beta, gamma, phi }: EtsParameters, into: EtsSlopes): void => {
    seasonSlope.fill(0);
    let [byAlpha, byBeta, byGamma, byPhi, byLevel, bySlope] = [0, 0, 0, 0, 0, 0];
    const weight = (2 * n) / (squares + tiny);
    for (let t = n - 1, j = (n - 1) % m; t >= 0; t -= 1) {
      const value = values[t]!;
      const forecast = fitted[t]!;
      const b = slopes[t]!;
      const s = seasonal[t]!;
      const error = value - forecast;
      // By the forecast itself, with the states that follow held fixed.
      const byForecast = isRelative
        ? (2 - weight * (error / forecast) * (value / forecast)) / forecast
        : -weight * error;
      const bySeason = seasonSlope[j]!;
      let byQ: number;
      if (isTimes) {
        const q = levels[t]! + phi * b;
        const off = value / s - q;
        const around = alpha * byLevel + beta * bySlope;
        byAlpha += byLevel * off;
        byBeta += bySlope * off;
        byGamma += bySeason * (value / q - s);
        byQ = byLevel - around - (gamma * bySeason * value) / (q * q) + byForecast * s;
        seasonSlope[j] = bySeason * (1 - gamma) - (around * value) / (s * s) + byForecast * q;
      } else {
        const byError = alpha * byLevel + beta * bySlope + gamma * bySeason - byForecast;
        byAlpha += byLevel * error;
        byBeta += bySlope * error;
        byGamma += bySeason * error;
        byQ = byLevel - byError;
        seasonSlope[j] = bySeason - byError;
      }
      const byDamped = byQ + bySlope;
      byPhi += byDamped * b;
      bySlope = phi * byDamped;
      byLevel = byQ;
      j = j === 0 ? m - 1 : j - 1;
    }
    into.alpha = byAlpha;
    into.beta = byBeta;
    into.gamma = byGamma;
    into.phi = byPhi;
    into.level = byLevel;
    into.slope = bySlope;
    into.seasons.set(seasonSlope);
  };

  /** Everything that a run leaves behind, as copies. */
  const run = (parameters: EtsParameters): EtsRun => {
    const deviance = forward(parameters);
    const next = n % m;
    return {
      deviance,
      fitted: fitted.slice(),
      state: { level, slope, seasons: season.map((_, i) => season[(next + i) % m]!) },
    };
  };
  return { forward, backward, run };
};
