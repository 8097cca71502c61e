import { type Command, Option } from 'commander';
import { AppError } from '../../../../shared/errors.ts';
import { message } from '../../../../shared/model/message.ts';
import type { QualityReport, RulePreview } from '../../../../shared/model/quality.ts';
import { furtherReasons, type SetAsideReason, setAsideReasons, type Totals } from '../../../../shared/model/source.ts';
import { formatOf, say } from '../../../../shared/words/say.ts';
import type { Core } from '../../core/start-core.ts';
import type { CommandSetting } from '../command-setting.ts';
import { dayOption } from '../options.ts';
import { print } from '../output.ts';
import { follow, showProgress } from '../progress.ts';
import { openProject } from './project.ts';

const format = formatOf('en-GB');

interface QualityOptions {
  readonly today?: string;
  readonly fix?: string;
  readonly preview?: SetAsideReason;
  readonly switch?: SetAsideReason;
}

const totalsLine = (when: string, { customers, orders, orderLines, revenue }: Totals): string =>
  `  ${when}: ${format.count(customers, 'customer', 'customers')}${orders === null ? '' : `, ${format.count(orders, 'order', 'orders')}`}${orderLines === null ? '' : `, ${format.count(orderLines, 'line', 'lines')}`}${revenue === null ? '' : `, ${format.money(revenue)} in all`}`;

const previewLines = ({ reason, on, lines, money, before, after }: RulePreview): string[] => [
  `${say(message(`aside.${reason}`))} (${on ? 'set aside' : 'counted'}): ${format.count(lines, 'line', 'lines')}, ${format.money(money)}`,
  totalsLine('now', before),
  totalsLine(on ? 'if counted' : 'if set aside', after),
];

const reportLines = ({ score, parts, findings }: QualityReport): string[] => [
  `Score ${format.number(score, 1)} of 100`,
  ...parts.map(
    (part) => `  ${part.part} ${part.score === null ? '–' : format.number(part.score, 1)}: ${say(part.message)}`,
  ),
  ...(findings.length === 0 ? ['Nothing was found.'] : []),
  ...findings.flatMap((found) => [
    `[${found.severity}] ${found.id} ${found.source}: ${say(found.message)}`,
    ...found.examples.slice(0, 2).map(({ row, cells }) => {
      const shown = cells.map(({ column, value }) => `${column} ${value ?? '–'}`);
      return `    row ${row}: ${shown.join(', ')}`;
    }),
    ...(found.fix === null ? [] : [`    fix: ${say(found.fix.what)}`]),
  ]),
];

/** Does what was asked for, then looks: the report is of the project as it is left. */
const checkProject = async (core: Core, project: string, options: QualityOptions, signal: AbortSignal) => {
  await openProject(core, project);
  const { client } = core;
  const show = showProgress();
  try {
    const look = () =>
      follow(client, client.quality.report(options.today === undefined ? {} : { today: options.today }), signal, show);
    if (options.preview !== undefined)
      return { preview: await follow(client, client.quality.preview({ reason: options.preview }), signal, show) };
    if (options.switch !== undefined) {
      const rules = await follow(client, client.quality.preview({ reason: options.switch }), signal, show);
      await client.source.setRule({ reason: options.switch, on: !rules.on });
    }
    if (options.fix === undefined) return { report: await look() };
    const found = (await look()).findings.find(({ id }) => id === options.fix);
    if (found === undefined) throw new AppError('notFound', { what: 'finding', id: options.fix });
    if (found.fix === null)
      throw new AppError('wrongUsage', { problem: `“${options.fix}” has nothing that could be done by itself` });
    const { rows } = await follow(client, client.quality.fix({ fix: found.fix.change }), signal, show);
    return { fixed: { id: found.id, rows }, report: await look() };
  } finally {
    show.end();
  }
};

export const addQualityCommand = (
  program: Command,
  { action, wantsJson, signal }: CommandSetting,
  withCore: <Result>(work: (core: Core) => Promise<Result>) => Promise<Result>,
): void => {
  program
    .command('quality')
    .description('what may be wrong with the tables of a project: a score, its parts and every finding')
    .argument('<project>')
    .addOption(new Option('--today <day>', 'also judge whether the data are up to date').argParser(dayOption))
    .addOption(new Option('--fix <finding>', 'make the fix of this finding (an id of the report)'))
    .addOption(
      new Option('--preview <rule>', 'what switching a rule would do, without doing it').choices(
        setAsideReasons.filter((reason) => reason !== 'unreadable'),
      ),
    )
    .addOption(new Option('--switch <rule>', 'switch a further rule on, or off again').choices([...furtherReasons]))
    .option('--json', 'print one JSON value and nothing else')
    .action(
      action(async (project: string, options: QualityOptions) => {
        const done = await withCore((core) => checkProject(core, project, options, signal));
        if (done.preview !== undefined) {
          const { preview } = done;
          print(wantsJson, preview, () => previewLines(preview));
          return;
        }
        const { report, fixed } = done;
        const told = {
          ...(fixed === undefined ? {} : { fixed }),
          ...report,
          parts: report.parts.map((part) => ({ ...part, why: say(part.message) })),
          findings: report.findings.map((found) => ({ ...found, says: say(found.message) })),
        };
        print(wantsJson, told, () => [
          ...(fixed === undefined ? [] : [`Fixed: ${format.count(fixed.rows, 'cell or row', 'cells or rows')}`]),
          ...reportLines(report),
        ]);
      }),
    );
};
