import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { expect, it } from 'vitest';
import { createProjectFile, openProjectFile } from '../../../src/main/store/project-file.ts';
import { raiseRevision, revisionOf } from '../../../src/main/store/repositories/meta.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const options = { owner: 'this test' };

it('a project held by another process is refused with its owner, and free again once that process was killed', async () => {
  const path = join(folder, 'held.tessera');
  const made = createProjectFile(path, options);
  raiseRevision(made.db);
  made.close();

  const holder = spawn(process.execPath, [join(import.meta.dirname, 'hold-project.ts'), path], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(holder, 'exit');
  try {
    await once(holder.stdout, 'data');
    expect(() => openProjectFile(path, options)).toThrow(
      expect.objectContaining({
        code: 'projectLocked',
        details: { file: 'held.tessera', owner: `process ${holder.pid}` },
      }),
    );
    expect(existsSync(`${path}-wal`)).toBe(true);
  } finally {
    holder.kill('SIGKILL');
  }
  await ended;

  const project = openProjectFile(path, options);
  expect(revisionOf(project.db)).toBe(1);
  expect(project.db.prepare("SELECT count(*) AS n FROM sqlite_schema WHERE name = 'half_done'").get()).toEqual({
    n: 0,
  });
  project.close();
  expect(existsSync(`${path}-wal`)).toBe(false);
  expect(existsSync(`${path}-lock`)).toBe(false);
});
