import { fitKmeans } from '../cluster/fit-kmeans.ts';
import { pointsOf } from '../cluster/points.ts';
import type { Matrix } from '../matrix.ts';
import { medianOf } from '../prepare/median.ts';
import { type Progress, part, throwIfCancelled } from '../progress.ts';
import { createRandom } from '../random.ts';
import { pickRows, shuffledRows } from '../sample.ts';
import { centroidsOf, mergeNearest } from './centroid-levels.ts';
import { ditherOf } from './dither.ts';
import {
  sharesOf,
  squareApart,
  type Valley,
  type View,
  valleyBetween,
  viewFrom,
  type Witnesses,
} from './valley-between.ts';

export interface ValleyTest {
  readonly pValue: number;
  /** 0 none; about 0.05, 0.15, 0.25 between two normal lumps 3, 4, 5 standard deviations apart; 1 nothing between. */
  readonly separation: number;
  /** Into how many parts the rows were put where it was clearest. */
  readonly parts: number;
}

/** Parts that are looked at: fine ones by k-means, coarser ones by merging these. */
const levels = [2, 3, 4, 5, 6, 8, 10, 12, 16];
const rowsPerPart = 8;
/** A handful of rows apart from all the others are outliers, not structure. */
const smallestShare = 0.02;
/** A valley counts as one, for its depth, from here on. */
const surely = Math.log(0.01);
const folds = 3;
const kmeansTolerance = 1e-3;
const restarts = 3;

/** Puts the group of one part into that of another. */
const join = (group: number[], from: number, to: number): void => {
  const gone = group[from];
  const kept = group[to]!;
  group.forEach((at, c) => {
    if (at === gone) group[c] = kept;
  });
};

/** Pairs of neighbours, nearest first: no third centroid in the ball over their segment (Gabriel & Sokal 1969). */
const neighbours = (view: View): [number, number][] => {
  const k = view.centroids.length;
  const pairs: { square: number; pair: [number, number] }[] = [];
  for (let a = 0; a < k; a += 1)
    for (let b = a + 1; b < k; b += 1) {
      const square = squareApart(view, a, b);
      const between = (c: number) => squareApart(view, a, c) + squareApart(view, b, c) < square;
      if (square > 0 && !view.centroids.some((_, c) => c !== a && c !== b && between(c)))
        pairs.push({ square, pair: [a, b] });
    }
  return pairs.sort((x, y) => x.square - y.square).map(({ pair }) => pair);
};

/**
 * The depth at which the parts fall into two groups: of all ways to divide them that of which the shallowest valley
 * across is deepest, where each group has 2 % of the rows. Kruskal's spanning tree from the shallowest on.
 */
const depthOfCut = (shares: Float64Array, valleys: readonly Valley[], depthOf: (valley: Valley) => number): number => {
  const group = Array.from(shares, (_, c) => c);
  const held = [...shares];
  const nearlyAll = (share: number) => share >= 1 - smallestShare;
  if (held.some(nearlyAll)) return 0;
  for (const valley of [...valleys].sort((x, y) => depthOf(x) - depthOf(y))) {
    const from = group[valley.b]!;
    const to = group[valley.a]!;
    if (from === to) continue;
    join(group, valley.b, valley.a);
    held[to]! += held[from]!;
    if (nearlyAll(held[to]!)) return depthOf(valley);
  }
  return 0;
};

/**
 * The valleys between neighbours, nearest first, p-values times `tests` (both logarithms). Parts between which there is
 * none belong together; what lies between two that already do cannot part them any more and is not looked at.
 */
const valleysOf = (view: View, witnesses: Witnesses, tests: number, progress: Progress): Valley[] => {
  const group = view.centroids.map((_, c) => c);
  const valleys: Valley[] = [];
  for (const [a, b] of neighbours(view)) {
    throwIfCancelled(progress);
    if (group[a] === group[b]) continue;
    const found = valleyBetween(view, a, b, witnesses);
    const valley = { ...found, logP: Math.min(0, found.logP + tests) };
    valleys.push(valley);
    if (valley.logP === 0) join(group, b, a);
  }
  return valleys;
};

