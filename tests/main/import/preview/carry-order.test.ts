import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createOrderCarrier } from '../../../../src/main/import/preview/carry-order.ts';
import type { ColumnRole } from '../../../../src/shared/model/column.ts';
import { temporaryFolder } from '../../store/temporary-folder.ts';
import { notesIn, previewFile, rolesIn, writeText } from '../import-text.ts';

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

describe('a file nobody knows whose orders have a head', () => {
  const header = 'Order ID,Email,Status,Order date,Total,Item,Qty,Price';
  const lines = Array.from({ length: 300 }, (_, i) => {
    const order = Math.floor(i / 3);
    const head = [
      `a${order % 25}@example.com`,
      order % 20 === 0 ? 'Refunded' : 'Paid',
      `2025-${String(1 + (order % 12)).padStart(2, '0')}-17`,
      '30.00',
    ];
    return [5000 + order, ...(i % 3 === 0 ? head : ['', '', '', '']), `thing ${i % 11}`, 1 + (i % 2), '7.50'].join(',');
  });

  it('is read as whole as if each line had it', async () => {
    const sheet = await previewFile(writeText(temporaryFolder(), 'heads.csv', [header, ...lines]));
    expect(rolesIn(sheet)).toEqual({
      order: 'Order ID',
      customer: 'Email',
      date: 'Order date',
      product: 'Item',
      quantity: 'Qty',
      price: 'Price',
    });
    expect(sheet).toMatchObject({ kind: 'orderLines', confident: true, doubts: [] });
    // Of 100 orders 5 were taken back, with all of their lines.
    expect(sheet.totals).toMatchObject({ customers: 25, orders: 95, orderLines: 285, revenue: 430 * 7.5 });
    expect(notesIn(sheet)).toContain(
      'Customer and date stand on the first line of each order; its further lines are counted with them.',
    );
  });

  it('is none where customers are missing here and there', async () => {
    const gaps = Array.from(
      { length: 300 },
      (_, i) => `${5000 + Math.floor(i / 3)},${i % 7 ? `K${i % 20}` : ''},2025-01-17,1,7.50`,
    );
    const sheet = await previewFile(
      writeText(temporaryFolder(), 'gaps.csv', ['Order ID,Customer,Ordered,Qty,Price', ...gaps]),
    );
    expect(sheet.setAside.find(({ reason }) => reason === 'noCustomer')!.lines).toBe(43);
  });
});
