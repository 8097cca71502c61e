import type { CrewJob } from '../kernels/machine.ts';
import { pairOf } from '../kernels/tournament.ts';

/**
 * Distances between the rows of two blocks. Numbers: blocks, round (−1: each block with itself), then what `fillTile` in
 * `assembly/linkage.ts` takes up to its two blocks.
 */
export const distancesPiece: CrewJob = (index, { numbers, kernels }) => {
  const [blocks, round, ...rest] = numbers.subarray(0, 9);
  const [first, second] = round! < 0 ? [index, index] : pairOf(blocks!, round!, index);
  kernels('linkage').fillTile!(...rest, first, second);
};

/** What a piece finds: how far, and which slot. */
export const foundBytes = 16;

/** Nearest slot of some. Numbers: slots, slots of a piece, where to put what is found, then as `nearestSlot` takes them. */
export const nearestSlotPiece: CrewJob = (index, { numbers, kernels }) => {
  const [slots, length, out, triangle, slot, gone] = numbers as unknown as number[];
  const from = index * length!;
  const to = Math.min(slots!, from + length!);
  kernels('linkage').nearestSlot!(triangle!, slot!, gone!, from, to, out! + index * foundBytes);
};

/** A join as far as some slots are concerned. Numbers: as above, then as `joinSlots` takes them. */
export const joinSlotsPiece: CrewJob = (index, { numbers, kernels }) => {
  const [slots, length, out, ...rest] = numbers.subarray(0, 10);
  const from = index * length!;
  kernels('linkage').joinSlots!(...rest, from, Math.min(slots!, from + length!), out! + index * foundBytes);
};

/** Bounds of some slots. Numbers: as above, then as `boundSlots` in `assembly/branches.ts` takes them. */
export const boundSlotsPiece: CrewJob = (index, { numbers, kernels }) => {
  const [slots, length, out, ...rest] = numbers.subarray(0, 10);
  const from = index * length!;
  kernels('branches').boundSlots!(...rest, from, Math.min(slots!, from + length!), out! + index * foundBytes);
};

/** Rows of the triangle that a piece fills, and how much of one at once. */
export const linkedRows = 16;
const linkedAtOnce = 64;

/** Distances of some branches to those before them. Numbers: branches, then as `linkRow` takes them before the slot. */
export const linkRowsPiece: CrewJob = (index, { numbers, kernels, cancelled }) => {
  const [slots, ...rest] = numbers.subarray(0, 9);
  const { linkRow } = kernels('branches');
  const end = Math.min(slots!, (index + 1) * linkedRows);
  for (let slot = index * linkedRows; slot < end; slot += 1)
    for (let from = 0; from < slot; from += linkedAtOnce) {
      if (cancelled()) return;
      linkRow!(...rest, slot, from, Math.min(slot, from + linkedAtOnce));
    }
};