interface Seen {
  readonly logP: number;
  readonly separation: number;
  readonly parts: number;
}

/** Centroids from some rows, valleys between them from the others. */
const look = (training: Int32Array, witnesses: Witnesses, seed: number, progress: Progress): Seen => {
  const matrix = pickRows(witnesses.sample, training);
  const most = Math.max(2, Math.min(levels[levels.length - 1]!, Math.floor(training.length / rowsPerPart)));
  const tried = levels.filter((level) => level <= most);
  const { labels } = fitKmeans(pointsOf(matrix), most, seed, kmeansTolerance, part(progress, 0, 0.5), restarts);
  let centroids = centroidsOf(matrix, labels, most);
  let best: Seen = { logP: 0, separation: 0, parts: 1 };
  for (let k = most; k >= 2; k -= 1) {
    if (tried.includes(k)) {
      const view = viewFrom(centroids.points, witnesses);
      // A division has a false valley only where one of the k − 1 edges of a spanning tree has: hence times k − 1.
      // And there are several levels, of which fewer parts, of more rows each, promise more and get more of the chance.
      const tests = Math.log((k - 1) * k * tried.reduce((sum, level) => sum + 1 / level, 0));
      const valleys = valleysOf(view, witnesses, tests, progress);
      const shares = sharesOf(view);
      const logP = -depthOfCut(shares, valleys, (valley) => -valley.logP);
      const separation = depthOfCut(shares, valleys, (valley) => (valley.logP <= surely ? valley.separation : 0));
      best = {
        logP: Math.min(best.logP, logP),
        separation: Math.max(best.separation, separation),
        parts: logP < best.logP ? k : best.parts,
      };
    }
    if (k > 2) centroids = mergeNearest(centroids);
  }
  return best;
};

/** Few rows are divided this often, since much hangs on how; many need no more than once. */
const roundsFor = (rows: number): number => Math.max(1, Math.min(4, Math.floor(3000 / rows)));

/**
 * Is there an emptier stretch between parts of the rows? Centroids are found on a third of them, and Hartigan's dip
 * (1985) looks for valleys along the lines between neighbouring centroids in the two thirds that these never saw, so
 * that no k-means can make its own. Structure are valleys that cut the rows in two whichever way one goes round:
 * the p-value of a division is that of its shallowest valley. Each third in turn, e × the geometric mean of the
 * p-values (valid however these depend on each other: Vovk & Wang 2020, Biometrika 107). No reference distribution has
 * to be made up, and the level holds for every log-concave or elliptical heavy-tailed lump. In the manner of dip-means
 * (Kalogeratos & Likas 2012) and of data splitting (Cox 1975).
 * @param sample from `workingSample`
 * @throws AppError `cancelled`
 */
export const valleyTest = (sample: Matrix, seed: number, progress: Progress): ValleyTest => {
  const { rows } = sample;
  if (sample.columns === 0 || rows < folds * 2 * rowsPerPart) return { pValue: 1, separation: 0, parts: 1 };
  const random = createRandom(seed);
  const dither = ditherOf(sample);
  const rounds = roundsFor(rows);
  const seen: Seen[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const order = shuffledRows(rows, random);
    const moves = Float64Array.from({ length: rows }, () => 2 * random() - 1);
    for (let fold = 0; fold < folds; fold += 1) {
      const isTraining = (_: number, at: number) => Math.floor((at * folds) / rows) === fold;
      const others = order.filter((row, at) => !isTraining(row, at));
      const witnesses = { sample, rows: others, dither, moves };
      const done = seen.length / (rounds * folds);
      seen.push(
        look(order.filter(isTraining), witnesses, seed + round, part(progress, done, done + 1 / (rounds * folds))),
      );
    }
  }
  const meanLogP = seen.reduce((sum, { logP }) => sum + logP / seen.length, 0);
  const clearest = seen.reduce((best, one) => (one.logP < best.logP ? one : best));
  return {
    pValue: Math.min(1, Math.exp(1 + meanLogP)),
    separation: medianOf(Float64Array.from(seen, ({ separation }) => separation)),
    parts: clearest.parts,
  };
};
