import type { PointPlaces } from './point-places.ts';
import type { View } from './view.ts';

/** A place in the points' own 0 … 1. */
export type Place = readonly [number, number];

/** Finds points by place: each cell of a fine grid knows its rows. */
export interface PointGrid {
  /** The row nearest to a place, within a reach across and up; of two equally near the one drawn later. Null where none is. */
  nearest(x: number, y: number, reachX: number, reachY: number, of?: (row: number) => boolean): number | null;
  /** Rows inside, ascending. */
  inBox(box: View): Uint32Array<ArrayBuffer>;
  /** Rows inside a loop (even-odd), ascending. */
  inLoop(loop: readonly Place[]): Uint32Array<ArrayBuffer>;
}

const pointsPerCell = 3;
const mostCells = 1024;

interface Edge {
  readonly x1: number;
  readonly y1: number;
  readonly x2: number;
  readonly y2: number;
}

/** Whether a place is inside, by the edges that its height crosses. */
const isInside = (edges: readonly Edge[], x: number, y: number): boolean => {
  let inside = false;
  for (const { x1, y1, x2, y2 } of edges) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside;
  }
  return inside;
};

const build = ({ xy, count }: PointPlaces): PointGrid => {
  const side = Math.min(mostCells, Math.max(1, Math.ceil(Math.sqrt(count / pointsPerCell))));
  const cellAt = (share: number) => Math.min(side - 1, Math.max(0, Math.floor(share * side)));
  const starts = new Uint32Array(side * side + 1);
  const cellOf = (row: number) => cellAt(xy[2 * row + 1]!) * side + cellAt(xy[2 * row]!);
  for (let row = 0; row < count; row += 1) if (xy[2 * row]! >= 0) starts[cellOf(row) + 1]! += 1;
  for (let cell = 0; cell < side * side; cell += 1) starts[cell + 1]! += starts[cell]!;
  const rows = new Uint32Array(starts[side * side]!);
  const next = starts.slice(0, -1);
  for (let row = 0; row < count; row += 1) {
    if (xy[2 * row]! < 0) continue;
    const cell = cellOf(row);
    rows[next[cell]!] = row;
    next[cell]! += 1;
  }

  /** Marks and then reads them in order: no sorting, whatever the number. */
  const collect = (mark: (chosen: Uint8Array) => void): Uint32Array<ArrayBuffer> => {
    const chosen = new Uint8Array(count);
    mark(chosen);
    let total = 0;
    for (let row = 0; row < count; row += 1) total += chosen[row]!;
    const found = new Uint32Array(total);
    let at = 0;
    for (let row = 0; row < count; row += 1) {
      if (chosen[row] === 0) continue;
      found[at] = row;
      at += 1;
    }
    return found;
  };

  return {
    nearest(x, y, reachX, reachY, of) {
      let [best, found] = [1, -1];
      for (let up = cellAt(y - reachY); up <= cellAt(y + reachY); up += 1) {
        const from = starts[up * side + cellAt(x - reachX)]!;
        const to = starts[up * side + cellAt(x + reachX) + 1]!;
        for (let at = from; at < to; at += 1) {
          const row = rows[at]!;
          const distance = ((xy[2 * row]! - x) / reachX) ** 2 + ((xy[2 * row + 1]! - y) / reachY) ** 2;
          if (distance > best || (distance === best && row < found) || (of !== undefined && !of(row))) continue;
          [best, found] = [distance, row];
        }
      }
      return found < 0 ? null : found;
    },
    inBox: ({ x0, x1, y0, y1 }) =>
      collect((chosen) => {
        for (let up = cellAt(y0); up <= cellAt(y1); up += 1) {
          const to = starts[up * side + cellAt(x1) + 1]!;
          for (let at = starts[up * side + cellAt(x0)]!; at < to; at += 1) {
            const row = rows[at]!;
            const [x, y] = [xy[2 * row]!, xy[2 * row + 1]!];
            if (x >= x0 && x <= x1 && y >= y0 && y <= y1) chosen[row] = 1;
          }
        }
      }),
    inLoop(loop) {
      const edges = loop.map(([x1, y1], i): Edge => {
        const [x2, y2] = loop[(i + 1) % loop.length]!;
        return { x1, y1, x2, y2 };
      });
      return collect((chosen) => {
        const onBorder = new Uint8Array(side);
        const lowest = cellAt(Math.min(...loop.map(([, y]) => y)));
        const highest = cellAt(Math.max(...loop.map(([, y]) => y)));
        for (let up = lowest; up <= highest; up += 1) {
          const [bottom, top] = [up / side, (up + 1) / side];
          const near = edges.filter(({ y1, y2 }) => Math.max(y1, y2) >= bottom && Math.min(y1, y2) <= top);
          onBorder.fill(0);
          for (const { x1, y1, x2, y2 } of near) {
            const xAt = (y: number) => (y1 === y2 ? x1 : x1 + ((x2 - x1) * (y - y1)) / (y2 - y1));
            const within = (y: number) => Math.min(Math.max(y1, y2), Math.max(Math.min(y1, y2), y));
            const ends = y1 === y2 ? [x1, x2] : [xAt(within(bottom)), xAt(within(top))];
            onBorder.fill(1, cellAt(Math.min(...ends)), cellAt(Math.max(...ends)) + 1);
          }
          for (let across = 0; across < side; across += 1) {
            const cell = up * side + across;
            const [from, to] = [starts[cell]!, starts[cell + 1]!];
            if (from === to) continue;
            // A cell that no edge runs through is inside or outside as a whole.
            const whole = onBorder[across] === 0 ? isInside(near, (across + 0.5) / side, (up + 0.5) / side) : null;
            for (let at = from; at < to; at += 1) {
              const row = rows[at]!;
              if (whole ?? isInside(near, xy[2 * row]!, xy[2 * row + 1]!)) chosen[row] = 1;
            }
          }
        }
      });
    },
  };
};

const built = new WeakMap<PointPlaces, PointGrid>();

/** The grid of these places, built when it is first asked for. O(n) */
export const gridOf = (places: PointPlaces): PointGrid => {
  let grid = built.get(places);
  if (grid === undefined) {
    grid = build(places);
    built.set(places, grid);
  }
  return grid;
};
