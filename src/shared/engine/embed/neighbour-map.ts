import { arenaBytes, withArena } from '../kernels/arena.ts';
import { type Machine, machineInUse } from '../kernels/machine.ts';
import { columnOf, createMatrix, type Matrix } from '../matrix.ts';
import { nearestNeighbours } from '../neighbours/nearest-neighbours.ts';
import { type Progress, part, throwIfCancelled } from '../progress.ts';
import { type Affinities, affinitiesOf } from './affinities.ts';
import { divergenceOf } from './divergence.ts';
import type { MapStep } from './map-step.ts';
import { mapRows } from './neighbour-map-pieces.ts';
import { plainForces } from './plain-forces.ts';
import { principalAxes } from './principal-axes.ts';

export interface NeighbourMapInput {
  /** Finite numbers. */
  readonly matrix: Matrix;
  /** Neighbours that a row has in effect; 30 where not given, fewer where there are few rows. */
  readonly perplexity?: number;
  /** Steps in all; 1,000 where not given, 500 for many rows. */
  readonly steps?: number;
}

export interface NeighbourMap {
  /** rows × 2. */
  readonly axes: Matrix;
  /** Kullback-Leibler divergence of the map's neighbourhoods from the data's: what was made small. */
  readonly divergence: number;
  readonly perplexity: number;
  readonly steps: number;
}

/** Moves the places, step by step, and gives back the last. */
type MoveAll = (
  start: Float32Array,
  affinities: Affinities,
  steps: readonly MapStep[],
  progress: Progress,
) => { places: Float32Array; normaliser: number };

const usualPerplexity = 30;
/** Steps up to `few` rows, where they cost nothing, and above. */
const usualSteps = { few: 1000, many: 500 } as const;
/** Of these as many in which neighbours are drawn together twelve times as strongly, so that groups find each other. */
const exaggeratedSteps = { few: 250, many: 100 } as const;
const few = 5000;
const exaggeration = 12;
const leastRate = 12;
/** Spread of the start along the first axis. */
const startSpread = 1e-4;
/** Numbers copied between two looks at the cancel flag. */
const numbersPerLook = 1_000_000;
/** Squared width of a cell over its squared distance below which it counts as one point, turned round: accuracy 0.5. */
const inverseSquaredAccuracy = 4;

const startOf = (matrix: Matrix, progress: Progress): Float32Array => {
  const { axes } = principalAxes({ matrix }, progress);
  const places = new Float32Array(2 * matrix.rows);
  const first = columnOf(axes, 0);
  let square = 0;
  for (const value of first) square += value ** 2;
  const scale = square > 0 ? startSpread / Math.sqrt(square / matrix.rows) : 0;
  for (let row = 0; row < matrix.rows; row += 1)
    for (let axis = 0; axis < 2; axis += 1)
      places[2 * row + axis] = axis < axes.columns ? columnOf(axes, axis)[row]! * scale : 0;
  return places;
};

