import type { CrewJob } from '../kernels/machine.ts';

/** Rows of a piece. */
export const assignPieceRows = 4096;

/**
 * Numbers: pointer to the values (column-major, categories last), rows, columns, kinds, pointer to the prototypes, k, gamma,
 * pointers to the labels and to the distances.
 */
export const assignPiece: CrewJob = (index, { numbers, kernels }) => {
  const [values, rows, columns, kinds, prototypes, k, gamma, labels, distances] = numbers as unknown as number[];
  const from = index * assignPieceRows;
  const to = Math.min(rows!, from + assignPieceRows);
  kernels('prototypes').assignRows!(
    ...[values!, rows!, columns!, kinds!, prototypes!, k!, gamma!, from, to, labels!, distances!],
  );
};
