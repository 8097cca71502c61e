import type { CrewJob, JobPlace, KernelMemory } from '../../shared/engine/kernels/machine.ts';
import { copyBytes } from './copy-bytes.ts';
import { at, type ControlViews } from './crew-control.ts';
import type { createInstances } from './kernel-modules.ts';

/** Takes pieces of the run at hand until there are none left, a piece failed, or the task was cancelled. */
export const takePieces = (
  { control, numbers }: ControlViews,
  job: CrewJob,
  memory: WebAssembly.Memory,
  instances: ReturnType<typeof createInstances>,
  cancelled: () => boolean,
  shared: SharedArrayBuffer | null,
): void => {
  const place: JobPlace = {
    memory: memory as unknown as KernelMemory,
    numbers,
    shared,
    copy: copyBytes,
    kernels: (name) => instances.of(name, memory),
    cancelled,
  };
  const count = Atomics.load(control, at.count);
  while (Atomics.load(control, at.failed) === 0 && !cancelled()) {
    const piece = Atomics.add(control, at.next, 1);
    if (piece >= count) return;
    job(piece, place);
  }
};
