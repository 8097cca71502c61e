import type { Column } from '../../shared/model/column.ts';
import { isYearColumn } from '../client/feature-text.ts';
import { format, t } from '../client/words.ts';
import classes from './marked-columns.module.css';
import type { TableColumn } from './table-column.ts';

type Cell = string | number | null;
type Shown = Pick<Column, 'name' | 'type' | 'role'>;

/** Rows of a table as the host gives them, with the column that they are shown for. */
export interface MarkedRow {
  /** In the file. */
  readonly row: number;
  readonly cells: readonly Cell[];
}
interface MarkedPage<Row> {
  readonly columns: readonly Shown[];
  readonly marked: number | null;
  readonly rows: readonly Row[];
}
export interface MarkedTexts {
  readonly row: string;
  readonly empty: string;
  /** What is said of a marked cell. */
  readonly marked: string;
}

const isQuantity = ({ type, role, name }: Shown): boolean =>
  (type === 'integer' || type === 'decimal') && role !== 'customer' && role !== 'order' && !isYearColumn(name);

const cellText = (value: Cell, column: Shown): string => {
  if (value === null) return '';
  if (column.type === 'boolean') return t(value === 0 ? 'rows.no' : 'rows.yes');
  if (typeof value === 'number' && isQuantity(column)) return format.number(value, Number.isInteger(value) ? 0 : 2);
  return column.type === 'timestamp' ? String(value).replace('T', ' ') : String(value);
};

/** The row's number, then every column, as wide as its first rows need; the cell that it is about is marked. */
export const markedColumns = <Row extends MarkedRow>(
  { columns, marked, rows }: MarkedPage<Row>,
  texts: MarkedTexts,
): TableColumn<Row>[] => [
  {
    id: 'row',
    header: texts.row,
    width: 84,
    numeric: true,
    cell: ({ row }) => <span className={classes.rowNumber}>{format.number(row)}</span>,
  },
  ...columns.map((column, at): TableColumn<Row> => {
    const longest = Math.max(
      column.name.length,
      ...rows.map(({ cells }) => cellText(cells[at] ?? null, column).length),
    );
    return {
      id: `${at}`,
      header: column.name,
      width: Math.max(92, Math.min(260, 36 + longest * 8)),
      numeric: isQuantity(column) && at !== marked,
      cell: ({ cells }) => {
        const text = cellText(cells[at] ?? null, column);
        if (at !== marked) return text;
        return (
          <mark className={classes.marked} title={texts.marked}>
            {text === '' ? <i>{texts.empty}</i> : text}
          </mark>
        );
      },
    };
  }),
];
