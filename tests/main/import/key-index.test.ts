import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createKeyIndex } from '../../../src/main/import/key-index.ts';

describe('a key index', () => {
  it('numbers texts in the order in which they first come, as a map would', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ maxLength: 6 }), { maxLength: 400 }), (keys) => {
        const index = createKeyIndex();
        const known = new Map<string, number>();
        for (const key of keys) {
          if (!known.has(key)) known.set(key, known.size);
          expect(index.indexOf(key)).toBe(known.get(key));
        }
        expect(index.size).toBe(known.size);
      }),
    );
  });

  it('keeps a quarter of a million like numbers apart while it grows', () => {
    const index = createKeyIndex();
    for (let i = 0; i < 250_000; i += 1) expect(index.indexOf(`${i}`) === i).toBe(true);
    for (let i = 249_999; i >= 0; i -= 1) expect(index.indexOf(`${i}`) === i).toBe(true);
    expect(index.size).toBe(250_000);
  });

  it('tells texts apart that differ in case, length or one character far behind', () => {
    const index = createKeyIndex();
    const long = 'x'.repeat(10_000);
    const keys = ['', ' ', 'a', 'A', 'aa', '\0', '\0\0', `${long}1`, `${long}2`, 'ä', 'a\u0308'];
    expect(keys.map((key) => index.indexOf(key))).toEqual(keys.map((_, i) => i));
  });
});
