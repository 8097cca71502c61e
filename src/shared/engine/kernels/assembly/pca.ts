/** Rows whose columns stay in a core's nearest caches while all of their products are summed; even. */
const blockRows = 256;

/** Takes `shift` from every column of some rows, in place, and adds what is left to `sums`. */
function centre(points: usize, rows: i32, columns: i32, step: usize, shift: usize, sums: usize): void {
  const end = (<usize>rows) << 3;
  for (let j = 0; j < columns; j++) {
    const column = points + <usize>j * step;
    const by = v128.load64_splat(shift + ((<usize>j) << 3));
    let sum = f64x2.splat(0);
    for (let at: usize = 0; at < end; at += 16) {
      const value = f64x2.sub(v128.load(column + at), by);
      v128.store(column + at, value);
      sum = f64x2.add(sum, value);
    }
    const total = sums + ((<usize>j) << 3);
    store<f64>(total, load<f64>(total) + f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
  }
}

function addLanes(to: usize, sum: v128): void {
  store<f64>(to, load<f64>(to) + f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
}

/** Adds the products of columns a and a + step with the four columns from b on. */
function multiply(a: usize, b: usize, rows: i32, step: usize, to: usize, toNext: usize): void {
  let a0 = f64x2.splat(0);
  let a1 = a0;
  let a2 = a0;
  let a3 = a0;
  let b0 = a0;
  let b1 = a0;
  let b2 = a0;
  let b3 = a0;
  const step2 = step + step;
  const step3 = step2 + step;
  for (let end = a + ((<usize>rows) << 3); a < end; a += 16, b += 16) {
    const one = v128.load(a);
    const other = v128.load(a + step);
    let value = v128.load(b);
    a0 = f64x2.add(a0, f64x2.mul(one, value));
    b0 = f64x2.add(b0, f64x2.mul(other, value));
    value = v128.load(b + step);
    a1 = f64x2.add(a1, f64x2.mul(one, value));
    b1 = f64x2.add(b1, f64x2.mul(other, value));
    value = v128.load(b + step2);
    a2 = f64x2.add(a2, f64x2.mul(one, value));
    b2 = f64x2.add(b2, f64x2.mul(other, value));
    value = v128.load(b + step3);
    a3 = f64x2.add(a3, f64x2.mul(one, value));
    b3 = f64x2.add(b3, f64x2.mul(other, value));
  }
  addLanes(to, a0);
  addLanes(to + 8, a1);
  addLanes(to + 16, a2);
  addLanes(to + 24, a3);
  addLanes(toNext, b0);
  addLanes(toNext + 8, b1);
  addLanes(toNext + 16, b2);
  addLanes(toNext + 24, b3);
}

/**
 * Adds the sums of some rows and the sums of the products of their columns, both of what is left after `shift`, which
 * is taken away in place. Of the products those right of the diagonal are whole; the others need not be.
 * @param rows even; a row that is only there to make it so holds `shift`
 * @param columns a multiple of 4, filled up with columns of 0
 * @param step bytes from a column to the next
 */
export function addProducts(
  points: usize,
  rows: i32,
  columns: i32,
  step: usize,
  shift: usize,
  sums: usize,
  products: usize,
): void {
  for (let row = 0; row < rows; row += blockRows) {
    const count = min(blockRows, rows - row);
    const block = points + ((<usize>row) << 3);
    centre(block, count, columns, step, shift, sums);
    for (let p = 0; p < columns; p += 2)
      for (let q = p & ~3; q < columns; q += 4) {
        const to = products + ((<usize>(p * columns + q)) << 3);
        multiply(block + <usize>p * step, block + <usize>q * step, count, step, to, to + ((<usize>columns) << 3));
      }
  }
}

/**
 * Where rows stand along two directions: the products of their columns less `means` with `weights`, two for each column
 * side by side. Rows count by fours; the places beyond the last are written, too.
 * @param outStep bytes from the first direction's results to the second's
 */
export function project(
  points: usize,
  rows: i32,
  columns: i32,
  step: usize,
  means: usize,
  weights: usize,
  out: usize,
  outStep: usize,
): void {
  for (let row = 0; row < rows; row += 4) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let at = points + ((<usize>row) << 3);
    let mean = means;
    let weight = weights;
    for (let j = 0; j < columns; j++) {
      const by = v128.load64_splat(mean);
      const one = f64x2.sub(v128.load(at), by);
      const other = f64x2.sub(v128.load(at, 16), by);
      const first = v128.load64_splat(weight);
      const second = v128.load64_splat(weight, 8);
      a = f64x2.add(a, f64x2.mul(one, first));
      b = f64x2.add(b, f64x2.mul(other, first));
      c = f64x2.add(c, f64x2.mul(one, second));
      d = f64x2.add(d, f64x2.mul(other, second));
      at += step;
      mean += 8;
      weight += 16;
    }
    const to = out + ((<usize>row) << 3);
    v128.store(to, a);
    v128.store(to, b, 16);
    v128.store(to + outStep, c);
    v128.store(to + outStep, d, 16);
  }
}
