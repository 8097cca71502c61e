/**
 * The nearest of k prototypes, and its distance, of the rows `from` to `to`: squared differences of the first `columns`
 * columns + gamma × how many of the `kinds` columns after them differ; of equally near ones the lowest. Columns stand one
 * after another, prototypes row by row.
 */
export function assignRows(
  values: usize,
  rows: i32,
  columns: i32,
  kinds: i32,
  prototypes: usize,
  k: i32,
  gamma: f64,
  from: i32,
  to: i32,
  labels: usize,
  distances: usize,
): void {
  const step = (<usize>rows) << 3;
  const one = f64x2.splat(1);
  for (let i = from; i < to; i += 2) {
    // The last pair of an odd number of rows is the last two.
    const row = <usize>(i + 1 < to || i == 0 ? i : i - 1);
    let least = f64x2.splat(Infinity);
    let nearest = f64x2.splat(0);
    let prototype = prototypes;
    for (let c = 0; c < k; c++) {
      let at = values + (row << 3);
      let square = f64x2.splat(0);
      for (let j = 0; j < columns; j++, at += step, prototype += 8) {
        const off = f64x2.sub(v128.load(at), v128.load64_splat(prototype));
        square = f64x2.add(square, f64x2.mul(off, off));
      }
      let others = f64x2.splat(0);
      for (let j = 0; j < kinds; j++, at += step, prototype += 8)
        others = f64x2.add(others, v128.and(f64x2.ne(v128.load(at), v128.load64_splat(prototype)), one));
      const distance = f64x2.add(square, f64x2.mul(f64x2.splat(gamma), others));
      const nearer = f64x2.lt(distance, least);
      least = v128.bitselect(distance, least, nearer);
      nearest = v128.bitselect(f64x2.splat(<f64>c), nearest, nearer);
    }
    store<i32>(labels + (row << 2), <i32>f64x2.extract_lane(nearest, 0));
    store<f64>(distances + (row << 3), f64x2.extract_lane(least, 0));
    if (<i32>row + 1 >= rows) continue;
    store<i32>(labels + (row << 2), <i32>f64x2.extract_lane(nearest, 1), 4);
    store<f64>(distances + (row << 3), f64x2.extract_lane(least, 1), 8);
  }
}
