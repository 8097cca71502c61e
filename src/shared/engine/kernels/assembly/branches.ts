import { limitOf, squareOf } from './lib/screen';

/** Axes along which all slots are looked at. */
const firstAxes: i32 = 12;

/**
 * Branches as the rows they hold: `head` the first of each, `next` the one after each row (−1: none). A branch stands
 * in a slot; `nn` and `nd` hold its nearest other slot and how far that is.
 */

/**
 * How far apart two branches are by all pairs of their rows, the same whichever is named first. Kind 0: the mean of the
 * distances, the weights being how many each row stands for; 1: the greatest distance, Infinity where that is more than `atMost`; 2: the sum of the distances by the weights of both rows.
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
  atMost: f64,
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
    if (kind == 1 && total > atMost) return Infinity;
  }
  if (kind != 0) return total;
  return total / (load<f64>(sizes + ((<usize>one) << 3)) * load<f64>(sizes + ((<usize>other) << 3)));
}

function centreSquare(centres: usize, columns: i32, one: i32, other: i32): f64 {
  return squareOf(centres + <usize>(one * columns) * 8, centres + <usize>(other * columns) * 8, columns);
}

/**
 * The nearest slots to those that stand in a list in the places `from` to `to`: by their rows of those that might be by
 * their centres along a dozen leading axes and then along all. Of equally near ones the lowest.
 * Writes how far and which to `nn` and `nd`, and to `looked` the pairs of rows that it took.
 * @param list i32
 * @param centres row-major
 * @param leads coordinates along the axes, axis after axis, `step` bytes from one to the next; f32
 * @param spreads how far rows are from their centres, squared; f32, Infinity in a slot that is empty
 * @param bounds to work in: squares of what the slots up to `count` are at least away, by sixteens; f32
 * @param slack what rounding may have added to a bound's root
 * @param held rows of each slot, whatever they stand for
 */
export function nearestBranches(
  list: usize,
  from: i32,
  to: i32,
  points: usize,
  columns: i32,
  head: usize,
  next: usize,
  weights: usize,
  sizes: usize,
  kind: i32,
  centres: usize,
  leads: usize,
  axes: i32,
  step: usize,
  spreads: usize,
  slack: f64,
  count: i32,
  held: usize,
  nn: usize,
  nd: usize,
  looked: usize,
  bounds: usize,
): void {
  for (let place = from; place < to; place++) {
    const slot = load<i32>(list + ((<usize>place) << 2));
    const spread = load<f32>(spreads + ((<usize>slot) << 2));
    const which = boundSlots(
      leads,
      min(axes, firstAxes),
      step,
      slot,
      spread,
      spreads,
      bounds,
      (<usize>count + 15) & ~15,
    );
    let guess = -1;
    let nearest: f64 = Infinity;
    for (let lane = 0; lane < 4; lane++) {
      const z = laneOf(which, lane);
      if (z == slot || z >= count) continue;
      const square = centreSquare(centres, columns, slot, z) + load<f32>(spreads + ((<usize>z) << 2));
      if (square < nearest) {
        nearest = square;
        guess = z;
      }
    }
    for (let z = 0; guess < 0; z++) if (z != slot && load<f32>(spreads + ((<usize>z) << 2)) != Infinity) guess = z;
    let best = guess;
    let least = linkOf(points, columns, head, next, weights, sizes, kind, slot, guess, Infinity);
    let pairs = load<f64>(held + ((<usize>guess) << 3));
    let limit = limitOf(least, slack);
    for (let first = 0; first < count; first += 4) {
      const limits = f32x4.splat(limit);
      let square = v128.load(bounds + ((<usize>first) << 2));
      if (!v128.any_true(f32x4.le(square, limits))) continue;
      let lead = leads + firstAxes * step;
      for (let axis = firstAxes; axis < axes; axis++, lead += step) {
        const difference = f32x4.sub(
          v128.load(lead + ((<usize>first) << 2)),
          v128.load32_splat(lead + ((<usize>slot) << 2)),
        );
        square = f32x4.add(square, f32x4.mul(difference, difference));
      }
      for (let lanes = i32x4.bitmask(f32x4.le(square, limits)); lanes != 0; lanes &= lanes - 1) {
        const z = first + ctz(lanes);
        if (z == slot || z == guess || z >= count) continue;
        const distance = linkOf(points, columns, head, next, weights, sizes, kind, slot, z, least);
        pairs += load<f64>(held + ((<usize>z) << 3));
        if (distance < least || (distance == least && z < best)) {
          least = distance;
          best = z;
          limit = limitOf(least, slack);
        }
      }
    }
    store<f64>(nd + ((<usize>slot) << 3), least);
    store<f64>(nn + ((<usize>slot) << 3), <f64>best);
    store<f64>(looked + ((<usize>slot) << 3), pairs * load<f64>(held + ((<usize>slot) << 3)));
  }
}

