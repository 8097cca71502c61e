/**
 * Branches as the rows they hold: `head` the first of each, `next` the one after each row (−1: none). A branch stands
 * in a slot; `nn` and `nd` hold its nearest other slot and how far that is.
 */

/** The distance of two rows. */
function distanceOf(points: usize, columns: i32, one: i32, other: i32): f64 {
  let a = points + <usize>(one * columns) * 8;
  let b = points + <usize>(other * columns) * 8;
  let square: f64 = 0;
  for (let j = 0; j < columns; j++) {
    const difference = load<f64>(a) - load<f64>(b);
    square += difference * difference;
    a += 8;
    b += 8;
  }
  return Math.sqrt(square);
}

/**
 * How far apart two branches are by all pairs of their rows, the same whichever is named first. Kind 0: the mean of the
 * distances, all weights being 1; 1: the greatest distance; 2: the sum of the distances by the weights of both rows.
 * @param points row-major
 * @param sizes rows of each slot
 */
function linkOf(
  points: usize,
  columns: i32,
  head: usize,
  next: usize,
  weights: usize,
  sizes: usize,
  kind: i32,
  one: i32,
  other: i32,
): f64 {
  const first = load<i32>(head + ((<usize>min(one, other)) << 2));
  const second = load<i32>(head + ((<usize>max(one, other)) << 2));
  let total: f64 = 0;
  for (let a = first; a >= 0; a = load<i32>(next + ((<usize>a) << 2))) {
    let sum: f64 = 0;
    for (let b = second; b >= 0; b = load<i32>(next + ((<usize>b) << 2))) {
      const distance = distanceOf(points, columns, a, b);
      if (kind == 1) sum = max(sum, distance);
      else sum += distance * load<f64>(weights + ((<usize>b) << 3));
    }
    if (kind == 1) total = max(total, sum);
    else total += sum * load<f64>(weights + ((<usize>a) << 3));
  }
  if (kind != 0) return total;
  return total / (load<f64>(sizes + ((<usize>one) << 3)) * load<f64>(sizes + ((<usize>other) << 3)));
}

/**
 * Squares of what two branches are at least apart, for the slots `from` to `to` and one: that of the distance of their
 * centres and how far they spread. The least goes to `out`, its slot behind it (Infinity: none).
 * @param centres column-major, slots by fours, `step` bytes from a column to the next
 * @param centre of the one slot
 * @param spreads Infinity in a slot that is empty
 */
export function boundSlots(
  centres: usize,
  columns: i32,
  step: usize,
  centre: usize,
  spread: f64,
  spreads: usize,
  bounds: usize,
  from: i32,
  to: i32,
  out: usize,
): void {
  let least = f64x2.splat(Infinity);
  let which = least;
  let slots = f64x2.add(f64x2.splat(<f64>from), f64x2(0, 1));
  const own = f64x2.splat(spread);
  for (let slot = from; slot < to; slot += 4) {
    const place = (<usize>slot) << 3;
    let a = f64x2.add(own, v128.load(spreads + place));
    let b = f64x2.add(own, v128.load(spreads + place, 16));
    let at = centres + place;
    let coordinate = centre;
    for (let j = 0; j < columns; j++) {
      const value = v128.load64_splat(coordinate);
      let difference = f64x2.sub(v128.load(at), value);
      a = f64x2.add(a, f64x2.mul(difference, difference));
      difference = f64x2.sub(v128.load(at, 16), value);
      b = f64x2.add(b, f64x2.mul(difference, difference));
      coordinate += 8;
      at += step;
    }
    v128.store(bounds + place, a);
    v128.store(bounds + place, b, 16);
    let nearer = f64x2.lt(a, least);
    least = v128.bitselect(a, least, nearer);
    which = v128.bitselect(slots, which, nearer);
    slots = f64x2.add(slots, f64x2.splat(2));
    nearer = f64x2.lt(b, least);
    least = v128.bitselect(b, least, nearer);
    which = v128.bitselect(slots, which, nearer);
    slots = f64x2.add(slots, f64x2.splat(2));
  }
  const isOdd = f64x2.extract_lane(least, 1) < f64x2.extract_lane(least, 0);
  store<f64>(out, isOdd ? f64x2.extract_lane(least, 1) : f64x2.extract_lane(least, 0));
  store<f64>(out, isOdd ? f64x2.extract_lane(which, 1) : f64x2.extract_lane(which, 0), 8);
}

/**
 * The nearest slot to one, by the rows of all those whose bounds let them be nearer than `guess`; of equally near ones
 * the lowest. Writes how far and which to `nn` and `nd` and gives the pairs of rows that it took.
 * @param slack what rounding may have added to a bound
 */
export function nearestBranch(
  points: usize,
  columns: i32,
  head: usize,
  next: usize,
  weights: usize,
  sizes: usize,
  kind: i32,
  bounds: usize,
  slack: f64,
  count: i32,
  slot: i32,
  guess: i32,
  nn: usize,
  nd: usize,
): f64 {
  let which = guess;
  let least = linkOf(points, columns, head, next, weights, sizes, kind, slot, guess);
  let pairs = load<f64>(sizes + ((<usize>guess) << 3));
  let limit = (least + slack) * (least + slack);
  for (let z = 0; z < count; z++) {
    if (!(load<f64>(bounds + ((<usize>z) << 3)) <= limit) || z == guess) continue;
    const distance = linkOf(points, columns, head, next, weights, sizes, kind, slot, z);
    pairs += load<f64>(sizes + ((<usize>z) << 3));
    if (distance < least || (distance == least && z < which)) {
      least = distance;
      which = z;
      limit = (least + slack) * (least + slack);
    }
  }
  store<f64>(nd + ((<usize>slot) << 3), least);
  store<f64>(nn + ((<usize>slot) << 3), <f64>which);
  return pairs * load<f64>(sizes + ((<usize>slot) << 3));
}

/** Who had one of two slots for its nearest has none now (`nd` −1). Slots by twos. */
export function forgetPair(nn: usize, nd: usize, count: i32, one: i32, other: i32): void {
  const first = f64x2.splat(<f64>one);
  const second = f64x2.splat(<f64>other);
  const lost = f64x2.splat(-1);
  const end = (<usize>count) << 3;
  for (let at: usize = 0; at < end; at += 16) {
    const nearest = v128.load(nn + at);
    const isLost = v128.or(f64x2.eq(nearest, first), f64x2.eq(nearest, second));
    v128.store(nd + at, v128.bitselect(lost, v128.load(nd + at), isLost));
  }
}

/** Row `slot` of the triangle of all branches' distances, from the slots `from` to `to` before it. */
export function linkRow(
  points: usize,
  columns: i32,
  head: usize,
  next: usize,
  weights: usize,
  sizes: usize,
  kind: i32,
  triangle: usize,
  slot: i32,
  from: i32,
  to: i32,
): void {
  const row = triangle + (((<usize>slot * <usize>(slot - 1)) >> 1) << 3);
  for (let z = from; z < to; z++)
    store<f64>(row + ((<usize>z) << 3), linkOf(points, columns, head, next, weights, sizes, kind, slot, z));
}
