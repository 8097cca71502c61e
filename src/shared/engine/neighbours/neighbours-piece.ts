import type { CrewJob } from '../kernels/machine.ts';

/** Blocks of 32 rows in one piece. */
export const blocksInPiece = 4;

/** Numbers: points, low, high, rows, columns, k, blocks, distances, neighbours (all but the counts are pointers). */
export const neighboursPiece: CrewJob = (index, { numbers, kernels, cancelled }) => {
  const [points, low, high, rows, columns, k, blocks, distances, neighbours] = [...numbers] as [
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
    number,
  ];
  const { neighboursOfBlock } = kernels('neighbours');
  const last = Math.min(blocks, (index + 1) * blocksInPiece);
  for (let block = index * blocksInPiece; block < last && !cancelled(); block += 1)
    neighboursOfBlock!(points, low, high, rows, columns, k, block, distances, neighbours);
};
