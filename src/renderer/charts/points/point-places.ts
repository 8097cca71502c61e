import { extentOf, type View } from './view.ts';

/** Cells across and up of the coarse count. */
export const coarse = 128;

/** Where the points are, as the drawing parts need it: once for every picture of the same two columns. */
export interface PointPlaces {
  readonly count: number;
  readonly x: readonly [number, number];
  readonly y: readonly [number, number];
  /** x and y of each point, 0 … 1 from the least to the greatest value; far outside where a value is missing. */
  readonly xy: Float32Array<ArrayBuffer>;
  /** How many points each cell of a coarse grid holds, row by row from below. */
  readonly counts: Uint32Array;
}

/** Further out than any view reaches. */
const nowhere = -1000;

const place = (x: Float64Array, y: Float64Array): PointPlaces => {
  const [rangeX, rangeY] = [extentOf(x), extentOf(y)];
  const across = 1 / (rangeX[1] - rangeX[0] || 1);
  const up = 1 / (rangeY[1] - rangeY[0] || 1);
  const xy = new Float32Array(x.length * 2);
  const counts = new Uint32Array(coarse * coarse);
  for (let i = 0; i < x.length; i += 1) {
    const [px, py] = [(x[i]! - rangeX[0]) * across, (y[i]! - rangeY[0]) * up];
    const known = px >= 0 && py >= 0 && px <= 1 && py <= 1;
    xy[2 * i] = known ? px : nowhere;
    xy[2 * i + 1] = known ? py : nowhere;
    if (!known) continue;
    const column = Math.min(coarse - 1, Math.floor(px * coarse));
    counts[Math.min(coarse - 1, Math.floor(py * coarse)) * coarse + column]! += 1;
  }
  return { count: x.length, x: rangeX, y: rangeY, xy, counts };
};

const known = new WeakMap<Float64Array, WeakMap<Float64Array, PointPlaces>>();

/** Places of the points at `x` and `y`; the same two columns give the same object. O(n) the first time. */
export const placesOf = (x: Float64Array, y: Float64Array): PointPlaces => {
  let byY = known.get(x);
  if (byY === undefined) {
    byY = new WeakMap();
    known.set(x, byY);
  }
  let found = byY.get(y);
  if (found === undefined) {
    found = place(x, y);
    byY.set(y, found);
  }
  return found;
};

/** A view in the places' own 0 … 1. */
export const windowOf = ({ x, y }: Pick<PointPlaces, 'x' | 'y'>, { x0, x1, y0, y1 }: View): View => {
  const [width, height] = [x[1] - x[0] || 1, y[1] - y[0] || 1];
  return { x0: (x0 - x[0]) / width, x1: (x1 - x[0]) / width, y0: (y0 - y[0]) / height, y1: (y1 - y[0]) / height };
};
