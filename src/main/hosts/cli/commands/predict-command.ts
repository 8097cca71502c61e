import { type Command, Option } from 'commander';
import { buyingModelNames } from '../../../../shared/engine/predict/buying-models.ts';
import { formatOf } from '../../../../shared/words/say.ts';
import type { CommandSetting } from '../command-setting.ts';
import { pathOption } from '../options.ts';
import { print } from '../output.ts';
import { type HistoryModel, predictHistories } from './predict-histories.ts';

const format = formatOf('en-GB');

interface PredictOptions {
  readonly rft: string;
  readonly model: HistoryModel;
}

export const addPredictCommand = (program: Command, { action, wantsJson, signal }: CommandSetting): void => {
  program
    .command('predict')
    .description('fit a model of repeat buying to a table of purchase histories')
    .addOption(
      new Option('--rft <file>', 'columns x, t_x, T and zbar, or frequency, recency, T and monetary_value')
        .argParser(pathOption)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--model <name>').choices([...buyingModelNames, 'gammagamma']).makeOptionMandatory())
    .option('--json', 'print one JSON value and nothing else')
    .action(
      action(async ({ rft, model }: PredictOptions) => {
        const value = await predictHistories(rft, model, signal);
        print(wantsJson, value, () => [
          `${model}, ${format.count(value.customers, 'customer', 'customers')}, log-likelihood ${value.logLikelihood.toFixed(1)}`,
          ...Object.entries(value.parameters).map(
            ([name, parameter]) =>
              `  ${name} ${parameter?.toPrecision(4)} ± ${value.standardErrors[name]?.toPrecision(2) ?? 'unknown'}`,
          ),
          ...(value.prior ? ['Few customers: held by a weak prior.'] : []),
        ]);
      }),
    );
};
