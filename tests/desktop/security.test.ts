import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { desktopChannels as channels } from '../../src/shared/api/desktop-bridge.ts';
import { eventually } from './eventually.ts';
import { type RunningDesktop, removeHome, startDesktop } from './start-desktop.ts';

let desktop: RunningDesktop;
let page: Page;
let violations: string[];

/** Somebody on this computer who would notice being reached. */
const visits: string[] = [];
const other = createServer((request, answer) => {
  visits.push(request.url ?? '');
  answer.setHeader('access-control-allow-origin', '*');
  answer.end('hello');
});
let elsewhere: string;

describe('the desktop window', () => {
  beforeAll(async () => {
    await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
    elsewhere = `http://127.0.0.1:${(other.address() as AddressInfo).port}`;
    desktop = await startDesktop();
    page = await desktop.page();
    violations = [];
    page.on(
      'console',
      (message) => message.text().includes('Content Security Policy') && violations.push(message.text()),
    );
    // A navigation that begins while the page still loads would stop that, refused or not.
    await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();
  });
  afterAll(async () => {
    other.close();
    await desktop.quit();
    removeHome(desktop.home);
  });

  it('is sandboxed, isolated and without Node', async () => {
    const { windows, sandboxed, switches } = await desktop.do('state');
    expect(sandboxed).toBe(true);
    expect(switches['host-resolver-rules']).toBe('MAP * ~NOTFOUND');
    expect(windows[0]?.webPreferences).toMatchObject({
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webviewTag: false,
      webSecurity: true,
      spellcheck: false,
    });
    expect(windows[0]?.contents.webRtc).toBe('disable_non_proxied_udp');
    const seen = await page.evaluate(() =>
      ['require', 'process', 'module', 'Buffer', 'electron', 'ipcRenderer'].filter((name) => name in globalThis),
    );
    expect(seen).toEqual([]);
  });

  it('offers the page named functions and nothing of Electron', async () => {
    const kinds = await page.evaluate(() =>
      Object.entries((globalThis as unknown as { tessera: object }).tessera).map(
        ([name, value]) => `${name}: ${typeof value}`,
      ),
    );
    expect(kinds.sort()).toEqual(
      [
        'chooseFiles',
        'chooseFolder',
        'editText',
        'newWindow',
        'onCommand',
        'pathOf',
        'projectChanged',
        'saveBytes',
        'saveExport',
      ].map((name) => `${name}: function`),
    );
    const outcome = await page.evaluate(() =>
      (globalThis as unknown as { tessera: { saveBytes(name: unknown, bytes: unknown): Promise<unknown> } }).tessera
        .saveBytes(1, 'text')
        .then(
          () => 'done',
          (error: Error) => error.message,
        ),
    );
    expect(outcome).toContain('Error invoking remote method');
    expect((await desktop.do('state')).dialogs).toEqual([]);
  });

  it('goes nowhere else', async () => {
    const address = page.url();
    await page.evaluate((url) => {
      setTimeout(() => window.location.assign(url));
    }, `${elsewhere}/navigated`);
    await eventually(async () =>
      expect((await desktop.do('state')).windows[0]?.contents.navigationsRefused).toEqual([`${elsewhere}/navigated`]),
    );
    expect(page.url()).toBe(address);
    await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();
    expect(visits).toEqual([]);
  });

  it('opens no other window', async () => {
    await page.evaluate((url) => void window.open(url), `${elsewhere}/opened`);
    await page.evaluate((url) => {
      const link = document.createElement('a');
      Object.assign(link, { href: url, target: '_blank' });
      document.body.append(link);
      link.click();
      link.remove();
    }, `${elsewhere}/linked`);
    await eventually(async () => {
      const { popups, windows } = await desktop.do('state');
      expect(windows.map(({ contents }) => contents.windowsAsked)).toEqual([
        [`${elsewhere}/opened`, `${elsewhere}/linked`],
      ]);
      expect(popups).toEqual([]);
    });
    expect(visits).toEqual([]);
  });

  it('may copy to the clipboard, has no other permission and gets none', async () => {
    const states = await page.evaluate(async () => {
      const names = ['geolocation', 'notifications', 'midi', 'clipboard-read'] as PermissionName[];
      return Promise.all(names.map(async (name) => (await navigator.permissions.query({ name })).state));
    });
    expect(states).not.toContain('granted');
    const copies = await page.evaluate(
      async () => (await navigator.permissions.query({ name: 'clipboard-write' as PermissionName })).state,
    );
    expect(copies).toBe('granted');
    expect(await page.evaluate(() => Notification.requestPermission())).not.toBe('granted');
  });

  it('refuses every request to anybody else twice: by the page’s policy and at the session', async () => {
    const before = (await desktop.do('state')).refused.length;
    const ask = (url: string) =>
      page.evaluate(
        (to) =>
          fetch(to, { method: 'POST', body: 'secret' }).then(
            () => 'answered',
            () => 'refused',
          ),
        url,
      );
    expect(await ask(`${elsewhere}/fetched`)).toBe('refused');
    expect(violations.join('\n')).toContain('connect-src');
    // The policy stopped that one already; without it the session does.
    const session = await page.context().newCDPSession(page);
    await session.send('Page.setBypassCSP', { enabled: true });
    await page.reload();
    await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();
    expect(await ask(`${elsewhere}/fetched`)).toBe('refused');
    expect(await ask('https://example.com/collect')).toBe('refused');
    await page.evaluate((url) => navigator.sendBeacon(url, 'secret'), `${elsewhere}/beacon`);
    await page.evaluate((url) => {
      const image = new Image();
      image.src = url;
    }, `${elsewhere}/image.png`);
    await eventually(async () => {
      const { refused, left } = await desktop.do('state');
      expect(refused.slice(before).sort()).toEqual(
        [`${elsewhere}/beacon`, `${elsewhere}/fetched`, `${elsewhere}/image.png`, 'https://example.com/collect'].sort(),
      );
      expect(left).toEqual([]);
    });
    expect(visits).toEqual([]);
    await page.getByText('Sent to the internet: 0 bytes').waitFor();
    await session.send('Page.setBypassCSP', { enabled: false });
    await session.detach();
    await page.reload();
  });

  it('answers only its own page', async () => {
    const ask = (frame: { url: string; top: boolean } | null) =>
      desktop.do('invokeAs', frame, channels.projectChanged, []);
    for (const frame of [
      { url: 'https://evil.example/', top: true },
      { url: 'tessera://app.evil/', top: true },
      { url: 'tessera://app@evil/', top: true },
      { url: 'tessera://evil/app', top: true },
      { url: 'about:blank', top: true },
      { url: 'file:///tessera/app', top: true },
      { url: 'tessera://app/', top: false },
      null,
    ])
      expect(await ask(frame), JSON.stringify(frame)).toMatchObject({ error: expect.stringContaining('own page') });
    expect(await ask({ url: 'tessera://app/#/segments', top: true })).toMatchObject({ value: { $: 'undefined' } });
  });

  it('serves no file outside the app, and nothing to another origin', async () => {
    const statuses = await page.evaluate(async () => {
      const paths = [
        '/..%2f..%2fpackage.json',
        '/%2e%2e/main/desktop.js',
        '/assets/..%2f..%2fpreload%2fpreload.cjs',
        '/%2fetc/passwd',
      ];
      return Promise.all(paths.map(async (path) => (await fetch(path)).status));
    });
    expect(statuses).toEqual([404, 404, 404, 404]);
    const { origin } = new URL(page.url());
    const foreign = await fetch(`${origin}/rpc/host/info`, {
      method: 'POST',
      body: '{}',
      headers: { origin: 'https://evil.example' },
    });
    expect(foreign.status).toBe(403);
  });

  it('draws without a violation of its own policy', async () => {
    violations.length = 0;
    await page.reload();
    await page.getByRole('button', { name: 'Try the sample shop' }).waitFor();
    expect(violations).toEqual([]);
  });
});