function laneOf(which: v128, lane: i32): i32 {
  if (lane < 2) return lane == 0 ? i32x4.extract_lane(which, 0) : i32x4.extract_lane(which, 1);
  return lane == 2 ? i32x4.extract_lane(which, 2) : i32x4.extract_lane(which, 3);
}

/**
 * Squares of what the slots up to `count` (by sixteens) are at least away from one: that of the distance of their
 * centres along some axes, and how far both spread. Gives four slots of which one is likely to be the nearest, or the one itself.
 */
function boundSlots(
  leads: usize,
  axes: i32,
  step: usize,
  slot: i32,
  spread: f32,
  spreads: usize,
  bounds: usize,
  count: usize,
): v128 {
  const own = f32x4.splat(spread);
  const lead = leads + ((<usize>slot) << 2);
  const four = i32x4.splat(4);
  let least = f32x4.splat(Infinity);
  let which = i32x4(0, 1, 2, 3);
  let slots = which;
  const end = count << 2;
  for (let at: usize = 0; at < end; at += 64) {
    let a = f32x4.add(own, v128.load(spreads + at));
    let b = f32x4.add(own, v128.load(spreads + at, 16));
    let c = f32x4.add(own, v128.load(spreads + at, 32));
    let d = f32x4.add(own, v128.load(spreads + at, 48));
    let from = lead;
    let to = leads + at;
    for (let axis = 0; axis < axes; axis++) {
      const value = v128.load32_splat(from);
      let difference = f32x4.sub(v128.load(to), value);
      a = f32x4.add(a, f32x4.mul(difference, difference));
      difference = f32x4.sub(v128.load(to, 16), value);
      b = f32x4.add(b, f32x4.mul(difference, difference));
      difference = f32x4.sub(v128.load(to, 32), value);
      c = f32x4.add(c, f32x4.mul(difference, difference));
      difference = f32x4.sub(v128.load(to, 48), value);
      d = f32x4.add(d, f32x4.mul(difference, difference));
      from += step;
      to += step;
    }
    v128.store(bounds + at, a);
    v128.store(bounds + at, b, 16);
    v128.store(bounds + at, c, 32);
    v128.store(bounds + at, d, 48);
    // The one itself is nearest to itself: out of the way of the others of its lane.
    if (((<usize>slot) << 2) - at < 64) {
      store<f32>(bounds + ((<usize>slot) << 2), Infinity);
      a = v128.load(bounds + at);
      b = v128.load(bounds + at, 16);
      c = v128.load(bounds + at, 32);
      d = v128.load(bounds + at, 48);
    }
    let nearer = f32x4.lt(a, least);
    least = v128.bitselect(a, least, nearer);
    which = v128.bitselect(slots, which, nearer);
    slots = i32x4.add(slots, four);
    nearer = f32x4.lt(b, least);
    least = v128.bitselect(b, least, nearer);
    which = v128.bitselect(slots, which, nearer);
    slots = i32x4.add(slots, four);
    nearer = f32x4.lt(c, least);
    least = v128.bitselect(c, least, nearer);
    which = v128.bitselect(slots, which, nearer);
    slots = i32x4.add(slots, four);
    nearer = f32x4.lt(d, least);
    least = v128.bitselect(d, least, nearer);
    which = v128.bitselect(slots, which, nearer);
    slots = i32x4.add(slots, four);
  }
  return which;
}
