import type { CrewJob } from '../kernels/machine.ts';
import { giveBack, takeSlot } from '../kernels/slots.ts';
import { type Progress, silent } from '../progress.ts';
import { createRandom } from '../random.ts';
import { kernelWork } from './kernel-work.ts';
import { piecesOf, planAt, word } from './kmeans-plan.ts';
import type { KmeansWork } from './kmeans-work.ts';
import { type LloydEnd, lloyd } from './lloyd.ts';
import { byItself } from './run-pass.ts';
import { seedCentroids } from './seed-centroids.ts';

/** One of several runs with one k. */
export interface Restart {
  readonly k: number;
  readonly start: number;
}

/** A stream of its own for each k and start, so that k = 5 is the same asked for or found in a sweep. */
const streamOf = (seed: number, k: number, start: number) =>
  createRandom((Math.imul(seed, 0x9e3779b1) ^ Math.imul(k, 0x85ebca6b)) + start);

/** One whole run: starts drawn, then Lloyd's iterations. */
export const fitRestart = (
  work: KmeansWork,
  { k, start }: Restart,
  seed: number,
  tolerance: number,
  progress: Progress,
): LloydEnd => lloyd(work, seedCentroids(work, k, streamOf(seed, k, start)), tolerance, progress);

/** Doubles of a restart's result: inertia, iterations, centroids. */
export const resultSize = (k: number, columns: number): number => 2 + k * columns;

/** What `kmeansRestartPiece` is told, as its numbers stand. */
export interface RestartOrder {
  readonly seed: number;
  readonly tolerance: number;
  readonly meanVariance: number;
  /** Where an i32 for each slot says 1 while it is taken, and how many there are: one a thread. */
  readonly taken: number;
  readonly slots: number;
  /** i32: the plan of each slot. */
  readonly plans: number;
  /** i32: k and start of each piece. */
  readonly table: number;
  /** f64: the results, `resultStep` doubles a piece. */
  readonly results: number;
  readonly resultStep: number;
  /** i32: the sum of k over the pieces done. */
  readonly done: number;
}

export const numbersOf = (order: RestartOrder): number[] => [
  order.seed,
  order.tolerance,
  order.meanVariance,
  order.taken,
  order.slots,
  order.plans,
  order.table,
  order.results,
  order.resultStep,
  order.done,
];

/** A whole restart, in a slot that nobody else works in. Which slot makes no difference to the result. */
export const kmeansRestartPiece: CrewJob = (index, { memory, numbers, kernels, copy, cancelled }) => {
  const { buffer } = memory;
  const [seed, tolerance, meanVariance, takenAt, slots, plansAt, tableAt, resultsAt, resultStep, doneAt] =
    numbers as unknown as [number, number, number, number, number, number, number, number, number, number];
  const slot = takeSlot(buffer, takenAt, slots);
  try {
    const plan = planAt(buffer, new Int32Array(buffer, plansAt, slots)[slot]!);
    const [k, start] = new Int32Array(buffer, tableAt + index * 8, 2) as unknown as [number, number];
    const progress: Progress = { ...silent, cancelled };
    const place = { memory, kernels, copy };
    const passes = byItself(place, piecesOf(plan[word.rows]!), progress);
    const work = kernelWork(place, plan, meanVariance, passes);
    const { inertia, iterations, centroids } = fitRestart(work, { k, start }, seed, tolerance, progress);
    const result = new Float64Array(buffer, resultsAt + index * resultStep * 8, resultSize(k, work.columns));
    result[0] = inertia;
    result[1] = iterations;
    result.set(centroids, 2);
    Atomics.add(new Int32Array(buffer, doneAt, 1), 0, k);
  } finally {
    giveBack(buffer, takenAt, slot);
  }
};
