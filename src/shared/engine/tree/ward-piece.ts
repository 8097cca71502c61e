import type { CrewJob } from '../kernels/machine.ts';

/** Branches of a piece. */
export const wardPieceBranches = 64;

/** Numbers: pointer to the plan, pointer to the list of branches, its length, pointer to scratch, bytes of scratch a piece. */
export const wardPiece: CrewJob = (index, { numbers, kernels }) => {
  const [plan, list, count, scratch, size] = numbers as unknown as number[];
  const from = index * wardPieceBranches;
  const to = Math.min(count!, from + wardPieceBranches);
  kernels('ward').nearest!(plan!, list!, from, to, scratch! + index * size!);
};

/** Rows of a piece. */
export const wardAssignRows = 256;

/**
 * Numbers: pointer to the plan, pointer to a block of columns, its rows, scale, first of the centres for visitors,
 * pointer to scratch, bytes of scratch a piece, pointer to the labels.
 */
export const wardAssignPiece: CrewJob = (index, { numbers, kernels }) => {
  const [plan, block, rows, scale, visitors, scratch, size, labels] = numbers as unknown as number[];
  const from = index * wardAssignRows;
  const to = Math.min(rows!, from + wardAssignRows);
  const own = scratch! + index * size!;
  kernels('ward').assign!(plan!, block!, rows!, from, to, scale!, visitors! + index, own, labels!);
};
