import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import { build } from 'vite';
import { serveApp } from '../../src/main/hosts/core/serve-app.ts';
import { type Preferences, usualPreferences } from '../../src/shared/model/preferences.ts';

const root = join(import.meta.dirname, '../..');
const folder = join(root, 'out/gallery');

/** Builds the gallery as the app itself is built, into a folder of its own that no package holds. */
export const buildGallery = async (): Promise<void> => {
  await build({
    configFile: join(root, 'vite.config.ts'),
    root: import.meta.dirname,
    logLevel: 'warn',
    build: { outDir: folder },
  });
};

/** Serves it on this computer, under the policy of the app's own page. */
export const serveGallery = async (
  preferences: Partial<Preferences> = {},
): Promise<{ readonly url: string; stop(): Promise<void> }> => {
  const server = createServer(async (request, response) => {
    const answer = await serveApp(folder, request.url?.split('?')[0] ?? '/', async () => ({
      ...usualPreferences,
      ...preferences,
    }));
    response.writeHead(answer.status, Object.fromEntries(answer.headers));
    if (answer.body === null) response.end();
    else Readable.fromWeb(answer.body as import('node:stream/web').ReadableStream).pipe(response);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    stop: () => new Promise((resolve) => server.close(() => resolve())),
  };
};
