import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { assignPairs, type PairCosts } from '../../../../src/shared/engine/explain/assign.ts';

const costOf = ({ columns, costs, alone }: PairCosts, paired: ArrayLike<number>): number =>
  Array.from(paired).reduce((sum, column, row) => sum + (column < 0 ? alone : costs[row * columns + column]!), 0);

/** Every pairing there is. */
const cheapest = (pairs: PairCosts, row = 0, taken = new Set<number>()): number => {
  if (row === pairs.rows) return 0;
  let least = pairs.alone + cheapest(pairs, row + 1, taken);
  for (let column = 0; column < pairs.columns; column += 1) {
    if (taken.has(column)) continue;
    taken.add(column);
    least = Math.min(least, pairs.costs[row * pairs.columns + column]! + cheapest(pairs, row + 1, taken));
    taken.delete(column);
  }
  return least;
};

const anyPairs = fc
  .record({
    rows: fc.integer({ min: 0, max: 5 }),
    columns: fc.integer({ min: 0, max: 5 }),
    alone: fc.integer({ min: -5, max: 25 }),
  })
  .chain(({ rows, columns, alone }) =>
    fc
      .array(
        fc.oneof(
          { weight: 4, arbitrary: fc.integer({ min: -20, max: 20 }) },
          { weight: 1, arbitrary: fc.constant(Number.POSITIVE_INFINITY) },
        ),
        {
          minLength: rows * columns,
          maxLength: rows * columns,
        },
      )
      .map((costs): PairCosts => ({ rows, columns, costs, alone })),
  );

describe('assignPairs', () => {
  it('is as cheap as the cheapest of all pairings, and pairs nobody twice', () => {
    fc.assert(
      fc.property(anyPairs, (pairs) => {
        const paired = assignPairs(pairs);
        const used = Array.from(paired).filter((column) => column >= 0);
        expect(new Set(used).size).toBe(used.length);
        expect(costOf(pairs, paired)).toBeCloseTo(cheapest(pairs), 9);
      }),
      { numRuns: 400, seed: 1 },
    );
  });

  it('solves a case that can be checked by hand', () => {
    // 8 + 3 + 4 = 15; the other five pairings cost 16, 16, 17, 18 and 18.
    const costs = [8, 4, 7, 5, 2, 3, 9, 4, 8];
    expect(Array.from(assignPairs({ rows: 3, columns: 3, costs, alone: 1000 }))).toEqual([0, 2, 1]);
  });

  it('gives up the best pair of one for the best total', () => {
    // Row 0 likes column 0 a little more; row 1 can take nothing else.
    const costs = [1, 2, 1, 100];
    expect(Array.from(assignPairs({ rows: 2, columns: 2, costs, alone: 50 }))).toEqual([1, 0]);
  });

  it('leaves alone what must not be paired or costs more than that', () => {
    const never = Number.POSITIVE_INFINITY;
    expect(Array.from(assignPairs({ rows: 2, columns: 2, costs: [never, never, 9, 3], alone: 5 }))).toEqual([-1, 1]);
    expect(Array.from(assignPairs({ rows: 3, columns: 0, costs: [], alone: 5 }))).toEqual([-1, -1, -1]);
  });

  it('is quick where both sides are large', () => {
    const size = 200;
    const costs = Float64Array.from({ length: size * size }, (_, i) => ((i * 7919) % 1009) / 1009);
    const started = performance.now();
    expect(new Set(assignPairs({ rows: size, columns: size, costs, alone: 10 })).size).toBe(size);
    expect(performance.now() - started).toBeLessThan(2000);
  });
});
