import { AppError } from '../../errors.ts';
import { orderBySize, renumber } from '../labels.ts';
import { createMatrix, type Matrix } from '../matrix.ts';
import { type Progress, part, throwIfCancelled } from '../progress.ts';
import { createRandom } from '../random.ts';
import { type Assign, withAssign } from './assign-prototypes.ts';
import { type MixedRows, mixedRows, usualGamma } from './mixed-rows.ts';
import { mixedDistance, type Prototypes, prototypesAt, prototypesOf } from './prototypes.ts';
import { densestRows, drawnRows } from './start-prototypes.ts';

export interface KprototypesInput {
  readonly numeric: Matrix;
  /** A column of codes each; −1, missing, counts as a category of its own. */
  readonly categories: readonly Int32Array[];
  /** What a category that differs weighs against a squared difference of 1; `usualGamma` where not given. */
  readonly gamma?: number;
  readonly k: number;
  readonly seed: number;
  /** Starts of which the best is kept: the first by density, the others drawn. */
  readonly restarts?: number;
  /** Rows to start from: then exactly one run. */
  readonly start?: readonly number[];
}

export interface Kprototypes {
  readonly k: number;
  /** 0 has the most rows. */
  readonly labels: Int32Array;
  /** k × columns of numbers. */
  readonly means: Matrix;
  /** The most frequent code of each column of categories, one for each label. */
  readonly modes: readonly Int32Array[];
  /** Sum over the rows of squared differences + gamma × categories that differ. */
  readonly cost: number;
  readonly gamma: number;
  readonly iterations: number;
}

interface Run {
  readonly labels: Int32Array;
  readonly prototypes: Prototypes;
  readonly cost: number;
  readonly iterations: number;
}

const mostIterations = 100;
/** Rows between two looks at the cancel flag. */
const rowsPerLook = 65_536;
/** Gives each part without rows the row that is farthest from its prototype, of a part that keeps others. */
const fillEmpty = (labels: Int32Array, distances: Float64Array, k: number): void => {
  const sizes = new Int32Array(k);
  for (const label of labels) sizes[label]! += 1;
  for (let c = 0; c < k; c += 1) {
    if (sizes[c]! > 0) continue;
    let farthest = -1;
    for (let row = 0; row < labels.length; row += 1)
      if (sizes[labels[row]!]! > 1 && (farthest < 0 || distances[row]! > distances[farthest]!)) farthest = row;
    sizes[labels[farthest]!]! -= 1;
    sizes[c] = 1;
    labels[farthest] = c;
    distances[farthest] = 0;
  }
};

const run = (mixed: MixedRows, gamma: number, start: readonly number[], assign: Assign, progress: Progress): Run => {
  const k = start.length;
  let prototypes = prototypesAt(mixed, start);
  let labels: Int32Array = new Int32Array(mixed.rows).fill(-1);
  let cost = Number.POSITIVE_INFINITY;
  let iterations = 0;
  while (iterations < mostIterations) {
    iterations += 1;
    const assigned = assign(prototypes, progress);
    throwIfCancelled(progress);
    fillEmpty(assigned.labels, assigned.distances, k);
    throwIfCancelled(progress);
    const isSame = assigned.labels.every((label, row) => label === labels[row]);
    labels = assigned.labels;
    prototypes = prototypesOf(mixed, labels, prototypes, k, progress);
    throwIfCancelled(progress);
    const before = cost;
    cost = 0;
    for (let row = 0; row < mixed.rows; row += 1) {
      if (row % rowsPerLook === 0) throwIfCancelled(progress);
      cost += mixedDistance(mixed, gamma, row, prototypes, labels[row]!);
    }
    progress.report(iterations / mostIterations);
    if (isSame || !(cost < before)) break;
  }
  return { labels, prototypes, cost, iterations };
};

const startsFor = (rows: number, k: number): number => (rows * k <= 100_000 ? 10 : 3);

/** Rows that differ in a number or a category, counted no further than `most`. O(rows × most × columns). */
const countDifferent = (mixed: MixedRows, most: number): number => {
  const found: number[] = [];
  let prototypes = prototypesAt(mixed, found);
  for (let row = 0; row < mixed.rows && found.length < most; row += 1) {
    if (!found.every((_, i) => mixedDistance(mixed, 1, row, prototypes, i) > 0)) continue;
    found.push(row);
    prototypes = prototypesAt(mixed, found);
  }
  return found.length;
};

const checkInput = ({ k, gamma, start, numeric, categories }: KprototypesInput, mixed: MixedRows): void => {
  const refuse = (problem: string): AppError => new AppError('badInput', { method: 'k-prototypes', problem });
  if (numeric.columns + categories.length === 0) throw refuse('there is no column');
  if (gamma !== undefined && !(gamma >= 0 && Number.isFinite(gamma)))
    throw refuse(`a weight of ${gamma} for categories is not 0 or more`);
  if (start && (start.length !== k || start.some((row) => !(row >= 0 && row < mixed.rows))))
    throw refuse(`the start is not ${k} of the ${mixed.rows} rows`);
  const different = countDifferent(mixed, k);
  if (different < k) throw new AppError('tooManySegments', { k, customers: different });
};

/**
 * Parts of rows with numbers and categories around means and modes: k-prototypes (Huang 1998), all rows assigned before
 * the prototypes move. The numbers should be on one scale. O(iterations × rows × k × columns).
 * @throws AppError `tooManySegments` where fewer than k rows differ, `badInput` where the columns cannot be taken, `cancelled`
 */
export const kprototypes = (input: KprototypesInput, progress: Progress): Kprototypes => {
  const { numeric, categories, k, seed, restarts, start } = input;
  const mixed = mixedRows(numeric, categories, progress);
  checkInput(input, mixed);
  const gamma = input.gamma ?? usualGamma(mixed, progress);
  const starts = start ? 1 : Math.max(1, restarts ?? startsFor(mixed.rows, k));
  const found = withAssign(mixed, k, gamma, progress, (assign) => {
    let best: Run | null = null;
    for (let index = 0; index < starts; index += 1) {
      const own = part(progress, index / starts, (index + 1) / starts);
      const random = createRandom((Math.imul(seed, 0x9e3779b1) ^ Math.imul(k, 0x85ebca6b)) + index);
      const drawn = (): number[] =>
        index === 0 ? densestRows(mixed, k, gamma, own) : drawnRows(mixed, k, gamma, random, own);
      const tried = run(mixed, gamma, start ?? drawn(), assign, own);
      if (best === null || tried.cost < best.cost) best = tried;
      own.report(1);
    }
    return best!;
  });
  throwIfCancelled(progress);
  const { labels, prototypes, cost, iterations } = found;
  const order = orderBySize(labels, k);
  const means = createMatrix(k, mixed.columns);
  order.forEach((old, label) => {
    for (let j = 0; j < mixed.columns; j += 1) means.data[j * k + label] = prototypes.means[old * mixed.columns + j]!;
  });
  const modes = mixed.codes.map((codes, c) =>
    Int32Array.from(order, (old) => codes[prototypes.modes[old * mixed.kinds + c]!]!),
  );
  return { k, labels: renumber(labels, k), means, modes, cost, gamma, iterations };
};
