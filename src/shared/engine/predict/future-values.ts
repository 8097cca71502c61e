import { createRandom } from '../random.ts';
import { drawGamma } from './draw.ts';
import type { FutureCounts } from './future-counts.ts';

/** What customers with one history may spend if they are alive, for each unit of `v + x × mean`. */
export interface FutureValues {
  /** Ascending, each as likely as the other. */
  readonly sorted: Float64Array;
  readonly mean: number;
  readonly meanSquare: number;
}

/** From this shape of a customer's rate of spending on, its variance is taken as the model has it. */
const leastShape = 3;
/**
 * Below, the model gives who came once or twice so long a tail that its variance is huge or none: one draw in hundreds would
 * say alone how sure a sum of thousands is. There, draws above this share count as much as the one that stands at it.
 */
const highest = 0.99;

/** Mean and mean square of the value of n orders: p n / (A − 1) and p n (p n + 1) / ((A − 1)(A − 2)), A = p x + q. */
const momentsOf = (counts: FutureCounts, p: number, shape: number) => ({
  mean: (p * counts.mean) / (shape - 1),
  meanSquare: (p * p * counts.meanSquare + p * counts.mean) / ((shape - 1) * (shape - 2)),
});

const heldMomentsOf = (sorted: Float64Array) => {
  const most = sorted[Math.floor(highest * (sorted.length - 1))]!;
  let [sum, squares] = [0, 0];
  for (const value of sorted) {
    sum += Math.min(value, most);
    squares += Math.min(value, most) ** 2;
  }
  return { mean: sum / sorted.length, meanSquare: squares / sorted.length };
};

/**
 * Draws what a living customer spends within a horizon, from drawn counts of orders. By the story of the Gamma-Gamma model:
 * a customer of x repeat orders has a rate of spending that is gamma (p x + q, v + x mean), and n orders are worth gamma
 * (p n) over that rate; so that all money is one draw times `v + x mean`, which alone differs between customers with as many
 * orders. The uncertainty of p and q is in it; that of v where it counts, with customers who never came again. O(draws).
 * @param parameters of the Gamma-Gamma model, as they might be as well; the first is the fit
 */
export const drawFutureValues = (
  counts: FutureCounts,
  parameters: readonly Float64Array[],
  fitted: Float64Array,
  frequency: number,
  seed: number,
): FutureValues => {
  const random = createRandom(Math.imul(seed + 1, 0x27d4eb2f) ^ Math.imul(frequency + 1, 0x165667b1));
  const sorted = new Float64Array(counts.sorted.length);
  for (let i = 0; i < sorted.length; i += 1) {
    const [p, q, v] = parameters[Math.floor(random() * parameters.length)]! as unknown as [number, number, number];
    const orders = counts.sorted[i]!;
    if (orders === 0) continue;
    const value =
      (drawGamma(random, p * orders) / drawGamma(random, p * frequency + q)) * (frequency === 0 ? v / fitted[2]! : 1);
    sorted[i] = value;
  }
  sorted.sort();
  const [p, q] = fitted as unknown as [number, number];
  const shape = p * frequency + q;
  return { sorted, ...(shape >= leastShape ? momentsOf(counts, p, shape) : heldMomentsOf(sorted)) };
};
