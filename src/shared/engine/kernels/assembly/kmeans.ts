import {
  centroidsOf,
  clustersOf,
  columnsOf,
  driftsOf,
  flatOf,
  isFirst,
  labelsOf,
  marginsOf,
  scaleOf,
  screenOf,
  strideOf,
  weightsOf,
} from './lib/kmeans-fit';
import { boundMargins, nearestTwo } from './lib/kmeans-nearest';
import { addDelta, addRow } from './lib/kmeans-sums';
import { blockPoints, transposeFour } from './lib/transpose';

/** Squared distance of two rows of doubles, summed from the first column on. */
function squaredDistance(a: usize, b: usize, columns: i32): f64 {
  let sum: f64 = 0;
  for (let j = 0; j < columns; j++) {
    const difference = load<f64>(a) - load<f64>(b);
    sum += difference * difference;
    a += 8;
    b += 8;
  }
  return sum;
}

/** The nearest centroid in f64, the lowest of equally near ones; the margin to the second goes to `margin`. */
function decide(fit: usize, row: i32, margin: usize): i32 {
  const k = clustersOf(fit);
  const columns = columnsOf(fit);
  const bytes = (<usize>columns) << 3;
  const point = flatOf(fit) + <usize>row * bytes;
  let centroid = centroidsOf(fit);
  let best = 0;
  let least = Infinity;
  let second = Infinity;
  for (let c = 0; c < k; c++) {
    const square = squaredDistance(point, centroid, columns);
    if (square < least) {
      second = least;
      least = square;
      best = c;
    } else if (square < second) second = square;
    centroid += bytes;
  }
  const near = Math.sqrt(least);
  const far = Math.sqrt(second);
  const apart = k > 1 ? (far - near - 1e-12 * (far + near)) * scaleOf(fit) * 0.999999 : 1e18;
  // Of equally near ones nothing may be concluded: such a row is looked at again each time.
  store<f32>(margin, apart > 0 ? <f32>Math.min(apart, 1e18) : -1);
  return best;
}

/** A margin in the drifts' count, rounded down. */
function storedMargin(margin: f32, drift: f32): f32 {
  const sum = margin + drift;
  return sum - sum * 6e-7;
}

/**
 * Gives the rows of a list their nearest centroid; whoever changed is put down as row and label before, −1 for none.
 * @param list at most 64 row numbers, up to the next multiple of 8 filled with the last
 * @returns the end of the changes
 */
function assignList(fit: usize, list: usize, count: i32, block: usize, changes: usize): usize {
  const stride = strideOf(fit);
  const bytes = (<usize>stride) << 2;
  const squares = block + ((<usize>stride) << 8);
  const results = squares + 256;
  const screen = screenOf(fit);
  const padded = (count + 7) & ~7;
  for (let at = 0; at < padded; at += 4) {
    const from = list + ((<usize>at) << 2);
    const lengths = transposeFour(
      screen + <usize>load<u32>(from) * bytes,
      screen + <usize>load<u32>(from, 4) * bytes,
      screen + <usize>load<u32>(from, 8) * bytes,
      screen + <usize>load<u32>(from, 12) * bytes,
      stride,
      block,
      at,
    );
    v128.store(squares + ((<usize>at) << 2), lengths);
  }
  nearestTwo(fit, block, padded, results);
  boundMargins(fit, squares, padded, results);
  const first = isFirst(fit);
  const labels = labelsOf(fit);
  const margins = marginsOf(fit);
  const drifts = driftsOf(fit);
  for (let at = 0; at < count; at++) {
    const row = load<i32>(list + ((<usize>at) << 2));
    const result = results + ((<usize>at) << 2);
    let label = load<i32>(result, 512);
    if (!(load<f32>(result) > 0)) label = decide(fit, row, result);
    const margin = load<f32>(result);
    store<f32>(
      margins + ((<usize>row) << 2),
      margin > 0 ? storedMargin(margin, load<f32>(drifts + ((<usize>label) << 2))) : -1,
    );
    const labelAt = labels + ((<usize>row) << 1);
    const before = first ? -1 : <i32>load<u16>(labelAt);
    store<u16>(labelAt, <u16>label);
    store<i32>(changes, row);
    store<i32>(changes, before, 4);
    changes += (<usize>i32(before != label)) << 3;
  }
  return changes;
}

