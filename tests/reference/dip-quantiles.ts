/**
 * Makes the table in src/shared/engine/validate/dip-p-value.ts: upper quantiles of √n × dip of n uniform values.
 *
 *     node tests/reference/dip-quantiles.ts [sizes]
 *
 * Takes ten minutes in all. R's diptest::qDiptab, made in the same way from other numbers, agrees to about 1 %.
 */
import { createRandom } from '../../src/shared/engine/random.ts';
import { dipOf } from '../../src/shared/engine/validate/dip.ts';

const levels = [0.5, 0.2, 0.1, 0.05, 0.02, 0.01, 0.005, 0.002, 0.001, 1e-4];
const sizes = (process.argv[2] ?? '8,12,20,35,60,100,200,500,2000').split(',').map(Number);
/** The ten-thousandth is then known to about half a percent of √n × dip. */
const samples = 2_000_000;

for (const n of sizes) {
  const random = createRandom(n);
  const x = new Float64Array(n);
  const dips = new Float64Array(samples);
  for (let s = 0; s < samples; s += 1) {
    // Sums of exponential steps lie as sorted uniform values do, up to a factor that the dip does not feel.
    let sum = 0;
    for (let i = 0; i < n; i += 1) {
      sum -= Math.log(1 - random());
      x[i] = sum;
    }
    dips[s] = dipOf(x);
  }
  dips.sort();
  const at = (level: number): string =>
    (Math.sqrt(n) * dips[Math.min(samples - 1, Math.floor(samples * (1 - level)))]!).toFixed(4);
  process.stdout.write(`  [${n}, ${levels.map(at).join(', ')}],\n`);
}
