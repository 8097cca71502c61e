import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { leastOverlap, type MatchInput, matchSegments } from '../../../../src/shared/engine/explain/match-segments.ts';

/** By sets, as the index is defined. */
const jaccardOf = ({ earlier, later }: MatchInput, before: number, after: number): number => {
  const rows = (labels: Int32Array, label: number) => new Set([...labels.keys()].filter((i) => labels[i] === label));
  const one = rows(earlier, before);
  const other = rows(later, after);
  const shared = [...one].filter((i) => other.has(i)).length;
  const all = one.size + other.size - shared;
  return all === 0 ? 0 : shared / all;
};

/** The most of all pairings that overlap enough. */
const greatest = (input: MatchInput, after = 0, taken = new Set<number>()): number => {
  if (after === input.laterK) return 0;
  let most = greatest(input, after + 1, taken);
  for (let before = 0; before < input.earlierK; before += 1) {
    const index = jaccardOf(input, before, after);
    if (taken.has(before) || index < leastOverlap) continue;
    taken.add(before);
    most = Math.max(most, index + greatest(input, after + 1, taken));
    taken.delete(before);
  }
  return most;
};

/** Two runs over the same customers; some in no segment, some segments without anybody. */
const anyRuns = fc
  .record({ earlierK: fc.integer({ min: 0, max: 5 }), laterK: fc.integer({ min: 0, max: 5 }) })
  .chain(({ earlierK, laterK }) =>
    fc
      .array(
        fc.tuple(
          fc.integer({ min: -1, max: earlierK - 1 }),
          fc.oneof(fc.constant(null), fc.integer({ min: -1, max: laterK - 1 })),
        ),
        { maxLength: 40 },
      )
      .map((pairs): MatchInput => {
        // Half of them stay under the same label, so that there is something to match.
        const later = pairs.map(([before, after]) => after ?? (before < laterK ? before : -1));
        return {
          earlier: Int32Array.from(pairs, ([before]) => before),
          later: Int32Array.from(later),
          earlierK,
          laterK,
        };
      }),
  );

const shuffled = (k: number, seed: number): number[] =>
  Array.from({ length: k }, (_, i) => i).sort(
    (a, b) => (((a + 1) * seed * 7919) % 101) - (((b + 1) * seed * 7919) % 101),
  );

describe('matchSegments', () => {
  it('finds the greatest total overlap there is, pairs nobody twice and nobody who shares too little', () => {
    let choices = 0;
    fc.assert(
      fc.property(anyRuns, (input) => {
        const { earlierOf, overlaps } = matchSegments(input);
        const pairs = [...earlierOf.entries()].filter(([, before]) => before >= 0);
        expect(new Set(pairs.map(([, before]) => before)).size).toBe(pairs.length);
        earlierOf.forEach((before, after) => {
          expect(overlaps[after]).toBeCloseTo(before < 0 ? 0 : jaccardOf(input, before, after), 12);
          if (before >= 0) expect(overlaps[after]).toBeGreaterThanOrEqual(leastOverlap);
        });
        expect(overlaps.reduce((sum, one) => sum + one, 0)).toBeCloseTo(greatest(input), 9);
        choices += pairs.length > 1 ? 1 : 0;
      }),
      { numRuns: 500, seed: 3 },
    );
    expect(choices).toBeGreaterThan(100);
  });

  it('knows every segment again whatever the run calls it', () => {
    fc.assert(
      fc.property(anyRuns, fc.integer({ min: 1, max: 50 }), ({ earlier, earlierK }, seed) => {
        const order = shuffled(earlierK, seed);
        const later = earlier.map((label) => (label < 0 ? -1 : order[label]!));
        const { earlierOf } = matchSegments({ earlier, later, earlierK, laterK: earlierK });
        for (const label of new Set(earlier)) if (label >= 0) expect(earlierOf[order[label]!]).toBe(label);
      }),
      { numRuns: 200, seed: 4 },
    );
  });

  it('is not moved by customers in segments of their own', () => {
    // Two segments swap labels; a third of the customers is in a segment that was not there, one segment is empty.
    const earlier = Int32Array.from([0, 0, 0, 1, 1, 1, -1, -1, -1]);
    const later = Int32Array.from([1, 1, 1, 0, 0, 0, 3, 3, 3]);
    const { earlierOf, overlaps } = matchSegments({ earlier, later, earlierK: 2, laterK: 4 });
    expect([...earlierOf]).toEqual([1, 0, -1, -1]);
    expect([...overlaps]).toEqual([1, 1, 0, 0]);
  });

  it('gives a part that was split to the part that most of it is, and to none where all are too small', () => {
    const split = (parts: readonly number[]) => {
      const later = Int32Array.from(parts.flatMap((size, label) => Array<number>(size).fill(label)));
      return [
        ...matchSegments({ earlier: new Int32Array(later.length), later, earlierK: 1, laterK: parts.length }).earlierOf,
      ];
    };
    expect(split([40, 60])).toEqual([-1, 0]);
    expect(split([25, 25, 25, 25])).toEqual([-1, -1, -1, -1]);
  });

  it('takes the best total over the best single pair', () => {
    // Later 0 overlaps most with earlier 0, but earlier 1 has nothing else, and later 1 has only earlier 0.
    const counts = [
      [10, 9],
      [9, 0],
    ];
    const earlier: number[] = [];
    const later: number[] = [];
    counts.forEach((row, after) => {
      row.forEach((count, before) => {
        earlier.push(...Array<number>(count).fill(before));
        later.push(...Array<number>(count).fill(after));
      });
    });
    const input = { earlier: Int32Array.from(earlier), later: Int32Array.from(later), earlierK: 2, laterK: 2 };
    expect(jaccardOf(input, 0, 0)).toBeGreaterThan(leastOverlap);
    expect([...matchSegments(input).earlierOf]).toEqual([1, 0]);
  });

  it('matches a million customers in no time', () => {
    const earlier = Int32Array.from({ length: 1_000_000 }, (_, i) => i % 30);
    const later = earlier.map((label, i) => (i % 7 === 0 ? (label + 1) % 30 : 29 - label));
    const began = performance.now();
    const { earlierOf } = matchSegments({ earlier, later, earlierK: 30, laterK: 30 });
    expect(performance.now() - began).toBeLessThan(1000);
    expect([...earlierOf]).toEqual(Array.from({ length: 30 }, (_, i) => 29 - i));
  });
});
