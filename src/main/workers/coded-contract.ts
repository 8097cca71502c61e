import { implement, ORPCError } from '@orpc/server';
import { contract } from '../../shared/api/contract.ts';
import { AppError } from '../../shared/errors.ts';
import { toAppError, toRpcError } from './wire-error.ts';

/** Called with everything that is a bug, before it is sent as `internal`; gives the reference that people see. */
export type ReportBug = (error: unknown, method: string) => string;

/** An error as it goes over the wire. A bug is reported once, by the thread where it happened. */
export const codeError = (error: unknown, method: string, reportBug: ReportBug) => {
  const known = toAppError(error, method);
  const isNew = known.code === 'internal' && !(error instanceof ORPCError && error.code === 'internal');
  return toRpcError(isNew ? new AppError('internal', { reference: reportBug(error, method) }, error) : known);
};

/** The contract, to be implemented; whatever a method throws is coded, input that does not fit as well. */
export const codedContract = (reportBug: ReportBug) =>
  implement(contract).use(async ({ next, path }) => {
    try {
      return await next();
    } catch (error) {
      throw codeError(error, path.join('.'), reportBug);
    }
  });
