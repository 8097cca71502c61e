import { type Progress, silent, throwIfCancelled, throwIfCancelledAt } from '../progress.ts';
import type { RankCodes } from './rank-codes.ts';

/** Customers who lack the very same columns. */
export interface MissingPattern {
  /** Of the columns given, ascending; empty for those who lack none. */
  readonly columns: readonly number[];
  readonly rows: number;
}

const most = 20;
/** As many as a number holds bits exactly. */
const wordBits = 26;

/** The most frequent combinations of missing values, the most rows first. O(n × columns that lack any). @throws AppError `cancelled` */
export const missingPatterns = (columns: readonly RankCodes[], progress: Progress = silent): MissingPattern[] => {
  const lacking = columns.flatMap(({ missing }, i) => (missing > 0 ? [i] : []));
  const rows = columns[0]?.codes.length ?? 0;
  const words = Math.max(1, Math.ceil(lacking.length / wordBits));
  const masks = Array.from({ length: words }, () => new Uint32Array(rows));
  lacking.forEach((column, bit) => {
    throwIfCancelled(progress);
    const { codes } = columns[column]!;
    const mask = masks[Math.floor(bit / wordBits)]!;
    const value = 1 << (bit % wordBits);
    for (let row = 0; row < rows; row += 1) if (codes[row]! < 0) mask[row]! |= value;
  });
  const counts = new Map<number | string, { rows: number; first: number }>();
  for (let row = 0; row < rows; row += 1) {
    throwIfCancelledAt(row, progress);
    const key =
      words === 1
        ? masks[0]![row]!
        : words === 2
          ? masks[0]![row]! + masks[1]![row]! * 2 ** wordBits
          : masks.map((mask) => mask[row]!).join(' ');
    const known = counts.get(key);
    if (known === undefined) counts.set(key, { rows: 1, first: row });
    else known.rows += 1;
  }
  return [...counts.values()]
    .sort((a, b) => b.rows - a.rows || a.first - b.first)
    .slice(0, most)
    .map(({ rows: count, first }) => ({
      columns: lacking.filter((column) => columns[column]!.codes[first]! < 0),
      rows: count,
    }));
};
