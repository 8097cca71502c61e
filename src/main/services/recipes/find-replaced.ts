import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import type { PlaceSet } from './line-places.ts';
import { type StandingRow, standingRows } from './read-standing.ts';

/** Rows of one source whose place is taken, as pairs of first and last row. */
interface ReplacedRows {
  readonly source: StoredSource;
  readonly ranges: Int32Array;
  readonly rows: number;
}

export interface FoundReplaced {
  readonly of: readonly ReplacedRows[];
  readonly rows: number;
  /** Places of the new file that were taken before. */
  readonly places: number;
  readonly overlap: { readonly from: string; readonly to: string } | null;
}

/**
 * Finds the standing rows whose place a new file takes. Rows next to each other in the table make one range; one that was
 * replaced before ends it, so that undoing takes back no other import's marks. O(standing rows).
 * @param taken places that the new file takes
 * @param known is given those of them that were taken before
 * @param isWhole sources that are replaced to the last row, whatever their rows are
 * @param onRow sees every standing row of sources of that kind, and whether it is replaced
 * @throws AppError `cancelled`
 */
export const findReplaced = async (
  db: Sqlite,
  standing: readonly StoredSource[],
  taken: Pick<PlaceSet, 'has'>,
  known: PlaceSet,
  isWhole: (source: StoredSource) => boolean,
  job: Pick<JobContext, 'signal'>,
  onProgress: (fraction: number) => void,
  onRow: (row: StandingRow, isReplaced: boolean) => void = () => {},
): Promise<FoundReplaced> => {
  const all = standing.reduce((sum, { rows }) => sum + rows, 0);
  const of: ReplacedRows[] = [];
  let overlap: { from: string; to: string } | null = null;
  let before = 0;
  for (const source of standing) {
    const whole = isWhole(source);
    const ranges: number[] = [];
    let count = 0;
    let isOpen = false;
    for (const { rows, done } of standingRows(db, source)) {
      for (const row of rows) {
        if (row.isGone) {
          isOpen = false;
          continue;
        }
        const isTaken = taken.has(row);
        const isReplaced = whole || isTaken;
        onRow(row, isReplaced);
        if (!isReplaced) {
          isOpen = false;
          continue;
        }
        if (isTaken) known.add(row);
        count += 1;
        if (isOpen) ranges[ranges.length - 1] = row.row;
        else ranges.push(row.row, row.row);
        isOpen = true;
        const { day } = row;
        if (day === null) continue;
        if (overlap === null) overlap = { from: day, to: day };
        else if (day < overlap.from) overlap.from = day;
        else if (day > overlap.to) overlap.to = day;
      }
      onProgress((before + done * source.rows) / Math.max(1, all));
      await breathe(job);
    }
    before += source.rows;
    if (count > 0) of.push({ source, ranges: Int32Array.from(ranges), rows: count });
  }
  return { of, rows: of.reduce((sum, { rows }) => sum + rows, 0), places: known.size, overlap };
};
