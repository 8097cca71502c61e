import { setTimeout as sleep } from 'node:timers/promises';

/** Looks again until it holds; the last failure is the test's. */
export const eventually = async (look: () => Promise<void>, withinMs = 10_000): Promise<void> => {
  const until = Date.now() + withinMs;
  for (;;) {
    try {
      return await look();
    } catch (error) {
      if (Date.now() > until) throw error;
      await sleep(50);
    }
  }
};
