import { createRandom } from '../random.ts';
import { normalOf } from '../validate/random-normal.ts';
import type { BuyingModel } from './buying-model.ts';
import { choleskyOf } from './curvature.ts';
import type { ModelFit } from './fit-model.ts';

/** Counts drawn for one history, and different parameters they are drawn from. */
const draws = 400;
const parameterDraws = 100;
/** No parameter is drawn further than this factor's logarithm from its fit: the normal shape says nothing there. */
const furthest = 3;

/** Parameters as they might be as well, from the fit's uncertainty; the fit alone where it has none. Seeded. */
export const drawParameters = (fit: ModelFit, seed: number): readonly Float64Array[] => {
  const d = fit.parameters.length;
  const lower = fit.covarianceOfLogs === null ? null : choleskyOf(fit.covarianceOfLogs, d);
  if (lower === null) return [fit.parameters];
  const random = createRandom(seed);
  return Array.from({ length: parameterDraws }, () => {
    const normals = Float64Array.from({ length: d }, () => normalOf(random));
    return fit.parameters.map((value, i) => {
      let off = 0;
      for (let j = 0; j <= i; j += 1) off += lower[i * d + j]! * normals[j]!;
      return value * Math.exp(Math.max(-furthest, Math.min(furthest, off)));
    });
  });
};

/** What customers with one history may do, if they are alive. */
export interface FutureCounts {
  /** Orders within the horizon, ascending, each as likely as the other. */
  readonly sorted: Int32Array;
  readonly mean: number;
  readonly meanSquare: number;
}

/**
 * Draws the orders of a living customer within a horizon, with the uncertainty of the parameters in it. A history's draws
 * depend on nothing but itself and the seed. O(draws).
 */
const drawFutureCounts = (
  model: BuyingModel,
  parameters: readonly Float64Array[],
  { frequency, observed }: { readonly frequency: number; readonly observed: number },
  horizon: number,
  seed: number,
): FutureCounts => {
  const random = createRandom(Math.imul(seed + 1, 0x9e3779b1) ^ Math.imul(frequency + 1, 0x85ebca6b) ^ observed);
  const sorted = Int32Array.from({ length: draws }, (_, i) =>
    model.drawLater(parameters[i % parameters.length]!, frequency, observed, horizon, random),
  ).sort();
  let [sum, squares] = [0, 0];
  for (const count of sorted) {
    sum += count;
    squares += count * count;
  }
  return { sorted, mean: sum / draws, meanSquare: squares / draws };
};

/** What with this probability is not exceeded, by one who is alive with probability `alive` and else does nothing. */
export const quantileIfAlive = (sorted: Int32Array | Float64Array, alive: number, level: number): number => {
  const lost = 1 - alive;
  if (level <= lost) return 0;
  const within = (level - lost) / alive;
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(within * sorted.length) - 1))]!;
};

/** The draws of a history. */
export type FutureCountsOf = (frequency: number, observed: number) => FutureCounts;

/** Times observed that are so near to each other share their draws: within two percent they say the same of an interval. */
const timesADoubling = 32;

/** The draws of each different history, made when they are first asked for. */
export const createFutureCounts = (
  model: BuyingModel,
  fit: ModelFit,
  { horizon, seed }: { readonly horizon: number; readonly seed: number },
): FutureCountsOf => {
  const parameters = drawParameters(fit, seed);
  const known = new Map<number, Map<number, FutureCounts>>();
  return (frequency, observed) => {
    let byTime = known.get(frequency);
    if (byTime === undefined) {
      byTime = new Map();
      known.set(frequency, byTime);
    }
    const place = Math.round(Math.log2(1 + observed) * timesADoubling);
    let counts = byTime.get(place);
    if (counts === undefined) {
      const history = { frequency, observed: 2 ** (place / timesADoubling) - 1 };
      counts = drawFutureCounts(model, parameters, history, horizon, seed);
      byTime.set(place, counts);
    }
    return counts;
  };
};
