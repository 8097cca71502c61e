import { radixSort } from './radix-sort.ts';
import { writeSortKey } from './sort-key.ts';

/** Bytes that all keys together may take. */
const usualBytes = 256 * 2 ** 20;
/** Bytes of one key that count, and the least that must count where there is not room for all. */
const longestKey = 1024;
const leastKey = 32;
/** Texts whose code is remembered as they are, so that one that comes again is not folded again. */
const remembered = 1 << 15;

const grown = <Kind extends Uint8Array | Uint32Array>(former: Kind, length: number): Kind => {
  const made = new (former.constructor as new (length: number) => Kind)(length);
  made.set(former as never);
  return made;
};

/** After so many texts it is clear whether they come again. */
const lookedAt = 1 << 17;
/** As long as more than one in so many has come before, each is looked up. */
const worthLooking = 3;

/** The texts of a column, each with a code in the order in which they came. */
export interface TextRanks {
  /** The text's code, less than the number of texts so far. */
  codeOf(text: string): number;
  /** How many codes there are; more than every rank. */
  count(): number;
  /** All codes in the order of the texts. Yields now and then. O(bytes) */
  ranks(): Generator<void, RankedCodes>;
}

/** Codes in the order of their texts. */
export interface RankedCodes {
  /** The codes; those whose texts sort alike in the order in which they came. */
  readonly order: Uint32Array;
  /** By place in that order: how many stand before it and are not the same. */
  readonly ranks: Uint32Array;
}

/**
 * Texts are told apart by their first kilobyte; where the different ones take more room than there is, by as many of
 * their first bytes as go into half of it, 32 at least.
 * @param most how many texts may come
 * @param bytesInAll room for what they are sorted by
 */
