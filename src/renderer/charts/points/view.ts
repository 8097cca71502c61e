/** The part of a picture that is looked at, in the units of its axes. */
export interface View {
  readonly x0: number;
  readonly x1: number;
  readonly y0: number;
  readonly y1: number;
}

/** Least and greatest value; 0 … 1 where there is none. O(n). */
export const extentOf = (values: Float64Array): readonly [number, number] => {
  let [low, high] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let i = 0; i < values.length; i += 1) {
    const value = values[i]!;
    // Not a number compares with nothing.
    if (value < low) low = value;
    if (value > high) high = value;
  }
  return low <= high ? [low, high] : [0, 1];
};

const room = 0.045;
const around = ([low, high]: readonly [number, number]): readonly [number, number] => {
  const span = high - low || Math.abs(high) || 1;
  return [low - span * room, high + span * room];
};

/** Everybody, with a little room around them. */
export const homeView = (x: readonly [number, number], y: readonly [number, number]): View => {
  const [x0, x1] = around(x);
  const [y0, y1] = around(y);
  return { x0, x1, y0, y1 };
};

/** Closest and furthest, as shares of everybody. */
const closest = 1 / 4000;
const furthest = 1.6;

const kept = (low: number, high: number, homeLow: number, homeHigh: number): readonly [number, number] => {
  const home = homeHigh - homeLow;
  const span = Math.min(home * furthest, Math.max(home * closest, high - low));
  // The middle stays where customers can be, so that nobody gets lost in the void.
  const middle = Math.min(homeHigh, Math.max(homeLow, (low + high) / 2));
  return [middle - span / 2, middle + span / 2];
};

export const keepInside = ({ x0, x1, y0, y1 }: View, home: View): View => {
  const [left, right] = kept(x0, x1, home.x0, home.x1);
  const [bottom, top] = kept(y0, y1, home.y0, home.y1);
  return { x0: left, x1: right, y0: bottom, y1: top };
};

/** Closer (factor below 1) or further around a place; `fx` and `fy` are its shares of the width and, from below, the height. */
export const zoomAt = ({ x0, x1, y0, y1 }: View, factor: number, fx = 0.5, fy = 0.5): View => {
  const [x, y] = [x0 + (x1 - x0) * fx, y0 + (y1 - y0) * fy];
  return {
    x0: x + (x0 - x) * factor,
    x1: x + (x1 - x) * factor,
    y0: y + (y0 - y) * factor,
    y1: y + (y1 - y) * factor,
  };
};

/** Moved by shares of its width and, upwards, its height. */
export const moveBy = ({ x0, x1, y0, y1 }: View, fx: number, fy: number): View => {
  const [dx, dy] = [(x1 - x0) * fx, (y1 - y0) * fy];
  return { x0: x0 + dx, x1: x1 + dx, y0: y0 + dy, y1: y1 + dy };
};

export const sameView = (a: View, b: View): boolean => a.x0 === b.x0 && a.x1 === b.x1 && a.y0 === b.y0 && a.y1 === b.y1;
