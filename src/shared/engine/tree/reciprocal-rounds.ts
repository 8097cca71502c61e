import { type Progress, throwIfCancelled } from '../progress.ts';
import type { Branches } from './nearest-chain.ts';

/** Knows what is near, of many branches at once. */
export interface WideGround {
  /** The nearest slot to each, and how far it is; −1 where it has to be looked for. */
  readonly nn: Float64Array;
  readonly nd: Float64Array;
  /** Finds the nearest to each of these slots. */
  look(slots: readonly number[]): void;
  /** Joins two branches in the slot of the second. */
  join(low: number, high: number): void;
}

/** Slots that are not empty and whose nearest is not known. */
const unknownSlots = ({ count, sizes }: Branches, nd: Float64Array): number[] => {
  const unknown: number[] = [];
  for (let slot = 0; slot < count; slot += 1) if (sizes[slot]! > 0 && nd[slot]! < 0) unknown.push(slot);
  return unknown;
};

/** Pairs of slots that are each other's nearest, the lower first; between equals a nearest can lead round in a circle, then the nearest pair of all. */
const reciprocalPairs = ({ count, sizes }: Branches, nn: Float64Array, nd: Float64Array): [number, number][] => {
  const pairs: [number, number][] = [];
  let nearest = -1;
  for (let slot = 0; slot < count; slot += 1) {
    if (sizes[slot] === 0) continue;
    const other = nn[slot]!;
    if (other > slot && nn[other] === slot) pairs.push([slot, other]);
    if (nearest < 0 || nd[slot]! < nd[nearest]!) nearest = slot;
  }
  if (pairs.length > 0) return pairs;
  const other = nn[nearest]!;
  return [[Math.min(nearest, other), Math.max(nearest, other)]];
};

/**
 * Merges all branches that are each other's nearest, round by round (Bruynooghe 1978; Murtagh 1983), until all are one
 * or `isOver` says so, which is asked after every round with the merges it made and may close the slots meanwhile. Good
 * for linkages where a join is never nearer to a third branch than both of its parts: these merges do not touch each
 * other, and what every other branch had for its nearest still is, unless it was merged.
 * @throws AppError `cancelled`
 */
export const followRounds = (
  branches: Branches,
  { nn, nd, look, join }: WideGround,
  isOver: (merges: number) => boolean,
  progress: Progress,
): void => {
  const { rows, one, other, heights, sizes, lowestRow } = branches;
  const isMerged = new Uint8Array(rows);
  let merges = 0;
  while (branches.made < rows - 1 && !isOver(merges)) {
    throwIfCancelled(progress);
    look(unknownSlots(branches, nd));
    const pairs = reciprocalPairs(branches, nn, nd);
    merges = pairs.length;
    isMerged.fill(0, 0, branches.count);
    for (const [low, high] of pairs) {
      const merge = branches.made;
      one[merge] = Math.min(lowestRow[low]!, lowestRow[high]!);
      other[merge] = Math.max(lowestRow[low]!, lowestRow[high]!);
      heights[merge] = Math.min(nd[low]!, nd[high]!);
      join(low, high);
      sizes[high]! += sizes[low]!;
      sizes[low] = 0;
      lowestRow[high] = one[merge]!;
      isMerged[low] = 1;
      isMerged[high] = 1;
      branches.made += 1;
      branches.empty += 1;
    }
    for (let slot = 0; slot < branches.count; slot += 1)
      if (isMerged[slot] === 1 || isMerged[nn[slot]!] === 1) nd[slot] = -1;
    progress.report(1 - ((rows - branches.made) / rows) ** 2);
  }
};
