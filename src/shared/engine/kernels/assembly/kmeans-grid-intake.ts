import { centersOf, columnsOf, gridOf, labelsOf, pairsOf, reachOf, scaleOf } from './lib/grid-fit';
import { addRow } from './lib/kmeans-sums';

/** Added to a small double it leaves the nearest whole number in the lower bits. */
const roundTo: f64 = 6755399441055744;

/** Sets a piece's moments to nothing: for each column the sum of x − center, of its square, the most and the least. */
export function clearMoments(fit: usize, moments: usize): void {
  const bytes = (<usize>columnsOf(fit)) << 3;
  memory.fill(moments, 0, bytes << 2);
}

/** Whole steps of four rows of a column, given as two vectors of two. */
function steps(low: v128, high: v128, scale: v128): v128 {
  const round = f64x2.splat(roundTo);
  return i32x4.shuffle(f64x2.add(f64x2.mul(low, scale), round), f64x2.add(f64x2.mul(high, scale), round), 0, 2, 4, 6);
}

function addMoments(moment: usize, width: usize, sums: v128, squares: v128, most: v128, least: v128): void {
  store<f64>(moment, load<f64>(moment) + (f64x2.extract_lane(sums, 0) + f64x2.extract_lane(sums, 1)));
  moment += width;
  store<f64>(moment, load<f64>(moment) + (f64x2.extract_lane(squares, 0) + f64x2.extract_lane(squares, 1)));
  moment += width;
  const greatest = Math.max(f64x2.extract_lane(most, 0), f64x2.extract_lane(most, 1));
  store<f64>(moment, Math.max(load<f64>(moment), greatest));
  moment += width;
  const smallest = Math.min(f64x2.extract_lane(least, 0), f64x2.extract_lane(least, 1));
  store<f64>(moment, Math.min(load<f64>(moment), smallest));
}

/** Two columns of the tile, of which the second may be the first again, counting 0. Returns the greatest |x − center|. */
function turnPair(
  fit: usize,
  pair: i32,
  first: usize,
  second: usize,
  fours: i32,
  row: usize,
  grid: usize,
  moments: usize,
): f64 {
  const columns = columnsOf(fit);
  const bytes = (<usize>pairsOf(fit)) << 4;
  const isOne = first == second;
  const centers = centersOf(fit) + ((<usize>pair) << 4);
  const centerA = v128.load64_splat(centers);
  const centerB = isOne ? f64x2.splat(0) : v128.load64_splat(centers, 8);
  const kept = isOne ? i64x2.splat(0) : i64x2.splat(-1);
  const scale = f64x2.splat(scaleOf(fit));
  const lower = i32x4.splat(0xffff);
  let sumsA = f64x2.splat(0);
  let sumsB = sumsA;
  let squaresA = sumsA;
  let squaresB = sumsA;
  let mostA = sumsA;
  let mostB = sumsA;
  let leastA = sumsA;
  let leastB = sumsA;
  for (let four = 0; four < fours; four++) {
    let a0 = v128.load(first);
    let a1 = v128.load(first, 16);
    let b0 = v128.and(v128.load(second), kept);
    let b1 = v128.and(v128.load(second, 16), kept);
    first += 32;
    second += 32;
    v128.store(row, i64x2.shuffle(a0, b0, 0, 2));
    row += bytes;
    v128.store(row, i64x2.shuffle(a0, b0, 1, 3));
    row += bytes;
    v128.store(row, i64x2.shuffle(a1, b1, 0, 2));
    row += bytes;
    v128.store(row, i64x2.shuffle(a1, b1, 1, 3));
    row += bytes;
    a0 = f64x2.sub(a0, centerA);
    a1 = f64x2.sub(a1, centerA);
    b0 = f64x2.sub(b0, centerB);
    b1 = f64x2.sub(b1, centerB);
    sumsA = f64x2.add(sumsA, f64x2.add(a0, a1));
    sumsB = f64x2.add(sumsB, f64x2.add(b0, b1));
    squaresA = f64x2.add(squaresA, f64x2.add(f64x2.mul(a0, a0), f64x2.mul(a1, a1)));
    squaresB = f64x2.add(squaresB, f64x2.add(f64x2.mul(b0, b0), f64x2.mul(b1, b1)));
    mostA = f64x2.pmax(mostA, f64x2.pmax(a0, a1));
    mostB = f64x2.pmax(mostB, f64x2.pmax(b0, b1));
    leastA = f64x2.pmin(leastA, f64x2.pmin(a0, a1));
    leastB = f64x2.pmin(leastB, f64x2.pmin(b0, b1));
    v128.store(grid, v128.or(v128.and(steps(a0, a1, scale), lower), i32x4.shl(steps(b0, b1, scale), 16)));
    grid += bytes;
  }
  const moment = moments + ((<usize>pair) << 4);
  const width = (<usize>columns) << 3;
  addMoments(moment, width, sumsA, squaresA, mostA, leastA);
  if (!isOne) addMoments(moment + 8, width, sumsB, squaresB, mostB, leastB);
  const reach = f64x2.max(
    f64x2.max(f64x2.abs(mostA), f64x2.abs(mostB)),
    f64x2.max(f64x2.abs(leastA), f64x2.abs(leastB)),
  );
  return Math.max(f64x2.extract_lane(reach, 0), f64x2.extract_lane(reach, 1));
}

/** Writes one row that does not fit: it is known by its length, and never decided on the grid. */
function writeUnfit(fit: usize, row: i32): void {
  const pairs = pairsOf(fit);
  const at = gridOf(fit) + ((<usize>(row >> 2) * <usize>pairs) << 4) + ((<usize>(row & 3)) << 2);
  store<i32>(at, 32767);
  for (let pair = 1; pair < pairs; pair++) store<i32>(at + ((<usize>pair) << 4), 0);
}

