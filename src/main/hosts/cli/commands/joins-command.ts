import { type Command, Option } from 'commander';
import { AppError } from '../../../../shared/errors.ts';
import type { Join, JoinColumnName, JoinReport, JoinSide } from '../../../../shared/model/join.ts';
import { formatOf, say } from '../../../../shared/words/say.ts';
import type { Core } from '../../core/start-core.ts';
import type { CommandSetting } from '../command-setting.ts';
import { print } from '../output.ts';
import { follow, showProgress } from '../progress.ts';
import { openProject } from './project.ts';

const format = formatOf('en-GB');

interface JoinsOptions {
  readonly on?: string[];
  readonly off?: string[];
  readonly add?: string[];
  readonly remove?: string[];
}

/**
 * Both sides of `orders.Order ID=returns.Order ID`: names may have points and equals signs in them, so that every way of
 * cutting is looked at.
 * @throws AppError `wrongUsage` where not exactly one way names two columns
 */
const columnsNamed = (text: string, { tables }: JoinReport): { left: JoinColumnName; right: JoinColumnName } => {
  const sideOf = (written: string): JoinColumnName[] =>
    tables.flatMap(({ sourceId, name, columns }) =>
      columns.flatMap(({ name: column }) => (written.trim() === `${name}.${column}` ? [{ sourceId, column }] : [])),
    );
  const ways = [...text.matchAll(/=/g)].flatMap(({ index }) =>
    sideOf(text.slice(0, index)).flatMap((left) => sideOf(text.slice(index + 1)).map((right) => ({ left, right }))),
  );
  if (ways.length === 1) return ways[0]!;
  throw new AppError('wrongUsage', {
    problem: `“${text}” names ${ways.length === 0 ? 'no two columns' : 'more than two columns'}; write table.column=table.column, as in “${tables
      .slice(0, 2)
      .map(({ name, columns }) => `${name}.${columns[0]?.name ?? ''}`)
      .join('=')}”`,
  });
};

/** Does what was asked for, then looks: what is printed is the project as it is left. */
const lookAt = async (core: Core, project: string, options: JoinsOptions, signal: AbortSignal): Promise<JoinReport> => {
  await openProject(core, project);
  const { client } = core;
  const show = showProgress();
  const find = () => follow(client, client.joins.find(), signal, show);
  try {
    const report = await find();
    const { on = [], off = [], add = [], remove = [] } = options;
    for (const text of add) await follow(client, client.joins.add(columnsNamed(text, report)), signal, show);
    for (const id of on) await client.joins.switch({ id, on: true });
    for (const id of off) await client.joins.switch({ id, on: false });
    for (const id of remove) await client.joins.remove({ id });
    return add.length + on.length + off.length + remove.length === 0 ? report : await find();
  } finally {
    show.end();
  }
};

const joinJson = ({ summary, reasons, doubts, ...join }: Join) => ({
  ...join,
  says: say(summary),
  reasons: reasons.map((reason) => say(reason)),
  doubts: doubts.map((doubt) => say(doubt)),
});

const sideLine = ({ name, column, files, rows, matched, unmatched, blank }: JoinSide): string =>
  `    ${name}.${column}${files > 1 ? ` (${format.count(files, 'file', 'files')})` : ''}: ${format.count(rows, 'row', 'rows')}, ${format.number(matched)} matched, ${format.number(unmatched)} unmatched, ${format.number(blank)} blank`;

const joinLines = (join: Join): string[] => [
  `${join.id} ${join.on ? 'on' : 'off'}, ${join.origin}: ${join.cardinality}, compared ${join.comparison}, for ${join.use}${join.score === null ? '' : `, score ${format.number(join.score, 2)}`}`,
  sideLine(join.left),
  sideLine(join.right),
  ...[...join.reasons, ...join.doubts].map((text) => `    ${say(text)}`),
];

export const addJoinsCommand = (
  program: Command,
  { action, wantsJson, signal }: CommandSetting,
  withCore: <Result>(work: (core: Core) => Promise<Result>) => Promise<Result>,
): void => {
  const collect = (text: string, before: string[] = []): string[] => [...before, text];
  program
    .command('joins')
    .description('by which columns the tables of a project belong together, and which rows find nothing')
    .argument('<project>')
    .addOption(new Option('--on <id>', 'switch a join on').argParser(collect))
    .addOption(new Option('--off <id>', 'switch a join off').argParser(collect))
    .addOption(
      new Option('--add <columns>', 'join two tables, as in "orders.Order ID=returns.Order ID"').argParser(collect),
    )
    .addOption(new Option('--remove <id>', 'take a join away that was added').argParser(collect))
    .option('--json', 'print one JSON value and nothing else')
    .action(
      action(async (project: string, options: JoinsOptions) => {
        const { tables, joins } = await withCore((core) => lookAt(core, project, options, signal));
        print(wantsJson, { tables, joins: joins.map(joinJson) }, () => [
          `${format.count(tables.length, 'table', 'tables')}, ${format.count(joins.length, 'join', 'joins')}`,
          ...joins.flatMap(joinLines),
        ]);
      }),
    );
};
