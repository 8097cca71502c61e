import { foldText } from './sort-key.ts';

/** As many different texts are kept apart. */
const mostTexts = 1 << 18;
/** Texts whose place is remembered as they are written, so that one that comes again is not folded again. */
const remembered = 1 << 15;

export interface CountedText {
  /** As written the first time. */
  readonly text: string;
  readonly rows: number;
  readonly code: number;
}

/** Counts texts without regard to case, accents and blanks around them. */
export const createTextCounts = (most = mostTexts) => {
  const codes = new Map<string, number>();
  const known = new Map<string, number>();
  const texts: string[] = [];
  const counts: number[] = [];
  return {
    /** The text's code, in the order in which texts came; −1 where there are too many different ones. */
    count: (text: string): number => {
      let code = known.get(text);
      if (code === undefined) {
        const folded = foldText(text.trim());
        code = codes.get(folded);
        if (code === undefined) {
          if (codes.size >= most) return -1;
          code = texts.length;
          codes.set(folded, code);
          texts.push(text.trim());
          counts.push(0);
        }
        if (known.size < remembered) known.set(text, code);
      }
      counts[code]! += 1;
      return code;
    },
    get different() {
      return texts.length;
    },
    /** Those that came most often, `least` times at least; of equals the first. O(different texts) */
    frequent: (wanted: number, least = 2): CountedText[] => {
      const found: CountedText[] = [];
      for (let code = 0; code < counts.length; code += 1) {
        const rows = counts[code]!;
        if (rows < least || (found.length === wanted && rows <= found.at(-1)!.rows)) continue;
        if (found.length === wanted) found.pop();
        const place = found.findIndex((one) => one.rows < rows);
        found.splice(place < 0 ? found.length : place, 0, { text: texts[code]!, rows, code });
      }
      return found;
    },
  };
};

const bucketBits = 22;
/** So many buckets may hold a text that is worth a second look. */
const mostCandidates = 4096;

const bucketOf = (text: string): number => {
  const folded = foldText(text.trim());
  let hash = 0x811c9dc5;
  for (let i = 0; i < folded.length; i += 1) hash = Math.imul(hash ^ folded.charCodeAt(i), 0x01000193);
  hash = Math.imul(hash ^ (hash >>> 15), 0x2c1b3c6d);
  hash = Math.imul(hash ^ (hash >>> 12), 0x297a2d39);
  return (hash ^ (hash >>> 15)) >>> (32 - bucketBits);
};

/**
 * Counts too many texts to be kept: how often each of four million buckets was met. A text that is frequent is in a bucket
 * that was met as often, so that a second look need only tell those texts apart (Karp, Shenker & Papadimitriou 2003).
 */
export const createTextBuckets = () => {
  const buckets = new Uint32Array(1 << bucketBits);
  return {
    count: (text: string): void => {
      buckets[bucketOf(text)]! += 1;
    },
    /**
     * Whether a text may be one of the most frequent. Every text that came at least as often as the least count of these
     * passes.
     */
    createFilter: (): ((text: string) => boolean) => {
      const byCount = new Map<number, number>();
      for (const count of buckets) if (count > 1) byCount.set(count, (byCount.get(count) ?? 0) + 1);
      let least = Number.POSITIVE_INFINITY;
      let candidates = 0;
      for (const [count, many] of [...byCount].sort(([a], [b]) => b - a)) {
        candidates += many;
        if (candidates > mostCandidates) break;
        least = count;
      }
      return (text) => buckets[bucketOf(text)]! >= least;
    },
    /** About how many different ones there were, from the buckets left empty (Whang, Vander-Zanden & Taylor 1990). */
    different: (): number => {
      let empty = 0;
      for (const count of buckets) empty += count === 0 ? 1 : 0;
      return Math.round(-buckets.length * Math.log(Math.max(1, empty) / buckets.length));
    },
  };
};
