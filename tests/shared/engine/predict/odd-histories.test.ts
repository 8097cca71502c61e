import { describe, expect, it } from 'vitest';
import { buyingModels } from '../../../../src/shared/engine/predict/buying-models.ts';
import { fitBuying } from '../../../../src/shared/engine/predict/fit-buying.ts';
import { createFutureCounts } from '../../../../src/shared/engine/predict/future-counts.ts';
import { predictCounts } from '../../../../src/shared/engine/predict/predict-counts.ts';
import type { PurchaseHistories } from '../../../../src/shared/engine/predict/purchase-histories.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { buyingModelNames } from '../../../../src/shared/model/prediction.ts';
import { simulateShop } from '../../../support/simulate-buying.ts';

const histories = (rows: readonly (readonly [number, number, number])[]): PurchaseHistories => ({
  frequency: Float64Array.from(rows, ([x]) => x),
  recency: Float64Array.from(rows, ([, last]) => last),
  observed: Float64Array.from(rows, ([, , seen]) => seen),
});
const random = createRandom(5);
const many = <Row>(count: number, row: (i: number) => Row): Row[] => Array.from({ length: count }, (_, i) => row(i));

/** Shops in which something is as it never is in a textbook. */
const odd: Readonly<Record<string, PurchaseHistories>> = {
  'all came once': histories(many(500, (i) => [0, 0, 1 + (i % 300)])),
  'one customer': histories([[4, 200, 230]]),
  'nobody stays away: ties at the end': histories(many(400, (i) => [1 + (i % 9), 50 + (i % 200), 50 + (i % 200)])),
  'one cohort of 40 weeks': histories(
    many(300, (i) => (i % 3 === 0 ? [0, 0, 280] : [i % 5, ((i % 5) * 260) / 5, 280])),
  ),
  'ten years': histories(many(500, (i) => [i % 60, (i % 60) * 55, 3_650])),
  '200 customers': simulateShop('bgnbd', [0.4, 30, 0.7, 2], { customers: 200, span: 365, horizon: 0, seed: 6 })
    .histories,
  'all on the last day': histories(many(300, () => [0, 0, 0])),
  'a wholesaler among them': histories([
    ...many(300, (): [number, number, number] => [0, 0, 100]),
    [5_000, 3_600, 3_650],
  ]),
  'all alike': histories(many(300, () => [3, 90, 100])),
  'without any order': histories(many(200, () => [random() < 0.5 ? 0 : 1, 0, 50])),
};
const cases = Object.keys(odd).flatMap((what) => buyingModelNames.map((model) => ({ what, model })));

describe('shops that are in no textbook', () => {
  it.each(cases)('$what, $model: an answer in numbers, and soon', ({ what, model }) => {
    const shop = odd[what]!;
    const began = performance.now();
    const fit = fitBuying(buyingModels[model], shop, silent);
    expect([...fit.parameters].every((value) => Number.isFinite(value) && value > 0)).toBe(true);
    expect(Number.isFinite(fit.logLikelihood)).toBe(true);
    const found = predictCounts(
      ...([buyingModels[model], fit, shop, 100] as const),
      createFutureCounts(buyingModels[model], fit, { horizon: 100, seed: 1 }),
      silent,
    );
    for (const column of [found.alive, found.orders, found.ordersAtAll, found.low, found.high])
      expect([...column].every((value) => Number.isFinite(value) && value >= 0)).toBe(true);
    expect([...found.alive].every((value) => value <= 1)).toBe(true);
    expect(performance.now() - began).toBeLessThan(30_000);
  });
});
