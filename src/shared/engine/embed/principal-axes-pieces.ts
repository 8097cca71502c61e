import type { CrewJob } from '../kernels/machine.ts';

/**
 * Products of a piece of the rows at hand, added to the piece's own sums. Numbers: rows of a piece, rows at hand, then
 * pointer to the points, columns, rows between columns, pointers to the shift, the sums and the products.
 */
export const productsPiece: CrewJob = (index, { numbers, kernels }) => {
  const [pieceRows, rows, points, columns, step, shift, sums, products] = numbers as unknown as number[];
  const from = index * pieceRows!;
  kernels('pca').addProducts!(
    ...[points! + from * 8, Math.min(pieceRows!, rows! - from), columns!, step! * 8, shift!],
    ...[sums! + index * columns! * 8, products! + index * columns! * columns! * 8],
  );
};

/**
 * Where a piece of the rows at hand stands along two axes. Numbers: rows of a piece, rows at hand, then pointer to the
 * points, columns, rows between columns, pointers to the means, the weights and the results.
 */
export const projectPiece: CrewJob = (index, { numbers, kernels }) => {
  const [pieceRows, rows, points, columns, step, means, weights, out] = numbers as unknown as number[];
  const from = index * pieceRows!;
  kernels('pca').project!(
    ...[points! + from * 8, Math.min(pieceRows!, rows! - from), columns!, step! * 8, means!, weights!],
    ...[out! + from * 8, step! * 8],
  );
};
