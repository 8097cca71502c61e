import { block, columnBytes, measure } from './lib/density-blocks';

/** Blocks of a group. */
const groupBlocks: i32 = 16;

/**
 * Whether a point may be nearer to a row of a block than that row's key, by 4-byte floats: what is at or above its
 * threshold surely is not.
 */
function mayRelax(point: usize, rows: usize, columns: i32, thresholds: usize): bool {
  for (let i: usize = 0; i < columnBytes >> 1; i += 64) {
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let own = point;
    let other = rows + i;
    for (let j = 0; j < columns; j++, own += columnBytes >> 1, other += columnBytes >> 1) {
      const value = v128.load32_splat(own);
      const d0 = f32x4.sub(value, v128.load(other));
      const d1 = f32x4.sub(value, v128.load(other, 16));
      const d2 = f32x4.sub(value, v128.load(other, 32));
      const d3 = f32x4.sub(value, v128.load(other, 48));
      s0 = f32x4.add(s0, f32x4.mul(d0, d0));
      s1 = f32x4.add(s1, f32x4.mul(d1, d1));
      s2 = f32x4.add(s2, f32x4.mul(d2, d2));
      s3 = f32x4.add(s3, f32x4.mul(d3, d3));
    }
    const at = thresholds + i;
    const below = v128.or(
      v128.or(f32x4.lt(s0, v128.load(at)), f32x4.lt(s1, v128.load(at, 16))),
      v128.or(f32x4.lt(s2, v128.load(at, 32)), f32x4.lt(s3, v128.load(at, 48))),
    );
    if (v128.any_true(below)) return true;
  }
  return false;
}

/**
 * Brings a block's keys up to date with a point that joined the tree, and its least key and the greatest that can still
 * fall: a key is never below its row's own core. The thresholds of the screen, in units of the greatest coordinate, lie
 * above the keys by more than 4-byte floats err: each coordinate by 2⁻²⁴ of that unit, a sum by 2⁻²⁴ of itself a term.
 */
function relax(
  point: usize,
  pointCore: f64,
  rows: usize,
  columns: i32,
  cores: usize,
  keys: usize,
  thresholds: usize,
  perUnit: f64,
  tmp: usize,
  least: usize,
  most: usize,
): void {
  measure(point, rows, columns, tmp);
  const infinite = f64x2.splat(Infinity);
  const own = f64x2.splat(pointCore);
  const never = f64x2.splat(-Infinity);
  const slack = f64x2.splat(Math.sqrt(<f64>columns) * 4.76837158203125e-7);
  const scale = f64x2.splat(perUnit);
  const factor = f64x2.splat(1 + <f64>(columns + 8) * 4.76837158203125e-7);
  let low = infinite;
  let high = never;
  for (let i: usize = 0; i < columnBytes; i += 16) {
    const core = v128.load(cores + i);
    const reach = f64x2.max(f64x2.max(v128.load(tmp + i), own), core);
    const key = f64x2.min(reach, v128.load(keys + i));
    const open = f64x2.gt(key, core);
    v128.store(keys + i, key);
    low = f64x2.min(low, key);
    high = f64x2.pmax(high, v128.bitselect(key, never, open));
    const reached = f64x2.mul(f64x2.add(f64x2.mul(f64x2.sqrt(key), scale), slack), factor);
    const threshold = f32x4.demote_f64x2_zero(v128.bitselect(f64x2.mul(reached, reached), never, open));
    store<f64>(thresholds + (i >> 1), f64x2.extract_lane(threshold, 0));
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

/** Takes a point into the blocks of a group, and gives how many had to be looked at. */
function relaxGroup(
  points: usize,
  boxes: usize,
  columns: i32,
  blocks: i32,
  state: usize,
  screen: usize,
  perUnit: f64,
  place: i32,
  point: usize,
  pointCore: f64,
  group: i32,
  tmp: usize,
): i32 {
  const own = place >> 5;
  const screened = screen + ((<usize>own * <usize>columns * columnBytes) >> 1) + ((<usize>(place & 31)) << 2);
  const thresholds = screen + ((<usize>blocks * <usize>columns * columnBytes) >> 1);
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
        const own32 = thresholds + ((<usize>other * columnBytes) >> 1);
        looked++;
        if (other == own || mayRelax(screened, screen + ((<usize>other * blockBytes) >> 1), columns, own32))
          relax(
            point,
            pointCore,
            rows,
            columns,
            cores,
            cores + places,
            own32,
            perUnit,
            tmp,
            leasts + there,
            mosts + there,
          );
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
 * greatest open key of each block, and of each group. `screen`: the points as 4-byte floats in units of the greatest
 * coordinate, of which `perUnit` is one divided by it, then a threshold for each place.
 */
export function relaxGroups(
  points: usize,
  boxes: usize,
  columns: i32,
  blocks: i32,
  state: usize,
  screen: usize,
  perUnit: f64,
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
        looked += relaxGroup(
          points,
          boxes,
          columns,
          blocks,
          state,
          screen,
          perUnit,
          place,
          point,
          pointCore,
          group,
          tmp,
        );
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
  screen: usize,
  perUnit: f64,
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
    relaxGroups(points, boxes, columns, blocks, state, screen, perUnit, rowOf, place, core, 0, groups, tmp, out);
    store<i32>(path + ((<usize>step) << 2), load<i32>(out, 12));
    store<f64>(weights + ((<usize>step) << 3), load<f64>(out));
    looked += load<i32>(out, 16);
  }
  return looked;
}
