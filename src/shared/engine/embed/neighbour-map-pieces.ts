import type { CrewJob } from '../kernels/machine.ts';

/** Rows of a piece; a multiple of four. */
export const mapRows = 512;

/** Numbers: sorted places, order, rows, cells, how many, forces, totals (a sum for each piece). */
export const repelPiece: CrewJob = (index, { memory, numbers, kernels }) => {
  const [sorted, order, rows, cells, count, forces, totals] = numbers as unknown as number[];
  const from = index * mapRows;
  const { repel } = kernels('map');
  const total = repel!(sorted!, order!, rows!, cells!, count!, from, Math.min(rows!, from + mapRows), forces!);
  new Float64Array(memory.buffer, totals!)[index] = total;
};

/** Numbers: places, starts, others, weights, forces, state, next, rows, pull, push, momentum. */
export const attractPiece: CrewJob = (index, { numbers, kernels }) => {
  const [places, starts, others, weights, forces, state, next, rows, pull, push, momentum] =
    numbers as unknown as number[];
  const from = index * mapRows;
  const to = Math.min(rows!, from + mapRows);
  const { attract } = kernels('map');
  attract!(places!, starts!, others!, weights!, forces!, state!, next!, from, to, pull!, push!, momentum!);
};
