/** Whether seasons add to a series or multiply it. */
export type SeasonKind = 'A' | 'M';

/** The mean of a whole year around each value (of two years for an even period); NaN at both ends. O(n × period). */
const yearlyMean = (values: Float64Array, period: number): Float64Array => {
  const half = period >> 1;
  const isEven = period % 2 === 0;
  return values.map((_, t) => {
    if (t < half || t + half >= values.length) return Number.NaN;
    let sum = 0;
    for (let i = t - half; i <= t + half; i += 1)
      sum += values[i]! * (isEven && (i === t - half || i === t + half) ? 0.5 : 1);
    return sum / period;
  });
};

/** How far values lie from the mean of the year around them, by place in the year from the first value on. O(n × period). */
export const seasonalDeviations = (values: Float64Array, period: number, kind: SeasonKind): number[][] => {
  const places: number[][] = Array.from({ length: period }, () => []);
  for (const [t, around] of yearlyMean(values, period).entries())
    if (!Number.isNaN(around)) places[t % period]!.push(kind === 'A' ? values[t]! - around : values[t]! / around);
  return places;
};

/**
 * The season of each place in the year by classical decomposition, from the first value on: how far values lie from the
 * mean of the year around them, averaged by place and normalised (to sum 0, or mean 1). Null where a place is never
 * within a whole year, or seasons that multiply are not above zero. O(n × period).
 * Source: Makridakis, Wheelwright & Hyndman, Forecasting (1998), section 3/4.
 */
export const classicalSeasons = (values: Float64Array, period: number, kind: SeasonKind): Float64Array | null => {
  const seasons = Float64Array.from(
    seasonalDeviations(values, period, kind),
    (place) => place.reduce((sum, value) => sum + value, 0) / place.length,
  );
  const mean = seasons.reduce((sum, season) => sum + season, 0) / period;
  const normal = seasons.map((season) => (kind === 'A' ? season - mean : season / mean));
  const isSound = normal.every((season) => Number.isFinite(season) && (kind === 'A' || season > 0.01));
  return isSound ? normal : null;
};

/** Takes seasons out of a series that begins with the first of them. */
export const withoutSeasons = (values: Float64Array, seasons: Float64Array, kind: SeasonKind): Float64Array =>
  values.map((value, t) => {
    const season = seasons[t % seasons.length]!;
    return kind === 'A' ? value - season : value / season;
  });

/** Puts seasons into forecasts that follow after `after` values. */
export const withSeasons = (
  values: Float64Array,
  seasons: Float64Array,
  kind: SeasonKind,
  after: number,
): Float64Array =>
  values.map((value, t) => {
    const season = seasons[(after + t) % seasons.length]!;
    return kind === 'A' ? value + season : value * season;
  });

/** Autocorrelations of lags 1 … `lags`. O(n × lags). */
const autocorrelations = (values: Float64Array, lags: number): Float64Array => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const products = (lag: number): number => {
    let sum = 0;
    for (let t = lag; t < values.length; t += 1) sum += (values[t]! - mean) * (values[t - lag]! - mean);
    return sum;
  };
  const variance = products(0);
  return Float64Array.from({ length: lags }, (_, i) => products(i + 1) / variance);
};

/**
 * Whether a series has seasons: its autocorrelation at the lag of a year exceeds Bartlett's limit at 90 %. Two whole years
 * and one value are needed.
 * Source: Assimakopoulos & Nikolopoulos, The theta model, International Journal of Forecasting 16 (2000), as in M3.
 */
export const isSeasonal = (values: Float64Array, period: number): boolean => {
  if (period < 2 || values.length <= 2 * period) return false;
  const lags = autocorrelations(values, period);
  const yearly = lags[period - 1]!;
  const others = lags.subarray(0, period - 1).reduce((sum, r) => sum + r * r, 0);
  return Math.abs(yearly) > 1.645 * Math.sqrt((1 + 2 * others) / values.length);
};
