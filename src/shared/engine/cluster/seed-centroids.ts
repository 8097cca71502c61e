import type { Random } from '../random.ts';
import type { KmeansWork } from './kmeans-work.ts';

const block = 64;

/** The first block whose running sum is above the target, and the sum before it. */
const blockAbove = (sums: Float64Array, target: number): { at: number; before: number } => {
  let before = 0;
  let last = { at: 0, before: 0 };
  for (let at = 0; at < sums.length; at += 1) {
    const sum = sums[at]!;
    if (sum > 0) last = { at, before };
    if (before + sum > target) return last;
    before += sum;
  }
  return last;
};

/** The first row whose running cost is above the target; where rounding leaves none, the last that costs anything. */
const rowAbove = ({ rows, nearest, screenWeights, blockSums }: KmeansWork, target: number): number => {
  const { at, before } = blockAbove(blockSums, target);
  let running = before;
  let last = at * block;
  const end = Math.min(rows, (at + 1) * block);
  for (let row = at * block; row < end; row += 1) {
    const cost = nearest[row]! * (screenWeights === null ? 1 : screenWeights[row]!);
    if (cost > 0) last = row;
    running += cost;
    if (running > target) return row;
  }
  return last;
};

const firstRow = ({ rows, screenWeights }: KmeansWork, random: Random): number => {
  if (screenWeights === null) return Math.floor(random() * rows);
  const target = random() * screenWeights.reduce((sum, weight) => sum + weight, 0);
  let running = 0;
  return Math.max(
    0,
    screenWeights.findIndex((weight) => {
      running += weight;
      return running > target;
    }),
  );
};

/**
 * Starting centroids by greedy k-means++, row-major: rows drawn with a chance in proportion to weight × squared distance
 * from those taken already (Arthur & Vassilvitskii 2007), of 2 + ln k draws each time the one that leaves the least, as
 * in scikit-learn. Distances are taken on the screen. Needs k different rows. O(rows × k log k × columns).
 * @throws AppError `cancelled`
 */
export const seedCentroids = (work: KmeansWork, k: number, random: Random): Float64Array => {
  const { columns, blockSums } = work;
  const draws = 2 + Math.floor(Math.log(k));
  const chosen = [firstRow(work, random)];
  work.takeStart(chosen[0]!, true);
  while (chosen.length < k) {
    const total = blockSums.reduce((sum, one) => sum + one, 0);
    const candidates = Array.from({ length: draws }, () => rowAbove(work, random() * total));
    const costs = work.costsOf(candidates);
    let best = 0;
    costs.forEach((cost, i) => {
      if (cost < costs[best]!) best = i;
    });
    chosen.push(candidates[best]!);
    if (chosen.length < k) work.takeStart(candidates[best]!, false);
  }
  const starts = new Float64Array(k * columns);
  chosen.forEach((row, c) => {
    work.readRow(row, starts.subarray(c * columns, (c + 1) * columns));
  });
  return starts;
};
