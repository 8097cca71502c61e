import type { PointGrid } from '../../charts/points/point-grid.ts';
import type { PointPlaces } from '../../charts/points/point-places.ts';
import type { View } from '../../charts/points/view.ts';

/** What the arrow keys have reached. */
export type Cursor =
  | { readonly kind: 'segment'; readonly id: number }
  | { readonly kind: 'customer'; readonly row: number };

export const directions = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, 1],
  ArrowDown: [0, -1],
} as const satisfies Record<string, readonly [number, number]>;
export type Direction = readonly [number, number];

interface Target {
  readonly x: number;
  readonly y: number;
}

/** How far a target lies that way: what lies aside counts double; infinite where it lies the other way. */
const wayTo = (from: Target, { x, y }: Target, [right, up]: Direction): number => {
  const [dx, dy] = [x - from.x, y - from.y];
  const [along, aside] = [dx * right + dy * up, Math.abs(dx * up) + Math.abs(dy * right)];
  return along <= 1e-9 ? Number.POSITIVE_INFINITY : along + 2 * aside;
};

/** The target to which a key leads from a place; null where nothing lies that way. */
export const nextTarget = <T extends Target>(targets: readonly T[], from: Target, direction: Direction): T | null => {
  const [best] = targets
    .map((target) => ({ target, way: wayTo(from, target, direction) }))
    .filter(({ way }) => way < Number.POSITIVE_INFINITY)
    .sort((a, b) => a.way - b.way);
  return best?.target ?? null;
};

/** The customer next to one that way, looked for further and further; `window` in the places' 0 … 1. */
export const nextRow = (
  grid: PointGrid,
  { xy }: PointPlaces,
  row: number,
  window: View,
  direction: Direction,
): number | null => {
  const [width, height] = [window.x1 - window.x0, window.y1 - window.y0];
  const from = { x: xy[2 * row]! / width, y: xy[2 * row + 1]! / height };
  for (const reach of [0.01, 0.03, 0.08, 0.2, 0.5]) {
    const box = {
      x0: xy[2 * row]! - (direction[0] > 0 ? 0 : reach * width),
      x1: xy[2 * row]! + (direction[0] < 0 ? 0 : reach * width),
      y0: xy[2 * row + 1]! - (direction[1] > 0 ? 0 : reach * height),
      y1: xy[2 * row + 1]! + (direction[1] < 0 ? 0 : reach * height),
    };
    const near = Array.from(grid.inBox(box), (one) => ({ one, x: xy[2 * one]! / width, y: xy[2 * one + 1]! / height }));
    const found = nextTarget(
      near.filter(({ one }) => one !== row),
      from,
      direction,
    );
    if (found !== null) return found.one;
  }
  return null;
};
