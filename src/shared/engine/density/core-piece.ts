import type { CrewJob } from '../kernels/machine.ts';

/**
 * Core distances of the blocks from `index` on, `pieces` apart. Numbers: pointers to points, low and high corners; rows,
 * columns, blocks, k; pointer to the scratch, bytes of it a piece, pointer to the cores, pieces.
 */
export const corePiece: CrewJob = (index, { numbers, kernels, cancelled }) => {
  const [points, low, high, rows, columns, blocks, k] = numbers as unknown as number[];
  const [scratch, scratchBytes, core, pieces] = numbers.subarray(7) as unknown as number[];
  const { coreOfBlock } = kernels('density');
  const own = scratch! + index * scratchBytes!;
  for (let block = index; block < blocks! && !cancelled(); block += pieces!)
    coreOfBlock!(points!, low!, high!, rows!, columns!, blocks!, k!, block, own, core!);
};
