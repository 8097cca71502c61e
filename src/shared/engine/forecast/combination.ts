import { dampedTrend } from './damped-trend.ts';
import { seasonalNaive } from './seasonal-naive.ts';
import { logTheta } from './theta.ts';

/** Of four forecasts the mean of the two in the middle. */
const middle = (a: number, b: number, c: number, d: number): number =>
  (a + b + c + d - Math.min(a, b, c, d) - Math.max(a, b, c, d)) / 2;

/**
 * The median of four forecasts that err in different ways: averaged exponential smoothing, theta on logarithms, a damped
 * trend over shrunk seasons, and the year before. O(n × period + horizon).
 * Source of the median of few simple methods: Petropoulos & Svetunkov, A simple combination of univariate models,
 * International Journal of Forecasting 36 (2020).
 */
export const combine = (
  smoothed: Float64Array,
  values: Float64Array,
  period: number,
  horizon: number,
): Float64Array => {
  const others = [logTheta, dampedTrend, seasonalNaive].map((member) => member(values, period, horizon));
  return smoothed.map((value, h) => middle(value, others[0]![h]!, others[1]![h]!, others[2]![h]!));
};
