/** Euclidean distances of one row to the rows `from` to `to`; columns stand one after another. */
function euclideanRow(points: usize, rows: i32, columns: i32, row: i32, out: usize): void {
  const end = rows & ~1;
  for (let i = 0; i < end; i += 2) {
    let square = f64x2.splat(0);
    let column = points;
    for (let j = 0; j < columns; j++, column += (<usize>rows) << 3) {
      const off = f64x2.sub(v128.load(column + ((<usize>i) << 3)), v128.load64_splat(column + ((<usize>row) << 3)));
      square = f64x2.add(square, f64x2.mul(off, off));
    }
    v128.store(out + ((<usize>i) << 3), f64x2.sqrt(square));
  }
  if (end == rows) return;
  let square: f64 = 0;
  let column = points;
  for (let j = 0; j < columns; j++, column += (<usize>rows) << 3) {
    const off = load<f64>(column + ((<usize>end) << 3)) - load<f64>(column + ((<usize>row) << 3));
    square += off * off;
  }
  store<f64>(out + ((<usize>end) << 3), Math.sqrt(square));
}

/** Gower dissimilarities of one row to all; `terms` has a scale (below 0: a category) and a weight for each column. */
function gowerRow(points: usize, rows: i32, columns: i32, row: i32, terms: usize, out: usize): void {
  const one = f64x2.splat(1);
  for (let i = 0; i < rows; i += 2) {
    // The last pair of an odd number of rows is the last two.
    const at = (<usize>(i + 1 < rows || rows == 1 ? i : i - 1)) << 3;
    let sum = f64x2.splat(0);
    let weights = f64x2.splat(0);
    let column = points;
    for (let j = 0; j < columns; j++, column += (<usize>rows) << 3) {
      const own = v128.load64_splat(column + ((<usize>row) << 3));
      const other = v128.load(column + at);
      const scale = load<f64>(terms + ((<usize>(2 * j)) << 3));
      const weight = v128.load64_splat(terms + ((<usize>(2 * j + 1)) << 3));
      const known = v128.and(f64x2.eq(own, own), f64x2.eq(other, other));
      const part =
        scale < 0
          ? v128.and(f64x2.ne(own, other), one)
          : f64x2.mul(f64x2.abs(f64x2.sub(other, own)), f64x2.splat(scale));
      sum = f64x2.add(sum, v128.and(known, f64x2.mul(part, weight)));
      weights = f64x2.add(weights, v128.and(known, weight));
    }
    const shared = f64x2.gt(weights, f64x2.splat(0));
    const result = v128.bitselect(f64x2.div(sum, weights), one, shared);
    if (rows == 1) store<f64>(out, f64x2.extract_lane(result, 0));
    else v128.store(out + at, result);
  }
}

/** One row of a dissimilarity whose upper triangle stands row by row. */
function givenRow(condensed: usize, rows: i32, row: i32, out: usize): void {
  let at = condensed + ((<usize>(row - 1)) << 3);
  for (let i = 0; i < row; i++) {
    store<f64>(out + ((<usize>i) << 3), load<f64>(at));
    at += (<usize>(rows - i - 2)) << 3;
  }
  store<f64>(out + ((<usize>row) << 3), 0);
  const before = (<usize>row * <usize>(2 * rows - row - 1)) >> 1;
  memory.copy(out + ((<usize>(row + 1)) << 3), condensed + (before << 3), (<usize>(rows - row - 1)) << 3);
}

/** Dissimilarities of one row to all, of kind 0 euclidean, 1 Gower, 2 given. */
export function dissimilarities(
  kind: i32,
  data: usize,
  rows: i32,
  columns: i32,
  terms: usize,
  row: i32,
  out: usize,
): void {
  if (kind == 0) euclideanRow(data, rows, columns, row, out);
  else if (kind == 1) gowerRow(data, rows, columns, row, terms, out);
  else givenRow(data, rows, row, out);
}

/**
 * What the total deviation changes by if a row takes a medoid's place, for each of the k medoids at once: into `changes`,
 * which holds what the removal of each costs. `out` is the row's dissimilarities.
 */
export function judge(
  out: usize,
  nearest: usize,
  second: usize,
  owner: usize,
  rows: i32,
  k: i32,
  changes: usize,
): void {
  let shared: f64 = 0;
  if (k == 1) {
    for (let i: usize = 0; i < <usize>rows; i++) shared += load<f64>(out + (i << 3)) - load<f64>(nearest + (i << 3));
    store<f64>(changes, shared);
    return;
  }
  for (let i: usize = 0; i < <usize>rows; i++) {
    const d = load<f64>(out + (i << 3));
    const two = load<f64>(second + (i << 3));
    if (!(d < two)) continue;
    const one = load<f64>(nearest + (i << 3));
    const at = changes + ((<usize>load<i32>(owner + (i << 2))) << 3);
    if (d < one) {
      shared += d - one;
      store<f64>(at, load<f64>(at) + (one - two));
    } else store<f64>(at, load<f64>(at) + (d - two));
  }
  for (let c: usize = 0; c < <usize>k; c++) store<f64>(changes + (c << 3), load<f64>(changes + (c << 3)) + shared);
}
