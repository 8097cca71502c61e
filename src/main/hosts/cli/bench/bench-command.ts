import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import type { CommandSetting } from '../command-setting.ts';
import { numberOption, pathOption, wholeNumber } from '../options.ts';
import { print } from '../output.ts';
import { type BenchLine, type BenchOptions, runBench } from './bench.ts';
import { type Layout, layouts } from './bench-data.ts';
import { type FeatureBench, type FeatureBenchOptions, measureFeatures, runFeatureBench } from './feature-bench.ts';
import { type ImportBench, type ImportBenchOptions, runImportBench } from './import-bench.ts';
import { type RowBench, type RowBenchOptions, runRowBench } from './row-bench.ts';
import { type BenchTask, benchTasks, measureTask } from './tasks.ts';

interface GivenOptions {
  readonly peers?: string | true;
  readonly runs: number;
  readonly layout?: Layout;
  readonly only?: BenchTask;
  readonly scale: number;
  readonly out?: string;
  readonly task?: BenchTask;
  readonly rows: number;
  readonly threads: number;
  readonly data?: string;
}

const usualPeers = '../shared/bench/peers.py';

const sentence = (line: BenchLine): string =>
  [
    `${line.work}, ${line.layout}, ${line.rows.toLocaleString('en-GB')} rows, ${line.threads} thread(s):`,
    `${line.seconds.toFixed(4)} s, ${line.peer}${line.peerRows === line.rows ? '' : ` at ${line.peerRows.toLocaleString('en-GB')}`} ${line.peerSeconds.toFixed(4)} s,`,
    `${line.ratio.toFixed(1)} × (${line.ratio >= line.target ? 'reaches' : 'misses'} ${line.target}),`,
    `${line.peakMb} MB${line.difference === null ? '' : `, differs by ${line.difference.toExponential(1)}`}`,
  ].join(' ');

/** What an import took, in a sentence. */
const importSentence = ({ rows, megabytes, seconds, shellSeconds, ratio, peakMb, isWhole }: ImportBench): string =>
  [
    `${rows.toLocaleString('en-GB')} order lines (${megabytes} MB): ${seconds} s${peakMb === null ? '' : `, ${peakMb} MB`};`,
    shellSeconds === null ? 'there is no sqlite3 to compare with;' : `sqlite3 ${shellSeconds} s, ${ratio} × its time;`,
    isWhole ? 'every cell is there' : 'CELLS DIFFER',
  ].join(' ');

const addImportBench = (bench: Command, { action, wantsJson, signal }: CommandSetting): void => {
  bench
    .command('import')
    .description('time the import of order lines, in turn with the sqlite3 shell where there is one')
    .addOption(new Option('--rows <number>').argParser(wholeNumber(1, 1e9)).default(5_000_000))
    .addOption(new Option('--customers <number>').argParser(wholeNumber(1, 1e9)).default(500_000))
    .addOption(new Option('--runs <number>', 'of each, taking turns').argParser(wholeNumber(1, 99)).default(5))
    .addOption(new Option('--out <file>', 'write what was measured as JSON').argParser(pathOption))
    .option('--json', 'print one JSON value and nothing else')
    .action(
      action(async (options: ImportBenchOptions) => {
        const found = await runImportBench(options, signal);
        print(wantsJson, found, () => [importSentence(found)]);
      }),
    );
};

/** What seven results for every customer took, in a sentence. */
const featureSentence = (found: FeatureBench): string => {
  const count = (number: number): string => number.toLocaleString('en-GB');
  const { rows, customers, coldSeconds, warmSeconds, pandas, pandasSeconds, coldRatio, warmRatio } = found;
  return [
    `Seven results for ${count(customers)} customers from ${count(rows)} lines: ${coldSeconds} s cold, ${warmSeconds} s warm, ${found.peakMb} MB;`,
    pandas === null
      ? 'there is no pandas to compare with'
      : `pandas ${pandas} ${pandasSeconds} s, ${coldRatio} × and ${warmRatio} × its time; ${found.differing === 0 ? 'every number is the same' : `CUSTOMERS THAT DIFFER: ${found.differing}`}`,
  ].join(' ');
};

const addFeatureBench = (bench: Command, { action, wantsJson, signal }: CommandSetting): void => {
  bench
    .command('features')
    .description('time seven results for every customer from stored lines, in turn with pandas where Python has it')
    .addOption(new Option('--rows <number>').argParser(wholeNumber(1, 1e9)).default(5_000_000))
    .addOption(new Option('--customers <number>').argParser(wholeNumber(1, 1e9)).default(500_000))
    .addOption(new Option('--runs <number>', 'of each, taking turns').argParser(wholeNumber(1, 99)).default(5))
    .addOption(new Option('--out <file>', 'write what was measured as JSON').argParser(pathOption))
    // One run, for the bench's own processes.
    .addOption(new Option('--of <project>').argParser(pathOption).hideHelp())
    .addOption(new Option('--csv <file>').argParser(pathOption).hideHelp())
    .option('--json', 'print one JSON value and nothing else')
    .action(
      action(async ({ of, csv, ...options }: FeatureBenchOptions & { of?: string; csv?: string }) => {
        if (of !== undefined && csv !== undefined) {
          const run = await measureFeatures(of, csv, signal);
          print(wantsJson, run, () => [`${run.cold} s, ${run.warm} s, ${run.peakMb} MB`]);
          return;
        }
        const found = await runFeatureBench(options, signal);
        print(wantsJson, found, () => [featureSentence(found)]);
      }),
    );
};

