/**
 * Nearest neighbours among points that stand in blocks of 32, near ones in near blocks, each block column after column.
 * Every row keeps a heap of the k nearest found so far, the farthest on top.
 */

const blockRows = 32;

/** Squared distance of two blocks' boxes. */
function gap(low: usize, high: usize, columns: i32, one: i32, other: i32): f32 {
  let sum: f32 = 0;
  const a = (<usize>(one * columns)) << 2;
  const b = (<usize>(other * columns)) << 2;
  for (let j = 0; j < columns; j++) {
    const at = (<usize>j) << 2;
    const step = max<f32>(
      0,
      max<f32>(load<f32>(low + a + at) - load<f32>(high + b + at), load<f32>(low + b + at) - load<f32>(high + a + at)),
    );
    sum += step * step;
  }
  return sum;
}

/** Puts a nearer one in the place of the farthest; of equally far ones the higher index counts as farther. */
function replace(distances: usize, rows: usize, k: i32, distance: f32, row: i32): void {
  let at = 0;
  for (;;) {
    let child = 2 * at + 1;
    if (child >= k) break;
    let far = load<f32>(distances + ((<usize>child) << 2));
    if (child + 1 < k) {
      const next = load<f32>(distances + ((<usize>(child + 1)) << 2));
      if (
        next > far ||
        (next === far && load<i32>(rows + ((<usize>(child + 1)) << 2)) > load<i32>(rows + ((<usize>child) << 2)))
      ) {
        child++;
        far = next;
      }
    }
    if (far < distance || (far === distance && load<i32>(rows + ((<usize>child) << 2)) <= row)) break;
    store<f32>(distances + ((<usize>at) << 2), far);
    store<i32>(rows + ((<usize>at) << 2), load<i32>(rows + ((<usize>child) << 2)));
    at = child;
  }
  store<f32>(distances + ((<usize>at) << 2), distance);
  store<i32>(rows + ((<usize>at) << 2), row);
}

/** Puts a heap in order, nearest first. */
function sort(distances: usize, rows: usize, k: i32): void {
  for (let end = k - 1; end > 0; end--) {
    const distance = load<f32>(distances + ((<usize>end) << 2));
    const row = load<i32>(rows + ((<usize>end) << 2));
    store<f32>(distances + ((<usize>end) << 2), load<f32>(distances));
    store<i32>(rows + ((<usize>end) << 2), load<i32>(rows));
    replace(distances, rows, end, distance, row);
  }
}

/** Offers the lanes of a vector that are near enough. */
function offer(near: v128, first: i32, query: i32, distances: usize, rows: usize, k: i32): void {
  let mask = i32x4.bitmask(f32x4.le(near, v128.load32_splat(distances)));
  if (mask === 0) return;

  for (let lane = 0; lane < 4; lane++) {
    if ((mask & 1) !== 0 && first + lane !== query) {
      const distance =
        lane < 2
          ? lane === 0
            ? f32x4.extract_lane(near, 0)
            : f32x4.extract_lane(near, 1)
          : lane === 2
            ? f32x4.extract_lane(near, 2)
            : f32x4.extract_lane(near, 3);
      const farthest = load<f32>(distances);
      if (distance < farthest || (distance === farthest && first + lane < load<i32>(rows)))
        replace(distances, rows, k, distance, first + lane);
    }
    mask >>= 1;
  }
}

/** All rows of one block against another block. */
function meet(
  points: usize,
  columns: i32,
  count: i32,
  k: i32,
  block: i32,
  other: i32,
  distances: usize,
  rows: usize,
): void {
  const own = points + ((<usize>(block * columns * blockRows)) << 2);
  const theirs = points + ((<usize>(other * columns * blockRows)) << 2);
  const last = min<i32>(count - block * blockRows, blockRows);
  for (let i = 0; i < last; i++) {
    const row = block * blockRows + i;
    const heap = distances + ((<usize>(row * k)) << 2);
    const ids = rows + ((<usize>(row * k)) << 2);
    let s0 = f32x4.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    let s4 = s0;
    let s5 = s0;
    let s6 = s0;
    let s7 = s0;
    for (let j = 0; j < columns; j++) {
      const column = theirs + ((<usize>(j * blockRows)) << 2);
      const value = v128.load32_splat(own + ((<usize>(j * blockRows + i)) << 2));
      let d = f32x4.sub(v128.load(column), value);
      s0 = f32x4.add(s0, f32x4.mul(d, d));
      d = f32x4.sub(v128.load(column, 16), value);
      s1 = f32x4.add(s1, f32x4.mul(d, d));
      d = f32x4.sub(v128.load(column, 32), value);
      s2 = f32x4.add(s2, f32x4.mul(d, d));
      d = f32x4.sub(v128.load(column, 48), value);
      s3 = f32x4.add(s3, f32x4.mul(d, d));
      d = f32x4.sub(v128.load(column, 64), value);
      s4 = f32x4.add(s4, f32x4.mul(d, d));
      d = f32x4.sub(v128.load(column, 80), value);
      s5 = f32x4.add(s5, f32x4.mul(d, d));
      d = f32x4.sub(v128.load(column, 96), value);
      s6 = f32x4.add(s6, f32x4.mul(d, d));
      d = f32x4.sub(v128.load(column, 112), value);
      s7 = f32x4.add(s7, f32x4.mul(d, d));
    }
    const least = f32x4.min(
      f32x4.min(f32x4.min(s0, s1), f32x4.min(s2, s3)),
      f32x4.min(f32x4.min(s4, s5), f32x4.min(s6, s7)),
    );
    if (!v128.any_true(f32x4.le(least, v128.load32_splat(heap)))) continue;
    const first = other * blockRows;
    offer(s0, first, row, heap, ids, k);
    offer(s1, first + 4, row, heap, ids, k);
    offer(s2, first + 8, row, heap, ids, k);
    offer(s3, first + 12, row, heap, ids, k);
    offer(s4, first + 16, row, heap, ids, k);
    offer(s5, first + 20, row, heap, ids, k);
    offer(s6, first + 24, row, heap, ids, k);
    offer(s7, first + 28, row, heap, ids, k);
  }
}

/**
 * The k nearest of each row of a block, squared distances and indices, nearest first; blocks whose box is farther than
 * the farthest kept are passed over. Points beyond `count` in the last block are infinite.
 */
export function neighboursOfBlock(
  points: usize,
  low: usize,
  high: usize,
  count: i32,
  columns: i32,
  k: i32,
  block: i32,
  distances: usize,
  rows: usize,
): void {
  const blocks = (count + blockRows - 1) / blockRows;
  const first = block * blockRows;
  const last = min<i32>(count, first + blockRows);
  for (let at = first * k; at < last * k; at++) {
    store<f32>(distances + ((<usize>at) << 2), f32.MAX_VALUE);
    store<i32>(rows + ((<usize>at) << 2), i32.MAX_VALUE);
  }
  let farthest: f32 = f32.MAX_VALUE;
  for (let step = 0; step < blocks; step++) {
    for (let side = 0; side < 2; side++) {
      if (step === 0 && side === 1) break;
      const other = side === 0 ? block - step : block + step;
      if (other < 0 || other >= blocks || gap(low, high, columns, block, other) > farthest) continue;
      meet(points, columns, count, k, block, other, distances, rows);
      farthest = 0;
      for (let row = first; row < last; row++)
        farthest = max<f32>(farthest, load<f32>(distances + ((<usize>(row * k)) << 2)));
    }
  }
  for (let row = first; row < last; row++)
    sort(distances + ((<usize>(row * k)) << 2), rows + ((<usize>(row * k)) << 2), k);
}
