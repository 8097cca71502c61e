import { isValidElement, type ReactNode } from 'react';
import type { Cell } from '../../shared/table/csv-line.ts';
import type { PlainTable } from '../../shared/table/table-text.ts';
import type { TableColumn } from './table-column.ts';

/** What is written in a cell, where only its look is known. */
const textOf = (shown: ReactNode): string => {
  if (typeof shown === 'string' || typeof shown === 'number') return String(shown);
  if (Array.isArray(shown)) return shown.map(textOf).join('');
  return isValidElement<{ children?: ReactNode }>(shown) ? textOf(shown.props.children) : '';
};

const cellOf = <Row>(column: TableColumn<Row>, row: Row): Cell => {
  if (column.value !== undefined) return column.value(row);
  const text = textOf(column.cell(row));
  return text === '' ? null : text;
};

/** Rows of a table as they go onto the clipboard and into files. */
export const cellsOf = <Row>(columns: readonly TableColumn<Row>[], rows: readonly Row[]): PlainTable => ({
  header: columns.map(({ header }) => header),
  rows: rows.map((row) => columns.map((column) => cellOf(column, row))),
});
