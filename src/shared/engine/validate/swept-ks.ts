import type { Matrix } from '../matrix.ts';
import { countDifferentRows } from '../rows.ts';
import { sweep } from './choose-k.ts';

/** The numbers of parts that are tried: 2 to 12, as far as there are different rows; 1 where all are alike. */
export const sweptKs = (matrix: Matrix): number[] => {
  const most = Math.min(sweep.to, matrix.rows - 1, countDifferentRows(matrix, sweep.to));
  return most < sweep.from ? [1] : Array.from({ length: most - sweep.from + 1 }, (_, i) => sweep.from + i);
};
