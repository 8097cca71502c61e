import { afterEach, describe, expect, it, vi } from 'vitest';
import { findTrust, stopBackground, useBackground } from '../../../src/renderer/client/background.ts';
import { AppError } from '../../../src/shared/errors.ts';
import type { JobEvent } from '../../../src/shared/model/job.ts';

type Call = NonNullable<Parameters<typeof findTrust>[2]>;
const event = (fraction: number): JobEvent => ({ jobId: 'j1', stage: 'trusting', fraction });
const checking = () => useBackground.getState().checking;

/** A job that goes on until it is cancelled or let go. */
const openJob = () => {
  let end: (error: AppError | null) => void = () => {};
  const ended = new Promise<AppError | null>((resolve) => {
    end = resolve;
  });
  let calls = 0;
  async function* events(): AsyncGenerator<JobEvent, unknown> {
    yield event(0.1);
    const error = await ended;
    if (error !== null) throw error;
    return {};
  }
  const call = (async () => {
    calls += 1;
    return events();
  }) as unknown as Call;
  const cancel = async () => end(new AppError('cancelled'));
  return { call, cancel, end, calls: () => calls };
};

afterEach(() => {
  stopBackground();
  vi.restoreAllMocks();
});

describe('finding out how repeatable segments are', () => {
  it('says of which run, as long as it goes on', async () => {
    const job = openJob();
    const found = findTrust('/a', 1, job.call, job.cancel);
    expect(checking()).toBe(1);
    job.end(null);
    expect(await found).toBe(true);
    expect(checking()).toBeNull();
  });

  it('fails silently but for the log, and is not tried again', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const job = openJob();
    const found = findTrust('/b', 1, job.call, job.cancel);
    job.end(new AppError('internal', { reference: 'x' }));
    expect(await found).toBe(false);
    expect(warn).toHaveBeenCalledOnce();
    expect(checking()).toBeNull();
    expect(await findTrust('/b', 1, job.call, job.cancel)).toBe(false);
    expect(job.calls()).toBe(1);
  });

  it('ends with the project, without a word, and is done when the project is back', async () => {
    const warn = vi.spyOn(console, 'warn').mockImplementation(() => {});
    const job = openJob();
    const found = findTrust('/c', 1, job.call, job.cancel);
    await vi.waitFor(() => expect(job.calls()).toBe(1));
    await Promise.resolve();
    stopBackground();
    expect(checking()).toBeNull();
    expect(await found).toBe(false);
    expect(warn).not.toHaveBeenCalled();
    const again = openJob();
    const later = findTrust('/c', 1, again.call, again.cancel);
    again.end(null);
    expect(await later).toBe(true);
  });

  it('goes on with one run at a time', async () => {
    const first = openJob();
    const second = openJob();
    const one = findTrust('/d', 1, first.call, first.cancel);
    const other = findTrust('/d', 2, second.call, second.cancel);
    expect(checking()).toBe(2);
    expect(await one).toBe(false);
    expect(checking()).toBe(2);
    second.end(null);
    expect(await other).toBe(true);
    expect(checking()).toBeNull();
  });
});
