import { block, columnBytes, measure } from './lib/density-blocks';

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
