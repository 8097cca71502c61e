import type { CustomerPredictionView } from '../../../../shared/model/prediction.ts';
import { formatOf } from '../../../../shared/words/say.ts';
import type { Core } from '../../core/start-core.ts';
import { follow, showProgress } from '../progress.ts';
import { saveExport } from './export.ts';
import { openProject } from './project.ts';

const format = formatOf('en-GB');

export const targets = ['clv', 'alive', 'purchase'] as const;

export interface ProjectOptions {
  readonly target: (typeof targets)[number];
  readonly model?: CustomerPredictionView['model'] | 'auto';
  readonly horizon?: number;
  readonly holdout?: number;
  readonly out?: string;
}

/** Looks ahead for the customers of a project. */
export const predictProject = async (core: Core, project: string, options: ProjectOptions, signal: AbortSignal) => {
  const { target, model = 'auto', horizon, holdout, out } = options;
  await openProject(core, project);
  const show = showProgress();
  try {
    const { file, ...found } = await follow(
      core.client,
      core.client.predict.customers({
        model,
        ...(horizon === undefined ? {} : { horizonDays: horizon }),
        ...(holdout === undefined ? {} : { holdoutDays: holdout }),
        file: out !== undefined,
      }),
      signal,
      show,
    );
    return {
      target,
      ...found,
      file: file === null || out === undefined ? null : await saveExport(core, file.id, out),
    };
  } finally {
    show.end();
  }
};

const errorLine = (
  name: string,
  { meanAbsolute, rootMeanSquare, total }: { meanAbsolute: number; rootMeanSquare: number; total: number },
) =>
  `  ${name.padEnd(10)} off by ${format.number(meanAbsolute, 3)} orders a customer (squared ${format.number(rootMeanSquare, 3)}), ${format.number(Math.round(total))} in all`;

/** The same for people. */
export const predictionLines = (found: Awaited<ReturnType<typeof predictProject>>): string[] => {
  const { holdOut, orders, value, file } = found;
  return [
    `${format.count(found.customers, 'customer', 'customers')} as of ${format.day(found.asOf)}; ${format.number(Math.round(found.alive))} of them are expected to be still customers`,
    `Within ${format.count(found.horizonDays, 'day', 'days')} by ${found.model}: ${format.number(Math.round(orders.expected))} orders, nine times in ten ${format.number(Math.round(orders.low))} to ${format.number(Math.round(orders.high))}${value === null ? '' : `; worth ${format.money(value.expected)} today (${format.money(value.low)} to ${format.money(value.high)})`}`,
    `Tried on the ${format.count(holdOut.days, 'day', 'days')} after ${format.day(holdOut.until)}: ${format.number(holdOut.came)} orders came`,
    ...holdOut.trials.map((trial) => errorLine(trial.model, trial)),
    ...Object.entries(holdOut.baselines).map(([name, baseline]) => errorLine(name, baseline)),
    holdOut.beatsBaselines
      ? 'It was less off than all three guesses without a model.'
      : 'It was not less off than every guess without a model: take it with care.',
    ...(file === null ? [] : [`Written to ${file}`]),
  ];
};
