import type { JobPlace } from '../kernels/machine.ts';
import { addDrift } from './add-drift.ts';
import type { Intake } from './intake.ts';
import { mostCandidates, piecesOf, sumWidth, word } from './kmeans-plan.ts';
import type { KmeansWork } from './kmeans-work.ts';
import type { RunPass } from './run-pass.ts';
import { meanVarianceOf } from './screen.ts';
import { sumsOfTotals } from './sums-of-totals.ts';

/** Beyond this the screen's squares would not fit a 4-byte float; all rows are then decided in doubles. */
const screenAtMost = 1e15;
const floatError = 2 ** -24;

/**
 * k-means' passes by kernels, over a plan whose rows are prepared or will be taken in with the first assignment. A row is decided on the screen of 4-byte floats where
 * the error bound allows, otherwise in doubles; it keeps a margin, and as long as the centroids' drift has not used that
 * up it is not looked at (Hamerly, Making k-means even faster, 2010). Labels are those of a full search in doubles. Sums
 * are kept in pairs of doubles and follow the rows that changed.
 */
export const kernelWork = (
  place: Pick<JobPlace, 'memory' | 'kernels'>,
  plan: Int32Array<SharedArrayBuffer>,
  taken: number | Intake,
  run: RunPass,
): KmeansWork => {
  const { buffer } = place.memory;
  const rows = plan[word.rows]!;
  const columns = plan[word.columns]!;
  const stride = plan[word.stride]!;
  const pieces = piecesOf(rows);
  const width = sumWidth(columns);
  const doubles = (at: number, count: number) => new Float64Array(buffer, plan[at]!, count);
  const floats = (at: number, count: number) => new Float32Array(buffer, plan[at]!, count);
  const at = plan.byteOffset;
  const scale = new Float64Array(buffer, at + word.scale * 4, 1)[0]!;
  const centers = doubles(word.centers, columns);
  const candidateRows = new Int32Array(buffer, plan[word.candidates]!, mostCandidates);
  const pieceCosts = doubles(word.costs, mostCandidates * pieces);
  const inertias = doubles(word.inertias, pieces);
  const weighted = plan[word.weights] !== 0;
  const flat = doubles(word.flat, rows * columns);
  let meanVariance = typeof taken === 'number' ? taken : Number.NaN;
  let intake = typeof taken === 'number' ? null : taken;
  let k = 0;
  let drift = new Float64Array(0);

  /** Writes the centroids' screen and returns the relative error of a dot product on it. */
  const pictureOf = (centroids: Float64Array): number => {
    const screen = floats(word.screenCentroids, k * stride);
    const halves = floats(word.halves, k);
    let greatest = 0;
    for (let c = 0; c < k; c += 1) {
      let square = 0;
      for (let j = 0; j < columns; j += 1) {
        const value = (centroids[c * columns + j]! - centers[j]!) * scale;
        greatest = Math.max(greatest, Math.abs(value));
        square += value * value;
        screen[c * stride + j] = value;
      }
      halves[c] = square / 2;
    }
    return greatest <= screenAtMost ? (columns + 8) * floatError : Number.POSITIVE_INFINITY;
  };

  return {
    rows,
    columns,
    readRow: (row, into) => into.set(flat.subarray(row * columns, (row + 1) * columns)),
    weights: weighted ? doubles(word.weights, rows) : null,
    get meanVariance() {
      return meanVariance;
    },
    nearest: floats(word.nearest, rows),
    screenWeights: weighted ? floats(word.screenWeights, rows) : null,
    blockSums: doubles(word.blockSums, Math.ceil(rows / 64)),
    labels: new Uint16Array(buffer, plan[word.labels]!, rows),
    takeStart: (row, isFirst) => {
      run('kmeansStartPiece', [at, row, isFirst ? 1 : 0]);
    },
    costsOf: (candidates) => {
      candidateRows.set(candidates);
      run('kmeansCostPiece', [at, candidates.length]);
      return candidates.map((_, i) => {
        let sum = 0;
        for (let piece = 0; piece < pieces; piece += 1) sum += pieceCosts[piece * mostCandidates + i]!;
        return sum;
      });
    },
    begin: (next) => {
      k = next;
      drift = new Float64Array(k);
      plan[word.k] = k;
      plan[word.first] = 1;
      doubles(word.totals, k * width * 2).fill(0);
    },
    assign: (centroids) => {
      const placed = doubles(word.centroids, k * columns);
      if (plan[word.first] === 0) addDrift(drift, placed, centroids, columns, scale);
      placed.set(centroids);
      new Float32Array(buffer, at + word.epsilon * 4, 1)[0] = pictureOf(centroids);
      // Rounded up: a drift must never be taken for less.
      floats(word.drifts, k).set(drift.map((way) => way * (1 + 2e-7)));
      let changed = 0;
      const { reduceDelta } = place.kernels('kmeans');
      const reduce = (piece: number) => {
        const delta = plan[word.deltas]! + piece * plan[word.deltaStep]!;
        changed += new Int32Array(buffer, delta, 1)[0]!;
        reduceDelta!(at, delta, plan[word.totals]!);
      };
      if (intake === null) run('kmeansAssignPiece', [at], reduce);
      else {
        const { from, shared, moments } = intake;
        run('kmeansPreparePiece', [at, scale, from, 1], reduce, shared);
        intake = null;
        meanVariance = meanVarianceOf(rows, columns, moments());
      }
      plan[word.first] = 0;
      return changed;
    },
    sums: () => sumsOfTotals(doubles(word.totals, k * width * 2), k, columns, width),
    inertia: (centroids) => {
      doubles(word.centroids, k * columns).set(centroids);
      run('kmeansInertiaPiece', [at]);
      let sum = 0;
      for (const one of inertias) sum += one;
      return sum;
    },
  };
};
