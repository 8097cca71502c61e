import { describe, expect, it } from 'vitest';
import { missingPatterns } from '../../../../src/shared/engine/explain/missing-patterns.ts';
import { rankCodes } from '../../../../src/shared/engine/explain/rank-codes.ts';
import { rankCorrelations } from '../../../../src/shared/engine/explain/rank-correlations.ts';
import { relateFacts } from '../../../../src/shared/engine/explain/relate-facts.ts';
import { matrixFromRows } from '../../../../src/shared/engine/matrix.ts';
import { silent } from '../../../../src/shared/engine/progress.ts';
import { createRandom } from '../../../../src/shared/engine/random.ts';

/** Spearman's by its definition: Pearson's of middle ranks, found by counting. */
const byDefinition = (a: readonly number[], b: readonly number[]): number => {
  const both = a.flatMap((x, i) => (Number.isNaN(x) || Number.isNaN(b[i]!) ? [] : [[x, b[i]!] as const]));
  const rank = (values: readonly number[]) =>
    values.map((v) => values.filter((w) => w < v).length + (values.filter((w) => w === v).length + 1) / 2);
  const [x, y] = [rank(both.map(([v]) => v)), rank(both.map(([, v]) => v))];
  const mean = (both.length + 1) / 2;
  const sum = (p: readonly number[], q: readonly number[]) => p.reduce((s, v, i) => s + (v - mean) * (q[i]! - mean), 0);
  return sum(x, y) / Math.sqrt(sum(x, x) * sum(y, y));
};

const correlationOf = (...columns: readonly (readonly number[])[]): number =>
  rankCorrelations(
    columns.map((values) => rankCodes(Float64Array.from(values))),
    silent,
  )[1]!;

describe('how facts go together', () => {
  it('is Spearman’s rank correlation, with ties and missing values', () => {
    const random = createRandom(7);
    const draw = () => (random() < 0.2 ? Number.NaN : Math.floor(random() * 12));
    const a = Array.from({ length: 200 }, draw);
    const b = a.map((value) => (random() < 0.3 ? draw() : -value));
    expect(correlationOf(a, b)).toBeCloseTo(byDefinition(a, b), 12);
    // Published: IQ and hours of television a week, rho = −29/165 (Wikipedia, “Spearman's rank correlation coefficient”).
    const iq = [106, 100, 86, 101, 99, 103, 97, 113, 112, 110];
    const hours = [7, 27, 2, 50, 28, 29, 20, 12, 6, 17];
    expect(correlationOf(iq, hours)).toBeCloseTo(-29 / 165, 12);
  });

  it('is that of every two at once, whatever each of them lacks', () => {
    const random = createRandom(11);
    const gaps = Array.from({ length: 5 }, () => Array.from({ length: 150 }, () => random() < 0.3));
    // Columns that lack nothing, the same, more of the same, and others; negative ones and zeros of both signs.
    const columns = Array.from({ length: 14 }, (_, i) =>
      Array.from({ length: 150 }, (__, row) => {
        const value = i % 2 === 0 ? Math.round(random() * 9 - 4) : random() * 1e3 - 500;
        if (i < 4) return value * (value === 0 && row % 2 === 0 ? -1 : 1);
        const lacks = i < 8 ? gaps[0]![row]! : i < 10 ? gaps[0]![row]! || gaps[1]![row]! : gaps[i % 5]![row]!;
        return lacks ? Number.NaN : value;
      }),
    );
    const found = rankCorrelations(
      columns.map((values) => rankCodes(Float64Array.from(values))),
      silent,
    );
    for (const [i, a] of columns.entries())
      for (const [j, b] of columns.entries())
        expect(found[i * columns.length + j], `${i} ${j}`).toBeCloseTo(i === j ? 1 : byDefinition(a, b), 12);
  });

  it('is 0 where nothing varies or hardly anybody has both', () => {
    expect(correlationOf([1, 1, 1, 1], [1, 2, 3, 4])).toBe(0);
    expect(correlationOf([1, 2, Number.NaN, Number.NaN], [1, 2, 3, 4])).toBe(0);
    expect(correlationOf([1, Number.NaN, 2], [Number.NaN, 1, Number.NaN])).toBe(0);
  });

  it('puts like beside like, and counts what is missing for whom', () => {
    const random = createRandom(3);
    const rows = Array.from({ length: 300 }, (_, i) => {
      const [x, y] = [random(), random()];
      const lacks = i % 3 === 0;
      return [x, y, x + random() * 0.1, lacks ? Number.NaN : -y, lacks ? Number.NaN : random()];
    });
    const labels = Int32Array.from(rows, (_, i) => (i % 3 === 0 ? 1 : i % 2 === 0 ? 0 : -1));
    const found = relateFacts({ matrix: matrixFromRows(rows), labels, parts: 2 }, silent);
    const at = (fact: number) => found.order.indexOf(fact);
    expect([...found.order].sort()).toEqual([0, 1, 2, 3, 4]);
    expect([Math.abs(at(0) - at(2)), Math.abs(at(1) - at(3))]).toEqual([1, 1]);
    expect(found.correlations[1 * 5 + 3]).toBeCloseTo(-1, 12);
    expect([...found.missing]).toEqual([0, 0, 0, 100, 100]);
    expect([...found.missingByPart.subarray(6)]).toEqual([0, 100, 0, 100]);
    expect(found.patterns).toEqual([
      { columns: [], rows: 200 },
      { columns: [3, 4], rows: 100 },
    ]);
  });

  it('ends where somebody cancels', () => {
    const matrix = matrixFromRows([
      [1, 2],
      [2, 1],
    ]);
    const cancelled = { report: () => {}, cancelled: () => true };
    expect(() => relateFacts({ matrix, labels: null, parts: 0 }, cancelled)).toThrow('cancelled');
  });

  it('looks for a cancel many times within one long column, and ends at any of them', () => {
    const random = createRandom(5);
    const values = Float64Array.from({ length: 300_000 }, () => (random() < 0.1 ? Number.NaN : random()));
    const looking = (endAt: number) => {
      let looks = 0;
      return { report: () => {}, cancelled: () => ++looks === endAt, looks: () => looks };
    };
    const whole = looking(-1);
    const codes = rankCodes(values, whole);
    // Six passes of ten steps at the least: none of more than a few milliseconds.
    expect(whole.looks()).toBeGreaterThan(60);
    for (const at of [1, 20, 45, whole.looks()]) expect(() => rankCodes(values, looking(at))).toThrow('cancelled');
    const counting = looking(-1);
    expect(missingPatterns([codes], counting)).toHaveLength(2);
    expect(counting.looks()).toBeGreaterThan(9);
    expect(() => missingPatterns([codes], looking(counting.looks()))).toThrow('cancelled');
  });
});
