import { setTimeout } from 'node:timers/promises';
import { AppError } from '../../shared/errors.ts';
import type { JobContext } from './services.ts';
import { breathe, type Session } from './session.ts';

/** Between two looks whether somebody else's job is over. */
const lookEveryMs = 50;

/**
 * Runs as soon as no other job writes.
 * @throws AppError `cancelled`
 */
export const inTurn = async <Result>(
  session: Session,
  name: string,
  job: JobContext,
  work: () => Result,
): Promise<Result> => {
  for (;;) {
    try {
      return await session.exclusive(name, work);
    } catch (error) {
      if (!(error instanceof AppError && error.code === 'busy')) throw error;
    }
    await setTimeout(lookEveryMs);
    await breathe(job);
  }
};
