import { AppError } from '../../../shared/errors.ts';
import type { JoinReport, JoinSideName, lastJoinsSchema, UnmatchedRows } from '../../../shared/model/join.ts';
import { joinChoices, lastJoinReport, unmatchedOf } from '../../store/repositories/joins.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import { listSources } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { Answer } from '../answer.ts';
import { tellingColumns } from '../quality/read-examples.ts';
import { matchColumns } from '../recipes/match-columns.ts';
import type { ReaderServices } from '../services.ts';
import { joinState } from './find-joins.ts';

/** A report with what people said since: what is on, and without joins of one's own that were taken back. */
export const withChoices = (db: Sqlite, report: JoinReport): JoinReport => {
  const choices = joinChoices(db);
  return {
    ...report,
    joins: report.joins.flatMap((join) => {
      const choice = choices.get(join.id);
      if (join.origin === 'own' && choice?.own !== true) return [];
      return [choice === undefined ? join : { ...join, on: choice.on }];
    }),
  };
};

/** The last report as it stands now; null where none was made. */
export const lastJoinsView = (db: Sqlite): ReturnType<typeof lastJoinsSchema.parse> | null => {
  const last = lastJoinReport(db);
  return last === null ? null : { ...withChoices(db, last.report), current: last.state === joinState(db) };
};

/** Columns shown beside the one that joins. */
const mostColumns = 12;

/** A page of rows that found nothing, as they stand now. O(rows asked for). */
const unmatchedPage = (
  db: Sqlite,
  { id, side, offset, limit }: { id: string; side: JoinSideName; offset: number; limit: number },
): UnmatchedRows => {
  const join = lastJoinReport(db)?.report.joins.find((one) => one.id === id);
  if (join === undefined) throw new AppError('notFound', { what: 'join', id });
  const { sourceId, column, unmatched } = join[side];
  const sources = listSources(db);
  const first = sources.find((source) => source.id === sourceId);
  const bySource = unmatchedOf(db, id, side);
  const listed = [...bySource.values()].reduce((sum, rows) => sum + rows.length, 0);
  if (first === undefined) return { total: 0, listed: 0, columns: [], marked: null, rows: [] };
  const names = first.columns.map(({ name }) => name);
  const [joined = -1] = matchColumns([column], names);
  const shown = tellingColumns(first, joined < 0 ? null : joined, mostColumns);
  const rows: UnmatchedRows['rows'] = [];
  let before = 0;
  for (const [own, numbers] of bySource) {
    const start = Math.max(0, offset - before);
    const page = numbers.subarray(start, Math.max(start, Math.min(numbers.length, offset + limit - before)));
    before += numbers.length;
    const source = sources.find((one) => one.id === own);
    if (page.length === 0 || source === undefined) continue;
    const places = matchColumns(
      shown.map((at) => names[at]!),
      source.columns.map(({ name }) => name),
    );
    const selected = places.map((place) => (place < 0 ? 'NULL' : quoteName(source.sqlColumns[place]!)));
    const read = db.prepareRaw<(string | number | null)[]>(
      `SELECT ${selected.join(', ')} FROM ${quoteName(source.table)} WHERE _row = ?`,
    );
    const originals = db.prepareRaw<[number, string]>(
      'SELECT "column", text FROM source_original WHERE source_id = ? AND row = ?',
    );
    for (const row of page) {
      const cells = read.get(row)?.slice() ?? places.map(() => null);
      for (const [place, text] of originals.all(source.id, row)) {
        const at = places.indexOf(place);
        if (at >= 0) cells[at] ??= text;
      }
      rows.push({ sourceId: source.id, file: source.file, row, cells });
    }
  }
  return {
    total: unmatched,
    listed,
    columns: shown.map((at) => {
      const { name, type, role } = first.columns[at]!;
      return { name, type, role };
    }),
    marked: joined < 0 ? null : shown.indexOf(joined),
    rows,
  };
};

export const createJoinQueries = (answer: Answer): ReaderServices['joins'] => ({
  list: () => answer(lastJoinsView),
  unmatched: (input) => answer((db) => unmatchedPage(db, input)),
});
