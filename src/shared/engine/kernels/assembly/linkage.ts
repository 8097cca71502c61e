/**
 * Distances of all pairs as a triangle: row i holds those to the rows before it. A slot is a row that stands for a
 * branch; `nn` and `nd` hold its nearest other slot (of equally near ones the lowest) and how far that is.
 */

/** Where row i of the triangle begins. */
function rowOf(triangle: usize, i: i32): usize {
  return triangle + (((<usize>i * <usize>(i - 1)) >> 1) << 3);
}

/** Keeps what is nearest to a slot, of equally near ones the lowest. */
function keep(nn: usize, nd: usize, slot: i32, distance: f64, other: f64): void {
  const at = (<usize>slot) << 3;
  const known = load<f64>(nd + at);
  if (distance < known || (distance == known && other < load<f64>(nn + at))) {
    store<f64>(nd + at, distance);
    store<f64>(nn + at, other);
  }
}

/** `keep` for a pair of lanes that hold the least of every second distance and which it was. */
function keepLanes(nn: usize, nd: usize, slot: i32, distances: v128, others: v128): void {
  keep(nn, nd, slot, f64x2.extract_lane(distances, 0), f64x2.extract_lane(others, 0));
  keep(nn, nd, slot, f64x2.extract_lane(distances, 1), f64x2.extract_lane(others, 1));
}

/** `keep` for two neighbouring slots at once. */
function keepPair(nn: usize, nd: usize, slot: i32, distances: v128, others: v128): void {
  const at = (<usize>slot) << 3;
  const known = v128.load(nd + at);
  const which = v128.load(nn + at);
  const nearer = v128.or(f64x2.lt(distances, known), v128.and(f64x2.eq(distances, known), f64x2.lt(others, which)));
  v128.store(nd + at, v128.bitselect(distances, known, nearer));
  v128.store(nn + at, v128.bitselect(others, which, nearer));
}

/** Distances of rows i to i + 3 to `count` (even) rows from j on. */
function fillFour(
  row: usize,
  column: usize,
  columns: i32,
  step: usize,
  triangle: usize,
  i: i32,
  j: i32,
  count: i32,
  nn: usize,
  nd: usize,
): void {
  const far = f64x2.splat(Infinity);
  let least0 = far;
  let least1 = far;
  let least2 = far;
  let least3 = far;
  let which0 = far;
  let which1 = far;
  let which2 = far;
  let which3 = far;
  let others = f64x2.add(f64x2.splat(<f64>j), f64x2(0, 1));
  const i0 = f64x2.splat(<f64>i);
  const i1 = f64x2.splat(<f64>(i + 1));
  const i2 = f64x2.splat(<f64>(i + 2));
  const i3 = f64x2.splat(<f64>(i + 3));
  let to = rowOf(triangle, i) + ((<usize>j) << 3);
  const step1 = (<usize>i) << 3;
  const step2 = step1 + ((<usize>(i + 1)) << 3);
  const step3 = step2 + ((<usize>(i + 2)) << 3);
  for (const end = j + count; j < end; j += 2) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let from = row;
    let at = column;
    for (let k = 0; k < columns; k++) {
      const point = v128.load(at);
      let difference = f64x2.sub(point, v128.load64_splat(from));
      a = f64x2.add(a, f64x2.mul(difference, difference));
      difference = f64x2.sub(point, v128.load64_splat(from, 8));
      b = f64x2.add(b, f64x2.mul(difference, difference));
      difference = f64x2.sub(point, v128.load64_splat(from, 16));
      c = f64x2.add(c, f64x2.mul(difference, difference));
      difference = f64x2.sub(point, v128.load64_splat(from, 24));
      d = f64x2.add(d, f64x2.mul(difference, difference));
      from += step;
      at += step;
    }
    a = f64x2.sqrt(a);
    b = f64x2.sqrt(b);
    c = f64x2.sqrt(c);
    d = f64x2.sqrt(d);
    v128.store(to, a);
    v128.store(to + step1, b);
    v128.store(to + step2, c);
    v128.store(to + step3, d);
    let nearer = f64x2.lt(a, least0);
    least0 = v128.bitselect(a, least0, nearer);
    which0 = v128.bitselect(others, which0, nearer);
    nearer = f64x2.lt(b, least1);
    least1 = v128.bitselect(b, least1, nearer);
    which1 = v128.bitselect(others, which1, nearer);
    nearer = f64x2.lt(c, least2);
    least2 = v128.bitselect(c, least2, nearer);
    which2 = v128.bitselect(others, which2, nearer);
    nearer = f64x2.lt(d, least3);
    least3 = v128.bitselect(d, least3, nearer);
    which3 = v128.bitselect(others, which3, nearer);
    nearer = f64x2.lt(b, a);
    a = v128.bitselect(b, a, nearer);
    let nearest = v128.bitselect(i1, i0, nearer);
    nearer = f64x2.lt(c, a);
    a = v128.bitselect(c, a, nearer);
    nearest = v128.bitselect(i2, nearest, nearer);
    nearer = f64x2.lt(d, a);
    a = v128.bitselect(d, a, nearer);
    nearest = v128.bitselect(i3, nearest, nearer);
    keepPair(nn, nd, j, a, nearest);
    others = f64x2.add(others, f64x2.splat(2));
    column += 16;
    to += 16;
  }
  keepLanes(nn, nd, i, least0, which0);
  keepLanes(nn, nd, i + 1, least1, which1);
  keepLanes(nn, nd, i + 2, least2, which2);
  keepLanes(nn, nd, i + 3, least3, which3);
}

