import { type Arena, withArena } from '../kernels/arena.ts';
import { type Machine, machineInUse } from '../kernels/machine.ts';
import { type Progress, part } from '../progress.ts';
import { fitRestart, numbersOf, type Restart, resultSize } from './fit-restarts.ts';
import { kernelWork } from './kernel-work.ts';
import { bySize, type KmeansFit } from './kmeans-fit.ts';
import { placeData, placeRun, planBytes, shapeOf } from './kmeans-plan.ts';
import type { KmeansWork } from './kmeans-work.ts';
import type { LloydEnd } from './lloyd.ts';
import { plainWork } from './plain-work.ts';
import type { Points } from './points.ts';
import { preparePoints } from './prepare-points.ts';
import { passesOver } from './run-pass.ts';

/** Labels the rows by centroids that a run ended with. */
const labelled = (work: KmeansWork, end: LloydEnd): KmeansFit => {
  work.begin(end.centroids.length / work.columns);
  work.assign(end.centroids);
  return bySize(work, end);
};

/** The best by inertia of the ends with one k; of equally good ones the first. */
const bestOf = (restarts: readonly Restart[], ends: readonly LloydEnd[], k: number): LloydEnd =>
  restarts
    .map((restart, i) => ({ ...restart, end: ends[i]! }))
    .filter((one) => one.k === k)
    .sort((a, b) => a.end.inertia - b.end.inertia || a.start - b.start)[0]!.end;

export interface Asked {
  readonly points: Points;
  readonly ks: readonly number[];
  readonly seed: number;
  readonly tolerance: number;
  readonly restarts: number;
}

/** All runs one after another over one work, each with all threads. */
const oneByOne = (work: KmeansWork, restarts: readonly Restart[], asked: Asked, progress: Progress): LloydEnd[] => {
  const total = restarts.reduce((sum, { k }) => sum + k, 0);
  let done = 0;
  return restarts.map((restart) => {
    const share = part(progress, done / total, (done + restart.k) / total);
    done += restart.k;
    return fitRestart(work, restart, asked.seed, asked.tolerance, share);
  });
};

/** Whole restarts by the crew, one a thread at a time. */
const allAtOnce = (
  machine: Machine,
  arena: Arena,
  data: Int32Array<SharedArrayBuffer>,
  meanVariance: number,
  restarts: readonly Restart[],
  { points, seed, tolerance }: Asked,
  progress: Progress,
): LloydEnd[] => {
  const { columns } = points;
  const most = Math.max(...restarts.map(({ k }) => k));
  const slots = Math.min(machine.threads, restarts.length);
  const resultStep = resultSize(most, columns);
  const taken = arena.i32(slots);
  const plans = arena.i32(slots);
  const table = arena.i32(restarts.length * 2);
  const results = arena.f64(restarts.length * resultStep);
  const done = arena.i32(1);
  taken.view.fill(0);
  done.view.fill(0);
  for (let slot = 0; slot < slots; slot += 1)
    plans.view[slot] = placeRun(arena, data, shapeOf(points, machine.threads), most, false).byteOffset;
  restarts.forEach(({ k, start }, i) => {
    table.view.set([k, start], i * 2);
  });
  const total = restarts.reduce((sum, { k }) => sum + k, 0);
  const watched: Progress = {
    ...progress,
    cancelled: () => {
      progress.report(Atomics.load(done.view, 0) / total);
      return progress.cancelled();
    },
  };
  const order = {
    ...{ seed, tolerance, meanVariance, resultStep, slots },
    ...{ taken: taken.at, plans: plans.at, table: table.at, results: results.at, done: done.at },
  };
  machine.run('kmeansRestartPiece', arena.memory, restarts.length, numbersOf(order), watched);
  return restarts.map(({ k }, i) => {
    const result = results.view.slice(i * resultStep, i * resultStep + resultSize(k, columns));
    return { inertia: result[0]!, iterations: result[1]!, centroids: result.subarray(2) };
  });
};

/** Bytes of what `allAtOnce` places besides plans and runs, each as one piece. */
const restartSizes = (restarts: readonly Restart[], slots: number, most: number, columns: number): number[] => [
  slots * 4,
  slots * 4,
  restarts.length * 8,
  restarts.length * resultSize(most, columns) * 8,
  4,
];

/** The best of several runs for each k, in the order of `ks`. */
export const fitAll = (asked: Asked, progress: Progress): KmeansFit[] => {
  const { points, ks } = asked;
  const most = Math.max(...ks);
  // The longest first, so that no thread is left with it at the end.
  const restarts = [...ks]
    .sort((a, b) => b - a)
    .flatMap((k) => Array.from({ length: asked.restarts }, (_, start) => ({ k, start })));
  const finish = (work: KmeansWork, ends: readonly LloydEnd[]): KmeansFit[] =>
    ks.map((k) => labelled(work, bestOf(restarts, ends, k)));
  const machine = machineInUse();
  if (machine !== null) {
    const shape = shapeOf(points, machine.threads);
    const atOnce = restarts.length > 1 && restarts.length >= machine.threads;
    const slots = Math.min(machine.threads, restarts.length);
    const bytes =
      planBytes(shape, most, 1, true, atOnce ? restartSizes(restarts, slots, most, points.columns) : []) +
      (atOnce ? planBytes(shape, most, slots, false, []) : 0);
    const fits = withArena(machine, bytes, (arena) => {
      const data = placeData(arena, shape);
      const passes = passesOver(machine, arena, points.rows, progress);
      const meanVariance = preparePoints(points, data, passes);
      const plan = placeRun(arena, data, shape, most, true);
      const kernels = (name: Parameters<Machine['kernels']>[0]) => machine.kernels(name, arena.memory);
      const work = kernelWork({ memory: arena.memory, kernels }, plan, meanVariance, passes);
      return finish(
        work,
        atOnce
          ? allAtOnce(machine, arena, data, meanVariance, restarts, asked, progress)
          : oneByOne(work, restarts, asked, progress),
      );
    });
    if (fits !== null) return fits;
  }
  const work = plainWork(points, progress);
  return finish(work, oneByOne(work, restarts, asked, progress));
};
