import { groupBytes, leafBytes, plan } from './lib/ward-plan';

/** Rows looked at to choose the column that a range is split by. */
const sampled: i32 = 256;

/** The column in which the centres of a range of the order are spread most. */
function widest(p: usize, from: i32, to: i32): i32 {
  const columns = load<i32>(p, plan.columns);
  const stride = load<i32>(p, plan.stride);
  const centres = <usize>load<i32>(p, plan.centres);
  const order = <usize>load<i32>(p, plan.idOf);
  const step = (to - from + sampled - 1) / sampled;
  let best = 0;
  let most: f64 = -1;
  for (let j = 0; j < columns; j++) {
    const origin = load<f64>(centres + ((<usize>(load<i32>(order + ((<usize>from) << 2)) * stride + j)) << 3));
    let sum: f64 = 0;
    let squares: f64 = 0;
    let count: f64 = 0;
    for (let i = from; i < to; i += step) {
      const value = load<f64>(centres + ((<usize>(load<i32>(order + ((<usize>i) << 2)) * stride + j)) << 3)) - origin;
      sum += value;
      squares += value * value;
      count += 1;
    }
    const spread = squares - (sum * sum) / count;
    if (spread > most) {
      most = spread;
      best = j;
    }
  }
  return best;
}

/** Puts the range in such an order that no key before `middle` is greater than one from there on (Hoare 1961). */
function select(keys: usize, order: usize, from: i32, to: i32, middle: i32): void {
  let low = from;
  let high = to - 1;
  while (low < high) {
    const a = load<f32>(keys + ((<usize>low) << 2));
    const b = load<f32>(keys + ((<usize>((low + high) >> 1)) << 2));
    const c = load<f32>(keys + ((<usize>high) << 2));
    const pivot = max(min(a, b), min(max(a, b), c));
    let i = low;
    let j = high;
    while (i <= j) {
      while (load<f32>(keys + ((<usize>i) << 2)) < pivot) i++;
      while (load<f32>(keys + ((<usize>j) << 2)) > pivot) j--;
      if (i > j) break;
      const x = keys + ((<usize>i) << 2);
      const y = keys + ((<usize>j) << 2);
      const key = load<f32>(x);
      store<f32>(x, load<f32>(y));
      store<f32>(y, key);
      const u = order + ((<usize>i) << 2);
      const v = order + ((<usize>j) << 2);
      const id = load<i32>(u);
      store<i32>(u, load<i32>(v));
      store<i32>(v, id);
      i++;
      j--;
    }
    if (middle <= j) high = j;
    else if (middle >= i) low = i;
    else return;
  }
}

/** Orders a range so that near branches share leaves, and near leaves groups (a k-d tree; Bentley 1975). */
export function order(p: usize, from: i32, to: i32): void {
  const keys = <usize>load<i32>(p, plan.keys);
  const ids = <usize>load<i32>(p, plan.idOf);
  const stride = load<i32>(p, plan.stride);
  const centres = <usize>load<i32>(p, plan.centres);
  while (to - from > 16) {
    const column = widest(p, from, to);
    const origin = load<f64>(<usize>load<i32>(p, plan.origin) + ((<usize>column) << 3));
    for (let i = from; i < to; i++)
      store<f32>(
        keys + ((<usize>i) << 2),
        <f32>(load<f64>(centres + ((<usize>(load<i32>(ids + ((<usize>i) << 2)) * stride + column)) << 3)) - origin),
      );
    let unit = 16;
    while (unit << 4 < to - from) unit <<= 4;
    const middle = from + (((to - from) / 2 + unit - 1) / unit) * unit;
    select(keys, ids, from, to, middle);
    order(p, from, middle);
    from = middle;
  }
}

/** Writes what a slot holds as 4-byte numbers; a gap is infinitely far from everything. */
export function place(p: usize, slot: i32): void {
  const columns = load<i32>(p, plan.columns);
  const id = load<i32>(<usize>load<i32>(p, plan.idOf) + ((<usize>slot) << 2));
  let at = <usize>load<i32>(p, plan.leafData) + <usize>(slot >> 4) * leafBytes(columns) + ((<usize>(slot & 15)) << 2);
  store<u8>(<usize>load<i32>(p, plan.touched) + <usize>(slot >> 4), 1);
  if (id < 0) {
    for (let j = 0; j < columns; j++, at += 64) store<f32>(at, <f32>Infinity);
    store<f32>(at, 0);
    return;
  }
  store<i32>(<usize>load<i32>(p, plan.slotOf) + ((<usize>id) << 2), slot);
  let from = <usize>load<i32>(p, plan.centres) + ((<usize>(id * load<i32>(p, plan.stride))) << 3);
  let origin = <usize>load<i32>(p, plan.origin);
  for (let j = 0; j < columns; j++, at += 64, from += 8, origin += 8)
    store<f32>(at, <f32>(load<f64>(from) - load<f64>(origin)));
  store<f32>(at, <f32>(1 / load<f64>(<usize>load<i32>(p, plan.weights) + ((<usize>id) << 3))));
}

