import { type Command, InvalidArgumentError, Option } from 'commander';
import { AppError } from '../../../../shared/errors.ts';
import { type Comparison, type SideKey, sideKeySchema } from '../../../../shared/model/comparison.ts';
import { comparedFlowLine, comparisonTitle, reasonLine } from '../../../../shared/picture/comparison-words.ts';
import { formatOf, say } from '../../../../shared/words/say.ts';
import type { Core } from '../../core/start-core.ts';
import type { CommandSetting } from '../command-setting.ts';
import { print } from '../output.ts';
import { openProject, toCents } from './project.ts';

const format = formatOf('en-GB');

/** The number of a kept segmentation, or a rebuilt month end as in past-2025-10-31. */
const sideOption = (text: string): SideKey => {
  const found = sideKeySchema.safeParse(/^\d+$/.test(text) ? Number(text) : text);
  if (!found.success)
    throw new InvalidArgumentError(
      'It must be the number of a segmentation, or a rebuilt month as in past-2025-10-31.',
    );
  return found.data;
};

const sideJson = ({ key, method, k, asOf, customers, rebuilt, segments }: Comparison['a']) => ({
  ...{ key, method, k, asOf, customers, rebuilt },
  segments: segments.map(({ id, name, size }) => ({ id, name: say(name), size })),
});

const comparisonJson = (found: Comparison) => {
  const { sameCustomers, common, onlyA, onlyB, pairs, agreement, moved } = found;
  return {
    a: sideJson(found.a),
    b: sideJson(found.b),
    ...{ sameCustomers, common, onlyA, onlyB, agreement, pairs },
    moved: { customers: moved.customers, revenue: toCents(moved.revenue) },
    flows: found.flows.map(({ from, to, customers, revenue, stayed, reasons }) => ({
      ...{ from, to, customers, revenue: toCents(revenue), stayed },
      reasons: reasons.map((reason) => ({
        ...{ feature: reason.feature.key, kind: reason.kind, before: reason.before, after: reason.after },
        share: reason.share,
        sentence: say(reasonLine(reason, say)),
      })),
    })),
  };
};

const comparisonLines = (found: Comparison): string[] => [
  say(comparisonTitle(found)),
  `Adjusted Rand index ${format.number(found.agreement.adjustedRandIndex, 3)}, adjusted mutual information ${format.number(found.agreement.adjustedMutualInformation, 3)}`,
  '',
  ...found.flows.flatMap((flow) => [
    `${say(comparedFlowLine(found, flow, say))}.`,
    ...flow.reasons.map((reason) => `  ${say(reasonLine(reason, say))}`),
  ]),
];

const listRuns = async (core: Core, project: string) => {
  await openProject(core, project);
  const runs = await core.client.segmentation.list();
  const { months } = await core.client.compare.months();
  return {
    runs: runs.map(({ id, method, k, customers, asOf, active }) => ({ id, method, k, customers, asOf, active })),
    rebuilt: months.flatMap(({ key, asOf, customers, rebuilt }) => (rebuilt ? [{ key, asOf, customers }] : [])),
  };
};

export const addCompareCommand = (
  program: Command,
  { action, wantsJson }: CommandSetting,
  withCore: <Result>(work: (core: Core) => Promise<Result>) => Promise<Result>,
): void => {
  program
    .command('compare')
    .description('who went where between two segmentations of a project, and why; without them, which there are')
    .argument('<project>')
    .argument('[a]', 'the number of a segmentation, or a rebuilt month as in past-2025-10-31', sideOption)
    .argument('[b]', 'another one', sideOption)
    .addOption(new Option('--json', 'print one JSON value and nothing else'))
    .action(
      action(async (project: string, a?: SideKey, b?: SideKey) => {
        if (a !== undefined && b === undefined)
          throw new AppError('wrongUsage', { problem: 'name two segmentations, or none to see which there are' });
        if (a === undefined || b === undefined) {
          const value = await withCore((core) => listRuns(core, project));
          print(wantsJson, value, () => [
            ...value.runs.map(
              ({ id, method, k, customers, asOf, active }) =>
                `${id}: ${k} by ${method}, ${format.count(customers, 'customer', 'customers')}${asOf === null ? '' : ` as of ${format.day(asOf)}`}${active ? ', in use' : ''}`,
            ),
            ...value.rebuilt.map(
              ({ key, customers }) => `${key}: rebuilt, ${format.count(customers, 'customer', 'customers')}`,
            ),
          ]);
          return;
        }
        const found = await withCore(async (core) => {
          await openProject(core, project);
          return core.client.compare.runs({ a, b });
        });
        print(wantsJson, comparisonJson(found), () => comparisonLines(found));
      }),
    );
};
