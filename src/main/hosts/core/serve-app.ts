import { randomBytes } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize, sep } from 'node:path';
import type { Preferences } from '../../../shared/model/preferences.ts';
import { escapeText } from '../../../shared/report/html/html.ts';
import { plainAnswer } from './answers.ts';
import { pageHeaders } from './headers.ts';

const types: Readonly<Record<string, string>> = {
  '.html': 'text/html; charset=utf-8',
  '.js': 'text/javascript; charset=utf-8',
  '.css': 'text/css; charset=utf-8',
  '.svg': 'image/svg+xml',
  '.png': 'image/png',
  '.ico': 'image/x-icon',
  '.woff2': 'font/woff2',
  '.wasm': 'application/wasm',
  '.json': 'application/json',
};

const page = '/index.html';

/**
 * A file of the built app. Only files below the folder and of a known type; index.html gets a nonce of its own in place
 * of `__CSP_NONCE__`, the same as in its policy, and how the person likes the app in place of `__PREFERENCES__`, so that
 * it never shows in other colours or another language first.
 * @param folder absolute
 * @param pathname of the address, still escaped
 */
export const serveApp = async (
  folder: string,
  pathname: string,
  preferences: () => Promise<Preferences>,
): Promise<Response> => {
  const asked = pathname === '/' ? page : decodeURIComponent(pathname);
  const path = normalize(join(folder, asked));
  const type = types[extname(path)];
  if (!path.startsWith(folder + sep) || type === undefined || asked.includes('\0'))
    return plainAnswer(404, 'There is no such page.');
  let content: Buffer;
  try {
    content = await readFile(path);
  } catch {
    return plainAnswer(404, asked === page ? 'Tessera is not built yet: npm run build.' : 'There is no such page.');
  }
  const known = asked === page ? await preferences() : null;
  const nonce = randomBytes(16).toString('base64');
  const body =
    asked === page
      ? content
          .toString('utf8')
          .replaceAll('__CSP_NONCE__', nonce)
          .replace('__PREFERENCES__', () => escapeText(JSON.stringify(known)))
      : new Uint8Array(content);
  const cache = asked.startsWith('/assets/') ? 'public, max-age=31536000, immutable' : 'no-store';
  return new Response(body, { headers: { ...pageHeaders(nonce), 'content-type': type, 'cache-control': cache } });
};
