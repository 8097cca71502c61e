import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../../src/shared/engine/random.ts';
import { dipOf } from '../../../../src/shared/engine/validate/dip.ts';
import { dipLogP } from '../../../../src/shared/engine/validate/dip-p-value.ts';

const reference: { cases: { dip: number; values: number[] }[]; quantiles: [number, number, number][] } = JSON.parse(
  readFileSync(join(import.meta.dirname, '../../../reference/dip.json'), 'utf8'),
);

describe('dipOf', () => {
  it('is R’s, with and without ties', () => {
    for (const { dip, values } of reference.cases)
      expect(Math.abs(dipOf(Float64Array.from(values)) - dip)).toBeLessThan(1e-12);
  });

  it('is what was published of the statistics faculty', () => {
    const [faculty] = reference.cases;
    expect(faculty!.values).toHaveLength(63);
    expect(dipOf(Float64Array.from(faculty!.values))).toBeCloseTo(0.0595, 4);
  });

  it('lies between 1 / (2 n) and 1/4 and does not feel shifts, scales and mirrors', () => {
    const values = fc.array(fc.integer({ min: -1000, max: 1000 }), { minLength: 2, maxLength: 60 });
    fc.assert(
      fc.property(values, fc.constantFrom(0.5, 4, 64), (drawn, scale) => {
        const x = Float64Array.from(drawn).sort();
        const dip = dipOf(x);
        expect(dip).toBeGreaterThanOrEqual(1 / (2 * x.length) - 1e-15);
        expect(dip).toBeLessThanOrEqual(0.25 + 1e-15);
        expect(dipOf(x.map((value) => 7 + scale * value))).toBeCloseTo(dip, 12);
        expect(dipOf(x.map((value) => -value).reverse())).toBeCloseTo(dip, 12);
      }),
    );
  });
});

describe('dipLogP', () => {
  it('gives the chances that R’s table gives', () => {
    // A ten-thousandth of either table is known to some tenths of itself, and dips of few values come in steps.
    for (const [n, level, dip] of reference.quantiles) {
      const off = Math.exp(dipLogP(dip, n)) / (1 - level) - 1;
      expect(Math.abs(off), `${n} at ${level}`).toBeLessThan(level > 0.999 ? 0.4 : n < 30 ? 0.1 : 0.04);
    }
  });

  it('falls as the dip rises, however far', () => {
    for (const n of [8, 33, 1000, 100_000]) {
      let before = 0;
      for (let scaled = 0.05; scaled < 3; scaled += 0.01) {
        const logP = dipLogP(scaled / Math.sqrt(n), n);
        expect(logP).toBeLessThanOrEqual(before);
        before = logP;
      }
      expect(before).toBeLessThan(-50);
    }
    expect(dipLogP(0.25, 7)).toBe(0);
  });

  it('rejects one even lump as often as it says', () => {
    const random = createRandom(11);
    let rejected = 0;
    for (let i = 0; i < 2000; i += 1) {
      const x = Float64Array.from({ length: 150 }, random).sort();
      if (dipLogP(dipOf(x), 150) <= Math.log(0.05)) rejected += 1;
    }
    // 100 expected, with a standard deviation of 9.7.
    expect(rejected).toBeGreaterThan(60);
    expect(rejected).toBeLessThan(140);
  });
});
