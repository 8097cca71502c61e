import { type Progress, throwIfCancelled } from '../progress.ts';
import type { BuyingModel, History } from './buying-model.ts';
import { gaussLegendre } from './gauss-legendre.ts';
import type { PurchaseHistories } from './purchase-histories.ts';

const rule = gaussLegendre(24);

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
  const [alive, orders] = [new Float64Array(n), new Float64Array(n)];
  const known = new Map<number, Map<number, number>>();
  for (let i = 0; i < n; i += 1) {
    if ((i & 1023) === 0) throwIfCancelled(progress);
    const history = { frequency: frequency[i]!, recency: recency[i]!, observed: observed[i]! };
    let byTime = known.get(history.frequency);
    if (byTime === undefined) {
      byTime = new Map();
      known.set(history.frequency, byTime);
    }
    let expected = byTime.get(history.observed);
    if (expected === undefined) {
      expected = ordersIfAlive(model, parameters, history, horizon, discountRate);
      byTime.set(history.observed, expected);
    }
    alive[i] = model.alive(parameters, history);
    orders[i] = alive[i]! * expected;
  }
  return { alive, orders };
};
