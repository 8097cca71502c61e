import { describe, expect, it } from 'vitest';
import { createDistinctCounter, distinctLimit } from '../../../../src/main/import/typing/count-distinct.ts';

describe('different texts', () => {
  it('are counted exactly to the limit', () => {
    const counter = createDistinctCounter();
    for (let i = 0; i < distinctLimit * 3; i += 1) counter.add(`text ${i % distinctLimit}`);
    expect(counter.count()).toBe(distinctLimit);
  });

  it.each([1001, 5_000, 20_000, 300_000])('are estimated above it: %i', (count) => {
    const counter = createDistinctCounter();
    for (let i = 0; i < count; i += 1) counter.add(String(i));
    expect(counter.count()).toBeGreaterThan(distinctLimit);
    // Five standard errors.
    expect(Math.abs(counter.count() - count) / count).toBeLessThan(0.08);
  });
});
