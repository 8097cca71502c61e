import {
  blockSumsOf,
  columnsOf,
  flatOf,
  nearestOf,
  rowsOf,
  screenOf,
  screenWeightsOf,
  strideOf,
} from './lib/kmeans-fit';
import { transposeFour } from './lib/transpose';

/** Adds to the moments of a column: the sum of x − center, of its square, and the greatest |x|. */
function addMoments(column: usize, rows: i32, center: f64, moment: usize, width: usize): void {
  const centers = f64x2.splat(center);
  let sums = f64x2.splat(0);
  let squares = sums;
  let greatest = sums;
  let at = column;
  const end = column + ((<usize>(rows & ~1)) << 3);
  while (at < end) {
    const x = v128.load(at);
    const off = f64x2.sub(x, centers);
    sums = f64x2.add(sums, off);
    squares = f64x2.add(squares, f64x2.mul(off, off));
    greatest = f64x2.pmax(greatest, f64x2.abs(x));
    at += 16;
  }
  let sum = f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1);
  let square = f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1);
  let most = Math.max(f64x2.extract_lane(greatest, 0), f64x2.extract_lane(greatest, 1));
  if (rows & 1) {
    const x = load<f64>(end);
    sum += x - center;
    square += (x - center) * (x - center);
    most = Math.max(most, Math.abs(x));
  }
  store<f64>(moment, load<f64>(moment) + sum);
  moment += width;
  store<f64>(moment, load<f64>(moment) + square);
  moment += width;
  store<f64>(moment, Math.max(load<f64>(moment), most));
}

/** Two rows of one column on the screen, in the lower lanes. */
function shown(x: v128, center: v128, scale: v128): v128 {
  return f32x4.demote_f64x2_zero(f64x2.mul(f64x2.sub(x, center), scale));
}

/** Four columns of two rows, from a tile to the rows and the screen. */
function turnTwo(
  column: usize,
  next: usize,
  row: usize,
  rowBytes: usize,
  shownRow: usize,
  shownBytes: usize,
  centers: usize,
  scale: v128,
): void {
  const a = v128.load(column);
  const b = v128.load(column + next);
  const c = v128.load(column + (next << 1));
  const d = v128.load(column + next * 3);
  v128.store(row, i64x2.shuffle(a, b, 0, 2));
  v128.store(row, i64x2.shuffle(c, d, 0, 2), 16);
  v128.store(row + rowBytes, i64x2.shuffle(a, b, 1, 3));
  v128.store(row + rowBytes, i64x2.shuffle(c, d, 1, 3), 16);
  const fa = shown(a, v128.load64_splat(centers), scale);
  const fb = shown(b, v128.load64_splat(centers, 8), scale);
  const fc = shown(c, v128.load64_splat(centers, 16), scale);
  const fd = shown(d, v128.load64_splat(centers, 24), scale);
  const ab = i32x4.shuffle(fa, fb, 0, 4, 1, 5);
  const cd = i32x4.shuffle(fc, fd, 0, 4, 1, 5);
  v128.store(shownRow, i64x2.shuffle(ab, cd, 0, 2));
  v128.store(shownRow + shownBytes, i64x2.shuffle(ab, cd, 1, 3));
}

/** Sets a piece's moments to nothing. */
export function clearMoments(fit: usize, moments: usize): void {
  memory.fill(moments, 0, <usize>columnsOf(fit) * 24);
}

/**
 * Writes rows from `from` to below `to` from a tile of columns: as they are, and on the screen as
 * `(x − center) × scale` in f32; and adds to the piece's moments, three arrays of a number a column.
 * @param tileRows doubles from one column of the tile to the next
 */
