import { limitOf, squareOf } from './lib/screen';

/**
 * Branches as the rows they hold: `head` the first of each, `next` the one after each row (−1: none). A branch stands
 * in a slot; `nn` and `nd` hold its nearest other slot and how far that is.
 */

/**
 * How far apart two branches are by all pairs of their rows, the same whichever is named first. Kind 0: the mean of the
 * distances, the weights being how many each row stands for; 1: the greatest distance; 2: the sum of the distances by the weights of both rows.
 * @param points row-major
 * @param sizes rows of each slot, by how many they stand for
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
    const row = points + <usize>(a * columns) * 8;
    let sum: f64 = 0;
    for (let b = second; b >= 0; b = load<i32>(next + ((<usize>b) << 2))) {
      const distance = Math.sqrt(squareOf(row, points + <usize>(b * columns) * 8, columns));
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
 * Squares of what the slots up to `count` (by fours) are at least away from one: that of the distance of their centres
 * along the leading axes, and how far both spread. Four slots of which one is likely to be the nearest go to `guesses`.
 * @param leads coordinates along the axes, axis after axis, `step` bytes from one to the next; f32 like all of these
 * @param lead of the one slot
 * @param spreads Infinity in a slot that is empty, and in the one
 */
export function boundSlots(
  leads: usize,
  step: usize,
  lead: usize,
  spread: f32,
  spreads: usize,
  bounds: usize,
  guesses: usize,
  count: i32,
): void {
  const lead0 = v128.load32_splat(lead);
  const lead1 = v128.load32_splat(lead, 4);
  const lead2 = v128.load32_splat(lead, 8);
  const lead3 = v128.load32_splat(lead, 12);
  const own = f32x4.splat(spread);
  const four = i32x4.splat(4);
  const second = leads + step;
  const third = second + step;
  const fourth = third + step;
  let least = f32x4.splat(Infinity);
  let which = i32x4(0, 1, 2, 3);
  let slots = which;
  const end = (<usize>count) << 2;
  for (let at: usize = 0; at < end; at += 16) {
    let difference = f32x4.sub(v128.load(leads + at), lead0);
    let a = f32x4.add(f32x4.mul(difference, difference), f32x4.add(own, v128.load(spreads + at)));
    difference = f32x4.sub(v128.load(second + at), lead1);
    let b = f32x4.mul(difference, difference);
    difference = f32x4.sub(v128.load(third + at), lead2);
    a = f32x4.add(a, f32x4.mul(difference, difference));
    difference = f32x4.sub(v128.load(fourth + at), lead3);
    b = f32x4.add(b, f32x4.mul(difference, difference));
    a = f32x4.add(a, b);
    v128.store(bounds + at, a);
    const nearer = f32x4.lt(a, least);
    least = v128.bitselect(a, least, nearer);
    which = v128.bitselect(slots, which, nearer);
    slots = i32x4.add(slots, four);
  }
  v128.store(guesses, which);
}

/**
 * The nearest slot to one: by their rows of those that might be by their centres, which are looked at where `bounds`
 * lets them be. Of equally near ones the lowest. Writes how far and which to `nn` and `nd` and gives the pairs of rows
 * that it took.
 * @param centres row-major
 * @param spreads as above
 * @param slack what rounding may have added to a bound's root
 * @param held rows of each slot, whatever they stand for
 * @param guesses four slots that are likely to be near
 */
export function nearestBranch(
  points: usize,
  columns: i32,
  head: usize,
  next: usize,
  weights: usize,
  sizes: usize,
  kind: i32,
  centres: usize,
  spread: f64,
  spreads: usize,
  bounds: usize,
  slack: f64,
  count: i32,
  held: usize,
  slot: i32,
  guesses: usize,
  nn: usize,
  nd: usize,
): f64 {
  const own = centres + <usize>(slot * columns) * 8;
  let guess = -1;
  let nearest: f64 = Infinity;
  for (let lane: usize = 0; lane < 16; lane += 4) {
    const z = load<i32>(guesses + lane);
    const square =
      squareOf(own, centres + <usize>(min(z, count - 1) * columns) * 8, columns) +
      load<f32>(spreads + ((<usize>z) << 2));
    if (square < nearest) {
      nearest = square;
      guess = z;
    }
  }
  let which = guess;
  let least = linkOf(points, columns, head, next, weights, sizes, kind, slot, guess);
  let pairs = load<f64>(held + ((<usize>guess) << 3));
  let limit = limitOf(least, slack);
  for (let first = 0; first < count; first += 4) {
    const place = (<usize>first) << 2;
    if (!v128.any_true(f32x4.le(v128.load(bounds + place), f32x4.splat(limit)))) continue;
    const end = min(count, first + 4);
    for (let z = first; z < end; z++) {
      const at = (<usize>z) << 2;
      if (!(load<f32>(bounds + at) <= limit) || z == guess) continue;
      const square = squareOf(own, centres + <usize>(z * columns) * 8, columns) + spread + load<f32>(spreads + at);
      if (!(square <= <f64>limit)) continue;
      const distance = linkOf(points, columns, head, next, weights, sizes, kind, slot, z);
      pairs += load<f64>(held + ((<usize>z) << 3));
      if (distance < least || (distance == least && z < which)) {
        least = distance;
        which = z;
        limit = limitOf(least, slack);
      }
    }
  }
  store<f64>(nd + ((<usize>slot) << 3), least);
  store<f64>(nn + ((<usize>slot) << 3), <f64>which);
  return pairs * load<f64>(held + ((<usize>slot) << 3));
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
