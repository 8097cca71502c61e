import { expect, it } from 'vitest';
import { buyingModels } from '../../src/shared/engine/predict/buying-models.ts';
import { fitBuying } from '../../src/shared/engine/predict/fit-buying.ts';
import { createFutureCounts } from '../../src/shared/engine/predict/future-counts.ts';
import { fitGammaGamma } from '../../src/shared/engine/predict/gamma-gamma.ts';
import { predictCounts } from '../../src/shared/engine/predict/predict-counts.ts';
import { intervalOfSum, predictWorth } from '../../src/shared/engine/predict/predict-worth.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import type { BuyingModelName } from '../../src/shared/model/prediction.ts';
import { simulateShop } from '../support/simulate-buying.ts';

const settings: readonly (readonly [BuyingModelName, readonly number[]])[] = [
  ['bgnbd', [0.4, 5, 0.8, 2.5]],
  ['bgnbd', [1.2, 8, 0.5, 3]],
  ['mbgnbd', [0.8, 6, 0.7, 2]],
  ['paretonbd', [0.6, 8, 0.8, 12]],
  ['paretonbd', [1.5, 9, 1.2, 20]],
];
const seeds = 20;
const horizon = 40;
/** Standard errors on either side of an estimate that hold nine tenths. */
const nineTenths = 1.645;
const orderValue = [6, 4, 90] as const;

it('finds the parameters of simulated shops again, and is as sure as it says', { timeout: 600_000 }, () => {
  const off: number[] = [];
  let covered = 0;
  const moneyCovered = { all: 0, 0: 0, 1: 0, 2: 0 };
  let singles = 0;
  for (const [name, parameters] of settings)
    for (let seed = 1; seed <= seeds; seed += 1) {
      const shop = simulateShop(name, parameters, { customers: 2_000, span: 70, horizon, seed, orderValue });
      const fit = fitBuying(buyingModels[name], shop.histories, silent);
      parameters.forEach((value, i) => {
        // By logarithms: that is how uncertainty is told.
        off.push(Math.abs(Math.log(fit.parameters[i]! / value)) / (fit.standardErrors[i]! / fit.parameters[i]!));
      });
      const countsOf = createFutureCounts(buyingModels[name], fit, { horizon, seed: 1 });
      const counts = predictCounts(buyingModels[name], fit, shop.histories, horizon, countsOf, silent);
      const { total, alive, orders } = counts;
      const came = shop.later.reduce((sum, count) => sum + count, 0);
      if (came >= total.low && came <= total.high) covered += 1;
      const valueFit = fitGammaGamma(shop.histories, silent);
      const money = predictWorth(
        {
          ...{ model: buyingModels[name], fit, valueFit, histories: shop.histories, alive, orders, horizon, countsOf },
          ...{ discountedOrders: orders, discountRate: 0, seed: 1 },
        },
        silent,
      );
      const groupOf = (i: number) => Math.min(2, shop.histories.frequency[i]!);
      for (const group of ['all', 0, 1, 2] as const) {
        const rows = [...shop.later.keys()].filter((i) => group === 'all' || groupOf(i) === group);
        const sum = (of: Float64Array) => rows.reduce((spent, i) => spent + of[i]!, 0);
        const interval = intervalOfSum(
          sum(money.worth),
          sum(money.variance),
          money.sharedVariance * (sum(money.worth) / money.total.expected) ** 2,
        );
        const spent = sum(shop.spentLater);
        moneyCovered[group] += spent >= interval.low && spent <= interval.high ? 1 : 0;
      }
      for (let i = 0; i < money.worth.length; i += 1)
        singles += shop.spentLater[i]! >= money.low[i]! && shop.spentLater[i]! <= money.high[i]! ? 1 : 0;
    }
  const share = (most: number) => off.filter((errors) => errors <= most).length / off.length;
  expect(off).toHaveLength(settings.length * seeds * 4);
  expect(share(2)).toBeGreaterThanOrEqual(0.9);
  expect(share(nineTenths)).toBeGreaterThanOrEqual(0.85);
  expect(share(nineTenths)).toBeLessThanOrEqual(0.95);
  // The orders of all customers together.
  const shops = settings.length * seeds;
  expect(covered / shops).toBeGreaterThanOrEqual(0.85);
  expect(covered / shops).toBeLessThanOrEqual(0.95);
  // The money of each: a share of nothing at all is within every interval, so that more are covered.
  expect(singles / shops / 2_000).toBeGreaterThanOrEqual(0.9);
  // That of those who came once, twice, and more often, and of all together.
  for (const count of Object.values(moneyCovered)) {
    expect(count / shops).toBeGreaterThanOrEqual(0.85);
    expect(count / shops).toBeLessThanOrEqual(0.95);
  }
});
