import type { Spread } from './spread.ts';

/**
 * How like each part is to the one most like it, on average: the two mean distances to their means over the distance
 * between these; less is better, 0 the least (Davies & Bouldin 1979). Null for fewer than two parts or none with two
 * rows. Parts around the same mean are not compared, as in scikit-learn. O(k² × columns).
 */
export const daviesBouldin = ({ rows, columns, sizes, means, distances }: Spread): number | null => {
  const k = sizes.length;
  if (k < 2 || k >= rows) return null;
  const apart = (a: number, b: number): number => {
    let square = 0;
    for (let j = 0; j < columns; j += 1) square += (means[a * columns + j]! - means[b * columns + j]!) ** 2;
    return Math.sqrt(square);
  };
  let sum = 0;
  for (let a = 0; a < k; a += 1) {
    let worst = 0;
    for (let b = 0; b < k; b += 1) {
      const between = a === b ? 0 : apart(a, b);
      if (between > 0) worst = Math.max(worst, (distances[a]! + distances[b]!) / between);
    }
    sum += worst;
  }
  return sum / k;
};
