import type { Column } from '../../../shared/model/column.ts';
import type { SourceKind } from '../../../shared/model/source.ts';
import { detached } from '../detached.ts';
import type { KeyIndex } from '../key-index.ts';
import { createTextPacker } from '../pack-texts.ts';
import type { RawBatch } from '../raw-table.ts';
import type { PackedColumn, TypedBatch } from '../types.ts';
import { createCellReaders, isTextType } from '../typing/read-cell.ts';
import type { CancelledLines } from './cancelled-lines.ts';
import { createLineReader } from './line-reader.ts';

/** The customers and orders that have come so far in one reading. */
export interface ReadKeys {
  readonly customers: KeyIndex;
  readonly orders: KeyIndex;
}

/** Stored as numbers; what remains are texts. */
const isNumberType = ({ type }: Column): boolean => type === 'integer' || type === 'decimal' || type === 'boolean';

/**
 * Turns rows as written into typed rows, batch by batch.
 * @param columns with the types, formats and roles that stand
 */
export const createRowTyper = (
  kind: SourceKind,
  columns: readonly Column[],
  cancelled: CancelledLines,
  keys: ReadKeys,
): ((batch: RawBatch) => Omit<TypedBatch, 'sheet'>) => {
  const readers = createCellReaders(columns);
  const readLine = createLineReader(kind, columns, readers, cancelled);

  const typeColumn = (rows: RawBatch['rows'], at: number, originals: [number, number, string][]): PackedColumn => {
    const column = columns[at]!;
    const read = readers[at]!;
    if (isNumberType(column)) {
      const numbers = new Float64Array(rows.length).fill(Number.NaN);
      rows.forEach((cells, row) => {
        const text = cells[at];
        if (text === undefined || text === '') return;
        const { value, keepsText } = read(text);
        if (value !== null) numbers[row] = value as number;
        if (keepsText) originals.push([row, at, detached(text)]);
      });
      return numbers;
    }
    const packer = createTextPacker(rows.length);
    if (isTextType(column)) for (const cells of rows) packer.add(cells[at] || null);
    else
      rows.forEach((cells, row) => {
        const text = cells[at];
        if (text === undefined || text === '') {
          packer.add(null);
          return;
        }
        const { value, keepsText } = read(text);
        packer.add(value as string | null);
        if (keepsText) originals.push([row, at, detached(text)]);
      });
    return packer.take();
  };

  return ({ rowNumbers, rows }) => {
    const count = rows.length;
    const originals: [number, number, string][] = [];
    const aside = new Uint32Array(count);
    const customer = new Int32Array(count);
    const order = new Int32Array(count);
    const amount = new Float64Array(count);
    const days = createTextPacker(count);
    const newCustomers: string[] = [];
    const guestOrders: [number, string][] = [];
    rows.forEach((cells, row) => {
      const facts = readLine(cells);
      aside[row] = facts.aside;
      amount[row] = facts.amount ?? Number.NaN;
      days.add(facts.day);
      order[row] = facts.order === null ? -1 : keys.orders.indexOf(facts.order);
      if (facts.customer === null) {
        customer[row] = -1;
        if (facts.order !== null) guestOrders.push([row, detached(facts.order)]);
      } else {
        const known = keys.customers.size;
        customer[row] = keys.customers.indexOf(facts.customer);
        if (keys.customers.size > known) newCustomers.push(detached(facts.customer));
      }
    });
    return {
      rowNumbers: Uint32Array.from(rowNumbers),
      columns: columns.map((_, at) => typeColumn(rows, at, originals)),
      originals,
      aside,
      customer,
      newCustomers,
      order,
      guestOrders,
      day: days.take(),
      amount,
    };
  };
};
