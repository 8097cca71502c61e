import { spawn } from 'node:child_process';
import { copyFileSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { openProjectFile } from '../../src/main/store/project-file.ts';
import { writeOrders } from '../contract/shop-files.ts';
import { writeMessyShop } from '../main/services/identity/identity-shop.ts';
import { contentOf } from '../main/services/project-content.ts';
import { temporaryFolder, tessera, tesseraJson } from '../support/tessera.ts';

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

interface Found {
  moved: number;
  sure: number;
  sureFewer: number;
  doubtful: number;
  merged: number;
  queue: { id: string; probability: number; a: { key: string }; evidence: { bits: number; says: string }[] }[];
}

const openMessy = async (count: number): Promise<string> => {
  const project = folder.file('shop.tessera');
  await tesseraJson('import', project, ...writeMessyShop(folder.path, { count, seed: 11 }).files);
  return project;
};

describe('tessera identity', () => {
  it('finds, puts together, decides, and knows it when it is asked again', async () => {
    const project = await openMessy(500);
    const found = await tesseraJson<Found>('identity', project, '--limit', '500');
    expect(found).toMatchObject({ moved: 0, merged: 0, records: 500 });
    expect(found.sure).toBeGreaterThan(60);
    expect(found.queue).toHaveLength(found.doubtful);
    expect(found.queue[0]!.evidence.map(({ says }) => says)).toContain('The birth dates are the same.');
    const [first, second] = found.queue.map(({ id }) => id) as [string, string];
    const decided = await tesseraJson<Found>(
      'identity',
      project,
      ...['--merge-sure', '--decide', `${first}=same`, '--decide', `${second}=different`, '--limit', '500'],
    );
    // The pair that was decided may have been of two of them.
    expect(decided.moved).toBeGreaterThanOrEqual(found.sureFewer - 1);
    expect(decided.sure).toBe(0);
    const left = decided.queue.map(({ id }) => id);
    expect(left).not.toContain(first);
    expect(left).not.toContain(second);
    expect(left.length).toBeGreaterThan(0);
    const again = await tesseraJson<Found>('identity', project, '--limit', '0');
    expect(again).toMatchObject({ moved: 0, sure: 0, doubtful: left.length, merged: decided.merged, queue: [] });
    const { stdout } = await tessera('identity', project, '--limit', '1');
    expect(stdout).toContain(`${left.length} pairs to look at`);
    expect(stdout).toMatch(/one customer with a probability of 0\.\d+/);
  });

  it('says what is wrong with a decision, and where nothing tells who anybody is', async () => {
    const project = await openMessy(120);
    const { code, stderr } = await tessera('identity', project, '--decide', '1:2=same');
    expect(code).not.toBe(0);
    expect(stderr).toContain('as in 12-57=same');
    expect((await tessera('identity', project, '--decide', '1-99999=same', '--json')).stdout).toContain('notFound');
    const other = folder.file('other.tessera');
    await tesseraJson('import', other, writeOrders(folder.path, { lines: 300, customers: 40 }));
    const refused = await tessera('identity', other);
    expect(refused.code).not.toBe(0);
    expect(refused.stderr).toContain('a column with e-mail addresses or phone numbers, or names and addresses');
  });

  it('leaves the project as it was when it is killed in the middle', { timeout: 180_000 }, async () => {
    const project = await openMessy(6_000);
    await tesseraJson('identity', project, '--limit', '0');
    const before = contentOf(project, { undone: false });
    const whole = folder.file('whole.tessera');
    copyFileSync(project, whole);
    const words = ['identity', '--merge-sure', '--limit', '0', '--json'];
    const began = performance.now();
    await tesseraJson(words[0]!, whole, ...words.slice(1, -1));
    const wholeMs = performance.now() - began;
    const after = contentOf(whole, { undone: false });
    const kept = folder.file('kept.tessera');
    copyFileSync(project, kept);
    const cli = join(import.meta.dirname, '../../out/main/cli.js');
    let span = wholeMs;
    let killed = 0;
    for (let attempt = 0; killed < 4 && attempt < 24; attempt += 1) {
      const child = spawn(process.execPath, [cli, words[0]!, project, ...words.slice(1)], { stdio: 'ignore' });
      const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
      await Promise.race([sleep(span * (0.9 - 0.1 * killed)), ended]);
      child.kill('SIGKILL');
      await ended;
      openProjectFile(project, { owner: 'this test' }).close();
      const now = contentOf(project, { undone: false });
      if (now.customer_merge === before.customer_merge) {
        killed += 1;
        expect(now).toEqual(before);
      } else {
        // It had committed: then all of it is there. The machine is faster than it was; so are we.
        expect(now.source_2).toEqual(after.source_2);
        copyFileSync(kept, project);
        span *= 0.85;
      }
    }
    expect(killed).toBe(4);
  });
});
