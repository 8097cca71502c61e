import type { Progress } from '../progress.ts';
import type { Random } from '../random.ts';
import type { CountedHistories } from './purchase-histories.ts';

/** A customer's history: repeat orders, from the first order to the last, and to the end of the observation. */
export interface History {
  readonly frequency: number;
  readonly recency: number;
  readonly observed: number;
}

/**
 * A model of how customers who owe nobody a word come again and stay away: each buys at a rate of their own and is lost at
 * a moment that nobody sees. Rates and losses differ among customers by two distributions, whose parameters are fitted.
 */
export interface BuyingModel {
  /** As the literature writes them; all above 0. */
  readonly parameterNames: readonly string[];
  /** Which parameters are times, and grow with the unit. */
  readonly timeParameters: readonly number[];
  /** Places to start from, in units where the longest observation is 10. */
  readonly starts: readonly (readonly number[])[];
  /**
   * ln of the likelihood of all histories, with its derivatives by the parameters. O(different histories).
   * @param gradient one number a parameter, filled in
   * @throws AppError cancelled
   */
  logLikelihood(
    parameters: Float64Array,
    histories: CountedHistories,
    gradient: Float64Array,
    progress: Progress,
  ): number;
  /** The probability that a customer is still one at the end of the observation, 0 … 1. */
  alive(parameters: Float64Array, history: History): number;
  /** The same of many, where what depends on one number alone can be worked out once. O(n). */
  aliveOfAll?(parameters: Float64Array, coded: CountedHistories['coded']): Float64Array;
  /**
   * The expected orders a unit of time, so long after the end of the observation, of a customer who was still one there.
   * It depends on repeat orders and the time observed only.
   */
  rateLater(parameters: Float64Array, frequency: number, observed: number): (later: number) => number;
  /** The probability that such a customer orders at all within `horizon`. */
  ordersAtAll(parameters: Float64Array, frequency: number, observed: number, horizon: number): number;
  /** Orders within `horizon` after the end of the observation, of one such customer by chance. */
  drawLater(parameters: Float64Array, frequency: number, observed: number, horizon: number, random: Random): number;
  /** A time within which `rateLater` changes little. */
  timeScale(parameters: Float64Array, observed: number): number;
}
