import { ORPCError } from '@orpc/client';
import * as z from 'zod';
import { AppError, isAppError, isErrorCode } from '../../shared/errors.ts';

/** An error as it crosses threads and sockets. */
export interface WireError {
  readonly code: string;
  readonly details: AppError['details'];
  readonly stack?: string | undefined;
}

const wireSchema = z.object({
  code: z.string(),
  details: z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()])),
});

export const toWire = (error: unknown): WireError => {
  const known = toAppError(error);
  return {
    code: known.code,
    details: known.details,
    stack: known.code === 'internal' && error instanceof Error ? error.stack : undefined,
  };
};

export const fromWire = ({ code, details, stack }: WireError): AppError =>
  isErrorCode(code) ? new AppError(code, details, stack) : new AppError('internal', { reference: code }, stack);

/** True for the ways in which runtimes and the RPC library say that somebody stopped listening. */
const isAbort = (error: unknown): boolean =>
  error instanceof Error &&
  (error.name === 'AbortError' || error.message.includes('[AsyncIdQueue]') || error.message.includes('was aborted'));

const issuesSchema = z.object({
  issues: z.array(z.object({ message: z.string(), path: z.array(z.unknown()).optional() })),
});

/**
 * Whatever was thrown as an AppError: ours as they are, the RPC library's by what they carry, an abort as `cancelled`,
 * anything else as `internal` with the thrown thing as its cause.
 */
export const toAppError = (error: unknown, method = ''): AppError => {
  if (isAppError(error)) return error;
  if (isAbort(error)) return new AppError('cancelled', {}, error);
  if (error instanceof ORPCError) {
    const wire = wireSchema.safeParse(error.data);
    if (wire.success) return fromWire(wire.data);
    if (error.code === 'NOT_FOUND') return new AppError('unknownMethod', { method }, error);
    if (error.code === 'PAYLOAD_TOO_LARGE')
      return new AppError('badInput', { method, problem: 'it is too long' }, error);
    if (error.code === 'BAD_REQUEST') {
      const issues = issuesSchema.safeParse(error.data);
      const first = issues.success ? issues.data.issues[0] : undefined;
      const where = first?.path
        ?.map((one) => String(typeof one === 'object' && one !== null && 'key' in one ? one.key : one))
        .join('.');
      return new AppError(
        'badInput',
        { method, problem: first ? `${where ? `${where}: ` : ''}${first.message}` : 'it has another form' },
        error,
      );
    }
  }
  return new AppError('internal', { reference: method || 'unknown' }, error);
};

/** For the wire of the contract: status 499 for a cancel, 500 for a bug, 422 for the rest. */
export const toRpcError = (error: AppError): ORPCError<string, WireError> =>
  new ORPCError(error.code, {
    status: error.code === 'cancelled' ? 499 : error.code === 'internal' ? 500 : error.code === 'badInput' ? 400 : 422,
    message: error.message,
    data: { code: error.code, details: error.details },
  });
