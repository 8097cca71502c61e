import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { editDistance } from '../../../../src/shared/engine/text/edit-distance.ts';

describe('edit distance', () => {
  it('counts insertions, deletions, substitutions and swaps', () => {
    const known: [string, string, number][] = [
      ['', 'abc', 3],
      ['kitten', 'sitting', 3],
      ['married', 'marreid', 1],
      ['ca', 'abc', 3],
      ['same', 'same', 0],
    ];
    for (const [a, b, distance] of known) expect([a, b, editDistance(a, b)]).toEqual([a, b, distance]);
  });

  it('is symmetric, and stops where told', () => {
    fc.assert(
      fc.property(fc.string({ maxLength: 12 }), fc.string({ maxLength: 12 }), fc.nat(4), (a, b, most) => {
        const whole = editDistance(a, b);
        expect(editDistance(b, a)).toBe(whole);
        expect(editDistance(a, b, most)).toBe(Math.min(whole, most + 1));
      }),
    );
  });

  it('counts in words of any length', () => {
    const word = 'abcdefghij'.repeat(40);
    expect(editDistance(word, `x${word}`)).toBe(1);
    expect(editDistance(word, '')).toBe(400);
    expect(editDistance(word.replace('ab', 'ba'), word)).toBe(1);
    expect(editDistance('ab', 'ba')).toBe(1);
  });
});
