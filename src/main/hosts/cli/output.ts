import { AppError, isAppError } from '../../../shared/errors.ts';
import { sayError } from '../../../shared/words/say.ts';

/** done · failed · wrong usage */
export const exitCodes = { done: 0, failed: 1, wrongUsage: 2 } as const;

/** Prints the one JSON value of a command, or the sentences that stand for it. */
export const print = (json: boolean, value: unknown, sentences: () => readonly string[]): void => {
  process.stdout.write(json ? `${JSON.stringify(value)}\n` : `${sentences().join('\n')}\n`);
};

/** The error on stdout as JSON, or as a sentence on stderr; sets the exit code. */
export const printError = (json: boolean, error: unknown): void => {
  const known = isAppError(error) ? error : new AppError('internal', { reference: String(error) }, error);
  const sentence = sayError(known);
  if (json) {
    const { code, details } = known;
    process.stdout.write(`${JSON.stringify({ error: { code, message: sentence, details } })}\n`);
  } else process.stderr.write(`${sentence}\n`);
  if (known.code === 'internal' && known.cause !== undefined)
    process.stderr.write(`${known.cause instanceof Error ? known.cause.stack : String(known.cause)}\n`);
  process.exitCode = known.code === 'wrongUsage' ? exitCodes.wrongUsage : exitCodes.failed;
};
