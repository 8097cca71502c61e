import { type Command, Option } from 'commander';
import { AppError } from '../../../../shared/errors.ts';
import { type DemandModelName, demandModelNames } from '../../../../shared/model/demand.ts';
import { buyingModelNames } from '../../../../shared/model/prediction.ts';
import { formatOf } from '../../../../shared/words/say.ts';
import type { Core } from '../../core/start-core.ts';
import type { CommandSetting } from '../command-setting.ts';
import { pathOption, wholeNumber } from '../options.ts';
import { print } from '../output.ts';
import { type HistoryModel, predictHistories } from './predict-histories.ts';
import { type ProjectOptions, predictionLines, predictProject, targets } from './predict-project.ts';
import { predictSeries, seriesLines } from './predict-series.ts';

const format = formatOf('en-GB');

interface PredictOptions {
  readonly rft?: string;
  readonly series?: string;
  readonly period?: number;
  readonly model?: HistoryModel | DemandModelName | 'auto';
  readonly target?: ProjectOptions['target'];
  readonly horizon?: number;
  readonly holdout?: number;
  readonly out?: string;
}

const historyLines = (value: Awaited<ReturnType<typeof predictHistories>>): string[] => [
  `${value.model}, ${format.count(value.customers, 'customer', 'customers')}, log-likelihood ${value.logLikelihood.toFixed(1)}`,
  ...Object.entries(value.parameters).map(
    ([name, parameter]) =>
      `  ${name} ${parameter?.toPrecision(4)} ± ${value.standardErrors[name]?.toPrecision(2) ?? 'unknown'}`,
  ),
  ...(value.prior ? ['Few customers: held by a weak prior.'] : []),
];

const isDemandModel = (model: PredictOptions['model']): model is DemandModelName =>
  (demandModelNames as readonly unknown[]).includes(model);
const notOf = (model: string, what: string, models: readonly string[]): AppError =>
  new AppError('wrongUsage', { problem: `${model} is no model of ${what}; there are ${models.join(', ')}.` });

export const addPredictCommand = (
  program: Command,
  { action, wantsJson, signal }: CommandSetting,
  withCore: <Result>(work: (core: Core) => Promise<Result>) => Promise<Result>,
): void => {
  const fitHistories = async ({ rft, model }: PredictOptions): Promise<void> => {
    if (model === undefined || model === 'auto')
      throw new AppError('wrongUsage', {
        problem: `Say which model: --model ${[...buyingModelNames, 'gammagamma'].join(', ')}.`,
      });
    if (isDemandModel(model)) throw notOf(model, 'purchase histories', [...buyingModelNames, 'gammagamma']);
    const value = await predictHistories(rft!, model, signal);
    print(wantsJson, value, () => historyLines(value));
  };
  const lookAheadOfSeries = async ({ series, period, model = 'auto', out }: PredictOptions): Promise<void> => {
    if (period === undefined)
      throw new AppError('wrongUsage', { problem: 'Say how many periods a year has: --period 4 or --period 12.' });
    if (model !== 'auto' && !isDemandModel(model)) throw notOf(model, 'demand', ['auto', ...demandModelNames]);
    const value = await predictSeries({ path: series!, period, model, ...(out === undefined ? {} : { out }) }, signal);
    print(wantsJson, value, () => seriesLines(value));
  };
  const lookAhead = async (project: string, { model, target, ...options }: PredictOptions): Promise<void> => {
    if (target === undefined) throw new AppError('wrongUsage', { problem: `Say --target ${targets.join(', ')}.` });
    if (model === 'gammagamma')
      throw new AppError('wrongUsage', { problem: 'gammagamma is fitted beside every model of buying; choose one.' });
    if (isDemandModel(model)) throw notOf(model, 'buying', ['auto', ...buyingModelNames]);
    const asked = { ...options, target, ...(model === undefined ? {} : { model }) };
    const value = await withCore((core) => predictProject(core, project, asked, signal));
    print(wantsJson, value, () => predictionLines(value));
  };
  program
    .command('predict')
    .description('look ahead: what customers will do and are worth, tried on days that are known')
    .argument('[project]')
    .addOption(new Option('--target <what>', 'of a project').choices(targets))
    .addOption(
      new Option(
        '--rft <file>',
        'instead of a project: columns x, t_x, T, zbar, or frequency, recency, T, monetary_value',
      )
        .argParser(pathOption)
        .conflicts(['target', 'horizon', 'holdout', 'out', 'series', 'period']),
    )
    .addOption(
      new Option('--series <file>', 'instead of a project: columns series, horizon, values, a series a row')
        .argParser(pathOption)
        .conflicts(['target', 'horizon', 'holdout']),
    )
    .addOption(new Option('--period <n>', 'periods in a year, of --series').argParser(wholeNumber(1, 53)))
    .addOption(new Option('--model <name>').choices(['auto', ...buyingModelNames, 'gammagamma', ...demandModelNames]))
    .addOption(new Option('--horizon <days>', 'how far ahead (365)').argParser(wholeNumber(1, 3_650)))
    .addOption(
      new Option('--holdout <days>', 'last days that models are tried on (a third of all)').argParser(
        wholeNumber(1, 3_650),
      ),
    )
    .addOption(
      new Option('--out <file>', 'a line for each customer, or each period to come, as CSV').argParser(pathOption),
    )
    .option('--json', 'print one JSON value and nothing else')
    .action(
      action(async (project: string | undefined, options: PredictOptions) => {
        const named = [project, options.rft, options.series].filter((one) => one !== undefined);
        if (named.length !== 1)
          throw new AppError('wrongUsage', { problem: 'Name a project, or a file with --rft or --series.' });
        if (options.series !== undefined) await lookAheadOfSeries(options);
        else await (project === undefined ? fitHistories(options) : lookAhead(project, options));
      }),
    );
};
