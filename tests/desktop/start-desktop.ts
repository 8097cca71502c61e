import { type ChildProcess, fork } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Browser, chromium, type Page } from 'playwright-core';
import type { Commands } from './stand-in/control.ts';

const root = join(import.meta.dirname, '../..');
const register = join(import.meta.dirname, 'stand-in/register.mjs');

type Answer<Name extends keyof Commands> = Awaited<ReturnType<Commands[Name]>>;

export interface RunningDesktop {
  readonly home: string;
  /** What a person or the system does. */
  do<Name extends keyof Commands>(name: Name, ...words: Parameters<Commands[Name]>): Promise<Answer<Name>>;
  /** The page of the window, as the real browser shows it. */
  page(at?: number): Promise<Page>;
  /** The same through a new connection, after a crash. */
  freshPage(): Promise<Page>;
  /** Settles with the exit code. */
  readonly exited: Promise<number | null>;
  /** Quits as a person does, and gives back the exit code. */
  quit(): Promise<number | null>;
  errors(): string;
}

interface Options {
  readonly home?: string;
  /** The folder with out/ in it; of a packed app, the archive’s. */
  readonly folder?: string;
  readonly files?: readonly string[];
}

const environment = (home: string): NodeJS.ProcessEnv => {
  const temporary = join(home, 'tmp');
  mkdirSync(temporary, { recursive: true });
  return { ...process.env, HOME: home, USERPROFILE: home, TMPDIR: temporary, TEMP: temporary, TMP: temporary };
};

const launch = (home: string, { folder = root, files = [] }: Options): ChildProcess => {
  const entry = join(folder, 'out/main/desktop.js');
  if (!existsSync(entry)) throw new Error('The desktop is not built: npm run build.');
  return fork(entry, [...files], { cwd: home, env: environment(home), execArgv: ['--import', register], silent: true });
};

/** A second start while one runs: hands its files over and ends. */
export const startAgain = (home: string, files: readonly string[]): Promise<number | null> =>
  new Promise((resolve) => launch(home, { files }).once('exit', resolve));

/** The home of somebody who has seen the guided tour. */
const makeHome = (): string => {
  const home = mkdtempSync(join(tmpdir(), 'tessera-desktop-'));
  const folder = join(home, '.config', 'tessera');
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'preferences.json'), JSON.stringify({ tourSeen: true }));
  return home;
};

/** The built desktop app under the stand-in, in a home of its own. */
export const startDesktop = async (options: Options = {}): Promise<RunningDesktop> => {
  const home = options.home ?? makeHome();
  const child = launch(home, options);
  let errors = '';
  child.stderr?.on('data', (data: Buffer) => {
    errors += data;
  });
  const exited = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const pending = new Map<number, { resolve(value: never): void; reject(error: Error): void }>();
  const debugPort = await new Promise<number>((resolve, reject) => {
    child.on('message', (message: { debugPort?: number; id?: number; result?: unknown; error?: string }) => {
      if (message.debugPort !== undefined) resolve(message.debugPort);
      const waits = pending.get(message.id ?? 0);
      pending.delete(message.id ?? 0);
      if (message.error === undefined) waits?.resolve(message.result as never);
      else waits?.reject(new Error(message.error));
    });
    void exited.then((code) => {
      reject(new Error(`The desktop ended with ${code}: ${errors}`));
      for (const waits of pending.values()) waits.reject(new Error(`The desktop ended with ${code}: ${errors}`));
    });
  });
  let last = 0;
  const run: RunningDesktop['do'] = (name, ...words) => {
    last += 1;
    const id = last;
    return new Promise((resolve, reject) => {
      pending.set(id, { resolve, reject });
      child.send({ id, name, words });
    });
  };
  let browser: Browser | null = null;
  const page = async (at = 0): Promise<Page> => {
    for (;;) {
      // Seen anew: a connection knows the pages that were there, and hears of new ones a little later.
      browser ??= await chromium.connectOverCDP(`http://127.0.0.1:${debugPort}`);
      const shown =
        browser
          .contexts()[0]
          ?.pages()
          .filter((one) => one.url().startsWith('http://127.0.0.1')) ?? [];
      if (shown[at]) return shown[at];
      await new Promise((resolve) => setTimeout(resolve, 50));
    }
  };
  return {
    home,
    do: run,
    page,
    freshPage: async () => {
      await browser?.close();
      browser = null;
      return page();
    },
    exited,
    quit: async () => {
      await browser?.close();
      if (child.connected) await run('quit').catch(() => undefined);
      return exited;
    },
    errors: () => errors,
  };
};

export const removeHome = (home: string): void => rmSync(home, { recursive: true, force: true });
