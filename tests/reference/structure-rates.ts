/**
 * How often each verdict of `structureOf` is given, over seeds: the table in docs/structure-rates.md.
 *
 *     node tests/reference/structure-rates.ts [seeds = 100] [rows = 200,2000,20000] [lines = all] [threads = 1]
 *
 * `lines` is a regular expression: only lines whose name it matches are measured. `threads` divide the seeds; the counts
 * stay the same. Needs the built kernels (`npm run build`) and some minutes for each size. Data made with one seed are
 * judged with another.
 */
import { readFileSync } from 'node:fs';
import { isMainThread, parentPort, Worker, workerData } from 'node:worker_threads';
import { gunzipSync } from 'node:zlib';
import { type Matrix, matrixFromRows } from '../../src/shared/engine/matrix.ts';
import { standardise } from '../../src/shared/engine/prepare/standardise.ts';
import { silent } from '../../src/shared/engine/progress.ts';
import { pickRows, sampleRows } from '../../src/shared/engine/sample.ts';
import { structureOf } from '../../src/shared/engine/validate/structure.ts';
import { lumps, traps, twoLumps } from '../shared/engine/validate/lumps.ts';
import { onThreads } from '../support/machine.ts';
import { realData } from '../support/real-data.ts';

const seeds = Number(process.argv[2] ?? 100);
const sizes = (process.argv[3] ?? '200,2000,20000').split(',').map(Number);
const wanted = new RegExp(process.argv[4] ?? '');
const threads = Number(process.argv[5] ?? 1);

interface Line {
  readonly name: string;
  readonly seeds: number;
  readonly make: (seed: number) => Matrix;
}

const published = (name: string): Matrix =>
  matrixFromRows(
    gunzipSync(readFileSync(realData(`clusterbench/${name}.data.gz`)))
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number)),
  );

const publishedLines = ['s1', 'hepta', 's2', 'd31', 'wine'].flatMap((name) => {
  const all = published(name);
  return [1, 0.8].map((share): Line => {
    const size = Math.round(all.rows * share);
    const make = (seed: number) => standardise(pickRows(all, sampleRows(all.rows, size, seed)));
    return { name: `${name}, ${size} rows`, seeds, make };
  });
});

const madeLines = (rows: number, columns: number): Line[] => {
  const kinds = { 'two 5σ apart': twoLumps(5), 'two 4σ apart': twoLumps(4), ...lumps };
  const made = Object.entries(kinds).flatMap(([kind, maker]): Line[] => {
    const name = `${kind}, ${columns}, ${rows}`;
    const make = (seed: number) => maker(rows, columns, seed);
    const scored = { name: `${name}, z-scores`, seeds, make: (seed: number) => standardise(make(seed)) };
    return [{ name, seeds, make }, ...(rows < 1000 ? [scored] : [])];
  });
  const trapped = Object.entries(traps).map(
    ([kind, maker]): Line => ({
      name: `${kind}, ${columns}, ${rows}`,
      seeds: Math.ceil(seeds / 5),
      make: (seed) => maker(rows, columns, seed),
    }),
  );
  return [...made, ...trapped];
};

const lines = [
  ...publishedLines,
  ...sizes.flatMap((rows) => [2, 5, 12].flatMap((columns) => madeLines(rows, columns))),
].filter(({ name }) => wanted.test(name));

const verdicts = ['none', 'weak', 'clear'] as const;
const add = (a: readonly number[], b: readonly number[]): number[] => a.map((value, i) => value + b[i]!);

/** One thread's part: the counts of its seeds, line after line. */
const countAll = (thread: number, counted: (line: number, counts: number[]) => void): Promise<void> =>
  onThreads(1, () => {
    lines.forEach(({ seeds: times, make }, line) => {
      let counts = [0, 0, 0];
      for (let seed = 1 + thread; seed <= times; seed += threads) {
        const { verdict } = structureOf({ matrix: make(seed), seed: seed + 1000 }, silent);
        counts = add(
          counts,
          verdicts.map((one) => (one === verdict ? 1 : 0)),
        );
      }
      counted(line, counts);
    });
  });

if (isMainThread) {
  process.stdout.write(`| data, columns, rows | ${verdicts.join(' | ')} |\n|---|---|---|---|\n`);
  const reported = lines.map(() => 0);
  const totals = lines.map(() => [0, 0, 0]);
  const counted = (line: number, counts: number[]): void => {
    totals[line] = add(totals[line]!, counts);
    reported[line]! += 1;
    // Every thread goes from the first line to the last: a line is whole only after those before it.
    if (reported[line] === threads) process.stdout.write(`| ${lines[line]!.name} | ${totals[line]!.join(' | ')} |\n`);
  };
  for (let thread = 0; thread < threads; thread += 1)
    new Worker(new URL(import.meta.url), { workerData: thread, argv: process.argv.slice(2) })
      .on('message', ([line, counts]) => counted(line, counts))
      .on('error', (error) => {
        throw error;
      });
} else await countAll(workerData, (line, counts) => parentPort!.postMessage([line, counts]));