/** Moves the rows that changed from one cluster's sums to another's. */
function moveChanged(fit: usize, changes: usize, end: usize, delta: usize): void {
  const k = clustersOf(fit);
  const columns = columnsOf(fit);
  const bytes = (<usize>columns) << 3;
  const labels = labelsOf(fit);
  const weights = weightsOf(fit);
  const flat = flatOf(fit);
  // Asks for all of them first, where they stand apart: the memory answers many questions at a time, each one slowly.
  let touched: i64 = 0;
  for (let at = isFirst(fit) ? end : changes; at < end; at += 8) {
    const point = flat + <usize>load<u32>(at) * bytes;
    for (let line: usize = 0; line < min<usize>(bytes, 256); line += 64) touched |= load<i64>(point + line);
    touched |= load<i64>(point + bytes - 8);
  }
  store<i64>(end, touched);
  for (let at = changes; at < end; at += 8) {
    const row = <usize>load<u32>(at);
    const before = load<i32>(at, 4);
    const point = flat + row * bytes;
    const weight: f64 = weights == 0 ? 1 : load<f64>(weights + (row << 3));
    addRow(delta, k, columns, load<u16>(labels + (row << 1)), point, weight, 1);
    if (before >= 0) addRow(delta, k, columns, before, point, weight, -1);
  }
  store<i32>(delta, load<i32>(delta) + <i32>((end - changes) >> 3));
}

/** Empties a delta. */
export function clearDelta(fit: usize, delta: usize): void {
  memory.fill(delta, 0, 64 + <usize>clustersOf(fit));
}

/** Adds a delta to the totals. */
export function reduceDelta(fit: usize, delta: usize, totals: usize): void {
  addDelta(delta, clustersOf(fit), columnsOf(fit), totals);
}

