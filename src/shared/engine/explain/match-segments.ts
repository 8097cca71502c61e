import { assignPairs } from './assign.ts';

export interface MatchInput {
  /** Segment of each customer in the earlier and in the later run, the same customers in the same order; −1 for none. */
  readonly earlier: Int32Array;
  readonly later: Int32Array;
  /** How many segments each run has; labels are below. */
  readonly earlierK: number;
  readonly laterK: number;
}

export interface SegmentMatch {
  /** For each later segment the earlier one that it goes on as, −1 for a new one. */
  readonly earlierOf: Int32Array;
  /** Jaccard index of each later segment with the one it goes on as, 0 for a new one. */
  readonly overlaps: Float64Array;
  /** Jaccard index of every pair: `jaccard[later * earlierK + earlier]`. */
  readonly jaccard: Float64Array;
}

/**
 * Least Jaccard index at which a segment is still the same one. At a third, what two segments share is half of their
 * mean size (Dice's index is a half): with less in common, most of what is said of one is not about the other.
 */
export const leastOverlap = 1 / 3;

/**
 * Least Jaccard index at which two segments of the same name are the same one, where neither is another: what they share
 * is a third of their mean size.
 */
export const leastOverlapOfNamesakes = 1 / 5;

/**
 * Which segment of a later run is which of an earlier one: the pairing of the greatest total Jaccard index among the
 * pairs that overlap enough. Jaccard and not the number of customers in common, so that a small segment weighs as much
 * as a large one and a segment is not swallowed by one that merely contains it; over the customers that both runs know,
 * so that newcomers make no segment a stranger. From half an index on a pair is the only one there can be, so only
 * between a third and a half there is anything to choose. Measure and lowest overlap as in Greene, Doyle & Cunningham
 * (2010), Tracking the evolution of communities in dynamic social networks (they: 0.3 and greedy; here exact, by
 * `assignPairs`). The same input gives the same answer. O(customers + laterK² × (earlierK + laterK)).
 */
export const matchSegments = ({ earlier, later, earlierK, laterK }: MatchInput): SegmentMatch => {
  const shared = new Float64Array(laterK * earlierK);
  const earlierSizes = new Float64Array(earlierK);
  const laterSizes = new Float64Array(laterK);
  for (let i = 0; i < earlier.length; i += 1) {
    const before = earlier[i]!;
    const after = later[i]!;
    if (before >= 0) earlierSizes[before]! += 1;
    if (after >= 0) laterSizes[after]! += 1;
    if (before >= 0 && after >= 0) shared[after * earlierK + before]! += 1;
  }
  const jaccard = shared.map((count, at) => {
    const all = laterSizes[Math.floor(at / earlierK)]! + earlierSizes[at % earlierK]! - count;
    return all === 0 ? 0 : count / all;
  });
  const costs = jaccard.map((index) => (index < leastOverlap ? Number.POSITIVE_INFINITY : -index));
  const earlierOf = assignPairs({ rows: laterK, columns: earlierK, costs, alone: 0 });
  return {
    earlierOf,
    overlaps: Float64Array.from(earlierOf, (before, after) => (before < 0 ? 0 : jaccard[after * earlierK + before]!)),
    jaccard,
  };
};
