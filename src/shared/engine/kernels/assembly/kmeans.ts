import {
  centroidsOf,
  clustersOf,
  columnsOf,
  driftsOf,
  epsilonOf,
  flatOf,
  halvesOf,
  isFirst,
  labelsOf,
  marginsOf,
  scaleOf,
  screenCentroidsOf,
  screenOf,
  strideOf,
  weightsOf,
} from './lib/kmeans-fit';
import { addDelta, addRow } from './lib/kmeans-sums';
import { blockPoints, transposeFour } from './lib/transpose';

/**
 * The nearest and the second nearest centroid of the points of a block, by half squared distance less half the squared
 * length of the point, in f32. Results: 64 least values, 64 second least, 64 indices, one after another.
 */
function nearestTwo(fit: usize, block: usize, points: i32, results: usize): void {
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
function boundMargins(fit: usize, squares: usize, points: i32, results: usize): void {
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
 * Gives the rows of a list their nearest centroid and notes in the delta who changed.
 * @param list at most 64 row numbers, up to the next multiple of 8 filled with the last
 */
function assignList(fit: usize, list: usize, count: i32, block: usize, delta: usize): void {
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
  const k = clustersOf(fit);
  const columns = columnsOf(fit);
  const first = isFirst(fit);
  const labels = labelsOf(fit);
  const margins = marginsOf(fit);
  const drifts = driftsOf(fit);
  const weights = weightsOf(fit);
  const flat = flatOf(fit);
  let changed = 0;
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
    if (before == label) continue;
    changed++;
    store<u16>(labelAt, <u16>label);
    const point = flat + ((<usize>row * <usize>columns) << 3);
    const weight: f64 = weights == 0 ? 1 : load<f64>(weights + ((<usize>row) << 3));
    addRow(delta, k, columns, label, point, weight, 1);
    if (before >= 0) addRow(delta, k, columns, before, point, weight, -1);
  }
  store<i32>(delta, load<i32>(delta) + changed);
}

/** Empties a delta. */
export function clearDelta(fit: usize, delta: usize): void {
  memory.fill(delta, 0, 64 + <usize>clustersOf(fit));
}

/** Adds a delta to the totals. */
export function reduceDelta(fit: usize, delta: usize, totals: usize): void {
  addDelta(delta, clustersOf(fit), columnsOf(fit), totals);
}

/**
 * Gives rows from `from` to below `to` their nearest centroid: those whose margin the drift has not used up keep theirs
 * unseen (Hamerly 2010); the others are gathered and decided on the screen, and in f64 where the screen cannot tell.
 * @param scratch 1,032 row numbers, then a block
 */
export function assignRows(fit: usize, from: i32, to: i32, scratch: usize, delta: usize): void {
  const first = isFirst(fit);
  const labels = labelsOf(fit);
  const margins = marginsOf(fit);
  const drifts = driftsOf(fit);
  const block = scratch + 1032 * 4;
  for (let start = from; start < to; start += 1024) {
    const end = min(start + 1024, to);
    let next = scratch;
    if (first)
      for (let row = start; row < end; row++) {
        store<i32>(next, row);
        next += 4;
      }
    else
      for (let row = start; row < end; row++) {
        const drift = load<f32>(drifts + ((<usize>load<u16>(labels + ((<usize>row) << 1))) << 2));
        store<i32>(next, row);
        next += (<usize>i32(!(load<f32>(margins + ((<usize>row) << 2)) > drift))) << 2;
      }
    const count = <i32>((next - scratch) >> 2);
    if (count == 0) continue;
    const last = load<i32>(next - 4);
    for (let i = 0; i < 8; i++) store<i32>(next + ((<usize>i) << 2), last);
    for (let at = 0; at < count; at += blockPoints)
      assignList(fit, scratch + ((<usize>at) << 2), min(count - at, blockPoints), block, delta);
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
