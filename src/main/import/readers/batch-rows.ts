import type { RawBatch } from '../raw-table.ts';

/** Enough to be quick, few enough that a batch takes a millisecond and dies young; wide tables are cut by cells. */
const batchRows = 1024;
const batchCells = 64 * 1024;

/** Gathers rows into batches. */
interface RowGatherer {
  add(rowNumber: number, cells: readonly string[]): void;
  isFull(): boolean;
  /** The rows gathered; starts anew. */
  take(): RawBatch;
  readonly size: number;
}

/** @param width columns of the header; empty cells beyond it are no cells */
export const createRowGatherer = (width: number): RowGatherer => {
  const limit = Math.max(1, Math.min(batchRows, Math.floor(batchCells / Math.max(1, width))));
  let rowNumbers: number[] = [];
  let rows: (readonly string[])[] = [];
  return {
    get size() {
      return rows.length;
    },
    add: (rowNumber, cells) => {
      let length = cells.length;
      while (length > width && cells[length - 1]!.trim() === '') length--;
      rowNumbers.push(rowNumber);
      rows.push(length === cells.length ? cells : cells.slice(0, length));
    },
    isFull: () => rows.length >= limit,
    take: () => {
      const batch = { rowNumbers, rows };
      rowNumbers = [];
      rows = [];
      return batch;
    },
  };
};
