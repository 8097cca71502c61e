/** Rows of a block; its pieces lie in `scratch`: the block's columns, differences, weighted differences, and responsibilities. */
const block: usize = 64;
const blockBytes: usize = block << 3;

const log2e: f64 = 1.4426950408889634;
const ln2High: f64 = 0.69314718036912381649;
const ln2Low: f64 = 1.9082149292705877e-10;
/** 1.5 · 2⁵²: added and taken off again, it leaves the nearest whole number; meanwhile that number is in the low bits. */
const magic: f64 = 6755399441055744.0;

/** Below this e^x is 0: 1.6e-28 and less is nothing beside the 1 that it is added to. */
const least: f64 = -64;

/** e^x for x ≤ 0; a Taylor polynomial on |x| ≤ ln 2 / 2, within 2 units in the last place. */
function exponential(x: v128): v128 {
  const shifted = f64x2.add(f64x2.mul(x, f64x2.splat(log2e)), f64x2.splat(magic));
  const whole = f64x2.sub(shifted, f64x2.splat(magic));
  let r = f64x2.sub(x, f64x2.mul(whole, f64x2.splat(ln2High)));
  r = f64x2.sub(r, f64x2.mul(whole, f64x2.splat(ln2Low)));
  let p = f64x2.splat(1.6059043836821613e-10);
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(2.08767569878681e-9));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(2.505210838544172e-8));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(2.755731922398589e-7));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(2.7557319223985893e-6));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(2.48015873015873e-5));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.984126984126984e-4));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1.388888888888889e-3));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(8.333333333333333e-3));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(4.1666666666666664e-2));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(0.16666666666666666));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(0.5));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1));
  p = f64x2.add(f64x2.mul(p, r), f64x2.splat(1));
  const power = i64x2.add(p, i64x2.shl(shifted, 52));
  return v128.and(power, f64x2.ge(x, f64x2.splat(least)));
}

/** The block's columns from `points`, zeros after its `count` rows. */
export function loadBlock(points: usize, rows: i32, columns: i32, from: i32, count: i32, scratch: usize): void {
  for (let j = 0; j < columns; j++) {
    const source = points + ((<usize>j * <usize>rows + <usize>from) << 3);
    const target = scratch + <usize>j * blockBytes;
    memory.copy(target, source, (<usize>count) << 3);
    memory.fill(target + ((<usize>count) << 3), 0, (block - <usize>count) << 3);
  }
}

/** Differences of the block's columns from a mean. */
function subtractMean(columns: i32, mean: usize, source: usize, target: usize): void {
  for (let j = 0; j < columns; j++) {
    const value = v128.load64_splat(mean + ((<usize>j) << 3));
    const from = source + <usize>j * blockBytes;
    const to = target + <usize>j * blockBytes;
    for (let i: usize = 0; i < blockBytes; i += 16) v128.store(to + i, f64x2.sub(v128.load(from + i), value));
  }
}

/** Log densities of one component: `constant − ½‖difference · factor‖²`; the factor is packed by columns. */
function triangularDensities(columns: i32, factor: usize, differences: usize, constant: f64, to: usize): void {
  const base = f64x2.splat(constant);
  const half = f64x2.splat(0.5);
  for (let i: usize = 0; i < blockBytes; i += 64) {
    let at = factor;
    let q0 = f64x2.splat(0);
    let q1 = q0;
    let q2 = q0;
    let q3 = q0;
    for (let j = 0; j < columns; j++) {
      let a0 = f64x2.splat(0);
      let a1 = a0;
      let a2 = a0;
      let a3 = a0;
      let from = differences + i;
      const end = differences + i + <usize>j * blockBytes;
      for (; from <= end; from += blockBytes, at += 8) {
        const f = v128.load64_splat(at);
        a0 = f64x2.add(a0, f64x2.mul(v128.load(from), f));
        a1 = f64x2.add(a1, f64x2.mul(v128.load(from, 16), f));
        a2 = f64x2.add(a2, f64x2.mul(v128.load(from, 32), f));
        a3 = f64x2.add(a3, f64x2.mul(v128.load(from, 48), f));
      }
      q0 = f64x2.add(q0, f64x2.mul(a0, a0));
      q1 = f64x2.add(q1, f64x2.mul(a1, a1));
      q2 = f64x2.add(q2, f64x2.mul(a2, a2));
      q3 = f64x2.add(q3, f64x2.mul(a3, a3));
    }
    v128.store(to + i, f64x2.sub(base, f64x2.mul(half, q0)));
    v128.store(to + i, f64x2.sub(base, f64x2.mul(half, q1)), 16);
    v128.store(to + i, f64x2.sub(base, f64x2.mul(half, q2)), 32);
    v128.store(to + i, f64x2.sub(base, f64x2.mul(half, q3)), 48);
  }
}

