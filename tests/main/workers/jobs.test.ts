import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import type { JobContext } from '../../../src/main/services/services.ts';
import { createJobs } from '../../../src/main/workers/jobs.ts';
import type { JobEvent } from '../../../src/shared/model/job.ts';

/** Work that goes on until it is cancelled. */
const endless = async ({ signal, progress }: JobContext): Promise<never> => {
  for (;;) {
    await sleep(2);
    progress('storing', 0.5);
    if (signal.aborted) throw new Error('stopped half way');
  }
};

const follow = async <Result>(stream: AsyncGenerator<JobEvent, Result>) => {
  const events: JobEvent[] = [];
  for (;;) {
    const step = await stream.next();
    if (step.done) return { events, result: step.value };
    events.push(step.value);
  }
};

describe('a job', () => {
  it('first says its id, never goes back, reports a few times a second, and gives the result', async () => {
    const { events, result } = await follow(
      createJobs().run(async ({ progress }) => {
        for (let i = 0; i < 1000; i++) {
          progress(i < 500 ? 'reading' : 'storing', (i % 250) / 250);
          if (i % 5 === 0) await sleep(1);
        }
        progress('finishing', 7);
        return 42;
      }),
    );
    expect(result).toBe(42);
    expect(events[0]).toMatchObject({ fraction: 0 });
    expect(new Set(events.map(({ jobId }) => jobId)).size).toBe(1);
    const fractions = events.map(({ fraction }) => fraction);
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(Math.max(...fractions)).toBeLessThanOrEqual(1);
    expect(events.length).toBeGreaterThan(3);
    expect(events.length).toBeLessThan(30);
  });

  it('is cancelled by its id, whatever the work then throws', async () => {
    const jobs = createJobs();
    const stream = jobs.run(endless);
    const first = await stream.next();
    expect(jobs.cancel((first.value as JobEvent).jobId)).toBe(true);
    await expect(follow(stream)).rejects.toMatchObject({ code: 'cancelled' });
    expect(jobs.cancel((first.value as JobEvent).jobId)).toBe(false);
  });

  it('is cancelled by the signal of its call, also before it began', async () => {
    const controller = new AbortController();
    const running = expect(follow(createJobs().run(endless, controller.signal))).rejects.toMatchObject({
      code: 'cancelled',
    });
    await sleep(20);
    controller.abort();
    await running;
    await expect(follow(createJobs().run(endless, AbortSignal.abort()))).rejects.toMatchObject({ code: 'cancelled' });
  });

  it('stops when nobody listens any more', async () => {
    const jobs = createJobs();
    let stopped = false;
    const stream = jobs.run(async (job) => {
      await endless(job).catch(() => {
        stopped = true;
      });
    });
    await stream.next();
    await stream.next();
    await stream.return(undefined);
    await expect.poll(() => stopped).toBe(true);
  });

  it('hands on what the work throws at once', async () => {
    const failing = createJobs().run((): never => {
      throw new RangeError('at once');
    });
    await expect(follow(failing)).rejects.toThrow('at once');
  });
});
