import type { Column } from '../../../shared/model/column.ts';
import type { SourceKind } from '../../../shared/model/source.ts';
import type { RawBatch } from '../raw-table.ts';
import type { StoredValue, TypedBatch } from '../types.ts';
import { detached } from '../typing/column-evidence.ts';
import { createCellReaders, isTextType } from '../typing/read-cell.ts';
import type { CancelledLines } from './cancelled-lines.ts';
import { createLineReader } from './line-reader.ts';

/**
 * Turns rows as written into typed rows, batch by batch.
 * @param columns with the types, formats and roles that stand
 */
export const createRowTyper = (
  kind: SourceKind,
  columns: readonly Column[],
  cancelled: CancelledLines,
): ((batch: RawBatch) => TypedBatch) => {
  const readers = createCellReaders(columns);
  const isText = columns.map(isTextType);
  const readLine = createLineReader(kind, columns, readers, cancelled);
  const width = columns.length;
  return ({ rowNumbers, rows }) => {
    const values: StoredValue[][] = [];
    const originals: [number, number, string][] = [];
    const aside: number[] = [];
    const customer: (string | null)[] = [];
    const order: (string | null)[] = [];
    const day: (string | null)[] = [];
    const amount: (number | null)[] = [];
    rows.forEach((cells, row) => {
      const typed: StoredValue[] = new Array<StoredValue>(width);
      for (let at = 0; at < width; at += 1) {
        const text = cells[at];
        if (text === undefined || text === '') typed[at] = null;
        else if (isText[at]) typed[at] = text;
        else {
          const cell = readers[at]!(text);
          typed[at] = cell.value;
          if (cell.keepsText) originals.push([row, at, text]);
        }
      }
      values.push(typed);
      const facts = readLine(cells);
      aside.push(facts.aside);
      customer.push(facts.customer === null ? null : detached(facts.customer));
      order.push(facts.order === null ? null : detached(facts.order));
      day.push(facts.day);
      amount.push(facts.amount);
    });
    return { rowNumbers, values, originals, aside, customer, order, day, amount };
  };
};
