import { clustersOf, columnsOf, epsilonOf, halvesOf, screenCentroidsOf, strideOf } from './kmeans-fit';

/**
 * The nearest and the second nearest centroid of the points of a block, by half squared distance less half the squared
 * length of the point, in f32. Results: 64 least values, 64 second least, 64 indices, one after another.
 */
export function nearestTwo(fit: usize, block: usize, points: i32, results: usize): void {
  const k = clustersOf(fit);
  const columns = columnsOf(fit);
  const stride = (<usize>strideOf(fit)) << 2;
  const halves = halvesOf(fit);
  const centroids = screenCentroidsOf(fit);
  for (let point = 0; point < points; point += 8) {
    const x = block + ((<usize>point) << 2);
    let best0 = f32x4.splat(1e37);
    let best1 = best0;
    let second0 = best0;
    let second1 = best0;
    let index0 = i32x4.splat(0);
    let index1 = index0;
    let c = 0;
    for (; c + 4 <= k; c += 4) {
      const half = halves + ((<usize>c) << 2);
      let a0 = v128.load32_splat(half);
      let a1 = a0;
      let b0 = v128.load32_splat(half, 4);
      let b1 = b0;
      let c0 = v128.load32_splat(half, 8);
      let c1 = c0;
      let d0 = v128.load32_splat(half, 12);
      let d1 = d0;
      let at = centroids + <usize>c * stride;
      let from = x;
      for (let j = 0; j < columns; j++) {
        const x0 = v128.load(from);
        const x1 = v128.load(from, 16);
        let value = v128.load32_splat(at);
        a0 = f32x4.sub(a0, f32x4.mul(x0, value));
        a1 = f32x4.sub(a1, f32x4.mul(x1, value));
        value = v128.load32_splat(at + stride);
        b0 = f32x4.sub(b0, f32x4.mul(x0, value));
        b1 = f32x4.sub(b1, f32x4.mul(x1, value));
        value = v128.load32_splat(at + (stride << 1));
        c0 = f32x4.sub(c0, f32x4.mul(x0, value));
        c1 = f32x4.sub(c1, f32x4.mul(x1, value));
        value = v128.load32_splat(at + stride * 3);
        d0 = f32x4.sub(d0, f32x4.mul(x0, value));
        d1 = f32x4.sub(d1, f32x4.mul(x1, value));
        from += 256;
        at += 4;
      }
      let id = i32x4.splat(c);
      const one = i32x4.splat(1);
      let less = f32x4.lt(a0, best0);
      second0 = f32x4.pmin(second0, f32x4.pmax(best0, a0));
      best0 = f32x4.pmin(best0, a0);
      index0 = v128.bitselect(id, index0, less);
      less = f32x4.lt(a1, best1);
      second1 = f32x4.pmin(second1, f32x4.pmax(best1, a1));
      best1 = f32x4.pmin(best1, a1);
      index1 = v128.bitselect(id, index1, less);
      id = i32x4.add(id, one);
      less = f32x4.lt(b0, best0);
      second0 = f32x4.pmin(second0, f32x4.pmax(best0, b0));
      best0 = f32x4.pmin(best0, b0);
      index0 = v128.bitselect(id, index0, less);
      less = f32x4.lt(b1, best1);
      second1 = f32x4.pmin(second1, f32x4.pmax(best1, b1));
      best1 = f32x4.pmin(best1, b1);
      index1 = v128.bitselect(id, index1, less);
      id = i32x4.add(id, one);
      less = f32x4.lt(c0, best0);
      second0 = f32x4.pmin(second0, f32x4.pmax(best0, c0));
      best0 = f32x4.pmin(best0, c0);
      index0 = v128.bitselect(id, index0, less);
      less = f32x4.lt(c1, best1);
      second1 = f32x4.pmin(second1, f32x4.pmax(best1, c1));
      best1 = f32x4.pmin(best1, c1);
      index1 = v128.bitselect(id, index1, less);
      id = i32x4.add(id, one);
      less = f32x4.lt(d0, best0);
      second0 = f32x4.pmin(second0, f32x4.pmax(best0, d0));
      best0 = f32x4.pmin(best0, d0);
      index0 = v128.bitselect(id, index0, less);
      less = f32x4.lt(d1, best1);
      second1 = f32x4.pmin(second1, f32x4.pmax(best1, d1));
      best1 = f32x4.pmin(best1, d1);
      index1 = v128.bitselect(id, index1, less);
    }
    for (; c < k; c++) {
      let a0 = v128.load32_splat(halves + ((<usize>c) << 2));
      let a1 = a0;
      let at = centroids + <usize>c * stride;
      let from = x;
      for (let j = 0; j < columns; j++) {
        const value = v128.load32_splat(at);
        a0 = f32x4.sub(a0, f32x4.mul(v128.load(from), value));
        a1 = f32x4.sub(a1, f32x4.mul(v128.load(from, 16), value));
        from += 256;
        at += 4;
      }
      const id = i32x4.splat(c);
      let less = f32x4.lt(a0, best0);
      second0 = f32x4.pmin(second0, f32x4.pmax(best0, a0));
      best0 = f32x4.pmin(best0, a0);
      index0 = v128.bitselect(id, index0, less);
      less = f32x4.lt(a1, best1);
      second1 = f32x4.pmin(second1, f32x4.pmax(best1, a1));
      best1 = f32x4.pmin(best1, a1);
      index1 = v128.bitselect(id, index1, less);
    }
    const to = results + ((<usize>point) << 2);
    v128.store(to, best0);
    v128.store(to, best1, 16);
    v128.store(to, second0, 256);
    v128.store(to, second1, 272);
    v128.store(to, index0, 512);
    v128.store(to, index1, 528);
  }
}

/**
 * Turns the values of `nearestTwo` into margins, at the place of the least values: by how much the second nearest
 * centroid is farther at least, whatever the rounding; not above 0 where the screen cannot tell.
 */
export function boundMargins(fit: usize, squares: usize, points: i32, results: usize): void {
  const epsilon = f32x4.splat(epsilonOf(fit));
  const zero = f32x4.splat(0);
  const two = f32x4.splat(2);
  for (let point = 0; point < points; point += 4) {
    const at = results + ((<usize>point) << 2);
    const square = v128.load(squares + ((<usize>point) << 2));
    const own = f32x4.add(f32x4.mul(square, f32x4.splat(26)), f32x4.splat(1e-30));
    const first = v128.load(at);
    const second = v128.load(at, 256);
    const firstError = f32x4.mul(epsilon, f32x4.add(own, f32x4.mul(f32x4.splat(8), f32x4.abs(first))));
    const secondError = f32x4.mul(epsilon, f32x4.add(own, f32x4.mul(f32x4.splat(8), f32x4.abs(second))));
    const most = f32x4.add(f32x4.add(square, f32x4.mul(two, first)), firstError);
    const least = f32x4.sub(f32x4.add(square, f32x4.mul(two, second)), secondError);
    const near = f32x4.sqrt(f32x4.pmax(most, zero));
    const far = f32x4.sqrt(f32x4.pmax(least, zero));
    const slack = f32x4.mul(f32x4.add(near, far), f32x4.splat(3e-7));
    v128.store(at, f32x4.sub(f32x4.sub(far, near), slack));
  }
}
