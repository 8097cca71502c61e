import type { CrewJob } from '../kernels/machine.ts';

/** Bytes that a piece finds: how far, and which slot. */
export const approachedBytes = 16;

/**
 * The tree's newest row as far as some slots are concerned. Numbers: slots, slots of a piece, where to put what is
 * found, then as `approach` in `assembly/single.ts` takes them.
 */
export const approachPiece: CrewJob = (index, { numbers, kernels }) => {
  const [slots, length, out, ...rest] = numbers.subarray(0, 15);
  const from = index * length!;
  kernels('single').approach!(...rest, from, Math.min(slots!, from + length!), out! + index * approachedBytes);
};
