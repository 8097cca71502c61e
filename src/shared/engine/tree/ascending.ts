/** Bits sorted by at a time. */
const digit = 11;
const buckets = 2 ** digit;

/**
 * The places of non-negative numbers in ascending order, equal ones in the order given: a radix sort over their bits,
 * for those of such numbers rise with them. O(numbers).
 */
export const ascending = (numbers: Float64Array): Int32Array => {
  const { length } = numbers;
  // + 0 makes one zero of the two.
  const words = new Uint32Array(numbers.map((value) => value + 0).buffer);
  let order = Int32Array.from({ length }, (_, i) => i);
  let next = new Int32Array(length);
  const digitOf = (place: number, from: number): number => {
    const low = words[2 * place]!;
    const high = words[2 * place + 1]!;
    if (from >= 32) return (high >>> (from - 32)) & (buckets - 1);
    return ((low >>> from) | (from > 32 - digit ? high << (32 - from) : 0)) & (buckets - 1);
  };
  const starts = new Int32Array(buckets);
  for (let from = 0; from < 64; from += digit) {
    starts.fill(0);
    for (let i = 0; i < length; i += 1) starts[digitOf(i, from)]! += 1;
    let start = 0;
    for (let bucket = 0; bucket < buckets; bucket += 1) {
      const count = starts[bucket]!;
      starts[bucket] = start;
      start += count;
    }
    for (const place of order) {
      const bucket = digitOf(place, from);
      next[starts[bucket]!] = place;
      starts[bucket]! += 1;
    }
    [order, next] = [next, order];
  }
  return order;
};
