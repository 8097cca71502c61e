import { describe, expect, it } from 'vitest';
import { longestGap, orderDots } from '../../../../src/renderer/screens/customers/order-dots.ts';

const order = (day: string, amount: number) => ({ order: day, day, lines: 1, amount });

describe('orders on a line of time', () => {
  it('stand oldest first, by their days and as high as their money', () => {
    const dots = orderDots([order('2024-01-21', 50), order('2024-01-06', -10), order('2024-01-01', 100)], '2024-01-21');
    expect(dots.map(({ day, x, size }) => [day, x, size])).toEqual([
      ['2024-01-01', 0, 1],
      ['2024-01-06', 0.25, 0],
      ['2024-01-21', 1, 0.5],
    ]);
    expect(longestGap(dots, '2024-01-21')).toBe(15);
  });

  it('leave room for the time since the last one', () => {
    const dots = orderDots([order('2024-01-01', 5)], '2024-01-31');
    expect(dots[0]).toMatchObject({ x: 0, size: 1 });
    expect(longestGap(dots, '2024-01-31')).toBe(30);
    expect(orderDots([order('2024-01-01', 5)], '2023-01-01')[0]!.x).toBe(0.5);
    expect(longestGap(orderDots([order('2024-01-01', 5)], null), null)).toBeNull();
    expect(orderDots([], '2024-01-31')).toEqual([]);
  });
});