function across(values: v128, greater: bool): f32 {
  const a = f32x4.extract_lane(values, 0);
  const b = f32x4.extract_lane(values, 1);
  const c = f32x4.extract_lane(values, 2);
  const d = f32x4.extract_lane(values, 3);
  return greater ? max(max(a, b), max(c, d)) : min(min(a, b), min(c, d));
}

/** The least of 16 numbers. */
function leastOf(at: usize): f32 {
  return across(
    f32x4.pmin(f32x4.pmin(v128.load(at), v128.load(at, 16)), f32x4.pmin(v128.load(at, 32), v128.load(at, 48))),
    false,
  );
}

function greatestOf(at: usize): f32 {
  return across(
    f32x4.pmax(f32x4.pmax(v128.load(at), v128.load(at, 16)), f32x4.pmax(v128.load(at, 32), v128.load(at, 48))),
    true,
  );
}

/** The greatest of 16 coordinates that is not a gap's. */
function greatestFinite(at: usize): f32 {
  const none = f32x4.splat(-Infinity);
  const end = f32x4.splat(Infinity);
  let most = none;
  for (let i: usize = 0; i < 64; i += 16) {
    const values = v128.load(at + i);
    most = f32x4.pmax(most, v128.bitselect(values, none, f32x4.lt(values, end)));
  }
  return across(most, true);
}

/** The box of a leaf (below level 0) or of a group, written into the group above. */
function enclose(p: usize, level: i32, child: i32): void {
  const columns = load<i32>(p, plan.columns);
  const size = groupBytes(columns);
  let to =
    <usize>load<i32>(p + ((<usize>level) << 2), plan.level) + <usize>(child >> 4) * size + ((<usize>(child & 15)) << 2);
  if (level == 0) {
    let from = <usize>load<i32>(p, plan.leafData) + <usize>child * leafBytes(columns);
    for (let j = 0; j < columns; j++, from += 64, to += 128) {
      store<f32>(to, leastOf(from));
      store<f32>(to, greatestFinite(from), 64);
    }
    store<f32>(to, greatestOf(from));
    return;
  }
  let from = <usize>load<i32>(p + ((<usize>(level - 1)) << 2), plan.level) + <usize>child * size;
  for (let j = 0; j < columns; j++, from += 128, to += 128) {
    store<f32>(to, leastOf(from));
    store<f32>(to, greatestOf(from + 64), 64);
  }
  store<f32>(to, greatestOf(from));
}

/** Brings the boxes around all touched leaves up to date. */
export function refit(p: usize): void {
  const levels = load<i32>(p, plan.levels);
  let touched = <usize>load<i32>(p, plan.touched);
  let count = load<i32>(p, plan.leaves);
  for (let level = 0; level < levels; level++) {
    const above = touched + <usize>count;
    for (let child = 0; child < count; child++) {
      if (load<u8>(touched + <usize>child) == 0) continue;
      store<u8>(touched + <usize>child, 0);
      store<u8>(above + <usize>(child >> 4), 1);
      enclose(p, level, child);
    }
    touched = above;
    count = (count + 15) >> 4;
  }
  store<u8>(touched, 0);
}

/** Orders the first `count` ids of the order, closes the gaps, and writes leaves and boxes anew. */
export function build(p: usize, count: i32): void {
  const columns = load<i32>(p, plan.columns);
  const leaves = load<i32>(p, plan.leaves);
  order(p, 0, count);
  for (let slot = count; slot < leaves << 4; slot++)
    store<i32>(<usize>load<i32>(p, plan.idOf) + ((<usize>slot) << 2), -1);
  // Boxes that stand for nothing are infinitely far away.
  let groups = leaves;
  for (let level = 0; level < load<i32>(p, plan.levels); level++) {
    groups = (groups + 15) >> 4;
    let at = <usize>load<i32>(p + ((<usize>level) << 2), plan.level) + <usize>(groups - 1) * groupBytes(columns);
    for (let j = 0; j < columns; j++, at += 128)
      for (let lane: usize = 0; lane < 64; lane += 4) {
        store<f32>(at + lane, <f32>Infinity);
        store<f32>(at + lane, <f32>-Infinity, 64);
      }
    for (let lane: usize = 0; lane < 64; lane += 4) store<f32>(at + lane, 0);
  }
  for (let slot = 0; slot < leaves << 4; slot++) place(p, slot);
  refit(p);
}
