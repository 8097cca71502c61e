import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { type RunningChromium, startChromium } from './chromium.ts';
import { createEvent, StrictEmitter, strict } from './strict.ts';

const home = homedir();
const folders: Readonly<Record<string, string>> = {
  userData: join(home, '.config', 'tessera'),
  documents: join(home, 'Documents'),
};
const lock = join(folders.userData!, 'stand-in.lock');
const letters = join(folders.userData!, 'stand-in-letters');

export const recorded = {
  switches: new Map<string, string | undefined>(),
  sandboxed: false,
  recentDocuments: [] as string[],
  about: {} as object,
  aboutShown: 0,
};

const isRunning = (pid: number): boolean => {
  try {
    process.kill(pid, 0);
    return true;
  } catch {
    return false;
  }
};

export let running: RunningChromium | null = null;
/** Closes every window in turn; filled in by the windows. */
export const closers: { all: () => Promise<boolean> } = { all: async () => true };

class App extends StrictEmitter {
  readonly name = 'tessera';
  readonly isPackaged = (process.argv[1] ?? '').includes('app.asar');
  readonly commandLine = strict('commandLine', {
    appendSwitch: (name: string, value?: string) => {
      if (running) throw new Error('Too late for a switch: Chromium runs.');
      recorded.switches.set(name, value);
    },
  });
  readonly #ready: Promise<void>;
  #quitting = false;
  #holdsLock = false;

  constructor() {
    super(['second-instance', 'open-file', 'activate', 'window-all-closed', 'will-quit', 'web-contents-created']);
    for (const signal of ['SIGTERM', 'SIGINT']) process.once(signal, () => this.quit());
    // The main entry runs to its end first.
    this.#ready = new Promise<void>((ready) => {
      setImmediate(async () => {
        if (this.#quitting) return;
        mkdirSync(folders.userData!, { recursive: true });
        running = await startChromium(join(folders.userData!, 'chromium'), recorded.switches);
        ready();
      });
    });
  }

  whenReady(): Promise<void> {
    return this.#ready;
  }
  getPath(name: string): string {
    const path = folders[name];
    if (path === undefined) throw new Error(`The stand-in has no folder ${name}.`);
    return path;
  }
  getLocale(): string {
    return 'en-GB';
  }
  enableSandbox(): void {
    if (running) throw new Error('enableSandbox comes before ready.');
    recorded.sandboxed = true;
  }
  addRecentDocument(path: string): void {
    recorded.recentDocuments = [path, ...recorded.recentDocuments.filter((one) => one !== path)];
  }
  setAboutPanelOptions(options: object): void {
    recorded.about = options;
  }
  showAboutPanel(): void {
    recorded.aboutShown += 1;
  }

  /** Real between processes: a lock file, and letters that the holder looks for. */
  requestSingleInstanceLock(data: object): boolean {
    mkdirSync(letters, { recursive: true });
    if (existsSync(lock) && isRunning(Number(readFileSync(lock, 'utf8')))) {
      const letter = join(letters, `${process.pid}`);
      writeFileSync(letter, JSON.stringify({ argv: process.argv, folder: process.cwd(), data }));
      renameSync(letter, `${letter}.json`);
      return false;
    }
    writeFileSync(lock, String(process.pid));
    this.#holdsLock = true;
    setInterval(() => {
      for (const name of readdirSync(letters).filter((one) => one.endsWith('.json'))) {
        const letter = JSON.parse(readFileSync(join(letters, name), 'utf8')) as {
          argv: string[];
          folder: string;
          data: object;
        };
        rmSync(join(letters, name));
        this.emit('second-instance', createEvent({}), letter.argv, letter.folder, letter.data);
      }
    }, 50).unref();
    return true;
  }

  quit(): void {
    void this.#quit();
  }
  async #quit(): Promise<void> {
    this.#quitting = true;
    if (!(await closers.all())) {
      this.#quitting = false;
      return;
    }
    const event = createEvent({});
    this.emit('will-quit', event);
    if (!event.defaultPrevented) this.exit(0);
  }
  exit(code: number): void {
    void (async () => {
      await running?.close().catch(() => undefined);
      if (this.#holdsLock) rmSync(lock, { force: true });
      process.exit(code);
    })();
  }
}

export const app = strict('app', new App());
