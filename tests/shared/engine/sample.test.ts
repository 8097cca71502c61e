import { describe, expect, it } from 'vitest';
import { sampleRows } from '../../../src/shared/engine/sample.ts';

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
