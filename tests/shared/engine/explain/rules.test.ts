import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { bestSplitOf } from '../../../../src/shared/engine/explain/best-split.ts';
import { binColumn } from '../../../../src/shared/engine/explain/bin-column.ts';
import { roundThresholds } from '../../../../src/shared/engine/explain/round-threshold.ts';
import { type FindRulesInput, findRules } from '../../../../src/shared/engine/explain/rules.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import type { RuleCondition } from '../../../../src/shared/model/explanation.ts';

const inputOf = (
  columns: Record<string, readonly number[]>,
  labels: readonly number[],
  k = Math.max(...labels) + 1,
  fill = 0,
): FindRulesInput => ({
  columns: Object.entries(columns).map(([feature, values]) => ({ feature, values: Float64Array.from(values), fill })),
  labels: Int32Array.from(labels),
  k,
  seed: 1,
});

const meets = ({ from, below }: RuleCondition, value: number): boolean =>
  (from === null || value >= from) && (below === null || value < below);

const rulesOf = (input: FindRulesInput) => findRules(input, silent);

/** Three kinds of customers in blocks that two questions tell apart. */
const blocks = (size: number) => {
  const random = createRandom(3);
  const rows = Array.from({ length: 3 * size }, (_, i) => i % 3);
  return {
    labels: rows,
    days: rows.map((kind) => Math.floor((kind === 0 ? 0 : 61) + 40 * random())),
    spent: rows.map((kind) => (kind === 2 ? 1200 : 100) + 700 * random()),
  };
};

