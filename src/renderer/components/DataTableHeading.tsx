import { IconArrowDown, IconArrowUp } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import classes from './DataTable.module.css';
import type { TableColumn, TableSort } from './table-column.ts';

interface DataTableHeadingProps<Row> {
  readonly column: TableColumn<Row>;
  readonly sort: TableSort | null;
  readonly onSort: ((sort: TableSort) => void) | undefined;
  readonly tool?: ReactNode;
}

/** A column’s heading; a click sorts, numbers from the greatest, and a second click turns the order round. */
export const DataTableHeading = <Row,>({ column, sort, onSort, tool }: DataTableHeadingProps<Row>) => {
  const by = sort?.by === column.id ? sort : null;
  const Arrow = by?.descending ? IconArrowDown : IconArrowUp;
  const sortable = column.sortable === true && onSort !== undefined;
  // Figures are shorter than what they are called: a heading of several words has two lines.
  const words = column.numeric === true && column.header.includes(' ') ? classes.twoLines : classes.ellipsis;
  return (
    <th
      scope="col"
      className={classes.headCell}
      data-numeric={column.numeric}
      aria-sort={!sortable ? undefined : by === null ? 'none' : by.descending ? 'descending' : 'ascending'}
    >
      {sortable ? (
        <button
          type="button"
          className={classes.sorter}
          onClick={() => onSort({ by: column.id, descending: by ? !by.descending : column.numeric === true })}
        >
          <span className={words}>{column.header}</span>
          {by && <Arrow size={14} aria-hidden />}
        </button>
      ) : (
        <span className={words} title={column.header}>
          {column.header}
        </span>
      )}
      {tool}
    </th>
  );
};
