import { randomUUID } from 'node:crypto';
import type { CDPSession, Frame, Page, Route } from 'playwright-core';
import { appPage } from '../../../src/main/hosts/desktop/scheme.ts';
import { app, running } from './app.ts';
import { toInner, toOuter } from './chromium.ts';
import { invoke } from './ipc.ts';
import { applyPermissions, detailsOf, offerDownload, passes, sends } from './session.ts';
import { createEvent, StrictEmitter, strict } from './strict.ts';
import { toWire } from './wire.ts';
import { binding, isolatedWorld, type KnownFile, worldScripts } from './worlds.ts';

type OpenHandler = (details: { url: string; frameName: string }) => { action: 'allow' | 'deny' };

/** From the preload's world: a call, or a window that the page wants. */
interface Message {
  readonly open?: { readonly url: string; readonly name: string };
  readonly id: number;
  readonly channel: string;
  readonly words: unknown;
}

/** What the test says of files on the disk; every page's preload knows them. */
export const knownFiles: KnownFile[] = [];
/** What a page wanted to open in a window of its own, and the app did not refuse. */
export const popups: string[] = [];
const byPage = new Map<Page, WebContents>();
let last = 0;
let prepared: Promise<void> | null = null;

export class WebContents extends StrictEmitter {
  readonly id: number;
  readonly record = { webRtc: 'default', reloads: 0, navigationsRefused: [] as string[], windowsAsked: [] as string[] };
  page: Promise<Page>;
  /** As the app holds it. */
  readonly outer: WebContents;
  #session: CDPSession | null = null;
  #preloadContext = 0;
  #expected: string | null = null;
  #crashed = false;
  readonly #openAgain: () => Promise<Page>;
  #openHandler: OpenHandler = () => ({ action: 'allow' });

  constructor(preload: string, size: { width: number; height: number }) {
    super(['will-navigate', 'will-frame-navigate', 'will-redirect', 'will-attach-webview', 'render-process-gone']);
    last += 1;
    this.id = last;
    this.outer = strict('webContents', this);
    this.#openAgain = () => this.#open(preload, size);
    this.page = this.#openAgain();
  }

