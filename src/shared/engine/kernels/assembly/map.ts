/**
 * Forces of a neighbour map (t-SNE, Barnes-Hut: van der Maaten 2014) in two dimensions. Places are pairs of float32.
 * Points are sorted along a Morton curve; the tree's cells are ranges of that order, written in depth-first order with
 * the number of the next cell that is not inside, so that a walk needs no stack; four points next to each other in the
 * order walk together.
 */

/** Bits of a coordinate on the grid: levels of the tree. */
const levels = 16;
/** A cell of so few points is not divided any more. */
const leafPoints = 8;
/** Bytes of a cell: x, y, mass, squared width over squared accuracy, next, first point, end, not used. */
const cellBytes: usize = 32;

function spread(value: u32): u32 {
  let x = value & 0xffff;
  x = (x | (x << 8)) & 0x00ff00ff;
  x = (x | (x << 4)) & 0x0f0f0f0f;
  x = (x | (x << 2)) & 0x33333333;
  return (x | (x << 1)) & 0x55555555;
}

/** Sorts by one byte of the keys. */
function pass(keys: usize, order: usize, count: i32, toKeys: usize, toOrder: usize, shift: u32, counts: usize): void {
  memory.fill(counts, 0, 1024);
  for (let i = 0; i < count; i++) {
    const bucket = counts + (((load<u32>(keys + ((<usize>i) << 2)) >> shift) & 255) << 2);
    store<i32>(bucket, load<i32>(bucket) + 1);
  }
  let sum = 0;
  for (let b: usize = 0; b < 256; b++) {
    const size = load<i32>(counts + (b << 2));
    store<i32>(counts + (b << 2), sum);
    sum += size;
  }
  for (let i = 0; i < count; i++) {
    const key = load<u32>(keys + ((<usize>i) << 2));
    const bucket = counts + (((key >> shift) & 255) << 2);
    const at = <usize>load<i32>(bucket);
    store<i32>(bucket, <i32>at + 1);
    store<u32>(toKeys + (at << 2), key);
    store<i32>(toOrder + (at << 2), load<i32>(order + ((<usize>i) << 2)));
  }
}

