import type { CrewJob } from '../kernels/machine.ts';
import { pairOf } from '../kernels/tournament.ts';

/**
 * One tile of the distances between all rows. Numbers: blocks, round (−1: each block with itself), then what `sumTile`
 * in `assembly/silhouette.ts` takes up to its two blocks.
 */
export const silhouettePiece: CrewJob = (index, { numbers, kernels }) => {
  const [blocks, round, ...rest] = numbers.subarray(0, 12);
  const [first, second] = round! < 0 ? [index, index] : pairOf(blocks!, round!, index);
  kernels('silhouette').sumTile!(...rest, first, second);
};