/** The same of a diagonal factor, straight from the block's columns. */
function diagonalDensities(columns: i32, mean: usize, factor: usize, source: usize, constant: f64, to: usize): void {
  const base = f64x2.splat(constant);
  const half = f64x2.splat(0.5);
  for (let i: usize = 0; i < blockBytes; i += 64) {
    let q0 = f64x2.splat(0);
    let q1 = q0;
    let q2 = q0;
    let q3 = q0;
    let from = source + i;
    for (let j: usize = 0; j < <usize>columns; j++, from += blockBytes) {
      const m = v128.load64_splat(mean + (j << 3));
      const f = v128.load64_splat(factor + (j << 3));
      const a0 = f64x2.mul(f64x2.sub(v128.load(from), m), f);
      const a1 = f64x2.mul(f64x2.sub(v128.load(from, 16), m), f);
      const a2 = f64x2.mul(f64x2.sub(v128.load(from, 32), m), f);
      const a3 = f64x2.mul(f64x2.sub(v128.load(from, 48), m), f);
      q0 = f64x2.add(q0, f64x2.mul(a0, a0));
      q1 = f64x2.add(q1, f64x2.mul(a1, a1));
      q2 = f64x2.add(q2, f64x2.mul(a2, a2));
      q3 = f64x2.add(q3, f64x2.mul(a3, a3));
    }
    v128.store(to + i, f64x2.sub(base, f64x2.mul(half, q0)));
    v128.store(to + i, f64x2.sub(base, f64x2.mul(half, q1)), 16);
    v128.store(to + i, f64x2.sub(base, f64x2.mul(half, q2)), 32);
    v128.store(to + i, f64x2.sub(base, f64x2.mul(half, q3)), 48);
  }
}

/**
 * Responsibilities of the loaded block. `out` gets the sum over its rows of the greatest log density, and the product of
 * what the others add to it, so that the block's log-likelihood is the first plus the logarithm of the second.
 */
export function expectBlock(
  columns: i32,
  components: i32,
  triangular: i32,
  models: usize,
  stride: i32,
  count: i32,
  scratch: usize,
  out: usize,
): void {
  const differences = scratch + <usize>columns * blockBytes;
  const shares = scratch + <usize>(3 * columns) * blockBytes;
  for (let c = 0; c < components; c++) {
    const model = models + ((<usize>(c * stride)) << 3);
    const factor = model + 8 + ((<usize>columns) << 3);
    const share = shares + <usize>c * blockBytes;
    if (triangular == 0) {
      diagonalDensities(columns, model + 8, factor, scratch, load<f64>(model), share);
      continue;
    }
    subtractMean(columns, model + 8, scratch, differences);
    triangularDensities(columns, factor, differences, load<f64>(model), share);
  }
  const end = shares + <usize>components * blockBytes;
  let greatest: f64 = 0;
  let product: f64 = 1;
  for (let i = 0; i < 64; i += 2) {
    const first = shares + ((<usize>i) << 3);
    let most = v128.load(first);
    for (let at = first + blockBytes; at < end; at += blockBytes) most = f64x2.pmax(most, v128.load(at));
    let sum = f64x2.splat(0);
    for (let at = first; at < end; at += blockBytes) {
      const below = f64x2.sub(v128.load(at), most);
      if (!v128.any_true(f64x2.ge(below, f64x2.splat(least)))) {
        v128.store(at, f64x2.splat(0));
        continue;
      }
      const share = exponential(below);
      v128.store(at, share);
      sum = f64x2.add(sum, share);
    }
    for (let at = first; at < end; at += blockBytes) v128.store(at, f64x2.div(v128.load(at), sum));
    if (i < count) {
      greatest += f64x2.extract_lane(most, 0);
      product *= f64x2.extract_lane(sum, 0);
    }
    if (i + 1 < count) {
      greatest += f64x2.extract_lane(most, 1);
      product *= f64x2.extract_lane(sum, 1);
    }
  }
  for (let at = shares; at < end; at += blockBytes)
    memory.fill(at + ((<usize>count) << 3), 0, (block - <usize>count) << 3);
  store<f64>(out, greatest);
  store<f64>(out, product, 8);
}

