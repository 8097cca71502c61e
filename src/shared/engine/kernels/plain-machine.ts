import { throwIfCancelled } from '../progress.ts';
import { type Arena, withArena } from './arena.ts';
import {
  type CopyBytes,
  type CrewJob,
  type KernelMemory,
  type Kernels,
  type Machine,
  machineInUse,
} from './machine.ts';

/** What a kernel module does, written in TypeScript over the same memory. */
export type PlainKernels = (memory: KernelMemory) => Kernels;

const copy: CopyBytes = (target, at, source, from, to) => {
  new Uint8Array(target, at).set(new Uint8Array(source, from, to - from));
};

/**
 * A machine of one thread and ordinary memory whose kernels are TypeScript: runs the same jobs over the same layout,
 * so that the one difference between both ways is the kernels' code.
 */
const plainMachine = (jobs: Readonly<Record<string, CrewJob>>, plain: PlainKernels): Machine => {
  const kernels = (_: string, memory: KernelMemory): Kernels => plain(memory);
  return {
    threads: 1,
    memory: (bytes) => ({ buffer: new SharedArrayBuffer(bytes) }),
    release: () => {},
    kernels,
    copy,
    run: (name, memory, count, given, progress, shared) => {
      const numbers = Float64Array.from(given);
      const own = plain(memory);
      for (let index = 0; index < count; index += 1) {
        throwIfCancelled(progress);
        jobs[name]!(index, {
          memory,
          numbers,
          shared: shared ?? null,
          kernels: () => own,
          copy,
          cancelled: () => progress.cancelled(),
        });
      }
      throwIfCancelled(progress);
    },
  };
};

/** Runs `use` on the machine at hand, or in TypeScript where there is none or it has not so much memory. */
export const withMachine = <Result>(
  bytes: number,
  jobs: Readonly<Record<string, CrewJob>>,
  plain: PlainKernels,
  use: (machine: Machine, arena: Arena) => Result,
): Result => {
  const machine = machineInUse();
  const result = machine && withArena(machine, bytes, (arena) => ({ value: use(machine, arena) }));
  if (result) return result.value;
  const slow = plainMachine(jobs, plain);
  return withArena(slow, bytes, (arena) => use(slow, arena))!;
};
