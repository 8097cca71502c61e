/**
 * Times forecasts of the M3 series in turn with `ets` of R's package forecast (Debian: r-cran-forecast):
 * `node scripts/bench-demand.ts [every] [folder]`. Each side forecasts the held-out values of every so-many-th series (all, where
 * nothing is said) from the rest: ours by exponential smoothing alone and by the combination, both with their intervals
 * from earlier days. One thread each.
 */
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { cpus, loadavg } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { symmetricError } from '../src/shared/engine/forecast/accuracy.ts';
import { forecastMany } from '../src/shared/engine/forecast/forecast-many.ts';
import { silent } from '../src/shared/engine/progress.ts';

const folder = process.argv[3] ?? join(import.meta.dirname, '../../shared/data/m3');
const every = Number(process.argv[2] ?? 1);
const files = [
  ['quarterly.csv', 4],
  ['monthly_first_half.csv', 12],
] as const;

/** The files have no quotes. */
const readSeries = (path: string) =>
  readFileSync(path, 'utf8')
    .trim()
    .split(/\r?\n/)
    .slice(1)
    .map((line) => {
      const [, , horizon, , , texts] = line.split(',');
      const values = Float64Array.from(texts!.split(' '), Number);
      const last = values.length - Number(horizon);
      return { known: values.slice(0, last), heldOut: values.slice(last) };
    });

const peer = spawn('Rscript', [join(import.meta.dirname, 'bench-demand/peer.R')], {
  stdio: ['pipe', 'pipe', 'inherit'],
});
try {
  const answers = createInterface({ input: peer.stdout })[Symbol.asyncIterator]();
  const next = async (): Promise<string> => {
    const { value, done } = await answers.next();
    if (done) throw new Error('R ended.');
    return value;
  };
  console.log(`${cpus().length} cores of ${cpus()[0]!.model}, Node ${process.version}; ${await next()}`);
  for (const [file, period] of files) {
    const path = join(folder, file);
    const series = readSeries(path).filter((_, i) => i % every === 0);
    const known = series.map(({ known: values, heldOut }) => ({ values, horizon: heldOut.length }));
    const ours = (model: 'ets' | 'auto') => {
      const began = performance.now();
      const found = forecastMany({ series: known, period, model }, silent);
      const seconds = (performance.now() - began) / 1000;
      const off = series.reduce((sum, { heldOut }, i) => sum + symmetricError(found[i]!.forecast, heldOut), 0);
      return { seconds, off: off / series.length };
    };
    const before = [ours('ets'), ours('auto')];
    peer.stdin.write(`${path}\t${period}\t${every}\n`);
    const [seconds, off] = (await next()).split('\t').map(Number) as [number, number];
    // Once before R's turn and once after it: a machine that something else slows down slows both sides.
    const after = [ours('ets'), ours('auto')];
    console.log(`${file}, ${series.length} series: R's ets ${seconds.toFixed(1)} s, sMAPE ${off.toFixed(2)}`);
    for (const [i, what] of ['ets', 'combination'].entries()) {
      const mean = (before[i]!.seconds + after[i]!.seconds) / 2;
      console.log(
        `  ${what}: ${before[i]!.seconds.toFixed(2)} and ${after[i]!.seconds.toFixed(2)} s, sMAPE ${before[i]!.off.toFixed(2)}, ${(seconds / mean).toFixed(0)} × as fast`,
      );
    }
  }
  console.log(`${loadavg()[0]!.toFixed(1)} waiting for a core`);
  peer.stdin.end();
} finally {
  peer.kill();
}
