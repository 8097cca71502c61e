import { type Progress, throwIfCancelled } from '../progress.ts';
import type { RecordSets } from './record-sets.ts';

/** Why a pair that is sure by itself was not joined. */
export const holdReasons = ['none', 'person', 'contradiction', 'size'] as const;
type HoldReason = (typeof holdReasons)[number];

interface SurePairs {
  readonly a: Int32Array;
  readonly b: Int32Array;
  readonly weight: Float64Array;
}

const pairsPerLook = 1024;
const comparisonsPerLook = 65_536;

/**
 * Joins sure pairs, the surest first, and holds back what would chain: no set may come to hold two records that a person
 * keeps apart, two of which name and birth date say outright that they are two people (each of one set is looked at with
 * each of the other, as in complete linkage), or more than `recordsAtMost`.
 * O(pairs × log pairs + joins × recordsAtMost²) at worst.
 * @param pairs which of the pairs are sure
 * @returns for each of them a place in `holdReasons`
 * @throws AppError `cancelled`
 */
export const joinByEvidence = (
  sets: RecordSets,
  { a, b, weight }: SurePairs,
  pairs: Int32Array,
  recordsAtMost: number,
  isContradicted: (a: number, b: number) => boolean,
  progress: Progress,
): Uint8Array => {
  const held = new Uint8Array(pairs.length);
  let compared = 0;
  const order = Int32Array.from({ length: pairs.length }, (_, i) => i).sort((x, y) => {
    compared += 1;
    if (compared % comparisonsPerLook === 0) throwIfCancelled(progress);
    const [one, other] = [pairs[x]!, pairs[y]!];
    return weight[other]! - weight[one]! || a[one]! - a[other]! || b[one]! - b[other]!;
  });
  const hold = (one: number, other: number): HoldReason => {
    if (sets.areApart(one, other)) return 'person';
    if (sets.sizeOf(one) + sets.sizeOf(other) > recordsAtMost) return 'size';
    const members = sets.membersOf(other);
    const isApart = sets.membersOf(one).some((mine) => members.some((theirs) => isContradicted(mine, theirs)));
    return isApart ? 'contradiction' : 'none';
  };
  order.forEach((pair, i) => {
    if (i % pairsPerLook === 0) {
      throwIfCancelled(progress);
      progress.report(i / pairs.length);
    }
    const one = a[pairs[pair]!]!;
    const other = b[pairs[pair]!]!;
    if (sets.rootOf(one) === sets.rootOf(other)) return;
    const reason = hold(one, other);
    held[pair] = holdReasons.indexOf(reason);
    if (reason === 'none') sets.join(one, other);
  });
  return held;
};
