import { blurOf, clustersOf, gridCentroidsOf, halvesOf, pairsOf, roundedOf, slackOf, unitOf } from './grid-fit';

/** The squared length of a row that does not fit the grid is above this one, that of any other below. */
export const mostSquare: f32 = 1.04e9;

/**
 * Whole steps by which the second nearest is farther at least, whatever the rounding; −1 where that cannot be told.
 *
 * d₂ − d₁ = (d₂² − d₁²) / (d₁ + d₂), and d₁ + d₂ ≤ √(2d₁² + 2d₂²); blur × length ≤ blur × (length² / u + u) / 2 for any u:
 * one root and one division for four rows.
 */
function marginsFrom(fit: usize, best: v128, second: v128, square: v128): v128 {
  const zero = f32x4.splat(0);
  const unit = f32x4.splat(unitOf(fit));
  const error = f32x4.add(f32x4.mul(square, f32x4.splat(blurOf(fit))), f32x4.splat(slackOf(fit)));
  const apart = f32x4.convert_i32x4_s(i32x4.sub(best, second));
  const gap = f32x4.sub(f32x4.mul(apart, f32x4.splat(0.999999)), error);
  const near = f32x4.convert_i32x4_s(best);
  const far = f32x4.convert_i32x4_s(second);
  const sizes = f32x4.add(f32x4.abs(near), f32x4.add(f32x4.abs(far), error));
  const ways = f32x4.sub(
    f32x4.mul(square, f32x4.splat(1.000001)),
    f32x4.mul(unit, f32x4.sub(f32x4.add(near, far), f32x4.add(error, f32x4.mul(sizes, f32x4.splat(1e-6))))),
  );
  const way = f32x4.sqrt(f32x4.mul(f32x4.splat(4.00001), f32x4.pmax(ways, zero)));
  const doubled = f32x4.mul(f32x4.mul(gap, unit), f32x4.splat(1.999996));
  const margin = f32x4.div(doubled, f32x4.add(way, f32x4.splat(roundedOf(fit))));
  const told = v128.and(f32x4.gt(gap, zero), f32x4.lt(square, f32x4.splat(mostSquare)));
  const whole = i32x4.trunc_sat_f32x4_s(f32x4.pmin(margin, f32x4.splat(65535)));
  return v128.bitselect(whole, i32x4.splat(-1), told);
}

/**
 * The nearest centroid of the rows of blocks of four, an even number of blocks, by products less half the squared length
 * of the centroid: whole numbers, so without any rounding but that of the grid.
 * @param results for each eight rows: eight labels, then eight margins, i32
 */
