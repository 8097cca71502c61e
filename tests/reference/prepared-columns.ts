import { createRandom } from '../../src/shared/engine/random.ts';

/** Skewed to the right, to the left, both ways, large, small, even, and with repeats; as preparation.py makes them. */
export const preparedColumns = (rows: number): Record<string, Float64Array> => {
  const random = createRandom(17);
  const keys = ['right', 'left', 'mixed', 'large', 'small', 'even', 'repeats'] as const;
  const made = Object.fromEntries(keys.map((key) => [key, new Float64Array(rows)])) as Record<
    (typeof keys)[number],
    Float64Array
  >;
  for (let i = 0; i < rows; i += 1) {
    const bell = Array.from({ length: 12 }, random).reduce((sum, value) => sum + value, 0) - 6;
    made.right[i] = -Math.log(1 - random()) * 40;
    made.left[i] = 5 + Math.log(1 - random()) * 3;
    made.mixed[i] = bell * bell * bell;
    made.large[i] = Math.exp(8 + bell);
    made.small[i] = (random() - 0.3) / 1000;
    made.even[i] = random() * 10 - 5;
    made.repeats[i] = Math.floor(random() * random() * 8);
  }
  return made;
};