/** Appends the rows from `start` to below `end` whose margin the drift has used up; returns the end of the list. */
function listFailing(fit: usize, start: i32, end: i32, list: usize): usize {
  const labels = labelsOf(fit);
  const margins = marginsOf(fit);
  const drifts = driftsOf(fit);
  let row = start;
  if (clustersOf(fit) <= 16) {
    // The drift of 16 rows at once: looked up byte by byte, then put together again.
    const d0 = v128.load(drifts);
    const d1 = v128.load(drifts, 16);
    const d2 = v128.load(drifts, 32);
    const d3 = v128.load(drifts, 48);
    const a0 = i8x16.shuffle(d0, d1, 0, 4, 8, 12, 16, 20, 24, 28, 1, 5, 9, 13, 17, 21, 25, 29);
    const a1 = i8x16.shuffle(d2, d3, 0, 4, 8, 12, 16, 20, 24, 28, 1, 5, 9, 13, 17, 21, 25, 29);
    const b0 = i8x16.shuffle(d0, d1, 2, 6, 10, 14, 18, 22, 26, 30, 3, 7, 11, 15, 19, 23, 27, 31);
    const b1 = i8x16.shuffle(d2, d3, 2, 6, 10, 14, 18, 22, 26, 30, 3, 7, 11, 15, 19, 23, 27, 31);
    const byte0 = i64x2.shuffle(a0, a1, 0, 2);
    const byte1 = i64x2.shuffle(a0, a1, 1, 3);
    const byte2 = i64x2.shuffle(b0, b1, 0, 2);
    const byte3 = i64x2.shuffle(b0, b1, 1, 3);
    for (; row + 16 <= end; row += 16) {
      const at = labels + ((<usize>row) << 1);
      const label = i8x16.narrow_i16x8_u(v128.load(at), v128.load(at, 16));
      const p0 = i8x16.swizzle(byte0, label);
      const p1 = i8x16.swizzle(byte1, label);
      const p2 = i8x16.swizzle(byte2, label);
      const p3 = i8x16.swizzle(byte3, label);
      const low01 = i8x16.shuffle(p0, p1, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      const high01 = i8x16.shuffle(p0, p1, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
      const low23 = i8x16.shuffle(p2, p3, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      const high23 = i8x16.shuffle(p2, p3, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
      const margin = margins + ((<usize>row) << 2);
      const kept0 = f32x4.gt(v128.load(margin), i16x8.shuffle(low01, low23, 0, 8, 1, 9, 2, 10, 3, 11));
      const kept1 = f32x4.gt(v128.load(margin, 16), i16x8.shuffle(low01, low23, 4, 12, 5, 13, 6, 14, 7, 15));
      const kept2 = f32x4.gt(v128.load(margin, 32), i16x8.shuffle(high01, high23, 0, 8, 1, 9, 2, 10, 3, 11));
      const kept3 = f32x4.gt(v128.load(margin, 48), i16x8.shuffle(high01, high23, 4, 12, 5, 13, 6, 14, 7, 15));
      const kept = i8x16.narrow_i16x8_s(i16x8.narrow_i32x4_s(kept0, kept1), i16x8.narrow_i32x4_s(kept2, kept3));
      let failing = ~i8x16.bitmask(kept) & 0xffff;
      while (failing != 0) {
        store<i32>(list, row + ctz(failing));
        list += 4;
        failing &= failing - 1;
      }
    }
  }
  for (; row < end; row++) {
    const drift = load<f32>(drifts + ((<usize>load<u16>(labels + ((<usize>row) << 1))) << 2));
    store<i32>(list, row);
    list += (<usize>i32(!(load<f32>(margins + ((<usize>row) << 2)) > drift))) << 2;
  }
  return list;
}

/**
 * Gives rows from `from` to below `to` their nearest centroid: those whose margin the drift has not used up keep theirs
 * unseen (Hamerly 2010); the others are gathered and decided on the screen, and in f64 where the screen cannot tell.
 * @param scratch 1,032 row numbers, 1,032 changes, then a block
 */
export function assignRows(fit: usize, from: i32, to: i32, scratch: usize, delta: usize): void {
  const first = isFirst(fit);
  const changes = scratch + 1032 * 4;
  const block = changes + 1032 * 8;
  for (let start = from; start < to; start += 1024) {
    const end = min(start + 1024, to);
    let next = scratch;
    if (first)
      for (let row = start; row < end; row++) {
        store<i32>(next, row);
        next += 4;
      }
    else next = listFailing(fit, start, end, scratch);
    const count = <i32>((next - scratch) >> 2);
    if (count == 0) continue;
    const last = load<i32>(next - 4);
    for (let i = 0; i < 8; i++) store<i32>(next + ((<usize>i) << 2), last);
    let changed = changes;
    for (let at = 0; at < count; at += blockPoints)
      changed = assignList(fit, scratch + ((<usize>at) << 2), min(count - at, blockPoints), block, changed);
    moveChanged(fit, changes, changed, delta);
  }
}

/** Sum of weight × squared distance to the centroid of the label, in f64. */
export function inertiaOfRows(fit: usize, from: i32, to: i32): f64 {
  const columns = columnsOf(fit);
  const bytes = (<usize>columns) << 3;
  const centroids = centroidsOf(fit);
  const labels = labelsOf(fit);
  const weights = weightsOf(fit);
  let point = flatOf(fit) + <usize>from * bytes;
  let sum: f64 = 0;
  for (let row = from; row < to; row++) {
    const label = load<u16>(labels + ((<usize>row) << 1));
    const square = squaredDistance(point, centroids + <usize>label * bytes, columns);
    sum += weights == 0 ? square : square * load<f64>(weights + ((<usize>row) << 3));
    point += bytes;
  }
  return sum;
}
