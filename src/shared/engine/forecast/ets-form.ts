/**
 * One member of the family of exponential smoothing: how errors, trend and season come together. `A` adds, `M`
 * multiplies, `Ad` is a trend that dies away, `N` is none.
 */
export interface EtsForm {
  readonly error: 'A' | 'M';
  readonly trend: 'N' | 'A' | 'Ad';
  readonly season: 'N' | 'A' | 'M';
}

/** As the literature writes it: ETS(M,Ad,M). */
export const etsName = ({ error, trend, season }: EtsForm): string => `ETS(${error},${trend},${season})`;

/** Parameters that are fitted, the variance included: what the information criterion counts. */
export const etsParameterCount = ({ trend, season }: EtsForm, period: number): number =>
  3 + { N: 0, A: 2, Ad: 3 }[trend] + (season === 'N' ? 0 : period);

const trends = ['N', 'A', 'Ad'] as const;

/**
 * The forms that `length` values can settle: all with a finite variance and stable forecasts (a season that multiplies
 * needs errors that do), those that multiply only where every value is above zero.
 * Source: Hyndman, Koehler, Ord & Snyder, Forecasting with Exponential Smoothing (2008), chapters 2 and 15.
 */
export const etsForms = (length: number, period: number, isPositive: boolean): readonly EtsForm[] =>
  (isPositive ? (['A', 'M'] as const) : (['A'] as const))
    .flatMap((error) =>
      (period > 1 && length > period ? (['N', 'A', 'M'] as const) : (['N'] as const)).flatMap((season) =>
        trends.map((trend): EtsForm => ({ error, trend, season })),
      ),
    )
    .filter((form) => (form.season !== 'M' || form.error === 'M') && length > etsParameterCount(form, period) + 3);