const onMachine =
  (machine: Machine): MoveAll =>
  (start, { starts, others, weights }, steps, progress) => {
    const rows = start.length / 2;
    const padded = rows + 4;
    const pieces = Math.ceil(rows / mapRows);
    throwIfCancelled(progress);
    const bytes = arenaBytes(
      ...[rows * 8, rows * 8, rows * 4, rows * 4, rows * 8 + 1024, (rows + 1) * 16, padded * 8, rows * 64],
      ...[(rows + 1) * 4, others.length * 4, weights.length * 4, rows * 8, rows * 16, pieces * 8],
    );
    return withArena(machine, bytes, ({ memory, f32, f64, i32 }) => {
      const a = f32(2 * rows);
      const b = f32(2 * rows);
      const keys = i32(rows);
      const order = i32(rows);
      const scratch = i32(2 * rows + 256);
      const sums = f64(2 * (rows + 1));
      const sorted = f32(2 * padded);
      const cells = f32(16 * rows);
      const startsAt = i32(rows + 1);
      const othersAt = i32(others.length);
      const weightsAt = f32(weights.length);
      const forces = f32(2 * rows);
      const state = f32(4 * rows);
      const totals = f64(pieces);
      throwIfCancelled(progress);
      startsAt.view.set(starts);
      for (let at = 0; at < others.length; at += numbersPerLook) {
        throwIfCancelled(progress);
        othersAt.view.set(others.subarray(at, at + numbersPerLook), at);
        weightsAt.view.set(weights.subarray(at, at + numbersPerLook), at);
      }
      a.view.set(start);
      for (let at = 0; at < 4 * rows; at += 1) state.view[at] = at % 4 < 2 ? 1 : 0;
      const { plant } = machine.kernels('map', memory);
      let [from, to] = [a, b];
      const repel = (): number => {
        const count = plant!(
          from.at,
          rows,
          keys.at,
          order.at,
          scratch.at,
          sums.at,
          sorted.at,
          cells.at,
          inverseSquaredAccuracy,
        );
        machine.run(
          'repelPiece',
          memory,
          pieces,
          [sorted.at, order.at, rows, cells.at, count, forces.at, totals.at],
          progress,
        );
        // Each with itself is no pair.
        return totals.view.reduce((sum, total) => sum + total, -rows);
      };
      steps.forEach(({ pull, momentum, rate }, step) => {
        const push = (4 * rate) / repel();
        const numbers = [from.at, startsAt.at, othersAt.at, weightsAt.at, forces.at, state.at, to.at, rows];
        machine.run('attractPiece', memory, pieces, [...numbers, 4 * rate * pull, push, momentum], progress);
        [from, to] = [to, from];
        progress.report((step + 1) / steps.length);
      });
      return { normaliser: repel(), places: from.view.slice() };
    })!;
  };

/**
 * A rate of n over the exaggeration (Belkina et al. 2019; a quarter of it here, since gradients are four times theirs),
 * also after it, and more momentum then: 500 steps reach a divergence for which scikit-learn takes 1,000 (10,000 × 12
 * customers: 2.155 and 2.16).
 */
const schedule = (rows: number, steps: number): MapStep[] => {
  const exaggerated = exaggeratedSteps[rows <= few ? 'few' : 'many'];
  return Array.from({ length: steps }, (_, step) =>
    step < exaggerated
      ? { pull: exaggeration, momentum: 0.5, rate: Math.max(rows / exaggeration / 4, leastRate) }
      : { pull: 1, momentum: 0.9, rate: Math.max(rows / 4, leastRate) },
  );
};

/**
 * A map on which near rows stay near: t-SNE (van der Maaten & Hinton 2008) with Barnes-Hut forces (van der Maaten 2014,
 * accuracy 0.5) over the 3 × perplexity nearest neighbours, from the first two principal axes. No chance in it: the same
 * input gives the same map for any number of threads. O(steps × rows × (perplexity + log rows)) and the neighbours.
 * @throws AppError `cancelled`
 */
export const neighbourMap = (input: NeighbourMapInput, progress: Progress): NeighbourMap => {
  const { matrix } = input;
  const { rows } = matrix;
  const steps = input.steps ?? usualSteps[rows <= few ? 'few' : 'many'];
  const perplexity = Math.min(input.perplexity ?? usualPerplexity, Math.max(1, (rows - 1) / 3));
  const places = startOf(matrix, progress);
  if (rows < 3) return { axes: matrixOf(places), divergence: 0, perplexity, steps: 0 };
  const k = Math.min(rows - 1, Math.floor(3 * perplexity + 1));
  const near = nearestNeighbours(matrix, k, part(progress, 0, 0.15));
  const affinities = affinitiesOf(near, perplexity, part(progress, 0.15, 0.2));
  const machine = machineInUse();
  const move = machine ? onMachine(machine) : plainForces;
  const moved = move(places, affinities, schedule(rows, steps), part(progress, 0.2, 1));
  const divergence = divergenceOf(moved.places, affinities, moved.normaliser, progress);
  return { axes: matrixOf(moved.places), divergence, perplexity, steps };
};

const matrixOf = (places: Float32Array): Matrix => {
  const axes = createMatrix(places.length / 2, 2);
  for (let row = 0; row < axes.rows; row += 1)
    for (let axis = 0; axis < 2; axis += 1) axes.data[axis * axes.rows + row] = places[2 * row + axis]!;
  return axes;
};
