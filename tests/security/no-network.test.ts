import { spawn, spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { temporaryFolder } from '../support/tessera.ts';

const root = join(import.meta.dirname, '../..');
const cli = join(root, 'out/main/cli.js');
const sample = join(root, 'assets/sample-shop.csv.gz');

/** A network of its own with loopback only, every connect and sendto written down: needs root or user namespaces. */
const canWatch =
  spawnSync('unshare', ['-n', 'true']).status === 0 &&
  spawnSync('strace', ['-V']).status === 0 &&
  spawnSync('ip', ['-V']).status === 0;
const watched = (log: string, command: string) =>
  [
    '-n',
    'sh',
    '-c',
    `ip link set lo up && exec strace -f -qq -e trace=connect,sendto,sendmsg -o '${log}' ${command}`,
  ] as const;

/** Attempts to speak to anything but this computer's own loopback or its threads' pipes. */
const attempts = (log: string): string[] =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter(
      (line) =>
        /AF_INET6?\b/.test(line) &&
        !/inet_addr\("127\.|inet_pton\(AF_INET6, "::1"|inet_pton\(AF_INET6, "::ffff:127\./.test(line),
    );

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe.skipIf(!canWatch)('nothing is sent to anybody', () => {
  it('notices an attempt when there is one', () => {
    const log = folder.file('planted.log');
    spawnSync(
      'unshare',
      watched(log, `${process.execPath} -e "require('net').connect(80,'192.0.2.1').on('error',()=>{})"`),
      { timeout: 60_000 },
    );
    expect(attempts(log).length).toBeGreaterThan(0);
  });

  it('by the whole journey on the command line', { timeout: 360_000 }, () => {
    const log = folder.file('run.log');
    const run = spawnSync(
      'unshare',
      watched(log, `${process.execPath} ${cli} run ${sample} --out ${folder.file('out')} --json`),
      { encoding: 'utf8' },
    );
    expect(run.status, run.stderr).toBe(0);
    expect(attempts(log)).toEqual([]);
  });

  it('by the browser host while the sample shop is opened and a report made', { timeout: 360_000 }, async () => {
    const log = folder.file('serve.log');
    const client = join(import.meta.dirname, '../support/journey-client.ts');
    const command = `${process.execPath} ${cli} serve --no-open --json > ${folder.file('url.json')} & host=$!; ${process.execPath} ${client} ${folder.file('url.json')}; done=$?; kill $host; exit $done`;
    const env = { ...process.env, HOME: folder.path, XDG_CONFIG_HOME: folder.path, XDG_DOCUMENTS_DIR: folder.path };
    const code = await new Promise<number | null>((resolve) => {
      const child = spawn(
        'unshare',
        [
          '-n',
          'sh',
          '-c',
          `ip link set lo up && strace -f -qq -e trace=connect,sendto,sendmsg -o '${log}' sh -c '${command}'`,
        ],
        { stdio: 'inherit', env },
      );
      child.on('close', resolve);
    });
    expect(code).toBe(0);
    expect(attempts(log)).toEqual([]);
  });
});
