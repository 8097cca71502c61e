import { groupBytes, leafBytes, plan } from './lib/ward-plan';

// Scratch of one piece: the query, the candidates found so far, and the bounds of one group a level.
const atCount: usize = 0;
const atSelf: usize = 4;
/** f32: what the rounded cost of a branch must not exceed to be looked at; f32: the query's reciprocal weight. */
const atLimit: usize = 8;
const atReciprocal: usize = 12;
/** f64: the least cost that was let go of for want of room. */
const atDropped: usize = 16;
const atOwnLeaf: usize = 24;
const atCosts: usize = 64;
const atIds: usize = 320;
const atBounds: usize = 448;
const atQuery: usize = 960;

const greatest: f32 = 3.4028234663852886e38;

/** What joining two branches adds to the sum of squares, twice. Symmetric to the last bit. */
function costOf(p: usize, one: i32, other: i32): f64 {
  const stride = load<i32>(p, plan.stride);
  const centres = <usize>load<i32>(p, plan.centres);
  let a = centres + ((<usize>(one * stride)) << 3);
  let b = centres + ((<usize>(other * stride)) << 3);
  const end = a + ((<usize>stride) << 3);
  let sum = f64x2.splat(0);
  for (; a < end; a += 16, b += 16) {
    const difference = f64x2.sub(v128.load(a), v128.load(b));
    sum = f64x2.add(sum, f64x2.mul(difference, difference));
  }
  const weights = <usize>load<i32>(p, plan.weights);
  const v = load<f64>(weights + ((<usize>one) << 3));
  const w = load<f64>(weights + ((<usize>other) << 3));
  return (f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1)) * ((2 * v * w) / (v + w));
}

/** Sets the limit from the costliest candidate, with room for the rounding of 4-byte numbers. */
function setLimit(p: usize, s: usize): void {
  const reach = load<i32>(p, plan.reach);
  let limit = greatest;
  if (load<i32>(s, atCount) == reach) {
    const root =
      Math.sqrt(load<f64>(s + ((<usize>(reach - 1)) << 3), atCosts)) +
      load<f64>(p, plan.slack) * Math.sqrt(2 / <f64>load<f32>(s, atReciprocal));
    const relative = 1 + <f64>(load<i32>(p, plan.columns) + 8) * 1.1920928955078125e-7;
    limit = <f32>Math.min(root * root * relative, <f64>greatest);
  }
  store<f32>(s, limit, atLimit);
}

/** Takes a branch among the candidates if it is one of the nearest and not there yet; true if it was taken. */
function offer(p: usize, s: usize, id: i32, cost: f64): bool {
  const reach = load<i32>(p, plan.reach);
  const count = load<i32>(s, atCount);
  for (let i = 0; i < count; i++) if (load<i32>(s + ((<usize>i) << 2), atIds) == id) return false;
  let at = count;
  if (count == reach) {
    at = reach - 1;
    const last = load<f64>(s + ((<usize>at) << 3), atCosts);
    if (cost > last || (cost == last && id > load<i32>(s + ((<usize>at) << 2), atIds))) {
      store<f64>(s, Math.min(load<f64>(s, atDropped), cost), atDropped);
      return false;
    }
    store<f64>(s, Math.min(load<f64>(s, atDropped), last), atDropped);
  } else store<i32>(s, count + 1, atCount);
  for (; at > 0; at--) {
    const before = load<f64>(s + ((<usize>(at - 1)) << 3), atCosts);
    const beforeId = load<i32>(s + ((<usize>(at - 1)) << 2), atIds);
    if (before < cost || (before == cost && beforeId < id)) break;
    store<f64>(s + ((<usize>at) << 3), before, atCosts);
    store<i32>(s + ((<usize>at) << 2), beforeId, atIds);
  }
  store<f64>(s + ((<usize>at) << 3), cost, atCosts);
  store<i32>(s + ((<usize>at) << 2), id, atIds);
  return true;
}

