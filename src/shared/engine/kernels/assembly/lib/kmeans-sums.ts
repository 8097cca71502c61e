/**
 * Sums of rows by cluster that are as good as exact: each is an unevaluated pair of two doubles (Knuth's two-sum), so
 * that adding a row and taking it away later leaves nothing behind and the order hardly matters.
 *
 * A delta: i32 rows that changed; from byte 64 one byte a cluster, 1 where it was touched; then for each cluster `width`
 * high and `width` low doubles: the columns, and the weight after them.
 */
function sumWidth(columns: i32): i32 {
  return (columns + 2) & ~1;
}

function deltaValues(delta: usize, k: i32): usize {
  return delta + 64 + ((<usize>k + 63) & ~63);
}

/** Adds `sign` × weight × a row of doubles to a cluster of a delta. */
export function addRow(delta: usize, k: i32, columns: i32, cluster: i32, row: usize, weight: f64, sign: f64): void {
  const width = (<usize>sumWidth(columns)) << 3;
  const touched = delta + 64 + <usize>cluster;
  let at = deltaValues(delta, k) + <usize>cluster * (width << 1);
  if (load<u8>(touched) == 0) {
    store<u8>(touched, 1);
    memory.fill(at, 0, width << 1);
  }
  const factor = weight * sign;
  const factors = f64x2.splat(factor);
  const end = row + ((<usize>(columns & ~1)) << 3);
  while (row < end) {
    const before = v128.load(at);
    const value = f64x2.mul(v128.load(row), factors);
    const sum = f64x2.add(before, value);
    const part = f64x2.sub(sum, before);
    const error = f64x2.add(f64x2.sub(before, f64x2.sub(sum, part)), f64x2.sub(value, part));
    v128.store(at, sum);
    v128.store(at + width, f64x2.add(v128.load(at + width), error));
    row += 16;
    at += 16;
  }
  if (columns & 1) {
    addScalar(at, width, load<f64>(row) * factor);
    at += 8;
  }
  addScalar(at, width, factor);
}

function addScalar(at: usize, width: usize, value: f64): void {
  const before = load<f64>(at);
  const sum = before + value;
  const part = sum - before;
  store<f64>(at, sum);
  store<f64>(at + width, load<f64>(at + width) + (before - (sum - part) + (value - part)));
}

/** Adds the touched clusters of a delta to the totals: for each cluster `width` high, then `width` low doubles. */
export function addDelta(delta: usize, k: i32, columns: i32, totals: usize): void {
  const width = (<usize>sumWidth(columns)) << 3;
  for (let c = 0; c < k; c++) {
    if (load<u8>(delta + 64 + <usize>c) == 0) continue;
    let from = deltaValues(delta, k) + <usize>c * (width << 1);
    let at = totals + <usize>c * (width << 1);
    for (let j = 0; j <= columns; j++) {
      const high = load<f64>(at);
      const value = load<f64>(from);
      const sum = high + value;
      const part = sum - high;
      const low = load<f64>(at + width) + load<f64>(from + width) + (high - (sum - part) + (value - part));
      const whole = sum + low;
      store<f64>(at, whole);
      store<f64>(at + width, low - (whole - sum));
      at += 8;
      from += 8;
    }
  }
}
