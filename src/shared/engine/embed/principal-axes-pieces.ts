import type { CrewJob, JobPlace } from '../kernels/machine.ts';
import { giveBack, takeSlot } from '../kernels/slots.ts';
import { viewsOf } from '../kernels/views.ts';

/** What the jobs are told, in this order: where things lie in kernel memory, and the shape of the work. */
export interface PieceNumbers {
  /** The first piece of this run. */
  readonly first: number;
  /** Where the matrix begins in the shared buffer. */
  readonly from: number;
  readonly rows: number;
  readonly columns: number;
  readonly pieceRows: number;
  /** i32, one a slot: 1 while a thread works in it. */
  readonly taken: number;
  readonly slots: number;
  /** A slot's columns of rows at hand: the first slot's, rows of a column, doubles from a column to the next. */
  readonly tiles: number;
  readonly tileRows: number;
  readonly step: number;
  /** Columns of a tile: those of the matrix and columns of 0 to make up fours. */
  readonly width: number;
  /** What is taken from each column: a shift, or the means. */
  readonly centers: number;
  /** Of the products: each piece's sums, `width` doubles. Of the projection: two weights a column. */
  readonly weightsOrSums: number;
  /** Of the products: each piece's, `width` × `width`. Of the projection: the results, an axis after another. */
  readonly out: number;
}

const names = [
  ...(['first', 'from', 'rows', 'columns', 'pieceRows', 'taken', 'slots', 'tiles', 'tileRows', 'step'] as const),
  ...(['width', 'centers', 'weightsOrSums', 'out'] as const),
] satisfies (keyof PieceNumbers)[];

export const numbersOf = (piece: PieceNumbers): number[] => names.map((name) => piece[name]);

/** Goes through the rows of a piece, a tile of copied columns after another. */
const overTiles = (
  index: number,
  { memory, numbers, shared, copy, cancelled }: JobPlace,
  use: (piece: PieceNumbers, number: number, tile: number, start: number, count: number) => void,
): void => {
  const piece = Object.fromEntries(names.map((name, i) => [name, numbers[i]])) as unknown as PieceNumbers;
  const { from, rows, columns, pieceRows, tileRows, step } = piece;
  const number = piece.first + index;
  const end = Math.min(rows, (number + 1) * pieceRows);
  const slot = takeSlot(memory.buffer, piece.taken, piece.slots);
  try {
    const tile = piece.tiles + slot * step * piece.width * 8;
    for (let start = number * pieceRows; start < end && !cancelled(); start += tileRows) {
      const count = Math.min(tileRows, end - start);
      for (let j = 0; j < columns; j += 1) {
        const column = from + (j * rows + start) * 8;
        copy(memory.buffer, tile + j * step * 8, shared!, column, column + count * 8);
      }
      use(piece, number, tile, start, count);
    }
  } finally {
    giveBack(memory.buffer, piece.taken, slot);
  }
};

/** Sums and products of the columns of a piece of the rows, less the shift. Numbers: as `numbersOf` gives them. */
export const productsPiece: CrewJob = (index, place) => {
  const { addProducts } = place.kernels('pca');
  const { doubles } = viewsOf(place.memory.buffer);
  overTiles(index, place, ({ columns, width, step, centers, weightsOrSums, out }, number, tile, _, count) => {
    const odd = count % 2;
    // The kernel takes two rows at a time: one more that adds nothing.
    if (odd === 1)
      for (let j = 0; j < columns; j += 1) doubles[tile / 8 + j * step + count] = doubles[centers / 8 + j]!;
    const sums = weightsOrSums + number * width * 8;
    addProducts!(tile, count + odd, width, step * 8, centers, sums, out + number * width * width * 8);
  });
};

/** Where the rows of a piece stand along two axes. Numbers: as `numbersOf` gives them. */
export const projectPiece: CrewJob = (index, place) => {
  const { project } = place.kernels('pca');
  overTiles(index, place, ({ rows, columns, step, centers, weightsOrSums, out }, _, tile, start, count) => {
    project!(tile, count, columns, step * 8, centers, weightsOrSums, out + start * 8, (rows + spareRows) * 8);
  });
};

/** The kernel writes rows by fours: places beyond the last one. */
export const spareRows = 4;
