import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { medianOf } from '../../../../shared/engine/prepare/median.ts';
import { AppError } from '../../../../shared/errors.ts';
import type { RowOrder } from '../../../../shared/model/rows.ts';
import type { Source } from '../../../../shared/model/source.ts';
import { defaultPaths } from '../../core/default-paths.ts';
import { startCore } from '../../core/start-core.ts';
import { resetPeak, residentPeak } from '../resident-peak.ts';
import { writeOrderLines } from './order-lines.ts';

export interface RowBenchOptions {
  readonly rows: number;
  readonly customers: number;
  readonly runs: number;
  /** A project of one's own instead of made-up lines; its largest table is taken. */
  readonly project?: string;
  readonly out?: string;
}

interface RowBenchLine {
  readonly what: string;
  readonly matched: number;
  /** The first page of 100, when nothing is known yet: the best and the median of the runs. */
  readonly firstSeconds: number;
  readonly medianSeconds: number;
  /** The slowest of the pages after it, from the beginning to the end; median of the runs. */
  readonly nextSeconds: number;
}

export interface RowBench {
  readonly rows: number;
  readonly runs: number;
  /** The longest that another question waited meanwhile; median of the runs. */
  readonly otherSeconds: number;
  readonly peakMb: number;
  readonly lines: readonly RowBenchLine[];
}

type Asked = Pick<RowOrder, 'sort' | 'filters'>;

const runFile = promisify(execFile);
const pageRows = 100;

const median = (values: readonly number[]): number => medianOf(Float64Array.from(values));

/** Every column upwards and downwards, a filter of every kind that goes with it, and the two together. */
const questionsOf = ({ columns }: Source): [string, Asked][] => {
  const asked: [string, Asked][] = [['as in the file', {}]];
  for (const { name: column, type, examples } of columns) {
    asked.push([`${column} upwards`, { sort: { column, descending: false } }]);
    asked.push([`${column} downwards`, { sort: { column, descending: true } }]);
    const text = examples[0]?.slice(0, 12) ?? 'x';
    asked.push([`${column} contains “${text}”`, { filters: [{ test: 'contains', column, text }] }]);
    if (type === 'integer' || type === 'decimal')
      asked.push([`${column} up to 10`, { filters: [{ test: 'between', column, most: 10 }] }]);
    if (type === 'date' || type === 'timestamp')
      asked.push([`${column} since 2023`, { filters: [{ test: 'days', column, first: '2023-01-01' }] }]);
    asked.push([`${column} is empty`, { filters: [{ test: 'empty', column }] }]);
  }
  asked.push(['set aside', { filters: [{ test: 'aside', reason: 'any' }] }]);
  const last = columns.at(-1)!.name;
  const text = columns[0]!.examples[0]?.slice(0, 2) ?? '1';
  asked.push([
    `${last} upwards where ${columns[0]!.name} contains “${text}”`,
    {
      sort: { column: last, descending: false },
      filters: [{ test: 'contains', column: columns[0]!.name, text }],
    },
  ]);
  return asked;
};

interface Measured {
  readonly matched: number;
  readonly first: number;
  readonly next: number;
}

/** One run over a core of its own, which knows nothing yet. */
const measureRun = async (project: string, signal: AbortSignal) => {
  const paths = defaultPaths();
  const core = await startCore({ kind: 'cli', paths });
  const found = new Map<string, Measured>();
  let longest = 0;
  let isOver = false;
  try {
    const { client } = core;
    await client.project.open({ path: project });
    const source = (await client.source.list()).reduce((most, one) => (one.rows > most.rows ? one : most));
    const page = async (asked: Asked, offset: number) => {
      const began = performance.now();
      const { total } = await client.source.rows(
        { sourceId: source.id, ...asked, offset, limit: pageRows },
        { signal },
      );
      return { total, seconds: (performance.now() - began) / 1000 };
    };
    resetPeak();
    const others = (async () => {
      while (!isOver) {
        const began = performance.now();
        await client.project.info();
        longest = Math.max(longest, (performance.now() - began) / 1000);
        await new Promise((later) => setTimeout(later, 5));
      }
    })();
    for (const [what, asked] of questionsOf(source)) {
      const first = await page(asked, 0);
      let next = 0;
      for (const share of [0.25, 0.5, 0.75, 1])
        next = Math.max(next, (await page(asked, Math.max(0, Math.floor(first.total * share) - pageRows))).seconds);
      found.set(what, { matched: first.total, first: first.seconds, next });
    }
    isOver = true;
    await others;
    return { rows: source.rows, found, longest, peak: residentPeak() };
  } finally {
    isOver = true;
    await core.close();
    rmSync(paths.temporary, { recursive: true, force: true });
  }
};

const round = (seconds: number): number => Number(seconds.toFixed(4));

/**
 * Times pages of 100 rows in every order and through every filter, when nothing is known and afterwards.
 * @throws AppError `cancelled`, and what opening a project throws
 */
export const runRowBench = async (options: RowBenchOptions, signal: AbortSignal): Promise<RowBench> => {
  const folder = mkdtempSync(join(tmpdir(), 'tessera-bench-'));
  try {
    let project = options.project === undefined ? null : resolve(options.project);
    if (project === null) {
      project = join(folder, 'shop.tessera');
      const file = join(folder, 'lines.csv');
      await writeOrderLines(options.rows, options.customers, file);
      await runFile(process.execPath, [process.argv[1]!, 'import', project, file, '--json'], { signal });
      rmSync(file);
    }
    const runs: Awaited<ReturnType<typeof measureRun>>[] = [];
    for (let run = 0; run < options.runs; run += 1) runs.push(await measureRun(project, signal));
    const bench: RowBench = {
      rows: runs[0]!.rows,
      runs: runs.length,
      otherSeconds: round(median(runs.map(({ longest }) => longest))),
      peakMb: Math.round(Math.max(...runs.map(({ peak }) => peak)) / 2 ** 20),
      lines: [...runs[0]!.found].map(([what, { matched }]) => {
        const all = runs.map(({ found }) => found.get(what)!);
        const firsts = all.map(({ first }) => first);
        return {
          what,
          matched,
          firstSeconds: round(Math.min(...firsts)),
          medianSeconds: round(median(firsts)),
          nextSeconds: round(median(all.map(({ next }) => next))),
        };
      }),
    };
    if (options.out !== undefined) writeFileSync(options.out, `${JSON.stringify(bench, null, 2)}\n`);
    return bench;
  } catch (error) {
    if (signal.aborted) throw new AppError('cancelled');
    throw error;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
};