/** Distances of row i to `count` rows from j on. */
function fillOne(
  row: usize,
  column: usize,
  columns: i32,
  step: usize,
  triangle: usize,
  i: i32,
  j: i32,
  count: i32,
  nn: usize,
  nd: usize,
): void {
  let to = rowOf(triangle, i) + ((<usize>j) << 3);
  for (const end = j + count; j < end; j++) {
    let square: f64 = 0;
    for (let k = 0; k < columns; k++) {
      const difference = load<f64>(column + <usize>k * step) - load<f64>(row + <usize>k * step);
      square += difference * difference;
    }
    const distance = Math.sqrt(square);
    store<f64>(to, distance);
    keep(nn, nd, i, distance, <f64>j);
    keep(nn, nd, j, distance, <f64>i);
    column += 8;
    to += 8;
  }
}

/**
 * Writes the distances between the rows of two blocks, `second` not before `first`, and keeps what is nearest to them.
 * @param points block after block of `block` rows (a multiple of 4), each column-major
 */
export function fillTile(
  points: usize,
  columns: i32,
  rows: i32,
  block: i32,
  triangle: usize,
  nn: usize,
  nd: usize,
  first: i32,
  second: i32,
): void {
  const step = (<usize>block) << 3;
  const column = points + <usize>first * step * columns;
  const row = points + <usize>second * step * columns;
  const j = first * block;
  const start = second * block;
  const end = min(rows, start + block);
  if (first == second) {
    for (let i = start; i < end; i++)
      fillOne(row + ((<usize>(i - start)) << 3), column, columns, step, triangle, i, j, i - j, nn, nd);
    return;
  }
  let i = start;
  for (; i + 4 <= end; i += 4)
    fillFour(row + ((<usize>(i - start)) << 3), column, columns, step, triangle, i, j, block, nn, nd);
  for (; i < end; i++) fillOne(row + ((<usize>(i - start)) << 3), column, columns, step, triangle, i, j, block, nn, nd);
}

/**
 * The nearest of the slots `from` to `to` to one slot: how far to `out`, which behind it (Infinity: none).
 * @param gone Infinity for slots that were merged away, 0 for the others
 */
export function nearestSlot(triangle: usize, slot: i32, gone: usize, from: i32, to: i32, out: usize): void {
  let least = f64x2.splat(Infinity);
  let which = least;
  let j = from;
  const before = min(to, slot);
  let at = rowOf(triangle, slot) + ((<usize>j) << 3);
  let others = f64x2.add(f64x2.splat(<f64>j), f64x2(0, 1));
  for (; j + 2 <= before; j += 2) {
    const distance = f64x2.add(v128.load(at), v128.load(gone + ((<usize>j) << 3)));
    const nearer = f64x2.lt(distance, least);
    least = v128.bitselect(distance, least, nearer);
    which = v128.bitselect(others, which, nearer);
    others = f64x2.add(others, f64x2.splat(2));
    at += 16;
  }
  let distance = f64x2.extract_lane(least, 0);
  let slotThere = f64x2.extract_lane(which, 0);
  const odd = f64x2.extract_lane(least, 1);
  const oddThere = f64x2.extract_lane(which, 1);
  if (odd < distance || (odd == distance && oddThere < slotThere)) {
    distance = odd;
    slotThere = oddThere;
  }
  for (; j < before; j++) {
    const value = load<f64>(at) + load<f64>(gone + ((<usize>j) << 3));
    if (value < distance) {
      distance = value;
      slotThere = <f64>j;
    }
    at += 8;
  }
  j = max(from, slot + 1);
  at = rowOf(triangle, j) + ((<usize>slot) << 3);
  for (; j < to; j++) {
    const value = load<f64>(at) + load<f64>(gone + ((<usize>j) << 3));
    if (value < distance) {
      distance = value;
      slotThere = <f64>j;
    }
    at += (<usize>j) << 3;
  }
  store<f64>(out, distance);
  store<f64>(out, slotThere, 8);
}

