import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { availableParallelism, cpus, tmpdir, totalmem } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { medianOf } from '../../../../shared/engine/prepare/median.ts';
import { AppError } from '../../../../shared/errors.ts';
import { benchDataRows, type Layout, layouts, writeBenchData } from './bench-data.ts';
import { type BenchRow, benchRows } from './bench-rows.ts';
import { findPeers, type Peers } from './peers.ts';
import { type BenchTask, type Measured, measureLibrary } from './tasks.ts';

export interface BenchOptions {
  /** The script that times the peers; without it only what runs in this process is compared with. */
  readonly peers?: string;
  readonly runs: number;
  readonly layout?: Layout;
  /** A folder with data of one's own instead: `x.f64` and `init8.f64`. */
  readonly data?: string;
  readonly only?: BenchTask;
  /** What all numbers of rows are multiplied by: less than 1 for a quick look. */
  readonly scale: number;
  readonly out?: string;
}

export interface BenchLine extends Omit<BenchRow, 'peer'> {
  readonly peer: string;
  readonly peerRows: number;
  /** Medians of the interleaved runs. */
  readonly seconds: number;
  readonly peerSeconds: number;
  readonly ratio: number;
  readonly peakMb: number;
  readonly iterations: number | null;
  /** Greatest relative difference of what the two gave; null where they do not compute the same. */
  readonly difference: number | null;
}

export interface BenchTable {
  readonly machine: { readonly cpu: string; readonly cores: number; readonly memoryGb: number; readonly node: string };
  readonly peers: string | null;
  readonly runs: number;
  readonly lines: readonly BenchLine[];
}

const median = (values: readonly number[]): number => medianOf(Float64Array.from(values));

const differenceOf = (one: number | readonly number[], other: number | readonly number[]): number | null => {
  const a = [one].flat().sort((x, y) => x - y);
  const b = [other].flat().sort((x, y) => x - y);
  if (a.length !== b.length) return null;
  return Math.max(...a.map((value, i) => Math.abs(value - b[i]!) / Math.max(Math.abs(b[i]!), 1e-300)));
};

const runFile = promisify(execFile);

/** One run of Tessera in a process of its own. */
const measureHere = async (row: BenchRow, folder: string, signal: AbortSignal): Promise<Measured> => {
  const { stdout } = await runFile(
    process.execPath,
    [
      process.argv[1]!,
      ...['bench', '--task', row.task, '--rows', String(row.rows), '--threads', String(row.threads)],
      ...['--data', folder, '--json'],
    ],
    { signal },
  );
  return JSON.parse(stdout) as Measured;
};

const measurePeer = async (
  row: BenchRow,
  iterations: number,
  peers: Peers | null,
  folder: string,
  signal: AbortSignal,
) =>
  row.peer === 'ml-kmeans'
    ? measureLibrary(row.rows, iterations, folder)
    : peers!.run(row.peer.task, row.peer.name, row.peer.rows, folder, row.threads, signal);

const compare = async (
  row: BenchRow,
  runs: number,
  peers: Peers | null,
  folder: string,
  signal: AbortSignal,
): Promise<BenchLine> => {
  const ours: Measured[] = [];
  const theirs: { seconds: number; value: number | readonly number[] }[] = [];
  for (let run = 0; run < runs; run += 1) {
    ours.push(await measureHere(row, folder, signal));
    theirs.push(await measurePeer(row, ours[0]!.iterations ?? 0, peers, folder, signal));
    if (signal.aborted) throw new AppError('cancelled');
  }
  const seconds = median(ours.map((one) => one.seconds));
  const peerSeconds = median(theirs.map((one) => one.seconds));
  const { peer, ...rest } = row;
  const sameWork = peer === 'ml-kmeans' || (peer.rows === row.rows && peer.task !== 'tsne');
  return {
    ...rest,
    peer: peer === 'ml-kmeans' ? peer : peer.name,
    peerRows: peer === 'ml-kmeans' ? row.rows : peer.rows,
    seconds,
    peerSeconds,
    ratio: peerSeconds / seconds,
    peakMb: median(ours.map((one) => one.peakMb)),
    iterations: ours[0]!.iterations ?? null,
    difference: sameWork ? differenceOf(ours[0]!.value, theirs[0]!.value) : null,
  };
};

/**
 * The table of ratios: each piece of work by Tessera and by its peer, taking turns, in processes of their own, medians
 * of the runs.
 * @throws AppError `notFound` where the peers were asked for and are not there, `cancelled`
 */
export const runBench = async (
  options: BenchOptions,
  show: (line: BenchLine) => void,
  signal: AbortSignal,
): Promise<BenchTable> => {
  const peers = options.peers === undefined ? null : findPeers(options.peers);
  if (options.peers !== undefined && peers === null)
    throw new AppError('notFound', { what: 'file', id: options.peers });
  const cores = availableParallelism();
  const { data } = options;
  const chosen = data !== undefined ? (['given'] as const) : options.layout === undefined ? layouts : [options.layout];
  const most = data === undefined ? Number.POSITIVE_INFINITY : benchDataRows(data);
  const rows = benchRows(chosen, cores, options.scale).filter(
    (row) =>
      (peers !== null || row.peer === 'ml-kmeans') &&
      (options.only === undefined || row.task === options.only) &&
      Math.max(row.rows, row.peer === 'ml-kmeans' ? 0 : row.peer.rows) <= most,
  );
  const made = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  const lines: BenchLine[] = [];
  try {
    for (const layout of chosen) {
      const here = rows.filter((row) => row.layout === layout);
      if (here.length === 0) continue;
      if (layout !== 'given') writeBenchData(layout, Math.max(...here.map((row) => row.rows)), made);
      for (const row of here) {
        const line = await compare(row, options.runs, peers, data ?? made, signal);
        lines.push(line);
        show(line);
      }
    }
  } finally {
    rmSync(made, { recursive: true, force: true });
  }
  const memoryGb = Math.round(totalmem() / 2 ** 30);
  const machine = { cpu: cpus()[0]?.model ?? 'unknown', cores, memoryGb, node: process.versions.node };
  const table: BenchTable = { machine, peers: peers?.versions ?? null, runs: options.runs, lines };
  if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(table, null, 2)}\n`);
  return table;
};
