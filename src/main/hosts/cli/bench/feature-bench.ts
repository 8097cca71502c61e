import { execFile } from 'node:child_process';
import { copyFileSync, createReadStream, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { promisify } from 'node:util';
import { medianOf } from '../../../../shared/engine/prepare/median.ts';
import { AppError } from '../../../../shared/errors.ts';
import { defaultPaths } from '../../core/default-paths.ts';
import { startCore } from '../../core/start-core.ts';
import { saveExport } from '../commands/export.ts';
import { follow } from '../progress.ts';
import { resetPeak, residentPeak } from '../resident-peak.ts';
import { writeOrderLines } from './order-lines.ts';
import { startPandas } from './pandas-peer.ts';

export interface FeatureBenchOptions {
  readonly rows: number;
  readonly customers: number;
  readonly runs: number;
  readonly out?: string;
}

export interface FeatureBench {
  readonly rows: number;
  readonly customers: number;
  readonly runs: number;
  /** The project just opened and nothing of its file in memory, as far as the system lets it go; median. */
  readonly coldSeconds: number;
  /** The same once more by the same process; median. */
  readonly warmSeconds: number;
  /** pandas with the lines in memory; null without it. */
  readonly pandas: string | null;
  readonly pandasSeconds: number | null;
  readonly coldRatio: number | null;
  readonly warmRatio: number | null;
  /** Most memory resident while it was computed. */
  readonly peakMb: number;
  /** Customers of which any of the seven numbers is another than by pandas; sums of money to 12 digits. */
  readonly differing: number | null;
}

const runFile = promisify(execFile);
const features = [
  'daysSinceLastOrder',
  'orders',
  'totalSpent',
  'daysSinceFirstOrder',
  'meanOrderValue',
  'distinctProducts',
] as const;
/** Customer, days since, orders, total, first day, last day, mean basket, distinct products. */
const width = 8;
const asDoubles = 1e-12;

/** What a project's file of features says, as pandas writes it: row after row by customer. */
const readTable = async (path: string, asOf: string): Promise<Float64Array> => {
  const end = Date.parse(asOf) / 86_400_000;
  const rows: number[][] = [];
  for await (const line of createInterface({ input: createReadStream(path) })) {
    const [customer, days, orders, total, sinceFirst, mean, products] = line.split(',').map(Number) as number[];
    if (Number.isNaN(customer!)) continue;
    rows.push([customer!, days!, orders!, total!, end - sinceFirst!, end - days!, mean!, products!]);
  }
  return Float64Array.from(rows.sort((a, b) => a[0]! - b[0]!).flat());
};

const countDiffering = (ours: Float64Array, theirs: Float64Array): number => {
  if (ours.length !== theirs.length) return Math.max(ours.length, theirs.length) / width;
  const differing = new Set<number>();
  for (let i = 0; i < ours.length; i += 1)
    if (!(Math.abs(ours[i]! - theirs[i]!) <= asDoubles * Math.abs(theirs[i]!))) differing.add(Math.floor(i / width));
  return differing.size;
};

interface FeatureRun {
  readonly cold: number;
  readonly warm: number;
  readonly peakMb: number;
  readonly asOf: string;
}

/**
 * One run over a project that knows no answers yet: cold, then once more; what was computed is written as CSV.
 * @throws AppError `cancelled`, and what opening and exporting throw
 */
export const measureFeatures = async (project: string, csv: string, signal: AbortSignal): Promise<FeatureRun> => {
  const paths = defaultPaths();
  const core = await startCore({ kind: 'cli', paths });
  try {
    const { client } = core;
    await client.project.open({ path: project });
    const compute = async (asOf?: string) => {
      const began = performance.now();
      const asked = client.features.compute({ features: [...features], ...(asOf === undefined ? {} : { asOf }) });
      const made = await follow(client, asked, signal);
      return { made, seconds: (performance.now() - began) / 1000 };
    };
    resetPeak();
    const cold = await compute();
    const asOf = cold.made.asOf!;
    // That the day is named makes it another question with the same answers, which must be computed again.
    const warm = await compute(asOf);
    const peakMb = Math.round(residentPeak() / 2 ** 20);
    const handle = await follow(client, client.export.features({ snapshotId: warm.made.id, format: 'csv' }), signal);
    await saveExport(core, handle.id, csv);
    return { cold: cold.seconds, warm: warm.seconds, peakMb, asOf };
  } finally {
    await core.close();
    rmSync(paths.temporary, { recursive: true, force: true });
  }
};

/** In a process of its own, so that memory is what it takes anybody. */
const measureRun = async (project: string, csv: string, signal: AbortSignal): Promise<FeatureRun> => {
  const asked = [process.argv[1]!, 'bench', 'features', '--of', project, '--csv', csv, '--json'];
  return JSON.parse((await runFile(process.execPath, asked, { signal })).stdout) as FeatureRun;
};

const median = (values: readonly number[]): number => Number(medianOf(Float64Array.from(values)).toFixed(3));

/**
 * Times seven results for every customer from the stored lines, in turn with pandas where Python has it, and compares
 * them number for number.
 * @throws AppError `cancelled`, and what importing and opening throw
 */
export const runFeatureBench = async (options: FeatureBenchOptions, signal: AbortSignal): Promise<FeatureBench> => {
  const { rows, customers, runs } = options;
  const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  const at = (name: string): string => join(folder, name);
  try {
    await writeOrderLines(rows, customers, at('lines.csv'), true);
    await runFile(process.execPath, [process.argv[1]!, 'import', at('imported.tessera'), at('lines.csv'), '--json'], {
      signal,
    });
    const pandas = await startPandas(at('lines.csv'), signal);
    const ours: FeatureRun[] = [];
    const theirs: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      // A fresh copy knows no answers yet.
      copyFileSync(at('imported.tessera'), at('shop.tessera'));
      await pandas?.forget(at('shop.tessera'));
      ours.push(await measureRun(at('shop.tessera'), at('ours.csv'), signal));
      if (pandas !== null) theirs.push(await pandas.run());
    }
    await pandas?.write(at('theirs.f64'));
    pandas?.end();
    const table = await readTable(at('ours.csv'), ours[0]!.asOf);
    const cold = median(ours.map((one) => one.cold));
    const warm = median(ours.map((one) => one.warm));
    const pandasSeconds = pandas === null ? null : median(theirs);
    const found: FeatureBench = {
      rows,
      customers: table.length / width,
      runs,
      coldSeconds: cold,
      warmSeconds: warm,
      pandas: pandas?.version ?? null,
      pandasSeconds,
      coldRatio: pandasSeconds && Number((cold / pandasSeconds).toFixed(2)),
      warmRatio: pandasSeconds && Number((warm / pandasSeconds).toFixed(2)),
      peakMb: Math.max(...ours.map(({ peakMb }) => peakMb)),
      differing:
        pandas === null
          ? null
          : countDiffering(table, new Float64Array(new Uint8Array(readFileSync(at('theirs.f64'))).buffer)),
    };
    if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(found, null, 2)}\n`);
    return found;
  } catch (error) {
    if (signal.aborted) throw new AppError('cancelled');
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
