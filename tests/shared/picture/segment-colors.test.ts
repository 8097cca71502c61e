import { describe, expect, it } from 'vitest';
import {
  contrast,
  segmentColor,
  segmentColors,
  segmentPattern,
  segmentTextColor,
} from '../../../src/shared/picture/segment-colors.ts';

describe('segment colours', () => {
  it('come again with another pattern beyond twelve', () => {
    expect(segmentColor(12)).toBe(segmentColor(0));
    expect(segmentPattern(11)).toBe('solid');
    expect(segmentPattern(12)).toBe('stripes');
    expect(new Set([0, 12, 24, 36].map(segmentPattern)).size).toBe(4);
  });
  it('carry text that can be read (WCAG AA)', () => {
    segmentColors.forEach((color, index) => {
      expect(contrast(color, segmentTextColor(index)), color).toBeGreaterThanOrEqual(4.5);
    });
  });
  it('measure contrast as WCAG does', () => {
    expect(contrast('#000000', '#FFFFFF')).toBeCloseTo(21, 5);
    expect(contrast('#FFFFFF', '#FFFFFF')).toBe(1);
    expect(contrast('#767676', '#FFFFFF')).toBeCloseTo(4.54, 2);
  });
});
