/**
 * Figures worked out once more in the plainest way there is, so that what was counted by cleverer code can be held
 * against it. Nothing here is shared with the engine.
 */

/** The values that are there. */
export const lastKnown = (values: Float64Array): Float64Array => values.filter((value) => !Number.isNaN(value));

/** A quantile read off the values in order, straight between two neighbours. O(n log n). */
export const sortedQuantile = (values: Float64Array, share: number): number => {
  const sorted = values.slice().sort();
  const place = (sorted.length - 1) * share;
  const from = Math.floor(place);
  const below = sorted[from]!;
  const above = sorted[Math.min(sorted.length - 1, from + 1)]!;
  return place === from ? below : below + (above - below) * (place - from);
};

/** Third moment about the mean over the second to the power of one and a half, from sums of powers of standard scores. */
export const plainSkewness = (values: Float64Array): number => {
  const n = values.length;
  if (n === 0) return 0;
  const mean = values.reduce((sum, value) => sum + value, 0) / n;
  const deviation = Math.sqrt(values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / n);
  if (deviation <= 1e-12 * values.reduce((most, value) => Math.max(most, Math.abs(value)), 0)) return 0;
  return values.reduce((sum, value) => sum + ((value - mean) / deviation) ** 3, 0) / n;
};

/** Each value's place in order; equal ones share the middle of their places. O(n log n). */
export const middleRanks = (values: Float64Array): Float64Array => {
  const order = Int32Array.from(values.keys()).sort((a, b) => values[a]! - values[b]!);
  const ranks = new Float64Array(values.length);
  for (let from = 0; from < order.length; ) {
    let to = from + 1;
    while (to < order.length && values[order[to]!] === values[order[from]!]) to += 1;
    for (let at = from; at < to; at += 1) ranks[order[at]!] = (from + to - 1) / 2;
    from = to;
  }
  return ranks;
};

/** Pearson's correlation; 0 where fewer than three pairs are there, or one side does not vary. */
export const productMoment = (one: Float64Array, other: Float64Array): number => {
  const n = one.length;
  if (n < 3) return 0;
  const [meanOne, meanOther] = [one, other].map((values) => values.reduce((sum, value) => sum + value, 0) / n) as [
    number,
    number,
  ];
  let [products, squaresOne, squaresOther] = [0, 0, 0];
  for (let i = 0; i < n; i += 1) {
    const [x, y] = [one[i]! - meanOne, other[i]! - meanOther];
    products += x * y;
    squaresOne += x * x;
    squaresOther += y * y;
  }
  return squaresOne * squaresOther === 0 ? 0 : products / Math.sqrt(squaresOne) / Math.sqrt(squaresOther);
};

/** How many of a table's rows fall together by two groupings, and in each of them alone: group → group → rows. */
const countTogether = (one: Int32Array, other: Int32Array): ReadonlyMap<number, ReadonlyMap<number, number>> => {
  const table = new Map<number, Map<number, number>>();
  one.forEach((group, i) => {
    const row = table.get(group) ?? new Map<number, number>();
    row.set(other[i]!, (row.get(other[i]!) ?? 0) + 1);
    table.set(group, row);
  });
  return table;
};

const sizesOf = (groups: Int32Array): Map<number, number> => {
  const sizes = new Map<number, number>();
  for (const group of groups) sizes.set(group, (sizes.get(group) ?? 0) + 1);
  return sizes;
};

/** The adjusted Rand index by the four kinds of pairs of rows: together in both, in one, in the other, in neither. */
export const randIndexOfPairs = (one: Int32Array, other: Int32Array): number => {
  const pairs = (n: number) => (n * (n - 1)) / 2;
  const sum = (counts: Iterable<number>) => [...counts].reduce((all, n) => all + pairs(n), 0);
  const inBoth = [...countTogether(one, other).values()].reduce((all, row) => all + sum(row.values()), 0);
  const onlyOne = sum(sizesOf(one).values()) - inBoth;
  const onlyOther = sum(sizesOf(other).values()) - inBoth;
  const inNeither = pairs(one.length) - inBoth - onlyOne - onlyOther;
  const below = (inBoth + onlyOne) * (onlyOne + inNeither) + (inBoth + onlyOther) * (onlyOther + inNeither);
  return below === 0 ? 1 : (2 * (inBoth * inNeither - onlyOne * onlyOther)) / below;
};

/** ln n! by Stirling's series, exact to some 1e−12 beyond the first few. */
const logFactorial = (n: number): number => {
  if (n < 2) return 0;
  if (n < 32) {
    let product = 1;
    for (let i = 2; i <= n; i += 1) product *= i;
    return Math.log(product);
  }
  const m = n + 1;
  return (
    (m - 0.5) * Math.log(m) - m + 0.5 * Math.log(2 * Math.PI) + 1 / (12 * m) - 1 / (360 * m ** 3) + 1 / (1260 * m ** 5)
  );
};

/** The adjusted mutual information over every possible overlap, none left out. O(groups² × rows of the smaller). */
export const informationOfOverlaps = (one: Int32Array, other: Int32Array): number => {
  const n = one.length;
  const [sizesOne, sizesOther] = [sizesOf(one), sizesOf(other)];
  const table = countTogether(one, other);
  const isSame = sizesOne.size === sizesOther.size && [...table.values()].every((row) => row.size === 1);
  if (n === 0 || isSame) return 1;
  const entropy = (sizes: Map<number, number>) =>
    [...sizes.values()].reduce((all, size) => all - (size / n) * Math.log(size / n), 0);
  const term = (both: number, a: number, b: number) =>
    (both / n) * (Math.log(n) + Math.log(both) - Math.log(a) - Math.log(b));
  let shared = 0;
  let expected = 0;
  for (const [group, a] of sizesOne)
    for (const [its, b] of sizesOther) {
      const both = table.get(group)?.get(its) ?? 0;
      if (both > 0) shared += term(both, a, b);
      for (let k = Math.max(1, a + b - n); k <= Math.min(a, b); k += 1) {
        const ways =
          logFactorial(a) +
          logFactorial(b) +
          logFactorial(n - a) +
          logFactorial(n - b) -
          logFactorial(n) -
          logFactorial(k);
        expected +=
          term(k, a, b) * Math.exp(ways - logFactorial(a - k) - logFactorial(b - k) - logFactorial(n - a - b + k));
      }
    }
  const room = (entropy(sizesOne) + entropy(sizesOther)) / 2 - expected;
  return room === 0 ? 1 : (shared - expected) / room;
};
