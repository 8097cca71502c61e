import { type EtsFit, etsForecast, fitEtsForm } from './fit-ets.ts';
import { lastValue } from './last-value.ts';

/** How much a form has to be less likely before it counts less: a third of what AICc says, which is a noisy measure itself. */
const calm = 3;

/** So many forms are fitted again; the others change little and cost as much. */
const likeliest = 3;

/** Shares of forms by their AICc, the best first; forms that say next to nothing are left out. */
export const etsShares = (fits: readonly EtsFit[]): readonly { readonly fit: EtsFit; readonly share: number }[] => {
  const weights = fits.map((fit) => Math.exp((fits[0]!.aicc - fit.aicc) / (2 * calm)));
  const kept = weights.map((weight) => (weight > 0.02 ? weight : 0));
  const sum = kept.reduce((total, weight) => total + weight, 0);
  return fits.map((fit, i) => ({ fit, share: kept[i]! / sum })).filter(({ share }) => share > 0);
};

/** The mean of the forecasts of several forms by their shares. O(forms × horizon). */
export const averageForecast = (shares: ReturnType<typeof etsShares>, horizon: number): Float64Array => {
  const mean = new Float64Array(horizon);
  for (const { fit, share } of shares)
    for (const [h, value] of etsForecast(fit, horizon).entries()) mean[h]! += share * value;
  return mean;
};

/**
 * The same forms with the same shares, fitted to another stretch of the series. O(forms × steps × n).
 * Source of averaging: Kolassa, Combining exponential smoothing forecasts using Akaike weights, International Journal of
 * Forecasting 27 (2011).
 */
export const averageAgain = (
  shares: ReturnType<typeof etsShares>,
  values: Float64Array,
  period: number,
  horizon: number,
): Float64Array => {
  const again = shares
    .slice(0, likeliest)
    .map(({ fit, share }) => ({ fit: fitEtsForm(values, period, fit.form, fit.parameters), share }))
    .filter((one): one is { fit: EtsFit; share: number } => one.fit !== null);
  if (again.length === 0) return lastValue(values, horizon);
  const sum = again.reduce((total, { share }) => total + share, 0);
  return averageForecast(
    again.map(({ fit, share }) => ({ fit, share: share / sum })),
    horizon,
  );
};
