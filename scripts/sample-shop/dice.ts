import { createRandom } from '../../src/shared/engine/random.ts';

/** Everything that is left to chance in the sample shop, out of one seed. */
export interface Dice {
  uniform(from: number, to: number): number;
  /** Whole numbers, both ends included. */
  whole(from: number, to: number): number;
  chance(probability: number): boolean;
  pick<Item>(items: readonly Item[]): Item;
  /** An index, as likely as its weight says. */
  weighted(weights: readonly number[]): number;
  /** Log-normal around its median; `spread` is the deviation of the logarithm. */
  around(median: number, spread: number): number;
}

export const createDice = (seed: number): Dice => {
  const random = createRandom(seed);
  const uniform = (from: number, to: number) => from + (to - from) * random();
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1));
  /** Box and Muller; one of the two is thrown away. */
  const normal = () => Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());
  return {
    uniform,
    whole,
    chance: (probability) => random() < probability,
    pick: (items) => items[whole(0, items.length - 1)]!,
    weighted: (weights) => {
      let left = random() * weights.reduce((sum, weight) => sum + weight, 0);
      const found = weights.findIndex((weight) => {
        left -= weight;
        return left < 0;
      });
      return found < 0 ? weights.length - 1 : found;
    },
    around: (median, spread) => median * Math.exp(spread * normal()),
  };
};
