import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { copyFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { openProjectFile } from '../../src/main/store/project-file.ts';
import { listEntries } from '../../src/main/store/repositories/journal.ts';
import { activeSegmentationOf, revisionOf } from '../../src/main/store/repositories/meta.ts';
import { listSegmentations } from '../../src/main/store/repositories/segmentations.ts';
import { createRandom } from '../../src/shared/engine/random.ts';
import { writeOrders } from '../contract/shop-files.ts';
import { contentOf } from '../main/services/project-content.ts';
import { temporaryFolder, tesseraJson } from '../support/tessera.ts';

const cli = join(import.meta.dirname, '../../out/main/cli.js');

let folder: ReturnType<typeof temporaryFolder>;
beforeEach(() => {
  folder = temporaryFolder();
});
afterEach(() => folder.remove());

/** Starts an import and ends it by force after so long; the whole process, threads and all. */
const killImport = async (project: string, file: string, afterMs: number): Promise<void> => {
  const child = spawn(process.execPath, [cli, 'import', project, file], { stdio: 'ignore' });
  const ended = new Promise<void>((resolve) => child.once('exit', () => resolve()));
  await Promise.race([sleep(afterMs), ended]);
  child.kill('SIGKILL');
  await ended;
};

it('an import that is killed at any moment leaves the project as it was', { timeout: 300_000 }, async () => {
  const project = folder.file('shop.tessera');
  await tesseraJson('import', project, writeOrders(folder.path, { lines: 3_000, customers: 200 }));
  const before = contentOf(project);
  const many = writeOrders(folder.path, { lines: 120_000, customers: 6_000 }, 'many.csv');

  const kept = folder.file('kept.tessera');
  copyFileSync(project, kept);
  const whole = folder.file('whole.tessera');
  copyFileSync(project, whole);
  const began = performance.now();
  await tesseraJson('import', whole, many);
  const wholeMs = performance.now() - began;
  const after = contentOf(whole);
  expect(after).not.toEqual(before);

  const random = createRandom(20);
  let span = wholeMs * 0.95;
  let killed = 0;
  for (let attempt = 0; killed < 20 && attempt < 60; attempt += 1) {
    await killImport(project, many, span * random());
    // As whoever opens it next: what the dead process left in the log is sorted out here.
    openProjectFile(project, { owner: 'this test' }).close();
    expect(readdirSync(folder.path).filter((name) => name.startsWith('shop.tessera'))).toEqual(['shop.tessera']);
    const now = contentOf(project);
    if (now.source === before.source) {
      killed += 1;
      expect(now).toEqual(before);
    } else {
      // It had committed before the kill: then all of it is there. The machine is faster than it was; so are we.
      expect(now.source_2).toEqual(after.source_2);
      copyFileSync(kept, project);
      span *= 0.85;
    }
  }
  expect(killed).toBe(20);
});

it('changes that are killed at any moment happened or did not', { timeout: 300_000 }, async () => {
  const project = folder.file('shop.tessera');
  await tesseraJson('import', project, writeOrders(folder.path, { lines: 3_000, customers: 200 }));
  await tesseraJson('segment', project, '--k', '4');
  const before = contentOf(project);
  const random = createRandom(12);
  let revision = 0;
  for (let i = 0; i < 12; i += 1) {
    const child = spawn(
      process.execPath,
      [join(import.meta.dirname, 'change-forever.ts'), project, folder.file('home')],
      {
        stdio: ['ignore', 'pipe', 'inherit'],
      },
    );
    const gone = once(child, 'exit');
    await once(child.stdout!, 'data');
    child.stdout!.resume();
    await sleep(random() * 900);
    child.kill('SIGKILL');
    expect(await gone).toEqual([null, 'SIGKILL']);

    const open = openProjectFile(project, { owner: 'this test' });
    // One journal entry a change, each whole: what is active is there, and what the entries speak of.
    expect(open.db.pragma('integrity_check')).toBe('ok');
    expect(open.db.pragma('foreign_key_check')).toBeUndefined();
    expect(revisionOf(open.db)).toBeGreaterThanOrEqual(revision);
    revision = revisionOf(open.db);
    const runs = listSegmentations(open.db).map(({ id }) => id);
    expect(runs).toContain(activeSegmentationOf(open.db));
    const standing = listEntries(open.db).filter(({ undone }) => !undone);
    const made = standing.flatMap(({ changes }) =>
      changes.flatMap((change) => (change.kind === 'segmentation' ? [change.id] : [])),
    );
    expect(runs).toEqual(made);
    open.close();
    expect(readdirSync(folder.path).filter((name) => name.startsWith('shop.tessera'))).toEqual(['shop.tessera']);
  }
  expect(revision).toBeGreaterThan(20);
  expect(contentOf(project).source_1).toEqual(before.source_1);
});
