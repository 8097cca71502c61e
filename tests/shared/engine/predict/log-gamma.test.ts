import { describe, expect, it } from 'vitest';
import { logHypergeometric } from '../../../../src/shared/engine/predict/hypergeometric.ts';
import { digamma, logBeta, logGamma } from '../../../../src/shared/engine/predict/log-gamma.ts';

describe('ln Γ, ψ and ₂F₁', () => {
  it.each([
    [0.001, 6.907178885383853],
    [0.5, 0.5723649429247001],
    [1, 0],
    [3, Math.LN2],
    [10.5, 13.940625219403763],
    [171, 706.5730622457874],
    [1e6, 12815504.569147611],
  ])('ln Γ(%d)', (x, expected) => {
    expect(Math.abs(logGamma(x) - expected)).toBeLessThan(1e-14 * Math.max(1, Math.abs(expected)));
  });

  it.each([
    [0.01, -100.56088545786866],
    [1, -0.5772156649015329],
    [2.5, 0.7031566406452432],
    [20, 2.9705239922421494],
    [1e5, 11.51292046496189],
  ])('ψ(%d)', (x, expected) => {
    expect(Math.abs(digamma(x) - expected)).toBeLessThan(1e-14 * Math.max(1, Math.abs(expected)));
  });

  it('holds B(a, b) to its recurrence', () => {
    for (const [a, b] of [
      [0.3, 0.7],
      [5, 90],
      [250, 0.01],
    ] as const)
      expect(logBeta(a + 1, b)).toBeCloseTo(logBeta(a, b) + Math.log(a / (a + b)), 12);
  });

  it('is known where ₂F₁ is an elementary function', () => {
    for (const z of [0.01, 0.4, 0.9, 0.999]) {
      // A & S 15.1.3, 15.1.4, 15.1.8
      expect(logHypergeometric(1, 1, 2, z)).toBeCloseTo(Math.log(-Math.log1p(-z) / z), 12);
      expect(logHypergeometric(0.5, 1, 1.5, z * z)).toBeCloseTo(Math.log(Math.atanh(z) / z), 11);
      expect(logHypergeometric(7.25, 3, 3, z)).toBeCloseTo(-7.25 * Math.log1p(-z), 10);
    }
    // Its value is some 1e800, far above the largest number.
    expect(logHypergeometric(900, 3, 3, 0.87)).toBeCloseTo(-900 * Math.log1p(-0.87), 8);
  });

  it('keeps to the relation of neighbours', () => {
    // A & S 15.2.10: (c − a) F(a − 1) + (2a − c − az + bz) F(a) + a (z − 1) F(a + 1) = 0
    for (const [a, b, c, z] of [
      [1.3, 2.7, 3.2, 0.6],
      [25.4, 12.1, 40.5, 0.95],
      [3.1, 0.2, 5.9, 0.98],
    ] as const) {
      const f = (by: number) => Math.exp(logHypergeometric(a + by, b, c, z) - logHypergeometric(a, b, c, z));
      const sum = (c - a) * f(-1) + (2 * a - c - a * z + b * z) + a * (z - 1) * f(1);
      expect(Math.abs(sum)).toBeLessThan(1e-10 * c);
    }
  });
});
