import { type Command, InvalidArgumentError, Option } from 'commander';
import { formatOf, say } from '../../../../shared/words/say.ts';
import type { Core } from '../../core/start-core.ts';
import type { CommandSetting } from '../command-setting.ts';
import { dayOption, pathOption } from '../options.ts';
import { print } from '../output.ts';
import { follow, showProgress } from '../progress.ts';
import { saveExport } from './export.ts';
import { openProject } from './project.ts';

const format = formatOf('en-GB');

/** Keys between commas; one that has a comma itself stands in quotation marks. */
const keysOption = (text: string): string[] => {
  const key = /\s*(?:"[^"]+"|[^",\s][^",]*)\s*/.source;
  if (!new RegExp(`^${key}(,${key})*$`).test(text))
    throw new InvalidArgumentError('It must be keys of features between commas, as in orders,totalSpent.');
  return [...text.matchAll(new RegExp(key, 'g'))].map(([one]) => one.trim().replace(/^"(.*)"$/, '$1'));
};

interface FeaturesOptions {
  readonly asOf?: string;
  readonly features?: string[];
  readonly out: string;
}

const writeFeatures = async (
  core: Core,
  project: string,
  { asOf, features, out }: FeaturesOptions,
  signal: AbortSignal,
) => {
  await openProject(core, project);
  const { client } = core;
  const show = showProgress();
  try {
    const request = { ...(asOf === undefined ? {} : { asOf }), ...(features === undefined ? {} : { features }) };
    const made = await follow(client, client.features.compute(request), signal, show);
    const handle = await follow(client, client.export.features({ snapshotId: made.id, format: 'csv' }), signal, show);
    const file = await saveExport(core, handle.id, out);
    const spoken = ({ key, name, unit, lineage }: (typeof made.features)[number]) => ({
      key,
      name: say(name),
      unit,
      formula: say(lineage),
    });
    return {
      file,
      asOf: made.asOf,
      customers: made.customers,
      features: made.features.map((feature) => ({ ...spoken(feature), missing: feature.missing })),
      catalogue: (await client.features.catalogue()).map(({ group, many, base, ...entry }) => ({
        ...spoken({ ...entry, missing: 0 }),
        group,
        many,
        base,
      })),
    };
  } finally {
    show.end();
  }
};

export const addFeaturesCommand = (
  program: Command,
  { action, wantsJson, signal }: CommandSetting,
  withCore: <Result>(work: (core: Core) => Promise<Result>) => Promise<Result>,
): void => {
  program
    .command('features')
    .description('write what is known of every customer as CSV: one line a customer, one column a feature')
    .argument('<project>')
    .addOption(
      new Option('--as-of <day>', 'as if it were that day: nothing later counts (the last order’s)').argParser(
        dayOption,
      ),
    )
    .addOption(
      new Option('--features <keys>', 'keys between commas, as --json lists them; all where absent').argParser(
        keysOption,
      ),
    )
    .addOption(new Option('--out <file>').argParser(pathOption).makeOptionMandatory())
    .addOption(new Option('--json', 'print one JSON value and nothing else'))
    .action(
      action(async (project: string, options: FeaturesOptions) => {
        const value = await withCore((core) => writeFeatures(core, project, options, signal));
        print(wantsJson, value, () => [
          `${format.count(value.customers, 'customer', 'customers')}${value.asOf === null ? '' : ` as of ${format.day(value.asOf)}`}`,
          ...value.features.map(({ key, name, formula }) => `${key}: ${name}\n  ${formula}`),
          `Written to ${value.file}`,
        ]);
      }),
    );
};
