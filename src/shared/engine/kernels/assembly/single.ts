import { limitOf, squareOf } from './lib/screen';

/**
 * Brings the slots `from` to `to` (by fours) up to date with a row that has joined the tree: whose squared distance to
 * it is less than the least so far, takes it for its neighbour there. The nearest slot of all goes to `out`: how far
 * (squared), which behind it (Infinity: none). Most are seen to be too far away along the four leading axes or, in float32, along all of
 * `axes`.
 * @param leads coordinates along these, axis after axis, `step` bytes from one to the next; f32
 * @param limits f32: what of a squared distance along the axes is too much; NaN in a slot that is gone
 * @param slack what rounding may have added to a distance along the axes
 * @param lead of the row that has joined, as its coordinates in `joined`
 * @param points row-major
 */
export function approach(
  leads: usize,
  axes: i32,
  step: usize,
  limits: usize,
  slack: f64,
  lead: usize,
  points: usize,
  columns: i32,
  joined: usize,
  row: f64,
  nearest: usize,
  neighbour: usize,
  from: i32,
  to: i32,
  out: usize,
): void {
  const lead0 = v128.load32_splat(lead);
  const lead1 = v128.load32_splat(lead, 4);
  const lead2 = v128.load32_splat(lead, 8);
  const lead3 = v128.load32_splat(lead, 12);
  const second = leads + step;
  const third = second + step;
  const fourth = third + step;
  let least = f32x4.splat(Infinity);
  for (let slot = from; slot < to; slot += 4) {
    const at = (<usize>slot) << 2;
    let difference = f32x4.sub(v128.load(leads + at), lead0);
    let a = f32x4.mul(difference, difference);
    difference = f32x4.sub(v128.load(second + at), lead1);
    let b = f32x4.mul(difference, difference);
    difference = f32x4.sub(v128.load(third + at), lead2);
    a = f32x4.add(a, f32x4.mul(difference, difference));
    difference = f32x4.sub(v128.load(fourth + at), lead3);
    b = f32x4.add(b, f32x4.mul(difference, difference));
    a = f32x4.add(a, b);
    let near = f32x4.le(a, v128.load(limits + at));
    if (v128.any_true(near)) {
      let column = fourth + step + at;
      for (let axis = 4; axis < axes; axis++) {
        difference = f32x4.sub(v128.load(column), v128.load32_splat(lead + ((<usize>axis) << 2)));
        a = f32x4.add(a, f32x4.mul(difference, difference));
        column += step;
      }
      near = f32x4.le(a, v128.load(limits + at));
      const lanes = i32x4.bitmask(near);
      for (let lane = 0; lane < 4 && lanes != 0; lane++) {
        if (((lanes >> lane) & 1) == 0) continue;
        const z = <usize>(slot + lane);
        const square = squareOf(points + z * ((<usize>columns) << 3), joined, columns);
        if (square < load<f64>(nearest + (z << 3))) {
          store<f64>(nearest + (z << 3), square);
          store<f64>(neighbour + (z << 3), row);
          store<f32>(limits + (z << 2), limitOf(Math.sqrt(square), slack));
        }
      }
    }
    least = f32x4.pmin(least, v128.load(limits + at));
  }
  const limit = min(
    min(f32x4.extract_lane(least, 0), f32x4.extract_lane(least, 1)),
    min(f32x4.extract_lane(least, 2), f32x4.extract_lane(least, 3)),
  );
  const limited = f32x4.splat(limit);
  let distance: f64 = Infinity;
  let which: f64 = Infinity;
  // A limit rises with the distance it stands for, so that the nearest is among those with the least.
  for (let slot = from; slot < to; slot += 4) {
    const lanes = i32x4.bitmask(f32x4.eq(v128.load(limits + ((<usize>slot) << 2)), limited));
    if (lanes == 0) continue;
    for (let lane = 0; lane < 4; lane++) {
      if (((lanes >> lane) & 1) == 0) continue;
      const value = load<f64>(nearest + ((<usize>(slot + lane)) << 3));
      if (value < distance) {
        distance = value;
        which = <f64>(slot + lane);
      }
    }
  }
  store<f64>(out, distance);
  store<f64>(out, which, 8);
}