/**
 * Joins slot `low` to slot `high` as far as the slots `from` to `to` are concerned: their distances to the join take
 * the place of those to `high` (Lance & Williams 1967), whoever had one of the two for its nearest has none now
 * (`nd` −1), and the nearest to the join goes to `out` as `nearestSlot` puts it. A slot that has the join as near as
 * its nearest, and lower, takes it.
 * @param share of `high` in the mean of the two distances; above 1: the greater one is taken
 */
export function joinSlots(
  triangle: usize,
  low: i32,
  high: i32,
  share: f64,
  gone: usize,
  nn: usize,
  nd: usize,
  from: i32,
  to: i32,
  out: usize,
): void {
  let least: f64 = Infinity;
  let which: f64 = Infinity;
  let z = from;
  const before = min(to, low);
  let a = rowOf(triangle, low) + ((<usize>z) << 3);
  let b = rowOf(triangle, high) + ((<usize>z) << 3);
  const lows = f64x2.splat(<f64>low);
  const highs = f64x2.splat(<f64>high);
  if (z + 2 <= before) {
    const shares = f64x2.splat(share);
    let leasts = f64x2.splat(Infinity);
    let whiches = leasts;
    let others = f64x2.add(f64x2.splat(<f64>z), f64x2(0, 1));
    for (; z + 2 <= before; z += 2) {
      const one = v128.load(a);
      const other = v128.load(b);
      let joined: v128;
      if (share > 1) joined = f64x2.pmax(one, other);
      else joined = f64x2.pmax(f64x2.add(one, f64x2.mul(f64x2.sub(other, one), shares)), f64x2.pmin(one, other));
      v128.store(b, joined);
      const at = (<usize>z) << 3;
      const known = v128.load(nd + at);
      const nearest = v128.load(nn + at);
      const lost = v128.or(f64x2.eq(nearest, lows), f64x2.eq(nearest, highs));
      const tied = v128.and(f64x2.eq(joined, known), f64x2.lt(highs, nearest));
      v128.store(nd + at, v128.bitselect(f64x2.splat(-1), known, lost));
      v128.store(nn + at, v128.bitselect(highs, nearest, tied));
      const distance = f64x2.add(joined, v128.load(gone + at));
      const nearer = f64x2.lt(distance, leasts);
      leasts = v128.bitselect(distance, leasts, nearer);
      whiches = v128.bitselect(others, whiches, nearer);
      others = f64x2.add(others, f64x2.splat(2));
      a += 16;
      b += 16;
    }
    least = f64x2.extract_lane(leasts, 0);
    which = f64x2.extract_lane(whiches, 0);
    const odd = f64x2.extract_lane(leasts, 1);
    const oddThere = f64x2.extract_lane(whiches, 1);
    if (odd < least || (odd == least && oddThere < which)) {
      least = odd;
      which = oddThere;
    }
  }
  for (; z < to; z++) {
    if (z == low || z == high) continue;
    a = z < low ? rowOf(triangle, low) + ((<usize>z) << 3) : rowOf(triangle, z) + ((<usize>low) << 3);
    b = z < high ? rowOf(triangle, high) + ((<usize>z) << 3) : rowOf(triangle, z) + ((<usize>high) << 3);
    const one = load<f64>(a);
    const other = load<f64>(b);
    const joined = share > 1 ? max(one, other) : max(one + (other - one) * share, min(one, other));
    store<f64>(b, joined);
    const at = (<usize>z) << 3;
    const nearest = load<f64>(nn + at);
    if (nearest == <f64>low || nearest == <f64>high) store<f64>(nd + at, -1);
    else if (joined == load<f64>(nd + at) && <f64>high < nearest) store<f64>(nn + at, <f64>high);
    const distance = joined + load<f64>(gone + at);
    if (distance < least) {
      least = distance;
      which = <f64>z;
    }
  }
  store<f64>(out, least);
  store<f64>(out, which, 8);
}

/** Moves rows `from` to `to` of the triangle of the slots that are left into their places; rows before them first. */
export function closeRows(triangle: usize, left: usize, from: i32, to: i32): void {
  for (let i = from; i < to; i++) {
    const source = rowOf(triangle, load<i32>(left + ((<usize>i) << 2)));
    const target = rowOf(triangle, i);
    for (let j = 0; j < i; j++)
      store<f64>(target + ((<usize>j) << 3), load<f64>(source + ((<usize>load<i32>(left + ((<usize>j) << 2))) << 3)));
  }
}
