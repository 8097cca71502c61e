import { rmSync } from 'node:fs';
import { Command, CommanderError, Option } from 'commander';
import { AppError } from '../../../shared/errors.ts';
import { readableEndings } from '../../../shared/model/readable-files.ts';
import { methodSchema } from '../../../shared/model/segmentation.ts';
import { formatOf } from '../../../shared/words/say.ts';
import { startBrowserHost } from '../browser/start-browser-host.ts';
import { defaultPaths } from '../core/default-paths.ts';
import { type Core, startCore } from '../core/start-core.ts';
import { version } from '../core/version.ts';
import { addBenchCommand } from './bench/bench-command.ts';
import { addClusterCommand } from './commands/cluster-command.ts';
import { addCompareCommand } from './commands/compare-command.ts';
import { flowsJson, flowsLines, segmentationJson, segmentationLines } from './commands/describe.ts';
import { doctor } from './commands/doctor.ts';
import { saveExport } from './commands/export.ts';
import { addFeaturesCommand } from './commands/features-command.ts';
import { addIdentityCommand } from './commands/identity-command.ts';
import { type ImportOptions, importFiles, recipeLines } from './commands/import.ts';
import { addJoinsCommand } from './commands/joins-command.ts';
import { addPredictCommand } from './commands/predict-command.ts';
import { openProject } from './commands/project.ts';
import { addQualityCommand } from './commands/quality-command.ts';
import { addRecipeCommand } from './commands/recipe-command.ts';
import { addReportCommand } from './commands/report-command.ts';
import { addRowsCommand } from './commands/rows-command.ts';
import { type RunOptions, runJourney } from './commands/run.ts';
import { addSegmentEditCommands } from './commands/segment-edit-commands.ts';
import { keepOption, kOption, mapOption, pathOption, seedOption, segmentOption, wholeNumber } from './options.ts';
import { exitCodes, print, printError } from './output.ts';
import { follow, showProgress } from './progress.ts';

const format = formatOf('en-GB');
const cancel = new AbortController();
process.once('SIGINT', () => cancel.abort());
process.once('SIGTERM', () => cancel.abort());

/** Runs a command over a core of its own and lets go of everything after it. */
const withCore = async <Result>(work: (core: Core) => Promise<Result>): Promise<Result> => {
  const paths = defaultPaths();
  const core = await startCore({ kind: 'cli', paths });
  try {
    return await work(core);
  } finally {
    await core.close();
    rmSync(paths.temporary, { recursive: true, force: true });
  }
};

const wantsJson = process.argv.includes('--json');
const action =
  <Arguments extends unknown[]>(work: (...given: Arguments) => Promise<void>) =>
  async (...given: Arguments): Promise<void> => {
    try {
      await work(...given);
    } catch (error) {
      printError(wantsJson, cancel.signal.aborted ? new AppError('cancelled') : error);
    }
  };

const json = () => new Option('--json', 'print one JSON value and nothing else');
const method = () =>
  new Option('--method <name>', 'kmeans is quick, ward a tree, rules plain rules')
    .choices(methodSchema.options)
    .default('kmeans');
const k = () => new Option('--k <number>', 'how many, or auto').argParser(kOption).default('auto');
const seed = () =>
  new Option('--seed <number>', 'the same seed gives the same answer').argParser(seedOption).default(1);
const keep = () =>
  new Option('--keep <reason>', 'do not set these lines aside (noCustomer, cancelled, notAboveZero)').argParser(
    keepOption,
  );

const program = new Command('tessera')
  .description('Turns a shop’s spreadsheets into customer segments. Nothing leaves this computer.')
  .version(version)
  .exitOverride()
  .enablePositionalOptions()
  .showHelpAfterError('Add --help for what it takes.');
// With --json stdout carries one value only, so what commander writes goes to stderr.
program.configureOutput({ writeOut: (text) => (wantsJson ? process.stderr : process.stdout).write(text) });

program
  .command('run')
  .description('the whole journey: files → project.tessera, segments.csv and report.html in a folder')
  .argument('<file...>', `files or folders: ${readableEndings.join(', ')}; also packed as gz`)
  .addOption(new Option('--out <folder>').argParser(pathOption).makeOptionMandatory())
  .addOption(method())
  .addOption(k())
  .addOption(seed())
  .addOption(keep())
  .option('--replace', 'replace a project that stands in the folder')
  .addOption(json())
  .action(
    action(async (files: string[], options: RunOptions) => {
      const { json: value, segmentation } = await withCore((core) => runJourney(core, files, options, cancel.signal));
      print(wantsJson, value, () => [
        `${format.count(value.customers, 'customer', 'customers')}${value.orders === null ? '' : `, ${format.count(value.orders, 'order', 'orders')}, ${format.money(value.revenue ?? 0)} in all`}`,
        ...Object.entries(value.setAside).flatMap(([reason, lines]) =>
          lines > 0 ? [`Set aside: ${format.count(lines, 'line', 'lines')} (${reason})`] : [],
        ),
        ...segmentationLines(segmentation),
        `Written to ${options.out} in ${value.seconds.total} s`,
      ]);
    }),
  );

