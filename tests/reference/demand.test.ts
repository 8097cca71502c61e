import { expect, it } from 'vitest';
import { readSeries } from '../../src/main/import/read-series.ts';
import { symmetricError } from '../../src/shared/engine/forecast/accuracy.ts';
import { forecastMany } from '../../src/shared/engine/forecast/forecast-many.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import type { DemandModelName } from '../../src/shared/model/demand.ts';
import { describeRealData, realData } from '../support/real-data.ts';

const measure = async (file: string, period: number, model: DemandModelName | 'auto') => {
  const series = await readSeries(realData('m3', file));
  const known = series.map(({ known: values, heldOut }) => ({ values, horizon: heldOut.length }));
  const found = forecastMany({ series: known, period, model }, silent);
  let [error, inside, all] = [0, 0, 0];
  for (const [i, { heldOut }] of series.entries()) {
    error += symmetricError(found[i]!.forecast, heldOut) / series.length;
    all += heldOut.length;
    inside += heldOut.filter((value, h) => value >= found[i]!.low[h]! && value <= found[i]!.high[h]!).length;
  }
  return { error, coverage: inside / all };
};

describeRealData('M3, the last values of each series held out', () => {
  it.each([
    ['quarterly.csv', 4, 8.9],
    ['monthly_first_half.csv', 12, 17.4],
  ] as const)('%s: less off than the aim, and intervals hold what they say', async (file, period, aim) => {
    const { error, coverage } = await measure(file, period, 'auto');
    expect(error).toBeLessThanOrEqual(aim);
    expect(coverage).toBeGreaterThan(0.75);
    expect(coverage).toBeLessThan(0.85);
  });

  // Theta and the year before as R's package forecast 8.20 has them on these files.
  it.each([
    ['quarterly.csv', 4, 'theta', 9.2],
    ['quarterly.csv', 4, 'snaive', 11.07],
    ['monthly_first_half.csv', 12, 'theta', 17.98],
    ['monthly_first_half.csv', 12, 'snaive', 21.95],
  ] as const)('%s: period %i, %s is as far off as in R', async (file, period, model, known) => {
    expect(Math.abs((await measure(file, period, model)).error - known)).toBeLessThan(0.01);
  });
});
