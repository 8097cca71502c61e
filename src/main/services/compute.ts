import type { EngineTasks } from '../../shared/engine/tasks.ts';

/** What a service sees of the compute threads. */
export interface Compute {
  /**
   * Runs one engine task on a compute thread.
   * @param onProgress fraction of this task, 0 to 1
   * @throws AppError `cancelled` within 200 ms of `signal` aborting
   */
  run<Name extends keyof EngineTasks>(
    name: Name,
    input: Parameters<EngineTasks[Name]>[0],
    options?: {
      readonly signal?: AbortSignal | undefined;
      readonly onProgress?: ((fraction: number) => void) | undefined;
    },
  ): Promise<ReturnType<EngineTasks[Name]>>;
}
