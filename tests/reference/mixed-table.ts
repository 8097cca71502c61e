import { createRandom } from '../../src/shared/engine/random.ts';

/** Two numbers that tell three clouds apart a little, and two categories that do so mostly; as mixed.py makes them. */
export const mixedTable = (rows: number, seed: number): { numbers: number[][]; categories: Int32Array[] } => {
  const random = createRandom(seed);
  const numbers: number[][] = [];
  const categories = [new Int32Array(rows), new Int32Array(rows)];
  for (let i = 0; i < rows; i += 1) {
    numbers.push([random() * 2 + (i % 3), random() * 3]);
    categories[0]![i] = random() < 0.8 ? i % 3 : Math.floor(random() * 3);
    categories[1]![i] = random() < 0.1 ? -1 : Math.floor(random() * 4);
  }
  return { numbers, categories };
};
