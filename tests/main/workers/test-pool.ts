import { type ComputePool, createComputePool } from '../../../src/main/workers/pool.ts';

interface RunOptions {
  readonly signal?: AbortSignal;
  readonly onProgress?: (fraction: number) => void;
}

export interface TestPool {
  run<Result = unknown>(task: string, input?: unknown, options?: RunOptions): Promise<Result>;
  close: ComputePool['close'];
}

/** The real pool over the fixture's tasks in place of the engine's. */
export const createTestPool = (threads: number, entry = new URL('./compute-fixture.ts', import.meta.url)): TestPool => {
  const pool = createComputePool({ threads, entry });
  return { run: pool.run as unknown as TestPool['run'], close: pool.close };
};
