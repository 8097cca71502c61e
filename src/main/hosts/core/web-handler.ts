import { BodyLimitPlugin, RPCHandler } from '@orpc/server/fetch';
import { parseColumnPath, routes } from '../../../shared/api/routes.ts';
import { AppError } from '../../../shared/errors.ts';
import { toAppError, toRpcError } from '../../workers/wire-error.ts';
import { plainAnswer, serveApp } from './serve-app.ts';
import { receiveFile, sendFile } from './serve-files.ts';
import type { Core } from './start-core.ts';

/** A call of the contract is small JSON; files come by PUT. */
const callBytes = 8 * 1024 * 1024;

const coded = (error: AppError, status: number): Response =>
  Response.json({ json: toRpcError(error).toJSON() }, { status, headers: { 'cache-control': 'no-store' } });

/**
 * The whole app as one function from request to answer: the contract, columns, files and the page. The browser host
 * serves it over loopback HTTP, the desktop host through its own scheme; who may ask is theirs to check.
 */
export const createWebHandler = ({ core, rendererFolder }: { readonly core: Core; readonly rendererFolder: string }) => {
  const rpc = new RPCHandler(core.router, {
    plugins: [new BodyLimitPlugin({ maxBodySize: callBytes })],
    clientInterceptors: [
      async ({ next, path }) => {
        try {
          return await next();
        } catch (error) {
          throw toRpcError(toAppError(error, path.join('.')));
        }
      },
    ],
  });

  const column = async (path: string): Promise<Response> => {
    const spec = parseColumnPath(path);
    if (!spec) return plainAnswer(404, 'There is no such column.');
    try {
      const bytes = await core.column(spec);
      return new Response(bytes, { headers: { 'content-type': 'application/octet-stream', 'cache-control': 'no-store' } });
    } catch (error) {
      const known = toAppError(error, 'column');
      return coded(known, known.code === 'notFound' || known.code === 'noProject' ? 404 : 500);
    }
  };

  return async (request: Request): Promise<Response> => {
    const { pathname } = new URL(request.url);
    const { method } = request;
    if (pathname.startsWith(`${routes.rpc}/`)) {
      const { matched, response } = await rpc.handle(request, { prefix: routes.rpc, context: {} });
      return matched ? response : coded(new AppError('unknownMethod', { method: pathname.slice(routes.rpc.length + 1).replaceAll('/', '.') }), 404);
    }
    if (pathname.startsWith(`${routes.columns}/`) && method === 'GET') return column(pathname);
    if (pathname.startsWith(`${routes.files}/`)) {
      const name = decodeURIComponent(pathname.slice(routes.files.length + 1));
      if (method === 'GET') return sendFile(core, name);
      if (method === 'PUT') return receiveFile(core, request, name);
    }
    if (method === 'GET' || method === 'HEAD') return serveApp(rendererFolder, pathname);
    return plainAnswer(405, 'That cannot be done here.');
  };
};
