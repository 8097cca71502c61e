import { describe, expect, it } from 'vitest';
import { readRowBits, writeRowBits } from '../../../src/shared/table/row-bits.ts';

describe('rows as bits', () => {
  it.each([[[]], [[0]], [[5, 6]], [[0, 1, 2, 3, 4, 5, 6, 1_000_000]], [[499_999]]])('come back rising: %j', (rows) => {
    expect([...readRowBits(writeRowBits([...rows].reverse()))]).toEqual(rows);
  });
  it('take a sixth of a letter each, however many are meant', () => {
    expect(writeRowBits(Array.from({ length: 600 }, (_, row) => row))).toBe('/'.repeat(100));
    expect(writeRowBits([600])).toHaveLength(101);
  });
  it('of what is no such text are nobody', () => expect([...readRowBits('¿-A')]).toEqual([]));
});
