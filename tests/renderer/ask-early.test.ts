import { createORPCClient } from '@orpc/client';
import { RPCLink } from '@orpc/client/fetch';
import { afterEach, expect, it, vi } from 'vitest';
import type { Api } from '../../src/renderer/client/api.ts';
import { routes } from '../../src/shared/api/routes.ts';

const origin = 'http://127.0.0.1:1';
afterEach(() => vi.unstubAllGlobals());

/** What was asked of the host: by what verb, where, and with what. */
interface Asked {
  readonly verb: string;
  readonly path: string;
  readonly body: unknown;
}
const open = { json: { name: 'A shop' } };
const asking = (asked: Asked[]) => async (given: string | URL | Request, init?: RequestInit) => {
  const request = new Request(given instanceof Request ? given : new URL(given, origin), init);
  const { pathname: path } = new URL(request.url);
  asked.push({ verb: request.method, path, body: JSON.parse((await request.text()) || '{}') });
  return Response.json(open);
};

it('what is asked before the app is there is what the app asks by the contract', async () => {
  const early: Asked[] = [];
  vi.stubGlobal('fetch', asking(early));
  await import('../../src/renderer/ask-early.ts');
  const { tesseraEarlyAnswers: answers } = globalThis as unknown as {
    tesseraEarlyAnswers: Map<string, Promise<Response | null>>;
  };
  expect(await Promise.all(answers.values())).not.toContain(null);

  const later: Asked[] = [];
  const client: Api = createORPCClient(new RPCLink({ url: `${origin}${routes.rpc}`, fetch: asking(later) }));
  await client.project.info();
  await client.segmentation.get({});
  expect(early).toEqual(later);
  // Under these the app looks for the answers.
  expect([...answers.keys()]).toEqual(later.map(({ path }) => path));
});