export function turnTile(
  fit: usize,
  tile: usize,
  tileRows: i32,
  from: i32,
  to: i32,
  centers: usize,
  scale: f64,
  moments: usize,
): void {
  const columns = columnsOf(fit);
  const stride = strideOf(fit);
  const rowBytes = (<usize>columns) << 3;
  const shownBytes = (<usize>stride) << 2;
  const next = (<usize>tileRows) << 3;
  const flat = flatOf(fit) + <usize>from * rowBytes;
  const screen = screenOf(fit) + <usize>from * shownBytes;
  const count = to - from;
  const even = count & ~1;
  const scales = f64x2.splat(scale);
  const fours = columns & ~3;
  for (let j = 0; j < columns; j++)
    addMoments(
      tile + <usize>j * next,
      count,
      load<f64>(centers + ((<usize>j) << 3)),
      moments + ((<usize>j) << 3),
      rowBytes,
    );
  for (let row = 0; row < even; row += 2) {
    let column = tile + ((<usize>row) << 3);
    let at = flat + <usize>row * rowBytes;
    let shownAt = screen + <usize>row * shownBytes;
    for (let j = 0; j < fours; j += 4) {
      turnTwo(column, next, at, rowBytes, shownAt, shownBytes, centers + ((<usize>j) << 3), scales);
      column += next << 2;
      at += 32;
      shownAt += 16;
    }
  }
  for (let row = 0; row < count; row++)
    for (let j = row < even ? fours : 0; j < stride; j++) {
      const shownAt = screen + <usize>row * shownBytes + ((<usize>j) << 2);
      if (j >= columns) {
        store<f32>(shownAt, 0);
        continue;
      }
      const x = load<f64>(tile + <usize>j * next + ((<usize>row) << 3));
      store<f64>(flat + <usize>row * rowBytes + ((<usize>j) << 3), x);
      store<f32>(shownAt, <f32>((x - load<f64>(centers + ((<usize>j) << 3))) * scale));
    }
}

/** The screen's rows from `from` on as a block; rows past the last are copies of it. */
function blockOf(fit: usize, from: i32, block: usize): void {
  const last = rowsOf(fit) - 1;
  const stride = strideOf(fit);
  const bytes = (<usize>stride) << 2;
  const screen = screenOf(fit);
  for (let at = 0; at < 64; at += 4)
    transposeFour(
      screen + <usize>min(from + at, last) * bytes,
      screen + <usize>min(from + at + 1, last) * bytes,
      screen + <usize>min(from + at + 2, last) * bytes,
      screen + <usize>min(from + at + 3, last) * bytes,
      stride,
      block,
      at,
    );
}

/** The four lanes, one after another, added to a double. */
function addLanes(sum: f64, lanes: v128): f64 {
  return (
    sum +
    <f64>f32x4.extract_lane(lanes, 0) +
    <f64>f32x4.extract_lane(lanes, 1) +
    <f64>f32x4.extract_lane(lanes, 2) +
    <f64>f32x4.extract_lane(lanes, 3)
  );
}

/**
 * What the sum of `nearest` × weight over the rows from `from` to below `to` would be with each of some candidates, rows
 * of the screen, taken as a start.
 * @param from a multiple of 64
 * @param candidates their row numbers
 */
