/** Rows stand in blocks of 32, each block column by column; a block's box is in `low` and `high`, column by column over all blocks. */
const block: i32 = 32;
const columnBytes: usize = 256;

/** Squared distances of a point (its coordinates 256 bytes apart) to the rows of a block. */
function measure(point: usize, rows: usize, columns: i32, to: usize): void {
  for (let i: usize = 0; i < columnBytes; i += 64) {
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let own = point;
    let other = rows + i;
    for (let j = 0; j < columns; j++, own += columnBytes, other += columnBytes) {
      const value = v128.load64_splat(own);
      const d0 = f64x2.sub(value, v128.load(other));
      const d1 = f64x2.sub(value, v128.load(other, 16));
      const d2 = f64x2.sub(value, v128.load(other, 32));
      const d3 = f64x2.sub(value, v128.load(other, 48));
      s0 = f64x2.add(s0, f64x2.mul(d0, d0));
      s1 = f64x2.add(s1, f64x2.mul(d1, d1));
      s2 = f64x2.add(s2, f64x2.mul(d2, d2));
      s3 = f64x2.add(s3, f64x2.mul(d3, d3));
    }
    v128.store(to + i, s0);
    v128.store(to + i, s1, 16);
    v128.store(to + i, s2, 32);
    v128.store(to + i, s3, 48);
  }
}

/** Puts a value into a rising list, whose last falls out. */
function insert(list: usize, length: i32, value: f64): void {
  let at = list + ((<usize>(length - 1)) << 3);
  while (at > list && load<f64>(at - 8) > value) {
    store<f64>(at, load<f64>(at - 8));
    at -= 8;
  }
  store<f64>(at, value);
}

/** Takes the rows of a block into the lists of nearest ones of each row of another. */
function look(
  query: usize,
  other: usize,
  queries: i32,
  columns: i32,
  k: i32,
  apart: f64,
  tmp: usize,
  lists: usize,
): void {
  for (let q = 0; q < queries; q++) {
    const list = lists + ((<usize>(q * k)) << 3);
    const last = list + ((<usize>(k - 1)) << 3);
    if (!(apart < load<f64>(last))) continue;
    measure(query + ((<usize>q) << 3), other, columns, tmp);
    if (query == other) store<f64>(tmp + ((<usize>q) << 3), f64.MAX_VALUE);
    let worst = v128.load64_splat(last);
    for (let i: usize = 0; i < columnBytes; i += 16) {
      if (!v128.any_true(f64x2.lt(v128.load(tmp + i), worst))) continue;
      const a = load<f64>(tmp + i);
      if (a < load<f64>(last)) insert(list, k, a);
      const b = load<f64>(tmp + i, 8);
      if (b < load<f64>(last)) insert(list, k, b);
      worst = v128.load64_splat(last);
    }
  }
}

function greatestOf(lists: usize, queries: i32, k: i32): f64 {
  let most: f64 = 0;
  for (let q = 0; q < queries; q++) most = Math.max(most, load<f64>(lists + ((<usize>(q * k + k - 1)) << 3)));
  return most;
}

/**
 * Squared distance of each row of a block to its k-th nearest other row. Blocks whose box is farther than the nearest
 * ones found so far are never looked at. `scratch`: a number for each of the blocks, then 32 and 32 · k.
 */
export function coreOfBlock(
  points: usize,
  low: usize,
  high: usize,
  rows: i32,
  columns: i32,
  blocks: i32,
  k: i32,
  own: i32,
  scratch: usize,
  core: usize,
): void {
  const blockBytes = <usize>columns * columnBytes;
  const query = points + <usize>own * blockBytes;
  const queries = Math.min(<f64>block, <f64>(rows - own * block)) as i32;
  const tmp = scratch + ((<usize>blocks) << 3);
  const lists = tmp + columnBytes;
  for (let i = 0; i < queries * k; i++) store<f64>(lists + ((<usize>i) << 3), f64.MAX_VALUE);
  for (let other = 0; other < blocks; other++) {
    let square: f64 = 0;
    for (let j = 0; j < columns; j++) {
      const lows = low + ((<usize>(j * blocks)) << 3);
      const highs = high + ((<usize>(j * blocks)) << 3);
      const ahead = load<f64>(lows + ((<usize>other) << 3)) - load<f64>(highs + ((<usize>own) << 3));
      const behind = load<f64>(lows + ((<usize>own) << 3)) - load<f64>(highs + ((<usize>other) << 3));
      const gap = Math.max(0, Math.max(ahead, behind));
      square += gap * gap;
    }
    store<f64>(scratch + ((<usize>other) << 3), square);
  }
  look(query, query, queries, columns, k, -1, tmp, lists);
  store<f64>(scratch + ((<usize>own) << 3), f64.MAX_VALUE);
  let most = greatestOf(lists, queries, k);
  // Nearest block first until every list is full.
  while (most == f64.MAX_VALUE) {
    let nearest = 0;
    for (let other = 1; other < blocks; other++)
      if (load<f64>(scratch + ((<usize>other) << 3)) < load<f64>(scratch + ((<usize>nearest) << 3))) nearest = other;
    const apart = load<f64>(scratch + ((<usize>nearest) << 3));
    if (apart == f64.MAX_VALUE) break;
    look(query, points + <usize>nearest * blockBytes, queries, columns, k, apart, tmp, lists);
    store<f64>(scratch + ((<usize>nearest) << 3), f64.MAX_VALUE);
    most = greatestOf(lists, queries, k);
  }
  for (let share: f64 = 0.015625; share <= 1; share *= 4) {
    const limit = most * share;
    for (let other = 0; other < blocks; other++) {
      const apart = load<f64>(scratch + ((<usize>other) << 3));
      if (apart > limit) continue;
      look(query, points + <usize>other * blockBytes, queries, columns, k, apart, tmp, lists);
      store<f64>(scratch + ((<usize>other) << 3), f64.MAX_VALUE);
    }
    most = greatestOf(lists, queries, k);
  }
  for (let q = 0; q < queries; q++)
    store<f64>(core + ((<usize>(own * block + q)) << 3), load<f64>(lists + ((<usize>(q * k + k - 1)) << 3)));
}

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