export function nearestOnGrid(fit: usize, blocks: usize, rows: i32, results: usize): void {
  const k = clustersOf(fit);
  const bytes = (<usize>pairsOf(fit)) << 4;
  const stride = (<usize>pairsOf(fit)) << 2;
  const halves = halvesOf(fit);
  const centroids = gridCentroidsOf(fit);
  for (let row = 0; row < rows; row += 8) {
    const end = blocks + bytes;
    let best0 = i32x4.splat(-0x40000000);
    let best1 = best0;
    let second0 = best0;
    let second1 = best0;
    let index0 = i32x4.splat(0);
    let index1 = index0;
    let c = 0;
    for (; c + 4 <= k; c += 4) {
      let at = centroids + <usize>c * stride;
      const half = halves + ((<usize>c) << 2);
      let x = blocks;
      let a0 = v128.load32_splat(half);
      let b0 = v128.load32_splat(half, 4);
      let c0 = v128.load32_splat(half, 8);
      let d0 = v128.load32_splat(half, 12);
      let a1 = a0;
      let b1 = b0;
      let c1 = c0;
      let d1 = d0;
      while (x < end) {
        const x0 = v128.load(x);
        const x1 = v128.load(x + bytes);
        let value = v128.load32_splat(at);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(x0, value));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(x1, value));
        value = v128.load32_splat(at + stride);
        b0 = i32x4.add(b0, i32x4.dot_i16x8_s(x0, value));
        b1 = i32x4.add(b1, i32x4.dot_i16x8_s(x1, value));
        value = v128.load32_splat(at + (stride << 1));
        c0 = i32x4.add(c0, i32x4.dot_i16x8_s(x0, value));
        c1 = i32x4.add(c1, i32x4.dot_i16x8_s(x1, value));
        value = v128.load32_splat(at + stride * 3);
        d0 = i32x4.add(d0, i32x4.dot_i16x8_s(x0, value));
        d1 = i32x4.add(d1, i32x4.dot_i16x8_s(x1, value));
        x += 16;
        at += 4;
      }
      // Indices only rise, so that the greater is the later.
      let id = i32x4.splat(c);
      const one = i32x4.splat(1);
      let more = i32x4.gt_s(a0, best0);
      second0 = i32x4.max_s(second0, i32x4.min_s(best0, a0));
      best0 = i32x4.max_s(best0, a0);
      index0 = i32x4.max_s(index0, v128.and(id, more));
      more = i32x4.gt_s(a1, best1);
      second1 = i32x4.max_s(second1, i32x4.min_s(best1, a1));
      best1 = i32x4.max_s(best1, a1);
      index1 = i32x4.max_s(index1, v128.and(id, more));
      id = i32x4.add(id, one);
      more = i32x4.gt_s(b0, best0);
      second0 = i32x4.max_s(second0, i32x4.min_s(best0, b0));
      best0 = i32x4.max_s(best0, b0);
      index0 = i32x4.max_s(index0, v128.and(id, more));
      more = i32x4.gt_s(b1, best1);
      second1 = i32x4.max_s(second1, i32x4.min_s(best1, b1));
      best1 = i32x4.max_s(best1, b1);
      index1 = i32x4.max_s(index1, v128.and(id, more));
      id = i32x4.add(id, one);
      more = i32x4.gt_s(c0, best0);
      second0 = i32x4.max_s(second0, i32x4.min_s(best0, c0));
      best0 = i32x4.max_s(best0, c0);
      index0 = i32x4.max_s(index0, v128.and(id, more));
      more = i32x4.gt_s(c1, best1);
      second1 = i32x4.max_s(second1, i32x4.min_s(best1, c1));
      best1 = i32x4.max_s(best1, c1);
      index1 = i32x4.max_s(index1, v128.and(id, more));
      id = i32x4.add(id, one);
      more = i32x4.gt_s(d0, best0);
      second0 = i32x4.max_s(second0, i32x4.min_s(best0, d0));
      best0 = i32x4.max_s(best0, d0);
      index0 = i32x4.max_s(index0, v128.and(id, more));
      more = i32x4.gt_s(d1, best1);
      second1 = i32x4.max_s(second1, i32x4.min_s(best1, d1));
      best1 = i32x4.max_s(best1, d1);
      index1 = i32x4.max_s(index1, v128.and(id, more));
    }
    for (; c < k; c++) {
      let at = centroids + <usize>c * stride;
      let a0 = v128.load32_splat(halves + ((<usize>c) << 2));
      let a1 = a0;
      for (let x = blocks; x < end; x += 16) {
        const value = v128.load32_splat(at);
        a0 = i32x4.add(a0, i32x4.dot_i16x8_s(v128.load(x), value));
        a1 = i32x4.add(a1, i32x4.dot_i16x8_s(v128.load(x + bytes), value));
        at += 4;
      }
      const id = i32x4.splat(c);
      let more = i32x4.gt_s(a0, best0);
      second0 = i32x4.max_s(second0, i32x4.min_s(best0, a0));
      best0 = i32x4.max_s(best0, a0);
      index0 = i32x4.max_s(index0, v128.and(id, more));
      more = i32x4.gt_s(a1, best1);
      second1 = i32x4.max_s(second1, i32x4.min_s(best1, a1));
      best1 = i32x4.max_s(best1, a1);
      index1 = i32x4.max_s(index1, v128.and(id, more));
    }
    let square0 = i32x4.splat(0);
    let square1 = square0;
    for (let x = blocks; x < end; x += 16) {
      const x0 = v128.load(x);
      const x1 = v128.load(x + bytes);
      square0 = i32x4.add(square0, i32x4.dot_i16x8_s(x0, x0));
      square1 = i32x4.add(square1, i32x4.dot_i16x8_s(x1, x1));
    }
    v128.store(results, index0);
    v128.store(results, index1, 16);
    v128.store(results, marginsFrom(fit, best0, second0, f32x4.convert_i32x4_s(square0)), 32);
    v128.store(results, marginsFrom(fit, best1, second1, f32x4.convert_i32x4_s(square1)), 48);
    results += 64;
    blocks += bytes << 1;
  }
}
