/** The stretch of the sorted values that is still looked at, and the two hulls over it. */
interface Hulls {
  /** Corners of the greatest convex minorant from the right end to the left, and of the least concave majorant back. */
  readonly minorant: Int32Array;
  readonly majorant: Int32Array;
}

/** For each value the corner before it on the greatest convex minorant of all up to it. */
const cornersBefore = (x: Float64Array): Int32Array => {
  const before = new Int32Array(x.length);
  for (let j = 1; j < x.length; j += 1) {
    before[j] = j - 1;
    for (;;) {
      const near = before[j]!;
      const far = before[near]!;
      if (near === 0 || (x[j]! - x[near]!) * (near - far) < (x[near]! - x[far]!) * (j - near)) break;
      before[j] = far;
    }
  }
  return before;
};

/** For each value the corner after it on the least concave majorant of all from it on. */
const cornersAfter = (x: Float64Array): Int32Array => {
  const last = x.length - 1;
  const after = new Int32Array(x.length);
  after[last] = last;
  for (let k = last - 1; k >= 0; k -= 1) {
    after[k] = k + 1;
    for (;;) {
      const near = after[k]!;
      const far = after[near]!;
      if (near === last || (x[k]! - x[near]!) * (near - far) < (x[near]! - x[far]!) * (k - near)) break;
      after[k] = far;
    }
  }
  return after;
};

const walk = (next: Int32Array, from: number, to: number): Int32Array => {
  const corners = [from];
  for (let at = from; at !== to; ) {
    at = next[at]!;
    corners.push(at);
  }
  return Int32Array.from(corners);
};

/** Where the two hulls lie farthest apart, in counts: the corners between which the mode must be. */
const widestGap = (x: Float64Array, { minorant, majorant }: Hulls) => {
  let widest = 0;
  let left = minorant.length - 1;
  let right = majorant.length - 1;
  let down = left - 1;
  let up = 1;
  do {
    const low = minorant[down]!;
    const high = majorant[up]!;
    if (low > high) {
      const beforeLow = minorant[down + 1]!;
      const gap = high - beforeLow + 1 - ((x[high]! - x[beforeLow]!) * (low - beforeLow)) / (x[low]! - x[beforeLow]!);
      up += 1;
      if (gap >= widest) {
        widest = gap;
        left = down + 1;
        right = up - 1;
      }
    } else {
      const beforeHigh = majorant[up - 1]!;
      const gap =
        ((x[low]! - x[beforeHigh]!) * (high - beforeHigh)) / (x[high]! - x[beforeHigh]!) - (low - beforeHigh - 1);
      down -= 1;
      if (gap >= widest) {
        widest = gap;
        left = down + 1;
        right = up;
      }
    }
    down = Math.max(down, 0);
    up = Math.min(up, majorant.length - 1);
  } while (minorant[down]! !== majorant[up]!);
  return { widest, left, right };
};

/** How far the counts rise above a chord of the convex side, or fall below one of the concave side; at least 1. */
const strayFrom = (x: Float64Array, begin: number, end: number, isConvex: boolean): number => {
  let most = 1;
  if (end - begin <= 1 || x[end] === x[begin]) return most;
  const slope = (end - begin) / (x[end]! - x[begin]!);
  for (let i = begin; i <= end; i += 1) {
    const chord = (x[i]! - x[begin]!) * slope;
    const stray = isConvex ? i - begin + 1 - chord : chord - (i - begin - 1);
    if (stray > most) most = stray;
  }
  return most;
};

/**
 * Hartigan's dip: the greatest distance between the distribution of the values and the nearest one with a single
 * peak. 1 / (2 n) at least, 1/4 at most, where there are two far points; about 0.5 / √n where there is one even lump.
 * The algorithm of Hartigan (1985, Applied Statistics 34, AS 217) with the corrections of R's diptest. O(n).
 * @param x rising
 */
export const dipOf = (x: Float64Array): number => {
  const n = x.length;
  if (n < 2 || x[0] === x[n - 1]) return n === 0 ? 0 : 1 / (2 * n);
  const before = cornersBefore(x);
  const after = cornersAfter(x);
  let low = 0;
  let high = n - 1;
  let dip = 1;
  for (;;) {
    const hulls = { minorant: walk(before, high, low), majorant: walk(after, low, high) };
    const { minorant, majorant } = hulls;
    const straight = minorant.length === 2 && majorant.length === 2;
    const { widest, left, right } = straight ? { widest: 1, left: 1, right: 1 } : widestGap(x, hulls);
    if (widest < dip) break;
    for (let j = left; j < minorant.length - 1; j += 1)
      dip = Math.max(dip, strayFrom(x, minorant[j + 1]!, minorant[j]!, true));
    for (let j = right; j < majorant.length - 1; j += 1)
      dip = Math.max(dip, strayFrom(x, majorant[j]!, majorant[j + 1]!, false));
    if (low === minorant[left] && high === majorant[right]) break;
    low = minorant[left]!;
    high = majorant[right]!;
  }
  return dip / (2 * n);
};
