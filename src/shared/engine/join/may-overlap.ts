import type { KeySample } from './join-tables.ts';

/** A few of a column's values by their hashes, the smallest first (bottom-k sketch: Cohen & Kaplan 2007). */
export interface KeySketch {
  readonly smallest: Float64Array;
  /** Below this hash the sketch has every value. */
  readonly bound: number;
}

const sketchSize = 256;
/** So many values of a side must lie below both bounds for the sketch to be believed. */
const enough = 24;

/** O(values × log values). */
export const sketchKeys = ({ hashes, share }: KeySample): KeySketch => {
  const sorted = Float64Array.from(new Set(hashes)).sort();
  const smallest = sorted.slice(0, sketchSize);
  return { smallest, bound: sorted.length > sketchSize ? smallest.at(-1)! : share };
};

/**
 * Whether two columns may have at least `share` of either's values in common: a quick no for pairs of columns that have
 * nothing to do with each other, never a no where the sketches are too small to tell. O(sketch).
 */
export const mayOverlap = (a: KeySketch, b: KeySketch, share: number): boolean => {
  const bound = Math.min(a.bound, b.bound);
  const below = ({ smallest }: KeySketch): Float64Array => smallest.filter((hash) => hash <= bound);
  const [inA, inB] = [below(a), below(b)];
  const known = new Set(inB);
  const common = inA.reduce((sum, hash) => sum + (known.has(hash) ? 1 : 0), 0);
  if (common > 0) return true;
  const isWhole = bound === 1;
  const tells = (size: number): boolean => isWhole || (size >= enough && share * size >= 1);
  return !(tells(inA.length) && tells(inB.length));
};
