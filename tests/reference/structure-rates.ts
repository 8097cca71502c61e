/**
 * How often each verdict of `structureOf` is given, over seeds: the table in docs/structure-rates.md.
 *
 *     node tests/reference/structure-rates.ts [seeds = 100] [rows = 200,2000,20000]
 *
 * Needs the built kernels (`npm run build`) and some minutes for each size. Data made with one seed are judged with another.
 */
import { readFileSync } from 'node:fs';
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

const rate = (name: string, times: number, make: (seed: number) => Matrix): void => {
  const counts = { none: 0, weak: 0, clear: 0 };
  for (let seed = 1; seed <= times; seed += 1)
    counts[structureOf({ matrix: make(seed), seed: seed + 1000 }, silent).verdict] += 1;
  process.stdout.write(`| ${name} | ${counts.none} | ${counts.weak} | ${counts.clear} |\n`);
};

const published = (name: string): Matrix =>
  matrixFromRows(
    gunzipSync(readFileSync(realData(`clusterbench/${name}.data.gz`)))
      .toString()
      .trim()
      .split('\n')
      .map((line) => line.trim().split(/\s+/).map(Number)),
  );

await onThreads(1, () => {
  process.stdout.write('| data, columns, rows | none | weak | clear |\n|---|---|---|---|\n');
  for (const name of ['s1', 'hepta', 's2', 'd31', 'wine'])
    for (const share of [1, 0.8]) {
      const all = published(name);
      const size = Math.round(all.rows * share);
      rate(`${name}, ${size} rows`, seeds, (seed) => standardise(pickRows(all, sampleRows(all.rows, size, seed))));
    }
  for (const rows of sizes)
    for (const columns of [2, 5, 12]) {
      for (const [name, make] of Object.entries({
        'two 5σ apart': twoLumps(5),
        'two 4σ apart': twoLumps(4),
        ...lumps,
      })) {
        rate(`${name}, ${columns}, ${rows}`, seeds, (seed) => make(rows, columns, seed));
        if (rows < 1000)
          rate(`${name}, ${columns}, ${rows}, z-scores`, seeds, (seed) => standardise(make(rows, columns, seed)));
      }
      for (const [name, make] of Object.entries(traps))
        rate(`${name}, ${columns}, ${rows}`, Math.ceil(seeds / 5), (seed) => make(rows, columns, seed));
    }
});
