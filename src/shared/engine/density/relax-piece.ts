import type { CrewJob } from '../kernels/machine.ts';

/** Bytes that each piece leaves: on cache lines of their own. */
export const relaxOutBytes = 64;

/**
 * One step of Prim's algorithm over one part of the groups. Numbers: pointers to points and boxes; columns, blocks;
 * pointers to the state and the screen, one by its unit, pointer to the rows of the places; the place that joined, its core; groups, groups a piece; pointers
 * to the scratch and to what the pieces leave.
 */
export const relaxPiece: CrewJob = (index, { numbers, kernels }) => {
  const [points, boxes, columns, blocks, state, screen, perUnit, rowOf] = numbers as unknown as number[];
  const [place, core, groups, pieceGroups, scratch, outs] = numbers.subarray(8) as unknown as number[];
  const first = index * pieceGroups!;
  const last = Math.min(groups!, first + pieceGroups!);
  kernels('spanning').relaxGroups!(
    ...[points!, boxes!, columns!, blocks!, state!, screen!, perUnit!, rowOf!, place!, core!],
    ...[first, last, scratch! + index * 256, outs! + index * relaxOutBytes],
  );
};
