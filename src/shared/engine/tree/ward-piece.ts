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
