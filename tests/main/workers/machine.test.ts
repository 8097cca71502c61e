import { readdirSync } from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Worker } from 'node:worker_threads';
import { describe, expect, it } from 'vitest';
import { createMachine } from '../../../src/main/workers/create-machine.ts';
import { compileKernels } from '../../../src/main/workers/kernel-modules.ts';
import { createComputePool } from '../../../src/main/workers/pool.ts';
import { numbersOf } from '../../../src/shared/engine/embed/principal-axes-pieces.ts';
import { type Arena, arenaBytes, withArena } from '../../../src/shared/engine/kernels/arena.ts';
import { type Machine, workOn } from '../../../src/shared/engine/kernels/machine.ts';
import { createMatrix, sharedNumbers } from '../../../src/shared/engine/matrix.ts';
import { fitMethod } from '../../../src/shared/engine/methods/fit-method.ts';
import type { MethodInput } from '../../../src/shared/engine/methods/method-fit.ts';
import { type Progress, silent } from '../../../src/shared/engine/progress.ts';
import { pointMatrix } from '../../reference/points.ts';
import { onThreads } from '../../support/machine.ts';

/** Until a crew that was started is up, with room for a busy machine. */
const crewStarts = 300;

const kmeansOf = (rows: number, seed = 1): MethodInput => ({
  ...{ method: 'kmeans', matrix: pointMatrix(rows, 4, seed), ks: [5], seed },
});

/**
 * Sums and products of the columns of a few pieces of rows, `missing` bytes of the last piece's sums beyond the end of
 * the memory.
 */
const sumPieces = (machine: Machine, missing: number, progress: Progress = silent): Float64Array => {
  const [pieces, pieceRows, columns] = [2, 20_000, 4];
  const rows = pieces * pieceRows;
  const { shared, from } = sharedNumbers(createMatrix(rows, columns));
  new Float64Array(shared).forEach((_, at, all) => {
    all[at] = (at % rows) % 7;
  });
  const slots = machine.threads;
  const sizes = [slots, slots * rows * columns, columns, pieces * columns, pieces * columns * columns];
  return withArena(machine, arenaBytes(...sizes.map((size) => size * 8)), ({ memory, f64 }) => {
    const [taken, tiles, shift, sums, products] = sizes.map((size) => f64(size)) as [Doubles, Doubles, ...Doubles[]];
    for (const { view } of [taken, shift!, sums!, products!]) view.fill(0);
    const at = missing > 0 ? memory.buffer.byteLength - sums!.view.byteLength + missing : sums!.at;
    const numbers = numbersOf({
      ...{ first: 0, from, rows, columns, pieceRows, taken: taken.at, slots, tiles: tiles.at },
      ...{ tileRows: pieceRows, step: pieceRows, width: columns, centers: shift!.at, weightsOrSums: at },
      out: products!.at,
    });
    machine.run('productsPiece', memory, pieces, numbers, progress, shared);
    return sums!.view.slice();
  })!;
};
type Doubles = ReturnType<Arena['f64']>;