describe('rules', () => {
  it('say in round numbers what tells segments apart, and count who meets them', () => {
    const { labels, days, spent } = blocks(100);
    const book = rulesOf(inputOf({ days, spent }, labels));
    expect(book.accuracy).toBe(1);
    expect(book.heldOut).toEqual({ accuracy: 1, folds: 5 });
    expect(book.baseline).toBeCloseTo(1 / 3);
    expect(book.segments[0]!.rules).toEqual([
      { conditions: [{ feature: 'days', from: null, below: 50, values: 'whole' }], customers: 100, hits: 100 },
    ]);
    const [rich] = book.segments[2]!.rules;
    expect(rich!.conditions).toEqual([
      { feature: 'days', from: 50, below: null, values: 'whole' },
      { feature: 'spent', from: 1000, below: null, values: 'any' },
    ]);
  });

  it('have the figures that counting by hand gives', () => {
    fc.assert(
      fc.property(
        fc.array(
          fc.tuple(fc.integer({ min: 0, max: 9 }), fc.integer({ min: -3, max: 3 }), fc.integer({ min: -1, max: 3 })),
          {
            minLength: 12,
            maxLength: 80,
          },
        ),
        (rows) => {
          const columns = { a: rows.map(([a]) => a), b: rows.map(([, b]) => b / 2) };
          const labels = rows.map(([, , label]) => label);
          const book = rulesOf(inputOf(columns, labels, 4));
          let right = 0;
          let described = 0;
          for (const { label, rules, precision, coverage } of book.segments) {
            const size = labels.filter((one) => one === label).length;
            let fits = 0;
            let hits = 0;
            for (const rule of rules) {
              const who = rows.flatMap((_, i) =>
                rule.conditions.every((one) => meets(one, columns[one.feature as 'a' | 'b'][i]!)) ? [i] : [],
              );
              expect(who.length).toBe(rule.customers);
              expect(who.filter((i) => labels[i] === label).length).toBe(rule.hits);
              fits += rule.customers;
              hits += rule.hits;
            }
            expect(precision).toBe(fits === 0 ? null : hits / fits);
            expect(coverage).toBe(size === 0 ? 0 : hits / size);
            right += hits;
            described += fits;
          }
          const inSome = labels.filter((label) => label >= 0).length;
          // Everybody meets one rule, and no more than one.
          if (inSome > 0) expect(described).toBe(rows.length);
          expect(book.accuracy).toBeCloseTo(inSome === 0 ? 0 : right / inSome, 12);
        },
      ),
    );
  });

  it('do not hang on the order of rows', () => {
    const { labels, days, spent } = blocks(60);
    const blurred = days.map((value, i) => value + ((i * 37) % 41));
    const order = labels.map((_, i) => (i * 77) % labels.length);
    const turn = <T>(values: readonly T[]): T[] => order.map((i) => values[i]!);
    const { heldOut: _, ...one } = rulesOf(inputOf({ days: blurred, spent }, labels));
    const { heldOut: __, ...other } = rulesOf(inputOf({ days: turn(blurred), spent: turn(spent) }, turn(labels)));
    const withoutHeld = (book: typeof one) => ({
      ...book,
      segments: book.segments.map(({ heldOut: ___, ...rest }) => rest),
    });
    expect(withoutHeld(other)).toEqual(withoutHeld(one));
  });

  it('never ask about a column that says nothing', () => {
    const { labels, days } = blocks(40);
    const book = rulesOf(inputOf({ same: labels.map(() => 7), days }, labels));
    const asked = book.segments.flatMap(({ rules }) => rules.flatMap(({ conditions }) => conditions));
    expect(asked.length).toBeGreaterThan(0);
    expect(asked.every(({ feature }) => feature === 'days')).toBe(true);
    const nothing = rulesOf(inputOf({ same: labels.map(() => 7) }, labels));
    expect(nothing.depth).toBe(0);
    expect(nothing.accuracy).toBeCloseTo(1 / 3);
  });

  it('take a missing value for what stood for it', () => {
    const labels = [0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 1, 1];
    const values = [1, 2, 1, 2, 1, Number.NaN, 9, 8, 9, 8, 9, 8];
    expect(rulesOf(inputOf({ values }, labels, 2, 1.5)).accuracy).toBe(1);
    expect(rulesOf(inputOf({ values }, labels, 2, 9)).accuracy).toBe(11 / 12);
  });

  it('of one segment describe everybody', () => {
    const book = rulesOf(inputOf({ a: [1, 2, 3, 4] }, [0, 0, 0, 0]));
    expect(book.segments[0]).toMatchObject({ precision: 1, coverage: 1, rules: [{ conditions: [], customers: 4 }] });
  });

  it('find a segment of three among thousands, and say nothing of one that nobody is in', () => {
    const a = Array.from({ length: 3000 }, (_, i) => (i < 3 ? 900 + i : i % 100));
    const book = rulesOf(
      inputOf(
        { a },
        a.map((value) => (value >= 900 ? 2 : value >= 50 ? 1 : 0)),
        4,
      ),
    );
    expect(book.segments[2]).toMatchObject({ precision: 1, coverage: 1 });
    expect(book.segments[2]!.rules).toHaveLength(1);
    expect(book.segments[3]).toMatchObject({ rules: [], precision: null, coverage: 0 });
  });

  it('are less often right about customers they were not made from, where there is nothing to know', () => {
    const random = createRandom(5);
    const labels = Array.from({ length: 400 }, () => (random() < 0.5 ? 0 : 1));
    const noise = { a: labels.map(() => random()), b: labels.map(() => random()) };
    const { accuracy, heldOut } = rulesOf({
      ...inputOf(noise, labels),
      options: { leastRows: 2, leastGain: 0, leastHits: 0, leaves: 60 },
    });
    expect(accuracy).toBeGreaterThan(0.65);
    expect(heldOut.accuracy).toBeLessThan(0.6);
  });

  it.each([1e-300, 1e-9, 1, 1e9, 1e300])('say the same in units of %d', (unit) => {
    const { labels, days, spent } = blocks(50);
    const scaled = { days: days.map((value) => -value * unit), spent: spent.map((value) => value * unit) };
    const { accuracy, segments } = rulesOf(inputOf(scaled, labels));
    expect(accuracy).toBe(1);
    expect(segments.map(({ rules }) => rules.length)).toEqual([1, 1, 1]);
  });

  it('know yes and no', () => {
    const yes = [1, 1, 1, 1, 0, 0, 0, 0];
    const [, second] = rulesOf(inputOf({ yes }, [1, 1, 1, 1, 0, 0, 0, 0])).segments;
    expect(second!.rules[0]!.conditions).toEqual([{ feature: 'yes', from: 1, below: null, values: 'flag' }]);
  });
});

