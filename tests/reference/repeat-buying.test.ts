import { readFileSync } from 'node:fs';
import { expect, it } from 'vitest';
import { buyingModels } from '../../src/shared/engine/predict/buying-models.ts';
import { expectedOrders, expectedOrdersOfAll } from '../../src/shared/engine/predict/expected-orders.ts';
import { fitBuying } from '../../src/shared/engine/predict/fit-buying.ts';
import { fitGammaGamma } from '../../src/shared/engine/predict/gamma-gamma.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import type { BuyingModelName } from '../../src/shared/model/prediction.ts';
import { cdnowHistories } from '../support/cdnow.ts';
import { describeRealData, realData } from '../support/real-data.ts';

/** Parameters, log-likelihood and the sum of expected repeat orders in 39 weeks, as published for CDNOW. */
const published: readonly (readonly [BuyingModelName, readonly string[], number, number])[] = [
  ['bgnbd', ['0.243', '4.414', '0.793', '2.426'], -9582.4, 1_654],
  ['paretonbd', ['0.553', '10.578', '0.606', '11.669'], -9595.0, 1_666],
];
const sum = (values: Float64Array): number => values.reduce((total, value) => total + value, 0);
const until = '19970930';

describeRealData('CDNOW, calibrated to 30 September 1997', () => {
  it.each(published)('%s has the published parameters', (name, parameters, logLikelihood, orders) => {
    const histories = cdnowHistories(until);
    const fit = fitBuying(buyingModels[name], histories, silent);
    expect([...fit.parameters].map((value) => value.toFixed(3))).toEqual(parameters);
    expect(Math.abs(fit.logLikelihood - logLikelihood)).toBeLessThan(0.1);
    expect(fit.converged).toBe(true);
    const expected = expectedOrdersOfAll(buyingModels[name], fit.parameters, histories, { horizon: 39 }, silent);
    // What came is known, too: both models expect too little of this cohort.
    expect(sum(histories.later)).toBe(1_882);
    expect(Math.abs(sum(expected.orders) - orders)).toBeLessThan(3);
  });

  it('expects of the known customer what is published', () => {
    const { parameters } = fitBuying(buyingModels.bgnbd, cdnowHistories(until), silent);
    const known = { frequency: 2, recency: 30.43, observed: 38.86 };
    expect(expectedOrders(buyingModels.bgnbd, parameters, known, 39).toFixed(3)).toBe('1.226');
  });

  it('Gamma-Gamma has the published parameters', () => {
    const fit = fitGammaGamma(cdnowHistories(until), silent);
    expect([...fit.parameters].map((value) => value.toFixed(2))).toEqual(['6.25', '3.74', '15.44']);
    expect(fit.customers).toBe(946);
  });

  it('the summary file has these very histories', () => {
    const { frequency, recency, observed, meanValue } = cdnowHistories(until);
    const lines = readFileSync(realData('cdnow/cdnow_customers_summary_with_transactions.csv'), 'utf8').trim();
    const found = [...frequency.keys()].map((i) => [frequency[i], recency[i], observed[i], meanValue[i]]);
    for (const [i, line] of lines.split('\n').slice(1).entries())
      line
        .split(',')
        .slice(1)
        .forEach((text, at) => {
          expect(Math.abs(Number(text) - found[i]![at]!)).toBeLessThan(0.00501);
        });
  });
});
