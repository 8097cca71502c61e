import type { Random } from '../random.ts';
import { normalOf } from '../validate/random-normal.ts';

/** One number of a gamma distribution with rate 1. Source: Marsaglia & Tsang (2000), ACM TOMS 26(3). */
export const drawGamma = (random: Random, shape: number): number => {
  if (shape < 1) return drawGamma(random, shape + 1) * (1 - random()) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normalOf(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - random()) < 0.5 * x * x + d - d * v + d * Math.log(v)) return d * v;
  }
};

export const drawBeta = (random: Random, a: number, b: number): number => {
  const left = drawGamma(random, a);
  const sum = left + drawGamma(random, b);
  // Both can be 0 where the parameters are tiny: then it is at one of the ends.
  return sum > 0 ? left / sum : random() < a / (a + b) ? 1 : 0;
};

const binomial = (random: Random, n: number, p: number): number => {
  let count = 0;
  for (let i = 0; i < n; i += 1) if (random() < p) count += 1;
  return count;
};

/** One Poisson number, in time by the mean. Source: Ahrens & Dieter (1974), Computing 12(3), for means above 16. */
export const drawPoisson = (random: Random, mean: number): number => {
  let [count, rest] = [0, mean];
  while (rest > 16) {
    const step = Math.floor(rest * 0.875);
    const time = drawGamma(random, step);
    if (time > rest) return count + binomial(random, step - 1, rest / time);
    count += step;
    rest -= time;
  }
  const least = Math.exp(-rest);
  let product = random();
  while (product > least) {
    count += 1;
    product *= random();
  }
  return count;
};

/** The repeat order after which a customer is lost who is lost with probability p after each: 1, 2, … */
export const drawGeometric = (random: Random, p: number): number =>
  p >= 1 ? 1 : p <= 0 ? Infinity : Math.floor(Math.log(1 - random()) / Math.log1p(-p)) + 1;
