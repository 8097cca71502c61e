import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { connect } from 'node:net';
import { networkInterfaces, tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type BrowserHost, startBrowserHost } from '../../src/main/hosts/browser/start-browser-host.ts';

interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly body: string;
}

let folder: string;
let host: BrowserHost;
let port: number;
let cookie: string;

/** Node's own client: it sends any Host and Origin, and paths as they are. */
const ask = (path: string, headers: Record<string, string> = {}, method = 'GET', body = ''): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const sent = request({ host: '127.0.0.1', port, path, method, headers }, (answer) => {
      let text = '';
      answer.on('data', (data: Buffer) => {
        text += data;
      });
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: text }));
    });
    sent.on('error', reject);
    sent.end(method === 'GET' ? undefined : body);
  });
const own = () => `http://127.0.0.1:${port}`;
const json = { 'content-type': 'application/json' };

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-guard-'));
  const at = (name: string) => {
    mkdirSync(join(folder, name));
    return join(folder, name);
  };
  const rendererFolder = at('renderer');
  mkdirSync(join(rendererFolder, 'assets'));
  writeFileSync(
    join(rendererFolder, 'index.html'),
    '<!doctype html><style nonce="__CSP_NONCE__">p{}</style><p>Tessera',
  );
  writeFileSync(join(rendererFolder, 'assets', 'app.js'), 'export {};');
  writeFileSync(join(folder, 'secret.html'), 'secret');
  mkdirSync(join(folder, 'renderer-beside'));
  writeFileSync(join(folder, 'renderer-beside', 'secret.html'), 'secret');
  const paths = {
    userData: at('user-data'),
    documents: at('documents'),
    temporary: at('temporary'),
    assets: at('shipped'),
  };
  host = await startBrowserHost({ paths, rendererFolder, computeThreads: 1 });
  port = Number(new URL(host.url).port);
});
afterAll(async () => {
  await host.close();
  rmSync(folder, { recursive: true, force: true });
});

