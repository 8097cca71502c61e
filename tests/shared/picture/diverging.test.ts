import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { contrast, divergingColor, inkOn } from '../../../src/shared/picture/diverging.ts';

describe('the diverging scale', () => {
  it('is blue below the average, white at it, orange above', () => {
    expect([-2, 0, 2].map(divergingColor)).toEqual(['#3b6fb6', '#f6f4f0', '#e08a1e']);
    expect(divergingColor(-9)).toBe(divergingColor(-2));
  });

  it('knows the contrast of black on white', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 10);
    expect(contrast('#777777', '#FFFFFF')).toBeCloseTo(4.48, 2);
  });

  it('keeps the words in every cell readable', () => {
    fc.assert(
      fc.property(fc.double({ min: -4, max: 4, noNaN: true }), (effect) => {
        const ground = divergingColor(effect);
        expect(contrast(ground, inkOn(ground))).toBeGreaterThanOrEqual(4.5);
      }),
    );
  });
});
