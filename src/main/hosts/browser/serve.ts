import { mkdirSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { isAppError } from '../../../shared/errors.ts';
import { sayError } from '../../../shared/words/say.ts';
import { toAppError } from '../../workers/wire-error.ts';
import { defaultPaths } from '../core/default-paths.ts';
import { startBrowserHost } from './start-browser-host.ts';

/** The browser host by itself, as `npm start` and development use it. */
const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    port: { type: 'string', default: '0' },
    open: { type: 'boolean', default: false },
    renderer: { type: 'string' },
    'user-data': { type: 'string' },
  },
});
const paths = defaultPaths();
const home = values['user-data'] === undefined ? null : resolve(values['user-data']);
if (home) mkdirSync(home, { recursive: true });
try {
  const host = await startBrowserHost({
    port: Number(values.port),
    open: values.open,
    paths: home ? { ...paths, userData: home, documents: home } : paths,
    ...(values.renderer ? { rendererFolder: values.renderer } : {}),
    ...(positionals[0] ? { project: positionals[0] } : {}),
  });
  console.log(`Tessera is at ${host.url}`);
  await host.closed;
} catch (error) {
  console.error(sayError(toAppError(error)));
  if (!isAppError(error)) console.error(error);
  process.exitCode = 1;
}
