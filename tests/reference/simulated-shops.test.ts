import { expect, it } from 'vitest';
import { buyingModels } from '../../src/shared/engine/predict/buying-models.ts';
import { fitBuying } from '../../src/shared/engine/predict/fit-buying.ts';
import { predictCounts } from '../../src/shared/engine/predict/predict-counts.ts';
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

it('finds the parameters of simulated shops again, and is as sure as it says', { timeout: 600_000 }, () => {
  const off: number[] = [];
  let covered = 0;
  for (const [name, parameters] of settings)
    for (let seed = 1; seed <= seeds; seed += 1) {
      const shop = simulateShop(name, parameters, { customers: 2_000, span: 70, horizon, seed });
      const fit = fitBuying(buyingModels[name], shop.histories, silent);
      parameters.forEach((value, i) => {
        // By logarithms: that is how uncertainty is told.
        off.push(Math.abs(Math.log(fit.parameters[i]! / value)) / (fit.standardErrors[i]! / fit.parameters[i]!));
      });
      const { total } = predictCounts(buyingModels[name], fit, shop.histories, { horizon, seed: 1 }, silent);
      const came = shop.later.reduce((sum, count) => sum + count, 0);
      if (came >= total.low && came <= total.high) covered += 1;
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
});
