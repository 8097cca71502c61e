import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * The log of bugs, on this computer only: one entry a bug with its stack, never a customer's data on purpose.
 * @returns a function that writes an entry and gives its reference
 */
export const createLocalLog = (userData: string, thread: string) => {
  let count = 0;
  return (error: unknown, method: string): string => {
    const reference = `${thread}-${Date.now().toString(36)}-${++count}`;
    const stacks: string[] = [];
    for (
      let one: unknown = error;
      one !== undefined && stacks.length < 4;
      one = one instanceof Error ? one.cause : undefined
    )
      stacks.push(one instanceof Error ? (one.stack ?? one.message) : String(one));
    try {
      mkdirSync(userData, { recursive: true });
      appendFileSync(
        join(userData, 'tessera.log'),
        `${new Date().toISOString()} ${reference} ${method}\n${stacks.join('\ncaused by ')}\n\n`,
      );
    } catch {
      // A full disk must not hide the first error behind a second.
    }
    return reference;
  };
};

/** A bug outside any call is written down and the thread goes on: it holds the only connection to the project. */
export const surviveBugs = (log: ReturnType<typeof createLocalLog>): void => {
  process.on('uncaughtException', (error) => log(error, 'thread'));
  process.on('unhandledRejection', (error) => log(error, 'thread'));
};
