import { Table } from '@mantine/core';
import type { NumberRef } from '../../shared/model/number-origin.ts';
import type { Cell } from '../../shared/table/csv-line.ts';
import type { PlainTable } from '../../shared/table/table-text.ts';
import { NumberOrigin } from '../components/NumberOrigin.tsx';
import classes from './charts.module.css';

export interface ChartTableData {
  /** What the table shows. */
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row names it; the others are figures or words. */
  readonly rows: readonly (readonly string[])[];
  /** The same rows for a file, with numbers as numbers; as they are shown where it is left out. */
  readonly figures?: readonly (readonly Cell[])[];
  /** Which numbers the cells are, by the same places; null for what is none. They open where the table is seen. */
  readonly refs?: readonly (readonly (NumberRef | null | undefined)[])[];
}

interface ChartTableProps extends ChartTableData {
  /** It stands there for screen readers only: nothing in it may take the focus, which nobody would see. */
  readonly unseen?: boolean;
}

/** What goes onto the clipboard and into files. */
export const plainTable = ({ head, rows, figures }: ChartTableData): PlainTable => ({
  header: head,
  rows: figures ?? rows,
});

/** The figures behind a picture. */
export const ChartTable = ({ caption, head, rows, refs, unseen = false }: ChartTableProps) => (
  <Table className={classes.figures} captionSide="top" highlightOnHover={false}>
    <caption>{caption}</caption>
    <Table.Thead>
      <Table.Tr>
        {head.map((cell, i) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two facts may be called alike, and headings never move
          <Table.Th key={i} scope="col" ta={i === 0 ? 'left' : 'right'}>
            {cell}
          </Table.Th>
        ))}
      </Table.Tr>
    </Table.Thead>
    <Table.Tbody>
      {rows.map(([name, ...cells], row) => (
        // Two rows may be called alike, e.g. two branches of one size.
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have no other identity and never move
        <Table.Tr key={row}>
          <Table.Th scope="row" fw={500}>
            {name}
          </Table.Th>
          {cells.map((cell, i) => {
            const of = unseen || cell === '' ? null : refs?.[row]?.[i + 1];
            return (
              // biome-ignore lint/suspicious/noArrayIndexKey: as in the heading
              <Table.Td key={i} ta="right">
                {of == null ? cell : <NumberOrigin of={of}>{cell}</NumberOrigin>}
              </Table.Td>
            );
          })}
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
