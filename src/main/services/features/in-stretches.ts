import type { JobContext } from '../services.ts';
import { breathe } from '../session.ts';

/** How long a stretch of counting may last before a cancel is heard. */
const stretchMs = 10;
const stepsBetweenLooks = 16;

/**
 * Does `count` pieces of work one by one, and lets a cancel be heard in between.
 * @throws AppError `cancelled`
 */
export const inStretches = async (
  count: number,
  work: (at: number) => void,
  job: Pick<JobContext, 'signal'>,
): Promise<void> => {
  let began = performance.now();
  for (let at = 0; at < count; at += 1) {
    work(at);
    if (at % stepsBetweenLooks !== 0 || performance.now() - began < stretchMs) continue;
    await breathe(job);
    began = performance.now();
  }
};
