import type { CrewJob } from '../kernels/machine.ts';

/** Rows of a piece. */
export const silhouettePieceRows = 64;

/** Numbers: pointer to the points (column-major), rows, columns, pointer to the groups' starts, groups, pointer to the sums. */
export const silhouettePiece: CrewJob = (index, { memory: _, numbers, kernels }) => {
  const [points, rows, columns, starts, groups, sums] = numbers as unknown as number[];
  const from = index * silhouettePieceRows;
  const to = Math.min(rows!, from + silhouettePieceRows);
  kernels('silhouette').distanceSums!(points!, rows!, columns!, starts!, groups!, from, to, sums!);
};