program
  .command('import')
  .description('import files into a project, which is made where there is none')
  .argument('<project>')
  .argument('<file...>', `files or folders: ${readableEndings.join(', ')}; also packed as gz`)
  .addOption(keep())
  .addOption(new Option('--map <role=column>', 'what a column is for, as in customer=Email').argParser(mapOption))
  .addOption(
    new Option(
      '--recipe <recipe>',
      'auto: files that the project knows are read as before and take the place of what they say anew; none; the number of an import; or a file of “tessera recipe”',
    )
      .argParser(pathOption)
      .default('auto'),
  )
  .addOption(json())
  .action(
    action(async (project: string, files: string[], options: ImportOptions) => {
      const value = await withCore((core) => importFiles(core, project, files, options, cancel.signal));
      print(wantsJson, value, () => [
        ...value.sources.map(
          (source) =>
            `${source.name}: ${format.count(source.rows, 'row', 'rows')}, ${format.count(source.columns.length, 'column', 'columns')}`,
        ),
        ...Object.entries(value.setAside).flatMap(([reason, lines]) =>
          lines > 0 ? [`Set aside: ${format.count(lines, 'line', 'lines')} (${reason})`] : [],
        ),
        ...recipeLines(value.recipe),
      ]);
    }),
  );

const segment = program
  .command('segment')
  .description('find segments in a project')
  .argument('<project>')
  .addOption(method())
  .addOption(k())
  .addOption(seed())
  .addOption(json())
  .action(
    action(async (project: string, options: Pick<RunOptions, 'method' | 'k' | 'seed'>) => {
      const { segmentation, flows } = await withCore(async (core) => {
        await openProject(core, project);
        const show = showProgress();
        try {
          const { method, k, seed } = options;
          const run = core.client.segmentation.run({ method, k, seed });
          const made = await follow(core.client, run, cancel.signal, show);
          return { segmentation: made, flows: await core.client.segmentation.flows({ id: made.id }) };
        } finally {
          show.end();
        }
      });
      print(wantsJson, { ...segmentationJson(segmentation), flows: flowsJson(flows) }, () => [
        ...segmentationLines(segmentation),
        ...flowsLines(flows),
      ]);
    }),
  );

addSegmentEditCommands(segment, { action, wantsJson, signal: cancel.signal }, withCore);

program
  .command('export')
  .description(
    'write a table: segments, customers (with all their facts), mailingList, or exact (a source as it was written)',
  )
  .argument('<project>')
  .addOption(
    new Option('--what <table>').choices(['segments', 'customers', 'mailingList', 'exact']).makeOptionMandatory(),
  )
  .addOption(new Option('--format <format>').choices(['csv', 'xlsx']).default('csv'))
  .addOption(
    new Option('--segment <id...>', 'only these segments (ids as printed by segment)').argParser(segmentOption),
  )
  .addOption(new Option('--source <id>', 'which source, for exact').argParser(wholeNumber(1, 2 ** 31)))
  .addOption(new Option('--out <file>').argParser(pathOption).makeOptionMandatory())
  .addOption(json())
  .action(
    action(
      async (
        project: string,
        options: {
          what: 'segments' | 'customers' | 'mailingList' | 'exact';
          format: 'csv' | 'xlsx';
          out: string;
          segment?: number[];
          source?: number;
        },
      ) => {
        const segmentIds = options.segment;
        const value = await withCore(async (core) => {
          await openProject(core, project);
          const handle = await follow(
            core.client,
            core.client.export.table({
              what: options.what,
              format: options.format,
              ...(segmentIds ? { segmentIds } : {}),
              ...(options.source === undefined ? {} : { sourceId: options.source }),
            }),
            cancel.signal,
          );
          return { file: await saveExport(core, handle.id, options.out), bytes: handle.bytes };
        });
        print(wantsJson, value, () => [`Written to ${value.file}`]);
      },
    ),
  );

addCompareCommand(program, { action, wantsJson, signal: cancel.signal }, withCore);
addFeaturesCommand(program, { action, wantsJson, signal: cancel.signal }, withCore);
addIdentityCommand(program, { action, wantsJson, signal: cancel.signal }, withCore);
addJoinsCommand(program, { action, wantsJson, signal: cancel.signal }, withCore);
addReportCommand(program, { action, wantsJson, signal: cancel.signal }, withCore);
addRecipeCommand(program, { action, wantsJson, signal: cancel.signal }, withCore);
addQualityCommand(program, { action, wantsJson, signal: cancel.signal }, withCore);
addRowsCommand(program, { action, wantsJson, signal: cancel.signal }, withCore);
addClusterCommand(program, { action, wantsJson, signal: cancel.signal });
addPredictCommand(program, { action, wantsJson, signal: cancel.signal }, withCore);
addBenchCommand(program, { action, wantsJson, signal: cancel.signal });

program
  .command('serve')
  .description('open the app in the browser, served to this computer only')
  .argument('[project]')
  .addOption(new Option('--port <number>').argParser(wholeNumber(0, 65_535)).default(0))
  .option('--no-open', 'only print the address')
  .addOption(json())
  .action(
    action(async (project: string | undefined, options: { port: number; open: boolean }) => {
      const host = await startBrowserHost({ port: options.port, open: options.open, ...(project ? { project } : {}) });
      print(wantsJson, { url: host.url }, () => [`Tessera is at ${host.url}`, 'Close it with Ctrl-C.']);
      await host.closed;
    }),
  );

program
  .command('doctor')
  .description('what runs here')
  .addOption(json())
  .action(
    action(async () => {
      const value = doctor();
      print(wantsJson, value, () => [
        `Node ${value.node}, SQLite ${value.sqlite}`,
        `Browser: ${value.browser ?? 'none found; install Chrome, Chromium or Edge'}`,
        `Electron: ${value.electron ?? 'its runtime is not here, so Tessera opens in the browser'}`,
        `${value.cores} cores, ${format.number(value.memoryMb)} MB memory, ${value.platform}`,
      ]);
    }),
  );

try {
  await program.parseAsync();
} catch (error) {
  if (!(error instanceof CommanderError)) throw error;
  if (error.exitCode !== 0) {
    if (wantsJson) printError(true, new AppError('wrongUsage', { problem: error.message.replace(/^error: /, '') }));
    process.exitCode = exitCodes.wrongUsage;
  }
}
