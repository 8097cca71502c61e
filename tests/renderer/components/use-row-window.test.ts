import { describe, expect, it } from 'vitest';
import { boxTop, type Heights, rowsTop } from '../../../src/renderer/components/use-row-window.ts';

const heights = (rows: number): Heights => {
  const whole = 32 + rows * 32;
  return { whole, drawn: Math.min(whole, 8_000_000), seen: 640 };
};

describe('places of rows in a box that cannot be as high as all of them', () => {
  it('are their own where all fit', () => {
    const short = heights(10_000);
    for (const top of [0, 31, 5_000, short.whole - 640]) {
      expect(boxTop(top, short)).toBe(top);
      expect(rowsTop(top, short)).toBe(top);
    }
  });

  it.each([300_000, 5_000_000, 80_000_000])('lead there and back for %i rows, and to both ends', (rows) => {
    const long = heights(rows);
    const most = long.whole - long.seen;
    expect(boxTop(0, long)).toBe(0);
    expect(boxTop(most, long)).toBe(long.drawn - long.seen);
    expect(rowsTop(long.drawn - long.seen, long)).toBe(most);
    let before = -1;
    for (let share = 0; share <= 1; share += 1 / 997) {
      const top = Math.round(most * share);
      const box = boxTop(top, long);
      expect(box).toBeGreaterThan(before);
      expect(Math.abs(rowsTop(box, long) - top)).toBeLessThan(1);
      before = box;
    }
    // Near the ends a step is a step, so that nobody runs against an end that is none.
    expect(boxTop(5_000, long)).toBe(5_000);
    expect(long.drawn - long.seen - boxTop(most - 5_000, long)).toBe(5_000);
  });
});
