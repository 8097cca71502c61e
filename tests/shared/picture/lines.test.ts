import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { insideAll, pickLines, spreadApart } from '../../../src/shared/picture/lines.ts';

describe('picking lines', () => {
  it('draws everybody where there is room', () => {
    expect(pickLines(Int32Array.of(2, 0, -1), 3)).toEqual(Uint32Array.of(0, 1, 2));
  });

  it('draws each segment by its share, and none without a few', () => {
    const labels = Int32Array.from({ length: 100_000 }, (_, row) => (row % 1000 === 0 ? 2 : row % 4 === 0 ? 1 : 0));
    const rows = pickLines(labels, 2_000);
    const counts = [0, 0, 0];
    for (const row of rows) counts[labels[row]!]! += 1;
    expect(counts).toEqual([1_500, 498, 25]);
    expect(new Set(rows).size).toBe(rows.length);
    expect(rows).toEqual(rows.slice().sort());
    expect(pickLines(labels, 2_000)).toEqual(rows);
    expect(pickLines(labels, 2_000, 2)).not.toEqual(rows);
    // Whoever is picked stands anywhere in the file.
    expect(rows.filter((row) => row < 50_000).length).toBeGreaterThan(900);
    expect(rows.filter((row) => row >= 50_000).length).toBeGreaterThan(900);
  });
});

describe('marking stretches of axes', () => {
  const axis = (...values: number[]) => ({ values: Float64Array.from(values), along: (value: number) => value / 10 });
  it('keeps those who lie in all of them', () => {
    const axes = [axis(0, 5, 10, 15, Number.NaN), axis(1, 2, 3, 4, 5)];
    expect(insideAll(axes, [null, null])).toBeNull();
    expect(insideAll(axes, [{ from: 0.5, to: 1 }, null])).toEqual(Uint32Array.of(1, 2, 3));
    expect(insideAll(axes, [{ from: 0.5, to: 0.9 }, null])).toEqual(Uint32Array.of(1));
    expect(
      insideAll(axes, [
        { from: 0, to: 1 },
        { from: 0.2, to: 0.4 },
      ]),
    ).toEqual(Uint32Array.of(1, 2, 3));
    expect(insideAll(axes, [{ from: 0.7, to: 0.8 }, null])).toEqual(new Uint32Array());
  });
});

describe('names beside lines', () => {
  it('stand apart, in order, within their room, and where they want to be if they can', () => {
    expect(spreadApart([10, 50, 90], 20, 0, 100)).toEqual([10, 50, 90]);
    expect(spreadApart([50, 50], 20, 0, 100)).toEqual([40, 60]);
    expect(spreadApart([0, 3], 20, 0, 100)).toEqual([10, 30]);
    fc.assert(
      fc.property(fc.array(fc.double({ min: 0, max: 400, noNaN: true }), { maxLength: 18 }), (wanted) => {
        const places = spreadApart(wanted, 20, 0, 400);
        const order = wanted.map((_, i) => i).sort((a, b) => wanted[a]! - wanted[b]! || a - b);
        for (const [i, mark] of order.entries()) {
          expect(places[mark]!).toBeGreaterThanOrEqual(10 - 1e-6);
          expect(places[mark]!).toBeLessThanOrEqual(390 + 1e-6);
          if (i > 0) expect(places[mark]! - places[order[i - 1]!]!).toBeGreaterThanOrEqual(20 - 1e-6);
        }
      }),
    );
  });
});
