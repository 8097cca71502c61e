import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const main = join(import.meta.dirname, '../../../src/main/hosts/browser/main.ts');
let folder: string;
let child: ChildProcess;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tessera-life-'));
});
afterEach(() => {
  child.kill('SIGKILL');
  rmSync(folder, { recursive: true, force: true });
});

const env = () => ({ ...process.env, TMPDIR: folder, HOME: folder });
const words = () => [main, '--user-data', join(folder, 'home'), '--renderer', join(folder, 'no-renderer')];

/** The address that the host prints. */
const printed = async (process: ChildProcess): Promise<string> => {
  let text = '';
  for await (const data of process.stdout!) {
    text += data;
    const url = /http:\S+/.exec(text)?.[0];
    if (url) return url;
  }
  throw new Error(`It printed no address: ${text}`);
};

const answers = (url: string): Promise<boolean> =>
  fetch(new URL('/', url)).then(
    () => true,
    () => false,
  );

describe('the browser host as a process', () => {
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const)
    it(`ends on ${signal} and leaves no temporary files`, async () => {
      child = spawn(process.execPath, words(), { env: env(), stdio: ['ignore', 'pipe', 'inherit'] });
      const url = await printed(child);
      expect(await answers(url)).toBe(true);
      expect(readdirSync(folder).some((name) => name.startsWith('tessera-'))).toBe(true);
      const gone = once(child, 'exit');
      child.kill(signal);
      expect((await gone)[0]).toBe(0);
      expect(readdirSync(folder).filter((name) => name.startsWith('tessera-'))).toEqual([]);
    });

  it('ends in good order when it is told so twice, as by Ctrl-C under npm', async () => {
    child = spawn(process.execPath, words(), { env: env(), stdio: ['ignore', 'pipe', 'inherit'] });
    await printed(child);
    const gone = once(child, 'exit');
    child.kill('SIGINT');
    await sleep(5);
    child.kill('SIGINT');
    expect(await gone).toEqual([0, null]);
    expect(readdirSync(folder).filter((name) => name.startsWith('tessera-'))).toEqual([]);
  });

  it('ends when whoever started it is gone', async () => {
    const starter = `const { spawn } = require('node:child_process');
      spawn(process.execPath, ${JSON.stringify(words())}, { stdio: ['ignore', 'inherit', 'inherit'] });
      setInterval(() => {}, 1000);`;
    child = spawn(process.execPath, ['-e', starter], { env: env(), stdio: ['ignore', 'pipe', 'inherit'] });
    const url = await printed(child);
    child.kill('SIGKILL');
    await expect.poll(() => answers(url), { timeout: 10_000, interval: 200 }).toBe(false);
  });

  it('says that the page is not built, and removes what a killed host left behind', async () => {
    child = spawn(process.execPath, words(), { env: env(), stdio: ['ignore', 'pipe', 'inherit'] });
    await printed(child);
    const killed = once(child, 'exit');
    child.kill('SIGKILL');
    await killed;
    const left = readdirSync(folder).find((name) => name.startsWith('tessera-'))!;
    expect(left).toBeTruthy();

    child = spawn(process.execPath, words(), { env: env(), stdio: ['ignore', 'pipe', 'inherit'] });
    const url = await printed(child);
    expect(existsSync(join(folder, left))).toBe(false);
    const welcome = await fetch(url, { redirect: 'manual' });
    const cookie = welcome.headers.get('set-cookie')?.split(';')[0] ?? '';
    expect(await (await fetch(new URL('/', url), { headers: { cookie } })).text()).toContain('npm run build');
  });

  it('says in one sentence what is wrong with a project it was given, and ends', async () => {
    const file = join(folder, 'not.tessera');
    writeFileSync(file, 'not a project');
    child = spawn(process.execPath, [...words(), file], { env: env(), stdio: ['ignore', 'ignore', 'pipe'] });
    let text = '';
    child.stderr!.on('data', (data: Buffer) => {
      text += data;
    });
    const [code] = (await once(child, 'exit')) as [number];
    await sleep(10);
    expect(code).toBe(1);
    expect(text).toContain('not.tessera');
    expect(text).not.toContain('    at ');
  });
});
