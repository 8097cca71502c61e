import { type Arena, arenaBytes, type Placed } from '../kernels/arena.ts';
import { columnOf, type Matrix } from '../matrix.ts';
import { type Progress, throwIfCancelled } from '../progress.ts';
import { blockRows, groupBlocks } from './density-block.ts';

/** How many of everything there are: blocks fill whole groups, and groups whole pairs, for two boxes are looked at together. */
export interface DensityShape {
  readonly rows: number;
  readonly columns: number;
  readonly blocks: number;
  readonly groups: number;
  readonly places: number;
}

export const shapeOf = ({ rows, columns }: Matrix): DensityShape => {
  const groups = 2 * Math.ceil(rows / blockRows / groupBlocks / 2);
  const blocks = groups * groupBlocks;
  return { rows, columns, blocks, groups, places: blocks * blockRows };
};

/** Where the kernels find the rows in blocks, and what is known of them. */
export interface DensityLayout {
  readonly points: Placed<Float64Array>;
  /** Low corners of the blocks, high corners, and both of the groups. */
  readonly boxes: Placed<Float64Array>;
  /** Cores and keys of the places, least and greatest open key of the blocks, and of the groups. */
  readonly state: Placed<Float64Array>;
  /** The points about their middle as 4-byte floats in units of the greatest coordinate, then a threshold a place. */
  readonly screen: Placed<Float32Array>;
  /** One divided by that unit. */
  readonly perUnit: number;
  readonly rowOf: Placed<Int32Array>;
}

const sizesOf = ({ columns, blocks, groups, places }: DensityShape) => ({
  points: places * columns,
  boxes: 2 * columns * (blocks + groups),
  state: 2 * (places + blocks + groups),
  screen: places * (columns + 1),
});

export const layoutBytes = (shape: DensityShape): number => {
  const { points, boxes, state, screen } = sizesOf(shape);
  return arenaBytes(points * 8, boxes * 8, state * 8, screen * 4, shape.places * 4);
};

/** Units below this are no longer divided by. */
const leastUnit = 1e-300;

/** Every threshold begins above whatever is there. Returns one divided by the unit. */
const fillScreen = (
  screen: Float32Array,
  points: Float64Array,
  { columns, blocks, places }: DensityShape,
  low: Float64Array,
  high: Float64Array,
): number => {
  const middles = new Float64Array(columns);
  let unit = leastUnit;
  for (let j = 0; j < columns; j += 1) {
    let least = Number.POSITIVE_INFINITY;
    let most = Number.NEGATIVE_INFINITY;
    for (let box = j * blocks; box < (j + 1) * blocks; box += 1) {
      least = Math.min(least, low[box]!);
      most = Math.max(most, high[box]!);
    }
    middles[j] = least / 2 + most / 2;
    unit = Math.max(unit, most - middles[j]!, middles[j]! - least);
  }
  for (let at = 0; at < places * columns; at += 1)
    screen[at] = (points[at]! - middles[Math.floor(at / blockRows) % columns]!) / unit;
  screen.fill(Number.POSITIVE_INFINITY, places * columns);
  return 1 / unit;
};

/**
 * Puts the rows there in that order. What is not there stands at infinity: nothing is ever near it.
 * @throws AppError `cancelled`
 */
export const layOut = (
  arena: Arena,
  matrix: Matrix,
  shape: DensityShape,
  order: Int32Array,
  progress: Progress,
): DensityLayout => {
  const { rows, columns, blocks, groups, places } = shape;
  const sizes = sizesOf(shape);
  const points = arena.f64(sizes.points);
  const boxes = arena.f64(sizes.boxes);
  const state = arena.f64(sizes.state);
  const screen = arena.f32(sizes.screen);
  const rowOf = arena.i32(places);
  points.view.fill(Number.POSITIVE_INFINITY);
  const corners = [blocks, blocks, groups, groups].map((count, i, counts) => {
    const start = counts.slice(0, i).reduce((sum, before) => sum + before * columns, 0);
    const view = boxes.view.subarray(start, start + count * columns);
    return view.fill(i % 2 === 0 ? Number.POSITIVE_INFINITY : Number.NEGATIVE_INFINITY);
  });
  for (let j = 0; j < columns; j += 1) {
    const column = columnOf(matrix, j);
    for (let place = 0; place < rows; place += 1) {
      const value = column[order[place]!]!;
      const block = Math.floor(place / blockRows);
      const group = Math.floor(block / groupBlocks);
      points.view[(block * columns + j) * blockRows + (place % blockRows)] = value;
      for (const [low, high, at] of [
        [0, 1, j * blocks + block],
        [2, 3, j * groups + group],
      ] as const) {
        if (value < corners[low]![at]!) corners[low]![at] = value;
        if (value > corners[high]![at]!) corners[high]![at] = value;
      }
    }
    throwIfCancelled(progress);
  }
  rowOf.view.set(order);
  // Keys and least keys are not known yet; what is not there has no open key.
  state.view.fill(Number.POSITIVE_INFINITY);
  const mosts = 2 * places + blocks;
  const there = Math.ceil(rows / blockRows);
  state.view.fill(Number.NEGATIVE_INFINITY, mosts + there, mosts + blocks);
  const groupMosts = 2 * places + 2 * blocks + groups;
  state.view.fill(Number.NEGATIVE_INFINITY, groupMosts + Math.ceil(there / groupBlocks), groupMosts + groups);
  const perUnit = fillScreen(screen.view, points.view, shape, corners[0]!, corners[1]!);
  throwIfCancelled(progress);
  return { points, boxes, state, screen, perUnit, rowOf };
};