export const createTextRanks = (most: number, bytesInAll = usualBytes): TextRanks => {
  let longest = longestKey;
  let bytes = new Uint8Array(1 << 16);
  let starts = new Uint32Array(1 << 10);
  let hashes = new Uint32Array(1 << 10);
  let slots = new Uint32Array(1 << 12);
  let count = 0;
  const known = new Map<string, number>();
  let lookedUp = 0;
  let hits = 0;
  let remembers = true;
  let interns = true;
  let texts = 0;
  let last: string | null = null;
  let lastCode = 0;

  const isSame = (code: number, start: number, length: number): boolean => {
    const other = starts[code]!;
    if (starts[code + 1]! - other !== length) return false;
    for (let i = 0; i < length; i += 1) if (bytes[other + i] !== bytes[start + i]) return false;
    return true;
  };
  /** Twice as many places for codes, so that at most half are taken. */
  const spread = (): void => {
    slots = new Uint32Array(slots.length * 2);
    const mask = slots.length - 1;
    for (let code = 0; code < count; code += 1) {
      let slot = hashes[code]! & mask;
      while (slots[slot] !== 0) slot = (slot + 1) & mask;
      slots[slot] = code + 1;
    }
  };
  /** Leaves of every key its first bytes only. */
  const cut = (): void => {
    longest = Math.max(leastKey, Math.min(longest, Math.floor(bytesInAll / 2 / Math.max(1, most))));
    let at = 0;
    for (let code = 0; code < count; code += 1) {
      const start = starts[code]!;
      const end = Math.min(starts[code + 1]!, start + longest);
      bytes.copyWithin(at, start, end);
      starts[code] = at;
      at += end - start;
    }
    starts[count] = at;
  };
  const makeRoom = (): void => {
    if (longest === longestKey && bytes.length * 2 > bytesInAll) cut();
    while (starts[count]! + longest > bytes.length) bytes = grown(bytes, bytes.length * 2);
  };
  const add = (end: number, hash: number): number => {
    hashes[count] = hash;
    count += 1;
    if (count + 1 >= starts.length) {
      starts = grown(starts, starts.length * 2);
      if (interns) hashes = grown(hashes, hashes.length * 2);
    }
    starts[count] = end;
    return count - 1;
  };
  const intern = (text: string): number => {
    if (starts[count]! + longest > bytes.length) makeRoom();
    const start = starts[count]!;
    const end = writeSortKey(text, bytes, start, longest);
    if (!interns) return add(end, 0);
    let hash = 0x811c9dc5;
    for (let i = start; i < end; i += 1) hash = Math.imul(hash ^ bytes[i]!, 0x01000193);
    hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
    hash = (hash ^ (hash >>> 13)) >>> 0;
    const mask = slots.length - 1;
    let slot = hash & mask;
    for (let taken = slots[slot]!; taken !== 0; taken = slots[slot]!) {
      if (hashes[taken - 1] === hash && isSame(taken - 1, start, end - start)) return taken - 1;
      slot = (slot + 1) & mask;
    }
    slots[slot] = count + 1;
    const code = add(end, hash);
    if (count * 2 > slots.length) spread();
    return code;
  };

  return {
    codeOf: (text) => {
      if (text === last) return lastCode;
      texts += 1;
      if (interns && texts === lookedAt && count * worthLooking > texts * (worthLooking - 1)) {
        interns = false;
        hashes = new Uint32Array(0);
        slots = new Uint32Array(0);
        // As many are still to come as have been; growing step by step would copy all of them again and again.
        starts = grown(starts, Math.max(starts.length, most + 2));
        const likely = Math.ceil((starts[count]! / count) * most * 1.05) + longestKey;
        bytes = grown(bytes, Math.max(bytes.length, Math.min(likely, bytesInAll)));
      }
      let code = remembers ? known.get(text) : undefined;
      lookedUp += 1;
      if (code !== undefined) hits += 1;
      else {
        code = intern(text);
        if (remembers && known.size >= remembered) {
          // Where hardly anything comes again, looking costs more than it saves.
          remembers = hits * 2 > lookedUp;
          lookedUp = 0;
          hits = 0;
          known.clear();
        }
        if (remembers) known.set(text, code);
      }
      last = text;
      lastCode = code;
      return code;
    },
    count: () => count,
    *ranks() {
      return yield* rankBytes(bytes, starts, count);
    },
  };
};

/** Bytes compared at a time. */
const blockBytes = 8;
const beyondBytes = 4;
/** So few texts are put in order by comparing them. */
const few = 48;
const breath = 1 << 16;

/**
 * Ranks strings of bytes: all by their first eight bytes, then those that are still alike by the next eight, and so on;
 * few that are alike are compared. The rank of a string is how many stand before it and are not the same.
 */
