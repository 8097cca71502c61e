/** The square of the distance of two points. */
export function squareOf(one: usize, other: usize, columns: i32): f64 {
  let squares = f64x2.splat(0);
  let j = 0;
  for (; j + 2 <= columns; j += 2) {
    const difference = f64x2.sub(v128.load(one), v128.load(other));
    squares = f64x2.add(squares, f64x2.mul(difference, difference));
    one += 16;
    other += 16;
  }
  let square = f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1);
  if (j < columns) {
    const difference = load<f64>(one) - load<f64>(other);
    square += difference * difference;
  }
  return square;
}

/** The f32 above the square of a distance and what rounding may have added to it. */
export function limitOf(distance: f64, slack: f64): f32 {
  const reach = distance * 1.00001 + slack;
  return <f32>(reach * reach * 1.000001);
}
