import { replacedBit } from '../../../shared/model/source.ts';
import { conditionOf } from '../../store/repositories/corrections.ts';
import { quoteName, rowSpans } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite, SqlValue } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import type { Candidate } from './candidate.ts';
import { mostRows } from './row-finding.ts';

export interface Counted {
  readonly candidate: Candidate;
  rows: number;
  /** On rows that count and would not any more. */
  micros: number;
  /** Their rows, of very many the first. */
  readonly found: number[];
}

const rowsAtOnce = 10_000;

/**
 * Counts the cells that each candidate means, by ranges of rows. O(rows × candidates) inside SQLite.
 * @param mask bits of the rules that are on
 */
export const countCandidates = async (
  db: Sqlite,
  source: StoredSource,
  candidates: readonly Candidate[],
  mask: number,
  job: Pick<JobContext, 'signal'>,
  onProgress: (done: number) => void,
): Promise<Counted[]> => {
  const counted = candidates.map((candidate): Counted => ({ candidate, rows: 0, micros: 0, found: [] }));
  if (candidates.length === 0) return counted;
  const table = quoteName(source.table);
  const statements = counted.map((one) => {
    const { sql, values } = conditionOf(source.sqlColumns[one.candidate.at]!, one.candidate.test);
    const where = `_row BETWEEN ? AND ? AND _aside & ${replacedBit} = 0 AND ${sql}${one.candidate.counted ? ' AND _aside & ? = 0' : ''}`;
    const given: SqlValue[] = one.candidate.counted ? [...values, mask] : values;
    return {
      one,
      given,
      count: db.prepareRaw<[number, number | null]>(
        `SELECT count(*), sum(CASE WHEN _aside & ${mask} = 0 THEN round(_amount * 1e6) END) FROM ${table} WHERE ${where}`,
      ),
      which: db.preparePluck<number>(`SELECT _row FROM ${table} WHERE ${where} ORDER BY _row LIMIT ?`),
    };
  });
  for (const { from, to, done } of rowSpans(db, source.table, rowsAtOnce)) {
    for (const { one, given, count, which } of statements) {
      const [rows, micros] = count.get(from, to, ...given)!;
      if (rows === 0) continue;
      one.rows += rows;
      one.micros += micros ?? 0;
      if (one.found.length < mostRows)
        for (const row of which.all(from, to, ...given, mostRows - one.found.length)) one.found.push(row);
    }
    onProgress(done);
    await breathe(job);
  }
  return counted;
};