const rowLines = ({ rows, runs, otherSeconds, peakMb, lines }: RowBench): string[] => [
  ...lines.map(
    ({ what, matched, firstSeconds, medianSeconds, nextSeconds }) =>
      `${what}: ${matched.toLocaleString('en-GB')} rows; first page ${firstSeconds.toFixed(2)} s at best, ${medianSeconds.toFixed(2)} s in the middle; then ${(nextSeconds * 1000).toFixed(0)} ms`,
  ),
  `Pages of 100 out of ${rows.toLocaleString('en-GB')} rows, ${runs} run(s); others waited ${(otherSeconds * 1000).toFixed(0)} ms at most; ${peakMb} MB`,
];

const addRowBench = (bench: Command, { action, wantsJson, signal }: CommandSetting): void => {
  bench
    .command('rows')
    .description('time pages of rows in every order and through every filter, first and next')
    .addOption(new Option('--rows <number>').argParser(wholeNumber(1, 1e9)).default(5_000_000))
    .addOption(new Option('--customers <number>').argParser(wholeNumber(1, 1e9)).default(500_000))
    .addOption(new Option('--runs <number>').argParser(wholeNumber(1, 99)).default(3))
    .addOption(new Option('--project <file>', 'a project of your own instead').argParser(pathOption))
    .addOption(new Option('--out <file>', 'write what was measured as JSON').argParser(pathOption))
    .option('--json', 'print one JSON value and nothing else')
    .action(
      action(async (options: RowBenchOptions) => {
        const found = await runRowBench(options, signal);
        print(wantsJson, found, () => rowLines(found));
      }),
    );
};

export const addBenchCommand = (program: Command, setting: CommandSetting): void => {
  const { action, wantsJson, signal } = setting;
  const bench = program
    .command('bench')
    // What stands after `import` is for it alone.
    .enablePositionalOptions()
    .description('time the engine, beside its peers where they are installed, taking turns')
    .option('--peers [script]', `with scikit-learn, scipy and fastcluster, timed by this script (${usualPeers})`)
    .addOption(new Option('--runs <number>', 'of each, taking turns').argParser(wholeNumber(1, 99)).default(5))
    .addOption(new Option('--layout <name>', 'one kind of data only').choices(layouts))
    .addOption(new Option('--only <task>', 'one task only').choices(benchTasks))
    .addOption(new Option('--scale <share>', 'of the rows, for a quick look').argParser(numberOption).default(1))
    .addOption(new Option('--out <file>', 'write the table as JSON').argParser(pathOption))
    .addOption(new Option('--task <task>', 'one run of one task, without a table').choices(benchTasks))
    .addOption(new Option('--rows <number>', 'with --task').argParser(wholeNumber(8, 1e9)).default(100_000))
    .addOption(
      new Option('--threads <number>', 'with --task').argParser(wholeNumber(1, 56)).default(availableParallelism()),
    )
    .addOption(
      new Option('--data <folder>', 'data of your own: holds x.f64 and init8.f64, 12 columns').argParser(pathOption),
    )
    .option('--json', 'print one JSON value and nothing else')
    .action(
      action(async ({ peers, task, rows, threads, data, ...options }: GivenOptions) => {
        if (task !== undefined && data !== undefined) {
          const value = await measureTask(task, rows, threads, data, signal);
          print(wantsJson, value, () => [`${value.seconds} s, ${value.peakMb} MB`]);
          return;
        }
        const asked: BenchOptions = {
          ...options,
          ...(data === undefined ? {} : { data }),
          ...(peers === undefined ? {} : { peers: peers === true ? usualPeers : peers }),
        };
        const show = (line: BenchLine) => process.stderr.write(wantsJson ? '' : `${sentence(line)}\n`);
        const table = await runBench(asked, show, signal);
        print(wantsJson, table, () => [
          `${table.machine.cpu}, ${table.machine.cores} cores, ${table.machine.memoryGb} GB, Node ${table.machine.node}; ${table.peers ?? 'no peers'}; medians of ${table.runs} runs`,
        ]);
      }),
    );
  addImportBench(bench, setting);
  addFeatureBench(bench, setting);
  addRowBench(bench, setting);
};
