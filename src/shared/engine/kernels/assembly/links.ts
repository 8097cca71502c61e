/** Adds, or of the greatest keeps, what a run comes to for one row's branch. */
function gather(triangle: usize, branch: i32, other: i32, value: f64, greatest: bool): void {
  if (other >= branch) return;
  const at = triangle + (((<usize>branch * <usize>(branch - 1)) >> 1) << 3) + ((<usize>other) << 3);
  const known = load<f64>(at);
  store<f64>(at, greatest ? max(known, value) : known + value);
}

/** `gather` for two branches of a single row each, one after the other: a lane for each. */
function gatherPair(triangle: usize, branch: i32, other: i32, values: v128, greatest: bool): void {
  if (other + 1 >= branch) {
    gather(triangle, branch, other, f64x2.extract_lane(values, 0), greatest);
    return;
  }
  const at = triangle + (((<usize>branch * <usize>(branch - 1)) >> 1) << 3) + ((<usize>other) << 3);
  const known = v128.load(at);
  v128.store(at, greatest ? f64x2.pmax(known, values) : f64x2.add(known, values));
}

/**
 * Writes the rows of the triangle of branches' distances for the branches that stand in the places `first` to `end`:
 * sums over all pairs of rows by the weights of both, or the greatest. Rows stand branch by branch, each branch from an
 * even place on and filled up to one; only two branches of single rows may share two places. `first` and `end` are
 * multiples of 4 and bound whole branches.
 * @param points column-major, `step` bytes from a column to the next
 * @param weights 0 where a place is empty
 * @param branchOf the branch of every place
 * @param starts where each branch begins, and the end of the last
 */
export function linkRows(
  points: usize,
  columns: i32,
  step: usize,
  weights: usize,
  branchOf: usize,
  starts: usize,
  greatest: i32,
  triangle: usize,
  first: i32,
  end: i32,
): void {
  const isGreatest = greatest != 0;
  const last = load<i32>(branchOf + ((<usize>(end - 1)) << 2));
  for (let branch = load<i32>(branchOf + ((<usize>first) << 2)); branch <= last; branch++)
    memory.fill(triangle + (((<usize>branch * <usize>(branch - 1)) >> 1) << 3), 0, (<usize>branch) << 3);
  for (let row = first; row < end; row += 4) {
    const rowAt = points + ((<usize>row) << 3);
    const branches = branchOf + ((<usize>row) << 2);
    const weight = weights + ((<usize>row) << 3);
    const branch0 = load<i32>(branches);
    const branch1 = load<i32>(branches, 4);
    const branch2 = load<i32>(branches, 8);
    const branch3 = load<i32>(branches, 12);
    const most = branch3;
    for (let other = 0; other < most; other++) {
      const start = load<i32>(starts + ((<usize>other) << 2));
      let stop = load<i32>(starts + ((<usize>other) << 2), 4);
      const isPair = stop == start + 1;
      if (isPair) stop++;
      let sum0 = f64x2.splat(0);
      let sum1 = sum0;
      let sum2 = sum0;
      let sum3 = sum0;
      for (let column = start; column < stop; column += 2) {
        let a = f64x2.splat(0);
        let b = a;
        let c = a;
        let d = a;
        let from = rowAt;
        let to = points + ((<usize>column) << 3);
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
        const by = v128.load(weights + ((<usize>column) << 3));
        a = f64x2.mul(f64x2.sqrt(a), by);
        b = f64x2.mul(f64x2.sqrt(b), by);
        c = f64x2.mul(f64x2.sqrt(c), by);
        d = f64x2.mul(f64x2.sqrt(d), by);
        if (isGreatest) {
          sum0 = f64x2.pmax(sum0, a);
          sum1 = f64x2.pmax(sum1, b);
          sum2 = f64x2.pmax(sum2, c);
          sum3 = f64x2.pmax(sum3, d);
        } else {
          sum0 = f64x2.add(sum0, a);
          sum1 = f64x2.add(sum1, b);
          sum2 = f64x2.add(sum2, c);
          sum3 = f64x2.add(sum3, d);
        }
      }
      if (isPair) {
        gatherPair(triangle, branch0, other, f64x2.mul(sum0, v128.load64_splat(weight)), isGreatest);
        gatherPair(triangle, branch1, other, f64x2.mul(sum1, v128.load64_splat(weight, 8)), isGreatest);
        gatherPair(triangle, branch2, other, f64x2.mul(sum2, v128.load64_splat(weight, 16)), isGreatest);
        gatherPair(triangle, branch3, other, f64x2.mul(sum3, v128.load64_splat(weight, 24)), isGreatest);
        other++;
        continue;
      }
      gather(triangle, branch0, other, lanesOf(sum0, isGreatest) * load<f64>(weight), isGreatest);
      gather(triangle, branch1, other, lanesOf(sum1, isGreatest) * load<f64>(weight, 8), isGreatest);
      gather(triangle, branch2, other, lanesOf(sum2, isGreatest) * load<f64>(weight, 16), isGreatest);
      gather(triangle, branch3, other, lanesOf(sum3, isGreatest) * load<f64>(weight, 24), isGreatest);
    }
  }
}

function lanesOf(sum: v128, greatest: bool): f64 {
  const one = f64x2.extract_lane(sum, 0);
  const other = f64x2.extract_lane(sum, 1);
  return greatest ? max(one, other) : one + other;
}
