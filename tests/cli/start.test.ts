import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/tessera.ts';

const script = join(import.meta.dirname, '../../scripts/start.ts');

let folder: ReturnType<typeof temporaryFolder>;
let child: ChildProcess;
beforeEach(() => {
  folder = temporaryFolder();
  for (const name of ['runtime', 'tmp']) mkdirSync(folder.file(name));
});
afterEach(() => {
  child.kill('SIGKILL');
  folder.remove();
});

/** `npm start` with this in the place of Electron's runtime; none where there is no script. */
const start = (electron: string | null): { said(): string; printed(text: string): Promise<string> } => {
  if (electron !== null) writeFileSync(folder.file('runtime/electron'), `#!/bin/sh\n${electron}\n`, { mode: 0o755 });
  const env = {
    ...process.env,
    ELECTRON_OVERRIDE_DIST_PATH: folder.file('runtime'),
    HOME: folder.path,
    XDG_CONFIG_HOME: folder.path,
    TMPDIR: folder.file('tmp'),
  };
  child = spawn(process.execPath, [script, '--no-open'], { env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  child.stdout!.on('data', (data: Buffer) => {
    said += data;
  });
  return {
    said: () => said,
    printed: async (text) => {
      await expect.poll(() => said, { timeout: 60_000 }).toContain(text);
      return said;
    },
  };
};

const askToEnd = async (): Promise<unknown> => {
  const gone = once(child, 'exit');
  child.kill('SIGINT');
  return (await gone)[0];
};

describe.skipIf(process.platform === 'win32')('npm start', () => {
  it('opens the desktop app where its runtime is', async () => {
    const { said } = start(`echo "$@" > '${folder.file('given.txt')}'; exit 0`);
    expect((await once(child, 'exit'))[0]).toBe(0);
    expect(readFileSync(folder.file('given.txt'), 'utf8').trim()).toBe(
      `${join(import.meta.dirname, '../..')} --no-open`,
    );
    expect(said()).not.toContain('browser');
  });

  it('says in one sentence that there is no runtime, prints the address, and ends as a whole', async () => {
    const { printed } = start(null);
    const said = await printed('token=');
    expect(said.match(/^The desktop window .* in your browser instead\.$/gm)).toHaveLength(1);
    const url = /http:\S+/.exec(said)![0];
    expect((await fetch(url, { redirect: 'manual' })).status).toBe(303);
    expect(await askToEnd()).toBe(0);
    await expect(fetch(url)).rejects.toThrow();
    expect(readdirSync(folder.file('tmp')).filter((name) => name.startsWith('tessera'))).toEqual([]);
  });

  it('goes on in the browser where the runtime does not run', async () => {
    const { printed } = start('echo "no screen" >&2; exit 133');
    expect(await printed('token=')).toContain('which does not start on this machine');
    expect(await askToEnd()).toBe(0);
  });

  it('ends with the desktop app when it is told to', async () => {
    const { said } = start(`trap 'exit 0' INT TERM; touch '${folder.file('runs')}'; while :; do sleep 0.1; done`);
    await expect.poll(() => readdirSync(folder.path), { timeout: 60_000 }).toContain('runs');
    expect(await askToEnd()).toBe(0);
    expect(said()).not.toContain('browser');
  });
});
