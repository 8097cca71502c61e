import { limitOf, squareOf } from './lib/screen';

/** Slots of a block, and axes along which all of them are looked at. */
const block: i32 = 16;
const firstAxes: i32 = 12;

/**
 * A row in every slot that is not gone. Parameters as all of these take them:
 * `leads`: coordinates along `axes` axes, axis after axis, `step` bytes from one to the next; f32
 * `limits`: what of a squared distance along the axes is too much; f32, NaN in a slot that is gone
 * `mins`: the least of the limits of every block; f32
 * `slack`: what rounding may have added to a distance along the axes
 * `points`: row-major
 * `rowOf`: the row in every slot; i32
 * `nearest`, `neighbour`: of every slot, how far the tree is (squared) and by which of its rows
 */

/** The least of four and four and four and four; what is not a number does not count. */
function leastOf(limits: usize): f32 {
  let least = f32x4.splat(Infinity);
  least = f32x4.pmin(least, v128.load(limits));
  least = f32x4.pmin(least, v128.load(limits, 16));
  least = f32x4.pmin(least, v128.load(limits, 32));
  least = f32x4.pmin(least, v128.load(limits, 48));
  return min(
    min(f32x4.extract_lane(least, 0), f32x4.extract_lane(least, 1)),
    min(f32x4.extract_lane(least, 2), f32x4.extract_lane(least, 3)),
  );
}

/** The place of one row has joined the tree: its slot is gone. */
export function leave(limits: usize, mins: usize, slot: i32): void {
  store<f32>(limits + ((<usize>slot) << 2), NaN);
  store<f32>(mins + ((<usize>(slot / block)) << 2), leastOf(limits + ((<usize>(slot & ~(block - 1))) << 2)));
}

/**
 * Brings the slots `from` to `to` (by sixteens) up to date with the row of a slot, which has joined the tree: whose
 * squared distance to it is less than the least so far, takes it for its neighbour there. The nearest slot of all goes to
 * `out`: how far (squared), which behind it (Infinity: none). Most are seen to be too far away along the leading axes, in float32.
 */
export function approach(
  leads: usize,
  axes: i32,
  step: usize,
  limits: usize,
  mins: usize,
  slack: f64,
  points: usize,
  columns: i32,
  rowOf: usize,
  nearest: usize,
  neighbour: usize,
  slot: i32,
  from: i32,
  to: i32,
  out: usize,
): void {
  const lead = leads + ((<usize>slot) << 2);
  const joined = points + <usize>slot * ((<usize>columns) << 3);
  const row = <f64>load<i32>(rowOf + ((<usize>slot) << 2));
  const first = min(axes, firstAxes);
  let least: f32 = Infinity;
  for (let start = from; start < to; start += block) {
    const at = (<usize>start) << 2;
    let a = f32x4.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let own = lead;
    let other = leads + at;
    for (let axis = 0; axis < first; axis++) {
      const value = v128.load32_splat(own);
      let difference = f32x4.sub(v128.load(other), value);
      a = f32x4.add(a, f32x4.mul(difference, difference));
      difference = f32x4.sub(v128.load(other, 16), value);
      b = f32x4.add(b, f32x4.mul(difference, difference));
      difference = f32x4.sub(v128.load(other, 32), value);
      c = f32x4.add(c, f32x4.mul(difference, difference));
      difference = f32x4.sub(v128.load(other, 48), value);
      d = f32x4.add(d, f32x4.mul(difference, difference));
      own += step;
      other += step;
    }
    const known = limits + at;
    const nearA = f32x4.le(a, v128.load(known));
    const nearB = f32x4.le(b, v128.load(known, 16));
    const nearC = f32x4.le(c, v128.load(known, 32));
    const nearD = f32x4.le(d, v128.load(known, 48));
    if (v128.any_true(v128.or(v128.or(nearA, nearB), v128.or(nearC, nearD)))) {
      let lanes =
        i32x4.bitmask(nearA) | (i32x4.bitmask(nearB) << 4) | (i32x4.bitmask(nearC) << 8) | (i32x4.bitmask(nearD) << 12);
      for (; lanes != 0; lanes &= lanes - 1) {
        const z = <usize>(start + ctz(lanes));
        const square = squareOf(points + z * ((<usize>columns) << 3), joined, columns);
        if (square < load<f64>(nearest + (z << 3))) {
          store<f64>(nearest + (z << 3), square);
          store<f64>(neighbour + (z << 3), row);
          store<f32>(limits + (z << 2), limitOf(Math.sqrt(square), slack));
        }
      }
      store<f32>(mins + (at >> 4), leastOf(known));
    }
    least = min(least, load<f32>(mins + (at >> 4)));
  }
  const limited = f32x4.splat(least);
  let distance: f64 = Infinity;
  let which: f64 = Infinity;
  // A limit rises with the distance it stands for, so that the nearest is among those with the least.
  for (let start = from; start < to; start += block) {
    if (load<f32>(mins + (<usize>start >> 2)) != least) continue;
    for (let four = start; four < start + block; four += 4) {
      let lanes = i32x4.bitmask(f32x4.eq(v128.load(limits + ((<usize>four) << 2)), limited));
      for (; lanes != 0; lanes &= lanes - 1) {
        const z = four + ctz(lanes);
        const value = load<f64>(nearest + ((<usize>z) << 3));
        if (value < distance) {
          distance = value;
          which = <f64>z;
        }
      }
    }
  }
  store<f64>(out, distance);
  store<f64>(out, which, 8);
}

