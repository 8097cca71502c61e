import { segmentColors } from '../../shared/picture/segment-colors.ts';

/** Each colour with and without the three patterns. */
const allColors = segmentColors.length * 4;

/**
 * Colours for new segments: each the lowest that no segment beside it has, and none of those that have just vanished,
 * so that a colour does not come to mean somebody else at once. Where that leaves none without a pattern, theirs serve.
 * @param taken colours of the segments that go on
 * @param vanished colours of those that do not
 */
export const pickColors = (count: number, taken: readonly number[], vanished: readonly number[]): number[] => {
  const used = new Set(taken);
  const lowest = (below: number, avoid: readonly number[]): number | null => {
    for (let color = 0; color < below; color += 1) if (!used.has(color) && !avoid.includes(color)) return color;
    return null;
  };
  return Array.from({ length: count }, () => {
    const color = lowest(segmentColors.length, vanished) ?? lowest(allColors, []) ?? 0;
    used.add(color);
    return color;
  });
};
