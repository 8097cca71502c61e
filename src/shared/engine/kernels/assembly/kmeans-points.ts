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

/**
 * Writes the screen's rows from `from` to below `to`, `(x − center) × scale` in f32, and the piece's moments: for each
 * column the sum of x − center, of its square, and the greatest |x|, one array after another.
 */
export function screenRows(fit: usize, from: i32, to: i32, centers: usize, scale: f64, moments: usize): void {
  const columns = columnsOf(fit);
  const stride = strideOf(fit);
  const width = (<usize>columns) << 3;
  memory.fill(moments, 0, width * 3);
  let point = flatOf(fit) + <usize>from * width;
  let target = screenOf(fit) + ((<usize>from * <usize>stride) << 2);
  const scales = f64x2.splat(scale);
  for (let row = from; row < to; row++) {
    let center = centers;
    let moment = moments;
    let at = target;
    let j = 0;
    for (; j + 2 <= columns; j += 2) {
      const x = v128.load(point);
      const off = f64x2.sub(x, v128.load(center));
      v128.store64_lane(at, f32x4.demote_f64x2_zero(f64x2.mul(off, scales)), 0);
      v128.store(moment, f64x2.add(v128.load(moment), off));
      v128.store(moment + width, f64x2.add(v128.load(moment + width), f64x2.mul(off, off)));
      const most = moment + (width << 1);
      v128.store(most, f64x2.pmax(v128.load(most), f64x2.abs(x)));
      point += 16;
      center += 16;
      moment += 16;
      at += 8;
    }
    if (j < columns) {
      const x = load<f64>(point);
      const off = x - load<f64>(center);
      store<f32>(at, <f32>(off * scale));
      store<f64>(moment, load<f64>(moment) + off);
      store<f64>(moment + width, load<f64>(moment + width) + off * off);
      const most = moment + (width << 1);
      store<f64>(most, Math.max(load<f64>(most), Math.abs(x)));
      point += 8;
      at += 4;
      j++;
    }
    for (; j < stride; j++) {
      store<f32>(at, 0);
      at += 4;
    }
    target += (<usize>stride) << 2;
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
