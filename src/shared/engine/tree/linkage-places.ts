import type { Matrix } from '../matrix.ts';
import type { MatrixLinkage } from './linkage-share.ts';

/** Rows of a block: those of two blocks of a dozen columns stay in a core's nearest cache. */
export const blockRows = 256;

/** The points block after block, each column-major, the last filled up. */
export const placeByBlocks = ({ rows, columns, data }: Matrix, to: Float64Array): void => {
  for (let row = 0; row < rows; row += 1) {
    const inBlock = row % blockRows;
    const start = (row - inBlock) * columns + inBlock;
    for (let j = 0; j < columns; j += 1) to[start + j * blockRows] = data[j * rows + row]!;
  }
};

/** The linkage's number in `assembly/branches.ts`. */
export const kindOf = (linkage: MatrixLinkage): number => ({ average: 0, complete: 1, weighted: 2 })[linkage];
