import { Table } from '@mantine/core';

export interface ChartTableData {
  /** What the table shows. */
  readonly caption: string;
  readonly head: readonly string[];
  /** The first cell of a row names it; the others are figures or words. */
  readonly rows: readonly (readonly string[])[];
}

/** The figures behind a picture. */
export const ChartTable = ({ caption, head, rows }: ChartTableData) => (
  <Table captionSide="top" highlightOnHover={false}>
    <caption>{caption}</caption>
    <Table.Thead>
      <Table.Tr>
        {head.map((cell, i) => (
          <Table.Th key={cell} scope="col" ta={i === 0 ? 'left' : 'right'}>
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
          {cells.map((cell, i) => (
            <Table.Td key={head[i + 1]} ta="right">
              {cell}
            </Table.Td>
          ))}
        </Table.Tr>
      ))}
    </Table.Tbody>
  </Table>
);
