import type { AppError } from '../../../shared/errors.ts';
import { sayError } from '../../../shared/words/say.ts';
import { toRpcError } from '../../workers/wire-error.ts';

/** A sentence for whoever looks. */
export const plainAnswer = (status: number, text: string): Response =>
  new Response(text, { status, headers: { 'content-type': 'text/plain; charset=utf-8' } });

/** An error of the binary routes. */
export const errorAnswer = (error: AppError, status: number): Response =>
  Response.json({ error: { code: error.code, message: sayError(error), details: error.details } }, { status });

/** An error of the contract, as the RPC client reads it. */
export const rpcErrorAnswer = (error: AppError, status: number): Response =>
  Response.json({ json: toRpcError(error).toJSON() }, { status });