/** Offers the branches of a leaf that the rounded costs do not rule out. */
function scanLeaf(p: usize, s: usize, leaf: i32): void {
  const columns = load<i32>(p, plan.columns);
  const data = <usize>load<i32>(p, plan.leafData) + <usize>leaf * leafBytes(columns);
  let a = f32x4.splat(0);
  let b = a;
  let c = a;
  let d = a;
  let at = data;
  for (let j = 0; j < columns; j++, at += 64) {
    const q = v128.load32_splat(s + ((<usize>j) << 2), atQuery);
    const da = f32x4.sub(v128.load(at), q);
    const db = f32x4.sub(v128.load(at, 16), q);
    const dc = f32x4.sub(v128.load(at, 32), q);
    const dd = f32x4.sub(v128.load(at, 48), q);
    a = f32x4.add(a, f32x4.mul(da, da));
    b = f32x4.add(b, f32x4.mul(db, db));
    c = f32x4.add(c, f32x4.mul(dc, dc));
    d = f32x4.add(d, f32x4.mul(dd, dd));
  }
  const u = v128.load32_splat(s, atReciprocal);
  const limit = v128.load32_splat(s, atLimit);
  // 2·v·w / (v + w) = 2 / (1/v + 1/w); 2a ≤ limit·(1/v + 1/w) spares the division.
  let mask = i32x4.bitmask(f32x4.le(f32x4.add(a, a), f32x4.mul(limit, f32x4.add(u, v128.load(at)))));
  mask |= i32x4.bitmask(f32x4.le(f32x4.add(b, b), f32x4.mul(limit, f32x4.add(u, v128.load(at, 16))))) << 4;
  mask |= i32x4.bitmask(f32x4.le(f32x4.add(c, c), f32x4.mul(limit, f32x4.add(u, v128.load(at, 32))))) << 8;
  mask |= i32x4.bitmask(f32x4.le(f32x4.add(d, d), f32x4.mul(limit, f32x4.add(u, v128.load(at, 48))))) << 12;
  if (mask == 0) return;
  const self = load<i32>(s, atSelf);
  const idOf = <usize>load<i32>(p, plan.idOf) + ((<usize>leaf) << 6);
  let taken = false;
  for (; mask != 0; mask &= mask - 1) {
    const id = load<i32>(idOf + ((<usize>ctz(mask)) << 2));
    // A gap passes only while there is no limit.
    if (id >= 0 && id != self && offer(p, s, id, costOf(p, self, id))) taken = true;
  }
  if (taken) setLimit(p, s);
}

/** Writes the least rounded costs of whatever is in the 16 boxes of a group. */
function boundGroup(s: usize, columns: i32, group: usize, bounds: usize): void {
  const zero = f32x4.splat(0);
  let a = zero;
  let b = zero;
  let c = zero;
  let d = zero;
  let at = group;
  for (let j = 0; j < columns; j++, at += 128) {
    const q = v128.load32_splat(s + ((<usize>j) << 2), atQuery);
    const da = f32x4.pmax(zero, f32x4.pmax(f32x4.sub(v128.load(at), q), f32x4.sub(q, v128.load(at, 64))));
    const db = f32x4.pmax(zero, f32x4.pmax(f32x4.sub(v128.load(at, 16), q), f32x4.sub(q, v128.load(at, 80))));
    const dc = f32x4.pmax(zero, f32x4.pmax(f32x4.sub(v128.load(at, 32), q), f32x4.sub(q, v128.load(at, 96))));
    const dd = f32x4.pmax(zero, f32x4.pmax(f32x4.sub(v128.load(at, 48), q), f32x4.sub(q, v128.load(at, 112))));
    a = f32x4.add(a, f32x4.mul(da, da));
    b = f32x4.add(b, f32x4.mul(db, db));
    c = f32x4.add(c, f32x4.mul(dc, dc));
    d = f32x4.add(d, f32x4.mul(dd, dd));
  }
  const u = v128.load32_splat(s, atReciprocal);
  v128.store(bounds, f32x4.div(f32x4.add(a, a), f32x4.add(u, v128.load(at))));
  v128.store(bounds, f32x4.div(f32x4.add(b, b), f32x4.add(u, v128.load(at, 16))), 16);
  v128.store(bounds, f32x4.div(f32x4.add(c, c), f32x4.add(u, v128.load(at, 32))), 32);
  v128.store(bounds, f32x4.div(f32x4.add(d, d), f32x4.add(u, v128.load(at, 48))), 48);
}

