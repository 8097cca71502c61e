import { describe, expect, it } from 'vitest';
import { buyingModels } from '../../../../src/shared/engine/predict/buying-models.ts';
import { expectedOrders, expectedOrdersOfAll } from '../../../../src/shared/engine/predict/expected-orders.ts';
import { fitBuying } from '../../../../src/shared/engine/predict/fit-buying.ts';
import { expectedOrderValue, gammaGamma } from '../../../../src/shared/engine/predict/gamma-gamma.ts';
import { logHypergeometric } from '../../../../src/shared/engine/predict/hypergeometric.ts';
import { logGamma } from '../../../../src/shared/engine/predict/log-gamma.ts';
import { countHistories } from '../../../../src/shared/engine/predict/purchase-histories.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { type BuyingModelName, buyingModelNames } from '../../../../src/shared/model/prediction.ts';
import { simulateShop } from '../../../support/simulate-buying.ts';

const settings: Readonly<Record<BuyingModelName, readonly (readonly number[])[]>> = {
  bgnbd: [
    [0.25, 4, 0.8, 2.5],
    [2, 8, 0.3, 6],
  ],
  mbgnbd: [
    [0.5, 6, 0.9, 1.6],
    [1.5, 5, 0.2, 4],
  ],
  paretonbd: [
    [0.55, 10, 0.6, 12],
    [1.4, 6, 2, 80],
  ],
};
const cases = buyingModelNames.flatMap((name) => settings[name].map((parameters) => ({ name, parameters })));
const shopOf = (name: BuyingModelName, parameters: readonly number[], customers = 4_000, seed = 1) =>
  simulateShop(name, parameters, { customers, span: 60, horizon: 40, seed });

