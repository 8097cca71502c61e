import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/shared/engine/random.ts';
import { axisOf, spreadOf } from '../../../src/shared/picture/spread.ts';

const labelsOf = (...all: number[]) => Int32Array.from(all);

describe('how a fact is spread', () => {
  it('has quartiles as everybody computes them, by segment', () => {
    const { everybody, parts, missing } = spreadOf(
      Float64Array.of(1, 2, 3, 4, 5, 10, 20, Number.NaN),
      labelsOf(0, 0, 0, 0, 0, 1, -1, 1),
      2,
    );
    expect(parts[0]!.quantiles!.slice(1, 4)).toEqual([2, 3, 4]);
    expect(parts[1]).toMatchObject({ count: 1, quantiles: [10, 10, 10, 10, 10] });
    // Who is in no segment counts with everybody; who has no value with nobody.
    expect(everybody.count).toBe(7);
    expect(missing).toBe(1);
  });

  it('tells shares of yes where there is nothing else, and nothing where there is no value', () => {
    const flags = spreadOf(Float64Array.of(0, 1, 1, 0), labelsOf(0, 0, 0, 1), 2);
    expect(flags.axis).toBe('flag');
    expect(flags.parts.map(({ yes }) => yes)).toEqual([2 / 3, 0]);
    const none = spreadOf(Float64Array.of(Number.NaN), labelsOf(0), 1);
    expect(none.parts[0]).toMatchObject({ count: 0, quantiles: null });
  });

  it('takes a logarithmic axis for what is skewed, and does not let one value press the rest together', () => {
    const random = createRandom(7);
    const skewed = Float64Array.from({ length: 2_000 }, () => Math.exp(6 * random()));
    expect(spreadOf(skewed, new Int32Array(2_000), 1).axis).toBe('log');
    const incomes = Float64Array.from({ length: 2_000 }, (_, i) =>
      i === 0 ? 666_666 : 50_000 + 20_000 * (random() - random()),
    );
    const spread = spreadOf(incomes, new Int32Array(2_000), 1);
    expect(spread.axis).toBe('linear');
    expect(spread.high).toBeLessThan(80_000);
    expect(spread.beyond).toBeGreaterThanOrEqual(1);
    expect(axisOf(spread)(spread.low)).toBe(0);
    expect(axisOf(spread)(spread.high)).toBe(1);
  });

  it('is highest where most customers are', () => {
    const values = Float64Array.from({ length: 300 }, (_, i) => (i < 200 ? 10 + (i % 5) : 90 + (i % 5)));
    const { everybody } = spreadOf(values, new Int32Array(300), 1);
    const highest = everybody.density.indexOf(Math.max(...everybody.density));
    expect(highest / everybody.density.length).toBeLessThan(0.2);
    expect(Math.max(...everybody.density)).toBe(1);
  });
});
