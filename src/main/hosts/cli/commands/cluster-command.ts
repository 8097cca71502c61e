import { availableParallelism } from 'node:os';
import { type Command, Option } from 'commander';
import { formatOf } from '../../../../shared/words/say.ts';
import type { CommandSetting } from '../command-setting.ts';
import { clusterKOption, numberOption, seedOption, sweepOption, wholeNumber } from '../options.ts';
import { print } from '../output.ts';
import { type ClusterOptions, clusterFile } from './cluster.ts';

const format = formatOf('en-GB');

const methods = [
  ...['kmeans', 'ward', 'average', 'complete', 'single', 'weighted', 'microward'],
  ...['gmm', 'hdbscan', 'kmedoids', 'kprototypes'],
];

export const addClusterCommand = (program: Command, { action, wantsJson, signal }: CommandSetting): void => {
  program
    .command('cluster')
    .description('cluster the numeric columns of a CSV, or a row-major little-endian float64 .f64 file')
    .argument('<matrix>')
    .option('--columns <names>', 'columns to use, by name; for .f64 how many there are')
    .addOption(
      new Option(
        '--method <name>',
        'microward: a tree over micro-clusters, for many rows; kprototypes takes columns of text as categories',
      )
        .choices(methods)
        .makeOptionMandatory(),
    )
    .addOption(new Option('--k <number>', 'how many, or auto').argParser(clusterKOption))
    .addOption(new Option('--sweep <from..to>', 'the best of several numbers').argParser(sweepOption).conflicts('k'))
    .addOption(new Option('--scale <scale>').choices(['none', 'zscore', 'robust', 'minmax']).default('none'))
    .option('--init <file>', 'starting centroids in the scaled space (kmeans, gmm)')
    .addOption(
      new Option('--tol <number>', 'kmeans: relative to the mean variance; gmm: of the likelihood').argParser(
        numberOption,
      ),
    )
    .addOption(new Option('--restarts <number>', 'runs from different starts').argParser(wholeNumber(1, 10_000)))
    .addOption(new Option('--covariance <shape>', 'gmm').choices(['full', 'tied', 'diag', 'spherical']).default('full'))
    .addOption(new Option('--min-cluster-size <rows>', 'hdbscan').argParser(wholeNumber(2, 1e9)).default(5))
    .option('--stability', 'say how repeatable each part is')
    .addOption(
      new Option('--threads <number>', 'that work at once')
        .argParser(wholeNumber(1, 56))
        .default(availableParallelism()),
    )
    .option('--labels <file>', 'write one 0-based label a line, −1 for noise')
    .addOption(new Option('--seed <number>', 'the same seed gives the same answer').argParser(seedOption).default(1))
    .option('--json', 'print one JSON value and nothing else')
    .action(
      action(async (matrix: string, options: ClusterOptions) => {
        const { json: value, columns, textColumns } = await clusterFile(matrix, options, signal);
        if (textColumns.length > 0) process.stderr.write(`Text, not used: ${textColumns.join(', ')}\n`);
        print(wantsJson, value, () => [
          `${format.number(value.n)} rows × ${value.d} columns (${columns.join(', ')}), ${value.method}, k ${value.k}`,
          `inertia ${value.inertia}, silhouette ${value.silhouette ?? 'not computed'}, ${value.seconds.compute} s`,
          ...(value.structure === undefined
            ? []
            : [`structure ${value.structure.verdict}, p ${value.structure.pValue?.toPrecision(3)}`]),
          ...(value.stability ?? []).map(
            ({ segment, jaccard }) => `${segment}: bootstrap Jaccard ${jaccard.toFixed(3)}`,
          ),
        ]);
      }),
    );
};
