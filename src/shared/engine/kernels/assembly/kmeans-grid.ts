import {
  centroidsOf,
  clustersOf,
  columnsOf,
  driftsOf,
  gridOf,
  isFirst,
  labelsOf,
  marginsOf,
  pairsOf,
  scaleOf,
} from './lib/grid-fit';
import { nearestOnGrid } from './lib/grid-nearest';
import { settle } from './lib/grid-settle';
import { addDelta, addRow } from './lib/kmeans-sums';

export { refineRows } from './lib/grid-refine';

/** Rows that are looked at in one go. */
const chunk: i32 = 1024;

/** Squared distances of a row of that many bytes to two others, `step` bytes apart, summed from the first column on. */
function squaredDistances(row: usize, others: usize, step: usize, bytes: usize): v128 {
  let sum = f64x2.splat(0);
  for (let j: usize = 0; j < bytes; j += 8) {
    const other = f64x2.replace_lane(v128.load64_splat(others + j), 1, load<f64>(others + step + j));
    const difference = f64x2.sub(v128.load64_splat(row + j), other);
    sum = f64x2.add(sum, f64x2.mul(difference, difference));
  }
  return sum;
}

/**
 * Decides rows in f64, the lowest of equally near centroids.
 * @param from where the first of them stands, row-major in whole pairs of columns
 * @param origin row number of the first, where the rows stand in their own order; −1 where they stand in the list's
 * @returns the end of the changes
 */
export function decideRows(fit: usize, list: usize, count: i32, from: usize, origin: i32, changes: usize): usize {
  const k = clustersOf(fit);
  const columns = columnsOf(fit);
  const bytes = (<usize>columns) << 3;
  const step = (<usize>pairsOf(fit)) << 4;
  for (let i = 0; i < count; i++) {
    const row = load<i32>(list + ((<usize>i) << 2));
    const point = from + <usize>(origin < 0 ? i : row - origin) * step;
    let centroid = centroidsOf(fit);
    let best = 0;
    let least = Infinity;
    let second = Infinity;
    for (let c = 0; c < k; c += 2) {
      // The last of an odd number goes with itself.
      const isLast = c + 1 == k;
      const squares = squaredDistances(point, centroid, isLast ? 0 : bytes, bytes);
      const square = f64x2.extract_lane(squares, 0);
      const next = isLast ? Infinity : f64x2.extract_lane(squares, 1);
      if (square < least) {
        second = least;
        least = square;
        best = c;
      } else if (square < second) second = square;
      if (next < least) {
        second = least;
        least = next;
        best = c + 1;
      } else if (next < second) second = next;
      centroid += bytes << 1;
    }
    const near = Math.sqrt(least);
    const far = Math.sqrt(second);
    const apart = k > 1 ? (far - near - 1e-12 * (far + near)) * scaleOf(fit) * 0.999999 : 65535;
    // Of equally near ones nothing may be concluded: such a row is looked at again each time.
    changes = settle(fit, row, best, apart > 0 ? <i32>Math.min(apart, 65535) : 0, changes);
  }
  return changes;
}

/** Moves changed rows, row-major in the list's order, from one cluster's sums to another's. */
export function moveRows(fit: usize, changes: usize, count: i32, point: usize, delta: usize): void {
  const k = clustersOf(fit);
  const columns = columnsOf(fit);
  const step = (<usize>pairsOf(fit)) << 4;
  const labels = labelsOf(fit);
  for (let i = 0; i < count; i++) {
    const row = <usize>load<u32>(changes);
    const before = load<i32>(changes, 4);
    addRow(delta, k, columns, load<u16>(labels + (row << 1)), point, 1, 1);
    if (before >= 0) addRow(delta, k, columns, before, point, 1, -1);
    changes += 8;
    point += step;
  }
  store<i32>(delta, load<i32>(delta) + count);
}

/** Empties a delta. */
export function clearDelta(fit: usize, delta: usize): void {
  memory.fill(delta, 0, 64 + <usize>clustersOf(fit));
}

/** Adds a delta to the totals. */
export function reduceDelta(fit: usize, delta: usize, totals: usize): void {
  addDelta(delta, clustersOf(fit), columnsOf(fit), totals);
}

