/**
 * Adds the distances of four rows to a run of columns to `buffer` (one sum a column; 0: they are not wanted) and their
 * sums over the run to `out` (one a row). Columns count by fours; those beyond the run's end are masked out of `out`.
 */
function four(
  rowAt: usize,
  columnAt: usize,
  count: i32,
  columns: i32,
  step: usize,
  mask: usize,
  buffer: usize,
  out: usize,
): void {
  let sum0 = f64x2.splat(0);
  let sum1 = sum0;
  let sum2 = sum0;
  let sum3 = sum0;
  for (let column = 0; column < count; column += 2) {
    let a = f64x2.splat(0);
    let b = a;
    let c = a;
    let d = a;
    let from = rowAt;
    let to = columnAt;
    for (let j = 0; j < columns; j++) {
      const point = v128.load(to);
      let difference = f64x2.sub(point, v128.load64_splat(from));
      a = f64x2.add(a, f64x2.mul(difference, difference));
      difference = f64x2.sub(point, v128.load64_splat(from, 8));
      b = f64x2.add(b, f64x2.mul(difference, difference));
      difference = f64x2.sub(point, v128.load64_splat(from, 16));
      c = f64x2.add(c, f64x2.mul(difference, difference));
      difference = f64x2.sub(point, v128.load64_splat(from, 24));
      d = f64x2.add(d, f64x2.mul(difference, difference));
      from += step;
      to += step;
    }
    a = f64x2.sqrt(a);
    b = f64x2.sqrt(b);
    c = f64x2.sqrt(c);
    d = f64x2.sqrt(d);
    if (buffer != 0) {
      v128.store(buffer, f64x2.add(v128.load(buffer), f64x2.add(f64x2.add(a, b), f64x2.add(c, d))));
      buffer += 16;
    }
    const real = v128.load(mask);
    sum0 = f64x2.add(sum0, v128.and(a, real));
    sum1 = f64x2.add(sum1, v128.and(b, real));
    sum2 = f64x2.add(sum2, v128.and(c, real));
    sum3 = f64x2.add(sum3, v128.and(d, real));
    columnAt += 16;
    mask += 16;
  }
  store<f64>(out, f64x2.extract_lane(sum0, 0) + f64x2.extract_lane(sum0, 1));
  store<f64>(out, f64x2.extract_lane(sum1, 0) + f64x2.extract_lane(sum1, 1), 8);
  store<f64>(out, f64x2.extract_lane(sum2, 0) + f64x2.extract_lane(sum2, 1), 16);
  store<f64>(out, f64x2.extract_lane(sum3, 0) + f64x2.extract_lane(sum3, 1), 24);
}

/** `four` for a single row, at the end of a run of rows. */
function one(
  rowAt: usize,
  columnAt: usize,
  count: i32,
  columns: i32,
  step: usize,
  mask: usize,
  buffer: usize,
  out: usize,
): void {
  let sum = f64x2.splat(0);
  for (let column = 0; column < count; column += 4) {
    let a = f64x2.splat(0);
    let b = a;
    let from = rowAt;
    let to = columnAt;
    for (let j = 0; j < columns; j++) {
      const row = v128.load64_splat(from);
      let difference = f64x2.sub(v128.load(to), row);
      a = f64x2.add(a, f64x2.mul(difference, difference));
      difference = f64x2.sub(v128.load(to, 16), row);
      b = f64x2.add(b, f64x2.mul(difference, difference));
      from += step;
      to += step;
    }
    a = f64x2.sqrt(a);
    b = f64x2.sqrt(b);
    if (buffer != 0) {
      v128.store(buffer, f64x2.add(v128.load(buffer), a));
      v128.store(buffer, f64x2.add(v128.load(buffer, 16), b), 16);
      buffer += 32;
    }
    sum = f64x2.add(sum, f64x2.add(v128.and(a, v128.load(mask)), v128.and(b, v128.load(mask, 16))));
    columnAt += 32;
    mask += 32;
  }
  store<f64>(out, f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1));
}

/**
 * All distances between the rows of two blocks, each added to the sums of both of its ends; of a block with itself, to
 * those of the first alone, for every pair comes up twice. Rows stand in runs that belong to one cell: whatever the
 * way of putting rows into parts, a cell lies in one part, so distances are summed over a run first and only these
 * sums go to the parts. A run begins at a multiple of four and is filled up to one.
 * @param points block after block, each column-major
 * @param runs start, end and cell of every run; those of block b are `runsOf[b]` to `runsOf[b + 1]` − 1
 * @param parts for every cell, one pointer a way to the sums of the part it lies in
 * @param mask all bits of every real row
 * @param buffers room for a number a row
 * @param scratch room for four numbers a block
 */
export function sumTile(
  points: usize,
  columns: i32,
  block: i32,
  runs: usize,
  runsOf: usize,
  parts: usize,
  ways: i32,
  mask: usize,
  buffers: usize,
  scratch: usize,
  first: i32,
  second: i32,
): void {
  const step = (<usize>block) << 3;
  const rowsAt = points + <usize>first * step * columns;
  const columnsAt = points + <usize>second * step * columns;
  const firstRow = first * block;
  const firstColumn = second * block;
  const buffer = buffers + <usize>second * step;
  const out = scratch + ((<usize>first) << 5);
  const both = first != second;
  const rowRuns = load<i32>(runsOf + ((first + 1) << 2));
  const columnRuns = load<i32>(runsOf + ((second + 1) << 2));
  for (let i = load<i32>(runsOf + (first << 2)); i < rowRuns; i++) {
    const start = load<i32>(runs + i * 12);
    const end = load<i32>(runs + i * 12, 4);
    if (both) memory.fill(buffer, 0, step);
    let row = start;
    while (row < end) {
      const rows = row + 4 <= end ? 4 : 1;
      const rowAt = rowsAt + ((<usize>(row - firstRow)) << 3);
      for (let r = load<i32>(runsOf + (second << 2)); r < columnRuns; r++) {
        const from = load<i32>(runs + r * 12);
        const count = (load<i32>(runs + r * 12, 4) - from + 3) & ~3;
        const cell = load<i32>(runs + r * 12, 8);
        const at = (<usize>(from - firstColumn)) << 3;
        const to = both ? buffer + at : 0;
        const real = mask + ((<usize>from) << 3);
        if (rows == 4) four(rowAt, columnsAt + at, count, columns, step, real, to, out);
        else one(rowAt, columnsAt + at, count, columns, step, real, to, out);
        for (let way = 0; way < ways; way++) {
          const sum = <usize>load<u32>(parts + ((cell * ways + way) << 2)) + ((<usize>row) << 3);
          if (rows == 4) {
            v128.store(sum, f64x2.add(v128.load(sum), v128.load(out)));
            v128.store(sum, f64x2.add(v128.load(sum, 16), v128.load(out, 16)), 16);
          } else store<f64>(sum, load<f64>(sum) + load<f64>(out));
        }
      }
      row += rows;
    }
    if (both) spread(buffer, firstColumn, block, parts + ((load<i32>(runs + i * 12, 8) * ways) << 2), ways);
  }
}

/** Adds what a block's rows are away from one cell to the sums of the parts it lies in. */
function spread(buffer: usize, first: i32, block: i32, parts: usize, ways: i32): void {
  for (let way = 0; way < ways; way++) {
    const sums = <usize>load<u32>(parts + (way << 2)) + ((<usize>first) << 3);
    const size = (<usize>block) << 3;
    for (let at: usize = 0; at < size; at += 16)
      v128.store(sums + at, f64x2.add(v128.load(sums + at), v128.load(buffer + at)));
  }
}