export function costsOfCandidates(
  fit: usize,
  from: i32,
  to: i32,
  candidates: usize,
  count: i32,
  block: usize,
  sums: usize,
): void {
  const columns = columnsOf(fit);
  const stride = (<usize>strideOf(fit)) << 2;
  const screen = screenOf(fit);
  const nearest = nearestOf(fit);
  const weights = screenWeightsOf(fit);
  for (let start = from; start < to; start += 64) {
    blockOf(fit, start, block);
    for (let c = 0; c < count; c += 4) {
      const c0 = screen + <usize>load<u32>(candidates + ((<usize>c) << 2)) * stride;
      const c1 = screen + <usize>load<u32>(candidates + ((<usize>min(c + 1, count - 1)) << 2)) * stride;
      const c2 = screen + <usize>load<u32>(candidates + ((<usize>min(c + 2, count - 1)) << 2)) * stride;
      const c3 = screen + <usize>load<u32>(candidates + ((<usize>min(c + 3, count - 1)) << 2)) * stride;
      let lanes0 = f32x4.splat(0);
      let lanes1 = lanes0;
      let lanes2 = lanes0;
      let lanes3 = lanes0;
      for (let point = 0; point < 64; point += 4) {
        let s0 = f32x4.splat(0);
        let s1 = s0;
        let s2 = s0;
        let s3 = s0;
        let x = block + ((<usize>point) << 2);
        for (let j: usize = 0; j < (<usize>columns) << 2; j += 4) {
          const value = v128.load(x);
          let off = f32x4.sub(value, v128.load32_splat(c0 + j));
          s0 = f32x4.add(s0, f32x4.mul(off, off));
          off = f32x4.sub(value, v128.load32_splat(c1 + j));
          s1 = f32x4.add(s1, f32x4.mul(off, off));
          off = f32x4.sub(value, v128.load32_splat(c2 + j));
          s2 = f32x4.add(s2, f32x4.mul(off, off));
          off = f32x4.sub(value, v128.load32_splat(c3 + j));
          s3 = f32x4.add(s3, f32x4.mul(off, off));
          x += 256;
        }
        const at = (<usize>(start + point)) << 2;
        const most = v128.load(nearest + at);
        s0 = f32x4.pmin(most, s0);
        s1 = f32x4.pmin(most, s1);
        s2 = f32x4.pmin(most, s2);
        s3 = f32x4.pmin(most, s3);
        if (weights != 0) {
          const weight = v128.load(weights + at);
          s0 = f32x4.mul(s0, weight);
          s1 = f32x4.mul(s1, weight);
          s2 = f32x4.mul(s2, weight);
          s3 = f32x4.mul(s3, weight);
        }
        lanes0 = f32x4.add(lanes0, s0);
        lanes1 = f32x4.add(lanes1, s1);
        lanes2 = f32x4.add(lanes2, s2);
        lanes3 = f32x4.add(lanes3, s3);
      }
      const sum = sums + ((<usize>c) << 3);
      store<f64>(sum, addLanes(load<f64>(sum), lanes0));
      if (c + 1 < count) store<f64>(sum, addLanes(load<f64>(sum, 8), lanes1), 8);
      if (c + 2 < count) store<f64>(sum, addLanes(load<f64>(sum, 16), lanes2), 16);
      if (c + 3 < count) store<f64>(sum, addLanes(load<f64>(sum, 24), lanes3), 24);
    }
  }
}

/** Takes a row of the screen as a start: `nearest` and the sums over 64 rows of it × weight. */
export function takeStart(fit: usize, from: i32, to: i32, row: i32, isFirstStart: i32, block: usize): void {
  const columns = columnsOf(fit);
  const rows = rowsOf(fit);
  const start0 = screenOf(fit) + ((<usize>row * <usize>strideOf(fit)) << 2);
  const nearest = nearestOf(fit);
  const weights = screenWeightsOf(fit);
  for (let start = from; start < to; start += 64) {
    blockOf(fit, start, block);
    let lanes = f32x4.splat(0);
    for (let point = 0; point < 64; point += 4) {
      let sum = f32x4.splat(0);
      let x = block + ((<usize>point) << 2);
      for (let j: usize = 0; j < (<usize>columns) << 2; j += 4) {
        const off = f32x4.sub(v128.load(x), v128.load32_splat(start0 + j));
        sum = f32x4.add(sum, f32x4.mul(off, off));
        x += 256;
      }
      const at = (<usize>(start + point)) << 2;
      if (!isFirstStart) sum = f32x4.pmin(v128.load(nearest + at), sum);
      if (start + point + 4 > rows) {
        // Rows that are not there cost nothing.
        const lane = i32x4.add(i32x4.splat(start + point), i32x4(0, 1, 2, 3));
        sum = v128.and(sum, i32x4.lt_s(lane, i32x4.splat(rows)));
      }
      v128.store(nearest + at, sum);
      if (weights != 0) sum = f32x4.mul(sum, v128.load(weights + at));
      lanes = f32x4.add(lanes, sum);
    }
    store<f64>(blockSumsOf(fit) + ((<usize>(start >> 6)) << 3), addLanes(0, lanes));
  }
}
