import type { ReactNode } from 'react';
import type { Cell } from '../../shared/table/csv-line.ts';

export interface TableColumn<Row> {
  readonly id: string;
  readonly header: string;
  readonly width: number;
  readonly numeric?: boolean;
  readonly sortable?: boolean;
  readonly cell: (row: Row) => ReactNode;
  /** For files and the clipboard: the number itself; what the cell says where it is left out. */
  readonly value?: (row: Row) => Cell;
}
export interface TableSort {
  readonly by: string;
  readonly descending: boolean;
}
