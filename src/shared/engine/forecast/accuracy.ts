/**
 * Symmetric mean absolute percentage error, 0 … 200. A period in which both are zero is not off. O(n).
 * Source: Makridakis & Hibon, The M3-Competition, International Journal of Forecasting 16 (2000).
 */
export const symmetricError = (forecast: Float64Array, came: Float64Array): number => {
  let sum = 0;
  for (const [h, value] of came.entries()) {
    const size = Math.abs(forecast[h]!) + Math.abs(value);
    if (size > 0) sum += (200 * Math.abs(forecast[h]! - value)) / size;
  }
  return sum / came.length;
};

/**
 * Mean absolute error relative to that of the seasonal naive forecast within the known part. Null where that one is never
 * off, or less than a year and a period is known. O(n).
 * Source: Hyndman & Koehler, Another look at measures of forecast accuracy, International Journal of Forecasting 22 (2006).
 */
export const scaledError = (
  forecast: Float64Array,
  came: Float64Array,
  known: Float64Array,
  period: number,
): number | null => {
  let [naive, off] = [0, 0];
  for (let t = period; t < known.length; t += 1) naive += Math.abs(known[t]! - known[t - period]!);
  for (const [h, value] of came.entries()) off += Math.abs(forecast[h]! - value);
  return naive > 0 ? off / came.length / (naive / (known.length - period)) : null;
};
