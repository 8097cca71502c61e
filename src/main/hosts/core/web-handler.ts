import { resolve } from 'node:path';
import { BodyLimitPlugin, RPCHandler } from '@orpc/server/fetch';
import { parseColumnPath, routes } from '../../../shared/api/routes.ts';
import { AppError } from '../../../shared/errors.ts';
import { readPreferences } from '../../services/preferences.ts';
import { createLocalLog } from '../../workers/local-log.ts';
import { toAppError, toRpcError } from '../../workers/wire-error.ts';
import { errorAnswer, plainAnswer, rpcErrorAnswer } from './answers.ts';
import { secured } from './headers.ts';
import { serveApp } from './serve-app.ts';
import { receiveFile, sendFile } from './serve-files.ts';
import type { Core } from './start-core.ts';

/** A call of the contract is small JSON; files come by PUT. */
const callBytes = 8 * 1024 * 1024;

const methodOf = (pathname: string): string => pathname.slice(routes.rpc.length + 1).replaceAll('/', '.');

const createRpc = ({ router }: Core) => {
  const handler = new RPCHandler(router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: callBytes })],
    interceptors: [
      async ({ next, request }) => {
        try {
          return await next();
        } catch (error) {
          // What is thrown before a method is reached: a body that is no JSON, or too long.
          throw toRpcError(toAppError(error, methodOf(request.url.pathname)));
        }
      },
    ],
  });
  return async (request: Request, pathname: string): Promise<Response> => {
    const method = methodOf(pathname);
    if (Number(request.headers.get('content-length') ?? 0) > callBytes)
      return rpcErrorAnswer(new AppError('badInput', { method, problem: 'it is too long' }), 413);
    const { matched, response } = await handler.handle(request, { prefix: routes.rpc, context: {} });
    return matched ? response : rpcErrorAnswer(new AppError('unknownMethod', { method }), 404);
  };
};

const sendColumn = async (core: Core, pathname: string): Promise<Response> => {
  const spec = parseColumnPath(pathname);
  if (!spec) return plainAnswer(404, 'There is no such column.');
  try {
    return new Response(await core.column(spec), { headers: { 'content-type': 'application/octet-stream' } });
  } catch (error) {
    const known = toAppError(error, 'column');
    return errorAnswer(known, known.code === 'internal' ? 500 : 404);
  }
};

/**
 * The whole app as one function from request to answer: the contract, columns, files and the page. The browser host
 * serves it over loopback HTTP, the desktop host through its own scheme; who may ask is theirs to check. It never
 * throws.
 */
export const createWebHandler = ({
  core,
  rendererFolder,
}: {
  readonly core: Core;
  readonly rendererFolder: string;
}) => {
  const rpc = createRpc(core);
  const folder = resolve(rendererFolder);
  const log = createLocalLog(core.paths.userData, 'host');

  const answer = async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const { method } = request;
    if (pathname.startsWith(`${routes.rpc}/`)) return rpc(request, pathname);
    if (pathname.startsWith(`${routes.columns}/`) && method === 'GET') return sendColumn(core, pathname);
    if (pathname.startsWith(`${routes.files}/`)) {
      const name = decodeURIComponent(pathname.slice(routes.files.length + 1));
      if (method === 'GET') return sendFile(core, name);
      if (method === 'PUT') return receiveFile(core, request, name);
    }
    if (method === 'GET' || method === 'HEAD')
      return serveApp(folder, pathname, () => readPreferences(core.paths.userData));
    return plainAnswer(405, 'That cannot be done here.');
  };

  return async (request: Request): Promise<Response> => {
    try {
      return secured(await answer(request));
    } catch (error) {
      // An address with a broken escape.
      if (error instanceof URIError) return secured(plainAnswer(400, 'This address is not written right.'));
      return secured(errorAnswer(new AppError('internal', { reference: log(error, request.method) }), 500));
    }
  };
};
