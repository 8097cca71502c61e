import { block, columnBytes, measure } from './lib/density-blocks';

/** Blocks of a group. */
const groupBlocks: i32 = 16;

/**
 * Brings a block's keys up to date with a point that joined the tree, and its least key and the greatest that can still
 * fall: a key is never below its row's own core.
 */
function relax(
  point: usize,
  pointCore: f64,
  rows: usize,
  columns: i32,
  cores: usize,
  keys: usize,
  tmp: usize,
  least: usize,
  most: usize,
): void {
  measure(point, rows, columns, tmp);
  const infinite = f64x2.splat(Infinity);
  const own = f64x2.splat(pointCore);
  let low = infinite;
  const never = f64x2.splat(-Infinity);
  let high = never;
  for (let i: usize = 0; i < columnBytes; i += 16) {
    const core = v128.load(cores + i);
    const reach = f64x2.max(f64x2.max(v128.load(tmp + i), own), core);
    const key = f64x2.min(reach, v128.load(keys + i));
    v128.store(keys + i, key);
    low = f64x2.min(low, key);
    high = f64x2.pmax(high, v128.bitselect(key, never, f64x2.gt(key, core)));
  }
  store<f64>(least, Math.min(f64x2.extract_lane(low, 0), f64x2.extract_lane(low, 1)));
  store<f64>(most, Math.max(f64x2.extract_lane(high, 0), f64x2.extract_lane(high, 1)));
}

/** Which of two boxes side by side a point is so near to that something in them may become nearer. */
function mayImprove(
  point: usize,
  columns: i32,
  low: usize,
  high: usize,
  columnStep: usize,
  pointCore: f64,
  mosts: usize,
): v128 {
  const zero = f64x2.splat(0);
  let square = zero;
  for (let j = 0; j < columns; j++, point += columnBytes, low += columnStep, high += columnStep) {
    const value = v128.load64_splat(point);
    const gap = f64x2.pmax(zero, f64x2.pmax(f64x2.sub(v128.load(low), value), f64x2.sub(value, v128.load(high))));
    square = f64x2.add(square, f64x2.mul(gap, gap));
  }
  return f64x2.lt(f64x2.pmax(square, f64x2.splat(pointCore)), v128.load(mosts));
}

/** Takes a point into the blocks of a group, and gives how many had to be looked at. `own`: the point's block. */
function relaxGroup(
  points: usize,
  boxes: usize,
  columns: i32,
  blocks: i32,
  state: usize,
  point: usize,
  pointCore: f64,
  own: i32,
  group: i32,
  tmp: usize,
): i32 {
  const blockBytes = <usize>columns * columnBytes;
  const columnStep = (<usize>blocks) << 3;
  const cornerBytes = columnStep * <usize>columns;
  const places = (<usize>(blocks * block)) << 3;
  const leasts = state + 2 * places;
  const mosts = leasts + columnStep;
  let least = Infinity;
  let most = -Infinity;
  let looked = 0;
  for (let pair = group * groupBlocks; pair < (group + 1) * groupBlocks; pair += 2) {
    const at = (<usize>pair) << 3;
    const possible = mayImprove(
      point,
      columns,
      boxes + at,
      boxes + cornerBytes + at,
      columnStep,
      pointCore,
      mosts + at,
    );
    for (let half = 0; half < 2; half++) {
      const other = pair + half;
      const there = (<usize>other) << 3;
      const may = half == 0 ? i64x2.extract_lane(possible, 0) : i64x2.extract_lane(possible, 1);
      if (may != 0 || other == own) {
        const cores = state + <usize>other * columnBytes;
        const rows = points + <usize>other * blockBytes;
        relax(point, pointCore, rows, columns, cores, cores + places, tmp, leasts + there, mosts + there);
        looked++;
      }
      least = Math.min(least, load<f64>(leasts + there));
      most = Math.max(most, load<f64>(mosts + there));
    }
  }
  const groups = mosts + columnStep + ((<usize>group) << 3);
  store<f64>(groups, least);
  store<f64>(groups + ((<usize>(blocks / groupBlocks)) << 3), most);
  return looked;
}

