import { AppError } from '../../../shared/errors.ts';
import { mostColumns } from '../../../shared/model/source.ts';
import { detached } from '../detached.ts';
import type { RawTable } from '../raw-table.ts';
import { createOutsideCheck, type OutsideKind } from '../readers/outside-rows.ts';
import type { ReadOptions } from '../types.ts';
import { type ColumnEvidence, type ColumnEvidenceBuilder, createColumnEvidence } from '../typing/column-evidence.ts';
import { rowsInSlices } from './rows-in-slices.ts';

/** Rows shown as they are written. */
const sampleRows = 20;

interface UnevenRows {
  readonly count: number;
  /** Number of the first in the file; 0 where there are none. */
  readonly first: number;
}

/** What one reading of all rows of a table says, before anybody asks what they mean. */
export interface TableSurvey {
  readonly table: RawTable;
  readonly rows: number;
  /** The header, and a `Column N` for every cell that stands beyond it in some row. */
  readonly names: readonly string[];
  /** Of these, with a heading of their own. */
  readonly headed: number;
  readonly columns: readonly ColumnEvidence[];
  readonly sample: readonly (readonly string[])[];
  readonly shortRows: UnevenRows;
  readonly longRows: UnevenRows;
  /** Rows that are not of the table; they say nothing about its columns. */
  readonly outside: Readonly<Record<OutsideKind, UnevenRows>>;
}

const namesFor = (header: readonly string[], width: number): string[] => {
  const names = [...header];
  for (let at = header.length; at < width; at += 1) {
    let name = `Column ${at + 1}`;
    for (let n = 2; names.includes(name); n += 1) name = `Column ${at + 1} (${n})`;
    names.push(name);
  }
  return names;
};

/** Columns that have a heading of their own: a reader may have added `Column N` at the end for longer rows. */
const headedColumns = ({ header, headerRow }: RawTable): number =>
  headerRow === 0 ? header.length : header.findLastIndex((name, at) => name !== `Column ${at + 1}`) + 1;

/** @throws AppError `fileTooWide` */
const checkWidth = ({ file }: RawTable, columns: number): void => {
  if (columns > mostColumns) throw new AppError('fileTooWide', { file, columns, limit: mostColumns });
};

/**
 * Reads all rows of a table once and gathers what its columns look like. O(cells); memory for a thousand different
 * values a column, not for rows.
 * @throws AppError `fileTooWide`, `cancelled`, and what reading meets
 */
export const surveyTable = async (table: RawTable, options: ReadOptions): Promise<TableSurvey> => {
  const width = headedColumns(table);
  checkWidth(table, table.header.length);
  const builders: ColumnEvidenceBuilder[] = table.header.map(() => createColumnEvidence());
  const sample: string[][] = [];
  const short = { count: 0, first: 0 };
  const long = { count: 0, first: 0 };
  const none = () => ({ count: 0, first: 0 });
  const outside = { header: none(), totals: none(), note: none() };
  const outsideOf = table.outside ? createOutsideCheck(table.outside) : null;
  let outsideRows = 0;
  let rows = 0;

  const addRow = (cells: readonly string[], rowNumber: number): void => {
    const kind = outsideOf === null ? null : outsideOf(cells);
    if (kind !== null) {
      if (outside[kind].count === 0) outside[kind].first = rowNumber;
      outside[kind].count += 1;
      outsideRows += 1;
    } else if (cells.length !== width) {
      const uneven = cells.length < width ? short : long;
      if (uneven === short || cells.findLastIndex((cell) => cell !== '') >= width) {
        if (uneven.count === 0) uneven.first = rowNumber;
        uneven.count += 1;
      }
    }
    if (cells.length > builders.length) {
      checkWidth(table, cells.length);
      for (let at = builders.length; at < cells.length; at += 1) {
        const builder = createColumnEvidence();
        builder.addEmpty(rows - outsideRows);
        builders.push(builder);
      }
    }
    if (kind === null) for (let at = 0; at < builders.length; at += 1) builders[at]!.add(cells[at] ?? '');
    if (sample.length < sampleRows) sample.push(cells.map(detached));
    rows += 1;
  };

  for await (const batch of rowsInSlices(table, options)) {
    batch.rows.forEach((cells, i) => {
      addRow(cells, batch.rowNumbers[i]!);
    });
  }
  return {
    table,
    rows,
    headed: width,
    names: namesFor(table.header, builders.length),
    columns: builders.map((builder) => builder.finish()),
    sample,
    outside,
    shortRows: short,
    longRows: long,
  };
};
