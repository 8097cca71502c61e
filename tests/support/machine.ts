import { createMachine } from '../../src/main/workers/create-machine.ts';
import { compileKernels } from '../../src/main/workers/kernel-modules.ts';
import { type Machine, workOn } from '../../src/shared/engine/kernels/machine.ts';

/** Runs `use` with the engine on that many threads with its kernels; with 0 in plain TypeScript. */
export const onThreads = async <Result>(
  threads: number,
  use: (machine: Machine | null) => Result | Promise<Result>,
): Promise<Result> => {
  const modules = threads > 0 ? compileKernels() : null;
  if (threads > 0 && modules === null) throw new Error('The kernels are not built.');
  const machine = modules && createMachine({ modules, threads, cancelFlag: new SharedArrayBuffer(4), sent: null });
  const before = workOn(machine);
  try {
    return await use(machine);
  } finally {
    workOn(before);
    await machine?.end();
  }
};