/** First point of [from, to) whose key is not below. */
function lowerBound(keys: usize, from: i32, to: i32, key: u32): i32 {
  let low = from;
  let high = to;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (load<u32>(keys + ((<usize>middle) << 2)) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** Writes the cell of points [from, to) and all within it; returns the number of the next cell. */
function divide(keys: usize, sums: usize, cells: usize, cell: i32, from: i32, to: i32, top: i32, topWidth2: f32): i32 {
  const at = cells + <usize>cell * cellBytes;
  const mass = to - from;
  const a = sums + ((<usize>from) << 4);
  const b = sums + ((<usize>to) << 4);
  store<f32>(at, <f32>((load<f64>(b) - load<f64>(a)) / mass));
  store<f32>(at, <f32>((load<f64>(b, 8) - load<f64>(a, 8)) / mass), 4);
  store<f32>(at, <f32>mass, 8);
  // A cell of which one quarter holds everything is that quarter.
  const first = load<u32>(keys + ((<usize>from) << 2));
  const different = first ^ load<u32>(keys + ((<usize>(to - 1)) << 2));
  let level = top;
  let width2 = topWidth2;
  while (level < levels && different >> <u32>(2 * (levels - 1 - level)) === 0) {
    level++;
    width2 *= 0.25;
  }
  store<f32>(at, width2, 12);
  store<i32>(at, from, 20);
  let next = cell + 1;
  if (mass <= leafPoints || level === levels) {
    store<i32>(at, to, 24);
  } else {
    store<i32>(at, -1, 24);
    const shift = <u32>(2 * (levels - 1 - level));
    const base = first & ~((4 << shift) - 1);
    let start = from;
    for (let quarter: u32 = 0; quarter < 4; quarter++) {
      // The last quarter ends where the cell does: its end may be no number of 32 bits.
      const end = quarter === 3 ? to : lowerBound(keys, start, to, base + ((quarter + 1) << shift));
      if (end > start) next = divide(keys, sums, cells, next, start, end, level + 1, width2 * 0.25);
      start = end;
    }
  }
  store<i32>(at, next, 16);
  return next;
}

/**
 * Sorts the points by place and writes the tree.
 * @param sorted places in order, padded to a multiple of four with the last
 * @param inverse 1 / the squared accuracy
 * @returns the number of cells; at most 2 · count are needed, for a cell has at least two within it or none
 */
export function plant(
  places: usize,
  count: i32,
  keys: usize,
  order: usize,
  scratch: usize,
  sums: usize,
  sorted: usize,
  cells: usize,
  inverse: f32,
): i32 {
  let low = v128.load64_splat(places);
  let high = low;
  for (let i = 1; i < count; i++) {
    const place = v128.load64_splat(places + ((<usize>i) << 3));
    low = f32x4.min(low, place);
    high = f32x4.max(high, place);
  }
  const x0 = f32x4.extract_lane(low, 0);
  const y0 = f32x4.extract_lane(low, 1);
  const width =
    max<f32>(max<f32>(f32x4.extract_lane(high, 0) - x0, f32x4.extract_lane(high, 1) - y0), f32.MIN_NORMAL_VALUE) *
    1.0001;
  const scale = <f32>65536 / width;
  for (let i = 0; i < count; i++) {
    const place = places + ((<usize>i) << 3);
    const x = min<u32>(65535, <u32>((load<f32>(place) - x0) * scale));
    const y = min<u32>(65535, <u32>((load<f32>(place, 4) - y0) * scale));
    store<u32>(keys + ((<usize>i) << 2), spread(x) | (spread(y) << 1));
    store<i32>(order + ((<usize>i) << 2), i);
  }
  const otherKeys = scratch;
  const otherOrder = scratch + ((<usize>count) << 2);
  const counts = otherOrder + ((<usize>count) << 2);
  pass(keys, order, count, otherKeys, otherOrder, 0, counts);
  pass(otherKeys, otherOrder, count, keys, order, 8, counts);
  pass(keys, order, count, otherKeys, otherOrder, 16, counts);
  pass(otherKeys, otherOrder, count, keys, order, 24, counts);
  let x: f64 = 0;
  let y: f64 = 0;
  for (let i = 0; i < count; i++) {
    const place = places + ((<usize>load<i32>(order + ((<usize>i) << 2))) << 3);
    store<f64>(sums + ((<usize>i) << 4), x);
    store<f64>(sums + ((<usize>i) << 4), y, 8);
    x += load<f32>(place);
    y += load<f32>(place, 4);
    store<u64>(sorted + ((<usize>i) << 3), load<u64>(place));
  }
  store<f64>(sums + ((<usize>count) << 4), x);
  store<f64>(sums + ((<usize>count) << 4), y, 8);
  for (let i = count; (i & 3) !== 0; i++)
    store<u64>(sorted + ((<usize>i) << 3), load<u64>(sorted + ((<usize>count - 1) << 3)));
  return divide(keys, sums, cells, 0, 0, count, 0, width * width * inverse);
}

/**
 * What pushes points [from, to) of the order apart (from is a multiple of four), written by point, not by order.
 * @returns the sum of 1 / (1 + d²) over all pairs of these points with any, each with itself included
 */
export function repel(
  sorted: usize,
  order: usize,
  count: i32,
  cells: usize,
  cellCount: i32,
  from: i32,
  to: i32,
  forces: usize,
): f64 {
  const one = f32x4.splat(1);
  let total: f64 = 0;
  for (let i = from; i < to; i += 4) {
    const a = v128.load(sorted + ((<usize>i) << 3));
    const b = v128.load(sorted + ((<usize>i) << 3), 16);
    const x = v128.shuffle<f32>(a, b, 0, 2, 4, 6);
    const y = v128.shuffle<f32>(a, b, 1, 3, 5, 7);
    let fx = f32x4.splat(0);
    let fy = fx;
    let z = fx;
    let cell = 0;
    while (cell < cellCount) {
      const at = cells + <usize>cell * cellBytes;
      const dx = f32x4.sub(x, v128.load32_splat(at));
      const dy = f32x4.sub(y, v128.load32_splat(at, 4));
      const d2 = f32x4.add(f32x4.mul(dx, dx), f32x4.mul(dy, dy));
      if (i32x4.all_true(f32x4.lt(v128.load32_splat(at, 12), d2))) {
        const q = f32x4.div(one, f32x4.add(one, d2));
        const mq = f32x4.mul(q, v128.load32_splat(at, 8));
        z = f32x4.add(z, mq);
        const mq2 = f32x4.mul(mq, q);
        fx = f32x4.add(fx, f32x4.mul(mq2, dx));
        fy = f32x4.add(fy, f32x4.mul(mq2, dy));
        cell = load<i32>(at, 16);
        continue;
      }
      const end = load<i32>(at, 24);
      if (end >= 0) {
        for (let other = load<i32>(at, 20); other < end; other++) {
          const place = sorted + ((<usize>other) << 3);
          const ex = f32x4.sub(x, v128.load32_splat(place));
          const ey = f32x4.sub(y, v128.load32_splat(place, 4));
          const q = f32x4.div(one, f32x4.add(one, f32x4.add(f32x4.mul(ex, ex), f32x4.mul(ey, ey))));
          z = f32x4.add(z, q);
          const q2 = f32x4.mul(q, q);
          fx = f32x4.add(fx, f32x4.mul(q2, ex));
          fy = f32x4.add(fy, f32x4.mul(q2, ey));
        }
      }
      cell++;
    }
    const first = v128.shuffle<f32>(fx, fy, 0, 4, 1, 5);
    const second = v128.shuffle<f32>(fx, fy, 2, 6, 3, 7);
    v128.store64_lane(forces + ((<usize>load<i32>(order + ((<usize>i) << 2))) << 3), first, 0);
    total += f32x4.extract_lane(z, 0);
    if (i + 1 < count) {
      v128.store64_lane(forces + ((<usize>load<i32>(order + ((<usize>(i + 1)) << 2))) << 3), first, 1);
      total += f32x4.extract_lane(z, 1);
    }
    if (i + 2 < count) {
      v128.store64_lane(forces + ((<usize>load<i32>(order + ((<usize>(i + 2)) << 2))) << 3), second, 0);
      total += f32x4.extract_lane(z, 2);
    }
    if (i + 3 < count) {
      v128.store64_lane(forces + ((<usize>load<i32>(order + ((<usize>(i + 3)) << 2))) << 3), second, 1);
      total += f32x4.extract_lane(z, 3);
    }
  }
  return total;
}

/**
 * Draws points [from, to) towards their neighbours and takes their next step: gains as Jacobs 1988, momentum, places
 * from `places` to `next`.
 * @param starts where each point's neighbours begin; `others` and `weights` go with them
 * @param state gain x, gain y, step x, step y of each point
 * @param pull 4 · exaggeration · rate
 * @param push 4 · rate / Z
 */
export function attract(
  places: usize,
  starts: usize,
  others: usize,
  weights: usize,
  forces: usize,
  state: usize,
  next: usize,
  from: i32,
  to: i32,
  pull: f32,
  push: f32,
  momentum: f32,
): void {
  const one = f32x4.splat(1);
  for (let i = from; i < to; i++) {
    const place = v128.load64_splat(places + ((<usize>i) << 3));
    let sum = f32x4.splat(0);
    const end = load<i32>(starts + ((<usize>(i + 1)) << 2));
    let at = load<i32>(starts + ((<usize>i) << 2));
    for (; at + 1 < end; at += 2) {
      const pair = others + ((<usize>at) << 2);
      let other = v128.load64_zero(places + ((<usize>load<i32>(pair)) << 3));
      other = v128.load64_lane(places + ((<usize>load<i32>(pair, 4)) << 3), other, 1);
      const d = f32x4.sub(place, other);
      const squares = f32x4.mul(d, d);
      const d2 = f32x4.add(squares, v128.shuffle<f32>(squares, squares, 1, 0, 3, 2));
      const two = v128.load64_zero(weights + ((<usize>at) << 2));
      const weight = v128.shuffle<f32>(two, two, 0, 0, 1, 1);
      sum = f32x4.add(sum, f32x4.mul(f32x4.div(weight, f32x4.add(one, d2)), d));
    }
    if (at < end) {
      const other = v128.load64_zero(places + ((<usize>load<i32>(others + ((<usize>at) << 2))) << 3));
      const d = f32x4.sub(place, other);
      const squares = f32x4.mul(d, d);
      const d2 = f32x4.add(squares, v128.shuffle<f32>(squares, squares, 1, 0, 3, 2));
      const weight = v128.shuffle<f32>(v128.load32_zero(weights + ((<usize>at) << 2)), one, 0, 0, 1, 1);
      sum = f32x4.add(sum, f32x4.mul(f32x4.div(weight, f32x4.add(one, d2)), d));
    }
    sum = f32x4.add(sum, v128.shuffle<f32>(sum, sum, 2, 3, 0, 1));
    for (let axis: usize = 0; axis < 2; axis++) {
      const drawn = axis === 0 ? f32x4.extract_lane(sum, 0) : f32x4.extract_lane(sum, 1);
      const gradient = pull * drawn - push * load<f32>(forces + ((<usize>i) << 3) + (axis << 2));
      const own = state + ((<usize>i) << 4) + (axis << 2);
      const step = load<f32>(own, 8);
      const gain = max<f32>(0.01, step * gradient < 0 ? load<f32>(own) + 0.2 : load<f32>(own) * 0.8);
      const stepped = momentum * step - gain * gradient;
      store<f32>(own, gain);
      store<f32>(own, stepped, 8);
      store<f32>(next + ((<usize>i) << 3) + (axis << 2), load<f32>(places + ((<usize>i) << 3) + (axis << 2)) + stepped);
    }
  }
}
