import { type Command, Option } from 'commander';
import { AppError } from '../../../../shared/errors.ts';
import { message } from '../../../../shared/model/message.ts';
import { setAsideReasons } from '../../../../shared/model/source.ts';
import { formatOf, say } from '../../../../shared/words/say.ts';
import type { Core } from '../../core/start-core.ts';
import type { CommandSetting } from '../command-setting.ts';
import { wholeNumber } from '../options.ts';
import { print } from '../output.ts';
import { openProject } from './project.ts';
import { readSort, readWhere } from './read-where.ts';

const format = formatOf('en-GB');

interface RowsOptions {
  readonly source?: number;
  readonly sort?: string;
  readonly where?: string[];
  readonly aside?: 'any' | 'none' | 'replaced' | (typeof setAsideReasons)[number];
  readonly offset: number;
  readonly limit: number;
}

const readRows = async (core: Core, project: string, options: RowsOptions, signal: AbortSignal) => {
  await openProject(core, project);
  const sources = await core.client.source.list();
  const source = options.source === undefined ? sources[0] : sources.find(({ id }) => id === options.source);
  if (source === undefined) throw new AppError('notFound', { what: 'table', id: options.source ?? 1 });
  const filters = [
    ...(options.where ?? []).map((text) => readWhere(text, source.columns)),
    ...(options.aside === undefined ? [] : [{ test: 'aside' as const, reason: options.aside }]),
  ];
  const page = await core.client.source.rows(
    {
      sourceId: source.id,
      ...(options.sort === undefined ? {} : { sort: readSort(options.sort, source.columns) }),
      ...(filters.length === 0 ? {} : { filters }),
      offset: options.offset,
      limit: options.limit,
    },
    { signal },
  );
  return { source, page };
};

export const addRowsCommand = (
  program: Command,
  { action, wantsJson, signal }: CommandSetting,
  withCore: <Result>(work: (core: Core) => Promise<Result>) => Promise<Result>,
): void => {
  program
    .command('rows')
    .description('a page of the rows of a table, sorted and filtered by any of its columns')
    .argument('<project>')
    .addOption(
      new Option('--source <id>', 'which table; the first where absent').argParser(wholeNumber(1, 2 ** 31 - 1)),
    )
    .addOption(new Option('--sort <column>', 'COLUMN or COLUMN:desc; empty cells stand last'))
    .addOption(
      new Option(
        '--where <condition...>',
        'COLUMN~TEXT, COLUMN=TEXT, COLUMN>=NUMBER or DAY, COLUMN<=…, COLUMN:empty, COLUMN:filled or COLUMN:odd',
      ),
    )
    .addOption(
      new Option('--aside <reason>', 'lines that are set aside, or none').choices([
        'any',
        'none',
        'replaced',
        ...setAsideReasons,
      ]),
    )
    .addOption(new Option('--offset <number>').argParser(wholeNumber(0, 2 ** 31 - 1)).default(0))
    .addOption(new Option('--limit <number>').argParser(wholeNumber(1, 500)).default(100))
    .addOption(new Option('--json', 'print one JSON value and nothing else'))
    .action(
      action(async (project: string, options: RowsOptions) => {
        const { source, page } = await withCore((core) => readRows(core, project, options, signal));
        const columns = source.columns.map(({ name }) => name);
        const { arranging: _, ...told } = page;
        print(wantsJson, { source: source.id, columns, ...told }, () => [
          `${source.name}: ${format.count(page.total, 'row', 'rows')}`,
          ['row', ...columns].join('\t'),
          ...page.rows.map((cells, i) => {
            const reason = page.aside[i] ?? null;
            const aside = reason === null ? '' : `\t(${say(message(`rows.aside.${reason}`))})`;
            return `${[page.numbers[i], ...cells.map((cell) => cell ?? '')].join('\t')}${aside}`;
          }),
        ]);
      }),
    );
};
