import { randomBytes, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

const cookieName = 'tessera';

const same = (one: string, other: string): boolean => {
  const [a, b] = [Buffer.from(one), Buffer.from(other)];
  return a.length === b.length && timingSafeEqual(a, b);
};

const cookieOf = (request: IncomingMessage, name: string): string | null =>
  (request.headers.cookie ?? '')
    .split(';')
    .map((pair) => pair.trim().split('='))
    .find(([key]) => key === name)?.[1] ?? null;

export type Verdict = { readonly pass: true } | { readonly welcome: string } | { readonly refuse: string };

/**
 * Who may ask. A page elsewhere cannot reach us by a name of its own (Host), cannot act for the person (Origin), and
 * has no session: the token of the first address is good once and is changed for a cookie that scripts cannot read.
 * The cookie carries the port in its name, because browsers share cookies between ports.
 */
export const createGuard = () => {
  const session = randomBytes(32).toString('hex');
  let token: string | null = randomBytes(32).toString('hex');
  const address = { port: 0 };
  const cookie = () => `${cookieName}-${address.port}`;

  const check = (request: IncomingMessage): Verdict => {
    const { host, origin } = request.headers;
    const hosts = [`127.0.0.1:${address.port}`, `localhost:${address.port}`];
    if (!host || !hosts.includes(host)) return { refuse: 'This address is not Tessera’s.' };
    if (origin !== undefined && !hosts.some((one) => origin === `http://${one}`))
      return { refuse: 'Another page may not use Tessera.' };
    const safe = request.method === 'GET' || request.method === 'HEAD';
    if (!safe && origin === undefined) return { refuse: 'A change needs to come from Tessera’s own page.' };
    const site = request.headers['sec-fetch-site'];
    const own = cookieOf(request, cookie());
    if (own !== null && same(own, session)) {
      if (site !== undefined && site !== 'same-origin' && site !== 'none')
        return { refuse: 'Another page may not use Tessera.' };
      // A second click on the first address, by somebody who is already in.
      if (safe && request.url?.startsWith('/?token='))
        return { welcome: `${cookie()}=${session}; HttpOnly; SameSite=Strict; Path=/` };
      return { pass: true };
    }
    const given = safe && request.url?.startsWith('/?token=') ? request.url.slice('/?token='.length) : null;
    if (given !== null && token !== null && same(given, token)) {
      token = null;
      return { welcome: `${cookie()}=${session}; HttpOnly; SameSite=Strict; Path=/` };
    }
    return { refuse: 'Open Tessera with the address that it printed when it started; each address works once.' };
  };
  return { address, token, check };
};