  async #open(preload: string, size: { width: number; height: number }): Promise<Page> {
    prepared ??= watchRequests();
    await prepared;
    const page = await running!.context.newPage();
    byPage.set(page, this);
    await page.setViewportSize(size);
    const session = await running!.context.newCDPSession(page);
    this.#session = session;
    session.on('Runtime.executionContextCreated', ({ context }) => {
      if (context.name === isolatedWorld) this.#preloadContext = context.id;
    });
    session.on('Runtime.bindingCalled', ({ name, payload, executionContextId }) => {
      if (name === binding) void this.#asked(page, executionContextId, payload);
    });
    await session.send('Page.enable');
    await session.send('Runtime.enable');
    await session.send('Runtime.addBinding', { name: binding, executionContextName: isolatedWorld });
    const scripts = worldScripts(randomUUID(), preload, knownFiles);
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.page });
    await session.send('Page.addScriptToEvaluateOnNewDocument', { source: scripts.preload, worldName: isolatedWorld });
    page.on('download', (download) => void offerDownload(download));
    page.on('crash', () => this.#gone());
    await applyPermissions(running!.context, this.outer, appPage);
    return page;
  }

  async #asked(page: Page, contextId: number, payload: string): Promise<void> {
    const { open, id, channel, words } = JSON.parse(payload) as Message;
    if (open) return this.#opens(toInner(open.url), open.name);
    const senderFrame = { url: toInner(page.url()), parent: null };
    const result = await invoke(
      channel,
      { sender: this.outer, senderFrame, frameId: 1, processId: 1, type: 'frame' },
      words,
    );
    const expression = `globalThis.__standIn.answer(${id}, ${JSON.stringify(result)})`;
    // The page may be gone by now.
    await this.#session?.send('Runtime.evaluate', { expression, contextId }).catch(() => undefined);
  }

  #gone(): void {
    this.#crashed = true;
    this.emit('render-process-gone', createEvent({}), { reason: 'crashed', exitCode: 1 });
  }

  /** What the app would have let open is told to the test. */
  #opens(url: string, frameName: string): void {
    const { action } = this.#openHandler({ url, frameName });
    this.record.windowsAsked.push(url);
    if (action === 'allow') popups.push(url);
  }

  /** A navigation that the page began itself; the app may refuse it. */
  mayNavigate(url: string, frame: Frame): boolean {
    const isMainFrame = frame.parentFrame() === null;
    if (isMainFrame && url === this.#expected) return true;
    const events = isMainFrame ? ['will-navigate', 'will-frame-navigate'] : ['will-frame-navigate'];
    for (const name of events) {
      const event = createEvent({ url, isMainFrame });
      this.emit(name, event);
      if (!event.defaultPrevented) continue;
      this.record.navigationsRefused.push(url);
      return false;
    }
    return true;
  }

  async load(url: string): Promise<void> {
    const page = await this.page;
    this.#expected = url;
    await page.goto(toOuter(url), { waitUntil: 'domcontentloaded' });
  }
  setWindowOpenHandler(handler: OpenHandler): void {
    this.#openHandler = handler;
  }
  setWebRTCIPHandlingPolicy(policy: string): void {
    this.record.webRtc = policy;
  }
  send(channel: string, ...words: unknown[]): void {
    const expression = `globalThis.__standIn.message(${JSON.stringify(channel)}, ${toWire(words)})`;
    void this.#session
      ?.send('Runtime.evaluate', { expression, contextId: this.#preloadContext })
      .catch(() => undefined);
  }
  know(files: readonly KnownFile[]): Promise<unknown> {
    const expression = `globalThis.__standIn.know(${JSON.stringify(files)})`;
    return this.#session!.send('Runtime.evaluate', { expression, contextId: this.#preloadContext });
  }
  reload(): void {
    this.record.reloads += 1;
    if (this.#crashed) void this.#revive();
    else void this.#session?.send('Page.reload').catch(() => undefined);
  }
  /** Electron starts a new process for the same window; here that is a new page. */
  async #revive(): Promise<void> {
    const dead = await this.page;
    this.#crashed = false;
    this.page = this.#openAgain();
    await dead.close().catch(() => undefined);
    await this.load(this.#expected!);
  }
  /** It never answers: who would? */
  crash(): void {
    void this.#session?.send('Page.crash').catch(() => undefined);
  }
  undo(): void {
    void this.page.then((page) => page.evaluate(() => document.execCommand('undo')));
  }
  redo(): void {
    void this.page.then((page) => page.evaluate(() => document.execCommand('redo')));
  }
}

/** Every request of every page comes through here, as through Electron's session. */
const watchRequests = async (): Promise<void> => {
  const { context } = running!;
  const frameOf = (route: Route): Frame | null => {
    try {
      return route.request().frame();
    } catch {
      return null;
    }
  };
  await context.route('**/*', async (route) => {
    const request = route.request();
    const frame = frameOf(route);
    const contents = frame && byPage.get(frame.page());
    if (!contents) return route.abort('blockedbyclient');
    const details = detailsOf(request);
    if (request.isNavigationRequest() && !contents.mayNavigate(details.url, frame)) return route.abort('aborted');
    if (!(await passes(details))) return route.abort('blockedbyclient');
    if (toOuter(details.url) !== details.url) return route.continue();
    sends(details);
    return route.abort('internetdisconnected');
  });
};

/** The app is told of each as Electron does: before its page is loaded. */
export const createContents = (preload: string, size: { width: number; height: number }): WebContents => {
  const contents = new WebContents(preload, size);
  app.emit('web-contents-created', createEvent({}), contents.outer);
  return contents;
};
