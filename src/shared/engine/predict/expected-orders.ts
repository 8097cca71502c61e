import { type Progress, throwIfCancelled } from '../progress.ts';
import type { BuyingModel, History } from './buying-model.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import { codeColumn, type PurchaseHistories } from './purchase-histories.ts';

const rule = gaussLegendre(24);
/** So many pairs of repeat orders and time observed stand in an array, more in a map. */
const mostPairs = 4_000_000;

/**
 * Expected orders within `horizon` of a customer who is alive at the end of the observation, each counted e^(−rate × time)
 * where a discount rate is given (a unit of time, continuous). By Gauss' rule over the logarithm of time, in which the
 * rate bends little.
 */
const ordersIfAlive = (
  model: BuyingModel,
  parameters: Float64Array,
  { frequency, observed }: { readonly frequency: number; readonly observed: number },
  horizon: number,
  discountRate: number,
): number => {
  const scale = model.timeScale(parameters, observed);
  const rate = model.rateLater(parameters, frequency, observed);
  const length = Math.log1p(horizon / scale);
  let sum = 0;
  for (let i = 0; i < rule.nodes.length; i += 1) {
    const v = length * rule.nodes[i]!;
    const later = scale * Math.expm1(v);
    sum += rule.weights[i]! * rate(later) * scale * Math.exp(v - discountRate * later);
  }
  return sum * length;
};

/**
 * E[Y(t) | x, t_x, T]: the orders that a customer with this history is expected to make within `horizon` from the end of
 * the observation. A history of zeros is a new customer.
 * @param discountRate a unit of time, continuous; 0 counts every order whole
 */
export const expectedOrders = (
  model: BuyingModel,
  parameters: Float64Array,
  history: History,
  horizon: number,
  discountRate = 0,
): number => model.alive(parameters, history) * ordersIfAlive(model, parameters, history, horizon, discountRate);

/**
 * The same of all customers, with the probability that each is alive. How many orders a living customer makes depends on
 * two numbers of the history only, which few customers have for themselves. O(n + different pairs × terms).
 */
export const expectedOrdersOfAll = (
  model: BuyingModel,
  parameters: Float64Array,
  { frequency, recency, observed }: PurchaseHistories,
  { horizon, discountRate = 0 }: { readonly horizon: number; readonly discountRate?: number | undefined },
  progress: Progress,
): { readonly alive: Float64Array; readonly orders: Float64Array } => {
  const n = frequency.length;
  const [x, seen] = [codeColumn(frequency), codeColumn(observed)];
  const together = model.aliveOfAll?.(parameters, { frequency: x, recency: codeColumn(recency), observed: seen });
  const alive = together ?? new Float64Array(n);
  const orders = new Float64Array(n);
  const width = seen.values.length;
  // NaN: not asked yet.
  const isSmall = x.values.length * width <= mostPairs;
  const table = new Float64Array(isSmall ? x.values.length * width : 0).fill(Number.NaN);
  const known = new Map<number, number>();
  const history = { frequency: 0, recency: 0, observed: 0 };
  for (let i = 0; i < n; i += 1) {
    if ((i & 1023) === 0) throwIfCancelled(progress);
    const key = x.codes[i]! * width + seen.codes[i]!;
    let expected = isSmall ? table[key]! : (known.get(key) ?? Number.NaN);
    if (together === undefined || Number.isNaN(expected)) {
      history.frequency = frequency[i]!;
      history.recency = recency[i]!;
      history.observed = observed[i]!;
      if (together === undefined) alive[i] = model.alive(parameters, history);
    }
    if (Number.isNaN(expected)) {
      expected = ordersIfAlive(model, parameters, history, horizon, discountRate);
      if (isSmall) table[key] = expected;
      else known.set(key, expected);
    }
    orders[i] = alive[i]! * expected;
  }
  return { alive, orders };
};
