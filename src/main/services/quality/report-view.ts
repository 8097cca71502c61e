import type { FindingRowsPage, lastReportSchema } from '../../../shared/model/quality.ts';
import { lastReport, rowsOfFinding } from '../../store/repositories/quality-report.ts';
import { quoteName } from '../../store/repositories/source-rows.ts';
import { listSources } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { stateOf } from '../state.ts';
import { tellingColumns } from './read-examples.ts';

/** Changes when tables are looked through in another way, so that an older report is not taken for one of today. */
const version = 1;

/** What a report depends on. */
export const reportState = (db: Sqlite): string => JSON.stringify({ version, of: stateOf(db) });

/** The last report, and whether it is still of the project as it stands. */
export const lastReportView = (db: Sqlite): ReturnType<typeof lastReportSchema.parse> | null => {
  const last = lastReport(db);
  return last === null ? null : { report: last.report, current: last.state === reportState(db) };
};

/** Columns shown beside the one that a finding is about. */
const mostColumns = 12;

/** Rows of a finding as they stand now; those of a source that is gone are no rows. O(rows asked for). */
export const findingRowsPage = (
  db: Sqlite,
  { finding, offset, limit }: { readonly finding: string; readonly offset: number; readonly limit: number },
): FindingRowsPage => {
  const kept = rowsOfFinding(db, finding);
  const source = kept === null ? undefined : listSources(db).find(({ id }) => id === kept.sourceId);
  if (kept === null || source === undefined) return { total: 0, columns: [], marked: null, rows: [] };
  const shown = tellingColumns(source, kept.column, mostColumns);
  const read = db.prepareRaw<(string | number | null)[]>(
    `SELECT ${shown.map((at) => quoteName(source.sqlColumns[at]!)).join(', ')} FROM ${quoteName(source.table)} WHERE _row = ?`,
  );
  const originals = db.prepareRaw<[number, string]>(
    'SELECT "column", text FROM source_original WHERE source_id = ? AND row = ?',
  );
  return {
    total: kept.rows.length,
    columns: shown.map((at) => {
      const { name, type, role } = source.columns[at]!;
      return { name, type, role };
    }),
    marked: kept.column === null ? null : shown.indexOf(kept.column),
    rows: [...kept.rows.subarray(offset, offset + limit)].map((row) => {
      const cells = read.get(row)?.slice() ?? shown.map(() => null);
      for (const [column, text] of originals.all(source.id, row)) {
        const at = shown.indexOf(column);
        if (at >= 0) cells[at] ??= text;
      }
      return { row, cells };
    }),
  };
};
