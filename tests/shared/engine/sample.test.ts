import { describe, expect, it } from 'vitest';
import { createRandom } from '../../../src/shared/engine/random.ts';
import { sampleRows, shuffledRows } from '../../../src/shared/engine/sample.ts';

describe('sampleRows', () => {
  it('takes as many rows as asked for, in order, each once, every row about equally often', () => {
    const hits = new Int32Array(50);
    for (let seed = 0; seed < 2000; seed += 1) {
      const rows = sampleRows(50, 10, seed);
      expect([...new Set(rows)].sort((a, b) => a - b)).toEqual([...rows]);
      expect(rows).toHaveLength(10);
      for (const row of rows) hits[row]! += 1;
    }
    expect(Math.min(...hits)).toBeGreaterThan(320);
    expect(Math.max(...hits)).toBeLessThan(480);
  });
});

describe('shuffledRows', () => {
  it('gives every order of three rows about equally often', () => {
    const random = createRandom(3);
    const times = new Map<string, number>();
    for (let i = 0; i < 6000; i += 1) {
      const order = shuffledRows(3, random).join('');
      times.set(order, (times.get(order) ?? 0) + 1);
    }
    expect([...times.keys()].sort()).toEqual(['012', '021', '102', '120', '201', '210']);
    // Four standard deviations about a thousand.
    for (const count of times.values()) expect(Math.abs(count - 1000)).toBeLessThan(116);
  });
});
