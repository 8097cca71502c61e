import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOrderCarrier } from '../../../../src/main/import/preview/carry-order.ts';
import type { ColumnRole } from '../../../../src/shared/model/column.ts';

const rules = { byNumber: false, byState: null, byFlag: null };
const columns = (['order', 'customer', 'date', 'quantity', 'price', 'none', 'none'] as const).map(
  (role: ColumnRole) => ({ role }),
);
const carrier = () =>
  createOrderCarrier(columns, { ...rules, byStates: [{ at: 5, values: ['refunded'] }], isOrderOnFirstLine: true })!;

describe('an order whose fields stand on its first line', () => {
  it('has them on its further lines, and no other order has', () => {
    const carry = carrier();
    const read = [
      ['#1', 'ann', '2025-01-01', '1', '5', 'refunded', 'note'],
      ['#1', '', '', '2', '3', '', ''],
      ['#2', '', '', '1', '4', '', ''],
      ['#2', 'bob', '2025-01-02', '1', '4', 'paid', ''],
      ['#2', '', '', '1', '6'],
      ['', '', '', '1', '6', '', ''],
      ['#1', '', '', '1', '5', '', ''],
    ].map((cells) => [...carry(cells)]);
    expect(read).toEqual([
      ['#1', 'ann', '2025-01-01', '1', '5', 'refunded', 'note'],
      // Neither money nor notes are carried.
      ['#1', 'ann', '2025-01-01', '2', '3', 'refunded', ''],
      ['#2', '', '', '1', '4', '', ''],
      ['#2', 'bob', '2025-01-02', '1', '4', 'paid', ''],
      ['#2', 'bob', '2025-01-02', '1', '6', 'paid'],
      ['', '', '', '1', '6', '', ''],
      ['#1', '', '', '1', '5', '', ''],
    ]);
  });

  it('may have a head without anything bought, which is of no money', () => {
    const carry = carrier();
    expect(carry(['#1', 'ann', '2025-01-01', '', ' ', '', 'x'])).toEqual([
      '#1',
      'ann',
      '2025-01-01',
      '0',
      '0',
      '',
      'x',
    ]);
    expect(carry(['#1', '', '', '2', '3', '', ''])).toEqual(['#1', 'ann', '2025-01-01', '2', '3', '', '']);
  });

  it('leaves the rows it is given as they are', () => {
    const cell = fc.constantFrom('', 'a', 'b', ' ');
    fc.assert(
      fc.property(fc.array(fc.array(cell, { minLength: 0, maxLength: 7 }), { maxLength: 30 }), (rows) => {
        const before = structuredClone(rows);
        const carry = carrier();
        const read = rows.map((cells) => carry(cells));
        expect(rows).toEqual(before);
        // What was written stays what it was.
        rows.forEach((cells, row) => {
          cells.forEach((text, at) => {
            if (text.trim() !== '') expect(read[row]![at]).toBe(text);
          });
        });
      }),
    );
  });

  it('is nothing where every line stands whole, or no column names the order', () => {
    expect(createOrderCarrier(columns, { ...rules, byStates: [], isOrderOnFirstLine: false })).toBeNull();
    expect(createOrderCarrier(columns.slice(1), { ...rules, byStates: [], isOrderOnFirstLine: true })).toBeNull();
  });
});
