import type { CrewJob } from '../kernels/machine.ts';
import { giveBack, takeSlot } from '../kernels/slots.ts';
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

/**
 * Distances of some branches to those before them. Numbers: pointer to the places between which the pieces lie, then as
 * `linkRows` in `assembly/links.ts` takes them before its places.
 */
export const linkRowsPiece: CrewJob = (index, { memory, numbers, kernels }) => {
  const [bounds, ...rest] = numbers.subarray(0, 9);
  const [first, end] = new Int32Array(memory.buffer, bounds! + index * 4, 2);
  kernels('links').linkRows!(...rest, first!, end!);
};

/**
 * The nearest to some slots of a list. Numbers: slots in the list, slots of a piece, where to take a place to work in, how
 * many there are, where the first begins and its bytes, then as `nearestBranches` in `assembly/branches.ts` takes them but for
 * the places in the list and, last, where to work.
 */
export const nearestBranchesPiece: CrewJob = (index, { memory, numbers, kernels, cancelled }) => {
  const [length, pieceLength, taken, places, work, workBytes, list, ...rest] = numbers.subarray(0, 25);
  const place = takeSlot(memory.buffer, taken!, places!);
  const { nearestBranches } = kernels('branches');
  const from = index * pieceLength!;
  const to = Math.min(length!, from + pieceLength!);
  for (let at = from; at < to && !cancelled(); at += 1)
    nearestBranches!(list!, at, at + 1, ...rest, work! + place * workBytes!);
  giveBack(memory.buffer, taken!, place);
};
