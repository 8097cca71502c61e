import { classicalSeasons, type SeasonKind, withoutSeasons } from './classical-seasons.ts';
import type { EtsForm } from './ets-form.ts';
import type { EtsState } from './ets-recursion.ts';
import { fitLine } from './fit-line.ts';

/** Seasons of a series too short for decomposition: a line and one wave of a year, by place in the year. */
const waveSeasons = (values: Float64Array, period: number, kind: SeasonKind): Float64Array => {
  const { level, slope } = fitLine(values);
  const off = values.map((value, t) => {
    const line = level + slope * t;
    return kind === 'A' ? value - line : line === 0 ? 1 : value / line;
  });
  const neutral = kind === 'A' ? 0 : 1;
  let [cosine, sine] = [0, 0];
  for (const [t, value] of off.entries()) {
    const angle = (2 * Math.PI * t) / period;
    cosine += (2 * (value - neutral) * Math.cos(angle)) / off.length;
    sine += (2 * (value - neutral) * Math.sin(angle)) / off.length;
  }
  return Float64Array.from({ length: period }, (_, j) => {
    const angle = (2 * Math.PI * j) / period;
    return neutral + cosine * Math.cos(angle) + sine * Math.sin(angle);
  });
};

/**
 * A state before the first value to climb from: seasons by decomposition, level and slope by a line through the first
 * values without them. O(n × period).
 * Source: Hyndman, Koehler, Ord & Snyder (2008), section 2.6.1.
 */
export const etsStart = (values: Float64Array, period: number, { trend, season }: EtsForm): EtsState => {
  const n = values.length;
  let seasons = new Float64Array(1);
  let plain = values;
  if (season !== 'N') {
    const found =
      (n >= 3 * period ? classicalSeasons(values, period, season) : null) ?? waveSeasons(values, period, season);
    seasons = season === 'A' ? found.slice() : found.map((share) => Math.max(0.05, share));
    plain = withoutSeasons(values, seasons, season);
  }
  const first = plain.subarray(0, Math.min(n, Math.max(10, 2 * period)));
  const { level, slope } = fitLine(first);
  const isSteady = trend === 'N' || (season === 'M' && level - slope <= 0);
  return isSteady
    ? { level: first.reduce((sum, value) => sum + value, 0) / first.length, slope: 0, seasons }
    : { level: level - slope, slope, seasons };
};
