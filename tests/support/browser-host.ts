import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'out/main/cli.js');
/** Preloaded where pictures are compared: the calendar stands still. */
export const fixedDay = join(import.meta.dirname, 'fixed-day.mjs');

export interface RunningHost {
  /** With the one-time token. */
  readonly url: string;
  readonly origin: string;
  /** Its home: settings and projects go in here. */
  readonly home: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** The built browser host as a person starts it, in a home of its own that goes with it. */
export const startHost = async (...words: string[]): Promise<RunningHost> => {
  const home = mkdtempSync(join(tmpdir(), 'tessera-home-'));
  const host = await startHostIn(home, ...words);
  const stop = async () => {
    await host.stop();
    rmSync(home, { recursive: true, force: true });
  };
  return { ...host, stop };
};

/** Somebody who has seen the guided tour, unless the home says otherwise. */
const settle = (home: string): void => {
  const folder = process.platform === 'linux' ? join(home, 'config', 'tessera') : null;
  if (folder === null || existsSync(join(folder, 'preferences.json'))) return;
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'preferences.json'), JSON.stringify({ tourSeen: true }));
};

/** The same in a home that stays. Words for Node itself (`--import=…`, `--inspect=…`) come before those for Tessera. */
export const startHostIn = async (home: string, ...words: string[]): Promise<RunningHost> => {
  const forNode = words.filter((word) => /^--(import|inspect)=/.test(word));
  if (!existsSync(cli)) throw new Error('Tessera is not built: npm run build.');
  const env = {
    ...process.env,
    HOME: home,
    USERPROFILE: home,
    APPDATA: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
  };
  settle(home);
  const child = spawn(
    process.execPath,
    [...forNode, cli, 'serve', '--no-open', '--json', ...words.slice(forNode.length)],
    {
      cwd: root,
      env,
      stdio: ['ignore', 'pipe', 'pipe'],
    },
  );
  const gone = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  let errors = '';
  child.stderr?.on('data', (data: Buffer) => {
    errors += data;
  });
  const url = await new Promise<string>((resolve, reject) => {
    let text = '';
    child.stdout?.on('data', (data: Buffer) => {
      text += data;
      if (text.includes('\n')) resolve((JSON.parse(text) as { url: string }).url);
    });
    child.once('exit', (code) => reject(new Error(`The host ended with ${code}: ${errors}${text}`)));
  });
  return {
    url,
    origin: new URL(url).origin,
    home,
    process: child,
    stop: async () => {
      child.kill('SIGTERM');
      await gone;
    },
  };
};
