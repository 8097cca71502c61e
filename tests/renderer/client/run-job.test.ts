import { describe, expect, it } from 'vitest';
import { runJob } from '../../../src/renderer/client/run-job.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { JobEvent } from '../../../src/shared/model/job.ts';

const event = (fraction: number): JobEvent => ({ jobId: 'j1', stage: 'reading', fraction });

async function* events(fractions: readonly number[]): AsyncGenerator<JobEvent, string> {
  for (const fraction of fractions) {
    await Promise.resolve();
    yield event(fraction);
  }
  return 'done';
}

describe('runJob', () => {
  it('hands on the result, and fractions that never fall', async () => {
    const seen: number[] = [];
    const result = await runJob(async () => events([0, 0.5, 0.3, 0.9]), {
      onProgress: ({ fraction }) => seen.push(fraction),
    });
    expect(result).toBe('done');
    expect(seen).toEqual([0, 0.5, 0.5, 0.9]);
  });

  it('cancels by the job’s id and ends with the job’s own word', async () => {
    const stop = new AbortController();
    const cancelled: string[] = [];
    async function* untilCancelled(): AsyncGenerator<JobEvent, string> {
      for (;;) {
        if (cancelled.length > 0) throw new AppError('cancelled');
        yield event(0.1);
        await new Promise((resolve) => setTimeout(resolve, 1));
      }
    }
    const running = runJob(async () => untilCancelled(), {
      signal: stop.signal,
      onProgress: () => stop.abort(),
      cancel: async (jobId) => cancelled.push(jobId),
    });
    await expect(running).rejects.toMatchObject({ code: 'cancelled' });
    expect(cancelled).toEqual(['j1']);
  });

  it('asks for the cancel once the id is known, when it was wished for before', async () => {
    const stop = new AbortController();
    const cancelled: string[] = [];
    const running = runJob(
      async () => {
        stop.abort();
        return events([0, 1]);
      },
      { signal: stop.signal, cancel: async (jobId) => cancelled.push(jobId) },
    );
    // The job was past stopping: its result stands.
    await expect(running).resolves.toBe('done');
    expect(cancelled).toEqual(['j1']);
  });

  it('starts nothing that was cancelled before', async () => {
    let started = false;
    const call = async () => {
      started = true;
      return events([]);
    };
    await expect(runJob(call, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    expect(started).toBe(false);
  });

  it('turns whatever is thrown into an error with a sentence', async () => {
    const call = async (): Promise<AsyncGenerator<JobEvent, string>> => {
      throw new TypeError('Failed to fetch');
    };
    await expect(runJob(call)).rejects.toMatchObject({ code: 'internal' });
  });
});
