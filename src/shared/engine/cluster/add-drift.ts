/** More than a square root and a sum of squares are off by. */
const surely = 1 + 1e-9;

/**
 * Adds to each cluster's drift the way of its own centroid and the longest way of another: a bound on how much nearer
 * another centroid may have come (Hamerly 2010). O(k × columns).
 * @param scale what a coordinate is multiplied by
 */
export const addDrift = (
  drift: Float64Array,
  before: Float64Array,
  after: Float64Array,
  columns: number,
  scale: number,
): void => {
  const k = drift.length;
  const ways = new Float64Array(k);
  let longest = 0;
  let second = 0;
  let who = -1;
  for (let c = 0; c < k; c += 1) {
    let sum = 0;
    for (let j = c * columns; j < (c + 1) * columns; j += 1) sum += ((after[j]! - before[j]!) * scale) ** 2;
    const way = Math.sqrt(sum) * surely;
    ways[c] = way;
    if (way > longest) {
      second = longest;
      longest = way;
      who = c;
    } else if (way > second) second = way;
  }
  for (let c = 0; c < k; c += 1) drift[c]! += ways[c]! + (c === who ? second : longest);
};
