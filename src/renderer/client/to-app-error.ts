import { ORPCError } from '@orpc/client';
import { AppError, type ErrorDetails, isAppError, isErrorCode } from '../../shared/errors.ts';

const isDetails = (value: unknown): value is ErrorDetails =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

/** `{code, details}` as the host writes it, in an RPC error's data and in the answers of the binary routes. */
const fromWire = (wire: unknown): AppError | null => {
  if (typeof wire !== 'object' || wire === null || !('code' in wire) || !isErrorCode(wire.code)) return null;
  return new AppError(wire.code, 'details' in wire && isDetails(wire.details) ? wire.details : {});
};

const hasStopped = (error: Error): boolean =>
  error.name === 'AbortError' || error.message.includes('[AsyncIdQueue]') || error.message.includes('aborted');

/** The reference of an error that says that nobody answers; words has a sentence of its own for it. */
export const hostGone = 'hostGone';
/** How Chromium, Firefox and Safari say it. */
const reachesNobody = /failed to fetch|networkerror|load failed/i;

/** Whatever a call threw as an error with a sentence; a fetch that reaches nobody is `hostGone`’s sentence, see words. */
export const toAppError = (error: unknown): AppError => {
  if (isAppError(error)) return error;
  if (error instanceof ORPCError)
    return fromWire(error.data) ?? new AppError('internal', { reference: error.code }, error);
  if (error instanceof Error && hasStopped(error)) return new AppError('cancelled', {}, error);
  if (error instanceof TypeError && reachesNobody.test(error.message))
    return new AppError('internal', { reference: hostGone }, error);
  return new AppError('internal', { reference: error instanceof Error ? error.name : 'unknown' }, error);
};

/** The error in the answer of a binary route. */
export const errorOfAnswer = async (answer: Response, what: string): Promise<AppError> => {
  const body: unknown = await answer.json().catch(() => null);
  const inner =
    typeof body === 'object' && body !== null
      ? 'error' in body
        ? body.error
        : 'json' in body
          ? body.json
          : null
      : null;
  const data = typeof inner === 'object' && inner !== null && 'data' in inner ? inner.data : inner;
  return fromWire(data) ?? new AppError('internal', { reference: `${what} ${answer.status}` });
};
