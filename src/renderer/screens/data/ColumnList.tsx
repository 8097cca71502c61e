import type { RowFilter } from '../../../shared/model/rows.ts';
import type { Source } from '../../../shared/model/source.ts';
import type { CellFilter } from '../../components/row-filters.ts';
import { ColumnItem } from './ColumnItem.tsx';
import classes from './ColumnList.module.css';
import { FilledStrip } from './FilledStrip.tsx';

interface ColumnListProps {
  readonly source: Source;
  /** Everything that rows are shown by. */
  readonly filters: readonly RowFilter[];
  readonly onFilter: (column: string, filter: CellFilter | null) => void;
  readonly onOpen: (column: string) => void;
}

/** What each column is taken for and what stands in it, and how much of them is missing. */
export const ColumnList = ({ source, filters, onFilter, onOpen }: ColumnListProps) => (
  <>
    <FilledStrip source={source} onOpen={onOpen} />
    <ul className={classes.list}>
      {source.columns.map((column) => (
        <ColumnItem
          key={column.name}
          source={source}
          column={column}
          filters={filters}
          filter={filters.find((one) => one.test !== 'aside' && one.column === column.name) as CellFilter | undefined}
          onFilter={(filter) => onFilter(column.name, filter)}
          onOpen={() => onOpen(column.name)}
        />
      ))}
    </ul>
  </>
);
