import { classicalSeasons, isSeasonal, type SeasonKind, withoutSeasons, withSeasons } from './classical-seasons.ts';

export interface SeasonAdjusted {
  readonly plain: Float64Array;
  /** Gives forecasts that follow the series their seasons. */
  putBack(forecasts: Float64Array): Float64Array;
}

/** A series without its seasons, where the test finds any: multiplied ones where all is above zero, else added ones. O(n × period). */
export const adjustSeasons = (
  values: Float64Array,
  period: number,
  kind: SeasonKind = values.every((value) => value > 0) ? 'M' : 'A',
): SeasonAdjusted => {
  const seasons = isSeasonal(values, period) ? classicalSeasons(values, period, kind) : null;
  return seasons === null
    ? { plain: values, putBack: (forecasts) => forecasts }
    : {
        plain: withoutSeasons(values, seasons, kind),
        putBack: (forecasts) => withSeasons(forecasts, seasons, kind, values.length),
      };
};