/** Drifts of up to 16 labels by their lower or upper bytes. */
function driftBytes(fit: usize, upper: bool): v128 {
  const drifts = driftsOf(fit);
  const d0 = v128.load(drifts);
  const d1 = v128.load(drifts, 16);
  return upper
    ? i8x16.shuffle(d0, d1, 1, 3, 5, 7, 9, 11, 13, 15, 17, 19, 21, 23, 25, 27, 29, 31)
    : i8x16.shuffle(d0, d1, 0, 2, 4, 6, 8, 10, 12, 14, 16, 18, 20, 22, 24, 26, 28, 30);
}

/** Writes a bit for each row from `start` to below `end`, 1 where the drift has used its margin up; returns how many. */
function markFailing(fit: usize, start: i32, end: i32, marks: usize): i32 {
  const labels = labelsOf(fit);
  const margins = marginsOf(fit);
  const drifts = driftsOf(fit);
  const low = driftBytes(fit, false);
  const high = driftBytes(fit, true);
  const zero = i16x8.splat(0);
  const isSmall = clustersOf(fit) <= 16;
  let count = 0;
  let row = start;
  for (; row + 16 <= end; row += 16) {
    const at = (<usize>row) << 1;
    let failing: i32 = 0;
    if (isSmall) {
      // The drift of 16 rows at once: looked up byte by byte, then put together again.
      const label = i8x16.narrow_i16x8_u(v128.load(labels + at), v128.load(labels + at, 16));
      const lower = i8x16.swizzle(low, label);
      const upper = i8x16.swizzle(high, label);
      const drift0 = i8x16.shuffle(lower, upper, 0, 16, 1, 17, 2, 18, 3, 19, 4, 20, 5, 21, 6, 22, 7, 23);
      const drift1 = i8x16.shuffle(lower, upper, 8, 24, 9, 25, 10, 26, 11, 27, 12, 28, 13, 29, 14, 30, 15, 31);
      const used0 = i16x8.eq(i16x8.sub_sat_u(v128.load(margins + at), drift0), zero);
      const used1 = i16x8.eq(i16x8.sub_sat_u(v128.load(margins + at, 16), drift1), zero);
      failing = i8x16.bitmask(i8x16.narrow_i16x8_s(used0, used1));
    } else
      for (let i: usize = 0; i < 16; i++) {
        const drift = <i32>load<u16>(drifts + ((<usize>load<u16>(labels + at + (i << 1))) << 1));
        failing |= i32(<i32>load<u16>(margins + at + (i << 1)) <= drift) << (<i32>i);
      }
    store<u16>(marks, <u16>failing);
    marks += 2;
    count += popcnt(failing);
  }
  if (row < end) {
    // The last few rows of all.
    store<u16>(marks, <u16>(<i32>((1 << (end - row)) - 1)));
    count += end - row;
  }
  return count;
}

/** Row numbers by their bits. */
function listMarked(marks: usize, start: i32, end: i32, list: usize): void {
  for (let row = start; row < end; row += 16) {
    let failing = <i32>load<u16>(marks);
    marks += 2;
    while (failing != 0) {
      store<i32>(list, row + ctz(failing));
      list += 4;
      failing &= failing - 1;
    }
  }
}

/** So few rows of a chunk lie far apart. */
const fewGathered: i32 = 128;

/** Puts rows of the grid together as blocks. */
function gather(fit: usize, list: usize, count: i32, blocks: usize): void {
  const grid = gridOf(fit);
  const bytes = (<usize>pairsOf(fit)) << 4;
  if (count < fewGathered) {
    // Memory answers many short questions at once: few rows, far apart, are asked for beforehand.
    let asked: i32 = 0;
    for (let i = 0; i < count; i++) {
      const row = load<u32>(list + ((<usize>i) << 2));
      const from = grid + <usize>(row >> 2) * bytes + ((<usize>(row & 3)) << 2);
      asked |= load<i32>(from) | load<i32>(from + bytes - 16);
    }
    store<i32>(blocks, asked);
  }
  for (let i = 0; i < count; i++) {
    const row = load<u32>(list + ((<usize>i) << 2));
    let from = grid + <usize>(row >> 2) * bytes + ((<usize>(row & 3)) << 2);
    let to = blocks + <usize>(i >> 2) * bytes + ((<usize>(i & 3)) << 2);
    const end = from + bytes;
    while (from < end) {
      store<i32>(to, load<i32>(from));
      from += 16;
      to += 16;
    }
  }
}

/**
 * Writes labels and margins of eight rows that stand together, from results of `nearestOnGrid`; those that changed or are
 * not decided go to their lists.
 * @param low the drifts' lower bytes, `high` their upper ones
 */
