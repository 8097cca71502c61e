const bits = 11;
const buckets = 1 << bits;
const mask = buckets - 1;
const digits = 3;
/** Elements between two moments at which others may go on. */
const breath = 1 << 16;
/** So many fit where the processor reads quickly: they are sorted by their last digits first. */
const quick = 1 << 16;
/** So few are put in order by comparing. */
const few = 24;

type Words = readonly Uint32Array[];

/** Whether one index stands after another, by these words and those below. */
const isAfter = (words: Words, top: number, one: number, other: number): boolean => {
  for (let w = top; w >= 0; w -= 1) {
    const difference = words[w]![one]! - words[w]![other]!;
    if (difference !== 0) return difference > 0;
  }
  return false;
};

const insert = (order: Uint32Array, words: Words, top: number): void => {
  for (let i = 1; i < order.length; i += 1) {
    const one = order[i]!;
    let at = i;
    for (; at > 0 && isAfter(words, top, order[at - 1]!, one); at -= 1) order[at] = order[at - 1]!;
    order[at] = one;
  }
};

const counts = new Uint32Array(digits * buckets);

/** Turns how many there are in each bucket into where each begins. */
const addUp = (starts: Uint32Array): void => {
  let start = 0;
  for (let bucket = 0; bucket < buckets; bucket += 1) {
    const size = starts[bucket]!;
    starts[bucket] = start;
    start += size;
  }
};

/** By the last digit first, up to a digit of the top word. */
const sortUpwards = (order: Uint32Array, scratch: Uint32Array, words: Words, top: number, digit: number): void => {
  const count = order.length;
  let from = order;
  let to = scratch;
  for (let w = 0; w <= top; w += 1) {
    const word = words[w]!;
    counts.fill(0);
    for (let i = 0; i < count; i += 1) {
      const key = word[from[i]!]!;
      counts[key & mask]! += 1;
      counts[buckets + ((key >>> bits) & mask)]! += 1;
      counts[2 * buckets + (key >>> (2 * bits))]! += 1;
    }
    for (let d = 0; d <= (w === top ? digit : digits - 1); d += 1) {
      const starts = counts.subarray(d * buckets, (d + 1) * buckets);
      const shift = d * bits;
      if (starts[(word[from[0]!]! >>> shift) & mask] === count) continue;
      addUp(starts);
      for (let i = 0; i < count; i += 1) {
        const one = from[i]!;
        to[starts[(word[one]! >>> shift) & mask]!++] = one;
      }
      [from, to] = [to, from];
    }
  }
  if (from !== order) order.set(from);
};

/** By the first digit that differs, then each bucket by itself. */
function* sortDownwards(
  order: Uint32Array,
  scratch: Uint32Array,
  words: Words,
  top: number,
  digit: number,
): Generator<void> {
  const count = order.length;
  const starts = new Uint32Array(buckets);
  let [w, d] = [top, digit];
  for (; w >= 0; [w, d] = d === 0 ? [w - 1, digits - 1] : [w, d - 1]) {
    const word = words[w]!;
    starts.fill(0);
    for (let low = 0; low < count; low += breath) {
      const high = Math.min(count, low + breath);
      for (let i = low; i < high; i += 1) starts[(word[order[i]!]! >>> (d * bits)) & mask]! += 1;
      yield;
    }
    if (starts[(word[order[0]!]! >>> (d * bits)) & mask] !== count) break;
  }
  if (w < 0) return;
  const word = words[w]!;
  addUp(starts);
  for (let low = 0; low < count; low += breath) {
    const high = Math.min(count, low + breath);
    for (let i = low; i < high; i += 1) {
      const one = order[i]!;
      scratch[starts[(word[one]! >>> (d * bits)) & mask]!++] = one;
    }
    yield;
  }
  order.set(scratch);
  const [nextW, nextD] = d === 0 ? [w - 1, digits - 1] : [w, d - 1];
  let start = 0;
  let breathed = 0;
  for (const end of starts) {
    const size = end - start;
    const [part, room] = [order.subarray(start, end), scratch.subarray(start, end)];
    if (size > quick) yield* sortDownwards(part, room, words, nextW, nextD);
    else if (size > few) sortUpwards(part, room, words, nextW, nextD);
    else if (size > 1) insert(part, words, nextW);
    start = end;
    if (start - breathed >= breath) {
      breathed = start;
      yield;
    }
  }
}

/**
 * Puts numbers that index into keys into the order of those keys; equal keys stay in the order in which they stood
 * (Knuth, The Art of Computer Programming 3, 5.2.5). Many are parted by their first digit that differs, so that the rest
 * is done where the processor reads quickly. O(n) a digit, with as much memory again; yields now and then.
 * @param order what is sorted
 * @param words keys of 32 bits by index, the least significant first
 */
export function* radixSort(order: Uint32Array, words: Words): Generator<void> {
  const top = words.length - 1;
  if (order.length < 2 || top < 0) return;
  if (order.length <= few) insert(order, words, top);
  else if (order.length <= quick) sortUpwards(order, new Uint32Array(order.length), words, top, digits - 1);
  else yield* sortDownwards(order, new Uint32Array(order.length), words, top, digits - 1);
}
