import { spawnSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { writeOrders } from '../contract/shop-files.ts';
import { temporaryFolder } from '../support/tessera.ts';

const cli = join(import.meta.dirname, '../../out/main/cli.js');
/** A small disk of its own in a mount namespace of its own: Linux only. */
const hasSmallDisk = spawnSync('unshare', ['-rm', 'sh', '-c', 'mount -t tmpfs -o size=1m tmpfs /mnt']).status === 0;

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

describe.skipIf(!hasSmallDisk)('a full disk', () => {
  it('is said in a sentence, and the project on it opens as it was', { timeout: 120_000 }, () => {
    const few = writeOrders(folder.path, { lines: 1_500, customers: 100 });
    const many = writeOrders(folder.path, { lines: 150_000, customers: 9_000 }, 'many.csv');
    const script = folder.file('script.sh');
    const disk = '/mnt';
    const tessera = `'${process.execPath}' '${cli}'`;
    writeFileSync(
      script,
      [
        'set -e',
        `mount -t tmpfs -o size=6m tmpfs ${disk}`,
        `${tessera} import ${disk}/shop.tessera '${few}' --json > '${folder.file('first.json')}'`,
        `${tessera} segment ${disk}/shop.tessera --k 4 --json > '${folder.file('before.json')}'`,
        `if ${tessera} import ${disk}/shop.tessera '${many}' --json > '${folder.file('full.json')}'; then exit 9; fi`,
        `ls ${disk} > '${folder.file('left.txt')}'`,
        `${tessera} export ${disk}/shop.tessera --what segments --out '${folder.file('after.csv')}' --json > '${folder.file('after.json')}'`,
      ].join('\n'),
    );
    const run = spawnSync('unshare', ['-rm', 'sh', script], { encoding: 'utf8' });
    expect(run.status, run.stderr).toBe(0);
    const read = (name: string) => JSON.parse(readFileSync(folder.file(name), 'utf8')) as unknown;
    expect(read('full.json')).toMatchObject({
      error: { code: 'diskFull', message: expect.stringMatching(/disk is full.*Nothing was changed.*Free some space/) },
    });
    expect(readFileSync(folder.file('left.txt'), 'utf8').trim()).toBe('shop.tessera');
    expect(readFileSync(folder.file('after.csv'), 'utf8').trim().split(/\r?\n/)).toHaveLength(101);
  });
});