function settleEight(fit: usize, row: i32, result: usize, low: v128, high: v128): i32 {
  const at = (<usize>row) << 1;
  const labelAt = labelsOf(fit) + at;
  const label = i16x8.narrow_i32x4_u(v128.load(result), v128.load(result, 16));
  const margin0 = v128.load(result, 32);
  const margin1 = v128.load(result, 48);
  const open = i16x8.narrow_i32x4_s(i32x4.lt_s(margin0, i32x4.splat(0)), i32x4.lt_s(margin1, i32x4.splat(0)));
  const margin = i16x8.narrow_i32x4_u(margin0, margin1);
  const bytes = i8x16.narrow_i16x8_u(label, label);
  const drift = i8x16.shuffle(
    i8x16.swizzle(low, bytes),
    i8x16.swizzle(high, bytes),
    0,
    16,
    1,
    17,
    2,
    18,
    3,
    19,
    4,
    20,
    5,
    21,
    6,
    22,
    7,
    23,
  );
  // A margin of 0 stays one, whatever the drift.
  const some = i16x8.ne(margin, i16x8.splat(0));
  v128.store(marginsOf(fit) + at, v128.and(i16x8.add_sat_u(margin, drift), some));
  const before = v128.load(labelAt);
  v128.store(labelAt, v128.bitselect(before, label, open));
  const changed = v128.andnot(i16x8.ne(before, label), open);
  return i8x16.bitmask(i8x16.narrow_i16x8_s(changed, open));
}

/** Of a chunk more failing rows than this share, of 16, are not worth gathering: all are looked at. */
const mostGathered: i32 = 4;

/**
 * Gives rows from `from` to below `to`, a multiple of 4 the first, their nearest centroid: those whose margin the drift
 * has not used up keep theirs unseen (Hamerly 2010); the others are decided on the grid where its error bound allows.
 * Puts the others down for `decideRows`.
 * @param scratch 1,024 row numbers, a bit for each, the results of 1,024 rows, then their blocks
 * @param undecided row numbers; how many goes to 4 bytes before it
 * @returns the end of the changes
 */
export function assignRows(fit: usize, from: i32, to: i32, scratch: usize, changes: usize, undecided: usize): usize {
  const first = isFirst(fit);
  const marks = scratch + <usize>chunk * 4;
  const results = marks + 128;
  const gathered = results + <usize>chunk * 8;
  const bytes = (<usize>pairsOf(fit)) << 4;
  const isSmall = clustersOf(fit) <= 16;
  const low = driftBytes(fit, false);
  const high = driftBytes(fit, true);
  const labels = labelsOf(fit);
  let open = undecided;
  for (let start = from; start < to; start += chunk) {
    const end = min(start + chunk, to);
    let count = first ? end - start : markFailing(fit, start, end, marks);
    const isWhole = count * 16 > (end - start) * mostGathered;
    let blocks = gathered;
    if (isWhole) {
      count = end - start;
      blocks = gridOf(fit) + <usize>(start >> 2) * bytes;
    } else {
      listMarked(marks, start, end, scratch);
      gather(fit, scratch, count, gathered);
    }
    nearestOnGrid(fit, blocks, count, results);
    let i = 0;
    if (isWhole && isSmall)
      for (; i + 8 <= count; i += 8) {
        const row = start + i;
        const result = results + ((<usize>i) << 3);
        // Before they are overwritten.
        v128.store(marks, v128.load(labels + ((<usize>row) << 1)));
        const masks = settleEight(fit, row, result, low, high);
        let changed = first ? 0 : masks & 0xff;
        while (changed != 0) {
          const lane = ctz(changed);
          store<i32>(changes, row + lane);
          store<i32>(changes, <i32>load<u16>(marks + ((<usize>lane) << 1)), 4);
          changes += 8;
          changed &= changed - 1;
        }
        let not = masks >>> 8;
        while (not != 0) {
          store<i32>(open, row + ctz(not));
          open += 4;
          not &= not - 1;
        }
      }
    for (; i < count; i++) {
      const row = isWhole ? start + i : load<i32>(scratch + ((<usize>i) << 2));
      const result = results + ((<usize>(i >> 3)) << 6) + ((<usize>(i & 7)) << 2);
      const margin = load<i32>(result, 32);
      if (margin < 0) {
        store<i32>(open, row);
        open += 4;
      } else changes = settle(fit, row, load<i32>(result), margin, changes);
    }
  }
  store<i32>(undecided - 4, <i32>((open - undecided) >> 2));
  return changes;
}
