import type { PurchaseHistories } from '../../src/shared/engine/predict/purchase-histories.ts';
import { createRandom, type Random } from '../../src/shared/engine/random.ts';
import type { BuyingModelName } from '../../src/shared/model/prediction.ts';

const normal = (random: Random): number => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** A gamma variate (Marsaglia & Tsang 2000), rate 1. */
const gamma = (random: Random, shape: number): number => {
  if (shape < 1) return gamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
};

interface Shop {
  readonly histories: PurchaseHistories & { readonly customer: Int32Array; readonly meanValue: Float64Array };
  /** Orders of each within `horizon` after the end. */
  readonly later: Float64Array;
  readonly isAlive: Uint8Array;
  /** What each spends on them; 0 where the shop was simulated without money. */
  readonly spentLater: Float64Array;
}

interface SimulationOptions {
  readonly customers: number;
  readonly span: number;
  readonly horizon: number;
  readonly seed: number;
  /** p, q and v of what single orders are worth. */
  readonly orderValue?: readonly [number, number, number];
}

/** Customers who do what a model says: made by its story, not by its formulas. */
export const simulateShop = (
  model: BuyingModelName,
  parameters: readonly number[],
  { customers, span, horizon, seed, orderValue }: SimulationOptions,
): Shop => {
  const random = createRandom(seed);
  const exponential = (rate: number) => -Math.log(1 - random()) / rate;
  const column = () => new Float64Array(customers);
  const [frequency, recency, observed, later] = [column(), column(), column(), column()];
  const isAlive = new Uint8Array(customers);
  const [r, alpha, c, d] = parameters as [number, number, number, number];
  for (let i = 0; i < customers; i += 1) {
    // Everybody's first order falls into the first third.
    const end = span - (random() * span) / 3;
    const rate = gamma(random, r) / alpha;
    let lostAt = Infinity;
    let share = 0;
    if (model === 'paretonbd') lostAt = exponential(gamma(random, c) / d);
    else {
      const left = gamma(random, c);
      share = left / (left + gamma(random, d));
      if (model === 'mbgnbd' && random() < share) lostAt = 0;
    }
    let at = 0;
    let isLost = lostAt === 0;
    while (!isLost) {
      at += exponential(rate);
      if (at > lostAt || at > end + horizon) break;
      if (at <= end) {
        frequency[i]! += 1;
        recency[i] = at;
      } else later[i]! += 1;
      if (model !== 'paretonbd' && random() < share) {
        isLost = true;
        if (at <= end) lostAt = at;
      }
    }
    isAlive[i] = lostAt > end ? 1 : 0;
    observed[i] = end;
  }
  const customer = Int32Array.from({ length: customers }, (_, i) => i);
  const [meanValue, spentLater] = [column(), column()];
  if (orderValue !== undefined) {
    const [p, q, v] = orderValue;
    for (let i = 0; i < customers; i += 1) {
      const rate = gamma(random, q) / v;
      const spend = (orders: number) => (orders === 0 ? 0 : gamma(random, p * orders) / rate);
      meanValue[i] = frequency[i] === 0 ? 0 : spend(frequency[i]!) / frequency[i]!;
      spentLater[i] = spend(later[i]!);
    }
  }
  return { histories: { customer, frequency, recency, observed, meanValue }, later, isAlive, spentLater };
};
