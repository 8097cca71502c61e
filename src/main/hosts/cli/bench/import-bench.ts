import { type ChildProcess, execFile, spawn, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { createReadStream, mkdtempSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { medianOf } from '../../../../shared/engine/prepare/median.ts';
import { AppError } from '../../../../shared/errors.ts';
import { residentPeakOf } from '../resident-peak.ts';
import { writeOrderLines } from './order-lines.ts';

export interface ImportBenchOptions {
  readonly rows: number;
  readonly customers: number;
  readonly runs: number;
  readonly out?: string;
}

export interface ImportBench {
  readonly rows: number;
  readonly megabytes: number;
  readonly runs: number;
  /** From the start of the process to the closed project; median. */
  readonly seconds: number;
  /** The `sqlite3` shell's `.import` into typed columns with the index that a customer's lines need; null without it. */
  readonly shellSeconds: number | null;
  readonly ratio: number | null;
  /** Most memory resident at any time; null where the system does not say. */
  readonly peakMb: number | null;
  /** Whether the project, opened again, gives the file back byte for byte. */
  readonly isWhole: boolean;
}

const runFile = promisify(execFile);
/** How often the memory of another process is looked at; its greatest size so far only rises. */
const lookEveryMs = 50;

const hashOf = async (path: string): Promise<string> => {
  const hash = createHash('sha256');
  for await (const part of createReadStream(path)) hash.update(part as Buffer);
  return hash.digest('hex');
};

/** What a process says is only of interest where it fails. */
const ended = (child: ChildProcess): Promise<void> =>
  new Promise((resolve, reject) => {
    let said = '';
    child.stderr?.on('data', (text: Buffer) => {
      said = `${said}${text.toString()}`.slice(-2000);
    });
    child.on('error', reject);
    child.on('close', (code) => (code === 0 ? resolve() : reject(new Error(`It ended with ${code}. ${said}`))));
  });

/** Tessera in a process of its own, as anybody runs it. */
const importHere = async (file: string, project: string, signal: AbortSignal) => {
  rmSync(project, { force: true });
  const began = performance.now();
  const child = spawn(process.execPath, [process.argv[1]!, 'import', project, file, '--json'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    signal,
  });
  let peak: number | null = null;
  const looking = setInterval(() => {
    peak = residentPeakOf(child.pid!) ?? peak;
  }, lookEveryMs);
  try {
    await ended(child);
  } finally {
    clearInterval(looking);
  }
  return { seconds: (performance.now() - began) / 1000, peakMb: peak && peak / 1_048_576 };
};

const hasShell = (): boolean => spawnSync('sqlite3', ['--version']).status === 0;

const importByShell = async (file: string, database: string, signal: AbortSignal): Promise<number> => {
  rmSync(database, { force: true });
  const began = performance.now();
  const child = spawn('sqlite3', [database], { stdio: ['pipe', 'ignore', 'pipe'], signal });
  child.stdin.end(`
    PRAGMA journal_mode=WAL;
    PRAGMA synchronous=NORMAL;
    CREATE TABLE lines ("Invoice" INTEGER, "StockCode" TEXT, "Description" TEXT, "Quantity" INTEGER,
      "InvoiceDate" TEXT, "Price" REAL, "Customer ID" INTEGER, "Country" TEXT);
.mode csv
.import --skip 1 ${file} lines
    CREATE INDEX lines_customer ON lines ("Customer ID");
`);
  await ended(child);
  return (performance.now() - began) / 1000;
};

/**
 * Imports made-up order lines, in turn with the `sqlite3` shell where there is one, and looks whether every cell is there.
 * @throws AppError `cancelled`
 */
export const runImportBench = async (options: ImportBenchOptions, signal: AbortSignal): Promise<ImportBench> => {
  const { rows, customers, runs } = options;
  const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  const [file, project, again] = ['lines.csv', 'shop.tessera', 'again.csv'].map((name) => join(folder, name)) as [
    string,
    string,
    string,
  ];
  try {
    await writeOrderLines(rows, customers, file);
    const withShell = hasShell();
    const ours: { seconds: number; peakMb: number | null }[] = [];
    const shell: number[] = [];
    for (let run = 0; run < runs; run += 1) {
      ours.push(await importHere(file, project, signal));
      if (withShell) shell.push(await importByShell(file, join(folder, 'shell.db'), signal));
    }
    await runFile(
      process.execPath,
      [process.argv[1]!, 'export', project, '--what', 'exact', '--out', again, '--json'],
      { signal },
    );
    const seconds = medianOf(Float64Array.from(ours, (one) => one.seconds));
    const shellSeconds = withShell ? medianOf(Float64Array.from(shell)) : null;
    const peaks = ours.flatMap(({ peakMb }) => (peakMb === null ? [] : [peakMb]));
    const found: ImportBench = {
      rows,
      megabytes: Math.round(statSync(file).size / 1e6),
      runs,
      seconds: Number(seconds.toFixed(3)),
      shellSeconds: shellSeconds && Number(shellSeconds.toFixed(3)),
      ratio: shellSeconds && Number((seconds / shellSeconds).toFixed(2)),
      peakMb: peaks.length === 0 ? null : Math.round(Math.max(...peaks)),
      isWhole: (await hashOf(file)) === (await hashOf(again)),
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