/**
 * Takes so many rows into the tree, first that of a slot, one after another the nearest. Writes each edge from `edge` on:
 * the row that is reached, from which, and how far it is (squared). Gives the slot of the last row that was reached, which is still to join.
 */
export function growSteps(
  leads: usize,
  axes: i32,
  step: usize,
  limits: usize,
  mins: usize,
  slack: f64,
  points: usize,
  columns: i32,
  rowOf: usize,
  nearest: usize,
  neighbour: usize,
  slot: i32,
  end: i32,
  out: usize,
  reached: usize,
  origins: usize,
  squares: usize,
  edge: i32,
  steps: i32,
): i32 {
  let next = slot;
  for (let at = edge; at < edge + steps; at++) {
    leave(limits, mins, next);
    approach(leads, axes, step, limits, mins, slack, points, columns, rowOf, nearest, neighbour, next, 0, end, out);
    next = <i32>load<f64>(out, 8);
    keepEdge(rowOf, neighbour, next, reached, origins, squares, at, load<f64>(out));
  }
  return next;
}

/** Writes the edge to the row of a slot. */
export function keepEdge(
  rowOf: usize,
  neighbour: usize,
  slot: i32,
  reached: usize,
  origins: usize,
  squares: usize,
  edge: i32,
  square: f64,
): void {
  const at = (<usize>edge) << 2;
  store<i32>(reached + at, load<i32>(rowOf + ((<usize>slot) << 2)));
  store<i32>(origins + at, <i32>load<f64>(neighbour + ((<usize>slot) << 3)));
  store<f64>(squares + (at << 1), square);
}

/** Closes up to the slots that are not gone; gives how many there are. */
export function closeSlots(
  leads: usize,
  axes: i32,
  step: usize,
  limits: usize,
  mins: usize,
  points: usize,
  columns: i32,
  rowOf: usize,
  nearest: usize,
  neighbour: usize,
  count: i32,
): i32 {
  const rowBytes = (<usize>columns) << 3;
  let left: usize = 0;
  for (let z: usize = 0; z < <usize>count; z++) {
    const limit = load<f32>(limits + (z << 2));
    if (!(limit <= Infinity)) continue;
    if (z != left) {
      memory.copy(points + left * rowBytes, points + z * rowBytes, rowBytes);
      for (let axis = 0; axis < axes; axis++) {
        const along = leads + <usize>axis * step;
        store<f32>(along + (left << 2), load<f32>(along + (z << 2)));
      }
      store<f32>(limits + (left << 2), limit);
      store<f64>(nearest + (left << 3), load<f64>(nearest + (z << 3)));
      store<f64>(neighbour + (left << 3), load<f64>(neighbour + (z << 3)));
      store<i32>(rowOf + (left << 2), load<i32>(rowOf + (z << 2)));
    }
    left++;
  }
  const end = (left + 15) & ~15;
  for (let z = left; z < end; z++) store<f32>(limits + (z << 2), NaN);
  for (let z: usize = 0; z < end; z += 16) store<f32>(mins + (z >> 2), leastOf(limits + (z << 2)));
  return <i32>left;
}
