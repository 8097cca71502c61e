import { expect, it } from 'vitest';
import { createOrderNumbers } from '../../../src/main/services/number-orders.ts';

it('numbers orders after those of the project, a line without one as an order of its own', () => {
  const orders = createOrderNumbers(7);
  expect([
    orders.numberOf(0, 1),
    orders.numberOf(1, 1),
    orders.numberOf(0, 2),
    orders.numberOf(-1, 1),
    orders.numberOf(-1, 1),
  ]).toEqual([8, 9, 8, 10, 11]);
  expect(orders.last).toBe(11);
});

it('lets an order go on in the next table where it is the same customer’s', () => {
  const orders = createOrderNumbers(0);
  orders.numberOf(0, 1);
  orders.numberOf(5000, null);
  orders.nextTable();
  // The same customer's; another's under the same number, which is another shop's, all through the table; nobody's.
  expect([orders.numberOf(0, 1), orders.numberOf(5000, 3), orders.numberOf(5000, null)]).toEqual([1, 3, 3]);
  orders.nextTable();
  expect([orders.numberOf(5000, null), orders.numberOf(0, 9), orders.numberOf(1, 9)]).toEqual([2, 4, 5]);
});

it('gives the same numbers where it knows that no table follows', () => {
  const lines: readonly (readonly [number, number | null])[] = [
    [0, 1],
    [1, 2],
    [0, 2],
    [-1, 1],
    [5000, null],
    [1, 2],
    [3000, 4],
    [5000, 7],
  ];
  const [open, only] = [createOrderNumbers(7), createOrderNumbers(7, true)];
  const numbers = lines.map(([order, customer]) => only.numberOf(order, customer));
  expect(numbers).toEqual(lines.map(([order, customer]) => open.numberOf(order, customer)));
  expect(numbers).toEqual([8, 9, 8, 10, 11, 9, 12, 11]);
});
