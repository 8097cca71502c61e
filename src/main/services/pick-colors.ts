import { segmentColors } from '../../shared/picture/segment-colors.ts';

/** Each colour with and without the three patterns. */
const allColors = segmentColors.length * 4;

/**
 * Colours for new segments: each the lowest that no segment beside it has, and none of those that have just vanished or
 * vanished before, so that a colour does not come to mean somebody else. Where that leaves none without a pattern, first
 * the colours of those that are gone for longer serve, then of those that have just vanished.
 * @param taken colours of the segments that go on
 * @param vanished colours of those that do not
 * @param former colours of those that are gone for longer
 */
export const pickColors = (
  count: number,
  taken: readonly number[],
  vanished: readonly number[],
  former: readonly number[],
): number[] => {
  const used = new Set(taken);
  const lowest = (below: number, avoid: readonly number[]): number | null => {
    for (let color = 0; color < below; color += 1) if (!used.has(color) && !avoid.includes(color)) return color;
    return null;
  };
  const plain = segmentColors.length;
  return Array.from({ length: count }, () => {
    const color = lowest(plain, [...vanished, ...former]) ?? lowest(plain, vanished) ?? lowest(allColors, []) ?? 0;
    used.add(color);
    return color;
  });
};
