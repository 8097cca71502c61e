import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, describe, expect, it } from 'vitest';
import { createTestPool, type TestPool } from './test-pool.ts';

let pool: TestPool;
const start = (threads = 1, entry?: URL) => {
  pool = createTestPool(threads, entry);
  return pool;
};
afterEach(() => pool.close());

/** Cancels `afterMs` into the task and says how long the task took to say so. */
const cancelled = async (task: string, input: unknown, afterMs: number): Promise<number> => {
  const controller = new AbortController();
  const running = pool.run(task, input, { signal: controller.signal });
  const settled = expect(running).rejects.toMatchObject({ code: 'cancelled' });
  await sleep(afterMs);
  const began = performance.now();
  controller.abort();
  await settled;
  return performance.now() - began;
};

describe('the compute pool', () => {
  it('gives results back and reports fractions that never fall, ending at 1', async () => {
    start();
    const fractions: number[] = [];
    await expect(pool.run('polite', { ms: 200 }, { onProgress: (one) => fractions.push(one) })).resolves.toBe('done');
    expect(fractions).toEqual([...fractions].sort((a, b) => a - b));
    expect(fractions.at(-1)).toBe(1);
    expect(fractions.length).toBeGreaterThan(2);
    expect(fractions.length).toBeLessThan(12);
  });

  it('works on shared memory without a copy', async () => {
    start();
    const data = new Float64Array(new SharedArrayBuffer(8 * 1000)).fill(2);
    await expect(pool.run('sum', data)).resolves.toBe(2000);
    expect(data.length).toBe(1000);
  });

  it('cancels a task that listens, and keeps its thread', { timeout: 60_000 }, async () => {
    start();
    await pool.run('double', 1);
    for (const afterMs of [0, 5, 50, 120]) expect(await cancelled('polite', { ms: 30_000 }, afterMs)).toBeLessThan(200);
    await expect(pool.run('double', 21)).resolves.toBe(42);
  });

  it('cancels foreign code that does not listen, by ending its thread', { timeout: 60_000 }, async () => {
    start();
    await pool.run('double', 1);
    for (const afterMs of [20, 100, 300]) expect(await cancelled('deaf', { rows: 20_000 }, afterMs)).toBeLessThan(200);
    await expect(pool.run('double', 21)).resolves.toBe(42);
  });

  it('gives no task to a thread that is being ended', { timeout: 60_000 }, async () => {
    start();
    await pool.run('double', 1);
    const controller = new AbortController();
    const deaf = pool.run('deaf', { rows: 20_000 }, { signal: controller.signal }).catch((error: unknown) => error);
    const waiting = [1, 2, 3].map((value) => pool.run('double', value));
    await sleep(100);
    controller.abort();
    expect(await deaf).toMatchObject({ code: 'cancelled' });
    await expect(Promise.all(waiting)).resolves.toEqual([2, 4, 6]);
  });

  it('cancels what still waits in the queue, and what was cancelled before it came', async () => {
    start();
    const first = pool.run('polite', { ms: 150 });
    expect(await cancelled('double', 1, 10)).toBeLessThan(50);
    await expect(pool.run('double', 1, { signal: AbortSignal.abort() })).rejects.toMatchObject({ code: 'cancelled' });
    await expect(first).resolves.toBe('done');
  });

  it('rejects the task of a thread that dies, and replaces the thread', async () => {
    start();
    await expect(pool.run('exit')).rejects.toThrow('ended with 3');
    await expect(pool.run('double', 4)).resolves.toBe(8);
  });

  it('turns bugs and results that cannot cross into errors, and goes on', async () => {
    start();
    await expect(pool.run('fail')).rejects.toMatchObject({ code: 'internal' });
    await expect(pool.run('uncloneable')).rejects.toMatchObject({ code: 'internal' });
    await expect(pool.run('constructor')).rejects.toMatchObject({ code: 'internal' });
    await expect(pool.run('double', () => 1)).rejects.toThrow('could not be cloned');
    await expect(pool.run('double', 4)).resolves.toBe(8);
  });

  it('replaces a thread that dies between tasks', async () => {
    start();
    await expect(pool.run('late')).resolves.toBe('fine');
    await sleep(200);
    await expect(pool.run('double', 4)).resolves.toBe(8);
  });

  it('says so where its threads cannot even start, instead of trying for ever', async () => {
    start(2, new URL('./no-such-entry.ts', import.meta.url));
    await expect(pool.run('double', 1)).rejects.toThrow();
    await expect(pool.run('double', 1)).rejects.toThrow();
  });

  it('runs 100 tasks over one signal on two threads and leaves nothing behind', async () => {
    start(2);
    const { signal } = new AbortController();
    let listeners = 0;
    const add = signal.addEventListener.bind(signal);
    const remove = signal.removeEventListener.bind(signal);
    signal.addEventListener = ((...given: Parameters<typeof add>) => {
      listeners += 1;
      add(...given);
    }) as typeof signal.addEventListener;
    signal.removeEventListener = ((...given: Parameters<typeof remove>) => {
      listeners -= 1;
      remove(...given);
    }) as typeof signal.removeEventListener;
    await pool.run('double', 0);
    const threads = process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length;
    const results = await Promise.all(Array.from({ length: 100 }, (_, i) => pool.run('double', i, { signal })));
    expect(results).toEqual(Array.from({ length: 100 }, (_, i) => i * 2));
    expect(listeners).toBe(0);
    expect(process.getActiveResourcesInfo().filter((name) => name === 'MessagePort').length).toBeLessThanOrEqual(
      threads,
    );
  });

  it('cancels everything when it closes', async () => {
    start();
    const running = expect(pool.run('deaf', { rows: 20_000 })).rejects.toMatchObject({ code: 'cancelled' });
    const waiting = expect(pool.run('double', 1)).rejects.toMatchObject({ code: 'cancelled' });
    await sleep(20);
    await pool.close();
    await Promise.all([running, waiting]);
    await expect(pool.run('double', 1)).rejects.toMatchObject({ code: 'cancelled' });
  });
});