describe('the browser host', () => {
  it('changes the token for a session once', async () => {
    const { pathname, search } = new URL(host.url);
    expect((await ask('/')).status).toBe(403);
    expect((await ask(`/?token=${'0'.repeat(64)}`)).status).toBe(403);
    const welcome = await ask(pathname + search);
    expect(welcome.status).toBe(303);
    expect(welcome.headers.location).toBe('/');
    const set = String(welcome.headers['set-cookie']);
    expect(set).toContain('HttpOnly');
    expect(set).toContain('SameSite=Strict');
    cookie = set.split(';')[0]!;
    expect(cookie).not.toContain(new URL(host.url).searchParams.get('token'));
    expect((await ask(pathname + search)).status).toBe(403);
    expect((await ask('/', { cookie })).status).toBe(200);
  });

  it('answers nothing without the session, whatever the route', async () => {
    for (const [path, method] of [
      ['/', 'GET'],
      ['/assets/app.js', 'GET'],
      ['/rpc/host/info', 'POST'],
      ['/columns/labels/1', 'GET'],
      ['/files/x', 'GET'],
      ['/files/x.csv', 'PUT'],
    ] as const) {
      const answer = await ask(path, { origin: own(), ...json }, method, '{}');
      expect(answer.status, path).toBe(403);
      expect((await ask(path, { origin: own(), cookie: `${cookie}0`, ...json }, method, '{}')).status, path).toBe(403);
    }
  });

  it('answers to its own address only, so that no name leads here', async () => {
    for (const name of [
      'evil.example',
      `evil.example:${port}`,
      '127.0.0.1',
      `127.0.0.1:${port + 1}`,
      `localhost.evil.example:${port}`,
    ])
      expect((await ask('/', { cookie, host: name })).status, name).toBe(403);
    expect((await ask('/', { cookie, host: `localhost:${port}` })).status).toBe(200);
  });

  it('lets no other page act', async () => {
    const post = (headers: Record<string, string>) =>
      ask('/rpc/host/info', { cookie, ...json, ...headers }, 'POST', '{}');
    expect((await post({ origin: own() })).status).toBe(200);
    for (const origin of ['https://evil.example', 'null', `http://127.0.0.1:${port + 1}`, `https://127.0.0.1:${port}`])
      expect((await post({ origin })).status, origin).toBe(403);
    expect((await post({})).status).toBe(403);
    expect((await ask('/', { cookie, origin: 'https://evil.example' })).status).toBe(403);
    expect((await ask('/columns/labels/1', { cookie, 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  it('serves files of the app only', async () => {
    expect((await ask('/assets/app.js', { cookie })).headers['content-type']).toContain('text/javascript');
    for (const path of [
      '/../secret.html',
      '/..%2fsecret.html',
      '/%2e%2e/secret.html',
      '/..%5csecret.html',
      '/assets/..%2f..%2fsecret.html',
      '/..%2frenderer-beside/secret.html',
      '//secret.html',
      '/%00.html',
      '/assets/',
      '/assets',
      '/%2fetc/passwd',
    ]) {
      const answer = await ask(path, { cookie });
      expect(answer.body, path).not.toContain('secret');
      expect([400, 403, 404], path).toContain(answer.status);
    }
    expect((await ask('/%E0%A4%A', { cookie })).status).toBe(400);
    expect((await ask('/', { cookie, origin: own() }, 'DELETE')).status).toBe(405);
  });

  it('keeps a dropped file inside its private folder, whatever its name', async () => {
    for (const name of ['..%2f..%2fsecret.html', '..%5c..%5csecret.html', '%2fetc%2fpasswd']) {
      const answer = await ask(`/files/${name}`, { cookie, origin: own() }, 'PUT', 'dropped');
      const { path } = JSON.parse(answer.body) as { path: string };
      expect(path.startsWith(join(folder, 'temporary', 'dropped'))).toBe(true);
    }
    expect((await ask('/files/..', { cookie, origin: own() }, 'PUT', 'dropped')).status).toBeGreaterThanOrEqual(400);
    expect((await ask('/files/%2e%2e%2f', { cookie, origin: own() }, 'PUT', 'dropped')).status).toBe(400);
  });

  it('refuses a call that is too long, announced or not', async () => {
    const body = JSON.stringify({ json: { name: 'x'.repeat(9 * 1024 * 1024) } });
    const call = (headers: Record<string, string>) =>
      ask('/rpc/project/create', { cookie, origin: own(), ...json, ...headers }, 'POST', body);
    expect((await call({ 'content-length': String(body.length) })).status).toBe(413);
    const unannounced = await call({ 'transfer-encoding': 'chunked' });
    expect(unannounced.status).toBeGreaterThanOrEqual(400);
    expect(unannounced.body).toContain('badInput');
  });

  it('tells the page to load from here only, with a nonce of its own every time', async () => {
    const page = await ask('/', { cookie });
    const policy = String(page.headers['content-security-policy']);
    const nonce = /'nonce-([^']+)'/.exec(policy)?.[1];
    expect(nonce).toBeTruthy();
    expect(page.body).toContain(`nonce="${nonce}"`);
    expect(policy).toContain("default-src 'none'");
    expect(policy).toContain("connect-src 'self'");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/unsafe|https?:|\*/);
    expect(String((await ask('/', { cookie })).headers['content-security-policy'])).not.toContain(nonce);
  });

  it('marks every answer, refusals and errors too', async () => {
    const answers = [
      await ask('/', { cookie }),
      await ask('/'),
      await ask('/none.html', { cookie }),
      await ask('/assets/app.js', { cookie }),
      await ask('/rpc/host/info', { cookie, origin: own(), ...json }, 'POST', '{}'),
      await ask('/rpc/none', { cookie, origin: own(), ...json }, 'POST', '{}'),
      await ask('/columns/labels/1', { cookie }),
    ];
    for (const { headers } of answers) {
      expect(headers['x-content-type-options']).toBe('nosniff');
      expect(headers['referrer-policy']).toBe('no-referrer');
      expect(headers['cross-origin-resource-policy']).toBe('same-origin');
      expect(headers['content-security-policy']).toContain("default-src 'none'");
      expect(headers['access-control-allow-origin']).toBeUndefined();
    }
  });

  it('cannot be reached from another computer', async () => {
    const outside = Object.values(networkInterfaces())
      .flatMap((list) => list ?? [])
      .find(({ internal, family }) => !internal && family === 'IPv4')?.address;
    for (const address of [outside, '127.0.0.2'].filter((one) => one !== undefined)) {
      const outcome = await new Promise<string>((resolve) => {
        const socket = connect(port, address, () => resolve('connected'));
        socket.on('error', (error: NodeJS.ErrnoException) => resolve(error.code ?? 'failed'));
        socket.setTimeout(2_000, () => resolve('timeout'));
        socket.on('close', () => socket.destroy());
      });
      expect(outcome, address).not.toBe('connected');
    }
  });
});