function sumBlock(at: usize): f64 {
  let sum = f64x2.splat(0);
  for (let i: usize = 0; i < blockBytes; i += 16) sum = f64x2.add(sum, v128.load(at + i));
  return f64x2.extract_lane(sum, 0) + f64x2.extract_lane(sum, 1);
}

function add(at: usize, sums: v128): void {
  store<f64>(at, load<f64>(at) + (f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1)));
}

/** Adds to `to` the products of one weighted column with the columns up to it. */
function addProducts(one: usize, differences: usize, count: usize, to: usize): void {
  let b: usize = 0;
  for (; b + 4 <= count; b += 4) {
    const other = differences + b * blockBytes;
    let s0 = f64x2.splat(0);
    let s1 = s0;
    let s2 = s0;
    let s3 = s0;
    for (let i: usize = 0; i < blockBytes; i += 16) {
      const w = v128.load(one + i);
      s0 = f64x2.add(s0, f64x2.mul(w, v128.load(other + i)));
      s1 = f64x2.add(s1, f64x2.mul(w, v128.load(other + i, 512)));
      s2 = f64x2.add(s2, f64x2.mul(w, v128.load(other + i, 1024)));
      s3 = f64x2.add(s3, f64x2.mul(w, v128.load(other + i, 1536)));
    }
    const at = to + (b << 3);
    add(at, s0);
    add(at + 8, s1);
    add(at + 16, s2);
    add(at + 24, s3);
  }
  for (; b < count; b++) {
    const other = differences + b * blockBytes;
    let s = f64x2.splat(0);
    for (let i: usize = 0; i < blockBytes; i += 16)
      s = f64x2.add(s, f64x2.mul(v128.load(one + i), v128.load(other + i)));
    add(to + (b << 3), s);
  }
}

/** Weighted sums of the differences from a mean, and of their squares, straight from the block's columns. */
function gatherDiagonal(columns: i32, mean: usize, source: usize, share: usize, at: usize): void {
  for (let j: usize = 0; j < <usize>columns; j++, source += blockBytes, at += 8) {
    const m = v128.load64_splat(mean + (j << 3));
    let first = f64x2.splat(0);
    let second = first;
    for (let i: usize = 0; i < blockBytes; i += 16) {
      const difference = f64x2.sub(v128.load(source + i), m);
      const weighted = f64x2.mul(v128.load(share + i), difference);
      first = f64x2.add(first, weighted);
      second = f64x2.add(second, f64x2.mul(weighted, difference));
    }
    add(at, first);
    add(at + ((<usize>columns) << 3), second);
  }
}

/**
 * Adds the loaded block, by its responsibilities, to each component's sums: weight, differences from the mean at hand,
 * and their products: every pair of columns (`products` 2) or squares only (1).
 */
export function gatherBlock(
  columns: i32,
  components: i32,
  products: i32,
  models: usize,
  stride: i32,
  scratch: usize,
  sums: usize,
  sumStride: i32,
): void {
  const differences = scratch + <usize>columns * blockBytes;
  const weighted = differences + <usize>columns * blockBytes;
  const shares = weighted + <usize>columns * blockBytes;
  for (let c = 0; c < components; c++) {
    const mean = models + ((<usize>(c * stride)) << 3) + 8;
    const share = shares + <usize>c * blockBytes;
    let at = sums + ((<usize>(c * sumStride)) << 3);
    store<f64>(at, load<f64>(at) + sumBlock(share));
    at += 8;
    if (products == 1) {
      gatherDiagonal(columns, mean, scratch, share, at);
      continue;
    }
    subtractMean(columns, mean, scratch, differences);
    for (let j: usize = 0; j < <usize>columns; j++, at += 8) {
      const from = differences + j * blockBytes;
      const to = weighted + j * blockBytes;
      for (let i: usize = 0; i < blockBytes; i += 16)
        v128.store(to + i, f64x2.mul(v128.load(share + i), v128.load(from + i)));
      store<f64>(at, load<f64>(at) + sumBlock(to));
    }
    for (let j: usize = 0; j < <usize>columns; j++) {
      const one = weighted + j * blockBytes;
      addProducts(one, differences, j + 1, at);
      at += (j + 1) << 3;
    }
  }
}
