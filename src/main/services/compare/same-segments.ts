import { matchSegments } from '../../../shared/engine/explain/match-segments.ts';
import { labelsInCommon } from '../run-side.ts';
import type { Side } from './compared-side.ts';

export interface SameSegments {
  /** For each label the other's label that is the same segment, −1 where none is. */
  readonly laterOf: Int32Array;
  readonly earlierOf: Int32Array;
  /** Jaccard index of a pair of labels over the customers in common. */
  jaccard(earlier: number, later: number): number;
}

/**
 * Which segment of one segmentation is which of the other: those that the project holds for the same, and of the rest
 * the exact assignment with the greatest Jaccard indices.
 */
export const sameSegments = (earlier: Side, later: Side): SameSegments => {
  const laterOf = new Int32Array(earlier.k).fill(-1);
  const earlierOf = new Int32Array(later.k).fill(-1);
  const pair = (one: number, other: number) => {
    laterOf[one] = other;
    earlierOf[other] = one;
  };
  for (let one = 0; one < earlier.k; one += 1)
    for (let other = 0; other < later.k; other += 1)
      if (earlier.placeOf(one) !== 'none' && earlier.placeOf(one) === later.placeOf(other)) pair(one, other);
  const common = labelsInCommon(earlier, later);
  const ks = { earlierK: earlier.k, laterK: later.k };
  const { jaccard } = matchSegments({ ...common, ...ks });
  const left = matchSegments({
    earlier: common.earlier.map((label) => (label >= 0 && laterOf[label]! < 0 ? label : -1)),
    later: common.later.map((label) => (label >= 0 && earlierOf[label]! < 0 ? label : -1)),
    ...ks,
  });
  left.earlierOf.forEach((one, other) => {
    if (one >= 0 && laterOf[one]! < 0 && earlierOf[other]! < 0) pair(one, other);
  });
  return { laterOf, earlierOf, jaccard: (one, other) => jaccard[other * earlier.k + one]! };
};
