import type { Cell, Row, Table } from '../../../shared/report/blocks.ts';
import { NumberOrigin } from '../../components/NumberOrigin.tsx';
import { NumbersIn } from '../../components/NumbersIn.tsx';
import classes from './paper.module.css';
import { ReportTile } from './ReportTile.tsx';

const CellText = ({ text, note, of }: Cell) => (
  <>
    {of === undefined || text === '' ? text : <NumberOrigin of={of}>{text}</NumberOrigin>}
    {note !== undefined && <span className={classes.note}>{note}</span>}
  </>
);

const keyOf = (row: Row, i: number): string => `${i} ${row.cells[0]?.text ?? ''}`;

interface RowProps {
  readonly row: Row;
  readonly table: Table;
  readonly ink: (ground: string) => string;
}

const Line = ({ row, table, ink }: RowProps) => (
  <tr data-quiet={row.isQuiet === true}>
    <th scope="row">
      <span className={classes.rowName}>
        {row.tile !== undefined && <ReportTile tile={row.tile} size={10} />}
        <span>
          <CellText {...row.cells[0]!} />
        </span>
      </span>
    </th>
    {row.cells.slice(1).map((cell, i) => (
      <td
        // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
        key={i}
        data-number={table.columns[i + 1]!.isNumber}
        style={cell.ground === undefined ? undefined : { backgroundColor: cell.ground, color: ink(cell.ground) }}
      >
        <CellText {...cell} />
      </td>
    ))}
  </tr>
);

/** Rows beyond this are not drawn here; the file has them all. */
const mostRows = 200;

/** A table of the report on its page. */
export const TableView = ({ table, ink }: Omit<RowProps, 'row'>) => (
  // biome-ignore lint/a11y/useSemanticElements: it is no part of a form
  // biome-ignore lint/a11y/noNoninteractiveTabindex: it may scroll, so keys must be able to
  <div className={classes.scroll} role="group" tabIndex={0} aria-label={table.caption}>
    <table className={classes.table} data-look={table.look}>
      <caption data-shown={table.showsCaption === true}>{table.caption}</caption>
      <thead>
        <tr>
          {table.columns.map(({ head, note, isNumber, tile }, i) => (
            <th
              // biome-ignore lint/suspicious/noArrayIndexKey: columns keep their places
              key={i}
              scope="col"
              data-number={isNumber && i > 0}
            >
              {tile !== undefined && <ReportTile tile={tile} size={10} />} {head}
              {note !== undefined && <span className={classes.note}>{note}</span>}
            </th>
          ))}
        </tr>
      </thead>
      {table.rows.slice(0, mostRows).map((row, i) => (
        <tbody key={keyOf(row, i)}>
          <Line row={row} table={table} ink={ink} />
          {row.words !== undefined && (
            <tr className={classes.words}>
              <td colSpan={table.columns.length}>
                {row.words.map(({ text, label, look, numbers = [] }) => (
                  <p key={text} data-look={look}>
                    {label !== undefined && <span className={classes.label}>{label} </span>}
                    <NumbersIn numbers={numbers}>{text}</NumbersIn>
                  </p>
                ))}
              </td>
            </tr>
          )}
        </tbody>
      ))}
      {table.foot !== undefined && (
        <tfoot>
          <Line row={table.foot} table={table} ink={ink} />
        </tfoot>
      )}
    </table>
  </div>
);