/**
 * Takes a point that joined the tree into the keys of the groups `first` to `last`, an even number of them, and leaves at
 * `out` their least key, the lowest row that has it, its place, and how many blocks had to be looked at. Groups and
 * blocks in which nothing can become nearer are passed over. `boxes`: low corners of the blocks, high corners, and both
 * of the groups, column by column. `state`: cores and keys of all places (both infinite for one in the tree), least and
 * greatest open key of each block, and of each group.
 */
export function relaxGroups(
  points: usize,
  boxes: usize,
  columns: i32,
  blocks: i32,
  state: usize,
  rowOf: usize,
  place: i32,
  pointCore: f64,
  first: i32,
  last: i32,
  tmp: usize,
  out: usize,
): void {
  const own = place >> 5;
  const point = points + <usize>own * <usize>columns * columnBytes + ((<usize>(place & 31)) << 3);
  const columnStep = (<usize>blocks) << 3;
  const groupStep = (<usize>(blocks / groupBlocks)) << 3;
  const groupBoxes = boxes + 2 * columnStep * <usize>columns;
  const cornerBytes = groupStep * <usize>columns;
  const keys = state + columnStep * <usize>block;
  const leasts = keys + columnStep * <usize>block;
  const groupLeasts = leasts + 2 * columnStep;
  const groupMosts = groupLeasts + groupStep;
  let least = Infinity;
  let looked = 0;
  for (let pair = first; pair < last; pair += 2) {
    const at = (<usize>pair) << 3;
    const low = groupBoxes + at;
    const possible = mayImprove(point, columns, low, low + cornerBytes, groupStep, pointCore, groupMosts + at);
    for (let half = 0; half < 2; half++) {
      const group = pair + half;
      const may = half == 0 ? i64x2.extract_lane(possible, 0) : i64x2.extract_lane(possible, 1);
      if (may != 0 || group == own / groupBlocks)
        looked += relaxGroup(points, boxes, columns, blocks, state, point, pointCore, own, group, tmp);
      least = Math.min(least, load<f64>(groupLeasts + ((<usize>group) << 3)));
    }
  }
  let best = -1;
  let bestRow = i32.MAX_VALUE;
  for (let group = first; group < last; group++) {
    if (load<f64>(groupLeasts + ((<usize>group) << 3)) != least) continue;
    for (let other = group * groupBlocks; other < (group + 1) * groupBlocks; other++) {
      if (load<f64>(leasts + ((<usize>other) << 3)) != least) continue;
      for (let i = other * block; i < (other + 1) * block; i++) {
        const at = (<usize>i) << 3;
        if (load<f64>(keys + at) != least || load<f64>(state + at) == Infinity) continue;
        const row = load<i32>(rowOf + ((<usize>i) << 2));
        if (row < bestRow) {
          bestRow = row;
          best = i;
        }
      }
    }
  }
  store<f64>(out, least);
  store<i32>(out, bestRow, 8);
  store<i32>(out, best, 12);
  store<i32>(out, looked, 16);
}

/**
 * Steps `from` to `to` of Prim's algorithm over mutual reachability, squared. `path[i]` is the place that joins at step
 * i, `weights[i]` at what; of equally near places that of the lowest row joins. Gives how many blocks were looked at.
 */
export function primSteps(
  points: usize,
  boxes: usize,
  columns: i32,
  blocks: i32,
  state: usize,
  rowOf: usize,
  tmp: usize,
  out: usize,
  path: usize,
  weights: usize,
  from: i32,
  to: i32,
): i32 {
  const keys = state + ((<usize>(blocks * block)) << 3);
  const groups = blocks / groupBlocks;
  let looked = 0;
  for (let step = from; step < to; step++) {
    const place = load<i32>(path + ((<usize>(step - 1)) << 2));
    const core = load<f64>(state + ((<usize>place) << 3));
    store<f64>(state + ((<usize>place) << 3), Infinity);
    store<f64>(keys + ((<usize>place) << 3), Infinity);
    relaxGroups(points, boxes, columns, blocks, state, rowOf, place, core, 0, groups, tmp, out);
    store<i32>(path + ((<usize>step) << 2), load<i32>(out, 12));
    store<f64>(weights + ((<usize>step) << 3), load<f64>(out));
    looked += load<i32>(out, 16);
  }
  return looked;
}
