import { describe, expect, it } from 'vitest';
import { correlation } from '../../../src/shared/picture/correlation.ts';
import { middlesOf, nearnessOf } from '../../../src/shared/picture/nearness.ts';
import { placeLabels } from '../../../src/shared/picture/place-labels.ts';

describe('what the map shows', () => {
  it('finds the two segments that lie together and the one that stands apart', () => {
    const x = [0, 0.2, 1, 1.2, 9, 9.2];
    const middles = middlesOf(
      x,
      x.map(() => 0),
      [0, 0, 1, 1, 2, 2],
      3,
    );
    expect(middles.map((middle) => middle?.size)).toEqual([2, 2, 2]);
    expect(middles[2]!.x).toBeCloseTo(9.1, 12);
    expect(nearnessOf(middles)).toEqual({ alike: [0, 1], apart: 2 });
  });

  it('says nothing about one segment, and passes over an empty one', () => {
    expect(nearnessOf(middlesOf([1, 2], [1, 2], [0, 0], 1))).toBeNull();
    expect(nearnessOf(middlesOf([1, 2], [1, 2], [0, 0], 2))).toBeNull();
  });

  it('measures how two facts go together, missing values aside', () => {
    // Anscombe's first set, whose correlation is published as 0.816.
    const x = [10, 8, 13, 9, 11, 14, 6, 4, 12, 7, 5, Number.NaN];
    const y = [8.04, 6.95, 7.58, 8.81, 8.33, 9.96, 7.24, 4.26, 10.84, 4.82, 5.68, 1];
    expect(correlation(x, y)).toBeCloseTo(0.81642, 5);
    expect(correlation([1, 1, 1], [1, 2, 3])).toBe(0);
  });

  it('moves labels apart and keeps them inside', () => {
    const box = (x: number, y: number) => ({ x, y, width: 80, height: 20 });
    const placed = placeLabels([box(100, 4), box(110, 10), box(400, 10)], 200);
    expect(placed[0]!.y).toBe(10);
    expect(Math.abs(placed[1]!.y - placed[0]!.y)).toBeGreaterThanOrEqual(20);
    expect(placed[2]!.y).toBe(10);
  });
});
