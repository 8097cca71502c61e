/** Puts the nearer of two lanes, of equally near ones the lower slot, first. */
function nearerOf(one: v128, other: v128, whichOne: v128, whichOther: v128): v128 {
  return v128.or(f64x2.lt(other, one), v128.and(f64x2.eq(other, one), f64x2.lt(whichOther, whichOne)));
}

/**
 * Brings the slots `from` to `to` up to date with a row that has joined the tree: whose squared distance to it is less
 * than the least so far, takes it for its neighbour there. The nearest slot of all goes to `out`: how far (squared),
 * which behind it (Infinity: none). A slot that is gone has NaN for a coordinate and Infinity for a distance.
 * @param points column-major, slots and `to` multiples of 4, `step` bytes from a column to the next
 * @param joined the row's coordinates
 */
export function approach(
  points: usize,
  columns: i32,
  step: usize,
  joined: usize,
  row: f64,
  nearest: usize,
  neighbour: usize,
  from: i32,
  to: i32,
  out: usize,
): void {
  const rows = f64x2.splat(row);
  let least = f64x2.splat(Infinity);
  let which = least;
  let leastNext = least;
  let whichNext = least;
  let slots = f64x2.add(f64x2.splat(<f64>from), f64x2(0, 1));
  for (let slot = from; slot < to; slot += 4) {
    let a = f64x2.splat(0);
    let b = a;
    let at = points + ((<usize>slot) << 3);
    let coordinate = joined;
    for (let j = 0; j < columns; j++) {
      const value = v128.load64_splat(coordinate);
      let difference = f64x2.sub(v128.load(at), value);
      a = f64x2.add(a, f64x2.mul(difference, difference));
      difference = f64x2.sub(v128.load(at, 16), value);
      b = f64x2.add(b, f64x2.mul(difference, difference));
      coordinate += 8;
      at += step;
    }
    const place = (<usize>slot) << 3;
    let known = v128.load(nearest + place);
    let nearer = f64x2.lt(a, known);
    a = v128.bitselect(a, known, nearer);
    v128.store(nearest + place, a);
    v128.store(neighbour + place, v128.bitselect(rows, v128.load(neighbour + place), nearer));
    known = v128.load(nearest + place, 16);
    nearer = f64x2.lt(b, known);
    b = v128.bitselect(b, known, nearer);
    v128.store(nearest + place, b, 16);
    v128.store(neighbour + place, v128.bitselect(rows, v128.load(neighbour + place, 16), nearer), 16);
    nearer = f64x2.lt(a, least);
    least = v128.bitselect(a, least, nearer);
    which = v128.bitselect(slots, which, nearer);
    slots = f64x2.add(slots, f64x2.splat(2));
    nearer = f64x2.lt(b, leastNext);
    leastNext = v128.bitselect(b, leastNext, nearer);
    whichNext = v128.bitselect(slots, whichNext, nearer);
    slots = f64x2.add(slots, f64x2.splat(2));
  }
  const nearer = nearerOf(least, leastNext, which, whichNext);
  least = v128.bitselect(leastNext, least, nearer);
  which = v128.bitselect(whichNext, which, nearer);
  let distance = f64x2.extract_lane(least, 0);
  let slot = f64x2.extract_lane(which, 0);
  const odd = f64x2.extract_lane(least, 1);
  const oddSlot = f64x2.extract_lane(which, 1);
  if (odd < distance || (odd == distance && oddSlot < slot)) {
    distance = odd;
    slot = oddSlot;
  }
  store<f64>(out, distance);
  store<f64>(out, slot, 8);
}