describe('a split', () => {
  it('is the best that trying all of them finds', () => {
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.integer({ min: -20, max: 20 }), fc.integer({ min: 0, max: 2 })), {
          minLength: 2,
          maxLength: 60,
        }),
        fc.integer({ min: 1, max: 5 }),
        (pairs, least) => {
          const values = Float64Array.from(pairs, ([value]) => value / 4);
          const labels = Int32Array.from(pairs, ([, label]) => label);
          const weights = Float64Array.of(1, 0.5, 2);
          const purity = (rows: number[]): number => {
            const counts = [0, 0, 0];
            for (const row of rows) counts[labels[row]!]! += weights[labels[row]!]!;
            const sum = counts.reduce((a, b) => a + b, 0);
            return sum === 0 ? 0 : counts.reduce((a, b) => a + b * b, 0) / sum;
          };
          const all = pairs.map((_, row) => row);
          const tried = [...new Set(values)]
            .sort((a, b) => a - b)
            .slice(1)
            .map((hi) => ({
              hi,
              low: all.filter((row) => values[row]! < hi),
              high: all.filter((row) => values[row]! >= hi),
            }))
            .filter(({ low, high }) => low.length >= least && high.length >= least)
            .map(({ hi, low, high }) => ({ hi, purity: purity(low) + purity(high) }));
          const rows = Int32Array.from(all);
          const found = bestSplitOf(
            0,
            binColumn(values, silent),
            labels,
            weights,
            rows,
            least,
            new Float64Array(3 * 1024),
          );
          if (tried.length === 0) {
            expect(found).toBeNull();
            return;
          }
          const best = Math.max(...tried.map((one) => one.purity));
          expect(found!.purity).toBeCloseTo(best, 9);
          expect(found!.hi).toBe(tried.find((one) => one.purity >= best * (1 - 1e-12))!.hi);
        },
      ),
    );
  });

  it('of a hundred thousand different values lies within a thousandth of the rows', () => {
    const random = createRandom(2);
    const values = Float64Array.from({ length: 100_000 }, () => random());
    const labels = Int32Array.from(values, (value) => (value < 0.3 ? 0 : 1));
    const rows = Int32Array.from(values, (_, row) => row);
    const split = bestSplitOf(
      0,
      binColumn(values, silent),
      labels,
      Float64Array.of(1, 1),
      rows,
      1,
      new Float64Array(2048),
    )!;
    expect(Math.abs(split.lo - 0.3)).toBeLessThan(1e-3);
  });
});

describe('a threshold', () => {
  it.each([
    [5, 6, true, 6],
    [43, 44, true, 45],
    [142, 143, true, 150],
    [0, 1, true, 1],
    [-1, 1, false, 0],
    [998.2, 1001.7, false, 1000],
    [0.0312, 0.0315, false, 0.03],
    [-41, -40, true, -40],
    [10, 120, false, 50],
  ])('between %d and %d (whole: %s) is put as %d', (lo, hi, isWhole, put) => {
    expect(roundThresholds(lo, hi, isWhole)[0]).toBe(put);
  });

  it('always lies near, and is whole where values are', () => {
    fc.assert(
      fc.property(fc.integer({ min: -5000, max: 5000 }), fc.integer({ min: 1, max: 200 }), (lo, gap) => {
        const hi = lo + gap;
        const exact = (lo + hi) / 2;
        for (const threshold of roundThresholds(lo, hi, true)) {
          expect(Number.isInteger(threshold)).toBe(true);
          expect(threshold > lo || Math.abs(threshold - exact) <= Math.abs(exact) * 0.06 + 1e-9).toBe(true);
          expect(threshold <= hi || Math.abs(threshold - exact) <= Math.abs(exact) * 0.06 + 1e-9).toBe(true);
        }
      }),
    );
  });
});
