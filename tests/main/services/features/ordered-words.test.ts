import { describe, expect, it } from 'vitest';
import { orderedWords } from '../../../../src/main/services/features/ordered-words.ts';

describe('words with an order', () => {
  it('have ranks without gaps, in known scales only', () => {
    expect(Object.fromEntries(orderedWords(['PhD', 'Basic', 'Graduation', 'Master', '2n Cycle'])!)).toEqual({
      Basic: 1,
      '2n Cycle': 2,
      Graduation: 3,
      Master: 4,
      PhD: 5,
    });
    expect(Object.fromEntries(orderedWords(['L', 's', 'unknown', 'XL'])!)).toEqual({ s: 1, L: 2, XL: 3 });
    expect(orderedWords(['Small', 'Large'])!.get('Large')).toBe(2);
    expect(orderedWords(['Single', 'Married'])).toBeNull();
    expect(orderedWords(['low', 'PhD'])).toBeNull();
    expect(orderedWords(['low', 'unknown'])).toBeNull();
    expect(orderedWords([])).toBeNull();
  });
});
