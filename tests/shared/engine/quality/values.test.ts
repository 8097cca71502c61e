import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fencesOf } from '../../../../src/shared/engine/quality/fences.ts';
import { findHoles } from '../../../../src/shared/engine/quality/find-holes.ts';
import { placeholdersAmong } from '../../../../src/shared/engine/quality/placeholders.ts';
import { createRowSet } from '../../../../src/shared/engine/quality/row-set.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { createNormal } from '../../../../src/shared/engine/validate/random-normal.ts';

describe('fences', () => {
  const normal = () => {
    const draw = createNormal(createRandom(1));
    return Float64Array.from({ length: 5_000 }, () => 100 + 15 * draw());
  };

  it('are the median ± k robust standard deviations', () => {
    // 1 … 21: the median is 11, the median distance from it 5.
    const fences = fencesOf(
      Float64Array.from({ length: 21 }, (_, i) => i + 1),
      3,
    )!;
    expect(fences.median).toBe(11);
    expect(fences.above).toBeCloseTo(11 + 3 * 1.4826 * 5, 10);
    expect(fences.below).toBeCloseTo(11 - 3 * 1.4826 * 5, 10);
  });

  it('leave alone what is usual for a normal, a lognormal and an exponential sample', () => {
    const random = createRandom(2);
    const samples = [
      normal(),
      normal().map((value) => Math.exp(value / 20)),
      Float64Array.from({ length: 5_000 }, () => -Math.log(1 - random())),
    ];
    for (const sample of samples) {
      const { below, above } = fencesOf(sample.slice(), 6)!;
      expect(sample.filter((value) => value > above! || (below !== null && value < below))).toHaveLength(0);
    }
  });

  it('say nothing of a column that is mostly one value', () => {
    expect(fencesOf(new Float64Array(100).fill(3), 6)).toBeNull();
    expect(fencesOf(Float64Array.from([1, 2, 3]), 6)).toBeNull();
  });
});

describe('placeholders', () => {
  const fences = { below: 0, above: 150_000, median: 50_000, log: false };
  it('are repeated digits far outside, and one negative number among none', () => {
    expect(placeholdersAmong({ least: [-1, 0, 5], greatest: [666_666, 162_397] }, fences)).toEqual([-1, 666_666]);
    expect(placeholdersAmong({ least: [1, 2], greatest: [99_999, 88_888] }, fences)).toEqual([]);
    expect(placeholdersAmong({ least: [-5, -1, 0], greatest: [10] }, fences)).toEqual([]);
    expect(placeholdersAmong({ least: [-999], greatest: [10] }, null)).toEqual([-999]);
  });
});

it('a row set knows exactly the rows that came before', () => {
  const cell = fc.oneof(fc.constant(null), fc.integer({ min: -3, max: 3 }), fc.constantFrom('', 'a', 'ab', 'b', '1'));
  fc.assert(
    fc.property(fc.array(fc.tuple(cell, cell), { maxLength: 200 }), (rows) => {
      const set = createRowSet(4);
      const before = new Set<string>();
      for (const row of rows) {
        for (const one of row) set.cell(one);
        const text = JSON.stringify(row);
        expect(set.end()).toBe(before.has(text));
        before.add(text);
      }
    }),
  );
});

describe('gaps between days', () => {
  it('finds the month that is missing, not the holidays', () => {
    const days = Array.from({ length: 300 }, (_, i) => i).filter((day) => (day < 100 || day > 135) && day % 60 > 9);
    const gaps = findHoles(Int32Array.from(days))!;
    expect(gaps.holes).toEqual([{ from: 100, to: 135 }]);
    expect(gaps.lastDay).toBe(299);
  });
});
