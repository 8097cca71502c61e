import { type ChildProcess, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'out/main/cli.js');

export interface RunningHost {
  /** With the one-time token. */
  readonly url: string;
  readonly origin: string;
  /** Its home: settings and projects go in here. */
  readonly home: string;
  readonly process: ChildProcess;
  stop(): Promise<void>;
}

/** The built browser host as a person starts it, in a home of its own. */
export const startHost = async (...words: string[]): Promise<RunningHost> => {
  if (!existsSync(cli)) throw new Error('Tessera is not built: npm run build.');
  const home = mkdtempSync(join(tmpdir(), 'tessera-home-'));
  const env = {
    ...process.env,
    HOME: home,
    USERPROFILE: home,
    APPDATA: home,
    XDG_CONFIG_HOME: join(home, 'config'),
    XDG_DATA_HOME: join(home, 'data'),
  };
  const child = spawn(process.execPath, [cli, 'serve', '--no-open', '--json', ...words], {
    cwd: root,
    env,
    stdio: ['ignore', 'pipe', 'pipe'],
  });
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
      rmSync(home, { recursive: true, force: true });
    },
  };
};
