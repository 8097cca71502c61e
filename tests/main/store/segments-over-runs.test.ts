import { join } from 'node:path';
import { afterEach, expect, it } from 'vitest';
import { first } from '../../../src/main/store/migrations/0001-first.ts';
import { createProjectFile, openProjectFile } from '../../../src/main/store/project-file.ts';
import { addEntry } from '../../../src/main/store/repositories/journal.ts';
import { flowOf, givenNamesOf } from '../../../src/main/store/repositories/segmentations.ts';
import { namesBeside } from '../../../src/main/store/repositories/segments.ts';
import { message } from '../../../src/shared/model/message.ts';
import { temporaryFolder } from './temporary-folder.ts';

const folder = temporaryFolder();
const options = { owner: 'this test' };
let close = () => {};
afterEach(() => close());

it('a project of the first format keeps what its segments are called, and what they were called before', () => {
  const path = join(folder, 'old.tessera');
  const old = createProjectFile(path, { ...options, migrations: [first] });
  const { db } = old;
  const given = [message('segment.best.name'), message('segment.once.name')];
  const own = message('segment.custom', { name: 'Ours' });
  const again = message('segment.custom', { name: 'Ours only' });
  db.prepare('INSERT INTO snapshot VALUES (?, ?, ?, ?, ?, ?, ?)').run(1, null, 2, '[]', '{}', 'x', new Uint8Array(8));
  db.prepare('INSERT INTO segmentation VALUES (?, ?, ?, ?, ?, ?)').run(1, '2024', 1, null, '{}', 0);
  given.forEach((name, label) => {
    db.prepare('INSERT INTO segment VALUES (?, ?, ?, ?)').run(label + 1, JSON.stringify(name), label, 0);
    db.prepare('INSERT INTO segmentation_segment VALUES (?, ?, ?, ?)').run(1, label, label + 1, '{}');
  });
  // Renamed twice: only the first entry tells what the run had called it.
  db.prepare('UPDATE segment SET name = ? WHERE id = 1').run(JSON.stringify(again));
  addEntry(db, '2024', message('journal.rename'), [{ kind: 'rename', id: 1, before: given[0]!, after: own }]);
  addEntry(db, '2024', message('journal.rename'), [{ kind: 'rename', id: 1, before: own, after: again }]);
  old.close();

  const project = openProjectFile(path, options);
  close = project.close;
  expect([...givenNamesOf(project.db, 1)]).toEqual([...given.entries()]);
  expect(namesBeside(project.db, 2)).toEqual([again]);
  expect(namesBeside(project.db, 1)).toEqual([given[1]]);
  expect(flowOf(project.db, 1)).toBeNull();
});