describe('models of repeat buying', () => {
  it.each(cases)('$name $parameters: slopes are those of the likelihood', ({ name, parameters }) => {
    const histories = countHistories(shopOf(name, parameters, 300).histories);
    const model = buyingModels[name];
    const at = Float64Array.from(parameters);
    const slopes = new Float64Array(4);
    model.logLikelihood(at, histories, slopes, silent);
    for (let i = 0; i < 4; i += 1) {
      const step = 1e-5 * at[i]!;
      const moved = (by: number) =>
        model.logLikelihood(
          at.map((value, j) => (i === j ? value + by : value)),
          histories,
          new Float64Array(4),
          silent,
        );
      const measured = (moved(step) - moved(-step)) / (2 * step);
      expect(Math.abs(slopes[i]! - measured)).toBeLessThan(1e-5 * Math.max(1, Math.abs(measured)));
    }
  });

  it('Pareto/NBD: the integral is the difference of hypergeometric functions of the literature', () => {
    const [r, alpha, s, beta] = [0.55, 10.6, 0.61, 11.7];
    for (const [x, recency, observed] of [
      [2, 30.43, 38.86],
      [0, 0, 27],
      [29, 37, 39],
      [3, 5, 500],
    ] as const) {
      const found = buyingModels.paretonbd.logLikelihood(
        Float64Array.of(r, alpha, s, beta),
        countHistories({
          frequency: Float64Array.of(x),
          recency: Float64Array.of(recency),
          observed: Float64Array.of(observed),
        }),
        new Float64Array(4),
        silent,
      );
      // Fader & Hardie (2005), for α < β.
      const whole = r + s + x;
      const term = (time: number) =>
        Math.exp(
          logHypergeometric(whole, r + x, whole + 1, (beta - alpha) / (beta + time)) - whole * Math.log(beta + time),
        );
      const stays = Math.exp(-(r + x) * Math.log(alpha + observed) - s * Math.log(beta + observed));
      const likelihood = stays + (s / whole) * (term(recency) - term(observed));
      const expected = logGamma(r + x) - logGamma(r) + r * Math.log(alpha) + s * Math.log(beta) + Math.log(likelihood);
      expect(found).toBeCloseTo(expected, 9);
    }
  });

  it('BG/NBD: expected orders are those of the published formula', () => {
    const parameters = Float64Array.of(0.243, 4.414, 1.793, 2.426);
    const [r, alpha, a, b] = parameters as unknown as [number, number, number, number];
    for (const [x, recency, observed, horizon] of [
      [2, 30.43, 38.86, 39],
      [1, 2, 30, 10],
      [40, 35, 39, 200],
    ] as const) {
      const inner = Math.exp(
        (r + x) * Math.log((alpha + observed) / (alpha + observed + horizon)) +
          logHypergeometric(r + x, b + x, a + b + x - 1, horizon / (alpha + observed + horizon)),
      );
      const gone = (a / (b + x - 1)) * ((alpha + observed) / (alpha + recency)) ** (r + x);
      const expected = (((a + b + x - 1) / (a - 1)) * (1 - inner)) / (1 + gone);
      const found = expectedOrders(buyingModels.bgnbd, parameters, { frequency: x, recency, observed }, horizon);
      expect(Math.abs(found / expected - 1)).toBeLessThan(1e-9);
    }
  });

  it.each(cases)('$name $parameters: says of simulated customers what they do', ({ name, parameters }) => {
    const { histories, later, isAlive } = shopOf(name, parameters, 60_000);
    const { alive, orders } = expectedOrdersOfAll(
      buyingModels[name],
      Float64Array.from(parameters),
      histories,
      { horizon: 40 },
      silent,
    );
    const sum = (values: ArrayLike<number>) => Array.from(values).reduce((total, value) => total + value, 0);
    expect(Math.abs(sum(orders) / sum(later) - 1)).toBeLessThan(0.03);
    expect(Math.abs(sum(alive) / sum(isAlive) - 1)).toBeLessThan(0.02);
    // Not only in sum: of those who are called alive with 20 to 80 percent, so many are.
    const doubtful = [...alive.keys()].filter((i) => alive[i]! > 0.2 && alive[i]! < 0.8);
    expect(doubtful.length).toBeGreaterThan(1_000);
    const [said, were] = [sum(doubtful.map((i) => alive[i]!)), sum(doubtful.map((i) => isAlive[i]!))];
    expect(Math.abs(said - were) / doubtful.length).toBeLessThan(0.02);
  });

  it.each(cases)('$name $parameters: is found again', ({ name, parameters }) => {
    const fit = fitBuying(buyingModels[name], shopOf(name, parameters, 8_000, 3).histories, silent);
    expect(fit.converged).toBe(true);
    parameters.forEach((value, i) => {
      expect(Math.abs(Math.log(fit.parameters[i]! / value))).toBeLessThan(
        (3 * fit.standardErrors[i]!) / fit.parameters[i]!,
      );
    });
  });

  it('does not depend on the unit of time', () => {
    const { histories } = shopOf('bgnbd', settings.bgnbd[0]!);
    const inDays = {
      ...histories,
      recency: histories.recency.map((time) => time * 7),
      observed: histories.observed.map((time) => time * 7),
    };
    for (const name of buyingModelNames) {
      const [weeks, days] = [histories, inDays].map((one) => fitBuying(buyingModels[name], one, silent));
      weeks!.parameters.forEach((value, i) => {
        const factor = buyingModels[name].timeParameters.includes(i) ? 7 : 1;
        expect(Math.abs(days!.parameters[i]! / (value * factor) - 1)).toBeLessThan(1e-4);
      });
    }
  });

  it('discounts: a later order counts less, by as much as the sum over small steps', () => {
    const parameters = Float64Array.from(settings.paretonbd[0]!);
    const history = { frequency: 3, recency: 20, observed: 30 };
    const at = (time: number) => expectedOrders(buyingModels.paretonbd, parameters, history, time);
    const rate = 0.01;
    let sum = 0;
    for (let week = 0; week < 520; week += 0.25) sum += (at(week + 0.25) - at(week)) * Math.exp(-rate * (week + 0.125));
    expect(expectedOrders(buyingModels.paretonbd, parameters, history, 520, rate)).toBeCloseTo(sum, 5);
  });
});

describe('Gamma-Gamma', () => {
  it('slopes are those of the likelihood', () => {
    const data = { frequency: Float64Array.of(1, 2, 9, 40), meanValue: Float64Array.of(12, 30.5, 8, 99) };
    const at = Float64Array.of(6.2, 3.7, 15);
    const slopes = new Float64Array(3);
    gammaGamma.logLikelihood(at, data, slopes, silent);
    for (let i = 0; i < 3; i += 1) {
      const step = 1e-5 * at[i]!;
      const [up, down] = [step, -step].map((by) =>
        gammaGamma.logLikelihood(
          at.map((value, j) => (i === j ? value + by : value)),
          data,
          new Float64Array(3),
          silent,
        ),
      );
      expect(slopes[i]).toBeCloseTo((up! - down!) / (2 * step), 6);
    }
  });

  it('draws a mean of few orders towards everybody’s', () => {
    const parameters = Float64Array.of(6.25, 3.74, 15.44);
    const everybodys = (6.25 * 15.44) / (3.74 - 1);
    expect(expectedOrderValue(parameters, 0, 0)).toBeCloseTo(everybodys, 12);
    const [few, many] = [1, 100].map((x) => expectedOrderValue(parameters, x, 100));
    expect(few).toBeGreaterThan(everybodys);
    expect(many).toBeGreaterThan(few!);
    expect(many).toBeLessThan(100.5);
  });
});