/** Scans the leaves of a group whose boxes are within the limit. Putting them in order would take longer. */
function visitLeaves(p: usize, s: usize, bounds: usize, group: i32): void {
  const limit = v128.load32_splat(s, atLimit);
  let lanes =
    i32x4.bitmask(f32x4.le(v128.load(bounds), limit)) |
    (i32x4.bitmask(f32x4.le(v128.load(bounds, 16), limit)) << 4) |
    (i32x4.bitmask(f32x4.le(v128.load(bounds, 32), limit)) << 8) |
    (i32x4.bitmask(f32x4.le(v128.load(bounds, 48), limit)) << 12);
  for (; lanes != 0; lanes &= lanes - 1) {
    const lane = ctz(lanes);
    // The limit may have fallen meanwhile.
    if (!(load<f32>(bounds + ((<usize>lane) << 2)) <= load<f32>(s, atLimit))) continue;
    const leaf = (group << 4) + lane;
    if (leaf != load<i32>(s, atOwnLeaf)) scanLeaf(p, s, leaf);
  }
}

/** Goes through the boxes of a group, groups from the nearest on, as long as they are within the limit. */
function visit(p: usize, s: usize, level: i32, group: i32): void {
  const columns = load<i32>(p, plan.columns);
  const bounds = s + atBounds + ((<usize>level) << 6);
  const boxes = <usize>load<i32>(p + ((<usize>level) << 2), plan.level) + <usize>group * groupBytes(columns);
  boundGroup(s, columns, boxes, bounds);
  if (level == 0) {
    visitLeaves(p, s, bounds, group);
    return;
  }
  const done = f32x4.splat(Infinity);
  let a = v128.load(bounds);
  let b = v128.load(bounds, 16);
  let c = v128.load(bounds, 32);
  let d = v128.load(bounds, 48);
  for (;;) {
    let least = f32x4.pmin(f32x4.pmin(a, b), f32x4.pmin(c, d));
    least = f32x4.pmin(least, v128.shuffle<i32>(least, least, 2, 3, 0, 1));
    least = f32x4.pmin(least, v128.shuffle<i32>(least, least, 1, 0, 3, 2));
    if (!(f32x4.extract_lane(least, 0) <= load<f32>(s, atLimit))) return;
    const isA = f32x4.eq(a, least);
    const isB = f32x4.eq(b, least);
    const isC = f32x4.eq(c, least);
    const isD = f32x4.eq(d, least);
    a = v128.bitselect(done, a, isA);
    b = v128.bitselect(done, b, isB);
    c = v128.bitselect(done, c, isC);
    d = v128.bitselect(done, d, isD);
    let lanes = i32x4.bitmask(isA) | (i32x4.bitmask(isB) << 4) | (i32x4.bitmask(isC) << 8) | (i32x4.bitmask(isD) << 12);
    for (; lanes != 0; lanes &= lanes - 1) visit(p, s, level - 1, (group << 4) + ctz(lanes));
  }
}

/** The branch that holds a former one. Shortens the way for whoever comes next; any thread may, for all ways end alike. */
function heirOf(into: usize, id: i32): i32 {
  let at = into + ((<usize>id) << 2);
  let next = load<i32>(at);
  while (next != id) {
    const after = load<i32>(into + ((<usize>next) << 2));
    if (after != next) store<i32>(at, after);
    id = after;
    at = into + ((<usize>id) << 2);
    next = load<i32>(at);
  }
  return id;
}

/** Offers the former candidates of `from` under today's ids and costs. */
function renew(p: usize, s: usize, from: i32): void {
  const self = load<i32>(s, atSelf);
  const into = <usize>load<i32>(p, plan.into);
  const count = load<i32>(<usize>load<i32>(p, plan.found) + ((<usize>from) << 2));
  const ids = <usize>load<i32>(p, plan.ids) + ((<usize>(from * load<i32>(p, plan.reach))) << 2);
  for (let i = 0; i < count; i++) {
    const id = heirOf(into, load<i32>(ids + ((<usize>i) << 2)));
    if (id != self) offer(p, s, id, costOf(p, self, id));
  }
}

