import type { Raster } from './raster.ts';

/** Colours as 0xRRGGBB, and the place of each pixel's colour among them. */
export interface Paletted {
  readonly colors: readonly number[];
  readonly pixels: Uint8Array;
}

const channel = (color: number, shift: number): number => (color >> shift) & 255;

/** How different two colours look, roughly: green counts most. */
const distanceOf = (one: number, other: number): number => {
  const [r, g, b] = [16, 8, 0].map((shift) => channel(one, shift) - channel(other, shift)) as [number, number, number];
  return 2 * r * r + 4 * g * g + 3 * b * b;
};

/**
 * The picture in at most 256 colours. The most frequent ones, which are the app's own, stay exactly what they are; of the
 * others, as long as there is room, the one that is farthest from all so far is taken too, so that no colour is shown by
 * one much unlike it, however rare (T. Gonzalez, Clustering to minimize the maximum intercluster distance, 1985).
 * O(colours · 256).
 */
export const toPalette = ({ rgb }: Raster, most = 256): Paletted => {
  const counts = new Map<number, number>();
  for (let i = 0; i < rgb.length; i += 3) {
    const color = (rgb[i]! << 16) | (rgb[i + 1]! << 8) | rgb[i + 2]!;
    counts.set(color, (counts.get(color) ?? 0) + 1);
  }
  const sorted = [...counts].sort((a, b) => b[1] - a[1] || a[0] - b[0]).map(([color]) => color);
  const colors: number[] = [];
  const nearest = new Uint8Array(sorted.length);
  const distances = new Float64Array(sorted.length).fill(Number.POSITIVE_INFINITY);
  const take = (at: number): void => {
    colors.push(sorted[at]!);
    for (let i = 0; i < sorted.length; i += 1) {
      const distance = distanceOf(sorted[i]!, sorted[at]!);
      if (distance >= distances[i]!) continue;
      distances[i] = distance;
      nearest[i] = colors.length - 1;
    }
  };
  const exact = sorted.length <= most ? sorted.length : most >> 1;
  for (let at = 0; at < exact; at += 1) take(at);
  while (colors.length < Math.min(most, sorted.length)) {
    let farthest = 0;
    for (let i = 1; i < distances.length; i += 1) if (distances[i]! > distances[farthest]!) farthest = i;
    take(farthest);
  }
  const place = new Map(sorted.map((color, i) => [color, nearest[i]!]));
  const pixels = new Uint8Array(rgb.length / 3);
  for (let i = 0; i < pixels.length; i += 1)
    pixels[i] = place.get((rgb[i * 3]! << 16) | (rgb[i * 3 + 1]! << 8) | rgb[i * 3 + 2]!)!;
  return { colors, pixels };
};
