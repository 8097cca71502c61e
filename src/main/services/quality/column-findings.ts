import { message } from '../../../shared/model/message.ts';
import { replacedBit } from '../../../shared/model/source.ts';
import { quoteName, rowSpans } from '../../store/repositories/source-rows.ts';
import type { StoredSource } from '../../store/repositories/sources.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';
import { byShare } from './candidate.ts';
import { type ColumnProfile, isDateColumn, isNumberColumn, type SourceProfile } from './profile-source.ts';
import { mostRows, type RowFinding } from './row-finding.ts';

/** Fewer rows than this say nothing about a constant. */
const fewest = 20;

/** Cells that are empty; those that only do not fit the column's type are not. */
const missingOf = ({ nulls, column }: ColumnProfile): number => Math.max(nulls - column.odd, column.missing);

/** Columns whose gaps are felt: those with a role, and the facts of a customer table. */
const matters = ({ source }: SourceProfile, { column }: ColumnProfile): boolean =>
  column.role !== 'none' || (source.kind === 'customers' && (isNumberColumn(column) || isDateColumn(column)));

const emptyRows = async (
  db: Sqlite,
  { source }: SourceProfile,
  { at, sql }: ColumnProfile,
  job: Pick<JobContext, 'signal'>,
): Promise<number[]> => {
  const odd = new Set(oddRows(db, source, at));
  const read = db.preparePluck<number>(
    `SELECT _row FROM ${quoteName(source.table)} WHERE _row BETWEEN ? AND ? AND ${quoteName(sql)} IS NULL AND _aside & ${replacedBit} = 0 ORDER BY _row`,
  );
  const found: number[] = [];
  for (const { from, to } of rowSpans(db, source.table, 20_000)) {
    if (found.length >= mostRows) break;
    for (const row of read.all(from, to)) if (!odd.has(row)) found.push(row);
    await breathe(job);
  }
  return found.slice(0, mostRows);
};

/** Rows whose cell did not fit and is kept as it was written. */
const oddRows = (db: Sqlite, source: StoredSource, at: number): number[] =>
  db
    .preparePluck<number>(
      `SELECT o.row FROM source_original o JOIN ${quoteName(source.table)} t ON t._row = o.row
       WHERE o.source_id = ? AND o."column" = ? AND t.${quoteName(source.sqlColumns[at]!)} IS NULL ORDER BY o.row LIMIT ?`,
    )
    .all(source.id, at, mostRows);

/** What a column as a whole shows: gaps, cells of another type, one value throughout. */
export const columnFindings = async (
  db: Sqlite,
  profile: SourceProfile,
  job: Pick<JobContext, 'signal'>,
): Promise<RowFinding[]> => {
  const { rows } = profile.source;
  const found: RowFinding[] = [];
  for (const of of profile.columns) {
    const { column, at, nulls } = of;
    const base = { at, micros: 0 };
    if (rows === 0) continue;
    if (nulls === rows && column.odd === 0) {
      found.push({
        ...base,
        kind: 'empty',
        severity: 'info',
        rows,
        found: [],
        message: message('quality.empty', { column: column.name, rows }),
      });
      continue;
    }
    const missing = missingOf(of);
    if (missing > 0 && matters(profile, of)) {
      const share = missing / rows;
      found.push({
        ...base,
        kind: 'missing',
        severity: byShare(0.05, 0.3)(share),
        rows: missing,
        found: await emptyRows(db, profile, of, job),
        message: message('quality.missing', { column: column.name, rows: missing, share }),
      });
    }
    if (column.odd > 0)
      found.push({
        ...base,
        kind: 'odd',
        severity: byShare(0.01)(column.odd / rows),
        rows: column.odd,
        found: oddRows(db, profile.source, at),
        message: message('quality.odd', { column: column.name, rows: column.odd }),
      });
    if (of.constant && rows >= fewest && nulls === 0)
      found.push({
        ...base,
        kind: 'constant',
        severity: 'info',
        rows,
        found: [],
        message: message('quality.constant', { column: column.name, value: of.first, rows }),
      });
  }
  return found;
};

/** Filled cells among those that matter. */
export const filledCells = (profile: SourceProfile): { filled: number; cells: number } => {
  const columns = profile.columns.filter((of) => matters(profile, of));
  const cells = columns.length * profile.source.rows;
  return { cells, filled: cells - columns.reduce((sum, of) => sum + missingOf(of), 0) };
};
