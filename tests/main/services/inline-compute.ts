import { setImmediate } from 'node:timers/promises';
import type { Compute } from '../../../src/main/services/compute.ts';
import type { Progress } from '../../../src/shared/engine/progress.ts';
import { engineTasks } from '../../../src/shared/engine/tasks.ts';
import { AppError } from '../../../src/shared/errors.ts';

/** The real engine on the test's own thread: services are the same whichever thread computes. */
export const createInlineCompute = (): Compute => ({
  run: async (name, input, options) => {
    await setImmediate();
    if (options?.signal?.aborted) throw new AppError('cancelled');
    const progress: Progress = {
      report: (fraction) => options?.onProgress?.(fraction),
      cancelled: () => options?.signal?.aborted ?? false,
    };
    const task = engineTasks[name] as (
      given: typeof input,
      to: Progress,
    ) => ReturnType<(typeof engineTasks)[typeof name]>;
    return task(input, progress);
  },
});
