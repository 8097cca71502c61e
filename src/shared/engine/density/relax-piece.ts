import type { CrewJob } from '../kernels/machine.ts';

/** Numbers that each piece leaves, in bytes: on cache lines of their own. */
export const relaxOutBytes = 64;

/**
 * One step of Prim's algorithm over one part of the blocks. Numbers: pointers to points, low and high corners; columns,
 * blocks; pointers to cores, keys, leasts, mosts, and rows of the places; the place that joined, its core; blocks a
 * piece; pointers to the scratch and to what the pieces leave.
 */
export const relaxPiece: CrewJob = (index, { numbers, kernels }) => {
  const [points, low, high, columns, blocks, cores, keys, leasts] = numbers as unknown as number[];
  const [mosts, rowOf, place, core, pieceBlocks, scratch, outs] = numbers.subarray(8) as unknown as number[];
  const first = index * pieceBlocks!;
  const last = Math.min(blocks!, first + pieceBlocks!);
  kernels('density').relaxBlocks!(
    ...[points!, low!, high!, columns!, blocks!, cores!, keys!, leasts!, mosts!, rowOf!, place!, core!],
    ...[first, last, scratch! + index * 256, outs! + index * relaxOutBytes],
  );
};
