/** The colour-blind-safe sequence; a segment keeps its index into it for life. */
export const segmentColors = [
  '#3B6FB6',
  '#E08A1E',
  '#2E9E6B',
  '#C44E7A',
  '#8A63C7',
  '#6B8E23',
  '#17A2B8',
  '#B5523B',
  '#7A7A7A',
  '#D4B106',
  '#4C566A',
  '#A0527A',
] as const;

/** Beyond twelve the colours come again with a pattern over them. */
const segmentPatterns = ['solid', 'stripes', 'dots', 'grid'] as const;
export type SegmentPattern = (typeof segmentPatterns)[number];

export const segmentColor = (index: number): string => segmentColors[index % segmentColors.length]!;
export const segmentPattern = (index: number): SegmentPattern =>
  segmentPatterns[Math.floor(index / segmentColors.length) % segmentPatterns.length]!;

const channel = (hex: string, at: number): number => {
  const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
  return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
};

/** WCAG 2 relative luminance of `#RRGGBB`. */
const luminance = (hex: string): number =>
  0.2126 * channel(hex, 1) + 0.7152 * channel(hex, 3) + 0.0722 * channel(hex, 5);

export const contrast = (one: string, other: string): number => {
  const [dark, light] = [luminance(one), luminance(other)].sort((a, b) => a - b) as [number, number];
  return (light + 0.05) / (dark + 0.05);
};

/** Darker than the app’s ink: on the rose segment nothing lighter reads well enough. */
const ink = '#000000';

/** White or ink, whichever reads better on that colour. */
const textOn = (background: string): string =>
  contrast(background, '#FFFFFF') >= contrast(background, ink) ? '#FFFFFF' : ink;
export const segmentTextColor = (index: number): string => textOn(segmentColor(index));