function* rankBytes(bytes: Uint8Array, starts: Uint32Array, count: number): Generator<void, RankedCodes> {
  const order = new Uint32Array(count);
  for (let code = 0; code < count; code += 1) order[code] = code;
  const high = new Uint32Array(count);
  const low = new Uint32Array(count);
  /** The four bytes after those eight: near at hand for the few that are alike in eight. */
  const beyond = new Uint32Array(count);
  const ranks = new Uint32Array(count);

  const compareFrom = (depth: number, one: number, other: number): number => {
    const [a, b] = [starts[one]!, starts[other]!];
    const [endA, endB] = [starts[one + 1]!, starts[other + 1]!];
    for (let i = a + depth, j = b + depth; ; i += 1, j += 1) {
      if (i >= endA || j >= endB) return (i < endA ? 1 : 0) - (j < endB ? 1 : 0);
      if (bytes[i] !== bytes[j]) return bytes[i]! - bytes[j]!;
    }
  };
  const compareBeyond = (depth: number, one: number, other: number): number =>
    beyond[one]! - beyond[other]! || compareFrom(depth + beyondBytes, one, other);

  /** Ranks few from a depth on, by comparing. */
  const rankFew = (first: number, last: number, depth: number, compare: typeof compareFrom): void => {
    if (last - first === 2) {
      const [one, other] = [order[first]!, order[first + 1]!];
      const difference = compare(depth, one, other);
      ranks[first] = first;
      ranks[first + 1] = difference === 0 ? first : first + 1;
      if (difference > 0) {
        order[first] = other;
        order[first + 1] = one;
      }
      return;
    }
    for (let i = first + 1; i < last; i += 1) {
      const one = order[i]!;
      let at = i;
      for (; at > first && compare(depth, order[at - 1]!, one) > 0; at -= 1) order[at] = order[at - 1]!;
      order[at] = one;
    }
    let rank = first;
    for (let i = first; i < last; i += 1) {
      if (i > first && compare(depth, order[i - 1]!, order[i]!) !== 0) rank = i;
      ranks[i] = rank;
    }
  };

  /** In how many bytes from a depth on all of these are alike, or as many as are known to be. */
  const alikeBytes = (mine: Uint32Array, depth: number, known: number): number => {
    const first = starts[mine[0]!]! + depth;
    let alike = Math.min(known, starts[mine[0]! + 1]! - first);
    for (let i = 0; i < mine.length && alike > 0; i += 1) {
      const at = starts[mine[i]!]! + depth;
      const most = Math.min(alike, starts[mine[i]! + 1]! - at);
      for (alike = 0; alike < most && bytes[first + alike] === bytes[at + alike]; ) alike += 1;
    }
    return alike;
  };

  /** Parts that are alike in as many bytes as their depth says: [first place, place after the last, depth]. */
  const parts: [first: number, last: number, depth: number][] = [[0, count, 0]];
  let done = 0;
  for (let part = parts.pop(); part !== undefined; part = parts.pop()) {
    const [first, last] = part;
    let [, , depth] = part;
    done += last - first;
    if (done >= breath) {
      done = 0;
      yield;
    }
    if (last - first <= few) {
      rankFew(first, last, depth, compareFrom);
      continue;
    }
    const mine = order.subarray(first, last);
    // What many begin with (“ref ”, “INV-2024-”) would use up the eight bytes that tell them apart.
    let alike = longestKey;
    for (let i = 0; i < mine.length && alike > 0; i += breath) {
      const piece = mine.subarray(Math.max(0, i - 1), i + breath);
      alike = alikeBytes(piece, depth, alike);
      yield;
    }
    depth += alike;
    for (let i = 0; i < mine.length; i += 1) {
      const code = mine[i]!;
      const end = starts[code + 1]!;
      let at = starts[code]! + depth;
      let one = 0;
      let two = 0;
      for (let k = 0; k < 4; k += 1, at += 1) one = (one << 8) | (at < end ? bytes[at]! : 0);
      for (let k = 0; k < 4; k += 1, at += 1) two = (two << 8) | (at < end ? bytes[at]! : 0);
      let three = 0;
      for (let k = 0; k < beyondBytes; k += 1, at += 1) three = (three << 8) | (at < end ? bytes[at]! : 0);
      high[code] = one;
      low[code] = two;
      beyond[code] = three;
      if (i % breath === breath - 1) yield;
    }
    yield* radixSort(mine, [low, high]);
    for (let i = first; i < last; ) {
      const code = order[i]!;
      let next = i + 1;
      while (next < last && high[order[next]!] === high[code] && low[order[next]!] === low[code]) next += 1;
      if (next - i === 1) ranks[i] = i;
      // Where the eight bytes reach beyond its end a text is the same as those alike to it.
      else if (starts[code + 1]! - starts[code]! < depth + blockBytes) ranks.fill(i, i, next);
      else if (next - i <= few) rankFew(i, next, depth + blockBytes, compareBeyond);
      else parts.push([i, next, depth + blockBytes]);
      done += next - i;
      i = next;
      if (done >= breath) {
        done = 0;
        yield;
      }
    }
  }
  return { order, ranks };
}