/**
 * Takes a point that joined the tree into the keys of the blocks `first` to `last`, an even number of them, and leaves at
 * `out` their least key, the lowest row that has it, its place, and how many blocks had to be looked at. A place in the
 * tree has an infinite core and key. Blocks in which nothing can become nearer are passed over.
 */
export function relaxBlocks(
  points: usize,
  low: usize,
  high: usize,
  columns: i32,
  blocks: i32,
  cores: usize,
  keys: usize,
  leasts: usize,
  mosts: usize,
  rowOf: usize,
  place: i32,
  pointCore: f64,
  first: i32,
  last: i32,
  tmp: usize,
  out: usize,
): void {
  const blockBytes = <usize>columns * columnBytes;
  const zero = f64x2.splat(0);
  const own = place >> 5;
  const point = points + <usize>own * blockBytes + ((<usize>(place & 31)) << 3);
  let least: f64 = Infinity;
  let looked = 0;
  for (let pair = first; pair < last; pair += 2) {
    const at = (<usize>pair) << 3;
    let square = zero;
    for (let j = 0; j < columns; j++) {
      const column = (<usize>j * <usize>blocks) << 3;
      const value = v128.load64_splat(point + <usize>j * columnBytes);
      const ahead = f64x2.sub(v128.load(low + column + at), value);
      const behind = f64x2.sub(value, v128.load(high + column + at));
      const gap = f64x2.pmax(zero, f64x2.pmax(ahead, behind));
      square = f64x2.add(square, f64x2.mul(gap, gap));
    }
    const bound = f64x2.pmax(square, f64x2.splat(pointCore));
    const possible = f64x2.lt(bound, v128.load(mosts + at));
    for (let half = 0; half < 2; half++) {
      const other = pair + half;
      const there = (<usize>other) << 3;
      const may = half == 0 ? i64x2.extract_lane(possible, 0) : i64x2.extract_lane(possible, 1);
      if (may != 0 || other == own) {
        const start = <usize>other * columnBytes;
        const rows = points + <usize>other * blockBytes;
        relax(point, pointCore, rows, columns, cores + start, keys + start, tmp, leasts + there, mosts + there);
        looked++;
      }
      least = Math.min(least, load<f64>(leasts + there));
    }
  }
  let best = -1;
  let bestRow = i32.MAX_VALUE;
  for (let other = first; other < last; other++) {
    if (load<f64>(leasts + ((<usize>other) << 3)) != least) continue;
    for (let i = other * block; i < (other + 1) * block; i++) {
      if (load<f64>(keys + ((<usize>i) << 3)) != least || load<f64>(cores + ((<usize>i) << 3)) == Infinity) continue;
      const row = load<i32>(rowOf + ((<usize>i) << 2));
      if (row < bestRow) {
        bestRow = row;
        best = i;
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
  low: usize,
  high: usize,
  columns: i32,
  blocks: i32,
  cores: usize,
  keys: usize,
  leasts: usize,
  mosts: usize,
  rowOf: usize,
  tmp: usize,
  out: usize,
  path: usize,
  weights: usize,
  from: i32,
  to: i32,
): i32 {
  let looked = 0;
  for (let step = from; step < to; step++) {
    const place = load<i32>(path + ((<usize>(step - 1)) << 2));
    const core = load<f64>(cores + ((<usize>place) << 3));
    store<f64>(cores + ((<usize>place) << 3), Infinity);
    store<f64>(keys + ((<usize>place) << 3), Infinity);
    relaxBlocks(
      points,
      low,
      high,
      columns,
      blocks,
      cores,
      keys,
      leasts,
      mosts,
      rowOf,
      place,
      core,
      0,
      blocks,
      tmp,
      out,
    );
    store<i32>(path + ((<usize>step) << 2), load<i32>(out, 12));
    store<f64>(weights + ((<usize>step) << 3), load<f64>(out));
    looked += load<i32>(out, 16);
  }
  return looked;
}
