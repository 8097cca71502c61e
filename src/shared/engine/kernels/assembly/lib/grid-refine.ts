import { blurOf, clustersOf, gridCentroidsOf, gridOf, halvesOf, pairSlacksOf, pairsOf } from './grid-fit';
import { mostSquare } from './grid-nearest';
import { settle } from './grid-settle';

/** Sum of the products of two rows of that many vectors of eight i16. */
function product(row: usize, other: usize, vectors: i32): i32 {
  let sum = i32x4.splat(0);
  for (let i = 0; i < vectors; i++) {
    sum = i32x4.add(sum, i32x4.dot_i16x8_s(v128.load(row), v128.load(other)));
    row += 16;
    other += 16;
  }
  sum = i32x4.add(sum, i32x4.shuffle(sum, sum, 2, 3, 0, 1));
  return i32x4.extract_lane(sum, 0) + i32x4.extract_lane(sum, 1);
}

/**
 * Decides rows that the grid left open by what two centroids' products can be off for these two alone, where before the
 * two farthest of all were reckoned with. Decided rows lie too near another centroid to be left unseen next time.
 * @param list row numbers; those that stay open move to its front, and how many goes to 4 bytes before it
 * @param row room for a row of the grid in whole vectors, then for k products
 * @returns the end of the changes
 */
export function refineRows(fit: usize, list: usize, row: usize, changes: usize): usize {
  const k = clustersOf(fit);
  const pairs = pairsOf(fit);
  const vectors = (pairs + 3) >> 2;
  const bytes = (<usize>pairs) << 4;
  const products = row + ((<usize>vectors) << 4);
  const slacks = pairSlacksOf(fit);
  const count = load<i32>(list - 4);
  // A last vector takes in what stands behind a centroid, times 0.
  v128.store(products - 16, i32x4.splat(0));
  let open = list;
  for (let i = 0; i < count; i++) {
    const number = load<i32>(list + ((<usize>i) << 2));
    const from = gridOf(fit) + <usize>(number >> 2) * bytes + ((<usize>(number & 3)) << 2);
    for (let pair: usize = 0; pair < <usize>pairs; pair++) store<i32>(row + (pair << 2), load<i32>(from + (pair << 4)));
    const square = <f32>product(row, row, vectors);
    let best = 0;
    let most = i32.MIN_VALUE;
    for (let c = 0; c < k; c++) {
      const at = (<usize>c) << 2;
      const value = load<i32>(halvesOf(fit) + at) + product(row, gridCentroidsOf(fit) + at * <usize>pairs, vectors);
      store<i32>(products + at, value);
      if (value > most) {
        most = value;
        best = c;
      }
    }
    const blur = square * blurOf(fit);
    let told = square < mostSquare;
    for (let c = 0; c < k && told; c++)
      if (c != best) {
        const apart = <f32>(most - load<i32>(products + ((<usize>c) << 2))) * 0.999999;
        told = apart > load<f32>(slacks + ((<usize>(best * k + c)) << 2)) + blur;
      }
    if (told) changes = settle(fit, number, best, 0, changes);
    else {
      store<i32>(open, number);
      open += 4;
    }
  }
  store<i32>(list - 4, <i32>((open - list) >> 2));
  return changes;
}
