import { running } from './app.ts';
import { handlers } from './chromium.ts';
import { onlyKeys, strict } from './strict.ts';

interface Scheme {
  readonly scheme: string;
  readonly privileges: Readonly<Record<string, boolean>>;
}

let registered: readonly Scheme[] | null = null;

export const protocol = strict('protocol', {
  registerSchemesAsPrivileged: (schemes: readonly Scheme[]) => {
    if (running) throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    if (registered) throw new Error('protocol.registerSchemesAsPrivileged can be called only once');
    for (const { privileges } of schemes)
      onlyKeys('privileges', privileges, ['standard', 'secure', 'supportFetchAPI', 'stream']);
    registered = schemes;
  },
  handle: (scheme: string, handler: (request: Request) => Response | Promise<Response>) => {
    const { standard, secure, supportFetchAPI } = registered?.find((one) => one.scheme === scheme)?.privileges ?? {};
    // Without these the page would have no origin, no storage and no fetch.
    if (!running || !standard || !secure || !supportFetchAPI) throw new Error(`${scheme} is not ready to be handled.`);
    handlers.set(scheme, handler);
  },
});
