import { mkdir } from 'node:fs/promises';
import { basename, dirname, resolve } from 'node:path';
import { scaledError, symmetricError } from '../../../../shared/engine/forecast/accuracy.ts';
import type { SeriesForecast } from '../../../../shared/engine/forecast/forecast-series.ts';
import type { DemandModelName } from '../../../../shared/model/demand.ts';
import { formatOf } from '../../../../shared/words/say.ts';
import { type HeldOutSeries, readSeries } from '../../../import/read-series.ts';
import { writeCsv } from '../../../services/export/write-csv.ts';
import { createComputePool } from '../../../workers/pool.ts';
import { writeError } from '../../core/write-error.ts';

const format = formatOf('en-GB');

interface SeriesOptions {
  readonly path: string;
  readonly period: number;
  readonly model: DemandModelName | 'auto';
  readonly out?: string;
}

const mean = (values: readonly number[]): number | null =>
  values.length === 0 ? null : values.reduce((sum, value) => sum + value, 0) / values.length;

/** How far forecasts were off what was held out, and how much of that their intervals held; each series counts the same. */
const errorsOf = (series: readonly HeldOutSeries[], found: readonly SeriesForecast[], period: number) => {
  let [inside, all] = [0, 0];
  for (const [i, { heldOut }] of series.entries())
    for (const [h, value] of heldOut.entries()) {
      all += 1;
      if (value >= found[i]!.low[h]! && value <= found[i]!.high[h]!) inside += 1;
    }
  return {
    smape: mean(series.map(({ heldOut }, i) => symmetricError(found[i]!.forecast, heldOut)))!,
    mase: mean(
      series
        .map(({ known, heldOut }, i) => scaledError(found[i]!.forecast, heldOut, known, period))
        .filter((error) => error !== null),
    ),
    coverage80: inside / all,
  };
};

function* rowsOf(series: readonly HeldOutSeries[], found: readonly SeriesForecast[]) {
  for (const [i, { name, heldOut }] of series.entries())
    for (const [h, value] of heldOut.entries()) {
      const { model, forecast, low, high } = found[i]!;
      yield [name, model, h + 1, forecast[h]!, low[h]!, high[h]!, value];
    }
}

const save = async (path: string, rows: ReturnType<typeof rowsOf>): Promise<string> => {
  const target = resolve(path);
  try {
    await mkdir(dirname(target), { recursive: true });
    await writeCsv(target, ['series', 'model', 'step', 'forecast', 'low', 'high', 'came'], rows);
  } catch (error) {
    throw writeError(error, basename(target));
  }
  return target;
};

/** Forecasts what a table of series holds out from the rest of each, and says how far off that was. */
export const predictSeries = async ({ path, period, model, out }: SeriesOptions, signal: AbortSignal) => {
  const series = await readSeries(path);
  const compute = createComputePool({ threads: 1, crew: 1 });
  try {
    // What is held out does not even go there.
    const known = series.map(({ known: values, heldOut }) => ({ values, horizon: heldOut.length }));
    const began = performance.now();
    const found = await compute.run('forecastMany', { series: known, period, model }, { signal });
    const seconds = (performance.now() - began) / 1000;
    const naive = await compute.run('forecastMany', { series: known, period, model: 'snaive' }, { signal });
    const models: Partial<Record<DemandModelName, number>> = {};
    for (const { model: used } of found) models[used] = (models[used] ?? 0) + 1;
    return {
      series: series.length,
      ...errorsOf(series, found, period),
      seconds,
      models,
      baseline: { model: 'snaive', ...errorsOf(series, naive, period) },
      file: out === undefined ? null : await save(out, rowsOf(series, found)),
    };
  } finally {
    await compute.close();
  }
};

/** The same for people. */
export const seriesLines = (found: Awaited<ReturnType<typeof predictSeries>>): string[] => {
  const errors = ({ smape, mase, coverage80 }: Pick<typeof found, 'smape' | 'mase' | 'coverage80'>) =>
    `sMAPE ${format.number(smape, 2)}${mase === null ? '' : `, MASE ${format.number(mase, 3)}`}, 80 % intervals held ${format.share(coverage80)}`;
  return [
    `${format.count(found.series, 'series', 'series')} in ${format.number(found.seconds, 1)} s by ${Object.keys(found.models).join(', ')}: ${errors(found)}`,
    `The year before instead: ${errors(found.baseline)}`,
    found.smape < found.baseline.smape
      ? 'It was less off than the year before.'
      : 'It was not less off than the year before: take it with care.',
    ...(found.file === null ? [] : [`Written to ${found.file}`]),
  ];
};