/** A row of the tile that does not make a block of four. */
function turnOne(fit: usize, tile: usize, next: usize, row: i32, out: usize, moments: usize): void {
  const columns = columnsOf(fit);
  const width = (<usize>columns) << 3;
  const centers = centersOf(fit);
  const pairs = pairsOf(fit);
  const at = gridOf(fit) + ((<usize>(row >> 2) * <usize>pairs) << 4) + ((<usize>(row & 3)) << 2);
  let fits = true;
  for (let j = 0; j < pairs << 1; j++) {
    const cell = at + ((<usize>(j >> 1)) << 4) + ((<usize>(j & 1)) << 1);
    const column = (<usize>j) << 3;
    if (j >= columns) {
      store<i16>(cell, 0);
      store<f64>(out + column, 0);
      continue;
    }
    const x = load<f64>(tile + <usize>j * next);
    const off = x - load<f64>(centers + column);
    store<f64>(out + column, x);
    const moment = moments + column;
    store<f64>(moment, load<f64>(moment) + off);
    store<f64>(moment + width, load<f64>(moment + width) + off * off);
    store<f64>(moment + width * 2, Math.max(load<f64>(moment + width * 2), off));
    store<f64>(moment + width * 3, Math.min(load<f64>(moment + width * 3), off));
    const step = off * scaleOf(fit);
    if (!(Math.abs(step) <= reachOf(fit))) fits = false;
    store<i16>(cell, <i16>(<i32>reinterpret<i64>(step + roundTo)));
  }
  if (!fits) writeUnfit(fit, row);
}

/**
 * Writes rows from `from` to below `to` from a tile of columns: onto the grid, and as rows of doubles, a last single
 * column with 0 beside it; adds to the piece's moments.
 * @param tileRows doubles from one column of the tile to the next
 */
export function turnTile(fit: usize, tile: usize, tileRows: i32, from: i32, to: i32, out: usize, moments: usize): void {
  const columns = columnsOf(fit);
  const pairs = pairsOf(fit);
  const next = (<usize>tileRows) << 3;
  const bytes = (<usize>pairs) << 4;
  const fours = (to - from) >> 2;
  const grid = gridOf(fit) + <usize>(from >> 2) * bytes;
  let reach: f64 = 0;
  for (let pair = 0; pair < pairs; pair++) {
    const first = tile + <usize>(pair << 1) * next;
    const second = (pair << 1) + 1 < columns ? first + next : first;
    const offset = (<usize>pair) << 4;
    const most = turnPair(fit, pair, first, second, fours, out + offset, grid + offset, moments);
    reach = Math.max(reach, most);
  }
  const whole = from + (fours << 2);
  if (!(reach * scaleOf(fit) <= reachOf(fit))) {
    const most = reachOf(fit) / scaleOf(fit);
    const centers = centersOf(fit);
    for (let row = from; row < whole; row++) {
      const at = out + <usize>(row - from) * bytes;
      let fits = true;
      for (let j: usize = 0; j < (<usize>columns) << 3; j += 8)
        if (!(Math.abs(load<f64>(at + j) - load<f64>(centers + j)) <= most)) fits = false;
      if (!fits) writeUnfit(fit, row);
    }
  }
  for (let row = whole; row < to; row++) {
    const done = <usize>(row - from);
    turnOne(fit, tile + (done << 3), next, row, out + done * bytes, moments);
  }
}

/** Adds all rows of a tile, row-major, to the sums of their labels. */
export function sumTile(fit: usize, k: i32, from: i32, to: i32, rows: usize, delta: usize): void {
  const columns = columnsOf(fit);
  const bytes = (<usize>pairsOf(fit)) << 4;
  const labels = labelsOf(fit);
  for (let row = from; row < to; row++) {
    addRow(delta, k, columns, load<u16>(labels + ((<usize>row) << 1)), rows, 1, 1);
    rows += bytes;
  }
  store<i32>(delta, load<i32>(delta) + (to - from));
}

/** Sum of squared distances to the centroids of the labels over the rows of a tile, row-major. */
export function inertiaOfTile(fit: usize, centroids: usize, from: i32, to: i32, rows: usize): f64 {
  const columns = columnsOf(fit);
  const bytes = (<usize>pairsOf(fit)) << 4;
  const labels = labelsOf(fit);
  let sum: f64 = 0;
  for (let row = from; row < to; row++) {
    const centroid = centroids + ((<usize>load<u16>(labels + ((<usize>row) << 1)) * <usize>columns) << 3);
    let square: f64 = 0;
    for (let j: usize = 0; j < (<usize>columns) << 3; j += 8) {
      const off = load<f64>(rows + j) - load<f64>(centroid + j);
      square += off * off;
    }
    sum += square;
    rows += bytes;
  }
  return sum;
}

/** Writes the rows of a tile row-major in whole pairs of columns. */
export function turnRows(fit: usize, tile: usize, tileRows: i32, count: i32, out: usize): void {
  const columns = columnsOf(fit);
  const bytes = (<usize>pairsOf(fit)) << 4;
  for (let j = 0; j < columns; j++) {
    let from = tile + ((<usize>j * <usize>tileRows) << 3);
    let to = out + ((<usize>j) << 3);
    for (let row = 0; row < count; row++) {
      store<f64>(to, load<f64>(from));
      from += 8;
      to += bytes;
    }
  }
}
