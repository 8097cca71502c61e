import { app, closers, running } from './app.ts';
import { origins } from './chromium.ts';
import { createEvent, onlyKeys, StrictEmitter, strict } from './strict.ts';
import { createContents, type WebContents } from './web-contents.ts';

interface Bounds {
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}
interface Options extends Partial<Bounds> {
  readonly webPreferences: { readonly preload: string } & Readonly<Record<string, unknown>>;
  readonly title?: string;
}

const knownOptions = [
  'x',
  'y',
  'width',
  'height',
  'minWidth',
  'minHeight',
  'show',
  'title',
  'backgroundColor',
  'icon',
  'webPreferences',
];
const knownPreferences = [
  ...['sandbox', 'contextIsolation', 'nodeIntegration', 'nodeIntegrationInWorker', 'nodeIntegrationInSubFrames'],
  ...['webviewTag', 'webSecurity', 'allowRunningInsecureContent', 'experimentalFeatures', 'navigateOnDragDrop'],
  ...['spellcheck', 'devTools', 'preload'],
];

/** The ones that are open, as the app holds them. */
const windows: { readonly outer: BrowserWindow; readonly inner: BrowserWindow }[] = [];
let focused: BrowserWindow | null = null;

export class BrowserWindow extends StrictEmitter {
  readonly webContents: WebContents;
  readonly contents: WebContents;
  readonly options: Options;
  readonly record = { visible: false, maximized: false, minimized: false };
  #destroyed = false;
  readonly #outer: BrowserWindow;
  #bounds: Bounds;

  constructor(options: Options) {
    super(['ready-to-show', 'close', 'closed']);
    if (!running) throw new Error('Cannot create BrowserWindow before app is ready');
    onlyKeys('BrowserWindow', options, knownOptions);
    onlyKeys('webPreferences', options.webPreferences, knownPreferences);
    this.options = options;
    this.#bounds = {
      x: options.x ?? 60,
      y: options.y ?? 40,
      width: options.width ?? 800,
      height: options.height ?? 600,
    };
    this.#outer = strict('BrowserWindow', this);
    windows.push({ outer: this.#outer, inner: this });
    this.contents = createContents(options.webPreferences.preload, this.#bounds);
    this.webContents = this.contents.outer;
    // biome-ignore lint/correctness/noConstructorReturn: the app must never hold the unguarded object
    return this.#outer;
  }

  static getAllWindows(): BrowserWindow[] {
    return windows.map(({ outer }) => outer);
  }
  static getFocusedWindow(): BrowserWindow | null {
    return focused;
  }
  static fromWebContents(contents: WebContents): BrowserWindow | null {
    return windows.find(({ outer }) => outer.webContents === contents)?.outer ?? null;
  }

  async loadURL(url: string): Promise<void> {
    if (origins.inner === '') origins.inner = new URL(url).href.slice(0, -new URL(url).pathname.length);
    await this.contents.load(url);
    this.emit('ready-to-show');
  }
  show(): void {
    this.record.visible = true;
    this.focus();
  }
  focus(): void {
    focused = this.#outer;
    void this.contents.page.then((page) => page.bringToFront()).catch(() => undefined);
  }
  maximize(): void {
    this.record.maximized = true;
  }
  isMaximized(): boolean {
    return this.record.maximized;
  }
  isMinimized(): boolean {
    return this.record.minimized;
  }
  restore(): void {
    this.record.minimized = false;
  }
  isDestroyed(): boolean {
    return this.#destroyed;
  }
  getNormalBounds(): Bounds {
    return this.#bounds;
  }
  setRepresentedFilename(_path: string): void {}
  moveTo(bounds: Bounds): void {
    this.#bounds = bounds;
  }

  /** False where the app said no. */
  async closeNow(): Promise<boolean> {
    const event = createEvent({});
    this.emit('close', event);
    if (event.defaultPrevented) return false;
    await this.destroy();
    return true;
  }
  close(): void {
    void this.closeNow().then(() => {
      if (windows.length === 0) app.emit('window-all-closed');
    });
  }
  async destroy(): Promise<void> {
    this.#destroyed = true;
    windows.splice(
      windows.findIndex(({ inner }) => inner === this),
      1,
    );
    if (focused === this.#outer) focused = windows[0]?.outer ?? null;
    await (await this.contents.page).close().catch(() => undefined);
    this.emit('closed');
  }
}

closers.all = async () => {
  for (const { inner } of [...windows]) if (!(await inner.closeNow())) return false;
  return true;
};

/** For the test’s questions. */
export const innerWindows = (): BrowserWindow[] => windows.map(({ inner }) => inner);
