import { message } from '../../../shared/model/message.ts';
import { quoteName, rowSpans } from '../../store/repositories/source-rows.ts';
import type { Sqlite } from '../../store/sqlite.ts';
import { byShare } from './candidate.ts';
import type { RowFinding } from './key-findings.ts';
import { type ColumnProfile, isDateColumn, isNumberColumn, type SourceProfile } from './profile-source.ts';

/** Fewer rows than this say nothing about a constant. */
const fewest = 20;
const mostExamples = 5;

/** Cells that are empty; those that only do not fit the column's type are not. */
const missingOf = ({ nulls, column }: ColumnProfile): number => Math.max(nulls - column.odd, column.missing);

/** Columns whose gaps are felt: those with a role, and the facts of a customer table. */
const matters = ({ source }: SourceProfile, { column }: ColumnProfile): boolean =>
  column.role !== 'none' || (source.kind === 'customers' && (isNumberColumn(column) || isDateColumn(column)));

const emptyRows = (db: Sqlite, { source }: SourceProfile, { sql }: ColumnProfile): number[] => {
  const read = db.prepareRaw<[number]>(
    `SELECT _row FROM ${quoteName(source.table)} WHERE _row BETWEEN ? AND ? AND ${quoteName(sql)} IS NULL ORDER BY _row LIMIT ?`,
  );
  const found: number[] = [];
  for (const { from, to } of rowSpans(db, source.table, 20_000)) {
    if (found.length >= mostExamples) break;
    found.push(...read.all(from, to, mostExamples - found.length).map(([row]) => row));
  }
  return found;
};

const oddRows = (db: Sqlite, { source }: SourceProfile, { at, sql }: ColumnProfile): number[] =>
  db
    .prepareRaw<[number]>(
      `SELECT o.row FROM source_original o JOIN ${quoteName(source.table)} t ON t._row = o.row
       WHERE o.source_id = ? AND o."column" = ? AND t.${quoteName(sql)} IS NULL ORDER BY o.row LIMIT ?`,
    )
    .all(source.id, at, mostExamples)
    .map(([row]) => row);

/** What a column as a whole shows: gaps, cells of another type, one value throughout. */
export const columnFindings = (db: Sqlite, profile: SourceProfile): RowFinding[] => {
  const { rows } = profile.source;
  return profile.columns.flatMap((of): RowFinding[] => {
    const { column, at, nulls } = of;
    const base = { at, micros: 0 };
    if (rows === 0) return [];
    if (nulls === rows && column.odd === 0)
      return [
        {
          ...base,
          kind: 'empty',
          severity: 'info',
          rows,
          examples: [],
          message: message('quality.empty', { column: column.name, rows }),
        },
      ];
    const found: RowFinding[] = [];
    const missing = missingOf(of);
    if (missing > 0 && matters(profile, of)) {
      const share = missing / rows;
      found.push({
        ...base,
        kind: 'missing',
        severity: byShare(0.05, 0.3)(share),
        rows: missing,
        examples: emptyRows(db, profile, of),
        message: message('quality.missing', { column: column.name, rows: missing, share }),
      });
    }
    if (column.odd > 0)
      found.push({
        ...base,
        kind: 'odd',
        severity: byShare(0.01)(column.odd / rows),
        rows: column.odd,
        examples: oddRows(db, profile, of),
        message: message('quality.odd', { column: column.name, rows: column.odd }),
      });
    if (of.constant && rows >= fewest && nulls === 0)
      found.push({
        ...base,
        kind: 'constant',
        severity: 'info',
        rows,
        examples: [],
        message: message('quality.constant', { column: column.name, value: of.first, rows }),
      });
    return found;
  });
};

/** Filled cells among those that matter. */
export const filledCells = (profile: SourceProfile): { filled: number; cells: number } => {
  const columns = profile.columns.filter((of) => matters(profile, of));
  const cells = columns.length * profile.source.rows;
  return { cells, filled: cells - columns.reduce((sum, of) => sum + missingOf(of), 0) };
};