/** Looks through all branches for the nearest ones. */
function search(p: usize, s: usize): void {
  const columns = load<i32>(p, plan.columns);
  const self = load<i32>(s, atSelf);
  const slot = load<i32>(<usize>load<i32>(p, plan.slotOf) + ((<usize>self) << 2));
  const leaf = slot >> 4;
  let at = <usize>load<i32>(p, plan.leafData) + <usize>leaf * leafBytes(columns) + ((<usize>(slot & 15)) << 2);
  for (let j = 0; j < columns; j++, at += 64) store<f32>(s + ((<usize>j) << 2), load<f32>(at), atQuery);
  store<f32>(s, load<f32>(at), atReciprocal);
  store<i32>(s, leaf, atOwnLeaf);
  setLimit(p, s);
  scanLeaf(p, s, leaf);
  visit(p, s, load<i32>(p, plan.levels) - 1, 0);
}

/**
 * Finds the nearest branches of those listed from `from` to `to`. The candidates they have are renewed first; only where
 * these do not tell which is the nearest, all are searched.
 */
export function nearest(p: usize, list: usize, from: i32, to: i32, s: usize): void {
  const reach = load<i32>(p, plan.reach);
  const partners = <usize>load<i32>(p, plan.partner);
  const bounds = <usize>load<i32>(p, plan.bounds);
  for (let i = from; i < to; i++) {
    const self = load<i32>(list + ((<usize>i) << 2));
    const partner = partners + ((<usize>self) << 2);
    const boundAt = bounds + ((<usize>self) << 3);
    store<i32>(s, 0, atCount);
    store<i32>(s, self, atSelf);
    store<f64>(s, Infinity, atDropped);
    renew(p, s, self);
    if (load<i32>(partner) >= 0) {
      renew(p, s, load<i32>(partner));
      store<i32>(partner, -1);
    }
    let bound = Math.min(load<f64>(boundAt), load<f64>(s, atDropped));
    if (load<i32>(s, atCount) == 0 || !(load<f64>(s, atCosts) < bound)) {
      search(p, s);
      bound = load<i32>(s, atCount) < reach ? Infinity : load<f64>(s + ((<usize>(reach - 1)) << 3), atCosts);
    }
    store<f64>(boundAt, bound);
    const count = load<i32>(s, atCount);
    store<i32>(<usize>load<i32>(p, plan.found) + ((<usize>self) << 2), count);
    const costs = <usize>load<i32>(p, plan.costs) + ((<usize>(self * reach)) << 3);
    const ids = <usize>load<i32>(p, plan.ids) + ((<usize>(self * reach)) << 2);
    for (let k = 0; k < count; k++) {
      store<f64>(costs + ((<usize>k) << 3), load<f64>(s + ((<usize>k) << 3), atCosts));
      store<i32>(ids + ((<usize>k) << 2), load<i32>(s + ((<usize>k) << 2), atIds));
    }
  }
}

/**
 * Writes the branch whose centre is nearest to each row from `from` to `to` of a block of columns, of equally near ones
 * the lowest. All weights must be 1. Numbers are brought to the centres' scale first; `visitor` is a centre to hold the
 * row at hand.
 */
export function assign(
  p: usize,
  block: usize,
  rows: i32,
  from: i32,
  to: i32,
  scale: f64,
  visitor: i32,
  s: usize,
  labels: usize,
): void {
  const columns = load<i32>(p, plan.columns);
  const stride = load<i32>(p, plan.stride);
  const origin = <usize>load<i32>(p, plan.origin);
  const centre = <usize>load<i32>(p, plan.centres) + ((<usize>(visitor * stride)) << 3);
  store<f64>(<usize>load<i32>(p, plan.weights) + ((<usize>visitor) << 3), 1);
  if (stride > columns) store<f64>(centre + ((<usize>columns) << 3), 0);
  store<i32>(s, visitor, atSelf);
  store<f32>(s, 1, atReciprocal);
  store<i32>(s, -1, atOwnLeaf);
  const top = load<i32>(p, plan.levels) - 1;
  for (let row = from; row < to; row++) {
    for (let j = 0; j < columns; j++) {
      const value = load<f64>(block + ((<usize>(j * rows + row)) << 3)) * scale;
      store<f64>(centre + ((<usize>j) << 3), value);
      store<f32>(s + ((<usize>j) << 2), <f32>(value - load<f64>(origin + ((<usize>j) << 3))), atQuery);
    }
    store<i32>(s, 0, atCount);
    setLimit(p, s);
    visit(p, s, top, 0);
    store<i32>(labels + ((<usize>row) << 2), load<i32>(s, atIds));
  }
}
