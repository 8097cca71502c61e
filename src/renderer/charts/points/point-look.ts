import { coarse, type PointPlaces } from './point-places.ts';
import type { View } from './view.ts';

/** Single dots, or the share of each place in colour where dots would lie on each other. */
export interface PointLook {
  readonly kind: 'dots' | 'density';
  /** A dot's width in CSS pixels. */
  readonly size: number;
  readonly opacity: number;
  /** Customers on a CSS pixel from which on the colour is full. */
  readonly full: number;
}

/** So many dots on each other that one no longer sees how many. */
const mostOverlap = 5;
const fewForDensity = 12_000;

/** 99 of 100 customers stand where at most so many do. */
const crowdOf = (cells: number[], total: number): number => {
  const sorted = cells.sort((a, b) => b - a);
  let seen = 0;
  for (const cell of sorted) {
    seen += cell;
    if (seen >= total * 0.05) return cell;
  }
  return sorted.at(-1) ?? 1;
};

/** How the points in a window (of the places' 0 … 1) look best in so many CSS pixels. O(coarse cells). */
export const lookOf = ({ counts }: PointPlaces, window: View, width: number, height: number): PointLook => {
  const cells: number[] = [];
  let [visible, pairs] = [0, 0];
  const first = (edge: number) => Math.max(0, Math.min(coarse - 1, Math.floor(edge * coarse)));
  for (let row = first(window.y0); row <= first(window.y1); row += 1) {
    for (let column = first(window.x0); column <= first(window.x1); column += 1) {
      const count = counts[row * coarse + column]!;
      if (count === 0) continue;
      cells.push(count);
      visible += count;
      pairs += count * (count - 1);
    }
  }
  const size = Math.min(9, Math.max(2.2, 18.5 * Math.max(1, visible) ** -0.155));
  const cellPixels = (width * height) / ((window.x1 - window.x0) * (window.y1 - window.y0)) / (coarse * coarse);
  // As a customer sees it: how many others are drawn over a pixel of the own dot.
  const overlap = visible === 0 ? 0 : (pairs / visible / cellPixels) * Math.PI * (size / 2) ** 2;
  return {
    kind: overlap > mostOverlap && visible > fewForDensity ? 'density' : 'dots',
    size,
    opacity: Math.min(0.85, Math.max(0.3, 0.9 / (1 + 0.22 * overlap))),
    full: visible === 0 ? 1 : crowdOf(cells, visible) / cellPixels,
  };
};