describe('machine', () => {
  it('lends memory, keeps small ones, and says where so much cannot be had', () =>
    onThreads(1, (machine) => {
      const first = machine!.memory(1_000_000)!;
      expect(first.buffer.byteLength).toBeGreaterThanOrEqual(1_000_000);
      machine!.release(first);
      const again = machine!.memory(500_000)!;
      expect(again).toBe(first);
      expect(machine!.memory(500_000)).not.toBe(again);
      expect(machine!.memory(5e9)).toBeNull();
    }));

  it('lays pieces of an arena on lines of their own, and refuses more than was asked for', () =>
    onThreads(1, (machine) => {
      withArena(machine!, arenaBytes(8, 4), ({ f64, i32 }) => {
        expect(f64(1).at % 64).toBe(0);
        expect(i32(1).at % 64).toBe(0);
        expect(() => f64(100_000_000)).toThrow('no room');
      });
    }));

  it('refuses a job that nobody knows and more numbers than fit', () =>
    onThreads(2, (machine) => {
      const memory = machine!.memory(1000)!;
      expect(() => machine!.run('unheardOf', memory, 1, [], silent)).toThrow('no crew job');
      expect(() => machine!.run('unheardOf', memory, 1, Array(65).fill(0), silent)).toThrow('65 numbers');
    }));

  it('fails a run of which a piece fails, in the crew as in the leader, and works on', { timeout: 60_000 }, () =>
    onThreads(2, async (machine) => {
      const right = sumPieces(machine!, 0);
      await sleep(crewStarts);
      const failures = new Set<string>();
      // Whoever takes the second piece fails; which of them that is, is up to them.
      for (let i = 0; i < 2000 && failures.size < 2; i += 1) {
        try {
          sumPieces(machine!, 32);
          failures.add('none');
        } catch (error) {
          failures.add((error as Error).message);
        }
        expect(sumPieces(machine!, 0)).toEqual(right);
      }
      expect([...failures].sort()).toEqual([
        'A piece of productsPiece failed in the crew.',
        'memory access out of bounds',
      ]);
    }),
  );

  it('stops leader and crew at a cancel, and works on', { timeout: 60_000 }, async () => {
    const cancelFlag = new SharedArrayBuffer(4);
    const flag = new Int32Array(cancelFlag);
    const machine = createMachine({ modules: compileKernels()!, threads: 3, cancelFlag, sent: null });
    const before = workOn(machine);
    try {
      const input = kmeansOf(20_000);
      const right = fitMethod(input, silent);
      await sleep(crewStarts);
      for (const stopAt of [1, 2, 5, 9, 20, 40]) {
        let looks = 0;
        const progress: Progress = {
          report: () => {},
          cancelled: () => {
            looks += 1;
            if (looks === stopAt) Atomics.store(flag, 0, 1);
            return Atomics.load(flag, 0) === 1;
          },
        };
        const cancelled = expect.objectContaining({ code: 'cancelled' }) as Error;
        // How often a leader looks depends on how long it waits for its crew: a run may be over before the last of these.
        if (stopAt < 9) expect(() => fitMethod(input, progress)).toThrowError(cancelled);
        else {
          let thrown: unknown = null;
          try {
            fitMethod(input, progress);
          } catch (error) {
            thrown = error;
          }
          expect(thrown).toEqual(looks < stopAt ? null : cancelled);
        }
        Atomics.store(flag, 0, 0);
        expect(fitMethod(input, silent)).toEqual(right);
      }
    } finally {
      workOn(before);
      await machine.end();
    }
  });

  it('notices that a thread of its crew ended in the middle of a run, and works on without it', {
    timeout: 60_000,
  }, async () => {
    const input = kmeansOf(20_000);
    /** What a run says in the middle of which one of a crew ends that had so long to start. */
    const lose = async (startMs: number): Promise<string> => {
      const crew: Worker[] = [];
      const note = (worker: Worker) => crew.push(worker);
      process.on('worker', note);
      return onThreads(3, async () => {
        const right = fitMethod(input, silent);
        await sleep(startMs);
        expect(crew).toHaveLength(2);
        let ending: Promise<unknown> | null = null;
        const progress: Progress = {
          report: () => {},
          cancelled: () => {
            ending ??= crew[0]!.terminate();
            return false;
          },
        };
        let said = '';
        try {
          fitMethod(input, progress);
        } catch (error) {
          said = (error as Error).message;
        }
        for (let i = 0; i < 3; i += 1) expect(fitMethod(input, silent)).toEqual(right);
        await ending;
        return said;
      }).finally(() => process.off('worker', note));
    };
    let said = '';
    // On a busy machine it may not be up yet, and then nobody misses it.
    for (const startMs of [crewStarts, 1000, 3000, 9000]) {
      said = await lose(startMs);
      if (said !== '') break;
    }
    expect(said).toContain('A thread of the crew ended in the middle of');
  });

  it('serves two leaders at a time, each with a crew of its own', { timeout: 60_000 }, async () => {
    const inputs = [1, 2, 3, 4, 5, 6].map((seed) => kmeansOf(3000 + seed, seed));
    const right = await onThreads(1, () => inputs.map((input) => fitMethod(input, silent)));
    const pool = createComputePool({ threads: 2, crew: 2 });
    try {
      for (let i = 0; i < 3; i += 1) {
        const found = await Promise.all(inputs.map((input) => pool.run('fitMethod', input)));
        expect(found).toEqual(right);
      }
    } finally {
      await pool.close();
    }
  });

  it.skipIf(process.platform !== 'linux')(
    'leaves no threads behind where a leader that does not listen is replaced',
    { timeout: 60_000 },
    async () => {
      const countThreads = () => readdirSync('/proc/self/task').length;
      /** Once it no longer falls, or at most after ten seconds. */
      const settled = async (wanted: number): Promise<number> => {
        for (let i = 0; i < 200 && countThreads() > wanted; i += 1) await sleep(50);
        return countThreads();
      };
      const entry = new URL('./crew-fixture.ts', import.meta.url);
      const none = countThreads();
      const pool = createComputePool({ threads: 1, crew: 3, entry });
      const run = pool.run as unknown as (
        name: string,
        input: unknown,
        options?: { signal: AbortSignal },
      ) => Promise<unknown>;
      try {
        expect(await run('double', 1)).toBe(2);
        const withoutCrew = countThreads();
        expect(withoutCrew).toBeGreaterThan(none);
        for (let i = 0; i < 5; i += 1) {
          const controller = new AbortController();
          const running = run('deafLeader', null, { signal: controller.signal }).catch((error: unknown) => error);
          while (countThreads() < withoutCrew + 2) await sleep(10);
          await sleep(crewStarts);
          const began = performance.now();
          controller.abort();
          expect(await running).toMatchObject({ code: 'cancelled' });
          expect(performance.now() - began).toBeLessThan(200);
          expect(await run('double', 21)).toBe(42);
          expect(await settled(withoutCrew)).toBeLessThanOrEqual(withoutCrew);
        }
      } finally {
        await pool.close();
      }
      expect(await settled(none)).toBeLessThanOrEqual(none);
    },
  );
});
